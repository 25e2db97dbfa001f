"""Many cases at once: one row per case and index, and one row per case and phase."""

import numpy as np

from ...errors import WorkbookError
from ...words import word
from .index import noted
from .levels import LRR, PERCENT_CHANGE, POGO, SMD
from .longform import LongForm, direction, of_each
from .odds import LOR, LRM
from .options import Options, one_of
from .overlap import IRD, NAP, PAND, PEM, PND, TAU
from .pairs import middle
from .series import beside, moments, neighbors
from .trend import LONGEST, TAU_BC, TAU_U, fit, theil_sen

__all__ = ["INDICES", "effect_sizes", "phase_summary"]

INDICES = {
    index.name: index
    for index in (
        NAP, TAU, TAU_BC, TAU_U, PND, PEM, PAND, IRD, SMD, LRR, PERCENT_CHANGE, POGO, LOR, LRM,
    )
}  # fmt: skip
FIGURES = ("value", "se", "low", "high")


def effect_sizes(data, *, indices, improvement, **choices):
    """Give one row per case and index, for many cases at once.

    Parameters
    ----------
    data : DataFrame or LongForm
        One row per session: case, session, phase (``A`` or ``B``), outcome. Series may differ in
        length; a missing outcome keeps its session number. A `LongForm` is checked already.
    indices : sequence of str
        Any of `INDICES`, for example ``["nap", "smd"]``.
    improvement : str or mapping
        ``increase`` or ``decrease``, for all cases or for each.
    **choices
        As for the single indices: confidence, se, std, corrected, scale, form,
        observation_length, intervals, goal (for all cases or for each), variant, kendall.

    Returns
    -------
    DataFrame
        Columns case, index, value, se, low, high, n_a, n_b, autocorrelation, reason; cases in
        the order of the data, indices in the order asked for.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = {"case": ["x"] * 4, "session": [1, 2, 3, 4], "phase": list("AABB")}
    >>> data = pd.DataFrame({**rows, "outcome": [2, 3, 3, 5]})
    >>> effect_sizes(data, indices=["nap"], improvement="increase")["value"].tolist()
    [0.875]
    """
    import pandas as pd

    names = [indices] if isinstance(indices, str) else list(indices)
    for name in names:
        one_of("index", name, INDICES)
    options, form = Options.of(choices), LongForm.of(data)
    sign = of_each(improvement, form.names, "improvement", direction)
    goals = None
    if "pogo" in names and options.goal is not None:
        goals = of_each(options.goal, form.names, "goal", _goal)
    figures = np.full((len(FIGURES), len(form.names), len(names)), np.nan)
    reasons = np.empty(figures.shape[1:], dtype=object)
    sides = np.empty((3, len(form.names)))
    for some, batch in form.batches(sign):
        if goals is not None:
            batch.goal = goals[some]
        sides[:, some] = batch.n_a, batch.n_b, batch.autocorrelation
        for place, name in enumerate(names):
            found = noted(batch, INDICES[name].core(batch, options))
            figures[:, some, place], reasons[some, place] = found[:4], found.reason
    n_a, n_b, alike = np.repeat(sides, len(names), axis=1)
    columns = dict(zip(FIGURES, figures.reshape(len(FIGURES), -1), strict=True))
    sizes = {"n_a": n_a.astype(int), "n_b": n_b.astype(int), "autocorrelation": alike}
    head = {"case": form.names.repeat(len(names)), "index": np.tile(names, len(form.names))}
    said = pd.Series(reasons.ravel(), dtype=object)
    return pd.DataFrame({**head, **columns, **sizes, "reason": said})


def phase_summary(data):
    """Describe each phase of each case.

    Parameters
    ----------
    data : DataFrame or LongForm
        As for `effect_sizes`.

    Returns
    -------
    DataFrame
        One row per case and phase: n, missing, mean, median, sd, low, high, slope (least
        squares), steady_slope and steady_intercept (Theil-Sen), autocorrelation (lag 1).

    Examples
    --------
    >>> import pandas as pd
    >>> rows = {"case": ["x"] * 4, "session": [1, 2, 3, 4], "phase": list("AABB")}
    >>> data = pd.DataFrame({**rows, "outcome": [2, 3, 3, 5]})
    >>> phase_summary(data)["mean"].tolist()
    [2.5, 4.0]
    """
    import pandas as pd

    form, parts = LongForm.of(data), []
    for some, batch in form.batches(np.ones(len(form.names))):
        for phase, y, time in (("A", batch.a, batch.time_a), ("B", batch.b, batch.time_b)):
            head = {"place": some, "case": form.names[some], "phase": phase}
            parts.append(pd.DataFrame({**head, **_describe(y, time)}))
    table = pd.concat(parts).sort_values(["place", "phase"], ignore_index=True)
    return table.drop(columns="place")


def _describe(y, time):
    n = np.count_nonzero(~np.isnan(y), axis=0)
    mean, variance = moments(y, n)
    ordered = np.sort(y, axis=0)
    line = np.full((2, len(n)), np.nan)
    if 1 < len(y) <= LONGEST:
        line = theil_sen(y, time, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        products, squares = neighbors(y - mean, time)
        known = (variance > 0) & beside(y, time)
        alike = np.where(known, products / squares, np.nan)
        low = np.where(n > 0, np.fmin.reduce(y, axis=0, initial=np.inf), np.nan)
        high = np.where(n > 0, np.fmax.reduce(y, axis=0, initial=-np.inf), np.nan)
        planned = np.count_nonzero(~np.isnan(time), axis=0)
        return {
            "n": n, "missing": planned - n, "mean": mean, "median": middle(ordered, n),
            "sd": np.sqrt(np.where(n > 1, variance, np.nan)), "low": low, "high": high,
            "slope": fit(y, time, n).slope, "steady_slope": line[0],
            "steady_intercept": line[1], "autocorrelation": alike,
        }  # fmt: skip


def _goal(given) -> float:
    if given is None:
        raise WorkbookError(word("option_errors", "goal"))
    return float(given)
