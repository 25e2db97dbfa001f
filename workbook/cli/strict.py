"""`workbook check --strict`: what this course asks of its own files, and no other course must."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..content.library import Library
from ..content.model import Exercise, Module, place
from ..content.seed_places import seed_places, unquoted, untaught
from ..errors import ContentError
from ..kinds import kind_of
from ..notebooks import calls
from ..words import Message, word

__all__ = ["read_policy", "strict_problems"]

DRAFT = re.compile(r"[a-z0-9]+-[a-z0-9-]+")
YEAR = re.compile(r"\b1[6-9]\d\d\b")
TAG = re.compile(r"<[a-zA-Z/][^>]*>")
TWO_SENTENCES = re.compile(r"[a-z)”\"][.?!] (?=[A-Z])")
POLICY: dict[str, Any] = {"private": [], "sourced": [], "least_share": "0", "longest_text": "inf"}
POLICY |= {"most": {}, "leads": [], "minutes_off": "inf", "objectives_shown": "no"}
POLICY |= {"seed_taught": "no"}


def strict_problems(
    library: Library, modules: list[Module], exercises: list[Exercise], books: list[Path]
) -> list[Message]:
    """List what does not keep to the course's own policy, a sentence each.

    Parameters
    ----------
    library : Library
    modules, exercises, books : list
        The modules, exercises and notebooks that can be read.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> course = Library(packaged_course())
    >>> print(strict_problems(course, [course.module("00")], [], [])[1])
    modules/exercises/00_start_here/module.md: There is no notebook 00_start_here.ipynb.
    """
    policy = read_policy(library)
    found = [(e.place, problem) for e in exercises for problem in _exercise(e, policy)]
    for module in modules:
        file = f"modules/exercises/{module.name}/module.md"
        own = [e for e in exercises if e.id[:2] == module.number]
        found += [(file, problem) for problem in _module(module, own, books, policy)]
    numbers = {module.number for module in modules}
    for book in books:
        own = [e for e in exercises if e.id[:2] == book.name[:2]]
        found += [(place(book), problem) for problem in _book(book, own, numbers, policy)]
    claims = library.modules_folder / "seed_claims.yaml"
    found += [(place(claims), p) for p in _seed(claims, exercises, books, policy)]
    return [word("strict", "problem", file=file, problem=problem) for file, problem in found]


def read_policy(library: Library) -> dict[str, Any]:
    """Give what `modules/policy.yaml` asks for, and for the rest what asks nothing.

    Parameters
    ----------
    library : Library

    Raises
    ------
    ContentError
        When there is a policy that cannot be read.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> read_policy(Library(packaged_course()))["sourced"]
    ['sort']
    """
    path = library.modules_folder / "policy.yaml"
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        return POLICY | (yaml.load(text, Loader=yaml.BaseLoader) or {})
    except (OSError, ValueError, TypeError, yaml.YAMLError):
        raise ContentError(place(path), 0, word("strict", "no_policy")) from None


def _seed(
    claims: Path, exercises: list[Exercise], books: list[Path], policy: dict
) -> Iterator[Message]:
    taught = seed_places(claims, exercises, books)
    for claim in unquoted(taught):
        yield word("strict", "unquoted", claim=claim)
    if policy["seed_taught"] == "yes":
        yield from untaught(taught, exercises, books)


def _exercise(exercise: Exercise, policy: dict) -> Iterator[Message]:
    if not DRAFT.fullmatch(exercise.draft):
        yield word("strict", "draft", draft=exercise.draft)
    for claim in exercise.seed:
        if not claim.startswith("S"):
            yield word("strict", "seed", claim=claim)
    for name in ("competencies", "values", "prompt"):
        if not getattr(exercise, name):
            yield word("strict", "empty", name=name)
    for name in ("purpose", "objective"):
        if not getattr(exercise, name).endswith("."):
            yield word("strict", "sentence", name=name)
    for name in ("debrief", "facilitator"):
        if not getattr(exercise, name):
            yield word("strict", "no_part", name=name)
    for lead in policy["leads"] if exercise.facilitator else ():
        if f"\n**{lead}.** " not in f"\n{exercise.facilitator}":
            yield word("strict", "no_lead", lead=lead)
    yield from _kept(exercise, policy)


def _kept(exercise: Exercise, policy: dict) -> Iterator[Message]:
    """Check what the policy asks of some kinds: a source for a year, answers that stay private."""
    if exercise.kind in policy["sourced"]:
        for item in exercise.items:
            if YEAR.search(item.text) and not item.source:
                yield word("strict", "no_source", key=item.key)
    if exercise.kind in policy["private"] and exercise.visibility != "private":
        yield word("strict", "not_private")
    kind = kind_of(exercise)
    facts, told = kind.facts(exercise), "too_much" if kind.listed else "too_many"
    for name, most in policy["most"].items():
        found = facts.get(name)
        if found is not None and found > float(most):
            yield word("strict", told, name=name, found=f"{found:.4g}", most=most)


def _module(
    module: Module, exercises: list[Exercise], books: list[Path], policy: dict
) -> Iterator[Message]:
    minutes = sum(e.minutes for e in exercises if not e.optional)
    least = float(policy["least_share"])
    if not least * module.minutes <= minutes <= module.minutes:
        yield word("strict", "minutes", minutes=minutes, all=module.minutes, least=least)
    if module.notebook not in {book.name for book in books}:
        yield word("strict", "no_notebook", notebook=module.notebook)


def _book(
    book: Path, exercises: list[Exercise], numbers: set[str], policy: dict
) -> Iterator[Message]:
    cells = json.loads(book.read_text(encoding="utf-8"))["cells"]
    texts = [_source(cell) for cell in cells if cell["cell_type"] == "markdown"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    if book.name[:2] not in numbers:
        yield word("strict", "no_module")
    yield from _frame(book.name[:2], [_source(cell) for cell in cells], code, texts)
    yield from _shown(code, exercises)
    for text in texts:
        yield from _prose(text, float(policy["longest_text"]))


def _source(cell: dict) -> str:
    return "".join(cell["source"])


def _frame(
    number: str, sources: list[str], code: list[dict], texts: list[str]
) -> Iterator[Message]:
    """Check that a notebook begins with title and header, and ends with key points and progress."""
    if not sources or not sources[0].startswith("# "):
        yield word("strict", "no_title")
    if not code or _source(code[0]) != f'import workbook as wb\nwb.start("{number}")':
        yield word("strict", "first_cell", number=number)
    if not code or calls(_source(code[-1])) != [("progress", ())]:
        yield word("strict", "last_cell")
    headings = [line for text in texts for line in text.splitlines() if line.startswith("## ")]
    if not headings or headings[-1].strip() != "## Key points":
        yield word("strict", "no_key_points")


def _shown(code: list[dict], exercises: list[Exercise]) -> Iterator[Message]:
    shown: Counter[str] = Counter()
    for cell in code:
        if not cell["outputs"]:
            yield word("strict", "no_output", id=cell["id"])
        for call, arguments in calls(_source(cell)) or ():
            if call == "exercise":
                shown[arguments[0]] += 1
                wanted = arguments[0].partition("/")[2].replace("_", "-")
                if cell["id"] != wanted:
                    named = {"exercise": arguments[0], "id": cell["id"], "wanted": wanted}
                    yield word("strict", "cell_name", **named)
    for exercise in exercises:
        if shown[exercise.id] > 1:
            yield word("strict", "shown_often", exercise=exercise.id, n=shown[exercise.id])


def _prose(text: str, longest: float) -> Iterator[Message]:
    count = len(text.split())
    if count > longest:
        yield word("strict", "long_cell", n=count, most=longest)
    for line in text.splitlines():
        if TAG.search(line):
            yield word("strict", "tag", line=line)
        listed = line.lstrip().startswith(("-", "|", ">"))
        if not listed and TWO_SENTENCES.search(re.sub(r"\"[^\"]*\"", "", line)):
            yield word("strict", "sentences", line=line)
