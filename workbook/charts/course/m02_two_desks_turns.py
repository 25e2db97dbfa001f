"""Talk by turn at two invented desks: who speaks, how long, who asks, who holds the floor."""

from collections.abc import Iterator
from pathlib import Path

from workbook.charts.course import desks
from workbook.charts.kit.chart_words import chart_id, chart_words
from workbook.charts.kit.model import Chart
from workbook.charts.kit.render import vega_lite
from workbook.charts.talk import Meeting, layers
from workbook.readings import describe
from workbook.readings.floor import DOMINANCE, WINDOW, Piece, TurnCounts, count_turns, floor_pieces
from workbook.words import word

__all__ = ["build"]

ID = chart_id(__name__)


def build(datasets: Path) -> Chart:
    """Build the chart of turns and of the floor."""
    spoken = desks.read(datasets)
    turns = {desk: count_turns(meeting, desks.ROLES) for desk, meeting in spoken.items()}
    floors = {desk: floor_pieces(meeting, desks.ROLES) for desk, meeting in spoken.items()}
    text = chart_words(
        ID,
        asking=describe.in_words([_asking(desk, of_desk) for desk, of_desk in turns.items()]),
        counts=". ".join(count for desk in turns for count in _counts(desk, turns, floors)),
        window=WINDOW["window"],
        dominance=100 * DOMINANCE,
    )
    source = desks.source()
    meetings = [Meeting(desk, turns[desk], floors[desk], source.text) for desk in turns]
    drawn, height = layers(meetings)
    table = [row for desk in turns for row in _rows(desk, turns[desk], floors[desk])]
    return text.chart([source], table, vega_lite(drawn, **text.above(), height=height))


def _rows(desk: str, turns: list[TurnCounts], pieces: list[Piece]) -> Iterator[tuple[str, ...]]:
    for turn in turns:
        around = next((p.label for p in pieces if p.first <= turn.turn < p.last), "")
        side, asks = word("chart", turn.side), word(ID, "asks_yes") if turn.questions else ""
        holder = word("chart", around) if around else ""
        yield (desk, str(turn.turn), side, str(turn.words), asks, holder)


def _of(turns: list[TurnCounts], side: str) -> dict[str, int]:
    """Give how many turns a side has, how many words, and in how many turns it asks."""
    own = [turn for turn in turns if turn.side == side]
    asking = sum(turn.questions > 0 for turn in own)
    return {"turns": len(own), "words": sum(turn.words for turn in own), "asking": asking}


def _asking(desk: str, turns: list[TurnCounts]) -> str:
    own = _of(turns, "practitioner")
    return word(ID, "asking", **own, desk=desk[0].lower() + desk[1:])


def _counts(
    desk: str, turns: dict[str, list[TurnCounts]], floors: dict[str, list[Piece]]
) -> Iterator[str]:
    for side in desks.SIDES:
        own = _of(turns[desk], side)
        yield word(ID, "counted", desk=desk, side=word("chart", side), **own)
    labels = [piece.label for piece in floors[desk]]
    held = [f"{word('chart', name)} {labels.count(name)}" for name in (*desks.SIDES, "shared")]
    windows = {"windows": len(labels), "held": describe.in_words(held)}
    yield word(ID, "floor", desk=desk, **windows)
