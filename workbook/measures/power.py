"""What a design can show before anyone begins: power, found by simulation."""

import math
from functools import reduce
from typing import NamedTuple

import numpy as np

from ..errors import WorkbookError
from ..words import word
from .agreement import percent_agreement
from .quantiles import student
from .randomization.contrast import TOLERANCE, changes
from .randomization.lots import assignments
from .single_case.options import one_of
from .single_case.series import SIGNS

__all__ = ["Power", "power", "power_before_after"]

CELLS = 2_000_000  # numbers held at one time
LARGEST = 1000  # standard deviations; more is a slip of the pen


class Power(NamedTuple):
    """How often a design finds an effect of a given size.

    Parameters
    ----------
    value, low, high : float
        Share of the simulated studies that found it, with its 95 % interval.
    smallest_p : float
        The smallest p that the design can reach.
    runs : int
        Simulated studies.
    reason : str
        Why it is 0, or what to keep in mind; else empty.

    Examples
    --------
    >>> Power(0.8, 0.77, 0.83, 0.042, 1000, "").value
    0.8
    """

    value: float
    low: float
    high: float
    smallest_p: float
    runs: int
    reason: str


def power(  # noqa: PLR0913 - the design, the effect and the simulation are separate
    design, *, effect, improvement="", autocorrelation=0.0, alpha=0.05, runs=1000, seed=0
) -> Power:
    """Simulate studies of one design, and count how often the test finds the effect.

    Parameters
    ----------
    design : Design
        From `workbook.measures.randomization.design`: one case with a drawn start, a multiple
        baseline, or cases that begin together in steps (the same start given more than once).
    effect : float
        How far the level moves, in standard deviations of a case's sessions and in the outcome's
        own direction: below 0 it falls.
    improvement : str
        ``increase`` or ``decrease``: what the test looks for. When left out, it looks for a
        change in the direction of the effect.
    autocorrelation : float
        How alike neighbouring sessions are, from -1 to 1.
    alpha : float
        The p to reach.
    runs : int
        How many studies to simulate.
    seed : int
        For the simulation.

    Returns
    -------
    Power

    Notes
    -----
    Sessions vary normally around a level that moves at once and for good. Real effects build up,
    and real cases differ, so take the number as the best that the design can do.

    References
    ----------
    Ferron, J., and Onghena, P. (1996). The power of randomization tests for single-case phase
    designs. Journal of Experimental Education, 64(3), 231-239.

    Examples
    --------
    >>> from .randomization import design
    >>> layout = design(1, 20, min_baseline=5, min_treatment=5, scheme="starts")
    >>> power(layout, effect=2, runs=50).reason[:38]
    'With these lots p can never reach this'
    """
    _check(effect, autocorrelation, alpha, (runs, seed))
    one_of("improvement", improvement, ("", *SIGNS))
    turned = effect * SIGNS[improvement] if improvement else abs(effect)
    smallest = design.smallest_p
    if smallest > alpha + TOLERANCE:
        return Power(0.0, 0.0, 0.0, smallest, runs, word("power", "never"))
    rows = assignments(design.scheme, design.starts, seed)
    begins, at = np.unique(rows, return_inverse=True)
    at, rng = at.reshape(rows.shape), np.random.default_rng(seed)
    hits, step = [], max(1, CELLS // max(len(rows), design.sessions * rows.shape[1]))
    for done in range(0, runs, step):
        some = min(step, runs - done)
        drawn = rng.integers(len(rows), size=some)
        y = _errors(rng, (some, rows.shape[1], design.sessions), autocorrelation)
        y += turned * (np.arange(1, design.sessions + 1) >= rows[drawn][..., None])
        table = changes(y, begins - 1)
        found = reduce(np.add, (table[:, n][:, at[:, n]] for n in range(rows.shape[1])))
        bar = found[np.arange(some), drawn]
        bar -= TOLERANCE
        reached = np.count_nonzero(found >= bar[:, None], axis=1)
        hits += (reached / len(rows) <= alpha + TOLERANCE).tolist()
    against = word("power", "against") if turned < 0 else ""
    return _share(hits, smallest, against)


def power_before_after(people, *, effect, alpha=0.05, runs=1000, seed=0) -> Power:
    """Simulate before-and-after forms, and count how often a paired t test finds the change.

    Parameters
    ----------
    people : int
        How many fill in both forms.
    effect : float
        Mean change in standard deviations of the change.
    alpha, runs, seed
        As in `power`.

    Returns
    -------
    Power
        There is no smallest p; and even a sure change does not say why it came.

    References
    ----------
    Student (1908). The probable error of a mean. Biometrika, 6(1), 1-25.

    Examples
    --------
    >>> power_before_after(30, effect=0.8, runs=200).value > 0.9
    True
    """
    _check(effect, 0.0, alpha, (runs, seed))
    if not isinstance(people, int) or not 2 <= people <= CELLS:
        raise WorkbookError(word("power", "few_people"))
    change = np.random.default_rng(seed).normal(effect, 1, (runs, people))
    t = change.mean(axis=1) / (change.std(axis=1, ddof=1) / math.sqrt(people))
    return _share((np.abs(t) >= student(1 - alpha / 2, people - 1)).tolist(), 0.0)


def _errors(rng, shape, autocorrelation):
    """Draw sessions with variance 1 and the wanted likeness of neighbours."""
    errors = rng.standard_normal(shape)
    if autocorrelation:
        errors[..., 1:] *= math.sqrt(1 - autocorrelation**2)
        for t in range(1, shape[-1]):
            errors[..., t] += autocorrelation * errors[..., t - 1]
    return errors


def _share(hits, smallest, reason="") -> Power:
    found = percent_agreement(hits, [True] * len(hits))
    return Power(found.value, found.low, found.high, smallest, len(hits), reason)


def _check(effect, autocorrelation, alpha, counts) -> None:
    numbers = (effect, autocorrelation, alpha)
    if not all(isinstance(n, int | float) and not isinstance(n, bool) for n in numbers):
        raise WorkbookError(word("power", "numbers"))
    runs, seed = counts
    if not isinstance(seed, int) or isinstance(seed, bool) or seed < 0:
        raise WorkbookError(word("lots_errors", "whole_number", option="seed", least=0))
    if not (abs(effect) <= LARGEST and -1 < autocorrelation < 1 and 0 < alpha < 1):
        raise WorkbookError(word("power", "ranges"))
    if not isinstance(runs, int) or runs < 1:
        raise WorkbookError(word("power", "runs"))
