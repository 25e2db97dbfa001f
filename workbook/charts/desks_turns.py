"""Talk by turn at two invented desks: who speaks, how long, who asks, who holds the floor."""

from bisect import bisect_right
from itertools import accumulate, groupby

from workbook.charts import describe, desks, theme
from workbook.charts.marks import beside, down, rows_of, tips
from workbook.charts.render import vega_lite
from workbook.charts.talk import FLOOR_WORDS
from workbook.charts.told import told
from workbook.measures.talk import floor_map
from workbook.measures.talk.counts import count_talk

__all__ = ["build", "floor", "said_turns"]

DOMINANCE = 0.6
HEAD, LABEL, DIAMOND, STRIP, GAP = 44, 22, 12, 9, 30  # pixels
WORD, GUIDES = 1.2, (-50, -25, 0, 25)  # pixels for one word; words at the lines, up is below 0
LEFT = -2.5  # where the axis of turns begins, so that the guides have room for their numbers
UP = {"practitioner": -1, "person": 1}


def build(chart_id, datasets):
    """Build the chart of turns and of the floor."""
    meetings = desks.read(datasets)
    turns = {desk: said_turns(meeting) for desk, meeting in meetings.items()}
    floors = {desk: floor(meeting, turns[desk]) for desk, meeting in meetings.items()}
    said = told(
        chart_id,
        asking=describe.in_words([_asking(desk, of_desk) for desk, of_desk in turns.items()]),
        counts=". ".join(count for desk in turns for count in _counts(desk, turns, floors)),
        window=FLOOR_WORDS["window"],
        dominance=100 * DOMINANCE,
    )
    table = [row for desk in turns for row in _rows(desk, turns[desk], floors[desk])]
    return said.chart([desks.SOURCE], table, _picture(turns, floors, said))


def said_turns(meeting):
    """Count the words and the questions of each turn.

    Parameters
    ----------
    meeting : list of workbook.measures.talk.Turn

    Returns
    -------
    list of dict
        ``turn`` from 1, ``side``, ``words`` and ``questions``.

    Examples
    --------
    >>> from workbook.measures.talk import Turn
    >>> said_turns([Turn(1, "Tess", "Which week?")])
    [{'turn': 1, 'side': 'practitioner', 'words': 2, 'questions': 1}]
    """
    rows = count_talk(meeting, desks.ROLES).rows
    return [
        {"turn": n, "side": side, "words": counts.words, "questions": counts.questions}
        for n, (_, side, counts) in enumerate(rows, 1)
    ]


def floor(meeting, turns):
    """Say who holds the floor around the middle of each window, with its place among the turns.

    Parameters
    ----------
    meeting : list of workbook.measures.talk.Turn
    turns : list of dict
        From `said_turns`.

    Returns
    -------
    list of (float, float, str)
        First and last place on the axis of turns, where turn 1 goes from 0.5 to 1.5; and
        ``practitioner``, ``person`` or ``shared``.

    Examples
    --------
    >>> from workbook.measures.talk import Turn
    >>> long = [Turn(1, "Tess", "so " * 300), Turn(2, "Mr. Silva", "yes " * 300)]
    >>> pieces = floor(long, said_turns(long))
    >>> pieces[0], pieces[-1][-1]
    ((0.7, 0.8, 'practitioner'), 'person')
    """
    half = FLOOR_WORDS["step"] / 2
    windows = floor_map(meeting, desks.ROLES, by="words", dominance=DOMINANCE, **FLOOR_WORDS)
    ends = [0, *accumulate(turn["words"] for turn in turns)]
    pieces = []
    for window in windows:
        middle = (window.start + window.stop) / 2
        edges = (_place(ends, middle - half), _place(ends, middle + half))
        pieces.append((*edges, window.label))
    return pieces


def _place(ends, word):
    """Give where a word lies on the axis of turns."""
    n = min(bisect_right(ends, word), len(ends) - 1) - 1
    return round(n + 0.5 + (word - ends[n]) / (ends[n + 1] - ends[n]), 3)


def _spans(pieces):
    """Join pieces next to each other that have the same label."""
    spans = []
    for label, same in groupby(pieces, key=lambda piece: piece[2]):
        run = list(same)
        spans.append((run[0][0], run[-1][1], label, len(run)))
    return spans


def _rows(desk, turns, pieces):
    for turn in turns:
        middle = turn["turn"]
        around = next((label for a, b, label in pieces if a <= middle < b), "")
        asks = "yes" if turn["questions"] else ""
        yield (desk, str(turn["turn"]), turn["side"], str(turn["words"]), asks, around)


def _of(turns, side):
    """Give how many turns a side has, how many words, and in how many turns it asks."""
    own = [turn for turn in turns if turn["side"] == side]
    asking = sum(turn["questions"] > 0 for turn in own)
    return len(own), sum(turn["words"] for turn in own), asking


