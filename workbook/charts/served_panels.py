"""The parts of the picture of people served or held: ratios with their range, and shares."""

from workbook.charts import tables
from workbook.charts.panels import Panel, figure

__all__ = ["INVESTIGATED", "PRISON", "RATIOS", "allowed", "panels", "rounding_range"]

RATIOS = {  # share in foster care, share of all children, the ratio derived from both
    "American Indian": ("S010", "S020", "S025"),
    "Black": ("S004", "S018", "S023"),
    "White": ("S002", "S017", "S022"),
    "Hispanic": ("S006", "S019", "S024"),
}
INVESTIGATED = {
    "S035": "All children",
    "S036": "African American",
    "S037": "Asian or Pacific Islander",
}
PRISON = {"S044": "Black", "S046": "White", "S048": "Hispanic", "S050": "American Indian"}


def rounding_range(part, whole, half=0.5):
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


def allowed(part, whole, ratio):
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
    ends = rounding_range(tables.number(part, "value"), tables.number(whole, "value"))
    decimals = len(ratio["value"].partition(".")[2])
    return tuple(f"{end:.{decimals}f}" for end in ends)


def panels(rows, words):
    """Make the three parts of the picture.

    Parameters
    ----------
    rows : dict of str to dict of str to str
        Rows of ``served_populations.csv`` by id.
    words : dict of str to dict
        Heading, unit and a line about each part, by its name.

    Returns
    -------
    list of workbook.charts.panels.Panel

    Examples
    --------
    >>> from workbook.charts import tables
    >>> from workbook.content.library import packaged_course
    >>> rows = tables.read(packaged_course() / "datasets", "served_populations")
    >>> words = dict.fromkeys(("ratios", "investigated", "prisoners"), {"head": "A"})
    >>> panels({row["id"]: row for row in rows}, words)[0].ticks
    (0, 1, 2, 3, 4, 5)
    """
    ratios = [_ratio(name, *(rows[key] for key in keys)) for name, keys in RATIOS.items()]
    investigated = [_risk(rows[key], name) for key, name in INVESTIGATED.items()]
    prisoners = [_prisoners(rows[key], name) for key, name in PRISON.items()]
    one, hundred = (0, 1, 2, 3, 4, 5), (0, 25, 50, 75, 100)
    return [
        Panel(rows=tuple(ratios), ticks=one, lines=((1, ""),), dots=True, **words["ratios"]),
        Panel(rows=tuple(investigated), ticks=hundred, **words["investigated"]),
        Panel(rows=tuple(prisoners), ticks=hundred, **words["prisoners"]),
    ]


def _ratio(name, part, whole, ratio):
    low, high = allowed(part, whole, ratio)
    value, group = ratio["value"], ratio["group"]
    shares = f"{part['value']} percent in foster care, {whole['value']} percent of all children"
    return figure(
        ratio,
        name=(f"{group}: {shares}: {value} ({low} to {high})", f"{name} {value} ({low}-{high})"),
        label="",
        words=f"{group}: ratio {value} ({low} to {high} by rounding); {shares}",
        counted=f"About {int(part['n']):,} children in foster care, {part['year']}",
        low=float(low),
        high=float(high),
    )


def _risk(row, name):
    return figure(
        row,
        name=name,
        words=f"{name}: {row['value']} percent investigated by age 18, an estimate",
        counted=f"Children, {row['period']}; estimate from the rates of those years",
    )


def _prisoners(row, name):
    return figure(
        row,
        name=name,
        words=f"{name}: {row['value']} percent of sentenced prisoners, {row['year']}",
        counted=f"n = {int(row['n']):,} prisoners",
    )
