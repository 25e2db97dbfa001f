"""Rows of `datasets/`, refused when they must not be shown."""

import csv
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path

from workbook.charts.kit.model import Source
from workbook.errors import ContentError
from workbook.words import word

__all__ = [
    "STATUSES",
    "TableRow",
    "backing",
    "evidence",
    "file",
    "number",
    "pick",
    "read",
    "source",
    "sources",
]

# read in one public text, read in two or more, computed from figures that have a source,
# told at second hand or with a part that is still to be checked
STATUSES = ("verified", "corroborated", "derived", "reported")
TableRow = dict[str, str]


def file(datasets: str | PathLike[str], name: str) -> Path:
    """Give the path of a table that is there.

    Parameters
    ----------
    datasets : str or os.PathLike
        The folder that holds the CSV files.
    name : str
        Name of the file without ``.csv``.

    Raises
    ------
    workbook.errors.ContentError
        When the file is missing.

    Examples
    --------
    >>> file("no/such/folder", "timeline")
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: no/such/folder/timeline.csv: The table is missing. \
Restore it from the course files.
    """
    path = Path(datasets) / f"{name}.csv"
    if not path.is_file():
        raise ContentError(path.as_posix(), 0, word("chart_errors", "no_table"))
    return path


def read(datasets: str | PathLike[str], name: str, *, sourced: bool = True) -> list[TableRow]:
    """Read one table.

    Parameters
    ----------
    datasets : str or os.PathLike
        The folder that holds the CSV files.
    name : str
        Name of the file without ``.csv``.
    sourced : bool
        False for a table whose rows name no source: of names, or of invented numbers.

    Returns
    -------
    list of dict of str to str
        All rows, in file order.

    Raises
    ------
    workbook.errors.ContentError
        When the file is missing, or a row that must have a source has none or another status
        than verified, corroborated or derived.

    Examples
    --------
    >>> folder = Path(__file__).parents[3] / "datasets"
    >>> read(folder, "opening_question", sourced=False)[0]["outcome"]
    '2.8'
    """
    path = file(datasets, name)
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        return [_checked(row, path, reader.line_num) if sourced else row for row in reader]


def pick(datasets: str | PathLike[str], name: str, ids: Iterable[str]) -> dict[str, TableRow]:
    """Read some rows of one table.

    Parameters
    ----------
    datasets : str or os.PathLike
    name : str
    ids : iterable of str

    Returns
    -------
    dict of str to dict of str to str
        Rows by id, in the order asked for.

    Raises
    ------
    workbook.errors.ContentError
        As `read` does, and when a row is missing.

    Examples
    --------
    >>> from pathlib import Path
    >>> folder = Path(__file__).parents[3] / "datasets"
    >>> pick(folder, "licensure_growth", ["G404"])
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: licensure_growth.csv: The row G404 is missing. \
Restore it from the course files.
    """
    rows = {row["id"]: row for row in read(datasets, name)}
    wanted = list(ids)
    for key in wanted:
        if key not in rows:
            raise ContentError(f"{name}.csv", 0, word("chart_errors", "no_row", row=key))
    return {key: rows[key] for key in wanted}


def _checked(row: TableRow, path: Path, line: int) -> TableRow:
    status, title = row.get("status") or "", row.get("source_title") or ""
    if status not in STATUSES:
        raise ContentError(path.name, line, word("chart_errors", "status", status=status))
    if not title.strip():
        raise ContentError(path.name, line, word("chart_errors", "no_row_source"))
    return row


def number(row: Mapping[str, str], column: str) -> float | None:
    """Read a number from a row.

    Parameters
    ----------
    row : dict
    column : str

    Returns
    -------
    float or None
        None when the cell is empty.

    Examples
    --------
    >>> number({"share": "22.4"}, "share"), number({"share": ""}, "share")
    (22.4, None)
    """
    text = row[column].strip()
    return float(text) if text else None


def source(row: Mapping[str, str]) -> Source:
    """Give the source of a row in words, with its address.

    Parameters
    ----------
    row : dict

    Returns
    -------
    Source

    Examples
    --------
    >>> source({"source_title": "Milestones", "source_org": "NASW", "source_year": "", "url": ""})
    Source(text='Milestones, NASW', url='', kind='')
    """
    parts = (row["source_title"], row["source_org"], row.get("source_year") or "")
    return Source(", ".join(part for part in parts if part), row["url"])


def sources(rows: Iterable[Mapping[str, str]]) -> tuple[Source, ...]:
    """Give the sources of rows, each once, in reading order.

    Parameters
    ----------
    rows : iterable of dict

    Returns
    -------
    tuple of Source

    Examples
    --------
    >>> row = {"source_title": "A", "source_org": "B", "source_year": "2020", "url": ""}
    >>> len(sources([row, row]))
    1
    """
    return tuple(dict.fromkeys(source(row) for row in rows))


def backing(row: Mapping[str, str]) -> tuple[str, Source]:
    """Give the last two cells of a row of a table: how well it is confirmed, and its source.

    Parameters
    ----------
    row : dict

    Returns
    -------
    tuple of (str, Source)

    Examples
    --------
    >>> row = {"source_title": "A", "source_org": "B", "url": "", "status": "verified"}
    >>> backing(row)[0]
    'read in one text'
    """
    return evidence(row), source(row)


def evidence(row: Mapping[str, str]) -> str:
    """Say in plain words how far a row is confirmed.

    Parameters
    ----------
    row : dict

    Examples
    --------
    >>> evidence({"status": "reported"})
    'told at second hand'
    """
    return word("evidence", row["status"])
