"""What the between-case SMD is made of: the sessions of several cases, and sums over them."""

from typing import NamedTuple

import numpy as np

from ...words import Message, word
from .longform import LongForm

__all__ = ["Study", "autocorrelation", "change", "error", "freedom", "read", "variance", "within"]

FEWEST = 3  # cases; with fewer, how they differ is hardly known
LONGEST = 1000  # sessions of a case; the likeness of all pairs of them is a table


class Study(NamedTuple):
    """Sessions with a value, in order of case and session.

    Parameters
    ----------
    y, case, time : ndarray
        Outcome, number of the case, number of the session.
    cell, point : ndarray
        Number of the phase, counted over all cases; place of the session in its phase.
    group : ndarray
        Which sessions of different cases are compared; -1 for none.
    cases : int
        How many cases.
    again : bool
        Whether cases go back to A.
    reason : str
        Why there can be no number; else empty.

    Examples
    --------
    >>> Study(*[np.zeros(0)] * 6, 0, False, "").cases
    0
    """

    y: np.ndarray
    case: np.ndarray
    time: np.ndarray
    cell: np.ndarray
    point: np.ndarray
    group: np.ndarray
    cases: int
    again: bool
    reason: str | Message

    @property
    def size(self):
        """How many sessions each phase has."""
        return np.bincount(self.cell)


def read(data) -> Study:
    """Read a table, and say what it lacks.

    Parameters
    ----------
    data : DataFrame
        As for `bc_smd`.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = {"case": ["x", "x"], "session": [1, 2], "phase": ["A", "B"], "outcome": [3, 4]}
    >>> read(pd.DataFrame(rows)).reason.identifier
    'series_reasons.bc_few'
    """
    form = data if isinstance(data, LongForm) else LongForm(data, again=True)
    held = ~np.isnan(form.y)
    y, case, time, is_b = (each[held] for each in (form.y, form.case, form.session, form.is_b))
    new = np.diff(case, prepend=-1) != 0
    turned = new | np.diff(is_b, prepend=False)
    cell = np.cumsum(turned) - 1
    starts = np.flatnonzero(turned)
    point = np.arange(len(y)) - starts[cell]
    phase = cell - cell[np.flatnonzero(new)][np.cumsum(new) - 1]
    cases, again = len(form.names), bool(np.any(phase > 1))
    last = np.full(cases, -1)
    np.maximum.at(last, case, phase)
    reason = _lacking(cases, last, is_b[new]) or _endless(case)
    keys = [phase, point] if again else [time, is_b]
    _, group = np.unique(np.stack(keys), axis=1, return_inverse=True)
    group = group.ravel()
    if again:  # only places where every case has a value
        group = np.where(np.bincount(group)[group] == cases, group, -1)
    elif not reason and len(y) == group.max() + 1:
        reason = word("series_reasons", "bc_apart")
    if not reason and not (group >= 0).any():
        reason = word("series_reasons", "bc_apart")
    return Study(y, case, time, cell, point, group, cases, again, reason)


def _lacking(cases, last, begins_b):
    if cases < FEWEST:
        return word("series_reasons", "bc_few", least=FEWEST)
    if begins_b.any() or np.any(last % 2 == 0) or np.any(last < 0) or len(set(last)) > 1:
        return word("series_reasons", "bc_phases")
    return ""


def _endless(case):
    if len(case) and np.bincount(case).max() > LONGEST:
        return word("series_reasons", "bc_long", most=f"{LONGEST:,}")
    return ""


def _parts(number):
    """Give the places of each case or phase; they lie together."""
    return np.split(np.arange(len(number)), np.flatnonzero(np.diff(number)) + 1)


def change(study: Study) -> float:
    """Give the mean over cases, and over their pairs of phases, of B less A.

    Parameters
    ----------
    study : Study

    Examples
    --------
    >>> one = np.array([0, 1])
    >>> change(Study(np.array([2.0, 5.0]), one * 0, one, one, one * 0, one, 1, False, ""))
    3.0
    """
    means = np.bincount(study.cell, study.y) / study.size
    return float(np.mean(means[1::2] - means[::2]))


