"""What an index is, and the road that one series takes through the core for many."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ...words import word
from .estimate import Estimate, Found
from .series import Batch

__all__ = ["Index", "noted", "one"]

ALIKE = 0.3  # from this lag-1 autocorrelation on, intervals are said to be too narrow


class Index(NamedTuple):
    """An index: its name, and what computes it for many series.

    Parameters
    ----------
    name : str
        As in `Estimate`.
    core : callable
        From batch and options to a `Found`.

    Examples
    --------
    >>> from .overlap import NAP
    >>> NAP.name
    'nap'
    """

    name: str
    core: Callable

    @property
    def reference(self) -> str:
        """Where the formula comes from."""
        return word("index_references", f"of_{self.name}")


def noted(batch: Batch, found: Found) -> Found:
    """Say, where nothing else is said, what the order of the sessions does to an interval.

    Parameters
    ----------
    batch : Batch
        The series.
    found : Found
        What a core gave for them.

    Examples
    --------
    >>> from .overlap import nap_core
    >>> from .options import Options
    >>> batch = Batch.of_pair([1, None, 3], [4, None, 6], "increase")
    >>> noted(batch, nap_core(batch, Options())).reason[0].identifier
    'series_reasons.no_neighbors'
    """
    several = (batch.n_a > 1) | (batch.n_b > 1)
    found.noting(word("series_reasons", "no_neighbors"), batch.apart & several)
    alike = ~np.isnan(found.low) & (batch.autocorrelation >= ALIKE)
    return found.noting(word("series_reasons", "alike", least=ALIKE), alike)


def one(index: Index, phases, improvement, options) -> Estimate:
    """Take one series through the core that takes ten thousand.

    Parameters
    ----------
    index : Index
        What to compute.
    phases : tuple
        The two sequences.
    improvement : str
        As in `nap`.
    options : Options
        The choices of this index.

    Examples
    --------
    >>> from .overlap import NAP
    >>> from .options import Options
    >>> one(NAP, ([1], [2]), "increase", Options()).n_b
    1
    """
    a, b = phases
    batch = Batch.of_pair(a, b, improvement)
    *figures, reason = (column[0] for column in noted(batch, index.core(batch, options)))
    value, se, low, high = map(float, figures)
    n_a, n_b = int(batch.n_a[0]), int(batch.n_b[0])
    return Estimate(
        index.name,
        value,
        se,
        low,
        high,
        options.confidence,
        n_a,
        n_b,
        reason,
        index.reference,
        float(batch.autocorrelation[0]),
    )
