"""The parts of the picture of people served or held: ratios with their range, and shares."""

from workbook.charts import tables
from workbook.charts.panels import Panel, figure

__all__ = [
    "INVESTIGATED",
    "PRISON",
    "RATIOS",
    "allowed",
    "panels",
    "rounding_range",
]

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


def panels(rows):
    """Make the three parts of the picture.

    Parameters
    ----------
    rows : dict of str to dict of str to str
        Rows of ``served_populations.csv`` by id.

    Returns
    -------
    list of workbook.charts.panels.Panel

    Examples
    --------
    >>> from workbook.charts import tables
    >>> from workbook.content.library import packaged_course
    >>> rows = tables.read(packaged_course() / "datasets", "served_populations")
    >>> panels({row["id"]: row for row in rows})[0].head[1]
    'Foster care, 2021'
    """
    return [_ratios(rows), _investigated(rows), _prisoners(rows)]


def _ratios(rows):
    return Panel(
        ("Foster care: share in care against share of all children, 2021", "Foster care, 2021"),
        tuple(
            _ratio_row(name, *(rows[key] for key in keys)) for name, keys in RATIOS.items()
        ),
        (0, 1, 2, 3, 4, 5),
        ("Ratio, with the range that rounding allows; upright line: the same share",
         "Ratio; line: same share"),
        ("The shares were printed as whole percents", "From whole percents"),
        lines=((1, ""),),
        dots=True,
    )  # fmt: skip


def _ratio_row(name, part, whole, ratio):
    low, high = allowed(part, whole, ratio)
    said = f"{ratio['value']} ({low} to {high})"
    shares = f"{part['value']} percent in foster care, {whole['value']} percent of all children"
    return figure(
        ratio,
        name=(f"{ratio['group']}: {shares}: {said}", f"{name} {ratio['value']} ({low}-{high})"),
        value=tables.number(ratio, "value"),
        label="",
        words=f"{ratio['group']}: ratio {ratio['value']} ({low} to {high} by rounding); {shares}",
        counted=f"About {int(part['n']):,} children in foster care, {part['year']}",
        low=float(low),
        high=float(high),
    )


def _investigated(rows):
    return Panel(
        ("Investigated for maltreatment before age 18", "Investigated by 18"),
        tuple(
            _bar(
                rows[key],
                name,
                f"{name}: {rows[key]['value']} percent investigated by age 18, an estimate",
                f"Children, {rows[key]['period']}; estimate from the rates of those years",
            )
            for key, name in INVESTIGATED.items()
        ),
        (0, 25, 50, 75, 100),
        ("Percent of children, estimated", "Percent of children"),
        ("Estimate: if the rates of 2003-2014 held for a whole childhood", "Estimate, 2003-2014"),
    )


def _prisoners(rows):
    return Panel(
        ("Sentenced prisoners, state and federal, 2022", "Prisoners, 2022"),
        tuple(
            _bar(
                rows[key],
                name,
                f"{name}: {rows[key]['value']} percent of sentenced prisoners, {rows[key]['year']}",
                f"n = {int(rows[key]['n']):,} prisoners",
            )
            for key, name in PRISON.items()
        ),
        (0, 25, 50, 75, 100),
        ("Percent of prisoners", "Percent of prisoners"),
        ("No share of all adults in our tables, so no ratio", "Shares only, no ratio"),
    )


def _bar(row, name, words, counted):
    return figure(
        row,
        name=name,
        value=tables.number(row, "value"),
        label=row["value"],
        words=words,
        counted=counted,
    )
