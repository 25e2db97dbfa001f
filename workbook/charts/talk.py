"""A talk as a picture: each turn as long as its words, who asks, and who holds the floor."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from workbook.charts.kit import theme
from workbook.charts.kit.marks import beside, down, rows_of, side_color, tips
from workbook.readings.floor import Piece, TurnCounts
from workbook.readings.talk import look
from workbook.words import word

if TYPE_CHECKING:
    import altair as alt

__all__ = ["WORD", "Meeting", "layers", "look"]

HEAD, LABEL, DIAMOND, STRIP, GAP = 44, 22, 12, 9, 30  # pixels
WORD, GUIDES = 1.2, (-50, -25, 0, 25)  # pixels for one word; words at the lines, up is below 0
LEFT = -2.5  # where the axis of turns begins, so that the guides have room for their numbers
SIDES = ("practitioner", "person")
UP = {"practitioner": -1, "person": 1}
TIPS = ("said", "desk", "source")


class Meeting(NamedTuple):
    """One talk to draw.

    Parameters
    ----------
    name : str
        Its heading.
    turns : sequence of workbook.readings.floor.TurnCounts
    floor : sequence of workbook.readings.floor.Piece
    source : str
        Where it is from.

    Examples
    --------
    >>> Meeting("One talk", [], [], "invented").name
    'One talk'
    """

    name: str
    turns: Sequence[TurnCounts]
    floor: Sequence[Piece]
    source: str


def layers(meetings: Sequence[Meeting]) -> tuple[list[alt.Chart], int]:
    """Draw talks below each other on one axis of turns: the practitioner up, the person down.

    Parameters
    ----------
    meetings : sequence of Meeting

    Returns
    -------
    tuple of (list of altair.Chart, int)
        The layers of the picture, and its height.

    Examples
    --------
    >>> talk = Meeting("One talk", [TurnCounts(1, "person", 9, 1)], [], "invented")
    >>> drawn, height = layers([talk])
    >>> drawn[1].to_dict()["mark"]["type"]
    'rect'
    """
    data: dict[str, list[dict[str, Any]]] = {
        key: [] for key in ("bars", "marks", "strip", "guides", "heads", "labels")
    }
    most: dict[str, float] = dict.fromkeys(SIDES, DIAMOND)
    top: float = 0
    for turn in (turn for meeting in meetings for turn in meeting.turns):
        most[turn.side] = max(most[turn.side], turn.words * WORD + DIAMOND)
    for meeting in meetings:
        top = _place(data, top, most, meeting)
    height = round(top)
    return _layers(data, height, max(len(meeting.turns) for meeting in meetings)), height


def _place(
    data: dict[str, list[dict[str, Any]]], top: float, most: dict[str, float], meeting: Meeting
) -> float:
    """Place one talk and give where the next begins."""
    zero = top + HEAD + most["practitioner"]
    below = zero + most["person"]
    about = {"desk": meeting.name, "source": meeting.source}
    data["heads"].append({"y": top + 8, "text": meeting.name})
    for side, y in (("practitioner", top + HEAD - 14), ("person", below + 8)):
        count = sum(turn.words for turn in meeting.turns if turn.side == side)
        name = word("chart", side).capitalize()
        data["labels"].append({"y": y, "text": word("chart_talk", "side", side=name, words=count)})
    strip = below + 2 * LABEL + STRIP
    data["labels"].append({"y": strip - STRIP - 12, "text": word("chart_talk", "floor")})
    data["guides"] += [{"y": zero + WORD * n, "text": str(abs(n))} for n in GUIDES]
    for turn in meeting.turns:
        bar, mark = _turn(turn, zero)
        data["bars"].append({**bar, **about})
        data["marks"] += [mark] * (turn.questions > 0)
    data["strip"] += [{**_span(span, strip), **about} for span in _spans(meeting.floor)]
    return strip + STRIP + GAP


def _spans(pieces: Sequence[Piece]) -> list[tuple[float, float, str, int]]:
    """Join pieces next to each other that have the same label, and count them."""
    spans = []
    for label, same in groupby(pieces, key=lambda piece: piece.label):
        run = list(same)
        spans.append((run[0].first, run[-1].last, label, len(run)))
    return spans


def _turn(turn: TurnCounts, zero: float) -> tuple[dict[str, Any], dict[str, Any]]:
    n, side, end = turn.turn, turn.side, zero + UP[turn.side] * WORD * turn.words
    name = "turn_asks" if turn.questions else "turn"
    said = word("chart_talk", name, turn=n, side=word("chart", side), words=turn.words)
    place = {"first": n - 0.4, "last": n + 0.4, "y": zero, "end": round(end, 2)}
    mark = {"turn": n, "y": round(end + UP[side] * DIAMOND / 2, 2)}
    return {**place, "side": side, "said": said}, mark


def _span(span: tuple[float, float, str, int], middle: float) -> dict[str, Any]:
    """Place a block above the middle of the strip, below it, or as a line on it."""
    first, last, label, windows = span
    up = UP.get(label)
    ends = (middle - 1, middle + 1) if up is None else (middle, middle + up * STRIP)
    about = {"holder": word("chart", label), "first": first, "last": last}
    said = word("chart_talk", "windows", n=windows, **about)
    return {"first": first, "last": last, "y": ends[0], "end": ends[1], "side": label, "said": said}


def _layers(data: dict[str, list[dict[str, Any]]], height: int, last: int) -> list[alt.Chart]:
    import altair as alt

    across = alt.Scale(domain=[LEFT, last + 1], nice=False)
    axis = alt.Axis(values=[1, *range(10, last + 1, 10)], grid=False, format="d")
    x, y = alt.X("turn:Q", scale=across, title=_axis(), axis=axis), down(height)
    shown = {key: rows_of(values) for key, values in data.items()}
    diamond: dict[str, Any] = {"shape": "diamond", "filled": True, "size": 34, "opacity": 1}
    text: dict[str, Any] = {"y": y, "field": "text", "baseline": "middle"}
    return [
        shown["guides"].mark_rule(color=theme.GRID, aria=False).encode(y=y),
        *(_blocks(shown[key], across, y) for key in ("bars", "strip")),
        shown["marks"].mark_point(**diamond, aria=False, color=theme.INK).encode(x=x, y=y),
        beside(shown["guides"], **text, dy=-5, fontSize=10, color=theme.MUTED),
        beside(shown["heads"], **text, fontWeight=600, fontSize=14),
        beside(shown["labels"], **text),
    ]


def _axis() -> str:
    return str(word("chart_talk", "axis"))


def _blocks(rows: alt.Chart, across: alt.Scale, y: alt.Y) -> alt.Chart:
    """Draw blocks from one place to another, in the colour of their side."""
    import altair as alt

    x, x2 = alt.X("first:Q", scale=across, title=_axis()), alt.X2("last:Q")
    drawn = rows.mark_rect().encode(x=x, x2=x2, y=y, y2="end:Q", color=side_color())
    return drawn.encode(tooltip=tips(TIPS), description="said:N")
