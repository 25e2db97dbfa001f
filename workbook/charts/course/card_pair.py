"""One invented pair of cards: what each side put, line by line."""

from pathlib import Path
from typing import Any

from workbook.charts.course.cards import instrument, made_up, picture, read, source_line
from workbook.charts.kit.chart_words import chart_words
from workbook.charts.kit.model import Cell, Chart
from workbook.measures.rating import SIDES, Instrument, Line, lines
from workbook.readings.rating import card
from workbook.words import word

__all__ = ["pair_chart"]


def pair_chart(chart_id: str, datasets: Path, table: str, pair: str) -> Chart:
    """Build the chart of both sides of one pair.

    Parameters
    ----------
    chart_id : str
        Its words have ``opening``: how the title begins.
    datasets : pathlib.Path
    table, pair : str
        The file without ``.csv``, and the pair in it.

    Returns
    -------
    workbook.charts.Chart

    Raises
    ------
    workbook.errors.WorkbookError
        When the cards are missing or cannot be read.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> folder = packaged_course() / "datasets"
    >>> pair_chart("03/both_sides", folder, "mirror_cards", "blue-26").title
    'One invented pair of cards: the practitioner put more than the person on 7 of 10 lines'
    """
    answers = {each.side: each.answers for each in read(datasets, table) if each.pair == pair}
    ours, theirs, asked = answers["practitioner"], answers["person"], instrument(datasets)
    found = [line for line in lines(ours, theirs, instrument=asked) if line.name]
    labels = {name: asked.label(name) for name in asked.lines}
    seen = card(ours, theirs, labels, instrument=asked)
    text = chart_words(
        chart_id,
        opening=word(chart_id, "opening"),
        more=sum(_above(line) for line in found),
        all=len(found),
        seen=" ".join([*seen["scores"], seen["gap"]]),
        source=source_line(),
    )
    heads = [
        {"row": f"{n}", "label": name.capitalize(), "sign": name}
        for n, name in enumerate(asked.places)
    ]
    rows = [_row(n, line, asked) for n, line in enumerate(found)]
    axis = (word("cards", "axis"), [1, 2, 3, 4, 5])
    table_rows = [_table_row(line, asked) for line in found]
    return text.chart((made_up(),), table_rows, picture(rows, heads, text, axis=axis))


def _above(line: Line) -> bool:
    if line.person is None or line.practitioner is None:
        return False
    return line.practitioner > line.person


def _label(line: Line, asked: Instrument) -> str:
    label = asked.label(line.name)
    return label[0].upper() + label[1:]


def _row(place: int, line: Line, asked: Instrument) -> dict[str, Any]:
    label = _label(line, asked)
    row: dict[str, Any] = {"row": f"{asked.places.index(line.dimension)}|{place}", "name": label}
    for side in SIDES:
        value = getattr(line, side)
        if value is not None:
            about = {"line": label, "side": word("chart", side), "value": value}
            row |= {side: value, f"{side}_said": word("cards", "put", top=asked.top, **about)}
    return row


def _table_row(line: Line, asked: Instrument) -> tuple[Cell, ...]:
    sides = (line.person, line.practitioner)
    put = [word("cards", "left_out") if n is None else f"{n}" for n in sides]
    return (line.dimension.capitalize(), _label(line, asked), *put, line.question)
