"""The timeline: a lane for each kind of event, a mark for each event."""

from collections import Counter

from workbook.charts import describe, tables
from workbook.charts.model import Chart
from workbook.charts.timeline_picture import picture

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
    """Build the timeline of professionalization, harm, resistance and reckoning.

    Parameters
    ----------
    chart_id : str
    datasets : pathlib.Path

    Returns
    -------
    workbook.charts.Chart

    Raises
    ------
    workbook.errors.ContentError
        When the table is missing or a row may not be shown.

    Examples
    --------
    >>> from pathlib import Path
    >>> build("01/x", Path("nowhere"))
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: nowhere/timeline.csv: The table is missing. \
Restore it from the course files.
    """
    rows = tables.read(datasets, "timeline")
    events = [_event(row, _fields(datasets)) for row in sorted(rows, key=_moment)]
    counts = Counter(event["kind"] for event in events)
    sentence = describe.timeline(
        {name.lower(): counts[name] for name in KINDS.values()},
        events[0]["year"],
        events[-1]["year"],
    )
    title = "Professions, harm and resistance grew up in the same years"
    return Chart(
        chart_id,
        title,
        sentence,
        tables.sources(rows),
        _note(events),
        ("Decade", "Year", "Event", "Kind", "Country", "Evidence", "Source"),
        tuple(_table_row(event) for event in events),
        picture(events, list(KINDS.values()), title, sentence, FIRST_DRAWN),
        grouped=True,
    )


def _moment(row):
    return int(row["year"]), row["date"], row["id"]


def _fields(datasets):
    """Read which field each profession belongs to."""
    import csv

    with (datasets / "professions.csv").open(encoding="utf-8", newline="") as file:
        return {row["profession"]: row["field"] for row in csv.DictReader(file)}


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
    decade = f"{event['year'] // 10 * 10}s"
    return (
        decade,
        event["years"],
        event["event"],
        event["kind"],
        event["country"],
        event["status"],
        event["source"],
    )


def _note(events):
    early = [event["years"] for event in events if event["year"] < FIRST_DRAWN]
    left_out = f" Too early for the picture, in the table only: {describe.in_words(early)}."
    return (
        "These are the events that we chose and could confirm. The number of marks does not "
        "measure how much harm or resistance there was, and an event beside another did not cause "
        f"it. Most events are from the United States.{left_out if early else ''}"
    )
