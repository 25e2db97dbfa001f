"""An effect with an interval that the lots justify: every shift that the test does not reject."""

import math
from typing import NamedTuple

import numpy as np

from ...words import Message, word

__all__ = ["Shift", "shift"]

SAME = 1e-9  # a lot whose sessions lie in the same phases as those of the lots as they fell


class Shift(NamedTuple):
    """How far the outcome was shifted, and the ends of its interval.

    Parameters
    ----------
    effect, low, high : float
        In the outcome's own unit and direction; NaN where there is no end.
    reason : str
        Why there are no ends; else empty.

    Examples
    --------
    >>> Shift(1.0, 0.2, 2.1, "").effect
    1.0
    """

    effect: float
    low: float
    high: float
    reason: str | Message


def shift(differences, shares, effect: float, confidence: float, *, sampled=False) -> Shift:
    """Invert the test of no effect: keep each constant shift that the lots do not reject.

    A shift d is taken from every B session. It is rejected where the share of the lots that give
    a difference at least as large as the observed one, or at least as small, is
    (1 - confidence) / 2 or less.

    Parameters
    ----------
    differences : ndarray
        Mean B less mean A for each lot.
    shares : ndarray
        The same of a series that is 1 in the B sessions of the lots as they fell, and else 0: how
        much of a shift the difference of each lot takes up.
    effect : float
        The difference of the lots as they fell.
    confidence : float
        Between 0 and 1.
    sampled : bool
        Whether the lots are a sample, to which the observed ones are added.

    Returns
    -------
    Shift

    Notes
    -----
    The interval holds the true shift as often as it says, whatever the outcomes are like and
    however alike neighbouring sessions are, if the lots were really drawn and if the change came
    at once and was the same in all B sessions.

    References
    ----------
    Michiels, B., Heyvaert, M., Meulders, A., and Onghena, P. (2017). Confidence intervals for
    single-case effect size measures based on randomization test inversion. Behavior Research
    Methods, 49(1), 363-381.

    Examples
    --------
    >>> shift(np.array([1.0, 4.0, 2.0]), np.array([0.5, 1.0, 0.5]), 4.0, 0.2)[:3]
    (4.0, 4.0, 6.0)
    """
    rest = 1 - shares
    moved = rest > SAME
    # With d = (effect - difference) / (1 - share) a lot gives just what was observed.
    turns = np.sort((effect - differences[moved]) / rest[moved])
    lots = len(differences) + sampled
    rejected = math.floor((1 - confidence) / 2 * lots + SAME)
    always = lots - len(turns)
    if rejected < always or rejected - always >= len(turns):
        least = math.ceil(2 * always / (1 - confidence) - SAME)
        reason = word("lots_reasons", "no_ends", n=lots, least=least, level=100 * confidence)
        return Shift(float(effect), math.nan, math.nan, reason)
    place = rejected - always
    return Shift(float(effect), float(turns[place]), float(turns[-1 - place]), "")
