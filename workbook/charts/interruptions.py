"""Seconds to an interruption: what counts as one decides the number."""

from workbook.charts import describe, tables
from workbook.charts.encounters import table
from workbook.charts.panels import Panel, counted, figure
from workbook.charts.panels_picture import picture
from workbook.charts.told import told

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
    """Build the chart of seconds to an interruption."""
    ids = [*ONE_STUDY, BACKCHANNELS, *OTHERS, INTERRUPTED]
    rows = tables.pick(datasets, "encounter_figures", ids)
    study, floor = (rows[key] for key in ONE_STUDY)
    said = told(
        chart_id,
        any=study,
        floor=floor,
        counted=counted(study),
        visits=study["n_unit"].partition(" ")[0],
        others=describe.in_words([_said(rows[key], name) for key, (name, _) in OTHERS.items()]),
        backchannels=rows[BACKCHANNELS],
        interrupted=_where(rows),
    )
    named = {key: _named(rows, key, *names) for key, names in OTHERS.items()}
    panels = [
        Panel(rows=_figures(rows, names), ticks=MINUTE, **said.parts[part])
        for part, names in (("one_study", ONE_STUDY), ("others", named))
    ]
    return said.chart(tables.sources(rows.values()), table(rows.values()), picture(panels, said))


def _average(row):
    return row["unit"].removeprefix("seconds, ")


def _named(rows, key, name, short):
    row = rows[key]
    if not row["n"]:
        return (f"{name}, number of visits not confirmed", f"{short}, n unclear")
    some = f"; interrupted: {_where(rows)} asked" if row["group"] == "interrupted" else ""
    return (f"{name}, {counted(row)}{some}", f"{short}, n = {row['n']}")


def _where(rows):
    """Give how many of those who were asked were then interrupted."""
    return rows[INTERRUPTED]["unit"].partition("(")[2].rstrip(")")


def _figures(rows, names):
    return tuple(_figure(rows[key], name) for key, name in names.items())


def _figure(row, name):
    seconds, average = row["value"], _average(row)
    words = f"{row['study']} {row['year']}: {row['measure']}, {seconds} seconds ({average})"
    return figure(
        row,
        name=name,
        label=(f"{seconds} s, {average}", f"{seconds} {average}"),
        words=words + _spread(row),
        counted=f"{counted(row)}; medical, {row['setting']}, {row['place']}",
    )


def _spread(row):
    return f", middle half {row['low']} to {row['high']}" if row["low"] else ""


def _said(row, name):
    number = f"n = {row['n']}" if row["n"] else "number of visits not confirmed"
    number += ", only where interrupted" if row["group"] == "interrupted" else ""
    return f"{row['value']} ({_average(row)}{_spread(row)}; {name}, {number})"
