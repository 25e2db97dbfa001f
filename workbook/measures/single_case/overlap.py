"""How far the phases overlap: NAP, Tau, PND, PEM, PAND and IRD."""

import numpy as np

from ...words import word
from .estimate import Estimate, settle
from .index import Index, one
from .options import Options
from .pairs import middle

__all__ = [
    "IRD", "NAP", "PAND", "PEM", "PND", "TAU", "ird", "nap", "of_pairs", "pand", "pem",
    "pnd", "tau",
]  # fmt: skip


def nap(a, b, *, improvement="increase", confidence=0.95, se="unbiased") -> Estimate:
    """Give NAP: in what share of all pairs a later session is better than a baseline session.

    Parameters
    ----------
    a, b : sequence of float
        Outcomes before and after the start, in time order; None or NaN is missing.
    improvement : str
        ``increase`` where more is better, ``decrease`` where less is better.
    confidence : float
        For the interval.
    se : str
        ``unbiased``, ``Hanley`` or ``null``.

    Returns
    -------
    Estimate
        From 0 to 1; 0.5 is what chance gives. Ties count one half.

    References
    ----------
    Parker, R. I., and Vannest, K. (2009). An improved effect size for single-case research:
    Nonoverlap of all pairs. Behavior Therapy, 40(4), 357-367.

    Examples
    --------
    >>> nap([2, 3, 5, 3], [4, 5, 5, 7, 6], improvement="increase").value
    0.9
    """
    options = Options(confidence=confidence, se=se)
    return one(NAP, (a, b), improvement, options)


def tau(a, b, *, improvement="increase", confidence=0.95, se="unbiased") -> Estimate:
    """Give Tau: pairs that got better less pairs that got worse, as a share of all pairs.

    Parameters
    ----------
    a, b, improvement, confidence, se
        As in `nap`.

    Returns
    -------
    Estimate
        From -1 to 1; it is 2 NAP - 1.

    References
    ----------
    Parker, R. I., Vannest, K. J., Davis, J. L., and Sauber, S. B. (2011). Combining nonoverlap
    and trend for single-case research: Tau-U. Behavior Therapy, 42(2), 284-299.

    Examples
    --------
    >>> tau([2, 3, 5, 3], [4, 5, 5, 7, 6], improvement="increase").value
    0.8
    """
    options = Options(confidence=confidence, se=se)
    return one(TAU, (a, b), improvement, options)


def pnd(a, b, *, improvement="increase") -> Estimate:
    """Give PND: the share of later sessions better than the best baseline session.

    Parameters
    ----------
    a, b, improvement
        As in `nap`.

    Returns
    -------
    Estimate
        From 0 to 1, without an error; one lucky baseline session can make it 0.

    References
    ----------
    Scruggs, T. E., Mastropieri, M. A., and Casto, G. (1987). The quantitative synthesis of
    single-subject research. Remedial and Special Education, 8(2), 24-33.

    Examples
    --------
    >>> pnd([2, 3, 5, 3], [4, 5, 5, 7, 6], improvement="increase").value
    0.4
    """
    return one(PND, (a, b), improvement, Options())


def pem(a, b, *, improvement="increase") -> Estimate:
    """Give PEM: the share of later sessions better than the baseline median.

    Parameters
    ----------
    a, b, improvement
        As in `nap`.

    Returns
    -------
    Estimate
        From 0 to 1, without an error; a session equal to the median counts one half.

    References
    ----------
    Ma, H.-H. (2006). An alternative method for quantitative synthesis of single-subject
    researches. Behavior Modification, 30(5), 598-617.

    Examples
    --------
    >>> pem([2, 3, 5, 3], [4, 5, 5, 7, 6], improvement="increase").value
    1.0
    """
    return one(PEM, (a, b), improvement, Options())


