"""Sessions from one CSV file, with the row and the column of every mistake."""

from array import array
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ..errors import WorkbookError
from ..measures.decode import csv_rows, decoded
from .cells import CellError, Numbers
from .layout import EXTRA, ONLY, Cells, long_layout, pairs, wide_layout

__all__ = ["PHASES", "Sessions", "pairs", "read_sessions"]

MOST_BYTES, MOST_ROWS, MOST_CASES, TOLD = 100_000_000, 1_000_000, 10_000, 5
NOTHING = "Nothing was written."
PHASES = ("A", "B", "A2", "B2")
WORDS = {"a": 0, "a1": 0, "baseline": 0, "b": 1, "b1": 1, "treatment": 1, "intervention": 1}
WORDS |= {"phase a": 0, "phase b": 1, "pre": 0, "post": 1, "before": 0, "after": 1}
WORDS |= {"a2": 2, "b2": 3}
TOPS = {"person": 100, "practitioner": 100} | dict.fromkeys(EXTRA[2:], 1e6)
MANY_CELLS = (
    "it has more cells than the first row. A decimal comma can part a number in two: write 3.5, or "
    "part the cells by semicolons."
)
CHOOSE = "Choose a CSV file."
OLDER = "The file is not UTF-8; it was read as an older Windows file."


class Sessions(NamedTuple):
    r"""What was read, in the order of case and session.

    Parameters
    ----------
    name : str
        Of the file.
    outcome : str
        What the outcome is called.
    cases : list of str
        In the order in which they first appear.
    columns : dict of str to ndarray
        ``case`` (place in `cases`), ``session``, ``phase`` (place in `PHASES`), ``outcome``
        (NaN is missing), ``row``, and those of `EXTRA` that are there.
    notes : list of str
        How the file was read.

    Examples
    --------
    >>> read_sessions(b"session,phase,outcome\n1,A,2\n2,B,4\n").cases
    ['case 1']
    """

    name: str
    outcome: str
    cases: list
    columns: dict
    notes: list


def read_sessions(source, *, columns: str = "", wide: str = "", told=lambda said: None) -> Sessions:
    r"""Read a CSV file of sessions.

    Parameters
    ----------
    source : str, os.PathLike or bytes
        A file, or what was in it.
    columns : str
        ``case=worker, outcome=rating`` where the columns have other names.
    wide : str
        ``week: north=7, south=10`` for a table with one column for each case.
    told : callable
        Takes a sentence about long work.

    Returns
    -------
    Sessions

    Raises
    ------
    WorkbookError
        With the rows as a spreadsheet counts them, and what to do. Nothing is read by halves.

    Examples
    --------
    >>> read_sessions(b"session,phase,outcome\n1,A,x\n")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: Row 2, column outcome: 'x' is not a number. ...
    """
    text, encoding = decoded(source, CHOOSE, MOST_BYTES)
    rows, mark = csv_rows(text)
    header = next(([cell.casefold() for cell in cells] for _, cells in rows if any(cells)), [])
    _refuse_twins(header)
    layout = wide_layout(header, wide) if wide else long_layout(header, columns)
    taken = _Taking(Numbers(comma=mark != ","), layout.extra, told)
    for row, cells in rows:
        taken.take(row, cells, len(header), layout.rows)
    notes = [OLDER] if encoding == "cp1252" else []
    if mark != ",":
        notes.append(f"The cells were parted by {'semicolons' if mark == ';' else 'tabs'}.")
    if layout.unread:
        notes.append(f"Columns that were not read: {', '.join(layout.unread)[:200]}.")
    name = "the table" if isinstance(source, bytes) else Path(source).name
    found = taken.finish(notes)
    return Sessions(name, layout.outcome, list(taken.cases), found, notes)


