"""Codes that two or more people wrote into tables of their own, matched unit by unit."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from ...errors import WorkbookError
from ...words import Message, word
from ..decode import csv_rows, text_of

__all__ = ["Codings", "read_codes"]

UNITS = ("unit", "line", "turn", "item", "id", "card", "row")
CODES = ("code", "codes", "category", "label", "rating")
LONGEST = 40_000  # letters of a cell, which may hold what a person said

Rows = Iterable[tuple[int, list[str]]]
Reader = Callable[[Path], Rows | None]


class Codings(NamedTuple):
    """What several people coded, side by side.

    Parameters
    ----------
    names : list of str
        The files.
    units : list of str
        All units, in the order of the first file.
    codes : list of list
        The codes of each file, one for each unit; None where it has none.
    notes : list of Message
        What to keep in mind.

    Examples
    --------
    >>> Codings(["a.csv"], ["1"], [["asks"]], []).units
    ['1']
    """

    names: list[str]
    units: list[str]
    codes: list[list[str | None]]
    notes: list[Message]


def read_codes(paths, *, unit="", code="", rows: Reader | None = None) -> Codings:
    """Read one table of codes for each person, and match them by the name of the unit.

    Parameters
    ----------
    paths : sequence of path
        CSV files, two at least.
    unit, code : str
        The columns; guessed where a table has two columns, or columns of the usual names.
    rows : callable, optional
        Takes a file, gives its rows with their numbers, or None where it is to be read as CSV.

    Returns
    -------
    Codings

    Raises
    ------
    WorkbookError
        When a table cannot be read, a column is not clear, or a unit stands in a table twice.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> for name, code in (("a.csv", "asks"), ("b.csv", "tells")):
    ...     _ = (folder / name).write_text("line,code" + chr(10) + "1," + code)
    >>> read_codes([folder / "a.csv", folder / "b.csv"]).codes
    [['asks'], ['tells']]
    """
    paths = [Path(path) for path in paths]
    if len(paths) < 2:
        raise WorkbookError(word("agree_files", "one_file"))
    if len({path.resolve() for path in paths}) < len(paths):
        raise WorkbookError(word("agree_files", "same_file"))
    tables = [_table(path, unit, code, rows(path) if rows else None) for path in paths]
    units = list(dict.fromkeys(each for table in tables for each in table))
    shared = sum(all(each in table for table in tables) for each in units)
    if not shared:
        raise WorkbookError(word("agree_files", "no_shared"))
    spelled, notes = _spelled(tables)
    if shared < len(units):
        notes.append(word("agree_files", "left_over", shared=shared, all=len(units)))
    codes = [[spelled.get(table.get(each, "")) for each in units] for table in tables]
    return Codings([path.name for path in paths], units, codes, notes)


def _table(path: Path, unit: str, code: str, held: Rows | None) -> dict[str, str]:
    """Read one table: unit to code, which is empty where none was given."""
    text = text_of(path, word("agree_files", "choose")) if held is None else ""
    cells_of = csv_rows(text, LONGEST)[0] if held is None else held
    rows = [(n, cells) for n, cells in cells_of if any(cells)]
    if len(rows) < 2:
        raise WorkbookError(word("agree_files", "no_rows", file=path.name))
    head = [cell.casefold() for cell in rows[0][1]]
    places = _columns(path, rows[0][1], head, (unit, code))
    found: dict[str, str] = {}
    for number, cells in rows[1:]:
        name, given = (cells[at] if at < len(cells) else "" for at in places)
        about = {"file": path.name, "row": number}
        if not name:
            raise WorkbookError(word("agree_files", "no_unit", **about))
        if name in found:
            raise WorkbookError(word("agree_files", "twice", unit=name, **about))
        found[name] = given
    return found


def _columns(path, written, head, asked) -> list[int]:
    """Find the column of the unit and that of the code."""
    places = []
    for wanted, usual in zip(asked, (UNITS, CODES), strict=True):
        names = [wanted.casefold()] if wanted else usual
        here = [at for at, name in enumerate(head) if name in names]
        places.append(here[0] if len(here) == 1 else -1)
    if len(head) == 2 and not any(asked):
        at = places[0] if places[0] >= 0 else 1 - places[1] if places[1] >= 0 else 0
        places = [at, 1 - at]
    if -1 in places or places[0] == places[1]:
        listed = {"file": path.name, "columns": ", ".join(filter(None, written))}
        which = "unit" if places[0] == -1 else "code"
        raise WorkbookError(word("agree_files", f"which_{which}", **listed))
    return places


def _spelled(tables) -> tuple[dict, list[Message]]:
    """Give each code its one spelling: those that differ in case or spaces only are the same."""
    given = Counter(code for table in tables for code in table.values() if code)
    groups: dict[str, list[str]] = {}
    for code in given:
        groups.setdefault(" ".join(code.split()).casefold(), []).append(code)
    spelled = {code: codes[0] for codes in groups.values() for code in codes}
    notes = [
        word("agree_files", "spelled", codes=", ".join(codes))
        for codes in groups.values()
        if len(codes) > 1
    ]
    return spelled, notes