def pand(a, b, *, improvement="increase") -> Estimate:
    """Give PAND: the share of sessions that can stay so that the phases do not overlap.

    Parameters
    ----------
    a, b, improvement
        As in `nap`.

    Returns
    -------
    Estimate
        From 0 to 1, without an error.

    References
    ----------
    Parker, R. I., Vannest, K. J., and Davis, J. L. (2011). Effect size in single-case research:
    A review of nine nonoverlap techniques. Behavior Modification, 35(4), 303-322.

    Examples
    --------
    >>> round(pand([2, 3, 5, 3], [4, 5, 5, 7, 6], improvement="increase").value, 3)
    0.889
    """
    return one(PAND, (a, b), improvement, Options())


def ird(a, b, *, improvement="increase") -> Estimate:
    """Give IRD: the share of improved sessions after the start less that in the baseline.

    Parameters
    ----------
    a, b, improvement
        As in `nap`.

    Returns
    -------
    Estimate
        At most 1, without an error; the robust form, which follows from PAND.

    References
    ----------
    Parker, R. I., Vannest, K. J., and Brown, L. (2009). The improvement rate difference for
    single-case research. Exceptional Children, 75(2), 135-150.

    Examples
    --------
    >>> ird([2, 3, 5, 3], [4, 5, 5, 7, 6], improvement="increase").value
    0.775
    """
    return one(IRD, (a, b), improvement, Options())


def nap_core(batch, options):
    """NAP for many series."""
    return of_pairs(batch, options, 1.0)


def tau_core(batch, options):
    """Tau for many series."""
    return of_pairs(batch, options, 2.0)


def of_pairs(batch, options, scale, blank=()):
    """Give NAP (scale 1) or what runs from -1 to 1 (scale 2), with errors and intervals.

    Parameters
    ----------
    batch : Batch
        The series.
    options : Options
        Confidence and kind of error.
    scale : float
        1 or 2.
    blank : sequence of (ndarray, str)
        As in `settle`.

    Examples
    --------
    >>> from .series import Batch
    >>> of_pairs(Batch.of_pair([1, 2], [2, 3], "increase"), Options(), 2.0).value
    array([0.75])
    """
    pairs, few = batch.pairs, (batch.n_a == 1) | (batch.n_b == 1)
    unsure = [(few, word("series_reasons", "no_error"))] if options.se == "unbiased" else []
    ends = pairs.interval(options.z)
    value, low, high = (scale * each - (scale - 1) for each in (pairs.nap, *ends))
    spread = scale * pairs.error(options.se), low, high
    return settle(batch, value, spread, blank=blank, unsure=unsure)


def pnd_core(batch, options):
    """PND for many series."""
    best = np.fmax.reduce(batch.pairs.a, axis=0, initial=-np.inf)
    return settle(batch, _share(batch.pairs.b > best, batch))


def pem_core(batch, options):
    """PEM for many series."""
    half = middle(np.sort(batch.pairs.a, axis=0), batch.n_a)
    b = batch.pairs.b
    # a median between two values may miss its decimal by a rounding: 1.1 and 1.3 against 1.2
    ties = np.abs(b - half) <= ULPS * np.spacing(np.maximum(np.abs(b), np.abs(half)))
    return settle(batch, (_share((b > half) & ~ties, batch) + _share((b > half) | ties, batch)) / 2)


def pand_core(batch, options):
    """PAND for many series."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return settle(batch, batch.pairs.kept / (batch.n_a + batch.n_b))


def ird_core(batch, options):
    """IRD for many series."""
    m, n = batch.n_a, batch.n_b
    with np.errstate(divide="ignore", invalid="ignore"):
        return settle(batch, ((m + n) * batch.pairs.kept - m * m - n * n) / (2 * m * n))


def _share(sessions, batch):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.count_nonzero(sessions, axis=0) / batch.n_b


ULPS = 8  # steps between neighboring numbers, within which two values tie
NAP = Index("nap", nap_core)
TAU = Index("tau", tau_core)
PND = Index("pnd", pnd_core)
PEM = Index("pem", pem_core)
PAND = Index("pand", pand_core)
IRD = Index("ird", ird_core)
