"""First-try pass rates of the licensing exams, by group and level."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook.charts.kit import tables
from workbook.charts.kit.bars import STEP, bars
from workbook.charts.kit.chart_words import ChartWords, chart_id, chart_words
from workbook.charts.kit.marks import bands, phrase, rows_of, tips
from workbook.charts.kit.model import Chart, Spec
from workbook.charts.kit.render import vega_lite
from workbook.charts.kit.tables import TableRow
from workbook.words import word, words

if TYPE_CHECKING:
    import altair as alt

__all__ = ["build"]

ID = chart_id(__name__)
LEVELS = ("Bachelors", "Masters", "Clinical")
CAUTIONS = ("C025", "C026", "C027", "C028")
SHOWN = ("ASWB", "2018-2021", "first_time", "race_ethnicity")
TIPS = ("level", "group", "label", "source", "status")


def build(datasets: Path) -> Chart:
    """Build the chart of first-try pass rates, 2018 to 2021."""
    rows = _shown(tables.read(datasets, "licensing_exam_outcomes"))
    cautions = tables.pick(datasets, "counter_evidence", CAUTIONS)
    levels = {level: list(each) for level, each in groupby(rows, key=lambda row: row["level"])}
    text = chart_words(
        ID,
        highest=levels["Clinical"][0],
        lowest=levels["Clinical"][-1],
        ends="; ".join(_ends(level, each) for level, each in levels.items()),
        sizes="" if any(row["n"] for row in rows) else word(ID, "no_sizes") + " ",
        **cautions,
    )
    return text.chart(
        tables.sources([*rows, *cautions.values()]),
        [(row["level"], row["group"], _rate(row), *tables.backing(row)) for row in rows],
        _picture(levels, text),
    )


def _shown(rows: list[TableRow]) -> list[TableRow]:
    """Keep the national first-try figures by group, each level with the highest rate first."""
    columns = ("exam", "period", "attempt", "dimension")
    kept = [row for row in rows if tuple(row[column] for column in columns) == SHOWN]
    return sorted(kept, key=lambda row: (LEVELS.index(row["level"]), -float(row["pass_rate_pct"])))


def _rate(row: TableRow) -> str:
    return f"{float(row['pass_rate_pct']):.1f}"


def _ends(level: str, rows: list[TableRow]) -> str:
    top, bottom = (
        word(ID, "rate", rate=_rate(row), group=row["group"]) for row in (rows[0], rows[-1])
    )
    return word(ID, "ends", level=level, top=top, bottom=bottom)


def _picture(levels: dict[str, list[TableRow]], text: ChartWords) -> Spec:
    """Draw a heading for each level, and below it a bar for each group."""
    heads: list[dict] = []
    rates: list[dict] = []
    order: list[str] = []
    for level, rows in levels.items():
        of_level = [_bar(row) for row in rows]
        heads.append({"row": f"{level}|", "label": word(ID, "head", level=level)})
        rates += of_level
        order += [f"{level}|", *(bar["row"] for bar in of_level)]
    at = {"x": _across(), "y": bands(order)}
    names = words(ID)
    says = (phrase(names["mark"]), tips(TIPS, {"label": names["tip_label"]}))
    layers = bars(rows_of(rates), rows_of(heads), at, "group", says)
    return vega_lite(layers, **text.above(), height=STEP * len(order))


def _bar(row: TableRow) -> dict[str, Any]:
    return {
        "row": f"{row['level']}|{row['group']}",
        "level": row["level"],
        "group": row["group"],
        "rate": tables.number(row, "pass_rate_pct"),
        "label": _rate(row),
        "status": tables.evidence(row),
        "source": tables.source(row).text,
    }


def _across() -> alt.X:
    import altair as alt

    title, scale = words(ID)["axis"], alt.Scale(domain=[0, 100])
    return alt.X("rate:Q", title=title, scale=scale, axis=alt.Axis(values=[0, 25, 50, 75, 100]))
