"""Sessions from one CSV file, with the row and the column of every mistake."""

import os
from array import array
from collections.abc import Callable, Iterator
from functools import reduce
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ..errors import WorkbookError
from ..measures.decode import csv_rows, decoded
from ..words import Message, word
from .cells import CellError, Numbers
from .layout import EXTRA, ONLY, Cells, long_layout, pairs, wide_layout

__all__ = ["PHASES", "Progress", "Sessions", "pairs", "read_sessions", "unheard"]

MOST_BYTES, MOST_ROWS, MOST_CASES, MOST_PROBLEMS = 100_000_000, 1_000_000, 10_000, 5
PHASES = ("A", "B", "A2", "B2")
WORDS = {"a": 0, "a1": 0, "baseline": 0, "b": 1, "b1": 1, "treatment": 1, "intervention": 1}
WORDS |= {"phase a": 0, "phase b": 1, "pre": 0, "post": 1, "before": 0, "after": 1}
WORDS |= {"a2": 2, "b2": 3}
TOPS = {"person": 100, "practitioner": 100} | dict.fromkeys(EXTRA[2:], 1e6)
Progress = Callable[[Message], None]


def unheard(progress: Message) -> None:
    """Hear how far long work has come, and say nothing.

    Examples
    --------
    >>> unheard(word("sessions", "rows_read", n=250_000))
    """


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


