"""First-try pass rates of the licensing exams, by group and level."""

from itertools import groupby

from workbook.charts import tables
from workbook.charts.bars import STEP, bars
from workbook.charts.marks import bands, rows_of
from workbook.charts.render import vega_lite
from workbook.charts.told import told

__all__ = ["build"]

LEVELS = ("Bachelors", "Masters", "Clinical")
CAUTIONS = ("C025", "C026", "C027", "C028")
SAID = "datum.level + ' exam, ' + datum.group + ': ' + datum.label + ' percent'"
TOLD = {"level": "Exam", "group": "Group", "label": "Passed at the first try (percent)",
        "source": "Source", "status": "Evidence"}  # fmt: skip


def build(chart_id, datasets):
    """Build the chart of first-try pass rates, 2018 to 2021."""
    rows = _shown(tables.read(datasets, "licensing_exam_outcomes"))
    cautions = tables.pick(datasets, "counter_evidence", CAUTIONS)
    levels = {level: list(each) for level, each in groupby(rows, key=lambda row: row["level"])}
    said = told(
        chart_id,
        highest=levels["Clinical"][0],
        lowest=levels["Clinical"][-1],
        ends="; ".join(_ends(level, each) for level, each in levels.items()),
        sizes="" if any(row["n"] for row in rows) else "No group sizes were published. ",
        **cautions,
    )
    return said.chart(
        tables.sources([*rows, *cautions.values()]),
        [(row["level"], row["group"], _rate(row), *tables.backing(row)) for row in rows],
        _picture(levels, said),
    )


def _shown(rows):
    """Keep the national first-try figures by group, each level with the highest rate first."""
    kept = [
        r
        for r in rows
        if (r["exam"], r["period"], r["attempt"], r["dimension"])
        == ("ASWB", "2018-2021", "first_time", "race_ethnicity")
    ]
    return sorted(
        kept, key=lambda r: (LEVELS.index(r["level"]), -tables.number(r, "pass_rate_pct"))
    )


def _rate(row):
    return f"{tables.number(row, 'pass_rate_pct'):.1f}"


def _ends(level, rows):
    top, bottom = (f"{_rate(row)} percent ({row['group']})" for row in (rows[0], rows[-1]))
    return f"on the {level} exam {top} and {bottom}"


def _picture(levels, said):
    """Draw a heading for each level, and below it a bar for each group."""
    heads, rates, order = [], [], []
    for level, rows in levels.items():
        of_level = [_bar(row) for row in rows]
        heads.append({"row": f"{level}|", "label": f"{level} exam"})
        rates += of_level
        order += [f"{level}|", *(bar["row"] for bar in of_level)]
    at = {"x": _across(), "y": bands(order)}
    layers = bars(rows_of(rates), rows_of(heads), at, "group", (SAID, TOLD))
    return vega_lite(layers, **said.above(), height=STEP * len(order))


def _bar(row):
    return {
        "row": f"{row['level']}|{row['group']}",
        "level": row["level"],
        "group": row["group"],
        "rate": tables.number(row, "pass_rate_pct"),
        "label": _rate(row),
        "status": row["status"],
        "source": tables.source(row).text,
    }


def _across():
    import altair as alt

    title, scale = "Percent who passed at the first try", alt.Scale(domain=[0, 100])
    return alt.X("rate:Q", title=title, scale=scale, axis=alt.Axis(values=[0, 25, 50, 75, 100]))
