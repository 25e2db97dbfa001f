"""A hand-in: what a learner has chosen to give away, under a code, in a file with a checksum."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ..content.library import Library
from ..errors import WorkbookError
from ..files import write
from ..journal import Journal
from ..journal.disk import sentence
from ..words import word
from .code import Codes
from .offer import Offer, offered
from .seal import seal

__all__ = ["SCHEMA", "VERSION", "chosen", "hand_in", "week_of", "write_hand_in"]

SCHEMA, VERSION = "workbook hand-in", 1


def week_of(day: date) -> str:
    """Give the week of a day; no hand-in says more of time.

    Parameters
    ----------
    day : date

    Examples
    --------
    >>> week_of(date(2027, 1, 1))
    '2026-W53'
    """
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def chosen(library: Library, journal: Journal, items: str = "all") -> list[Offer]:
    """Give the items that were asked for.

    Parameters
    ----------
    library : Library
    journal : Journal
    items : str
        ``all``, or ids with commas between them.

    Raises
    ------
    WorkbookError
        When an item is private, unknown or not answered, or when there is none.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> chosen(Library(packaged_course()), Journal("no_file.jsonl"), "00/start_line")
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: 00/start_line is private and never leaves. ...
    """
    known = {offer.id: offer for offer in offered(library, journal)}
    if items.strip().lower() == "all":
        if not known:
            raise WorkbookError(word("hand_in", "nothing"))
        return list(known.values())
    names = list(dict.fromkeys(name.strip() for name in items.split(",") if name.strip()))
    for name in names:
        if name not in known:
            raise WorkbookError(_why_not(library, name))
    if not names:
        raise WorkbookError(word("hand_in", "none_named"))
    return [offer for offer in known.values() if offer.id in names]


def _why_not(library: Library, name: str) -> str:
    if name not in library.exercise_ids():
        return word("hand_in", "unknown", id=name[:60])
    private = library.exercise(name).visibility == "private"
    return word("hand_in", "is_private" if private else "unanswered", id=name)


def hand_in(offers: Iterable[Offer], codes: Codes, day: date, texts: Sequence[str] = ()) -> bytes:
    """Give the exact bytes that leave.

    Parameters
    ----------
    offers : iterable of Offer
        What was chosen.
    codes : Codes
        Holds the code.
    day : date
        Only its week is written.
    texts : sequence of str
        Ids of the items whose written words leave as well.

    Examples
    --------
    >>> codes = Codes(Path("x"), "GROUP-07")
    >>> offer = Offer("01/x", "X", "", {"chosen": "a"}, {}, ())
    >>> b"GROUP-07" in hand_in([offer], codes, date(2026, 11, 29))
    True
    """
    items = [_item(offer, offer.id in texts) for offer in offers]
    about = {"schema": SCHEMA, "version": VERSION, "code": codes.code, "number": codes.next()}
    return seal({**about, "week": week_of(day), "items": items})


def _item(offer: Offer, with_texts: bool) -> dict[str, Any]:
    item = {"id": offer.id, "edition": offer.edition, "facts": dict(offer.facts)}
    return item | ({"texts": dict(offer.texts)} if with_texts and offer.texts else {})


def write_hand_in(path: Path, data: bytes, codes: Codes, *, force: bool = False) -> None:
    """Write the file, and count it.

    Parameters
    ----------
    path : Path
    data : bytes
        As `hand_in` gives them.
    codes : Codes
    force : bool
        Overwrite a file that is there.

    Raises
    ------
    JournalError, WorkbookError
        When it is there already, or cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> write_hand_in(folder / "mine.json", b"x", Codes(folder / "code.json", "GROUP-07"))
    >>> (folder / "mine.json").read_bytes()
    b'x'
    """
    try:
        if path.exists() and not force:
            raise WorkbookError(word("hand_in", "there", path=path))
        write(path, data, private=True)
    except OSError as error:
        raise sentence(error, path, "nothing_exported") from error
    codes.count()
