"""Many cards from one CSV file, with the row and the column of every mistake."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from ...errors import WorkbookError
from ..decode import csv_rows, text_of
from .one_card import LINES, value

__all__ = ["SIDES", "UNSCORED", "Card", "read_cards"]

LONGEST_CELL = 1000
UNSCORED = ("did_me_good", "told_limits", "no_need_to_defend", "on_my_side")
ABOUT = ("side", "pair", "date", "worker")
SIDES = ("person", "practitioner")
CHOOSE = "Choose a CSV file of cards."
DAY_ONE = date(1899, 12, 30)  # from which spreadsheets count their days


class Card(NamedTuple):
    """One filled card.

    Parameters
    ----------
    side : str
        ``person`` or ``practitioner``.
    answers : dict of str to int
        Line to 1 to 5; lines that were left out are not in it.
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


def read_cards(source) -> list[Card]:
    r"""Read a CSV file of cards, one card in a row.

    Parameters
    ----------
    source : str, os.PathLike or bytes
        A file, or what was in it. Columns: ``side``, the names of the lines, and if wanted
        ``pair``, ``date`` and ``worker``. An empty cell is a line that was left out,
        and so is "does not apply".

    Returns
    -------
    list of Card

    Raises
    ------
    WorkbookError
        With the row as a spreadsheet counts it, and what to do. Nothing is read by halves.

    Examples
    --------
    >>> table = ",".join(["side", *LINES]) + "\nperson" + ",4" * 9 + ",\n"
    >>> len(read_cards(table.encode())[0].answers)
    9
    """
    table, _ = csv_rows(text_of(source, CHOOSE), LONGEST_CELL)
    rows = [(n, cells) for n, cells in table if any(cells)]
    if not rows:
        raise WorkbookError(f"There is nothing in this file. {CHOOSE}")
    header = [cell.casefold().replace(" ", "_") for cell in rows[0][1]]
    _check_header(header)
    cards = [(n, _card(n, header, cells)) for n, cells in rows[1:]]
    if not cards:
        raise WorkbookError("There is a header but no card below it. Add one card in each row.")
    _check_pairs(cards)
    return [card for _, card in cards]


def _check_header(header: list[str]):
    for name in header:
        if name not in (*ABOUT, *LINES, *UNSCORED):
            raise WorkbookError(
                f"Row 1: There is no line of the Mirror called '{name[:40]}'. Take the column out, "
                f"or use one of these names: {', '.join([*ABOUT, *LINES, *UNSCORED])}."
            )
        if header.count(name) > 1:
            raise WorkbookError(f"Row 1: The column {name} is there twice. Take one out.")
    lacking = [name for name in ("side", *LINES) if name not in header]
    if lacking:
        raise WorkbookError(
            f"Row 1: The column {lacking[0]} is missing. Add it, and "
            + (
                "write person or practitioner in each row."
                if lacking[0] == "side"
                else "leave it empty where a line was left out."
            )
        )


def _card(row: int, header: list[str], cells: list[str]) -> Card:
    if any(cells[len(header) :]):
        raise WorkbookError(f"Row {row}: It has more cells than the first row. Mend the row.")
    found = dict(zip(header, cells, strict=False))
    about = {name: found.pop(name, "") for name in ABOUT}
    about["side"] = about["side"].casefold()
    about["pair"] = " ".join(about["pair"].casefold().split())  # two people write a code by hand
    if about["side"] not in SIDES:
        raise WorkbookError(
            f"Row {row}: The side is '{about['side'][:30]}'. Write person or practitioner."
        )
    _check_date(row, about["date"])
    answers = {name: _answer(row, name, cell) for name, cell in found.items()}
    return Card(answers={name: n for name, n in answers.items() if n is not None}, **about)


def _check_date(row: int, text: str):
    if re.fullmatch(r"[34567]\d{4}([.,]\d*)?", text):
        day = DAY_ONE + timedelta(int(text[:5]))
        raise WorkbookError(
            f"Row {row}, column date: '{text[:30]}' is a day number of a spreadsheet, not a date. "
            f"Show the column as dates, such as {day}, and save the file again."
        )


def _answer(row: int, name: str, cell: str) -> int | None:
    try:
        return value(cell)
    except WorkbookError as error:
        raise WorkbookError(f"Row {row}, column {name}: {error}") from None


def _check_pairs(cards: list[tuple[int, Card]]):
    seen: dict = {}
    for row, card in cards:
        key = (card.pair, card.side)
        if card.pair and key in seen:
            raise WorkbookError(
                f"Row {row}: The pair code '{card.pair}' was used for the {card.side} in row "
                f"{seen[key]} too. Each code may stand once on each side."
            )
        seen[key] = row
