"""Many cards from one CSV file, with the row and the column of every mistake."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from ...errors import WorkbookError
from ...words import word
from ..decode import csv_rows, text_of
from ..result import joined
from .instrument import Instrument
from .one_card import value

__all__ = ["SIDES", "Card", "read_cards"]

LONGEST_CELL = 1000
ABOUT = ("side", "pair", "date", "worker")
SIDES = ("person", "practitioner")
DAY_ONE = date(1899, 12, 30)  # from which spreadsheets count their days


class Card(NamedTuple):
    """One filled card.

    Parameters
    ----------
    side : str
        ``person`` or ``practitioner``.
    answers : dict of str to int
        Line to a point of the scale; lines that were left out are not in it.
    pair : str
        A code that the two made up, in small letters; empty when the card stands alone.
    date, worker : str
        As written; a date stays plain text, since 3/4 is not the same day everywhere. The day
        number that a spreadsheet may write in its place is refused.

    Examples
    --------
    >>> Card("person", {"real_say": 2}).pair
    ''
    """

    side: str
    answers: dict
    pair: str = ""
    date: str = ""
    worker: str = ""


def read_cards(source, *, instrument: Instrument) -> list[Card]:
    r"""Read a CSV file of cards, one card in a row.

    Parameters
    ----------
    source : str, os.PathLike or bytes
        A file, or what was in it. Columns: ``side``, the names of the lines, and if wanted
        ``pair``, ``date`` and ``worker``. An empty cell is a line that was left out,
        and so is "does not apply".
    instrument : Instrument
        The card that was answered.

    Returns
    -------
    list of Card

    Raises
    ------
    WorkbookError
        With the row as a spreadsheet counts it, and what to do. Nothing is read by halves.

    Examples
    --------
    >>> from workbook.measures.rating import mirror
    >>> table = ",".join(["side", *mirror().lines]) + "\nperson" + ",4" * 9 + ",\n"
    >>> len(read_cards(table.encode(), instrument=mirror())[0].answers)
    9
    """
    choose = word("card_errors", "choose")
    table, _ = csv_rows(text_of(source, choose), LONGEST_CELL)
    rows = [(n, cells) for n, cells in table if any(cells)]
    if not rows:
        raise WorkbookError(joined(word("file_errors", "nothing"), choose))
    header = [cell.casefold().replace(" ", "_") for cell in rows[0][1]]
    _check_header(header, instrument)
    cards = [(n, _card(n, header, cells, instrument)) for n, cells in rows[1:]]
    if not cards:
        raise WorkbookError(word("card_errors", "no_card"))
    _check_pairs(cards)
    return [card for _, card in cards]


def _check_header(header: list[str], instrument: Instrument) -> None:
    known = (*ABOUT, *instrument.lines, *instrument.unscored)
    for name in header:
        if name not in known:
            names = {"name": name[:40], "names": ", ".join(known), "card": instrument.title}
            raise WorkbookError(word("card_errors", "unknown_line", **names))
        if header.count(name) > 1:
            raise WorkbookError(word("card_errors", "column_twice", name=name))
    lacking = [name for name in ("side", *instrument.lines) if name not in header]
    if lacking:
        what = "no_side_column" if lacking[0] == "side" else "no_line_column"
        raise WorkbookError(word("card_errors", what, name=lacking[0]))


def _card(row: int, header: list[str], cells: list[str], instrument: Instrument) -> Card:
    if any(cells[len(header) :]):
        raise WorkbookError(word("card_errors", "more_cells", row=row))
    found = dict(zip(header, cells, strict=False))
    about = {name: found.pop(name, "") for name in ABOUT}
    about["side"] = about["side"].casefold()
    about["pair"] = " ".join(about["pair"].casefold().split())  # two people write a code by hand
    if about["side"] not in SIDES:
        raise WorkbookError(word("card_errors", "no_side", row=row, side=about["side"][:30]))
    _check_date(row, about["date"])
    answers = {name: _answer(row, name, cell, instrument) for name, cell in found.items()}
    return Card(answers={name: n for name, n in answers.items() if n is not None}, **about)


def _check_date(row: int, text: str) -> None:
    if re.fullmatch(r"[34567]\d{4}([.,]\d*)?", text):
        day = DAY_ONE + timedelta(int(text[:5]))
        raise WorkbookError(word("card_errors", "day_number", row=row, text=text[:30], day=day))


def _answer(row: int, name: str, cell: str, instrument: Instrument) -> int | None:
    try:
        return value(cell, instrument=instrument)
    except WorkbookError as error:
        what = {"row": row, "column": name, "error": error.args[0]}
        raise WorkbookError(word("card_errors", "in_cell", **what)) from None


def _check_pairs(cards: list[tuple[int, Card]]) -> None:
    seen: dict = {}
    for row, card in cards:
        key = (card.pair, card.side)
        if card.pair and key in seen:
            where = {"row": row, "other": seen[key]}
            raise WorkbookError(
                word("card_errors", f"pair_twice_{card.side}", pair=card.pair, **where)
            )
        seen[key] = row
