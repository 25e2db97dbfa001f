"""The words that mark each side at two invented desks, by weighted log-odds."""

from functools import partial

from workbook.charts import describe, desks, theme
from workbook.charts.bars import STEP, tips
from workbook.measures.talk import marked_words

__all__ = ["CHANCE", "MOST", "build", "strongest"]

MOST, CHANCE = 8, 2  # words for each side; a z up to this is within what chance gives
COLUMNS = ("Desk", "Word", "Marks", "z")
NOTE = (
    f"A z between -{CHANCE} and {CHANCE} is within what chance gives. Words are cut at an "
    "apostrophe: “ll” is the end of “I'll”. Where words tie for the last place, the first in the "
    "alphabet is shown. A word that marks a side does not say who is right or who was heard."
)
DETAILS = (
    f"The {MOST} strongest words of each side, with z. Between the short lines, at -{CHANCE} and "
    f"{CHANCE}, is what chance gives."
)


def build(chart_id, datasets):
    """Build the chart of the words that mark each side.

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
        When a transcript is missing or cannot be read.

    Examples
    --------
    >>> from pathlib import Path
    >>> chart = build("02/two_desks_words", Path(__file__).parents[2] / "datasets")
    >>> chart.rows[0]
    ('The desk that keeps', 'you', 'practitioner', '2.7')
    """
    meetings = desks.read(datasets)
    marked = {desk: marked_words(turns, desks.ROLES) for desk, turns in meetings.items()}
    found = {desk: strongest(words) for desk, words in marked.items()}
    drawn, table = partial(_picture, found), (COLUMNS, _rows(found))
    return desks.chart(chart_id, (_title(marked), _sentence(found), NOTE), table, drawn)


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


def _title(marked):
    beyond = {word: z for words in marked.values() for word, z in words if abs(z) > CHANCE}
    said = describe.in_words([f"“{word}”" for word in beyond])
    rest = "the other words are within what chance gives"
    return f"Two made-up desks: only {said} mark a side with a z past {CHANCE}; {rest}"


def _sentence(found):
    parts = []
    for desk, sides in found.items():
        for side, words in sides.items():
            said = describe.in_words([f"{word} {z:.1f}" for word, z in words])
            parts.append(f"{desk}, {side}: {said}")
    return f"The words that mark each side most, with z: {'. '.join(parts)}."


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


def _picture(found, *, title, sentence):
    import altair as alt

    from workbook.charts.render import vega_lite

    order, data = _placed(found)
    y = alt.Y("row:N", sort=order, scale=alt.Scale(domain=order), axis=None)
    drawn = _layers({key: alt.Chart(alt.Data(values=rows)) for key, rows in data.items()}, y)
    head, said = theme.heading(title, *desks.lines(DETAILS)), f"{title}. {sentence}"
    return vega_lite(drawn, title=head, description=said, height=STEP * len(order))


def _layers(shown, y):
    """Draw the bars from the middle, the name and z of each above it, and the limits of chance."""
    import altair as alt

    scale = alt.Scale(domain=[-4, 4], nice=False)
    axis = alt.Axis(values=[-4, -2, 0, 2, 4], format="d")
    x = alt.X("z:Q", title="Strength (z)", scale=scale, axis=axis)
    limit = {"orient": "vertical", "size": 17, "thickness": 1.5, "yOffset": 9}
    head = {"align": "left", "dy": 8, "fontWeight": 600, "fontSize": 14}
    bars = shown["bars"].mark_bar(height=9, yOffset=9)
    drawn = [
        shown["limits"].mark_tick(**limit, color=theme.MUTED, aria=False).encode(x=x, y=y),
        shown["heads"].mark_text(**head, aria=False).encode(x=alt.value(0), y=y, text="desk:N"),
        bars.encode(x=x, y=y, color=desks.color(), tooltip=tips(desks.TOLD), description="said:N"),
    ]
    for name, align, dx in zip(desks.SIDES, ("left", "right"), (4, -4), strict=True):
        own = shown["names"].transform_filter(f"datum.side === '{name}'")
        words = own.mark_text(align=align, dx=dx, dy=-6, aria=False)
        drawn.append(words.encode(x=alt.datum(0, scale=scale), y=y, text="label:N"))
    return drawn
