"""Where the course teaches each sentence of the seed text: quoted, explained, cased, practiced."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..errors import ContentError
from ..words import Message, word
from .model import Exercise, place

__all__ = ["Taught", "place_titles", "seed_places", "unquoted", "untaught"]

WAYS = ("explained", "case", "practiced")
RUN = 4
WORD = re.compile(r"[^\W_]+")
FULL_WAY = "(full way)"


@dataclass(frozen=True, slots=True)
class Taught:
    """A sentence of the seed text, and the places where a learner meets it.

    A place is an exercise (``01/kept_apart``) or a cell to read (``01#separate``).

    Parameters
    ----------
    id, quote : str
        The name of the sentence, such as ``"S09"``, and its words.
    quoted : tuple of str
        The places where it is read whole; cells come first.
    explained, case, practiced : str
        The place that the file names for each; empty where it names none.

    Examples
    --------
    >>> Taught("S09", "Separate can never be equal.", quoted=("01#separate",)).quoted
    ('01#separate',)
    """

    id: str
    quote: str
    quoted: tuple[str, ...] = ()
    explained: str = ""
    case: str = ""
    practiced: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    title: str
    text: str
    core: bool
    seed: tuple[str, ...] = ()


def seed_places(claims: Path, exercises: list[Exercise], books: list[Path]) -> list[Taught]:
    """Say for each sentence of the seed text where it is taught.

    Where it is quoted is looked up: marks and capitals do not count, notes and hints do, the part
    for the facilitator does not. The other three places are those that the file names.

    Parameters
    ----------
    claims : path
        ``modules/seed_claims.yaml``, whose rows have an ``id`` and, where they quote, a ``quote``.
    exercises, books : list
        Exercises and notebooks that can be read.

    Returns
    -------
    list of Taught
        The rows that quote, in the order of the file.

    Raises
    ------
    workbook.errors.ContentError
        When the file cannot be read.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> found = seed_places(packaged_course() / "modules" / "seed_claims.yaml", [], [])
    >>> len(found), found[0].id, found[0].quoted
    (35, 'S01', ())
    """
    places = _places(exercises, books)
    return [_taught(row, places) for row in _rows(claims) if row.get("quote")]


def place_titles(exercises: list[Exercise], books: list[Path]) -> dict[str, str]:
    """Give the title of every place: of an exercise its own, of a cell the heading it stands under.

    Parameters
    ----------
    exercises, books : list
        Exercises and notebooks that can be read.

    Returns
    -------
    dict
        Titles by place.

    Examples
    --------
    >>> place_titles([Exercise("00/x", "rank", "Put in order")], [])
    {'00/x': 'Put in order'}
    """
    return {name: found.title for name, found in _places(exercises, books).items()}


def unquoted(found: list[Taught]) -> list[str]:
    """Give the sentences that no learner reads whole.

    Parameters
    ----------
    found : list of Taught
        From `seed_places`.

    Returns
    -------
    list of str
        Their ids.

    Examples
    --------
    >>> unquoted([Taught("S01", "a"), Taught("S02", "b", quoted=("02#b",))])
    ['S01']
    """
    return [each.id for each in found if not each.quoted]


def untaught(
    found: list[Taught], exercises: list[Exercise], books: list[Path]
) -> Iterator[Message]:
    r"""List what is the matter with the places where the file says that a sentence is taught.

    On the core way, it has to be explained where at least four words of it in a row are read, and
    the case and the practice have to be exercises that name it.

    Parameters
    ----------
    found : list of Taught
        From `seed_places`.
    exercises, books : list
        Exercises and notebooks that can be read.

    Yields
    ------
    Message
        A sentence for each.

    Examples
    --------
    >>> print(*untaught([Taught("S01", "a b c d", explained="01#x")], [], []), sep="\n")
    S01 is said to be explained in 01#x, which is not there.
    No place is named where S01 is shown in a case.
    No place is named where S01 is practiced.
    """
    places = _places(exercises, books)
    for each in found:
        for way in WAYS:
            problem = _problem(each, way, getattr(each, way), places)
            if problem:
                yield word("seed_places", problem, claim=each.id, way=_way(way), **_at(each, way))


def _way(way: str) -> Message:
    return word("seed_places", way)


def _at(each: Taught, way: str) -> dict[str, str]:
    named = getattr(each, way)
    return {"place": named} if named else {}


def _problem(each: Taught, way: str, named: str, places: dict[str, _Place]) -> str:
    """Give the name of what is the matter, or nothing."""
    if not named:
        return "not_named"
    if named not in places:
        return "not_there"
    found = places[named]
    if not found.core:
        return "not_core"
    if way == "explained":
        return "" if _shares_a_run(each.quote, found.text) else "not_quoted"
    return "" if each.id in found.seed else "not_claimed"


def _shares_a_run(quote: str, text: str) -> bool:
    words = _plain(quote).split()
    runs = [f" {' '.join(words[at : at + RUN])} " for at in range(max(1, len(words) - RUN + 1))]
    return any(run in text for run in runs)


def _taught(row: dict[str, Any], places: dict[str, _Place]) -> Taught:
    quote = _plain(row["quote"])
    where = tuple(name for name, found in places.items() if quote in found.text)
    named = {way: str(row.get("taught", {}).get(way, "")) for way in WAYS}
    return Taught(row["id"], row["quote"], where, **named)


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["claims"]
        return [dict(row) | {"taught": dict(row.get("taught") or {})} for row in rows]
    except (OSError, ValueError, TypeError, KeyError, AttributeError, yaml.YAMLError):
        raise ContentError(place(path), 0, word("check", "claims_unread")) from None


def _places(exercises: list[Exercise], books: list[Path]) -> dict[str, _Place]:
    """Give every place that a learner reads, with its words; cells of notebooks come first."""
    cells = {name: found for book in books for name, found in _cells(book)}
    return cells | {each.id: _exercise(each) for each in exercises}


def _exercise(each: Exercise) -> _Place:
    texts = [each.prompt, each.hint, each.debrief]
    for item in each.items:
        texts += [item.text, item.feedback]
        texts += [text for option in item.options for text in (option.text, option.feedback)]
    core = each.way != "full" and not each.optional
    return _Place(each.title, "\n".join(map(_plain, texts)), core, tuple(each.seed))


def _cells(book: Path) -> Iterator[tuple[str, _Place]]:
    heading = ""
    for cell in json.loads(book.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "markdown":
            continue
        text = "".join(cell["source"])
        for line in text.splitlines():
            heading = line.lstrip("# ") if line.startswith(("# ", "## ")) else heading
        found = _Place(heading, _plain(text), FULL_WAY not in heading)
        yield f"{book.name[:2]}#{cell['id']}", found


def _plain(text: str) -> str:
    """Give the words of a text, each between two spaces."""
    words = " ".join(WORD.findall(text.lower()))
    return f" {words} "
