"""Invented Mirror cards of one practitioner, both sides, in blocks of two weeks."""

from datetime import date
from itertools import groupby
from math import isnan

from workbook.charts import describe
from workbook.charts.model import Chart
from workbook.charts.rating_picture import MADE_UP, STATUS, picture, read
from workbook.measures.rating import SIDES, batch

__all__ = ["build"]

COLUMNS = ("Weeks", "What", "Points of 100 (95 percent interval)")
AXIS = ("Points of 100", [0, 25, 50, 75, 100])
DETAIL = "Behind the weeks: practitioner minus person, with its 95 percent interval."
FEW = "fewer than five cards"
NOTE = (
    f"{STATUS} "
    "Nobody filled in these cards. A block with fewer than five cards of a side is not averaged, "
    "and the averages over all leave it out too, so that no single card can be told. The averages "
    "are unpaired: a gap between them says nothing about any one meeting. The intervals take the "
    "cards as separate meetings; all are of one practitioner, so they say nothing about others. A "
    "curve that rises or falls would not show why."
)


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
    found = {name: batch(cards) for name, cards in blocks.items()}
    # a total over every card would let a reader work out the blocks that are hidden
    shown = {name: block for name, block in found.items() if block.difference.defined}
    whole = batch([card for name in shown for card in blocks[name]])
    title, sentence = _title(shown), _sentence(whole, [n for n in found if n not in shown])
    rows = [_row(n, name, block) for n, (name, block) in enumerate(found.items())]
    spec = picture(rows, [], (title, sentence, DETAIL), axis=AXIS, apart=7)
    table = tuple(row for name, block in found.items() for row in _table(name, block))
    return Chart(chart_id, title, sentence, (MADE_UP,), NOTE, COLUMNS, table, spec, grouped=True)


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


def _signed(number):
    return f"{number:+.0f}".replace("-", "\N{MINUS SIGN}")


def _gap(found):
    if not found.defined:
        return "not shown"
    return f"{_signed(found.value)} ({_signed(found.low)} to {_signed(found.high)})"


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


def _title(shown):
    gaps = [block.difference for block in shown.values()]
    above = sum(gap.value > 0 for gap in gaps)
    clear = sum(not gap.low <= 0 <= gap.high for gap in gaps)
    return (
        f"Invented cards: the practitioner's average is the higher one in {above} of {len(gaps)} "
        f"blocks of two weeks; in {clear or 'none'} of them is the gap clear of zero"
    )


def _sentence(whole, hidden):
    rest = f" {describe.in_words(hidden)}: {FEW}, not averaged." if hidden else ""
    apart = whole.difference.low <= 0 <= whole.difference.high
    reading = "the two cannot be told apart here" if apart else "the two differ here"
    return (
        f"In all blocks shown, of 100 points and with 95 percent intervals: the person "
        f"{_average(whole.person.score)}; the practitioner {_average(whole.practitioner.score)}. "
        f"Practitioner minus person is {_gap(whole.difference)}, unpaired: {reading}.{rest}"
    )
