"""Who is served or held, against the population, with what rounding does to a ratio."""

from pathlib import Path

from workbook.charts.course.m02_served_picture import (
    INVESTIGATED,
    PRISON,
    RATIOS,
    allowed,
    panels,
)
from workbook.charts.kit import tables
from workbook.charts.kit.chart_words import chart_id, chart_words
from workbook.charts.kit.model import Cell, Chart
from workbook.charts.kit.panels_picture import picture
from workbook.charts.kit.tables import TableRow
from workbook.readings import describe
from workbook.words import word, words

__all__ = ["build"]

ID = chart_id(__name__)
CASEWORKERS, SOCIAL_WORKERS, WHY = "S054", "W038", "C030"
BLACK, WHITE = "S023", "S022"  # ratios that the words name
TOPICS = (  # what the table shows, in this order
    "foster_care", "comparator", "disproportionality", "cps_contact", "prison",
    "child_welfare_workforce",
)  # fmt: skip


def build(datasets: Path) -> Chart:
    """Build the chart of people served or held against the population."""
    shares = [key for ratio, pair in RATIOS.items() for key in (*pair, ratio)]
    ids = [*shares, *INVESTIGATED, *PRISON, CASEWORKERS]
    rows = tables.pick(datasets, "served_populations", ids)
    listed = _listed(tables.read(datasets, "served_populations"))
    workers = tables.pick(datasets, "workforce_shares", [SOCIAL_WORKERS])[SOCIAL_WORKERS]
    why = tables.pick(datasets, "counter_evidence", [WHY])[WHY]
    held, every = (rows[key] for key in RATIOS[BLACK])
    text = chart_words(
        ID,
        held=held,
        all=every,
        ratios=describe.in_words([_ratio(rows, key) for key in RATIOS]),
        risks=describe.in_words([_phrase("risk_short", rows[key]) for key in INVESTIGATED]),
        prison=describe.in_words([_phrase("prison_short", rows[key]) for key in PRISON]),
        white=rows[RATIOS[WHITE][0]],
        workers=workers,
        cases=rows[CASEWORKERS],
    )
    sources = tables.sources([*listed, workers, why])
    spec = picture(panels(rows, text.parts), text)
    return text.chart(sources, [_table_row(row) for row in listed], spec)


def _phrase(phrase: str, row: TableRow) -> str:
    return word(ID, phrase, name=words(ID)["names"][row["id"]], value=row["value"])


def _ratio(rows: dict[str, TableRow], key: str) -> str:
    part, whole = RATIOS[key]
    low, high = allowed(rows[part], rows[whole], rows[key])
    name, value = words(ID)["names"][key], rows[key]["value"]
    return word(ID, "ratio_short", name=name, value=value, low=low, high=high)


def _listed(rows: list[TableRow]) -> list[TableRow]:
    """Keep shares and ratios of the United States, topic by topic."""
    kept = [
        r for r in rows if r["topic"] in TOPICS and r["place"] == "US" and r["measure"] != "count"
    ]
    return sorted(kept, key=lambda r: (TOPICS.index(r["topic"]), r["id"]))


def _table_row(row: TableRow) -> tuple[Cell, ...]:
    value = f"{row['value']} {row['unit']}"
    return (
        words(ID)["topics"][row["topic"]],
        row["population"],
        row["group"],
        f"{value} ({row['measure']})" if row["topic"] == "cps_contact" else value,
        row["period"] or row["year"],
        *tables.backing(row),
    )
