"""Long-form data, one row per session, turned into series of like length side by side."""

from collections.abc import Mapping

import numpy as np

from ...errors import WorkbookError
from ...words import word
from .options import MOST, one_of
from .series import SIGNS, Batch, is_time

__all__ = ["LongForm", "by_case", "of_each"]

COLUMNS = ("case", "session", "phase", "outcome")
CELLS = 1_000_000  # pairs of sessions that are held at one time


class LongForm:
    """Checked rows, in the order of case and session.

    Parameters
    ----------
    data : DataFrame
        Columns case, session, phase (``A`` or ``B``) and outcome; other columns are not read.
    again : bool
        Whether a case may go back to A.

    Attributes
    ----------
    names : ndarray
        The cases, in the order in which they first appear.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = {"case": ["x", "x"], "session": [1, 2], "phase": ["A", "B"], "outcome": [3, 4]}
    >>> LongForm(pd.DataFrame(rows)).names.tolist()
    ['x']
    """

    def __init__(self, data, *, again=False):

        found = list(getattr(data, "columns", ()))
        if lacking := [name for name in COLUMNS if name not in found]:
            raise WorkbookError(word("row_errors", "no_column", columns=", ".join(lacking)))
        if twice := [name for name in COLUMNS if found.count(name) > 1]:
            raise WorkbookError(word("row_errors", "two_columns", columns=", ".join(twice)))
        if not len(data):
            raise WorkbookError(word("row_errors", "no_rows"))
        case, self.names = _factors(data["case"])
        _refuse(case < 0, "no_case")
        session, y = _numbers(data["session"], "session"), _numbers(data["outcome"], "outcome")
        _refuse(~np.isfinite(session), "no_session")
        codes, words = _factors(data["phase"])
        _refuse(~np.isin(np.asarray([*words, ""], dtype=object), ["A", "B"])[codes],
                "other_phase")  # fmt: skip
        is_b = np.array([each == "B" for each in [*words, ""]])[codes]
        order = _order(case, session)
        self.case, self.session, self.is_b, self.y = (
            column[order] for column in (case, session, is_b, y)
        )
        same = self.case[1:] == self.case[:-1]
        _refuse(_back(same & (np.diff(self.session) == 0), order), "repeated")
        back = same & self.is_b[:-1] & ~self.is_b[1:] & (not again)
        _refuse(_back(back, order),
                "a_after_b")  # fmt: skip

    @classmethod
    def of(cls, data) -> "LongForm":
        """Check a table; one that was checked before is taken as it is."""
        return data if isinstance(data, cls) else cls(data)

    def batches(self, sign):
        """Give (places of the cases, batch) so that series of like length lie together."""
        count = np.bincount(self.case, minlength=len(self.names))
        n_b = np.bincount(self.case, weights=self.is_b, minlength=len(self.names)).astype(int)
        n_a, first = count - n_b, np.cumsum(count) - count
        order = np.lexsort((n_b, n_a))
        start = 0
        while start < len(order):
            stop = _reach(n_a[order[start:]], n_b[order[start:]]) + start
            some = order[start:stop]
            yield some, self._batch(some, first[some], n_a[some], n_b[some], sign[some])
            start = stop

    def _batch(self, some, first, n_a, n_b, sign):
        parts = []
        for begin, length in ((first, n_a), (first + n_a, n_b)):
            rows = np.arange(length.max(initial=0))[:, None]
            held = rows < length
            at = np.where(held, begin + rows, 0)
            parts.append([np.where(held, column[at], np.nan) for column in (self.y, self.session)])
        (a, time_a), (b, time_b) = parts
        return Batch(a, b, time_a, time_b, sign)


def of_each(given, names, what: str, read):
    """Give one value per case, from a single value or from a mapping by case.

    Parameters
    ----------
    given : object or mapping
        What the caller wrote.
    names : sequence
        The cases.
    what : str
        What is missing when a case is not in the mapping.
    read : callable
        Turns one value into a number.

    Examples
    --------
    >>> of_each({"x": 3, "y": 4}, ["y", "x"], "goal", float)
    array([4., 3.])
    """
    if not isinstance(given, Mapping):
        return np.full(len(names), read(given))
    by_case(given, names, what)
    return np.array([read(given[name]) for name in names])


def by_case(given: Mapping, names, what: str) -> None:
    """Refuse a mapping that lacks a case, or names one that the data do not have.

    Parameters
    ----------
    given, names, what
        As in `of_each`.

    Examples
    --------
    >>> by_case({"x": 3}, ["x"], "goal")
    """
    for case in names:
        if case not in given:
            raise WorkbookError(word("option_errors", "no_value", what=what, case=case))
    known = set(names)
    for case in given:
        if case not in known:
            raise WorkbookError(word("option_errors", "other_case", what=what, case=case))


def direction(improvement) -> float:
    """Read ``increase`` or ``decrease``."""
    one_of("improvement", improvement, SIGNS)
    return SIGNS[improvement]


def _factors(column):
    import pandas as pd

    try:
        return pd.factorize(column)
    except TypeError:
        raise WorkbookError(word("row_errors", "no_name", column=column.name)) from None


def _numbers(column, name):
    import pandas as pd

    if column.dtype.kind in "mM" or str(column.dtype).startswith("period"):
        _refuse(column.notna().to_numpy(), f"time_{name}")
    if column.dtype == object:
        _refuse(np.array([is_time(each) for each in column]), f"time_{name}")
        column = column.map(_within)
    if column.dtype.kind == "c":
        _refuse(np.ones(len(column), dtype=bool), f"text_{name}")
    found = pd.to_numeric(column, errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    _refuse(np.isnan(found) & column.notna().to_numpy(), f"text_{name}")
    _refuse(np.abs(found) > MOST, f"large_{name}")
    return found


def _within(given):
    """Give an infinite number for one that no computer number holds."""
    try:
        if isinstance(given, complex):
            return "complex"  # a text, as far as amounts go
        return np.inf if isinstance(given, int) and abs(given) > MOST else given
    except OverflowError:
        return np.inf


def _order(case, session):
    """Sort by case and session; data that lie in order already are only looked at."""
    step = np.diff(case)
    if np.all((step > 0) | ((step == 0) & (np.diff(session) >= 0))):
        return np.arange(len(case))
    return np.lexsort((session, case))


def _back(mask, order):
    """Bring a mask of sorted rows, without the first, back to the rows as they were given."""
    found = np.zeros(len(order), dtype=bool)
    found[order[1:]] = mask
    return found


def _reach(n_a, n_b):
    """Say how many series, from the first on, fit into one batch without much empty room."""
    widest = np.maximum.accumulate(n_a) + np.maximum.accumulate(n_b) + 1
    own = np.cumsum((n_a + n_b + 1) ** 2 // 2)
    total = widest**2 // 2 * np.arange(1, len(widest) + 1)
    fits = (total <= CELLS) & (total <= 4 * own + 10_000)
    return max(1, int(np.argmin(fits)) if not fits.all() else len(fits))


def _refuse(rows, name):
    """Name the first rows that cannot be read; rows count from 1, without the heading."""
    if rows.any():
        places = np.flatnonzero(rows) + 1
        listed = ", ".join(map(str, places[:5]))
        some = word("row_errors", "and_more", rows=listed) if len(places) > 5 else listed
        raise WorkbookError(word("row_errors", f"row_{name}", rows=some))