def read_sessions(
    source: str | os.PathLike | bytes,
    *,
    columns: str = "",
    wide: str = "",
    progress: Progress = unheard,
) -> Sessions:
    r"""Read a CSV file of sessions.

    Parameters
    ----------
    source : str, os.PathLike or bytes
        A file, or what was in it.
    columns : str
        ``case=worker, outcome=rating`` where the columns have other names.
    wide : str
        ``week: north=7, south=10`` for a table with one column for each case.
    progress : callable
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
    text, encoding = decoded(source, word("sessions", "choose"), MOST_BYTES)
    rows, mark = csv_rows(text)
    header = next(([cell.casefold() for cell in cells] for _, cells in rows if any(cells)), [])
    _refuse_twins(header)
    layout = wide_layout(header, wide) if wide else long_layout(header, columns)
    taken = _Taking(Numbers(comma=mark != ","), layout.extra, progress)
    for row, cells in rows:
        taken.take(row, cells, len(header), layout.rows)
    notes = [word("sessions", "older")] if encoding == "cp1252" else []
    if mark != ",":
        notes.append(word("sessions", "semicolons" if mark == ";" else "tabs"))
    if layout.unread:
        notes.append(word("sessions", "unread", columns=", ".join(layout.unread)[:200]))
    name = word("sessions", "the_table") if isinstance(source, bytes) else Path(source).name
    found = taken.finish(notes)
    return Sessions(name, layout.outcome, list(taken.cases), found, notes)


class _Taking:
    """Take cell by cell into plain arrays, and keep the first mistakes."""

    def __init__(self, numbers: Numbers, extra: tuple, progress: Progress) -> None:
        self.numbers, self.progress = numbers, progress
        self.cases: dict[str, int] = {}
        self.trouble: list[Message] = []
        self.kept: dict[str, array] = {name: array("d") for name in ("outcome", *extra)}
        self.kept |= {name: array("l") for name in ("case", "session", "phase", "row")}

    def take(self, row: int, cells: list[str], width: int, layout) -> None:
        if not any(cells):
            return
        if any(cells[width:]):
            self.note(row, "", CellError(word("sessions", "many_cells")))
        for each in layout(cells + [""] * (width - len(cells))):
            self.add(row, each)
        if len(self.kept["row"]) > MOST_ROWS or len(self.cases) > MOST_CASES:
            too_many = {"many_cases": MOST_CASES, "many_sessions": MOST_ROWS}
            name = "many_cases" if len(self.cases) > MOST_CASES else "many_sessions"
            raise WorkbookError(word("sessions", name, row=row, most=too_many[name]))
        if row % 250_000 == 0:
            self.progress(word("sessions", "rows_read", n=row))

    def add(self, row: int, cells: Cells) -> None:
        extra = dict(zip([n for n in EXTRA if n in self.kept], cells.extra, strict=True))
        found: dict[str, float] = {
            "row": row,
            "case": self.cases.setdefault(cells.case, len(self.cases)),
        }
        if not cells.case:
            self.note(row, "case", CellError(word("sessions", "no_case")))
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
        about = {"row": row, "column": column, "problem": trouble.args[0]}
        self.trouble.append(word("sessions", "in_column" if column else "in_row", **about))
        if len(self.trouble) > MOST_PROBLEMS:
            _refuse([*self.trouble[:MOST_PROBLEMS], word("sessions", "more_rows")])

    def finish(self, notes: list[Message]) -> dict:
        """Sort by case and session, and look at the whole."""
        _refuse(self.trouble)
        found = {n: np.array(kept, dtype=float if kept.typecode == "d" else int)
                 for n, kept in self.kept.items()}  # fmt: skip
        if not len(found["row"]):
            raise WorkbookError(word("sessions", "no_session"))
        order = np.lexsort((found["row"], found["session"], found["case"]))
        found = {name: column[order] for name, column in found.items()}
        _refuse(list(_out_of_order(found, list(self.cases))))
        _refuse_part_of_four(found, list(self.cases))
        _refuse_one_phase(found)
        if self.numbers.seen >= {",", "."}:
            raise WorkbookError(word("sessions", "two_signs"))
        if "," in self.numbers.seen:
            notes.append(word("sessions", "commas"))
        folded = {name.casefold() for name in self.cases}
        if len(folded) < len(self.cases):
            notes.append(word("sessions", "letters"))
        return found


def _phase(cell: str) -> int:
    if (found := WORDS.get(cell.casefold())) is None:
        raise CellError(word("sessions", "no_phase", cell=cell[:30]))
    return found


def _out_of_order(found: dict, cases: list[str]) -> Iterator[Message]:
    keep = word("sessions", "keep_one_or_name" if cases == [ONLY] else "keep_one")
    same = np.flatnonzero(np.diff(found["case"]) == 0)
    step = {name: (found[name][same], found[name][same + 1]) for name in ("session", "phase")}
    for twice, (before, after) in ((True, step["session"]), (False, step["phase"])):
        for at in same[before == after if twice else before > after][:MOST_PROBLEMS]:
            about = {"session": found["session"][at + 1], "case": cases[found["case"][at]]}
            about |= {"row": found["row"][at + 1], "other": found["row"][at], "keep": keep}
            was, phase = (PHASES[found["phase"][place]] for place in (at, at + 1))
            name = "twice" if twice else "back"
            yield word("sessions", name, **about, phase=phase, before=was)


def _refuse_part_of_four(found: dict, cases: list[str]) -> None:
    for place in np.unique(found["case"][found["phase"] > 1]):
        held = np.unique(found["phase"][found["case"] == place])
        if len(held) < len(PHASES):
            names = ", ".join(("A1", "B1", "A2", "B2")[each] for each in held)
            raise WorkbookError(word("sessions", "part_of_four", case=cases[place], phases=names))


def _refuse_one_phase(found: dict) -> None:
    valued = found["phase"][~np.isnan(found["outcome"])]
    cases = found["case"][~np.isnan(found["outcome"])]
    if not np.intersect1d(cases[valued == 0], cases[valued == 1]).size:
        held = [PHASES[each] for each in np.unique(valued)] or [word("sessions", "no_phase_held")]
        about = {"first": found["row"].min(), "last": found["row"].max()}
        joined = reduce(lambda one, other: word("sessions", "and", one=one, other=other), held)
        raise WorkbookError(word("sessions", "one_phase", **about, held=joined))


def _refuse_twins(header: list[str]) -> None:
    if not any(header):
        raise WorkbookError(word("sessions", "empty"))
    for name in header:
        if name and header.count(name) > 1:
            raise WorkbookError(word("sessions", "twin", column=name))


def _refuse(trouble: list[Message]) -> None:
    if trouble:
        nothing = word("sessions", "nothing_written")
        raise WorkbookError("\n".join([*trouble[: MOST_PROBLEMS + 1], nothing]))
