"""What a learner is told: where the answers lie, who can read them, what is beside them."""

from collections.abc import Iterable
from typing import Any

from ..errors import JournalError
from ..journal import Journal
from ..journal.copies import Copy
from ..journal.place import place, sync_service
from ..words import Message, word
from .desk import Desk

__all__ = ["given", "safety", "where"]

FILES = ("computer", "organization")  # where answers are a file that a learner can find
UNSAFE = ("temporary", "browser")  # where answers go one day without being asked for


def where(journal: Journal) -> tuple[Message, list[Message]]:
    """Say where the answers lie, and what is to be thought of.

    Parameters
    ----------
    journal : Journal

    Examples
    --------
    >>> len(where(Journal("j.jsonl"))[1])
    1
    """
    here = place()
    service = sync_service(journal.path) if here == "computer" else ""
    more = [word("safety", "synced", service=service)] if service else []
    return word("safety", f"lies_{here}"), [*more, word("safety", f"warns_{here}")]


def given(desk: Desk, only: str = "") -> tuple[int, int]:
    """Count the answers that stand now, and the exercises they belong to.

    A line that was rated, a question that was written to and an order are one answer each; earlier
    answers to the same and exercises that were cleared count nothing.

    Parameters
    ----------
    desk : Desk
    only : str
        Count this one exercise; all of them when left out.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> given(Desk(Library(packaged_course()), Journal(tempfile.mkdtemp() + "/j.jsonl")))
    (0, 0)
    """
    names = [only] if only else desk.journal.exercises()
    latest = (desk.journal.latest(name) for name in names)
    counts = [_parts(entry.response) for entry in latest if entry]
    return sum(counts), sum(map(bool, counts))


def _parts(response: dict) -> int:
    """Count what was answered in one exercise: each part of what has parts, one for the rest."""
    flags = ("shown", "hinted", "skipped", "kept")
    values = [value for name, value in response.items() if name not in flags]
    return sum(len(value) if isinstance(value, dict) else bool(value) for value in values)


def safety(desk: Desk, near: Iterable[Copy]) -> dict[str, Any]:
    """Give what a page needs to say whether the answers are safe.

    Parameters
    ----------
    desk : Desk
    near : iterable of Copy
        The copies beside the journal.

    Returns
    -------
    dict
        ``where`` and ``warnings`` (sentences), ``path``, ``exactly`` (the path, where there is
        a file that one can look for), ``unsafe`` (a copy is needed),
        ``entries`` and ``newest`` (what the page remembers to see that a file went back),
        ``copies`` (name and sentence).

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> desk = Desk(Library(packaged_course()), Journal(tempfile.mkdtemp() + "/j.jsonl"))
    >>> safety(desk, [])["entries"]
    0
    """
    journal = desk.journal
    said, warnings = where(journal)
    try:
        entries, newest = journal.count(), journal.newest()
    except JournalError:  # the page says elsewhere that it cannot be read
        entries, newest = None, ""
    return {
        "where": said,
        "warnings": warnings,
        "path": str(journal.path),
        "exactly": str(journal.path) if place() in FILES else "",
        "unsafe": place() in UNSAFE,
        "entries": entries,
        "newest": newest,
        "erasures": desk.erasures,
        "copies": [_said(copy) for copy in near],
    }


def _said(copy: Copy) -> dict[str, str]:
    exercises = word("safety", "exercises", n=copy.exercises)
    return {
        "name": copy.name,
        "key": f"{copy.name}:{copy.entries}",
        "said": word("safety", "copy_found", name=copy.name, exercises=exercises),
    }
