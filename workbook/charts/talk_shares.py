"""Who talks and who decides: published figures, each on the axis of its own unit."""

from workbook.charts import describe, tables
from workbook.charts.encounters import table
from workbook.charts.panels import Panel, counted, figure
from workbook.charts.panels_picture import picture
from workbook.charts.told import told

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
    """Build the chart of talk shares and shared-decision scores."""
    pairs = [key for share, (ratio, _) in SHARES.items() for key in (ratio, share)]
    rows = tables.pick(datasets, "encounter_figures", [*pairs, SCORE, TAUGHT, *BY_RACE])
    shares = sorted(tables.number(rows[key], "value") for key in SHARES)
    talk, score = rows[next(iter(SHARES))], rows[SCORE]
    said = told(
        chart_id,
        talk=talk,
        counted=counted(talk),
        least=shares[0],
        most=shares[-1],
        shares=_said(rows),
        score=score,
        taught=rows[TAUGHT],
        race=rows[BY_RACE[0]],
    )
    figures = [_share(rows[key], rows[ratio], name) for key, (ratio, name) in SHARES.items()]
    panels = [
        Panel(rows=tuple(figures), ticks=HUNDRED, **said.parts["talk"]),
        Panel(rows=(_score(score),), ticks=HUNDRED, **said.parts["deciding"]),
    ]
    return said.chart(tables.sources(rows.values()), table(rows.values()), picture(panels, said))


def _share(row, ratio, name):
    value, times = row["value"], ratio["value"]
    return figure(
        row,
        name=(f"{name} of the clinician: {times} statements for each of the patient's",
              f"{name}, ratio {times}"),
        words=f"{name} of the clinician: {value} percent of statements, ratio {times}",
        counted=f"{counted(row)} in all three groups; medical, {row['setting']}",
    )  # fmt: skip


def _score(row):
    value, low, high = (row["value"], row["low"], row["high"])
    return figure(
        row,
        name=("Mean of studies, without intervention", "Mean, no intervention"),
        words=f"OPTION: mean {value} of 100 points, one SD either side {low} to {high}",
        counted=f"{counted(row)}; medical, {row['setting']}, {row['place']}",
    )


def _said(rows):
    return describe.in_words([
        f"{rows[key]['value']} percent ({name.lower()}; {rows[ratio]['value']} statements for each "
        "of the patient's)"
        for key, (ratio, name) in SHARES.items()
    ])  # fmt: skip
