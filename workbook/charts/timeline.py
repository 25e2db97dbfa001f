"""The timeline: a lane for each kind of event, a mark for each event."""

from collections import Counter

from workbook.charts import describe, tables
from workbook.charts.timeline_picture import picture
from workbook.charts.told import told

__all__ = ["COUNTRIES", "FIRST_DRAWN", "KINDS", "build"]

KINDS = {
    "professionalization": "Building the profession",
    "harm": "Harm",
    "resistance": "Resistance",
    "reckoning": "Reckoning and apology",
    "regulation": "Regulation",
    "context": "Context",
}
COUNTRIES = {
    "US": "United States",
    "CA": "Canada",
    "GB": "United Kingdom",
    "AU": "Australia",
    "NZ": "Aotearoa New Zealand",
    "INT": "International",
}
FIRST_DRAWN = 1815  # earlier events are in the table; drawn, they would squeeze all others


def build(chart_id, datasets):
    """Build the timeline of professionalization, harm, resistance and reckoning."""
    rows = tables.read(datasets, "timeline")
    fields = _fields(datasets)
    events = [_event(row, fields) for row in sorted(rows, key=_moment)]
    counts = Counter(event["kind"] for event in events)
    said = told(
        chart_id,
        events=len(events),
        first=events[0]["year"],
        last=events[-1]["year"],
        kinds=describe.in_words([f"{kind.lower()} {counts[kind]}" for kind in KINDS.values()]),
        early=_early(events),
    )
    table = [_table_row(event) for event in events]
    return said.chart(
        tables.sources(rows), table, picture(events, list(KINDS.values()), said, FIRST_DRAWN)
    )


def _moment(row):
    return int(row["year"]), row["date"], row["id"]


def _fields(datasets):
    """Read which field each profession belongs to."""
    return {row["profession"]: row["field"] for row in tables.plain(datasets, "professions")}


def _event(row, fields):
    return {
        "id": row["id"],
        "year": int(row["year"]),
        "years": f"{row['year']}-{row['year_end']}" if row["year_end"] else row["year"],
        "event": row["event"],
        "kind": KINDS[row["role"]],
        "country": COUNTRIES[row["country"]],
        "field": fields[row["profession"]],
        "status": row["status"],
        "source": tables.source(row),
    }


def _table_row(event):
    cells = ("years", "event", "kind", "country", "status", "source")
    return (f"{event['year'] // 10 * 10}s", *(event[cell] for cell in cells))


def _early(events):
    """Name the events that are in the table only."""
    years = [event["years"] for event in events if event["year"] < FIRST_DRAWN]
    if not years:
        return ""
    return f" Too early for the picture, in the table only: {describe.in_words(years)}."
