"""`workbook check`: everything that must hold of the course, in one list."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from .. import charts
from ..content import check as content
from ..content.library import Library, find_course
from ..content.model import Exercise, Module, place
from ..content.plugins import by_kind
from ..errors import WorkbookError
from ..kinds import kind_of, names
from ..measures.readability import ari, count_words
from ..notebooks import book_calls, form_problems
from ..words import Message, word, words
from .command import Commands, add_command
from .languages import compare, sentences
from .minutes import lines, measure
from .module_promises import promise_problems
from .strict import read_policy, strict_problems

__all__ = ["add_parser", "report", "run"]

HIGHEST_GRADE = 8
FEWEST_WORDS = 100


def add_parser(subparsers: Commands) -> argparse.ArgumentParser:
    """Add `check` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["--json"]).json
    True
    """
    text = words("check_command")
    parser = add_command(subparsers, "check", text["help"], text["about"], text["example"])
    parser.add_argument("--json", action="store_true", help=text["json"])
    parser.add_argument("--folder", type=Path, help=text["folder"])
    parser.add_argument("--strict", action="store_true", help=text["strict"])
    parser.add_argument("--against", metavar="LANGUAGE", help=text["against"])
    parser.set_defaults(run=run)
    return parser


def run(args: argparse.Namespace) -> int:
    """Print the report, what is the matter last; 1 when there is any problem.

    Examples
    --------
    >>> asked = argparse.Namespace(folder=None, json=True, strict=False, against="en")
    >>> run(asked)
    {
      "missing": [],
      "unknown": [],
      "other_values": []
    }
    0
    """
    if args.against:
        return _compare(args.against, args.json)
    found = report(find_course(args.folder), strict=args.strict)
    if args.json:
        print(json.dumps(found, indent=2))
    else:
        print("\n".join(_tables(found) + (found["problems"] or [_all_well(found)])))
    return 1 if found["problems"] else 0


def _compare(language: str, as_json: bool) -> int:
    found = compare(language)
    print(json.dumps(found, indent=2) if as_json else "\n".join(sentences(language, found)))
    return 1 if any(found.values()) else 0


def _all_well(found: dict) -> Message:
    counts = {name: found[name] for name in ("exercises", "charts")}
    return word("check_command", "all_well", **counts, **found["seed_claims"])


def _facts(exercises: list[Exercise]) -> dict[str, list[dict]]:
    """Give the facts that kinds list of their exercises, by the name of each list."""
    own = by_kind(exercises)
    listed = [(kind_of(name), own.get(name, [])) for name in names() if kind_of(name).listed]
    return {kind.listed: [kind.facts(each) for each in found] for kind, found in listed}


def _tables(found: dict) -> list[str]:
    kinds = [kind for kind in map(kind_of, names()) if kind.listed]
    facts = [line for kind in kinds for row in found[kind.listed] for line in kind.facts_lines(row)]
    return facts + lines(**found["minutes"])


def report(root: Path, *, strict: bool = False) -> dict:
    """Check a whole course.

    Parameters
    ----------
    root : path
        The course folder.
    strict : bool
        Check also what this course asks of its own files.

    Returns
    -------
    dict
        ``problems`` (sentences), counts of exercises, charts, options without feedback and
        charts without source, ``seed_claims``, ``encounters``, and ``minutes``: of modules and of
        exercises, as stated and as measured.

    Raises
    ------
    ContentError
        When there is no course in that folder.

    Examples
    --------
    >>> from workbook.errors import ContentError
    >>> try:
    ...     report(Path("no such folder"))
    ... except ContentError:
    ...     print("There is no course.")
    There is no course.
    """
    library = Library(root)
    exercises, modules, problems = _load(library)
    books = library.notebooks()
    problems += [word("check_command", "copy", file=_below(p, root)) for p in library.copies()]
    seed = content.seed_coverage(
        library.modules_folder / "seed_claims.yaml", exercises, {b.name[:2] for b in books}
    )
    drawn, unsourced, trouble = _charts(root)
    for exercise in exercises:
        problems += [*content.check_exercise(exercise), *_too_hard(exercise)]
    problems += content.check_all(exercises) + seed.pop("problems") + trouble
    forms = {book: _form(book) for book in books}
    problems += [problem for found, _ in forms.values() for problem in found]
    legible = [book for book in books if forms[book][1]]
    problems += _unshown(library, legible)
    timed = measure(modules, exercises, legible)
    if strict:
        problems += strict_problems(library, modules, exercises, legible)
        problems += promise_problems(modules, exercises, timed, read_policy(library))
    return {
        "problems": problems,
        "exercises": len(exercises),
        "charts": drawn,
        "options_without_feedback": sum(len(content.without_feedback(e)) for e in exercises),
        "charts_without_source": unsourced,
        "seed_claims": seed,
        "minutes": {
            name: [each.row for each in found]
            for name, found in zip(("modules", "exercises"), timed, strict=True)
        },
        **_facts(exercises),
    }


def _load(library: Library) -> tuple[list[Exercise], list[Module], list[str]]:
    exercises, modules, problems = [], [], []
    for exercise_id in library.exercise_ids():
        try:
            exercises.append(library.exercise(exercise_id))
        except WorkbookError as error:
            problems.append(str(error))
    for folder in library.module_folders():
        try:
            modules.append(library.module(folder.name[:2]))
        except WorkbookError as error:
            problems.append(str(error))
    return exercises, modules, problems


def _below(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _too_hard(exercise: Exercise) -> list[Message]:
    own = content.own_words(exercise)
    grade = ari(own)
    if count_words(own) < FEWEST_WORDS or grade <= HIGHEST_GRADE:
        return []
    about = {"file": exercise.place, "grade": grade, "highest": HIGHEST_GRADE}
    return [word("check_command", "too_hard", **about)]


def _charts(root: Path) -> tuple[int, int, list[str]]:
    problems = charts.check(root / "datasets")
    unsourced = sum(each.identifier == "chart_problems.no_source" for each in problems)
    return len(charts.chart_ids()), unsourced, list(problems)


def _unshown(library: Library, books: list[Path]) -> list[Message]:
    """Compare what the notebooks call with what there is."""
    called: dict[str, set[str]] = {"exercise": set(), "recall": set(), "chart": set()}
    for name, arguments in (call for book in books for call in book_calls(book)):
        if name in called and arguments:
            called[name].add(str(arguments[0]))
    known, shown = set(library.exercise_ids()), {book.name[:2] for book in books}
    lost = sorted(i for i in known - called["exercise"] if i[:2] in shown)
    none = {"no_exercise": (called["exercise"] | called["recall"]) - known}
    none["no_chart"] = called["chart"] - set(charts.chart_ids())
    unshown = [word("check_command", "not_shown", file=place(library.path(i))) for i in lost]
    return unshown + [
        word("check_command", name, id=i) for name, ids in none.items() for i in sorted(ids)
    ]


def _form(book: Path) -> tuple[Sequence[str], bool]:
    """Give what is the matter with a notebook, and whether it can be read at all."""
    try:
        return form_problems(book), True
    except WorkbookError as error:
        return [str(error)], False
