"""Asked, interrupted, finished: how many of the patient's problems the physician identified."""

from workbook.charts import tables
from workbook.charts.encounters import table
from workbook.charts.panels import Panel, counted, figure
from workbook.charts.panels_picture import picture
from workbook.charts.told import told

__all__ = ["build"]

ASKED = {  # the figure, the share of visits, the words for a wide and for a narrow page
    "E015": ("E012", ("Asked, and finished without interruption", "Asked, finished")),
    "E016": ("E013", ("Asked, then interrupted", "Asked, interrupted")),
    "E017": ("E014", ("Not asked in the first five minutes", "Not asked in 5 minutes")),
}
CAUTION = "C021"


def build(chart_id, datasets):
    """Build the chart of understanding by asked, interrupted and finished."""
    ids = [*ASKED, *(visits for visits, _ in ASKED.values())]
    rows = tables.pick(datasets, "encounter_figures", ids)
    caution = tables.pick(datasets, "counter_evidence", [CAUTION])[CAUTION]
    finished, interrupted, silent = (rows[key] for key in ASKED)
    said = told(
        chart_id,
        finished=finished,
        interrupted=interrupted,
        silent=silent,
        counted=counted(finished),
        chance=caution["unit"].partition("(")[2].rstrip(")"),
    )
    figures = [_figure(rows[key], rows[visits], name) for key, (visits, name) in ASKED.items()]
    panel = Panel(rows=tuple(figures), ticks=(0, 25, 50, 75, 100), **said.parts["began"])
    sources = tables.sources([*rows.values(), caution])
    return said.chart(sources, table(rows.values()), picture([panel], said))


def _figure(row, visits, name):
    return figure(
        row,
        name=name,
        words=f"{name[0]}: {row['value']} percent of problems identified",
        counted=f"{visits['value']} percent of {row['n']} medical visits",
    )