class _Taking:
    """Take cell by cell into plain arrays, and keep the first mistakes."""

    def __init__(self, numbers: Numbers, extra: tuple, told):
        self.numbers, self.told, self.cases, self.trouble = numbers, told, {}, []
        self.kept = {name: array("d") for name in ("outcome", *extra)}
        self.kept |= {name: array("l") for name in ("case", "session", "phase", "row")}

    def take(self, row: int, cells: list[str], width: int, layout) -> None:
        if not any(cells):
            return
        if any(cells[width:]):
            self.note(row, "", CellError(MANY_CELLS))
        for each in layout(cells + [""] * (width - len(cells))):
            self.add(row, each)
        if len(self.kept["row"]) > MOST_ROWS or len(self.cases) > MOST_CASES:
            what = f"{MOST_ROWS:,} sessions" if len(self.cases) <= MOST_CASES else "10,000 cases"
            raise WorkbookError(f"Row {row}: The file has more than {what}, which is as many as "
                                f"one report takes. Split the file. {NOTHING}")  # fmt: skip
        if row % 250_000 == 0:
            self.told(f"{row:,} rows read")

    def add(self, row: int, cells: Cells) -> None:
        extra = dict(zip([n for n in EXTRA if n in self.kept], cells.extra, strict=True))
        found = {"row": row, "case": self.cases.setdefault(cells.case, len(self.cases))}
        if not cells.case:
            self.note(row, "case", CellError("there is no name. Give each row its case."))
        try:
            where = "session"
            found["session"] = self.numbers.session(cells.session)
            where = "phase"
            found["phase"] = _phase(cells.phase)
            where = "outcome"
            found["outcome"] = self.numbers.number(cells.outcome)
            for where, cell in extra.items():  # noqa: B007 - the name of the column in trouble
                found[where] = self.numbers.between(cell, TOPS[where])
        except CellError as trouble:
            self.note(row, where, trouble)
        else:
            for name, value in found.items():
                self.kept[name].append(value)

    def note(self, row: int, column: str, trouble: CellError) -> None:
        self.trouble.append(f"Row {row}{column and f', column {column}'}: {trouble}")
        if len(self.trouble) > TOLD:
            _refuse([*self.trouble[:TOLD], "There may be more rows like these."])

    def finish(self, notes: list[str]) -> dict:
        """Sort by case and session, and look at the whole."""
        _refuse(self.trouble)
        found = {n: np.array(kept, dtype=float if kept.typecode == "d" else int)
                 for n, kept in self.kept.items()}  # fmt: skip
        if not len(found["row"]):
            raise WorkbookError(f"There is no session in this file, only a header. {NOTHING}")
        order = np.lexsort((found["row"], found["session"], found["case"]))
        found = {name: column[order] for name, column in found.items()}
        _refuse(list(_out_of_order(found, list(self.cases))))
        _refuse_part_of_four(found, list(self.cases))
        _refuse_one_phase(found)
        if self.numbers.seen >= {",", "."}:
            raise WorkbookError("Some numbers have a decimal comma and others a point. Write all "
                                f"of them one way. {NOTHING}")  # fmt: skip
        if "," in self.numbers.seen:
            notes.append("Decimal commas were read as points: 3,5 is 3.5.")
        folded = {name.casefold() for name in self.cases}
        if len(folded) < len(self.cases):
            notes.append("Some cases differ only in capital letters; they were kept apart.")
        return found


def _phase(cell: str) -> int:
    if (found := WORDS.get(cell.casefold())) is None:
        raise CellError(
            f"'{cell[:30]}' is no phase. Write A before the start and B after it (A1, B1, A2, B2 "
            "for a published series with four phases)."
        )
    return found


def _out_of_order(found: dict, cases: list[str]):
    keep = "Keep one of them."
    if cases == [ONLY]:
        keep = "Keep one of them, or name the column of cases: --columns 'case=worker'."
    same = np.flatnonzero(np.diff(found["case"]) == 0)
    step = {name: (found[name][same], found[name][same + 1]) for name in ("session", "phase")}
    for twice, (before, after) in ((True, step["session"]), (False, step["phase"])):
        for at in same[before == after if twice else before > after][:TOLD]:
            row, other = found["row"][at + 1], found["row"][at]
            what = f"session {found['session'][at + 1]} of {cases[found['case'][at]]}"
            yield (
                f"Row {row}: {what} is in row {other} too. {keep}"
                if twice
                else f"Row {row}: {what} is in phase {PHASES[found['phase'][at + 1]]}, after phase "
                f"{PHASES[found['phase'][at]]} had begun (row {other}). Mend the phase, or write "
                "A1, B1, A2, B2 if the phases really alternate."
            )


def _refuse_part_of_four(found: dict, cases: list[str]) -> None:
    for place in np.unique(found["case"][found["phase"] > 1]):
        held = np.unique(found["phase"][found["case"] == place])
        if len(held) < len(PHASES):
            names = ", ".join(("A1", "B1", "A2", "B2")[each] for each in held)
            raise WorkbookError(f"{cases[place]} has the phases {names}. A series that goes back "
                                f"has all four, A1, B1, A2 and B2. {NOTHING}")  # fmt: skip


def _refuse_one_phase(found: dict) -> None:
    valued = found["phase"][~np.isnan(found["outcome"])]
    cases = found["case"][~np.isnan(found["outcome"])]
    if not np.intersect1d(cases[valued == 0], cases[valued == 1]).size:
        rows = f"Rows {found['row'].min()} to {found['row'].max()}"
        held = " and ".join(PHASES[each] for each in np.unique(valued)) or "no phase"
        raise WorkbookError(f"{rows}: No case has values in both phase A and phase B (there are "
                            f"some in {held}), so nothing can be compared. {NOTHING}")  # fmt: skip


def _refuse_twins(header: list[str]) -> None:
    if not any(header):
        raise WorkbookError(f"There is nothing in this file. {NOTHING}")
    for name in header:
        if name and header.count(name) > 1:
            raise WorkbookError(f"Row 1: The column '{name}' is there twice. Take one out.")


def _refuse(trouble: list[str]) -> None:
    if trouble:
        raise WorkbookError("\n".join([*trouble[: TOLD + 1], NOTHING]))
