"""Invented Mirror cards of one practitioner, both sides, in blocks of two weeks."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from math import isnan
from pathlib import Path
from typing import Any

from workbook.charts.course.cards import instrument, made_up, picture, read, source_line
from workbook.charts.kit.chart_words import ChartWords, chart_id, chart_words
from workbook.charts.kit.model import Cell, Chart
from workbook.measures.rating import SIDES, Batch, Card, batch
from workbook.measures.result import Measure
from workbook.readings import describe
from workbook.words import word, words

__all__ = ["build"]

ID = chart_id(__name__)


def build(datasets: Path) -> Chart:
    """Build the chart of many encounters."""
    blocks, asked = _blocks(read(datasets)), instrument(datasets)
    found = {name: batch(cards, instrument=asked) for name, cards in blocks.items()}
    # a total over every card would let a reader work out the blocks that are hidden
    shown = {name: block for name, block in found.items() if block.difference.defined}
    every = [card for name in shown for card in blocks[name]]
    hidden = [name for name in found if name not in shown]
    text = _text(batch(every, instrument=asked), shown, hidden)
    rows = [_row(n, name, block) for n, (name, block) in enumerate(found.items())]
    axis = (words(ID)["axis"], [0, 25, 50, 75, 100])
    spec = picture(rows, [], text, axis=axis, apart=7)
    table = (row for name, block in found.items() for row in _table(name, block))
    return text.chart((made_up(),), table, spec)


def _text(whole: Batch, shown: dict[str, Batch], hidden: Sequence[str]) -> ChartWords:
    gaps = [block.difference for block in shown.values()]
    same = whole.difference.low <= 0 <= whole.difference.high
    few, blocks = word(ID, "few"), describe.in_words(hidden) if hidden else ""
    return chart_words(
        ID,
        above=sum(gap.value > 0 for gap in gaps),
        all=len(gaps),
        clear=sum(not gap.low <= 0 <= gap.high for gap in gaps) or word(ID, "clear_none"),
        person=_average(whole.person.score),
        practitioner=_average(whole.practitioner.score),
        gap=_gap(whole.difference),
        reading=word(ID, "reading_same" if same else "reading_differ"),
        hidden=" " + word(ID, "hidden", blocks=blocks, few=few) if hidden else "",
        source=source_line(),
    )


def _blocks(cards: Sequence[Card]) -> dict[str, list[Card]]:
    """Sort the cards into blocks of two weeks, counted from the first card."""
    first = min(date.fromisoformat(card.date) for card in cards)

    def block(card: Card) -> int:
        return (date.fromisoformat(card.date) - first).days // 14

    groups = groupby(sorted(cards, key=block), key=block)
    return {word(ID, "weeks", first=2 * n + 1, last=2 * n + 2): list(each) for n, each in groups}


def _table(name: str, block: Batch) -> Iterator[tuple[Cell, ...]]:
    for side in SIDES:
        row = word(ID, "side", side=word("chart", side))
        yield (name, row, _average(getattr(block, side).score))
    yield (name, word(ID, "difference"), _gap(block.difference))


def _average(score: Measure) -> str:
    if not score.defined:
        return word(ID, "few")
    ends = {"value": score.value, "low": score.low, "high": score.high}
    return word(ID, "average", **ends, count=score.count)


def _gap(gap: Measure) -> str:
    if not gap.defined:
        return word(ID, "not_shown")
    value, low, high = (describe.number(n, "+.0f") for n in (gap.value, gap.low, gap.high))
    return word(ID, "gap", gap=value, low=low, high=high)


def _row(place: int, name: str, block: Batch) -> dict[str, Any]:
    gap = block.difference
    behind = _gap(gap) if gap.defined else word(ID, "too_few")
    row: dict[str, Any] = {"row": f"{place}", "name": f"{name}: {behind}"}
    for side in SIDES:
        score = getattr(block, side).score
        if score.defined:
            about = {"block": name, "side": word("chart", side), "average": _average(score)}
            row[side] = round(score.value, 2)
            row[f"{side}_said"] = word(ID, "mark", **about)
        if score.defined and not isnan(score.low):
            row |= {f"{side}_low": round(score.low, 2), f"{side}_high": round(score.high, 2)}
    return row
