"""Randomization tests for one series: a start drawn by lot, and published ABAB designs."""

import itertools

import numpy as np

from ...errors import WorkbookError
from ...words import word
from ..single_case.series import numbers
from .contrast import RandomizationResult, changes, judge, sign_of, undecided

__all__ = ["abab_test", "start_point_test"]


def start_point_test(
    outcome, start, *, min_phase=5, statistic="B-A", improvement="increase"
) -> RandomizationResult:
    """Test one series whose start was drawn by lot before the data.

    Parameters
    ----------
    outcome : sequence of float
        All sessions in time order; None or NaN is missing and keeps its place.
    start : int
        0-based place of the first session of B.
    min_phase : int
        Every start that leaves at least this many sessions in each phase was in the lot.
    statistic : str
        ``B-A`` (difference of means), ``|B-A|`` or ``NAP``.
    improvement : str
        With ``decrease``, A - B is tested.

    Returns
    -------
    RandomizationResult

    Notes
    -----
    The p is valid only if the start was really drawn at random from these places.

    References
    ----------
    Edgington, E. S. (1975). Randomization tests for one-subject operant experiments. Journal of
    Psychology, 90(1), 57-68.

    Bulte, I., and Onghena, P. (2013). The single-case data analysis package. Journal of Modern
    Applied Statistical Methods, 12(2), 450-478.

    Examples
    --------
    >>> start_point_test([1, 2, 1, 5, 6, 5], 3, min_phase=2).p
    0.3333333333333333
    """
    sign, y = sign_of(improvement, statistic), numbers(outcome, "outcome")
    _whole(start, "start")
    _whole(min_phase, "min_phase", least=1)
    places = np.arange(min_phase, len(y) - min_phase + 1)
    if not len(places):
        return undecided(0, np.nan, word("lots_reasons", "short_series"))
    lots = len(places), 1 / len(places)
    if start not in places:
        ends = {"first": int(places[0]), "last": int(places[-1])}
        return undecided(*lots, word("lots_reasons", "start_not_in_lot", **ends))
    found = changes(sign * y, places, statistic)
    return judge(found, found[start - min_phase], lots)


def abab_test(
    outcome, starts, *, min_phase=3, statistic="B-A", improvement="increase"
) -> RandomizationResult:
    """Test a published ABAB series whose three changes were drawn by lot.

    Parameters
    ----------
    outcome : sequence of float
        All sessions in time order; None or NaN is missing and keeps its place.
    starts : sequence of int
        0-based places where the second, third and fourth phase begin.
    min_phase : int
        Sessions that each of the four phases has at least.
    statistic : str
        ``B-A`` (mean of the two B means less mean of the two A means) or ``|B-A|``.
    improvement : str
        With ``decrease``, A - B is tested.

    Returns
    -------
    RandomizationResult

    Notes
    -----
    For reading published data. Equal dealings are not taken back in order to measure them.

    References
    ----------
    Onghena, P. (1992). Randomization tests for extensions and variations of ABAB single-case
    experimental designs: A rejoinder. Behavioral Assessment, 14, 153-171.

    Examples
    --------
    >>> abab_test([1, 2, 5, 6, 2, 1, 6, 7], [2, 4, 6], min_phase=1).n_assignments
    35
    """
    sign, y = sign_of(improvement, statistic), numbers(outcome, "outcome")
    if statistic == "NAP":
        raise WorkbookError(word("lots_errors", "abab_means"))
    _whole(min_phase, "min_phase", least=1)
    points = range(min_phase, len(y) - min_phase + 1)
    triples = [
        each
        for each in itertools.combinations(points, 3)
        if each[1] - each[0] >= min_phase and each[2] - each[1] >= min_phase
    ]
    if not triples:
        return undecided(0, np.nan, word("lots_reasons", "short_series"))
    lots = len(triples), 1 / len(triples)
    if tuple(starts) not in triples:
        return undecided(*lots, word("lots_reasons", "changes_not_in_lot"))
    found = _four_phases(sign * y, np.array(triples))
    found = np.abs(found) if statistic == "|B-A|" else found
    return judge(found, found[triples.index(tuple(starts))], lots)


def _four_phases(y, triples):
    """Give the difference of phase means for each triple of changes."""
    held = ~np.isnan(y)
    sums = np.concatenate([[0], np.cumsum(np.where(held, y, 0.0))])
    counts = np.concatenate([[0], np.cumsum(held)])
    ends = np.concatenate([np.zeros_like(triples[:, :1]), triples], axis=1)
    ends = np.concatenate([ends, np.full_like(ends[:, :1], len(y))], axis=1)
    with np.errstate(invalid="ignore"):
        means = np.diff(sums[ends], axis=1) / np.diff(counts[ends], axis=1)
    return means[:, 1::2].mean(axis=1) - means[:, ::2].mean(axis=1)


def _whole(given, name: str, least: int = 0) -> None:
    whole = isinstance(given, int | np.integer) and not isinstance(given, bool)
    if not whole or given < least:
        raise WorkbookError(word("lots_errors", "whole_number", option=name, least=least))
