"""Figures counted in encounters: the table that all charts of such figures share."""

from workbook.charts import tables
from workbook.charts.panels import counted

__all__ = ["table"]


def table(rows):
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
            f"{row['study']}, {row['year']} (medical: {row['setting']}, {row['place']})",
            row["measure"],
            row["group"],
            _figure(row),
            counted(row),
            *tables.backing(row),
        )
        for row in rows
    )


def _figure(row):
    figure = f"{row['value']} {row['unit']}".strip()
    if not row["low"]:
        return figure
    return f"{figure} ({row['interval_type']} {row['low']} to {row['high']})"