def _asking(desk, turns):
    number, _, asking = _of(turns, "practitioner")
    return f"in {asking} of {number} turns at {desk.replace('The', 'the')}"


def _counts(desk, turns, floors):
    for side in desks.SIDES:
        number, words, asking = _of(turns[desk], side)
        yield f"{desk}, {side}: {words} words in {number} turns, {asking} with a question"
    labels = [label for _, _, label in floors[desk]]
    held = [f"{name} {labels.count(name)}" for name in (*desks.SIDES, "shared")]
    yield f"{desk}, floor in {len(labels)} windows: {describe.in_words(held)}"


def _picture(turns, floors, said):
    """Draw both desks below each other on one axis of turns."""
    data = {key: [] for key in ("bars", "marks", "strip", "guides", "heads", "labels")}
    most, top = dict.fromkeys(desks.SIDES, DIAMOND), 0
    for turn in (turn for of_desk in turns.values() for turn in of_desk):
        most[turn["side"]] = max(most[turn["side"]], turn["words"] * WORD + DIAMOND)
    for desk in turns:
        top = _desk(data, top, most, (desk, turns[desk], _spans(floors[desk])))
    layers = _layers(data, round(top), max(len(of_desk) for of_desk in turns.values()))
    return vega_lite(layers, **said.above(), height=round(top))


def _desk(data, top, most, meeting):
    """Place one desk and give where the next begins."""
    desk, said, spans = meeting
    zero = top + HEAD + most["practitioner"]
    below = zero + most["person"]
    told = {"desk": desk, "source": desks.SOURCE.text}
    data["heads"].append({"y": top + 8, "text": desk})
    for side, y in (("practitioner", top + HEAD - 14), ("person", below + 8)):
        words = sum(turn["words"] for turn in said if turn["side"] == side)
        data["labels"].append({"y": y, "text": f"{side.capitalize()}: {words} words"})
    strip = below + 2 * LABEL + STRIP
    data["labels"].append({"y": strip - STRIP - 12, "text": "Who holds the floor"})
    data["guides"] += [{"y": zero + WORD * n, "text": str(abs(n))} for n in GUIDES]
    for turn in said:
        bar, mark = _turn(turn, zero)
        data["bars"].append({**bar, **told})
        data["marks"] += [mark] * (turn["questions"] > 0)
    data["strip"] += [{**_span(span, strip), **told} for span in spans]
    return strip + STRIP + GAP


def _turn(turn, zero):
    n, side, end = turn["turn"], turn["side"], zero + UP[turn["side"]] * WORD * turn["words"]
    asks = ", asks a question" if turn["questions"] else ""
    said = f"Turn {n}, {side}: {turn['words']} words{asks}"
    place = {"first": n - 0.4, "last": n + 0.4, "y": zero, "end": round(end, 2)}
    mark = {"turn": n, "y": round(end + UP[side] * DIAMOND / 2, 2)}
    return {**place, "side": side, "said": said}, mark


def _span(span, middle):
    """Place a block above the middle of the strip, below it, or as a line on it."""
    first, last, label, windows = span
    up = UP.get(label)
    ends = (middle - 1, middle + 1) if up is None else (middle, middle + up * STRIP)
    said = f"{label}, {windows} window{'s' * (windows > 1)}, turns {first:.0f} to {last:.0f}"
    return {"first": first, "last": last, "y": ends[0], "end": ends[1], "side": label, "said": said}


def _layers(data, height, last):
    import altair as alt

    across = alt.Scale(domain=[LEFT, last + 1], nice=False)
    axis = alt.Axis(values=[1, *range(10, last + 1, 10)], grid=False, format="d")
    x, y = alt.X("turn:Q", scale=across, title="Turn", axis=axis), down(height)
    shown = {key: rows_of(values) for key, values in data.items()}
    diamond = {"shape": "diamond", "filled": True, "size": 34, "opacity": 1, "aria": False}
    words = {"y": y, "field": "text", "baseline": "middle"}
    return [
        shown["guides"].mark_rule(color=theme.GRID, aria=False).encode(y=y),
        *(_blocks(shown[key], across, y) for key in ("bars", "strip")),
        shown["marks"].mark_point(**diamond, color=theme.INK).encode(x=x, y=y),
        beside(shown["guides"], **words, dy=-5, fontSize=10, color=theme.MUTED),
        beside(shown["heads"], **words, fontWeight=600, fontSize=14),
        beside(shown["labels"], **words),
    ]


def _blocks(rows, across, y):
    """Draw blocks from one place to another, in the colour of their side."""
    import altair as alt

    x, x2 = alt.X("first:Q", scale=across, title="Turn"), alt.X2("last:Q")
    drawn = rows.mark_rect().encode(x=x, x2=x2, y=y, y2="end:Q", color=desks.color())
    return drawn.encode(tooltip=tips(desks.TOLD), description="said:N")
