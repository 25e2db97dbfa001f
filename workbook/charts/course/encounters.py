"""Figures counted in encounters: what all charts of such figures share."""

from collections.abc import Iterable, Mapping

from workbook.charts.kit import tables
from workbook.charts.kit.model import Cell
from workbook.charts.kit.panels import counted
from workbook.charts.kit.tables import TableRow
from workbook.words import word

__all__ = ["in_brackets", "table"]


def table(rows: Iterable[TableRow]) -> tuple[tuple[Cell, ...], ...]:
    """Give figures as rows of a table, under the study and the setting that they are from.

    Parameters
    ----------
    rows : iterable of dict of str to str
        From ``encounter_figures.csv``, rows of one study together.

    Returns
    -------
    tuple of tuple of (str or workbook.charts.Source)

    Examples
    --------
    >>> row = {"study": "A and B", "year": "2005", "setting": "clinic", "place": "US", "n": "70",
    ...        "n_unit": "visits", "measure": "time", "group": "all", "value": "11",
    ...        "unit": "seconds, median", "low": "7", "high": "22", "interval_type": "IQR",
    ...        "source_title": "T", "source_org": "J", "url": "", "status": "verified"}
    >>> table([row])[0][:4]
    ('A and B, 2005 (medical: clinic, US)', 'time', 'all', '11 seconds, median (IQR 7 to 22)')
    """
    return tuple(
        (
            word("encounter_figures", "study", **_some(row, "study", "year", "setting", "place")),
            row["measure"],
            row["group"],
            _figure(row),
            counted(row),
            *tables.backing(row),
        )
        for row in rows
    )


def in_brackets(row: Mapping[str, str]) -> str:
    """Give what the unit of a row says in brackets.

    Parameters
    ----------
    row : mapping of str to str

    Examples
    --------
    >>> in_brackets({"unit": "percent (27 of 40)"})
    '27 of 40'
    """
    return row["unit"].partition("(")[2].rstrip(")")


def _some(row: TableRow, *names: str) -> TableRow:
    return {name: row[name] for name in names}


def _figure(row: TableRow) -> str:
    figure = f"{row['value']} {row['unit']}".strip()
    if not row["low"]:
        return figure
    ends = {"kind": row["interval_type"], **_some(row, "low", "high")}
    return word("encounter_figures", "interval", figure=figure, **ends)
