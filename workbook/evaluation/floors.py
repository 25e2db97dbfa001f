"""Numbers that a short or level series would give without a change, and those held back."""

import math

from ..words import word

__all__ = ["least", "withheld"]


def least(n_a: int, n_b: int) -> dict:
    """Give the values below which PAND and IRD cannot come, whatever the sessions hold.

    Parameters
    ----------
    n_a, n_b : int
        Sessions with a value before and after the start.

    Notes
    -----
    One phase can always be kept whole, so PAND is at least max(n_a, n_b) / (n_a + n_b).

    Examples
    --------
    >>> {name: round(value, 2) for name, value in least(6, 15).items()}
    {'pand_least': 0.71, 'ird_least': 0.3}
    """
    if not (n_a and n_b):
        return {"pand_least": math.nan, "ird_least": math.nan}
    longer, whole = max(n_a, n_b), n_a + n_b
    ird = (whole * longer - n_a**2 - n_b**2) / (2 * n_a * n_b)
    return {"pand_least": longer / whole, "ird_least": ird}


def withheld(sizes, phases):
    """Hold back what formulas give and nobody should read: each with its reason.

    Parameters
    ----------
    sizes : DataFrame
        One row for each case and index.
    phases : DataFrame
        One row for each case and phase, with its mean.

    Returns
    -------
    DataFrame
        A copy: no SMD from two baseline sessions (its correction for short series is 0 then), and
        no percent change from a mean of 0.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"case": "a", "index": "smd", "n_a": 2, "value": 0.0, "se": 0.0, "low": 0.0,
    ...        "high": 0.0, "reason": ""}
    >>> withheld(pd.DataFrame([row]), pd.DataFrame({"case": ["a"], "mean": [1.0]}))["reason"][0]
    'With two baseline sessions this cannot be computed.'
    """
    sizes = sizes.copy()
    empty = phases.loc[phases["mean"] == 0, "case"]
    percent = sizes["index"] == "percent_change"
    everything = ["value", "se", "low", "high"]
    held = sizes["value"].notna()
    for rows, reason in (
        (held & (sizes["index"] == "smd") & (sizes["n_a"] == 2), "with_two"),
        (held & percent & sizes["case"].isin(empty), "zero"),
    ):
        sizes.loc[rows, everything] = math.nan
        sizes.loc[rows, "reason"] = word("evaluate", reason)
    return sizes
