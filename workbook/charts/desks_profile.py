"""The practitioner at two invented desks: nearly the same talk share, other counts differ."""

from collections import namedtuple
from math import isnan

from workbook.charts import describe, desks
from workbook.charts.panels import Panel, Row
from workbook.charts.panels_picture import picture
from workbook.charts.told import told
from workbook.measures.talk import talk_profile

__all__ = ["MEASURES", "apart", "build"]

HUNDRED, FEW, TURN = (0, 25, 50, 75, 100), (0, 1, 2, 3, 4), (0, 10, 20, 30, 40)
NO_INTERVAL, RATE = "no interval", "Phrases per 100 words"
Shown = namedtuple("Shown", "head more counted ticks unit")
MEASURES = {
    "talk_share": Shown("Talk share", "", "words of both sides", HUNDRED, "Percent of the words"),
    "turn_words": Shown("Words in a turn", "", "own turns", TURN, "Words per turn"),
    "directives_per_100": Shown("Directives", "such as “you have to”", "own words", FEW, RATE),
    "permissions_per_100": Shown("Permissions", "such as “can I ask”", "own words", FEW, RATE),
    "uptake": Shown(
        "Uptake", "words the person said first", "own content words", HUNDRED, "Percent"
    ),
    "subject_share_common": Shown(
        "First use of a word", "own share, if both used it", "words both used", HUNDRED, "Percent"
    ),
}


def build(chart_id, datasets):
    """Build the chart of both profiles."""
    found = _measured(desks.read(datasets))
    shares = found["talk_share"].values()
    first, second = (_text(share, share.value) for share in shares)
    differ = [MEASURES[name].head.lower() for name in found if apart(*found[name].values())]
    said = told(
        chart_id,
        alike="not the same" if apart(*shares) else "nearly the same",
        first=first,
        second=second,
        differ=describe.in_words(differ),
        measures="; ".join(_said(name, sides) for name, sides in found.items()),
    )
    panels = [_panel(name, sides) for name, sides in found.items()]
    table = [row for name, sides in found.items() for row in _rows(name, sides)]
    return said.chart([desks.SOURCE], table, picture(panels, said))


def apart(one, other):
    """Say whether the 95 % intervals of two measures do not touch; without one, the numbers.

    Parameters
    ----------
    one, other : workbook.measures.result.Measure

    Returns
    -------
    bool

    Examples
    --------
    >>> from workbook.measures.result import Measure
    >>> one = Measure("uptake", "person", 0.1, 0.05, 0.2, 90, "share", "")
    >>> apart(one, one._replace(value=0.3, low=0.2)), apart(one, one._replace(low=0.21, high=0.4))
    (False, True)
    """
    (low, high), (other_low, other_high) = _ends(one), _ends(other)
    return high < other_low or other_high < low


def _ends(measure):
    return (measure.value,) * 2 if isnan(measure.low) else (measure.low, measure.high)


def _measured(meetings):
    """Give the measures of the practitioner, by name and then by desk; shares in percent."""
    found = {name: {} for name in MEASURES}
    for desk, turns in meetings.items():
        for each in talk_profile(turns, desks.ROLES):
            if each.name in found and each.role == "practitioner":
                by = 100 if MEASURES[each.name].ticks is HUNDRED else 1
                low, value, high = (by * n for n in (each.low, each.value, each.high))
                found[each.name][desk] = each._replace(low=low, value=value, high=high)
    return found


def _text(measure, value):
    return f"{value:.0f}" if MEASURES[measure.name].ticks is HUNDRED else f"{value:.1f}"


def _value(measure):
    """Give the number with its unit in words."""
    ticks = MEASURES[measure.name].ticks
    unit = {HUNDRED: "percent", TURN: "words"}.get(ticks, RATE.lower())
    return f"{_text(measure, measure.value)} {unit}"


def _interval(measure):
    low, high = _text(measure, measure.low), _text(measure, measure.high)
    return NO_INTERVAL if isnan(measure.low) else f"{low} to {high}"


def _rows(name, sides):
    shown = MEASURES[name]
    for desk, measure in sides.items():
        counted = f"{measure.count:,} {shown.counted}"
        yield (shown.head, desk, _value(measure), _interval(measure), counted)


def _panel(name, sides):
    shown = MEASURES[name]
    head = (f"{shown.head}: {shown.more}" if shown.more else shown.head, shown.head)
    rows = tuple(_row(desk, measure, shown) for desk, measure in sides.items())
    return Panel(head, rows, shown.ticks, shown.unit, f"n: {shown.counted}")


def _row(desk, measure, shown):
    interval, counted = _interval(measure), f"n = {measure.count:,}"
    names = (desk, desk.split()[-1].capitalize())
    low, high = (None if isnan(n) else n for n in (measure.low, measure.high))
    return Row(
        name=tuple(f"{name}: {interval}, {counted}" for name in names),
        value=measure.value,
        label=_text(measure, measure.value) + "%" * (shown.ticks is HUNDRED),
        words=f"{shown.head}, {_value(measure)} ({interval})",
        counted=f"{counted} {shown.counted}. {desk}",
        source=desks.SOURCE.text,
        status="invented",
        low=low,
        high=high,
    )


def _said(name, sides):
    values = [f"{_value(each)} ({_interval(each)})" for each in sides.values()]
    return f"{MEASURES[name].head.lower()} {describe.in_words(values)}"
