"""Who is served or held, against the population, with what rounding does to a ratio."""

from workbook.charts import describe, tables
from workbook.charts.model import Chart
from workbook.charts.panels_picture import picture
from workbook.charts.served_panels import (
    INVESTIGATED,
    PRISON,
    RATIOS,
    allowed,
    panels,
)

__all__ = ["build"]

CASEWORKERS, SOCIAL_WORKERS, WHY = "S054", "W038", "C030"
TOPICS = {  # what the table shows, in this order
    "foster_care": "Foster care",
    "comparator": "All children, to compare",
    "disproportionality": "Ratio of the two shares",
    "cps_contact": "Child protection",
    "prison": "Prison",
    "child_welfare_workforce": "Child welfare workers",
}
COLUMNS = ("Topic", "Who", "Group", "Figure", "When", "Evidence", "Source")


def build(chart_id, datasets):
    """Build the chart of people served or held against the population.

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
    >>> build("02/x", Path("nowhere"))
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: nowhere/served_populations.csv: The table is missing. \
Restore it from the course files.
    """
    ids = [*(key for keys in RATIOS.values() for key in keys), *INVESTIGATED, *PRISON, CASEWORKERS]
    rows = tables.pick(datasets, "served_populations", ids)
    listed = _listed(tables.read(datasets, "served_populations"))
    workers = tables.pick(datasets, "workforce_shares", [SOCIAL_WORKERS])[SOCIAL_WORKERS]
    why = tables.pick(datasets, "counter_evidence", [WHY])[WHY]
    title, sentence = _title(rows), _sentence(rows, workers)
    return Chart(
        chart_id,
        title,
        sentence,
        tables.sources([*listed, workers, why]),
        _note(),
        COLUMNS,
        tuple(_table_row(row) for row in listed),
        picture(
            panels(rows),
            title=title,
            details=(
                "United States. Three counts, three axes; surveys, years and groups differ.",
                "Sources: AFCARS, AJPH, BJS; each is listed below.",
            ),
            sentence=sentence,
        ),
        grouped=True,
    )


def _listed(rows):
    """Keep shares and ratios of the United States, topic by topic."""
    kept = [
        r for r in rows if r["topic"] in TOPICS and r["place"] == "US" and r["measure"] != "count"
    ]
    return sorted(kept, key=lambda r: (list(TOPICS).index(r["topic"]), r["id"]))


def _title(rows):
    held, every, _ = (rows[key] for key in RATIOS["Black"])
    return (
        f"Black children were {held['value']} percent of children in foster care and "
        f"{every['value']} percent of all children in {held['year']}"
    )


def _sentence(rows, workers):
    ratios = []
    for name, keys in RATIOS.items():
        low, high = allowed(*(rows[key] for key in keys))
        ratios.append(f"{name} {rows[keys[-1]]['value']} ({low} to {high})")
    risks = [f"{name} {rows[key]['value']}" for key, name in INVESTIGATED.items()]
    prison = [f"{rows[key]['value']} percent {name}" for key, name in PRISON.items()]
    white, cases = rows[RATIOS["White"][0]], rows[CASEWORKERS]
    return (
        "Share in foster care divided by share of all children, 2021, with the range that "
        f"rounding allows: {describe.in_words(ratios)}. Investigated before age 18, estimated "
        f"percent: {describe.in_words(risks)}. Sentenced prisoners, 2022: "
        f"{describe.in_words(prison)}. Children in foster care are less often White "
        f"({white['value']} percent, {white['year']}) than the workers: {workers['white_pct']} "
        f"percent of social workers ({workers['year']}) and {cases['value']} percent of child "
        f"welfare caseworkers ({cases['year']}) were White."
    )


def _table_row(row):
    value = f"{row['value']} {row['unit']}"
    return (
        TOPICS[row["topic"]],
        row["population"],
        row["group"],
        f"{value} ({row['measure']})" if row["topic"] == "cps_contact" else value,
        row["period"] or row["year"],
        row["status"],
        tables.source(row),
    )


def _note():
    return (
        "A ratio above 1 does not show why: need, poverty and bias are all argued in the field, "
        'and "The other side" holds both sides. Whole percents hide a wide range: for American '
        "Indian and Alaska Native children the ratio may lie anywhere from 1 to 5. Surveys, years "
        "and race definitions differ from part to part, so do not compare the parts. There is no "
        "ratio for Asian children, because the two sources group them differently. The foster care "
        "figures count children on one day, and some were read on pages that quote the report."
    )
