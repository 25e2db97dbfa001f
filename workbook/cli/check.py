"""`workbook check`: everything that must hold of the course, in one list."""

import argparse
import json
from pathlib import Path

from .. import charts
from ..content import check as content
from ..content.library import Library, find_course
from ..content.model import place
from ..content.walk import walk
from ..errors import WorkbookError
from ..measures.readability import ari, count_words
from ..notebooks import calls, form_problems

__all__ = ["add_parser", "report", "run"]

HIGHEST_GRADE = 8
FEWEST_WORDS = 100

EXAMPLE = """example:
  workbook check           says what is the matter, if anything
  workbook check --json    the same for a program
"""


def add_parser(subparsers):
    """Add `check` to the command line.

    Examples
    --------
    >>> commands = argparse.ArgumentParser().add_subparsers()
    >>> add_parser(commands).parse_args(["--json"]).json
    True
    """
    parser = subparsers.add_parser(
        "check",
        help="check exercises, charts and notebooks",
        epilog=EXAMPLE,
        description="Check every exercise, chart and notebook of the course.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--folder", type=Path, help="the course folder; found from here if left out"
    )
    parser.set_defaults(run=run)
    return parser


def run(args) -> int:
    """Print the report, what is the matter last; 1 when there is any problem.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> run(argparse.Namespace(folder=packaged_course(), json=False))  # doctest: +ELLIPSIS
    ordered_to_come: ...
    All is well: ...
    0
    """
    found = report(find_course(args.folder))
    if args.json:
        print(json.dumps(found, indent=2))
    else:
        tables = [line for row in found["encounters"] for line in _table(row)]
        print("\n".join(tables + (found["problems"] or [_all_well(found)])))
    return 1 if found["problems"] else 0


def _all_well(found: dict) -> str:
    seed = found["seed_claims"]
    return (
        f"All is well: {found['exercises']} exercises, {found['charts']} charts, "
        f"{seed['covered']} of {seed['total']} seed sentences treated so far."
    )


def _table(row: dict) -> list[str]:
    """Say of an encounter how large it is, and how often each ending is met."""
    paths = f"{row['paths']:,} paths"
    if not row["exact"]:
        paths = f"{row['walked']:,} paths drawn by lot from at least {paths}"
    least, most = row["minutes"]
    return [
        f"{row['id']}: {row['nodes']} nodes, {row['choices']} choices, {paths}",
        *(f"  {share:>6.1%}  {name}" for name, share in row["endings"].items()),
        f"  {least} to {most} minutes; {row['over']:.1%} of the paths run over",
        "",
    ]


def report(root: Path) -> dict:
    """Check a whole course.

    Parameters
    ----------
    root : path
        The course folder.

    Returns
    -------
    dict
        ``problems`` (sentences), counts of exercises, charts, options without feedback and
        charts without source, ``seed_claims`` and ``encounters``.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> report(packaged_course())["options_without_feedback"]
    0
    """
    library = Library(root)
    exercises, problems = _load(library)
    books = sorted(library.modules_folder.glob("*.ipynb"))
    seed = content.seed_coverage(
        library.modules_folder / "seed_claims.yaml", exercises, {b.name[:2] for b in books}
    )
    drawn, unsourced, trouble = _charts(root)
    for exercise in exercises:
        problems += content.check_exercise(exercise) + _too_hard(exercise)
    problems += content.check_all(exercises) + seed.pop("problems") + trouble
    forms = {book: _form(book) for book in books}
    problems += [problem for found, _ in forms.values() for problem in found]
    problems += _unshown(library, [book for book in books if forms[book][1]])
    return {
        "problems": problems,
        "exercises": len(exercises),
        "charts": drawn,
        "options_without_feedback": sum(len(content.without_feedback(e)) for e in exercises),
        "charts_without_source": unsourced,
        "seed_claims": seed,
        "encounters": [_encounter(e) for e in exercises if e.kind == "encounter"],
    }


def _encounter(exercise) -> dict:
    encounter = exercise.settings["encounter"]
    found = walk(encounter)
    return {
        "id": exercise.id.partition("/")[2],
        "nodes": len(encounter.passages),
        "choices": sum(1 for _ in encounter.choices()),
        "paths": found.total,
        "endings": found.endings,
        "equal_within_clock": found.equal_within_clock,
        "walked": found.paths,
        "exact": found.exact,
        "minutes": list(found.minutes),
        "over": found.over,
    }


def _load(library: Library) -> tuple[list, list[str]]:
    exercises, problems = [], []
    for exercise_id in library.exercise_ids():
        try:
            exercises.append(library.exercise(exercise_id))
        except WorkbookError as error:
            problems.append(str(error))
    for folder in library.module_folders():
        try:
            library.module(folder.name[:2])
        except WorkbookError as error:
            problems.append(str(error))
    return exercises, problems


def _too_hard(exercise) -> list[str]:
    words = content.own_words(exercise)
    grade = ari(words)
    if count_words(words) < FEWEST_WORDS or grade <= HIGHEST_GRADE:
        return []
    return [
        f"{exercise.place}: Its words read at grade {grade:.1f}; the highest is {HIGHEST_GRADE}. "
        "Use shorter words and sentences."
    ]


def _charts(root: Path) -> tuple[int, int, list[str]]:
    problems = charts.check(root / "datasets")
    unsourced = sum(each.identifier == "chart_problems.no_source" for each in problems)
    return len(charts.chart_ids()), unsourced, list(problems)


def _unshown(library: Library, books: list[Path]) -> list[str]:
    """Compare what the notebooks call with what there is."""
    called = {"exercise": set(), "recall": set(), "chart": set()}
    for name, arguments in (call for book in books for call in _calls(book)):
        if name in called and arguments:
            called[name].add(str(arguments[0]))
    known, shown = set(library.exercise_ids()), {book.name[:2] for book in books}
    lost = sorted(i for i in known - called["exercise"] if i[:2] in shown)
    none = {"exercise": (called["exercise"] | called["recall"]) - known}
    none["chart"] = called["chart"] - set(charts.chart_ids())
    return [f"{place(library.path(i))}: No notebook shows this exercise." for i in lost] + [
        f"A notebook calls {sort} '{i}', which does not exist."
        for sort, ids in none.items()
        for i in sorted(ids)
    ]


def _form(book: Path) -> tuple[list[str], bool]:
    """Give what is the matter with a notebook, and whether it can be read at all."""
    try:
        return form_problems(book), True
    except WorkbookError as error:
        return [str(error)], False


def _calls(book: Path) -> list[tuple[str, tuple]]:
    cells = json.loads(book.read_text(encoding="utf-8"))["cells"]
    sources = ("".join(c["source"]) for c in cells if c["cell_type"] == "code")
    return [call for source in sources for call in calls(source) or ()]
