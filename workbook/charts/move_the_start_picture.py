"""How the movable start is drawn: the weeks above, what every possible start gives below."""

from workbook.charts import theme
from workbook.charts.marks import beside, down, rows_of, tips
from workbook.charts.render import vega_lite
from workbook.charts.weeks import guides, lane, marks, upright, weeks

__all__ = ["picture"]

HEIGHT, HEADS, RESULT = 318, (8, 206), (28, 46)  # pixels: headings, and two lines that change
RATINGS, CHANGES = lane(66, 180, 2.5, 4.1), lane(228, 312, 0, 0.75)
PICKED = "datum.start === start_week"


def picture(rated, starts, real, said):
    """Draw the weeks, a slider for the start, and the difference for each possible start.

    Parameters
    ----------
    rated : list of (int, float)
        Week and average rating.
    starts : list of dict
        ``start``, ``kind`` and ``numbers`` with ``before``, ``after`` and ``difference``, and the
        same three as printed.
    real : int
        The start as it was; the slider begins there.
    said : workbook.charts.told.Told

    Returns
    -------
    dict
        A Vega-Lite 5 specification.

    Examples
    --------
    >>> from workbook.charts.told import told
    >>> names = "start before after difference reached n percent nap p smallest first last source"
    >>> said = told("04/move_the_start", **dict.fromkeys(names.split(), ""))
    >>> one = {"start": 2, "kind": "own", "before": "3", "after": "4", "difference": "1",
    ...        "numbers": {"before": 3, "after": 4, "difference": 1}}
    >>> picture([(1, 3), (2, 4)], [one], 2, said)["params"][1]["bind"]["input"]
    'range'
    """
    last, lines = rated[-1][0], [_line(each) for each in starts]
    dots = [
        {"week": week, "y": RATINGS(rating), "said": f"Week {week}: {rating} points"}
        for week, rating in rated
    ]
    first, end = starts[0]["start"], starts[-1]["start"]
    bind = {
        "input": "range",
        "min": first,
        "max": end,
        "step": 1,
        "name": said.parts["slider"] + " ",
    }
    layers = [
        *guides({3: "3", 3.5: "3.5", 4: "4"}, RATINGS, HEIGHT),
        *_words(starts, said),
        *_averages(lines, last),
        *marks(dots, HEIGHT, last, "datum.week < start_week"),
        *_changes(starts, last, real, said),
    ]
    params = [{"name": "start_week", "value": real, "bind": bind}]
    return vega_lite(layers, **said.above(), height=HEIGHT, params=params)


def _line(each):
    numbers = each["numbers"]
    return {"start": each["start"], "at": each["start"] - 0.5, "top": 60, "bottom": 184,
            **{name: RATINGS(numbers[name]) for name in ("before", "after")}}  # fmt: skip


def _words(starts, said):
    """Write the headings, and what the picked start gives, for a wide and a narrow page."""
    heads = [
        _pair(y, *said.parts[name]) for y, name in zip(HEADS, ("ratings", "changes"), strict=True)
    ]
    lines = []
    for each in starts:
        about, kind = {"start": each["start"]}, said.parts[each["kind"]]
        picked = (text.format(**each) for text in said.parts["picked"])
        lines += [about | _pair(RESULT[0], *picked), about | _pair(RESULT[1], kind, kind)]
    shown = rows_of(lines).transform_filter(PICKED)
    return [_text(rows_of(heads), fontWeight=600), _text(shown)]


def _pair(y, wide, narrow):
    return {"y": y, "wide": wide, "narrow": narrow}


def _text(rows, **look):
    rows = rows.transform_calculate(words=f"{theme.ROOMY} ? datum.wide : datum.narrow")
    return beside(rows, down(HEIGHT), "words", baseline="middle", **look)


def _averages(lines, last):
    """Draw the start line and the average of each phase, for the picked start."""
    import altair as alt

    shown = rows_of(lines).transform_filter(PICKED)
    mean = shown.mark_rule(color=theme.INK, strokeWidth=2, aria=False)
    whole = {"before": alt.datum(0.5), "after": alt.datum(last + 0.5)}
    return [
        *(mean.encode(x=weeks(last, "at:Q"), x2=end, y=down(HEIGHT, f"{name}:Q"))
          for name, end in whole.items()),
        upright(shown, HEIGHT, last),
    ]  # fmt: skip


def _changes(starts, last, real, said):
    """Draw a bar for each possible start; full ones are at least as large as the real one."""
    import altair as alt

    level = next(CHANGES(s["numbers"]["difference"]) for s in starts if s["start"] == real)
    rows = rows_of([_bar(each, level, said) for each in starts])
    look = {
        "fill": alt.condition("datum.full", alt.value(theme.ACCENT), alt.value(theme.PAPER)),
        "strokeWidth": alt.condition(PICKED, alt.value(3.5), alt.value(1)),
    }
    at = {"x": weeks(last), "y": down(HEIGHT), "y2": "zero:Q"}
    told = {"description": "said:N", "tooltip": tips({"said": "Here"})}
    numbers = rows.transform_calculate(number=f"{theme.ROOMY} ? datum.difference : ''")
    return [
        *guides({0: "0"}, CHANGES, HEIGHT),
        rows_of([{"y": level}])
        .mark_rule(color=theme.INK, strokeDash=[2, 3], aria=False)
        .encode(y=down(HEIGHT)),
        rows.mark_bar(size=14, stroke=theme.INK, opacity=1).encode(**at, **look, **told),
        numbers.mark_text(dy=-8, fontSize=10, aria=False).encode(
            x=weeks(last), y=down(HEIGHT, "above:Q"), text="number:N"
        ),
    ]


def _bar(each, level, said):
    y, kind = CHANGES(each["numbers"]["difference"]), said.parts[each["kind"]]
    return {
        "start": each["start"],
        "week": each["start"],
        "y": y,
        "zero": CHANGES(0),
        "above": min(y, level),
        "full": each["kind"] != "smaller",
        "difference": each["difference"],
        "said": f"Week {each['start']}, difference {each['difference']}. {kind}",
    }
