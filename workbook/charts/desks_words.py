"""The words that mark each side at two invented desks, by weighted log-odds."""

from workbook.charts import describe, desks, theme
from workbook.charts.bars import STEP
from workbook.charts.marks import bands, beside, rows_of, tips
from workbook.charts.render import vega_lite
from workbook.charts.told import told
from workbook.measures.talk import marked_words

__all__ = ["CHANCE", "MOST", "build", "strongest"]

MOST, CHANCE = 8, 2  # words for each side; a z up to this is within what chance gives


def build(chart_id, datasets):
    """Build the chart of the words that mark each side."""
    meetings = desks.read(datasets)
    marked = {desk: marked_words(turns, desks.ROLES) for desk, turns in meetings.items()}
    found = {desk: strongest(words) for desk, words in marked.items()}
    beyond = {word: z for words in marked.values() for word, z in words if abs(z) > CHANCE}
    said = told(
        chart_id,
        chance=CHANCE,
        most=MOST,
        beyond=describe.in_words([f"“{word}”" for word in beyond]),
        strongest=". ".join(_said(found)),
    )
    return said.chart([desks.SOURCE], _rows(found), _picture(found, said))


def strongest(words):
    """Give the words that mark each side most; equal ones in alphabetical order.

    Parameters
    ----------
    words : sequence of (str, float)
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
    own = [word for word in words if word[1] > 0]
    other = sorted((word for word in words if word[1] < 0), key=lambda word: (word[1], word[0]))
    return dict(zip(desks.SIDES, (own[:MOST], other[:MOST]), strict=True))


def _rows(found):
    for desk, sides in found.items():
        for side, words in sides.items():
            yield from ((desk, word, side, f"{z:.1f}") for word, z in words)


def _said(found):
    for desk, sides in found.items():
        for side, words in sides.items():
            strong = describe.in_words([f"{word} {z:.1f}" for word, z in words])
            yield f"{desk}, {side}: {strong}"


def _placed(found):
    """Give the bands from the top, and what to write, to draw as bars and to compare with."""
    order, data = [], {"heads": [], "names": [], "bars": [], "limits": []}
    for desk, sides in found.items():
        order += [f"{desk}|top", desk, *(f"{desk}|{n}" for n in range(MOST))]
        data["heads"].append({"row": f"{desk}|top", "desk": desk})
        data["limits"] += [{"row": row, "z": z} for row in order[-MOST:] for z in (-CHANCE, CHANCE)]
        for side, words in sides.items():
            data["names"].append({"row": desk, "side": side, "label": side.capitalize()})
            for row, (word, z) in zip(order[-MOST:], words, strict=False):
                label = f"{word}  {z:.1f}" if z > 0 else f"{z:.1f}  {word}"
                data["names"].append({"row": row, "side": side, "label": label})
                said = f"{word}: marks the {side}, z {z:.1f}"
                told = {"desk": desk, "said": said, "source": desks.SOURCE.text}
                data["bars"].append({"row": row, "side": side, "z": round(z, 3), **told})
    return order, data


def _picture(found, said):
    order, data = _placed(found)
    layers = _layers({key: rows_of(rows) for key, rows in data.items()}, bands(order))
    return vega_lite(layers, **said.above(), height=STEP * len(order))


def _layers(shown, y):
    """Draw the bars from the middle, the name and z of each above it, and the limits of chance."""
    import altair as alt

    scale = alt.Scale(domain=[-4, 4], nice=False)
    axis = alt.Axis(values=[-4, -2, 0, 2, 4], format="d")
    x = alt.X("z:Q", title="Strength (z)", scale=scale, axis=axis)
    limit = {"orient": "vertical", "size": 17, "thickness": 1.5, "yOffset": 9}
    bars = shown["bars"].mark_bar(height=9, yOffset=9)
    drawn = [
        shown["limits"].mark_tick(**limit, color=theme.MUTED, aria=False).encode(x=x, y=y),
        beside(shown["heads"], y, "desk", dy=8, fontWeight=600, fontSize=14),
        bars.encode(x=x, y=y, color=desks.color(), tooltip=tips(desks.TOLD), description="said:N"),
    ]
    for name, align, dx in zip(desks.SIDES, ("left", "right"), (4, -4), strict=True):
        own = shown["names"].transform_filter(f"datum.side === '{name}'")
        words = own.mark_text(align=align, dx=dx, dy=-6, aria=False)
        drawn.append(words.encode(x=alt.datum(0, scale=scale), y=y, text="label:N"))
    return drawn
