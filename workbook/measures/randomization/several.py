"""The multiple-baseline test: cases that start at different times, as the lots fell."""

from collections.abc import Mapping

import numpy as np

from ...errors import WorkbookError
from ...words import word
from ..single_case.longform import LongForm, by_case
from ..single_case.options import check_confidence, one_of
from .contrast import (
    RandomizationResult,
    changes,
    judge,
    sign_of,
    slack,
    undecided,
    with_shift,
)
from .lots import MOST, SCHEMES, assignments, count, smallest_p
from .series import whole
from .shift import shift

__all__ = ["multiple_baseline_test"]


def multiple_baseline_test(  # noqa: PLR0913 - the scheme, the lots and the question are separate
    data, *, scheme, improvement, min_phase=3, starts=None, statistic="B-A", seed=0, confidence=0.95
) -> RandomizationResult:
    """Test several cases together; the scheme must be how the lots were drawn.

    Parameters
    ----------
    data : DataFrame or LongForm
        Long form: case, session, phase, outcome.
    scheme : str
        ``starts``: each case drew its own start; ``orders``: the starts were fixed and the order
        of the cases was drawn; ``orders_and_starts``: a start was drawn from each of several
        lists, and then the order of the cases. These are three different tests.
    improvement : str
        ``increase`` or ``decrease``, for all cases.
    min_phase : int
        Without ``starts``: each case could start wherever this many sessions are on both sides.
    starts : sequence, optional
        Session numbers that were in the lot: one list for all cases, or one list for each case
        (for each place in the order with ``orders_and_starts``), or a mapping from the names of
        the cases to their lists. A `Plan` holds them. With ``orders`` the starts of the data are
        taken when left out.
    statistic : str
        ``B-A``, ``|B-A|`` or ``NAP``, for each case; the test takes the mean over cases.
    seed : int
        For the sample when there are too many assignments to list.
    confidence : float
        For the interval of the effect, between 0 and 1.

    Returns
    -------
    RandomizationResult
        ``effect`` is the mean of the cases' differences of means, B - A; see `shift`.

    References
    ----------
    Wampold, B. E., and Worsham, N. L. (1986). Randomization tests for multiple-baseline designs.
    Behavioral Assessment, 8, 135-143.

    Koehler, M. J., and Levin, J. R. (1998). Regulated randomization: A potentially sharper
    analytical tool for the multiple-baseline design. Psychological Methods, 3(2), 206-217.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [(case, t, "B" if t >= start else "A", 5 * (t >= start) + t % 2)
    ...         for case, start in (("x", 3), ("y", 5)) for t in range(1, 8)]
    >>> data = pd.DataFrame(rows, columns=["case", "session", "phase", "outcome"])
    >>> multiple_baseline_test(data, scheme="orders", improvement="increase").p
    0.5
    """
    sign = sign_of(improvement, statistic)
    one_of("scheme", scheme, SCHEMES)
    check_confidence(confidence)
    whole(min_phase, "min_phase", least=1)
    whole(seed, "seed")
    form = LongForm.of(data)
    cases = [_rows(form, place) for place in range(len(form.names))]
    if any(is_b.all() or not is_b.any() for _, _, is_b in cases):
        return undecided(0, np.nan, word("lots_reasons", "one_phase"))
    actual = [session[is_b][0] for _, session, is_b in cases]
    lists = _lists(scheme, starts, cases, (actual, form.names, min_phase))
    if not all(map(len, lists)):
        return undecided(0, np.nan, word("lots_reasons", "short_case", least=min_phase))
    lots = count(scheme, lists), smallest_p(scheme, lists)
    if not _possible(scheme, lists, actual):
        return undecided(*lots, word("lots_reasons", "starts_not_in_lot"))
    sampled = lots[0] > MOST
    rows = assignments(scheme, lists, seed)
    rows = np.vstack([rows, actual])
    found = _mean([sign * y for y, _, _ in cases], cases, rows, statistic)
    near = slack(form.y, statistic)
    result = judge(found[:-1], found[-1], lots, near=near, sampled=sampled)
    differences = _mean([y for y, _, _ in cases], cases, rows, "B-A")
    shares = _mean([np.where(np.isnan(y), np.nan, b) for y, _, b in cases], cases, rows, "B-A")
    moved = shift(differences[:-1], shares[:-1], differences[-1], confidence, sampled=sampled)
    return with_shift(result, moved, confidence)


def _mean(series, cases, rows, statistic):
    """Give the mean over cases of a statistic, for each row of first B sessions."""
    each = [
        _changes(y, session, rows[:, place], statistic)
        for place, (y, (_, session, _)) in enumerate(zip(series, cases, strict=True))
    ]
    return sum(each) / len(cases)


def _rows(form, place):
    mine = form.case == place
    return form.y[mine], form.session[mine], form.is_b[mine]


def _changes(y, session, begins, statistic):
    """Give the statistic of one case for each of its first B sessions."""
    known, back = np.unique(begins, return_inverse=True)
    return changes(y, np.searchsorted(session, known), statistic)[back]


def _lists(scheme, starts, cases, told):
    actual, names, min_phase = told
    if starts is None:
        if scheme == "orders_and_starts":
            raise WorkbookError(word("lots_errors", "no_starts"))
        if scheme == "orders":
            return [[start] for start in actual]
        return [session[min_phase : len(session) - min_phase + 1] for _, session, _ in cases]
    if isinstance(starts, Mapping):
        by_case(starts, names, word("lots_errors", "starts"))
        starts = [starts[case] for case in names]
    starts = list(starts) if hasattr(starts, "__iter__") else []
    if not starts:
        raise WorkbookError(word("lots_errors", "other_starts", cases=len(cases)))
    if scheme == "orders":
        starts = [each if np.ndim(each) else [each] for each in starts]
    elif not any(map(np.ndim, starts)):
        starts = [starts] * len(cases)
    if len(starts) != len(cases) or not all(np.ndim(each) == 1 for each in starts):
        raise WorkbookError(word("lots_errors", "other_starts", cases=len(cases)))
    return [_sessions(each) for each in starts]


def _sessions(given):
    """Read the sessions of one lot; each stands in it once."""
    try:
        found = np.unique(np.asarray(given, dtype=float))
    except (TypeError, ValueError, OverflowError):
        raise WorkbookError(word("lots_errors", "no_session")) from None
    if not np.isfinite(found).all():
        raise WorkbookError(word("lots_errors", "no_session"))
    return found


def _possible(scheme, lists, actual) -> bool:
    """Say whether some fall of the lots gives the starts of the data."""
    if scheme == "starts":
        return all(start in each for start, each in zip(actual, lists, strict=True))
    free = [set(map(float, each)) for each in lists]
    taken: dict[int, int] = {}

    def seat(case, seen):
        for place, each in enumerate(free):
            if actual[case] in each and place not in seen:
                seen.add(place)
                if place not in taken or seat(taken[place], seen):
                    taken[place] = case
                    return True
        return False

    return all(seat(case, set()) for case in range(len(actual)))
