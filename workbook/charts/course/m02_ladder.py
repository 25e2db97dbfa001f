"""The ladder: share of workers of each group along rank, beside the share of all workers."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from workbook.charts.kit import tables
from workbook.charts.kit.chart_words import chart_id, chart_words
from workbook.charts.kit.model import Cell, Chart
from workbook.charts.kit.panels import Panel, Row, figure
from workbook.charts.kit.panels_picture import picture
from workbook.charts.kit.tables import TableRow
from workbook.words import word

__all__ = ["GROUPS", "LADDERS", "build"]

ID = chart_id(__name__)
ALL = "W001"
GROUPS = ("black_pct", "white_pct", "asian_pct", "hispanic_pct")
LADDERS = {  # from the top rung down; the order is ours
    "social": ("W009", "W038", "W007"),
    "medicine": ("W021", "W024", "W026", "W027"),
    "schools": ("W032", "W035"),
    "compare": ("W019", "W017"),
}
NAMED = {  # whose shares the title and the sentence give
    "all": ALL, "managers": "W009", "workers": "W038", "physicians": "W021", "nurses": "W024",
    "aides": "W027", "lawyers": "W019",
}  # fmt: skip
SHARES = ("white_pct", "black_pct", "asian_pct", "hispanic_pct", "women_pct")


def build(datasets: Path) -> Chart:
    """Build the chart of shares along rank, 2022."""
    ids = [ALL, *(key for rungs in LADDERS.values() for key in rungs)]
    rows = tables.pick(datasets, "workforce_shares", ids)
    everything = tables.read(datasets, "workforce_shares")
    text = chart_words(
        ID,
        **{name: rows[key] for name, key in NAMED.items()},
        withheld=sum(row["suppressed"] == "yes" for row in everything),
    )
    table = [_table_row(row) for row in _by_field(everything)]
    groups = tuple(text.parts["groups"][column] for column in GROUPS)
    spec = picture(_panels(rows, text.parts), text, groups)
    return text.chart(tables.sources(everything), table, spec)


def _panels(rows: dict[str, TableRow], parts: dict[str, Any]) -> list[Panel]:
    groups = {column: parts["groups"][column] for column in GROUPS}
    heads = {
        group: (
            word(ID, "head_wide", group=group),
            word(ID, "head_narrow", group=group.partition(" (")[0]),
        )
        for group in groups.values()
    }
    lines = tuple((float(rows[ALL][column]), name) for column, name in groups.items())
    ladders = [(heads, (ALL,)), *((parts["ladders"][name], ids) for name, ids in LADDERS.items())]
    panels = [
        Panel(
            head,
            tuple(_rung(rows[key], parts["rungs"][key], c, g) for key in ids
                  for c, g in groups.items()),
            (0, 25, 50, 75, 100),
            lines=lines,
        )
        for head, ids in ladders
    ]  # fmt: skip
    return [*panels[:-1], replace(panels[-1], unit=parts["unit"])]


def _rung(row: TableRow, name: str | tuple[str, str], column: str, group: str) -> Row:
    share = row[column]
    wide = name if isinstance(name, str) else name[0]
    number = int(row["employed_thousands"])
    return figure(
        row,
        name=name,
        value=float(share),
        label=share,
        words=word(ID, "rung", name=wide.partition(" (")[0], share=share, group=group),
        counted=word(ID, "counted", number=number, occupation=row["occupation"]),
        group=group,
    )


def _by_field(rows: list[TableRow]) -> list[TableRow]:
    fields = list(dict.fromkeys(row["field"] for row in rows))
    return sorted(rows, key=lambda row: (fields.index(row["field"]), row["id"]))


def _table_row(row: TableRow) -> tuple[Cell, ...]:
    field, withheld = row["field"], row["suppressed"] == "yes"
    return (
        field[0].upper() + field[1:],
        row["occupation"],
        *(word(ID, "withheld") if withheld else row[share] for share in SHARES),
        f"{int(row['employed_thousands']):,}",
        *tables.backing(row),
    )
