"""The parts of the picture of people served or held: ratios with their range, and shares."""

from collections.abc import Mapping
from typing import Any

from workbook.charts.kit.chart_words import chart_id
from workbook.charts.kit.panels import Panel, Row, figure
from workbook.charts.kit.tables import TableRow
from workbook.words import word, words

__all__ = ["INVESTIGATED", "PRISON", "RATIOS", "allowed", "panels", "rounding_range"]

ID = chart_id(__name__)
RATIOS = {  # the ratio: the two shares it is derived from, in foster care and of all children
    "S025": ("S010", "S020"),
    "S023": ("S004", "S018"),
    "S022": ("S002", "S017"),
    "S024": ("S006", "S019"),
}
INVESTIGATED = ("S035", "S036", "S037")
PRISON = ("S044", "S046", "S048", "S050")


def rounding_range(part: float, whole: float, half: float = 0.5) -> tuple[float, float]:
    """Give the least and the greatest ratio of two shares that were rounded.

    Parameters
    ----------
    part, whole : float
        Shares in percent, as printed.
    half : float
        How far rounding can have moved each of them.

    Returns
    -------
    tuple of (float, float)

    Examples
    --------
    >>> rounding_range(2, 1)
    (1.0, 5.0)
    """
    return (part - half) / (whole + half), (part + half) / (whole - half)


def allowed(part: TableRow, whole: TableRow, ratio: TableRow) -> tuple[str, str]:
    """Write the range that rounding allows, with as many decimals as the ratio has.

    Parameters
    ----------
    part, whole, ratio : dict of str to str
        Rows of the table: two shares, and their ratio.

    Returns
    -------
    tuple of (str, str)

    Examples
    --------
    >>> allowed({"value": "22"}, {"value": "14"}, {"value": "1.57"})
    ('1.48', '1.67')
    """
    low, high = rounding_range(float(part["value"]), float(whole["value"]))
    decimals = len(ratio["value"].partition(".")[2])
    return f"{low:.{decimals}f}", f"{high:.{decimals}f}"


def panels(rows: Mapping[str, TableRow], parts: Mapping[str, Any]) -> list[Panel]:
    """Make the three parts of the picture.

    Parameters
    ----------
    rows : mapping of str to dict of str to str
        Rows of ``served_populations.csv`` by id.
    parts : mapping of str to dict
        Heading, unit and a line about each part, by its name.

    Returns
    -------
    list of workbook.charts.kit.panels.Panel

    Examples
    --------
    >>> from workbook.charts.kit import tables
    >>> from workbook.content.library import packaged_course
    >>> rows = tables.read(packaged_course() / "datasets", "served_populations")
    >>> words = dict.fromkeys(("ratios", "investigated", "prisoners"), {"head": "A"})
    >>> panels({row["id"]: row for row in rows}, words)[0].ticks
    (0, 1, 2, 3, 4, 5)
    """
    ratios = [_ratio(rows[own], rows[all_], rows[key]) for key, (own, all_) in RATIOS.items()]
    investigated = [_risk(rows[key]) for key in INVESTIGATED]
    prisoners = [_prisoners(rows[key]) for key in PRISON]
    one, hundred = (0, 1, 2, 3, 4, 5), (0, 25, 50, 75, 100)
    return [
        Panel(rows=tuple(ratios), ticks=one, lines=((1, ""),), dots=True, **parts["ratios"]),
        Panel(rows=tuple(investigated), ticks=hundred, **parts["investigated"]),
        Panel(rows=tuple(prisoners), ticks=hundred, **parts["prisoners"]),
    ]


def _name(row: TableRow) -> str:
    return words(ID)["names"][row["id"]]


def _ratio(part: TableRow, whole: TableRow, ratio: TableRow) -> Row:
    low, high = allowed(part, whole, ratio)
    shares = word(ID, "shares", part=part["value"], whole=whole["value"])
    numbers = {"value": ratio["value"], "low": low, "high": high}
    about = {"group": ratio["group"], "shares": shares, **numbers}
    return figure(
        ratio,
        name=(
            word(ID, "ratio_wide", **about),
            word(ID, "ratio_narrow", name=_name(ratio), **numbers),
        ),
        label="",
        words=word(ID, "ratio", **about),
        counted=word(ID, "ratio_counted", number=int(part["n"]), year=part["year"]),
        low=float(low),
        high=float(high),
    )


def _risk(row: TableRow) -> Row:
    return figure(
        row,
        name=_name(row),
        words=word(ID, "risk", name=_name(row), value=row["value"]),
        counted=word(ID, "risk_counted", period=row["period"]),
    )


def _prisoners(row: TableRow) -> Row:
    return figure(
        row,
        name=_name(row),
        words=word(ID, "prison", name=_name(row), value=row["value"], year=row["year"]),
        counted=word(ID, "prison_counted", number=int(row["n"])),
    )
