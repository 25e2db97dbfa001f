"""The shape of what counts, scores and agreements give, and what they take for missing."""

import math
from typing import NamedTuple

from ..words import word

__all__ = ["Measure", "Reasoned", "Z", "is_missing", "joined", "undefined"]

NAN = math.nan
Z = 1.959963984540054  # 97.5 % point of the normal curve


def is_missing(value) -> bool:
    """Say whether a value is missing in the way of Python, NumPy or pandas; a text never is.

    Examples
    --------
    >>> is_missing(None), is_missing(float("nan")), is_missing("nan")
    (True, True, False)
    """
    return not isinstance(value, str) and str(value) in ("None", "nan", "NaT", "<NA>")


class Measure(NamedTuple):
    """One number about one role, with its interval, its count and what to say about it.

    Parameters
    ----------
    name : str
        What is measured, for example ``talk_share``.
    role : str
        ``practitioner``, ``person`` or, for a number about the whole encounter, ``all``.
    value, low, high : float
        The number and the ends of its 95 % interval; NaN where there is none.
    count : int
        How many words, turns, questions or codes the number rests on.
    unit : str
        What the number counts.
    reason : str
        Why there is no number, in plain words, or a caution about the number; else empty.

    Examples
    --------
    >>> Measure("talk_share", "person", 0.4, 0.3, 0.5, 612, "share of words", "").defined
    True
    >>> undefined("talk_share", "person", 12, "share of words", "Only 12 words.").value
    nan
    """

    name: str
    role: str
    value: float
    low: float
    high: float
    count: int  # type: ignore[assignment]  # the contract; it hides tuple.count
    unit: str
    reason: str

    @property
    def defined(self) -> bool:
        """Whether there is a number."""
        return not math.isnan(self.value)


def undefined(name: str, role: str, count: int, unit: str, reason: str) -> Measure:
    """Give a measure without a number; it is never 0, and it says why.

    Parameters
    ----------
    name, role, unit : str
        As in `Measure`.
    count : int
        What there was to count.
    reason : str
        One sentence for a person.

    Examples
    --------
    >>> undefined("uptake", "person", 40, "share", "Only 40 words.").reason
    'Only 40 words.'
    """
    return Measure(name, role, NAN, NAN, NAN, count, unit, reason)


class Reasoned(list):
    """A list that says why it is empty, or what to keep in mind.

    Parameters
    ----------
    items : iterable
        What the list holds.
    reason : str
        Empty when there is nothing to say.

    Examples
    --------
    >>> Reasoned([], "This transcript has no times.").reason
    'This transcript has no times.'
    """

    def __init__(self, items=(), reason: str = ""):
        super().__init__(items)
        self.reason = reason


def joined(*sentences: str) -> str:
    """Put sentences one behind the other; empty ones fall away.

    Parameters
    ----------
    *sentences : str

    Returns
    -------
    str
        A message that knows its sentences, so that each can be said in another language.

    Examples
    --------
    >>> joined("Only 12 words.", "", "Take more.")
    'Only 12 words. Take more.'
    """
    some = [sentence for sentence in sentences if sentence]
    if len(some) < 2:
        return some[0] if some else ""
    return word("sentences", "in_a_row", first=some[0], others=joined(*some[1:]))
