"""Invented Mirror cards of one practitioner, both sides, in blocks of two weeks."""

from datetime import date
from itertools import groupby
from math import isnan

from workbook.charts import describe
from workbook.charts.rating_picture import MADE_UP, SAYS, picture, read
from workbook.charts.told import told
from workbook.measures.rating import SIDES, batch, mirror

__all__ = ["build"]

AXIS = ("Points of 100", [0, 25, 50, 75, 100])
FEW = "fewer than five cards"


def build(chart_id, datasets):
    """Build the chart of many encounters.

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
    >>> chart = build("03/over_time", Path(__file__).parents[2] / "datasets")
    >>> chart.rows[9]
    ('Weeks 7 and 8', 'The person', 'fewer than five cards')
    """
    blocks = _blocks(read(datasets))
    found = {name: batch(cards, instrument=mirror()) for name, cards in blocks.items()}
    # a total over every card would let a reader work out the blocks that are hidden
    shown = {name: block for name, block in found.items() if block.difference.defined}
    every = [card for name in shown for card in blocks[name]]
    whole = batch(every, instrument=mirror())
    said = _told(chart_id, whole, shown, [name for name in found if name not in shown])
    rows = [_row(n, name, block) for n, (name, block) in enumerate(found.items())]
    spec = picture(rows, [], said, axis=AXIS, apart=7)
    table = (row for name, block in found.items() for row in _table(name, block))
    return said.chart((MADE_UP,), table, spec)


def _told(chart_id, whole, shown, hidden):
    gaps = [block.difference for block in shown.values()]
    apart = whole.difference.low <= 0 <= whole.difference.high
    return told(
        chart_id,
        above=sum(gap.value > 0 for gap in gaps),
        all=len(gaps),
        clear=sum(not gap.low <= 0 <= gap.high for gap in gaps) or "none",
        person=_average(whole.person.score),
        practitioner=_average(whole.practitioner.score),
        gap=_gap(whole.difference),
        reading="the two cannot be told apart here" if apart else "the two differ here",
        hidden=f" {describe.in_words(hidden)}: {FEW}, not averaged." if hidden else "",
        source=SAYS,
    )


def _blocks(cards):
    """Sort the cards into blocks of two weeks, counted from the first card."""
    first = min(date.fromisoformat(card.date) for card in cards)

    def block(card):
        return (date.fromisoformat(card.date) - first).days // 14

    groups = groupby(sorted(cards, key=block), key=block)
    return {f"Weeks {2 * n + 1} and {2 * n + 2}": list(each) for n, each in groups}


def _table(name, block):
    for side in SIDES:
        yield (name, f"The {side}", _average(getattr(block, side).score))
    yield (name, "Practitioner minus person", _gap(block.difference))


def _average(score):
    if not score.defined:
        return FEW
    return f"{score.value:.0f} ({score.low:.0f} to {score.high:.0f}), n = {score.count}"


def _gap(found):
    if not found.defined:
        return "not shown"
    middle, *ends = (describe.number(n, "+.0f") for n in (found.value, found.low, found.high))
    return f"{middle} ({' to '.join(ends)})"


def _row(place, name, block):
    gap = block.difference
    row = {"row": f"{place}", "name": f"{name}: {_gap(gap) if gap.defined else 'too few cards'}"}
    for side in SIDES:
        score = getattr(block, side).score
        if score.defined:
            row[side] = round(score.value, 2)
            row[f"{side}_said"] = f"{name}, the {side}: {_average(score)}"
        if score.defined and not isnan(score.low):
            row |= {f"{side}_low": round(score.low, 2), f"{side}_high": round(score.high, 2)}
    return row
