"""First-try pass rates of the licensing exams, by group and level."""

from itertools import groupby

from workbook.charts import describe, tables, theme
from workbook.charts.bars import STEP, bars
from workbook.charts.model import Chart

__all__ = ["build"]

LEVELS = ("Bachelors", "Masters", "Clinical")
CAUTIONS = ("C025", "C026", "C027", "C028")


def build(chart_id, datasets):
    """Build the chart of first-try pass rates, 2018 to 2021.

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
    workbook.errors.ContentError: nowhere/licensing_exam_outcomes.csv: The table is missing. \
Restore it from the course files.
    """
    rows = _shown(tables.read(datasets, "licensing_exam_outcomes"))
    cautions = [r for r in tables.read(datasets, "counter_evidence") if r["id"] in CAUTIONS]
    levels = {
        level: [(r["group"], tables.number(r, "pass_rate_pct")) for r in of_level]
        for level, of_level in groupby(rows, key=lambda r: r["level"])
    }
    title, sentence = _title(levels), describe.exam_rates(levels)
    return Chart(
        chart_id,
        title,
        sentence,
        tables.sources(rows) + tables.sources(cautions),
        _note(rows, cautions),
        ("Exam level", "Group", "Passed at the first try (percent)", "Evidence", "Source"),
        tuple(_table_row(row) for row in rows),
        _picture(rows, title, sentence),
        grouped=True,
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


def _title(levels):
    (top, most), (bottom, least) = levels["Clinical"][0], levels["Clinical"][-1]
    return (
        f"On the clinical exam, {most:.1f} percent of {top} and {least:.1f} percent of {bottom} "
        "test takers passed at the first try"
    )


def _table_row(row):
    rate = f"{tables.number(row, 'pass_rate_pct'):.1f}"
    return row["level"], row["group"], rate, row["status"], tables.source(row)


def _note(rows, cautions):
    facts = {row["id"]: row for row in cautions}
    explained = describe.percent(tables.number(facts["C025"], "value"))
    professions = describe.percent(tables.number(facts["C026"], "value"))
    sizes = "" if any(r["n"] for r in rows) else "No group sizes were published. "
    return (
        "Unequal pass rates alone do not show that a test is biased, and they do not show that it "
        f"is fair. In a study paid for by the exam's owner, differences in background explained "
        f"about {explained} percent of the Black-White gap on the clinical exam; the rest is not "
        f"explained. A review found such gaps in all {professions} professions it looked at. "
        "Critics answer that nobody outside can test the exam questions. "
        f"{sizes}We did not read the exam report itself: these figures are from pages that quote "
        "it."
    )


def _values(rows):
    rates = [
        {
            "row": f"{row['level']}|{row['group']}",
            "level": row["level"],
            "group": row["group"],
            "rate": tables.number(row, "pass_rate_pct"),
            "label": f"{tables.number(row, 'pass_rate_pct'):.1f}",
            "status": row["status"],
            "source": tables.source(row).text,
        }
        for row in rows
    ]
    heads = [{"row": f"{level}|", "label": f"{level} exam"} for level in LEVELS]
    order = [
        key
        for level in LEVELS
        for key in (f"{level}|", *(rate["row"] for rate in rates if rate["level"] == level))
    ]
    return rates, heads, order


def _picture(rows, title, sentence):
    from workbook.charts.render import vega_lite

    rates, heads, order = _values(rows)
    return vega_lite(
        _layers(rates, heads, order),
        title=theme.heading(
            title,
            "US and Canada, 2018-2021, by exam and group; group sizes not published.",
            "Source: Association of Social Work Boards 2022, as quoted by others.",
        ),
        description=f"{title}. {sentence}",
        height=STEP * len(order),
    )


def _layers(rates, heads, order):
    import altair as alt

    y = alt.Y("row:N", sort=order, scale=alt.Scale(domain=order), axis=None)
    x = alt.X(
        "rate:Q", title="Percent who passed at the first try",
        scale=alt.Scale(domain=[0, 100]), axis=alt.Axis(values=[0, 25, 50, 75, 100]),
    )  # fmt: skip
    told = {"level": "Exam", "group": "Group", "label": "Passed at the first try (percent)",
            "source": "Source", "status": "Evidence"}  # fmt: skip
    groups, exams = (alt.Chart(alt.Data(values=values)) for values in (rates, heads))
    said = "datum.level + ' exam, ' + datum.group + ': ' + datum.label + ' percent'"
    return bars(groups, exams, {"x": x, "y": y}, "group", (said, told))
