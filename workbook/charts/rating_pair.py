"""Invented pairs of Mirror cards: what each side put, line by line."""

from workbook.charts.rating import card
from workbook.charts.rating_picture import MADE_UP, SAYS, picture, read
from workbook.charts.told import told
from workbook.measures.rating import SIDES, lines, mirror

__all__ = ["build"]

PAIRS = {  # chart: its table, its pair, how the title begins
    "03/both_sides": ("mirror_cards", "blue-26", "One invented pair of cards"),
    "04/three_pairs": ("school_pair", "pair 1", "Pair 1 of three, invented"),
}
AXIS = ("Points: 1 not at all, 5 completely", [1, 2, 3, 4, 5])


def build(chart_id, datasets):
    """Build the chart of both sides of one pair.

    Parameters
    ----------
    chart_id : str
    datasets : pathlib.Path

    Returns
    -------
    workbook.charts.Chart

    Raises
    ------
    workbook.errors.WorkbookError
        When the cards are missing or cannot be read.

    Examples
    --------
    >>> from pathlib import Path
    >>> chart = build("03/both_sides", Path(__file__).parents[2] / "datasets")
    >>> chart.title
    'One invented pair of cards: the practitioner put more than the person on 7 of 10 lines'
    """
    file, name, opening = PAIRS[chart_id]
    pair = {each.side: each.answers for each in read(datasets, file) if each.pair == name}
    both = [pair["practitioner"], pair["person"]]
    asked = mirror()
    found = [line for line in lines(*both, instrument=asked) if line.name]
    seen = card(*both, {name: asked.label(name) for name in asked.lines}, instrument=asked)
    said = told(
        chart_id,
        opening=opening,
        more=sum(line.practitioner > line.person for line in found if line.question),
        all=len(found),
        seen=" ".join([*seen["scores"], seen["gap"]]),
        source=SAYS,
    )
    heads = [{"row": f"{n}", "label": name.capitalize()} for n, name in enumerate(asked.places)]
    rows = [_row(n, line) for n, line in enumerate(found)]
    spec = picture(rows, heads, said, axis=AXIS)
    return said.chart((MADE_UP,), map(_table_row, found), spec)


def _label(line):
    label = mirror().label(line.name)
    return label[0].upper() + label[1:]


def _row(place, line):
    row = {"row": f"{mirror().places.index(line.dimension)}|{place}", "name": _label(line)}
    for side in SIDES:
        value = getattr(line, side)
        if value is not None:
            row |= {side: value, f"{side}_said": f"{_label(line)}, the {side}: {value} of 5"}
    return row


def _table_row(line):
    put = ["left out" if n is None else f"{n}" for n in (line.person, line.practitioner)]
    return (line.dimension.capitalize(), _label(line), *put, line.question)
