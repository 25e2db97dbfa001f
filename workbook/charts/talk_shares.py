"""Who talks and who decides: published figures, each on the axis of its own unit."""

from workbook.charts import describe, tables
from workbook.charts.encounters import COLUMNS, table
from workbook.charts.model import Chart
from workbook.charts.panels import Panel, counted, figure
from workbook.charts.panels_picture import picture

__all__ = ["build"]

SHARES = {  # the share is derived from the ratio
    "E040": ("E039", "Low stress"),
    "E042": ("E041", "Moderate stress"),
    "E044": ("E043", "High stress"),
}
SCORE, TAUGHT = "E062", "E064"
BY_RACE = ("E037", "E046")
HUNDRED = (0, 25, 50, 75, 100)


def build(chart_id, datasets):
    """Build the chart of talk shares and shared-decision scores.

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
    workbook.errors.ContentError: nowhere/encounter_figures.csv: The table is missing. \
Restore it from the course files.
    """
    pairs = [key for share, (ratio, _) in SHARES.items() for key in (ratio, share)]
    rows = tables.pick(datasets, "encounter_figures", [*pairs, SCORE, TAUGHT, *BY_RACE])
    shares = sorted(tables.number(rows[key], "value") for key in SHARES)
    title = (
        f"Medical figures: in {rows['E040']['setting']}, clinicians made {shares[0]:.0f} to "
        f"{shares[-1]:.0f} percent of the statements; deciding together scored "
        f"{rows[SCORE]['value']} of 100 in a review"
    )
    sentence = _sentence(rows)
    return Chart(
        chart_id,
        title,
        sentence,
        tables.sources(rows.values()),
        _note(rows),
        COLUMNS,
        table(rows.values()),
        picture(
            [_talk(rows), _deciding(rows[SCORE])],
            title=title,
            details=(
                "Two counts, two units, two axes. Both medical.",
                "Sources: Ratanawongsa et al. 2012; Couet et al. 2015.",
            ),
            sentence=sentence,
        ),
        grouped=True,
    )


def _talk(rows):
    first = rows["E040"]
    return Panel(
        ("Statements made by the clinician", "Clinician's share"),
        tuple(_share(rows[key], rows[ratio], name) for key, (ratio, name) in SHARES.items()),
        HUNDRED,
        ("Percent of coded statements, not of time (derived from the ratio)", "% of statements"),
        (
            f"Medical: {first['setting']}, {first['place']}, {counted(first)} in all",
            f"Medical: {first['setting']}, n = {first['n']}",
        ),
    )


def _share(row, ratio, name):
    value, times = row["value"], ratio["value"]
    return figure(
        row,
        name=(f"{name} of the clinician: {times} statements for each of the patient's",
              f"{name}, ratio {times}"),
        value=tables.number(row, "value"),
        label=value,
        words=f"{name} of the clinician: {value} percent of statements, ratio {times}",
        counted=f"{counted(row)} in all three groups; medical, {row['setting']}",
    )  # fmt: skip


def _deciding(row):
    value, low, high = (row["value"], row["low"], row["high"])
    return Panel(
        ("Shared-decision score by observers (OPTION)", "Deciding together"),
        (
            figure(
                row,
                name=("Mean of studies, without intervention", "Mean, no intervention"),
                value=tables.number(row, "value"),
                label=value,
                words=f"OPTION: mean {value} of 100 points, one SD either side {low} to {high}",
                counted=f"{counted(row)}; medical, {row['setting']}, {row['place']}",
                low=tables.number(row, "low"),
                high=tables.number(row, "high"),
            ),
        ),
        HUNDRED,
        ("Points of 100; the line shows one standard deviation either side", "Points; line: SD"),
        (
            f"Medical: {row['setting']}, {row['place']}, {row['n']} studies",
            f"OPTION, medical, {row['n']} studies",
        ),
    )


def _sentence(rows):
    said = describe.in_words([
        f"{rows[key]['value']} percent ({name.lower()}; {rows[ratio]['value']} statements for each "
        "of the patient's)"
        for key, (ratio, name) in SHARES.items()
    ])  # fmt: skip
    score = rows[SCORE]
    return (
        f"Medical, {rows['E040']['setting']}, {counted(rows['E040'])}: the clinician made {said} "
        "of the coded statements, by the clinician's stress; the percents are derived. Medical, "
        f"{score['n']} studies in {score['setting']}: observers scored deciding together at "
        f"{score['value']} of 100 points, {score['note']}."
    )


def _note(rows):
    taught, race = rows[TAUGHT], rows["E037"]
    return (
        "Statements are not seconds, and points are not percent: do not compare the two parts. "
        "Talk share is a count, not a grade: telling your own story, and keeping silent by choice, "
        "change it too. An observer's score is not what the person felt. All figures are medical, "
        "none is from social work. In the table only: in one study "
        f"physicians were {race['value']} percent more verbally dominant with African American "
        "than with White patients; in another, clinicians dominated more with Black patients, yet "
        "patients rated the talk alike; and where choice was made clear, the score was "
        f"{taught['value']} points higher ({taught['low']} to {taught['high']})."
    )
