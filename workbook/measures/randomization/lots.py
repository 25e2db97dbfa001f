"""Every way in which the lots could have fallen, or a fair sample when there are too many."""

import itertools
import math

import numpy as np

__all__ = ["MOST", "SCHEMES", "assignments", "count", "smallest_p"]

MOST = 400_000  # assignments that are gone through one by one
DRAWS = 10_000  # assignments that are drawn when there are more
SCHEMES = ("starts", "orders", "orders_and_starts")


def count(scheme: str, starts) -> int:
    """Count the ways in which the lots could have fallen.

    Parameters
    ----------
    scheme : str
        ``starts``: each case draws from its own list; ``orders``: fixed starts, drawn order of
        cases; ``orders_and_starts``: one start from each list, then the order of cases.
    starts : sequence of sequence of int
        One list of first B sessions for each case, or for each place in the order.

    Examples
    --------
    >>> count("orders_and_starts", [[4, 5, 6], [7, 8, 9], [10, 11, 12]])
    162
    """
    orders = 1 if scheme == "starts" else math.factorial(len(starts))
    return orders * math.prod(map(len, starts))


def assignments(scheme: str, starts, seed: int = 0) -> np.ndarray:
    """List the assignments: one row each, with the first B session of every case.

    Parameters
    ----------
    scheme, starts
        As in `count`.
    seed : int
        For a sample, when there are more than `MOST`.

    Examples
    --------
    >>> assignments("orders", [[4], [7]]).tolist()
    [[4, 7], [7, 4]]
    """
    cases = len(starts)
    if count(scheme, starts) > MOST:
        return _drawn(scheme, starts, np.random.default_rng(seed))
    chosen = np.stack(np.meshgrid(*starts, indexing="ij"), axis=-1).reshape(-1, cases)
    if scheme == "starts":
        return chosen
    orders = np.array(list(itertools.permutations(range(cases))))
    return chosen[:, orders].reshape(-1, cases)


def smallest_p(scheme: str, starts) -> float:
    """Give the smallest p that a test of these lots could reach, whatever the data say.

    Parameters
    ----------
    scheme, starts
        As in `count`; the same start on two lists makes some assignments the same.

    Examples
    --------
    >>> round(smallest_p("orders", [[7], [10], [13], [16]]), 3)
    0.042
    """
    if count(scheme, starts) > MOST:
        return 1 / (DRAWS + 1)
    rows = assignments(scheme, starts)
    _, times = np.unique(rows, axis=0, return_counts=True)
    return float(times.min() / len(rows))


def _drawn(scheme, starts, rng):
    rows = np.stack([rng.choice(each, DRAWS) for each in starts], axis=-1)
    return rows if scheme == "starts" else rng.permuted(rows, axis=1)
