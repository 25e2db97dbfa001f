"""Who is served or held, against the population, with what rounding does to a ratio."""

from workbook.charts import describe, tables
from workbook.charts.panels_picture import picture
from workbook.charts.served_panels import INVESTIGATED, PRISON, RATIOS, allowed, panels
from workbook.charts.told import told

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


def build(chart_id, datasets):
    """Build the chart of people served or held against the population."""
    ids = [*(key for keys in RATIOS.values() for key in keys), *INVESTIGATED, *PRISON, CASEWORKERS]
    rows = tables.pick(datasets, "served_populations", ids)
    listed = _listed(tables.read(datasets, "served_populations"))
    workers = tables.pick(datasets, "workforce_shares", [SOCIAL_WORKERS])[SOCIAL_WORKERS]
    why = tables.pick(datasets, "counter_evidence", [WHY])[WHY]
    held, every, _ = (rows[key] for key in RATIOS["Black"])
    said = told(
        chart_id,
        held=held,
        all=every,
        ratios=describe.in_words([_ratio(rows, name) for name in RATIOS]),
        risks=describe.in_words([f"{n} {rows[k]['value']}" for k, n in INVESTIGATED.items()]),
        prison=describe.in_words([f"{rows[k]['value']} percent {n}" for k, n in PRISON.items()]),
        white=rows[RATIOS["White"][0]],
        workers=workers,
        cases=rows[CASEWORKERS],
    )
    sources = tables.sources([*listed, workers, why])
    spec = picture(panels(rows, said.parts), said)
    return said.chart(sources, [_table_row(row) for row in listed], spec)


def _ratio(rows, name):
    keys = RATIOS[name]
    low, high = allowed(*(rows[key] for key in keys))
    return f"{name} {rows[keys[-1]]['value']} ({low} to {high})"


def _listed(rows):
    """Keep shares and ratios of the United States, topic by topic."""
    kept = [
        r for r in rows if r["topic"] in TOPICS and r["place"] == "US" and r["measure"] != "count"
    ]
    return sorted(kept, key=lambda r: (list(TOPICS).index(r["topic"]), r["id"]))


def _table_row(row):
    value = f"{row['value']} {row['unit']}"
    return (
        TOPICS[row["topic"]],
        row["population"],
        row["group"],
        f"{value} ({row['measure']})" if row["topic"] == "cps_contact" else value,
        row["period"] or row["year"],
        *tables.backing(row),
    )
