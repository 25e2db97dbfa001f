"""The timeline: a lane for each kind of event, a mark for each event."""

from collections import Counter
from pathlib import Path
from typing import Any

from workbook.charts.course.m01_timeline_picture import picture
from workbook.charts.kit import tables
from workbook.charts.kit.chart_words import chart_id, chart_words
from workbook.charts.kit.model import Cell, Chart
from workbook.readings import describe
from workbook.words import word, words

__all__ = ["FIRST_DRAWN", "build"]

ID = chart_id(__name__)
FIRST_DRAWN = 1815  # earlier events are in the table; drawn, they would squeeze all others


def build(datasets: Path) -> Chart:
    """Build the timeline of professionalization, harm, resistance and reckoning."""
    rows = tables.read(datasets, "timeline")
    fields = _fields(datasets)
    events = [_event(row, fields) for row in sorted(rows, key=_moment)]
    kinds, counts = words(ID)["kinds"], Counter(event["kind"] for event in events)
    text = chart_words(
        ID,
        events=len(events),
        first=events[0]["year"],
        last=events[-1]["year"],
        kinds=describe.in_words([f"{kind.lower()} {counts[kind]}" for kind in kinds.values()]),
        early=_early(events),
    )
    spec = picture(events, kinds, text, FIRST_DRAWN)
    return text.chart(tables.sources(rows), map(_table_row, events), spec)


def _moment(row: tables.TableRow) -> tuple[int, str, str]:
    return int(row["year"]), row["date"], row["id"]


def _fields(datasets: Path) -> dict[str, str]:
    """Read which field each profession belongs to."""
    return {
        row["profession"]: row["field"]
        for row in tables.read(datasets, "professions", sourced=False)
    }


def _event(row: tables.TableRow, fields: dict[str, str]) -> dict[str, Any]:
    names = words(ID)
    return {
        "id": row["id"],
        "year": int(row["year"]),
        "years": f"{row['year']}-{row['year_end']}" if row["year_end"] else row["year"],
        "event": row["event"],
        "kind": names["kinds"][row["role"]],
        "country": names["countries"][row["country"]],
        "field": fields[row["profession"]],
        "status": tables.evidence(row),
        "source": tables.source(row),
    }


def _table_row(event: dict[str, Any]) -> tuple[Cell, ...]:
    cells = ("years", "event", "kind", "country", "status", "source")
    decade = word(ID, "decade", decade=event["year"] // 10 * 10)
    return (decade, *(event[cell] for cell in cells))


def _early(events: list[dict[str, Any]]) -> str:
    """Name the events that are in the table only."""
    years = [event["years"] for event in events if event["year"] < FIRST_DRAWN]
    return " " + word(ID, "early", years=describe.in_words(years)) if years else ""
