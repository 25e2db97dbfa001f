"""Asked, interrupted, finished: how many of the patient's problems the physician identified."""

from workbook.charts import tables
from workbook.charts.encounters import COLUMNS, table
from workbook.charts.model import Chart
from workbook.charts.panels import Panel, counted, figure
from workbook.charts.panels_picture import picture

__all__ = ["build"]

ASKED = {  # the figure, the share of visits, the words for a wide and for a narrow page
    "E015": ("E012", ("Asked, and finished without interruption", "Asked, finished")),
    "E016": ("E013", ("Asked, then interrupted", "Asked, interrupted")),
    "E017": ("E014", ("Not asked in the first five minutes", "Not asked in 5 minutes")),
}
CAUTION = "C021"


def build(chart_id, datasets):
    """Build the chart of understanding by asked, interrupted and finished.

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
    ids = [*ASKED, *(visits for visits, _ in ASKED.values())]
    rows = tables.pick(datasets, "encounter_figures", ids)
    caution = tables.pick(datasets, "counter_evidence", [CAUTION])[CAUTION]
    title = (
        "Patients who were interrupted were understood about as well as those who finished; "
        "patients who were not asked were understood less"
    )
    sentence = _sentence(rows)
    return Chart(
        chart_id,
        title,
        sentence,
        tables.sources([*rows.values(), caution]),
        _note(rows["E015"], caution),
        COLUMNS,
        table(rows.values()),
        picture(
            [_panel(rows)],
            title=title,
            details=(
                f"Medical: community clinic, United States, {counted(rows['E015'])}.",
                "Source: Dyche and Swiderski 2005.",
            ),
            sentence=sentence,
        ),
        grouped=True,
    )


def _panel(rows):
    return Panel(
        ("How the patient's story began", "How the story began"),
        tuple(
            figure(
                rows[key],
                name=name,
                value=tables.number(rows[key], "value"),
                label=rows[key]["value"],
                words=f"{name[0]}: {rows[key]['value']} percent of problems identified",
                counted=f"{rows[visits]['value']} percent of {rows[key]['n']} medical visits",
            )
            for key, (visits, name) in ASKED.items()
        ),
        (0, 25, 50, 75, 100),
        ("Percent of the patient's problems that the physician identified", "Percent of problems"),
    )


def _sentence(rows):
    finished, interrupted, silent = (rows[key]["value"] for key in ASKED)
    return (
        "Share of the patient's problems that the physician identified: "
        f"{finished} percent where the patient finished, {interrupted} percent where the "
        f"physician interrupted, and {silent} percent where nobody had asked in the first five "
        f"minutes ({rows['E015']['n']} medical visits)."
    )


def _note(row, caution):
    chance = caution["unit"].partition("(")[2].rstrip(")")
    return (
        f"A small study of {row['n']} medical visits, none of them in social work. The small step "
        f"from finished to interrupted may well be chance ({chance}), but a difference that was "
        "not found is no proof that there is none. Nobody drew lots for who was asked, so "
        "something else about these visits may explain the gap. Problems identified are not the "
        "same as feeling heard. We read no intervals for these figures."
    )
