"""Seconds to an interruption: what counts as one decides the number."""

from pathlib import Path

from workbook.charts.course.encounters import in_brackets, table
from workbook.charts.kit import tables
from workbook.charts.kit.chart_words import chart_id, chart_words
from workbook.charts.kit.model import Chart
from workbook.charts.kit.panels import Panel, Row, counted, figure
from workbook.charts.kit.panels_picture import picture
from workbook.charts.kit.tables import TableRow
from workbook.readings import describe
from workbook.words import word, words

__all__ = ["OTHERS", "build"]

ID = chart_id(__name__)
ONE_STUDY = ("E025", "E029")
OTHERS = ("E001", "E006", "E018", "E023")
BACKCHANNELS, INTERRUPTED = "E027", "E022"
MINUTE = (0, 15, 30, 45, 60)
ONLY = "interrupted"  # the group of a figure that is from some of the visits only


def build(datasets: Path) -> Chart:
    """Build the chart of seconds to an interruption."""
    ids = [*ONE_STUDY, BACKCHANNELS, *OTHERS, INTERRUPTED]
    rows = tables.pick(datasets, "encounter_figures", ids)
    study, floor = (rows[key] for key in ONE_STUDY)
    names = words(ID)["names"]
    text = chart_words(
        ID,
        any=study,
        floor=floor,
        counted=counted(study),
        visits=study["n_unit"].partition(" ")[0],
        others=describe.in_words([_phrase(rows[key], names[key][0]) for key in OTHERS]),
        backchannels=rows[BACKCHANNELS],
        interrupted=in_brackets(rows[INTERRUPTED]),
    )
    study_names = {key: tuple(names[key]) for key in ONE_STUDY}
    other_names = {key: _named(rows, key, *names[key]) for key in OTHERS}
    panels = [
        Panel(rows=_figures(rows, each), ticks=MINUTE, **text.parts[part])
        for part, each in (("one_study", study_names), ("others", other_names))
    ]
    return text.chart(tables.sources(rows.values()), table(rows.values()), picture(panels, text))


def _average(row: TableRow) -> str:
    return row["unit"].removeprefix("seconds, ")


def _named(rows: dict[str, TableRow], key: str, name: str, short: str) -> tuple[str, str]:
    row = rows[key]
    about = {"name": name, "short": short, "counted": counted(row), "number": row["n"]}
    if not row["n"]:
        return word(ID, "unclear_wide", **about), word(ID, "unclear_narrow", **about)
    some = ""
    if row["group"] == ONLY:
        some = word(ID, "asked", interrupted=in_brackets(rows[INTERRUPTED]))
    wide = word(ID, "study_wide", **about)
    return f"{wide}; {some}" if some else wide, word(ID, "study_narrow", **about)


def _figures(rows: dict[str, TableRow], names: dict[str, tuple]) -> tuple[Row, ...]:
    return tuple(_figure(rows[key], name) for key, name in names.items())


def _figure(row: TableRow, name: tuple[str, str]) -> Row:
    about = {**row, "average": _average(row)}
    place = {"setting": row["setting"], "place": row["place"]}
    return figure(
        row,
        name=name,
        label=(word(ID, "label_wide", **about), word(ID, "label_narrow", **about)),
        words=word(ID, "figure", **about) + _spread(row),
        counted=word(ID, "counted", counted=counted(row), **place),
    )


def _spread(row: TableRow) -> str:
    middle = {"low": row["low"], "high": row["high"]}
    return ", " + word(ID, "spread", **middle) if row["low"] else ""


def _phrase(row: TableRow, name: str) -> str:
    clear = row["n"] and word(ID, "visits", number=row["n"])
    only = ", " + word(ID, "only_interrupted") if row["group"] == ONLY else ""
    number = (clear or word(ID, "visits_unclear")) + only
    average = _average(row) + _spread(row)
    return word(ID, "other", value=row["value"], average=average, name=name, number=number)
