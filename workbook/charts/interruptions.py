"""Seconds to an interruption: what counts as one decides the number."""

from workbook.charts import describe, tables
from workbook.charts.encounters import COLUMNS, table
from workbook.charts.model import Chart
from workbook.charts.panels import Panel, counted, figure
from workbook.charts.panels_picture import picture

__all__ = ["build"]

ONE_STUDY = {
    "E025": ("To the first interruption of any kind", "To any interruption"),
    "E029": ("To an interruption that changed who has the floor", "To a change of floor"),
}
OTHERS = {
    "E001": ("Beckman and Frankel 1984", "Beckman 1984"),
    "E006": ("Marvel et al. 1999", "Marvel 1999"),
    "E018": ("Dyche and Swiderski 2005", "Dyche 2005"),
    "E023": ("Singh Ospina et al. 2019", "Singh Ospina 2019"),
}
BACKCHANNELS, INTERRUPTED = "E027", "E022"
MINUTE = (0, 15, 30, 45, 60)


def build(chart_id, datasets):
    """Build the chart of seconds to an interruption.

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
    ids = [*ONE_STUDY, BACKCHANNELS, *OTHERS, INTERRUPTED]
    rows = tables.pick(datasets, "encounter_figures", ids)
    any_kind, floor = (rows[key]["value"] for key in ONE_STUDY)
    title = (
        f"The same medical visits give {any_kind} seconds or {floor} seconds: it depends on what "
        "counts as an interruption"
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
            _panels(rows),
            title=title,
            details=(
                "Seconds until the physician interrupted. All medical; mean or median as marked.",
                "Sources: five studies, listed below.",
            ),
            sentence=sentence,
        ),
        grouped=True,
    )


def _average(row):
    return row["unit"].removeprefix("seconds, ")


def _panels(rows):
    study = rows["E025"]
    return [
        Panel(
            ("One study, two definitions", "Two definitions"),
            tuple(_figure(rows[key], name) for key, name in ONE_STUDY.items()),
            MINUTE,
            "Seconds",
            (
                f"Medical: {study['setting']}, {study['place']} {study['year']}, {counted(study)}",
                f"Medical, {study['place']}, n = {study['n']}",
            ),
        ),
        Panel(
            ("Other studies, each with its own definition", "Other studies"),
            tuple(_figure(rows[key], _named(rows, key, *names)) for key, names in OTHERS.items()),
            MINUTE,
            ("Seconds; the thin line holds the middle half", "Seconds; line: middle half"),
            ("Medical, US (one: US and Canada)", "Medical, US and Canada"),
        ),
    ]


def _named(rows, key, name, short):
    row = rows[key]
    if not row["n"]:
        return (f"{name}, number of visits not confirmed", f"{short}, n unclear")
    some = f"; interrupted: {_where(rows)} asked" if row["group"] == "interrupted" else ""
    return (f"{name}, {counted(row)}{some}", f"{short}, n = {row['n']}")


def _where(rows):
    """Give how many of those who were asked were then interrupted."""
    return rows[INTERRUPTED]["unit"].partition("(")[2].rstrip(")")


def _figure(row, name):
    seconds, average = row["value"], _average(row)
    low, high = tables.number(row, "low"), tables.number(row, "high")
    words = f"{row['study']} {row['year']}: {row['measure']}, {seconds} seconds ({average})"
    return figure(
        row,
        name=name,
        value=tables.number(row, "value"),
        label=(f"{seconds} s, {average}", f"{seconds} {average}"),
        words=words if low is None else f"{words}, {_range(row)}",
        counted=f"{counted(row)}; medical, {row['setting']}, {row['place']}",
        low=low,
        high=high,
    )


def _range(row):
    return f"middle half {row['low']} to {row['high']}"


def _sentence(rows):
    any_kind, floor = (rows[key]["value"] for key in ONE_STUDY)
    study = rows["E025"]
    others = describe.in_words([_said(rows[key], name) for key, (name, _) in OTHERS.items()])
    return (
        f"In one study of {study['n']} {study['n_unit'].partition(' ')[0]} in hospitals "
        f"({study['place']}, {study['year']}), the median time was {any_kind} seconds to any "
        f"interruption and {floor} seconds to one that changed who had the floor. Other medical "
        f"studies, each with its own definition: {others}."
    )


def _said(row, name):
    spread = f", {_range(row)}" if row["low"] else ""
    number = f"n = {row['n']}" if row["n"] else "number of visits not confirmed"
    number += ", only where interrupted" if row["group"] == "interrupted" else ""
    return f"{row['value']} ({_average(row)}{spread}; {name}, {number})"


def _note(rows):
    share = rows[BACKCHANNELS]["value"]
    return (
        "These are not steps of one trend: each study counted in its own way, in its own place, "
        "and a mean is another kind of average than a median. All are medical visits, none is "
        f"social work. In the study with two definitions, {share} percent of the interruptions "
        'were backchannels, such as "mm-hm", which can encourage. The figure of Singh Ospina is '
        f"from the visits where the patient was asked and then interrupted ({_where(rows)}). Two "
        "figures (Beckman and Frankel; Dyche and Swiderski) were read where others quote them. A "
        "short time does not by itself show harm."
    )