def variance(study: Study) -> float:
    """Give the variance of cases within places that can be compared.

    Parameters
    ----------
    study : Study

    Examples
    --------
    >>> one = np.array([0, 0])
    >>> variance(Study(np.array([2.0, 5.0]), one, one, one, one, one, 2, False, ""))
    4.5
    """
    y, _, size = _compared(study)
    group = study.group[study.group >= 0]
    means = np.bincount(group, y) / np.maximum(size, 1)
    return float(np.sum((y - means[group]) ** 2) / _free(study))


def autocorrelation(study: Study) -> float:
    """Give the lag-1 autocorrelation, corrected for what the means of the phases take away.

    Parameters
    ----------
    study : Study

    Examples
    --------
    >>> cell, time = np.array([0] * 4 + [1] * 4), np.arange(8)
    >>> y = np.array([1.0, 2, 2, 1, 5, 6, 6, 5])
    >>> autocorrelation(Study(y, cell * 0, time, cell, time % 4, time, 1, False, "")) > -0.2
    True
    """
    e = study.y - (np.bincount(study.cell, study.y) / study.size)[study.cell]
    inside = study.cell if study.again else study.case
    beside = np.diff(inside) == 0
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.sum((e[1:] * e[:-1])[beside]) / np.sum(e * e)
        return float(found + np.sum(1 - 1 / study.size) / np.sum(study.size - 1))


def within(study: Study, alike: float) -> float:
    """Give the variance within cases, corrected for what the means of the phases take away.

    Parameters
    ----------
    study : Study
    alike : float
        Autocorrelation.

    Examples
    --------
    >>> zero, time = np.array([0, 0]), np.arange(2)
    >>> within(Study(np.array([2.0, 5.0]), zero, time, zero, time, time, 1, False, ""), 0.0)
    4.5
    """
    e = study.y - (np.bincount(study.cell, study.y) / study.size)[study.cell]
    taken = 0.0
    time = study.point if study.again else study.time
    for mine in _parts(study.cell):
        taken += np.sum(_likeness(time[mine], alike, 0.0)) / len(mine)
    return float(np.sum(e * e) / (len(study.y) - taken))


def freedom(study: Study, alike: float, between: float) -> float:
    """Give the degrees of freedom of `variance` (Satterthwaite).

    Parameters
    ----------
    study : Study
    alike, between : float
        Autocorrelation, and the share of the variance between cases.

    Examples
    --------
    >>> one, time = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    >>> freedom(Study(one * 1.0, one, time, one, time, time, 2, False, ""), 0.0, 0.0)
    2.0
    """
    _, places, size = _compared(study)
    shared, total = np.zeros((len(size), len(size))), 0.0
    for part in _parts(study.case[places]):
        mine = places[part]
        like = _likeness(study.time[mine], alike, between)
        group, root = study.group[mine], np.sqrt(size[study.group[mine]])
        total += np.sum(like * like) - 2 * np.sum((like * like).sum(axis=1) / root**2)
        shared[np.ix_(group, group)] += like / np.outer(root, root)
    return float(_free(study) ** 2 / (total + np.sum(shared * shared)))


def error(study: Study, alike: float, between: float) -> float:
    """Give the error of `change`, in standard deviations across cases.

    Parameters
    ----------
    study : Study
    alike, between : float
        As in `freedom`.

    Examples
    --------
    >>> one = np.array([0, 1])
    >>> round(error(Study(one * 1.0, one * 0, one, one, one * 0, one, 1, False, ""), 0, 0), 3)
    1.414
    """
    weight = np.where(study.cell % 2, 1.0, -1.0) / study.size[study.cell]
    weight /= len(study.size) / 2
    found = 0.0
    for mine in _parts(study.case):
        found += weight[mine] @ _likeness(study.time[mine], alike, between) @ weight[mine]
    return float(np.sqrt(found))


def _likeness(time, alike, between):
    """Give the correlation of the sessions of one case."""
    apart = np.abs(time[:, None] - time)
    return between + (1 - between) * np.sign(alike) ** apart * np.abs(alike) ** apart


def _compared(study):
    """Give the outcomes that are compared, their places, and the size of each group."""
    places = np.flatnonzero(study.group >= 0)
    group = study.group[places]
    return study.y[places], places, np.bincount(group, minlength=study.group.max() + 1)


def _free(study) -> int:
    """Give how many sessions are compared, less the groups they lie in."""
    group = study.group[study.group >= 0]
    return len(group) - len(np.unique(group))
