"""Asked, interrupted, finished: how many of the patient's problems the physician identified."""

from pathlib import Path

from workbook.charts.course.encounters import in_brackets, table
from workbook.charts.kit import tables
from workbook.charts.kit.chart_words import chart_id, chart_words
from workbook.charts.kit.model import Chart
from workbook.charts.kit.panels import Panel, Row, counted, figure
from workbook.charts.kit.panels_picture import picture
from workbook.charts.kit.tables import TableRow
from workbook.words import word, words

__all__ = ["ASKED", "build"]

ID = chart_id(__name__)
ASKED = {"E015": "E012", "E016": "E013", "E017": "E014"}  # the figure, and the share of visits
CAUTION = "C021"


def build(datasets: Path) -> Chart:
    """Build the chart of understanding by asked, interrupted and finished."""
    rows = tables.pick(datasets, "encounter_figures", [*ASKED, *ASKED.values()])
    caution = tables.pick(datasets, "counter_evidence", [CAUTION])[CAUTION]
    finished, interrupted, silent = (rows[key] for key in ASKED)
    text = chart_words(
        ID,
        finished=finished,
        interrupted=interrupted,
        silent=silent,
        counted=counted(finished),
        chance=in_brackets(caution),
    )
    figures = [_figure(rows[key], rows[visits]) for key, visits in ASKED.items()]
    panel = Panel(rows=tuple(figures), ticks=(0, 25, 50, 75, 100), **text.parts["began"])
    sources = tables.sources([*rows.values(), caution])
    return text.chart(sources, table(rows.values()), picture([panel], text))


def _figure(row: TableRow, visits: TableRow) -> Row:
    wide, narrow = words(ID)["names"][row["id"]]
    return figure(
        row,
        name=(wide, narrow),
        words=word(ID, "figure", name=wide, value=row["value"]),
        counted=word(ID, "counted", share=visits["value"], number=row["n"]),
    )
