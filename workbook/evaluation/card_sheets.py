"""Sheets of cards and of published forms as people typed them in: one score a row."""

import io
import os
from collections.abc import Sequence
from csv import writer
from datetime import date
from math import isnan
from pathlib import Path
from typing import NamedTuple

from ..errors import WorkbookError
from ..measures.forms import FORMS, goal_attainment, score_form
from ..measures.rating import Instrument, read_cards, score
from ..words import word
from .table.choice import fitting_table
from .table.days import days_of
from .table.figures import Signs, read_figures
from .table.options import Options
from .table.trim import Table
from .table.trouble import Trouble
from .table.vocabulary import plain

__all__ = ["ABOUT", "Score", "card_scores", "form_scores"]

ABOUT = ("date", "worker")  # what a row needs to lie in a block
BESIDE = (*ABOUT, "side", "pair")


class Score(NamedTuple):
    """One row of a sheet.

    Parameters
    ----------
    worker : str
    day : date or None
    kind : str
        Whose card it is, or which scale of a form.
    value : float
        NaN where too few lines were answered.
    answers : tuple of float
        Of a form; empty for a card.

    Examples
    --------
    >>> Score("w1", None, "person", 62.5).answers
    ()
    """

    worker: str
    day: date | None
    kind: str
    value: float
    answers: tuple = ()


def card_scores(
    files: Sequence[str | os.PathLike], instrument: Instrument, options: Options
) -> list[Score]:
    """Read sheets of cards with two sides.

    Parameters
    ----------
    files : sequence of str or os.PathLike
        With the columns ``side``, ``date``, ``worker``, the lines, and if wanted ``pair``.
    instrument : Instrument
    options : Options
        Its `sheet` and `dates`.

    Raises
    ------
    WorkbookError
        With the file and the row; also when a pair of cards is there in two files.

    Examples
    --------
    >>> from ..measures.rating import mirror
    >>> card_scores([], mirror(), Options())
    []
    """
    found: list[Score] = []
    seen: dict[tuple[str, str], object] = {}
    for file in files:
        table = fitting_table(file, ["side"], options)
        cards = _in_file(file, lambda t=table: read_cards(_as_csv(t), instrument=instrument))
        for card in cards:
            key = (card.pair, card.side)
            if card.pair and seen.setdefault(key, file) != file:
                about = {
                    "pair": card.pair,
                    "first": table.grid.name,
                    "other": _name(str(seen[key])),
                }
                raise WorkbookError(word("card_sheets", "pair_in_two", **about))
        rows = list(range(len(cards)))
        days = _days([card.date for card in cards], rows, options, table.grid.name)
        for card, day in zip(cards, days, strict=True):
            value = score(card.answers, card.side, instrument=instrument).value
            found.append(Score(card.worker, day, card.side, value))
    return found


def form_scores(files: Sequence[str | os.PathLike], name: str, options: Options) -> list[Score]:
    """Read sheets of a published form: the columns date and worker, and one for each line.

    Parameters
    ----------
    files : sequence of str or os.PathLike
    name : str
        A key of `workbook.measures.forms.FORMS`.
    options : Options
        Its `sheet`, `dates` and `decimal`.

    Returns
    -------
    list of Score
        One for each row and scale.

    Raises
    ------
    WorkbookError
        When the form is not known, or a row is not as the form has it.

    Examples
    --------
    >>> form_scores([], "care", Options())
    []
    """
    if name not in FORMS:
        raise WorkbookError(word("card_sheets", "no_form", name=name[:40], known=", ".join(FORMS)))
    found = []
    for file in files:
        table = fitting_table(file, list(ABOUT), options)
        found += _in_file(file, lambda t=table: _of_form(t, name, options))
    return found


def _of_form(table: Table, name: str, options: Options) -> list[Score]:
    at = {plain(cell): n for n, cell in enumerate(table.header) if cell}
    if lacking := [each for each in ABOUT if each not in at]:
        raise WorkbookError(word("card_sheets", "no_column", column=lacking[0]))
    lines = [n for cell, n in at.items() if cell not in BESIDE]
    if FORMS[name].lines and len(lines) != FORMS[name].lines:
        about = {"form": FORMS[name].title, "lines": FORMS[name].lines, "n": len(lines)}
        raise WorkbookError(word("card_sheets", "other_lines", **about))
    rows = [row for row, _ in table.rows]
    cells = [row + [""] * (len(table.header) - len(row)) for _, row in table.rows]
    trouble, signs = Trouble(), Signs(table.grid.sign, options.decimal)
    columns = [read_figures([row[n] for row in cells], rows, trouble, signs).values for n in lines]
    days = days_of([row[at["date"]] for row in cells], rows, options.dates, trouble)
    trouble.refuse()
    found = []
    for place, (row, day) in enumerate(zip(rows, days, strict=True)):
        answers = tuple(column[place] for column in columns)
        for kind, value in _scores(name, answers, row):
            found.append(Score(cells[place][at["worker"]], day, kind, value, answers))
    return found


def _scores(name: str, answers: tuple, row: int) -> list[tuple[str, float]]:
    """Score one row; a form that is scored over many rows keeps its answers for later."""
    try:
        if FORMS[name].scales:
            return [(m.name, m.value) for m in score_form(name, answers)]
        if name == "goal_attainment":
            levels = [each for each in answers if not isnan(each)]
            return [(name, goal_attainment(levels).value)]
    except WorkbookError as error:
        raise WorkbookError(word("card_sheets", "in_row", row=row, problem=error.args[0])) from None
    return [(name, float("nan"))]


def _as_csv(table: Table) -> bytes:
    """Write the table as the reader of cards takes it, each row in its own place."""
    out = io.StringIO()
    rows = {table.row: table.header} | dict(table.rows)
    csv = writer(out)
    for row in range(1, max(rows) + 1):
        csv.writerow(rows.get(row, []))
    return out.getvalue().encode("utf-8")


def _in_file(file, read):
    """Name the file in what is said about one of its rows."""
    try:
        return read()
    except WorkbookError as error:
        about = {"file": _name(file), "problem": error.args[0]}
        raise WorkbookError(word("card_sheets", "in_file", **about)) from None


def _name(file: str | os.PathLike) -> str:
    return Path(os.fspath(file)).name


def _days(texts: list[str], rows: list[int], options: Options, name: str) -> list[date | None]:
    trouble = Trouble()
    days = days_of(texts, rows, options.dates, trouble)
    if trouble.found:
        odd = next(t for t, day in zip(texts, days, strict=True) if t and day is None)
        raise WorkbookError(word("card_sheets", "no_date", file=name, cell=odd[:30]))
    return days
