"""Panels: rows of figures in parts that each keep their own unit and their own axis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbook.charts.kit import tables
from workbook.words import word

__all__ = ["Panel", "Row", "counted", "figure", "layout"]

Wording = str | tuple[str, str]  # a pair is for a wide and for a narrow page

NUMBER = (6, 17)  # how much of a wide and of a narrow axis, in percent, a number takes


@dataclass(frozen=True)
class Row:
    """One figure of a panel.

    Parameters
    ----------
    name : str or tuple of (str, str)
        What the figure is of; a pair gives the words for a wide and for a narrow page,
        where about 26 letters have room, 20 in a heading.
    value : float
        In the unit of the panel.
    label : str or tuple of (str, str)
        The figure as printed, at the end of its bar.
    words : str
        The whole figure as one phrase, for pointing and for reading aloud.
    counted : str
        Who was counted, with the number if it is known.
    source, status : str
        Where the figure is from, and how well it is confirmed.
    low, high : float or None
        The range around the value, if there is one.
    group : str
        Shown only while this group is picked; empty for always.

    Examples
    --------
    >>> Row("Finished", 84.6, "84.6", "84.6 percent", "n = 70", "Journal", "verified").group
    ''
    """

    name: Wording
    value: float
    label: Wording
    words: str
    counted: str
    source: str
    status: str
    low: float | None = None
    high: float | None = None
    group: str = ""


@dataclass(frozen=True)
class Panel:
    """Rows under one heading, on one axis.

    Parameters
    ----------
    head : str or tuple of (str, str) or dict
        The heading; a pair as in `Row`, a dict gives a heading for each group.
    rows : tuple of Row
    ticks : tuple of float
        The axis, from the first to the last.
    unit : str or tuple of (str, str)
        What the axis counts; empty when the panel below shows the same axis.
    about : str or tuple of (str, str)
        A line under the heading.
    lines : tuple of (float, str)
        Values to compare with, each with its group: a short line beside every row.
    dots : bool
        True when zero means nothing here, so that figures are dots and no bars.

    Examples
    --------
    >>> Panel("Seconds", (), (0, 60)).dots
    False
    """

    head: Wording | Mapping[str, Wording]
    rows: tuple[Row, ...]
    ticks: tuple[float, ...]
    unit: Wording = ""
    about: Wording = ""
    lines: tuple[tuple[float, str], ...] = ()
    dots: bool = False

    def place(self, value: float) -> float:
        """Give where on the axis a value lies, from 0 to 100."""
        first, last = self.ticks[0], self.ticks[-1]
        return round(100 * (value - first) / (last - first), 3)


def figure(row: Mapping[str, str], **shown: Any) -> Row:
    """Make a row of a panel from a row of a table, with its number, source and evidence.

    Parameters
    ----------
    row : dict of str to str
        From `workbook.charts.kit.tables.read`.
    **shown : object
        The other parameters of `Row`; its number and range where the table has other columns.

    Returns
    -------
    Row

    Examples
    --------
    >>> row = {"value": "1", "source_title": "A", "source_org": "B", "url": "", "status": "derived"}
    >>> figure(row, name="X", words="1 of 2", counted="n = 2").source
    'A, B'
    """
    known: dict[str, Any] = {"source": tables.source(row).text, "status": tables.evidence(row)}
    if "value" in row:
        known |= {"value": tables.number(row, "value"), "label": row["value"]}
    if row.get("low"):
        known |= {key: tables.number(row, key) for key in ("low", "high")}
    return Row(**known | shown)


def counted(row: Mapping[str, str]) -> str:
    """Say how many were counted, or that the number is not known.

    Parameters
    ----------
    row : dict of str to str
        With ``n`` and ``n_unit``.

    Returns
    -------
    str

    Examples
    --------
    >>> counted({"n": "2765", "n_unit": "adults"}), counted({"n": "", "n_unit": "visits"})
    ('n = 2,765 adults', 'visits; their number is not confirmed')
    """
    if row["n"]:
        return word("chart", "counted", n=int(row["n"]), unit=row["n_unit"])
    return word("chart", "not_counted", unit=row["n_unit"])


def layout(panels: Sequence[Panel]) -> tuple[list[str], dict[str, list[dict[str, Any]]]]:
    """Place the parts of all panels below each other.

    Parameters
    ----------
    panels : sequence of Panel

    Returns
    -------
    tuple of (list of str, dict of str to list of dict)
        The bands from the top; and the data: heads, bars, dots, grid, lines, ticks, units.

    Examples
    --------
    >>> row = Row("A", 15, "15 s", "15 seconds", "n = 2", "B", "verified")
    >>> order, data = layout([Panel("Time", (row,), (0, 60), "seconds")])
    >>> order, data["bars"][0]["place"]
    (['0|', '0|A', '0|axis'], 25.0)
    """
    order: list[str] = []
    data: dict[str, list[dict[str, Any]]] = {
        key: [] for key in ("heads", "bars", "dots", "grid", "lines", "ticks", "units")
    }
    for n, panel in enumerate(panels):
        rows = [_row(n, panel, row) for row in panel.rows]
        bands = list(dict.fromkeys(row["row"] for row in rows))
        order += [f"{n}|", *bands, *([f"{n}|axis"] if panel.unit else [])]
        data["dots" if panel.dots else "bars"] += rows
        data["heads"] += _heads(n, panel)
        ends = {"top": bands[0], "bottom": bands[-1]}
        data["grid"] += [{**ends, "place": panel.place(tick)} for tick in panel.ticks]
        lines = [{"place": panel.place(value), "group": group} for value, group in panel.lines]
        data["lines"] += [{"row": band, **line} for line in lines for band in bands]
        if panel.unit:
            data["units"].append({"row": f"{n}|axis", **_both("label", panel.unit)})
            data["ticks"] += [
                {"row": f"{n}|axis", "place": panel.place(tick), "label": f"{tick:g}"}
                for tick in panel.ticks
            ]
    return order, data


def _both(key: str, words: Wording) -> dict[str, str]:
    wide, narrow = (words, words) if isinstance(words, str) else words
    return {f"wide_{key}": wide, f"narrow_{key}": narrow}


def _heads(n: int, panel: Panel) -> list[dict[str, str]]:
    heads = panel.head if isinstance(panel.head, Mapping) else {"": panel.head}
    return [
        {"row": f"{n}|", "group": group, **_both("label", head), **_both("about", panel.about)}
        for group, head in heads.items()
    ]


def _row(n: int, panel: Panel, row: Row) -> dict[str, Any]:
    names = _both("name", row.name)
    return {
        "row": f"{n}|{names['wide_name']}",
        **names,
        "group": row.group,
        "place": panel.place(row.value),
        "low": None if row.low is None else panel.place(row.low),
        "high": None if row.high is None else panel.place(row.high),
        **dict(zip(("wide_end", "narrow_end"), _clear(panel, row), strict=True)),
        **_both("label", row.label),
        "words": row.words,
        "counted": row.counted,
        "source": row.source,
        "status": row.status,
    }


def _clear(panel: Panel, row: Row) -> tuple[float, ...]:
    """Give where the number stands, wide and narrow: behind the bar, its range and a near line."""
    end = panel.place(row.value if row.high is None else row.high)
    lines = [panel.place(value) for value, group in panel.lines if group == row.group]
    return tuple(max([end, *(p for p in lines if end < p < end + room)]) for room in NUMBER)
