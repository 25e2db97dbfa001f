"""The words that mark each side at two invented desks, by weighted log-odds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook.charts.course import desks
from workbook.charts.kit import theme
from workbook.charts.kit.bars import STEP
from workbook.charts.kit.chart_words import ChartWords, chart_id, chart_words
from workbook.charts.kit.marks import bands, beside, rows_of, side_color, tips
from workbook.charts.kit.model import Chart, Spec
from workbook.charts.kit.render import vega_lite
from workbook.measures.talk import marked_words
from workbook.readings import describe
from workbook.words import word, words

if TYPE_CHECKING:
    import altair as alt

__all__ = ["CHANCE", "MOST", "build", "strongest"]

ID = chart_id(__name__)
MOST, CHANCE = 8, 2  # words for each side; a z up to this is within what chance gives
Marked = Sequence[tuple[str, float]]
Found = dict[str, dict[str, Marked]]


def build(datasets: Path) -> Chart:
    """Build the chart of the words that mark each side."""
    meetings = desks.read(datasets)
    marked = {desk: marked_words(turns, desks.ROLES) for desk, turns in meetings.items()}
    found = {desk: strongest(own) for desk, own in marked.items()}
    beyond = {each: z for own in marked.values() for each, z in own if abs(z) > CHANCE}
    text = chart_words(
        ID,
        chance=CHANCE,
        most=MOST,
        beyond=describe.in_words([word(ID, "quoted", word=each) for each in beyond]),
        strongest=". ".join(_phrases(found)),
    )
    return text.chart([desks.source()], _rows(found), _picture(found, text))


def strongest(marked: Marked) -> dict[str, Marked]:
    """Give the words that mark each side most; equal ones in alphabetical order.

    Parameters
    ----------
    marked : sequence of (str, float)
        From `workbook.measures.talk.marked_words`.

    Returns
    -------
    dict of str to list of (str, float)
        By role, the strongest first.

    Examples
    --------
    >>> strongest([("form", 2.0), ("the", 0.1), ("my", -1.5)])["person"][0]
    ('my', -1.5)
    """
    own = [each for each in marked if each[1] > 0]
    other = sorted((each for each in marked if each[1] < 0), key=lambda each: (each[1], each[0]))
    return dict(zip(desks.SIDES, (own[:MOST], other[:MOST]), strict=True))


def _rows(found: Found) -> Iterator[tuple[str, ...]]:
    for desk, sides in found.items():
        for side, marked in sides.items():
            name = word("chart", side)
            yield from ((desk, each, name, f"{z:.1f}") for each, z in marked)


def _phrases(found: Found) -> Iterator[str]:
    for desk, sides in found.items():
        for side, marked in sides.items():
            strong = describe.in_words([f"{each} {z:.1f}" for each, z in marked])
            yield f"{desk}, {word('chart', side)}: {strong}"


def _placed(found: Found) -> tuple[list[str], dict[str, list[dict[str, Any]]]]:
    """Give the bands from the top, and what to write, to draw as bars and to compare with."""
    order: list[str] = []
    data: dict[str, list] = {"heads": [], "names": [], "bars": [], "limits": []}
    for desk, sides in found.items():
        order += [f"{desk}|top", desk, *(f"{desk}|{n}" for n in range(MOST))]
        data["heads"].append({"row": f"{desk}|top", "desk": desk})
        data["limits"] += [{"row": row, "z": z} for row in order[-MOST:] for z in (-CHANCE, CHANCE)]
        for side, marked in sides.items():
            label = word("chart", side).capitalize()
            data["names"].append({"row": desk, "side": side, "label": label})
            for row, (each, z) in zip(order[-MOST:], marked, strict=False):
                label = f"{each}  {z:.1f}" if z > 0 else f"{z:.1f}  {each}"
                data["names"].append({"row": row, "side": side, "label": label})
                data["bars"].append(_bar(row, side, each, z, desk))
    return order, data


def _bar(row: str, side: str, marked: str, z: float, desk: str) -> dict[str, Any]:
    said = word(ID, "mark", word=marked, side=word("chart", side), z=z)
    about = {"desk": desk, "said": said, "source": desks.source().text}
    return {"row": row, "side": side, "z": round(z, 3), **about}


def _picture(found: Found, text: ChartWords) -> Spec:
    order, data = _placed(found)
    layers = _layers({key: rows_of(rows) for key, rows in data.items()}, bands(order))
    return vega_lite(layers, **text.above(), height=STEP * len(order))


def _layers(shown: dict[str, alt.Chart], y: alt.Y) -> list[alt.Chart]:
    """Draw the bars from the middle, the name and z of each above it, and the limits of chance."""
    import altair as alt

    scale = alt.Scale(domain=[-4, 4], nice=False)
    axis = alt.Axis(values=[-4, -2, 0, 2, 4], format="d")
    x = alt.X("z:Q", title=words(ID)["axis"], scale=scale, axis=axis)
    limit: dict[str, Any] = {"orient": "vertical", "size": 17, "thickness": 1.5, "yOffset": 9}
    says = {"tooltip": tips(desks.TIPS), "description": "said:N"}
    bars = shown["bars"].mark_bar(height=9, yOffset=9)
    drawn = [
        shown["limits"].mark_tick(**limit, color=theme.MUTED, aria=False).encode(x=x, y=y),
        beside(shown["heads"], y, "desk", dy=8, fontWeight=600, fontSize=14),
        bars.encode(x=x, y=y, color=side_color(), **says),
    ]
    looks: list[dict[str, Any]] = [{"align": "left", "dx": 4}, {"align": "right", "dx": -4}]
    for name, look in zip(desks.SIDES, looks, strict=True):
        own = shown["names"].transform_filter(f"datum.side === '{name}'")
        text = own.mark_text(**look, dy=-6, aria=False)
        drawn.append(text.encode(x=alt.datum(0, scale=scale), y=y, text="label:N"))
    return drawn
