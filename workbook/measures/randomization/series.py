"""Randomization tests for one series: a start drawn by lot, and published ABAB designs."""

import itertools
import math

import numpy as np

from ...errors import WorkbookError
from ...words import word
from ..single_case.options import check_confidence
from ..single_case.series import numbers
from .contrast import (
    RandomizationResult,
    changes,
    judge,
    sign_of,
    slack,
    undecided,
    with_shift,
)
from .lots import DRAWS, MOST
from .shift import shift

__all__ = ["abab_test", "start_point_test", "whole"]

LAST = 2**31  # places; a larger number is none


def start_point_test(  # noqa: PLR0913 - the lots, the question and the interval are separate
    outcome, start, *, min_phase=5, statistic="B-A", improvement="increase", confidence=0.95
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
    confidence : float
        For the interval of the effect, between 0 and 1.

    Returns
    -------
    RandomizationResult
        ``effect``, ``low`` and ``high`` are of B - A whatever the statistic; see `shift`.

    Notes
    -----
    The p and the interval are valid only if the start was really drawn at random from these
    places.

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
    check_confidence(confidence)
    whole(start, "start")
    whole(min_phase, "min_phase", least=1)
    places = np.arange(min(min_phase, len(y)), len(y) - min(min_phase, len(y)) + 1)
    if not len(places) or min_phase > len(y):
        return undecided(0, np.nan, word("lots_reasons", "short_series"))
    lots = len(places), 1 / len(places)
    if not places[0] <= start <= places[-1]:
        ends = {"first": int(places[0]), "last": int(places[-1])}
        return undecided(*lots, word("lots_reasons", "start_not_in_lot", **ends))
    found = changes(sign * y, places, statistic)
    result = judge(found, found[start - min_phase], lots, near=slack(y, statistic))
    both = np.stack([y, np.where(np.isnan(y), np.nan, np.arange(len(y)) >= start)])
    differences, shares = changes(both, places)
    moved = shift(differences, shares, differences[start - min_phase], confidence)
    return with_shift(result, moved, confidence)


def abab_test(  # noqa: PLR0913 - the lots, the question and the interval are separate
    outcome,
    starts,
    *,
    min_phase=3,
    statistic="B-A",
    improvement="increase",
    confidence=0.95,
    seed=0,
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
    confidence : float
        For the interval of the effect, between 0 and 1.
    seed : int
        For the sample when there are too many triples to go through.

    Returns
    -------
    RandomizationResult
        ``effect`` is the mean of the B means less the mean of the A means; see `shift`.

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
    check_confidence(confidence)
    whole(min_phase, "min_phase", least=1)
    actual = _three(starts)
    free = len(y) - 4 * min_phase + 3  # three of so many places, once each phase has its least
    if free < 3:
        return undecided(0, np.nan, word("lots_reasons", "short_series"))
    ways = math.comb(free, 3)
    sampled = ways > MOST
    lots = ways, 1 / (DRAWS + 1 if sampled else ways)
    if np.diff([0, *actual, len(y)]).min() < min_phase:
        return undecided(*lots, word("lots_reasons", "changes_not_in_lot"))
    triples = _triples(free, min_phase, seed)
    phases = np.searchsorted(actual, np.arange(len(y)), side="right") % 2
    both = np.stack([y, np.where(np.isnan(y), np.nan, phases)])
    differences, shares = (_four_phases(each, np.vstack([triples, actual])) for each in both)
    found = np.abs(differences) if statistic == "|B-A|" else sign * differences
    result = judge(found[:-1], found[-1], lots, near=slack(y), sampled=sampled)
    moved = shift(differences[:-1], shares[:-1], differences[-1], confidence, sampled=sampled)
    return with_shift(result, moved, confidence)


def _three(starts) -> list[int]:
    given = list(starts) if hasattr(starts, "__iter__") else []
    if len(given) != 3:
        raise WorkbookError(word("lots_errors", "three_changes"))
    for each in given:
        whole(each, "starts")
    return [min(each, LAST) for each in given]


def _triples(free: int, least: int, seed: int):
    """List the triples of changes, one row each, or draw some where there are too many."""
    if math.comb(free, 3) <= MOST:
        chosen = np.array(list(itertools.combinations(range(free), 3)))
    else:
        rng = np.random.default_rng(seed)
        chosen = np.sort([rng.choice(free, 3, replace=False) for _ in range(DRAWS)], axis=1)
    return chosen + np.array([least, 2 * least - 1, 3 * least - 2])


def _four_phases(y, triples):
    """Give the difference of phase means for each triple of changes."""
    held = ~np.isnan(y)
    if held.any():
        y = y - np.nanmean(y)  # numbers far from 0 lose digits in their sums
    sums = np.concatenate([[0], np.cumsum(np.where(held, y, 0.0))])
    counts = np.concatenate([[0], np.cumsum(held)])
    ends = np.concatenate([np.zeros_like(triples[:, :1]), triples], axis=1)
    ends = np.concatenate([ends, np.full_like(ends[:, :1], len(y))], axis=1)
    with np.errstate(invalid="ignore"):
        means = np.diff(sums[ends], axis=1) / np.diff(counts[ends], axis=1)
    return means[:, 1::2].mean(axis=1) - means[:, ::2].mean(axis=1)


def whole(given, name: str, least: int = 0) -> None:
    """Refuse what is no whole number, or too small a one.

    Parameters
    ----------
    given : object
        What was written.
    name : str
        Which option it is.
    least : int
        The smallest that is possible.

    Examples
    --------
    >>> whole(3, "min_phase", least=1)
    """
    fits = isinstance(given, int | np.integer) and not isinstance(given, bool)
    if not fits or given < least:
        raise WorkbookError(word("lots_errors", "whole_number", option=name, least=least))
