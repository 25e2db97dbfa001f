"""The level of each case before and after its start, in the unit of the outcome."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["changes_of", "lowest"]

ROUNDING = 1e-9  # share of the size of the levels below which a change is one of rounding


def changes_of(phases: "DataFrame", owner: dict[str, str], signs: dict[str, float]) -> "DataFrame":
    """Give the averages of each case, and how far they lie apart.

    Parameters
    ----------
    phases : DataFrame
        One row for each label and phase: case, phase, n, mean, median.
    owner : dict of str to str
        The case of each label; a case with four phases has two labels.
    signs : dict of str to float
        By case, 1 where more is better and -1 where less is better.

    Returns
    -------
    DataFrame
        One row for each case: case, n_a, n_b, before, after (the mean of the averages of its A
        and of its B phases), median_before, median_after, change (after less before) and toward
        (the same, plus where it is toward improvement).

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("n", "A", 3, 8.0, 8.0), ("n", "B", 4, 6.5, 7.0)]
    >>> names = ["case", "phase", "n", "mean", "median"]
    >>> found = changes_of(pd.DataFrame(rows, columns=names), {"n": "n"}, {"n": -1.0})
    >>> found[["change", "toward"]].iloc[0].tolist()
    [-1.5, 1.5]
    """
    import pandas as pd

    mine = phases.assign(case=phases["case"].map(owner))
    means = mine.groupby(["case", "phase"], sort=False).agg(
        n=("n", "sum"), mean=("mean", "mean"), median=("median", "mean")
    )
    parts = {phase: means.xs(phase, level="phase") for phase in ("A", "B")}
    before, after = (parts[phase].add_suffix(f"_{phase}") for phase in ("A", "B"))
    both = before.join(after, how="outer").reindex(list(dict.fromkeys(owner.values())))
    change = both["mean_B"] - both["mean_A"]
    size = both[["mean_A", "mean_B"]].abs().max(axis=1)
    change = change.where(change.abs() > ROUNDING * size, change * 0.0)
    found = {
        "case": both.index, "n_a": both["n_A"].fillna(0).astype(int),
        "n_b": both["n_B"].fillna(0).astype(int),
        "before": both["mean_A"], "after": both["mean_B"],
        "median_before": both["median_A"], "median_after": both["median_B"],
        "change": change, "toward": change * np.array([signs[case] for case in both.index]),
    }  # fmt: skip
    return pd.DataFrame(found).reset_index(drop=True)


def lowest(changes: "DataFrame", n: int) -> list[str]:
    """Name the cases that moved least toward improvement, or away from it.

    Parameters
    ----------
    changes : DataFrame
        From `changes_of`.
    n : int
        How many; the lowest first, and those that cannot be compared not at all.

    Examples
    --------
    >>> import pandas as pd
    >>> lowest(pd.DataFrame({"case": ["a", "b", "c"], "toward": [1.0, -1.0, None]}), 2)
    ['b', 'a']
    """
    known = changes.dropna(subset="toward").sort_values("toward", kind="stable")
    return known["case"].head(n).tolist()
