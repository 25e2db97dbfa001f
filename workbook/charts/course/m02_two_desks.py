"""The practitioner at two invented desks: nearly the same talk share, other counts differ."""

from collections.abc import Iterator
from math import isnan
from pathlib import Path
from typing import NamedTuple

from workbook.charts.course import desks
from workbook.charts.kit.chart_words import chart_id, chart_words
from workbook.charts.kit.model import Cell, Chart
from workbook.charts.kit.panels import Panel, Row
from workbook.charts.kit.panels_picture import picture
from workbook.measures.result import Measure
from workbook.measures.talk import Turn, talk_profile
from workbook.readings import describe
from workbook.words import word, words

__all__ = ["TICKS", "apart", "build"]

ID = chart_id(__name__)
HUNDRED, FEW, TURN = (0, 25, 50, 75, 100), (0, 1, 2, 3, 4), (0, 10, 20, 30, 40)
TICKS = {  # measure: its axis
    "talk_share": HUNDRED, "turn_words": TURN, "directives_per_100": FEW,
    "permissions_per_100": FEW, "uptake": HUNDRED, "subject_share_common": HUNDRED,
}  # fmt: skip
VALUES = {HUNDRED: "value_percent", TURN: "value_words", FEW: "value_rate"}
Desks = dict[str, Measure]


class Names(NamedTuple):
    """What a measure is called: its head, an addition, what is counted, and the unit."""

    head: str
    more: str
    counted: str
    unit: str


def build(datasets: Path) -> Chart:
    """Build the chart of both profiles."""
    found = _measured(desks.read(datasets))
    shares = found["talk_share"].values()
    first, second = (_text(share, share.value) for share in shares)
    differ = [_names(name).head.lower() for name in found if apart(*found[name].values())]
    text = chart_words(
        ID,
        alike=word(ID, "alike_not" if apart(*shares) else "alike_nearly"),
        first=first,
        second=second,
        differ=describe.in_words(differ),
        measures="; ".join(_phrase(name, sides) for name, sides in found.items()),
    )
    panels = [_panel(name, sides) for name, sides in found.items()]
    table = [row for name, sides in found.items() for row in _rows(name, sides)]
    return text.chart([desks.source()], table, picture(panels, text))


def apart(one: Measure, other: Measure) -> bool:
    """Say whether the 95 % intervals of two measures do not touch; without one, the numbers.

    Parameters
    ----------
    one, other : workbook.measures.result.Measure

    Returns
    -------
    bool

    Examples
    --------
    >>> one = Measure("uptake", "person", 0.1, 0.05, 0.2, 90, "share", "")
    >>> apart(one, one._replace(value=0.3, low=0.2)), apart(one, one._replace(low=0.21, high=0.4))
    (False, True)
    """
    (low, high), (other_low, other_high) = _ends(one), _ends(other)
    return high < other_low or other_high < low


def _names(measure: str) -> Names:
    return Names(**words(ID)["measures"][measure])


def _ends(measure: Measure) -> tuple[float, float]:
    alone = isnan(measure.low)
    return (measure.value, measure.value) if alone else (measure.low, measure.high)


def _measured(meetings: dict[str, list[Turn]]) -> dict[str, Desks]:
    """Give the measures of the practitioner, by name and then by desk; shares in percent."""
    found: dict[str, Desks] = {name: {} for name in TICKS}
    for desk, turns in meetings.items():
        for each in talk_profile(turns, desks.ROLES):
            if each.name in found and each.role == "practitioner":
                by = 100 if TICKS[each.name] is HUNDRED else 1
                low, value, high = (by * n for n in (each.low, each.value, each.high))
                found[each.name][desk] = each._replace(low=low, value=value, high=high)
    return found


def _text(measure: Measure, value: float) -> str:
    return f"{value:.0f}" if TICKS[measure.name] is HUNDRED else f"{value:.1f}"


def _value(measure: Measure) -> str:
    """Give the number with its unit in words."""
    name = VALUES[TICKS[measure.name]]
    return word(ID, name, value=_text(measure, measure.value))


def _interval(measure: Measure) -> str:
    low, high = _text(measure, measure.low), _text(measure, measure.high)
    return word(ID, "no_interval") if isnan(measure.low) else word(ID, "ends", low=low, high=high)


def _rows(name: str, sides: Desks) -> Iterator[tuple[Cell, ...]]:
    names = _names(name)
    for desk, measure in sides.items():
        counted = f"{measure.count:,} {names.counted}"
        yield (names.head, desk, _value(measure), _interval(measure), counted)


def _panel(name: str, sides: Desks) -> Panel:
    names = _names(name)
    head = (f"{names.head}: {names.more}" if names.more else names.head, names.head)
    rows = tuple(_row(desk, measure, names) for desk, measure in sides.items())
    return Panel(head, rows, TICKS[name], names.unit, f"n: {names.counted}")


def _row(desk: str, measure: Measure, names: Names) -> Row:
    interval, counted = _interval(measure), f"n = {measure.count:,}"
    wide, narrow = desk, desk.rsplit(maxsplit=1)[-1].capitalize()
    low, high = (None if isnan(n) else n for n in (measure.low, measure.high))
    return Row(
        name=(f"{wide}: {interval}, {counted}", f"{narrow}: {interval}, {counted}"),
        value=measure.value,
        label=_text(measure, measure.value) + "%" * (TICKS[measure.name] is HUNDRED),
        words=f"{names.head}, {_value(measure)} ({interval})",
        counted=f"{counted} {names.counted}. {desk}",
        source=desks.source().text,
        status=word(ID, "status"),
        low=low,
        high=high,
    )


def _phrase(name: str, sides: Desks) -> str:
    values = [f"{_value(each)} ({_interval(each)})" for each in sides.values()]
    return f"{_names(name).head.lower()} {describe.in_words(values)}"
