"""The choices that an index may need, checked once, in words that a person understands."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from numbers import Real
from statistics import NormalDist

from ...errors import WorkbookError
from ...words import word

__all__ = ["Options", "check_confidence", "one_of"]

MOST = 1e100  # squares of larger numbers cannot be held

WORDS = {
    "se": ("unbiased", "Hanley", "null"),
    "std": ("baseline", "pooled"),
    "interval": ("normal", "t"),
    "scale": ("count", "rate", "proportion", "percentage", "other"),
    "form": ("increasing", "decreasing", None),
    "variant": ("parker", "complete"),
}


def one_of(name: str, given, words) -> None:
    """Refuse a word that is not among the possible ones, and say which they are.

    Parameters
    ----------
    name : str
        What is chosen.
    given : object
        What was written.
    words : sequence
        What can be written.

    Examples
    --------
    >>> one_of("scale", "counts", ("count", "rate"))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: There is no scale 'counts'. Choose one of: count, rate.
    """
    if not (given is None or isinstance(given, str)) or given not in words:
        known = ", ".join(str(each) for each in words if each)
        message = word("option_errors", "unknown", what=name, given=repr(given), known=known)
        raise WorkbookError(message)


@dataclass(frozen=True)
class Options:
    """What the indices of one call share.

    Parameters
    ----------
    confidence : float
        Between 0 and 1.
    se : str
        How the error of NAP is found: ``unbiased``, ``Hanley`` or ``null``.
    std : str
        What SMD divides by: ``baseline`` or ``pooled``.
    interval : str
        The curve behind intervals of SMD, ratios and odds: ``normal`` or, for few sessions, ``t``.
    corrected : bool
        Whether the small-sample correction is used.
    scale : str
        What was counted: ``count``, ``rate``, ``proportion``, ``percentage`` or ``other``.
    form : str or None
        Log response ratio for ``increasing`` or ``decreasing`` goals; None follows the goal.
    observation_length, intervals : float or None
        How long a session was watched, or in how many intervals.
    goal : float, mapping or None
        What the person wants to reach, for all cases or for each.
    variant : str
        Which Tau-U.
    kendall : bool
        Whether Tau-BC is given as a rank correlation.

    Examples
    --------
    >>> round(Options(confidence=0.95).z, 2)
    1.96
    """

    confidence: float = 0.95
    se: str = "unbiased"
    std: str = "baseline"
    interval: str = "normal"
    corrected: bool = True
    scale: str = "other"
    form: str | None = None
    observation_length: float | None = None
    intervals: float | None = None
    goal: float | Mapping | None = None
    variant: str = "parker"
    kendall: bool = False

    def __post_init__(self):
        """Check every choice."""
        for name, words in WORDS.items():
            one_of(name, getattr(self, name), words)
        check_confidence(self.confidence)
        for name in ("observation_length", "intervals"):
            given = getattr(self, name)
            if given is not None and not (_number(given) and given > 0):
                raise WorkbookError(word("option_errors", "above_0", option=name))
        for goal in self.goal.values() if isinstance(self.goal, Mapping) else [self.goal]:
            if goal is not None and not _number(goal):
                raise WorkbookError(word("option_errors", "goal"))

    @property
    def z(self) -> float:
        """The point of the normal curve for this confidence."""
        return NormalDist().inv_cdf((1 + self.confidence) / 2)

    @property
    def length(self) -> float | None:
        """How much one session could show at least: the step below which nothing is seen."""
        steps = {
            "count": 1.0,
            "rate": self.observation_length,
            "proportion": self.intervals,
            "percentage": self.intervals and self.intervals / 100,
        }
        return steps.get(self.scale)

    @classmethod
    def of(cls, given: dict, known=()) -> "Options":
        """Build the options from names as a caller wrote them; ``known`` are those that apply."""
        known = known or [each.name for each in fields(cls)]
        for name in given:
            one_of("option", name, known)
        return cls(**given)


def check_confidence(given) -> None:
    """Refuse what is no confidence; one that rounds to certainty is none either.

    Parameters
    ----------
    given : object
        What was written.

    Examples
    --------
    >>> check_confidence(0.9)
    """
    if not (_number(given) and given > 0 and (1 + given) / 2 < 1):
        raise WorkbookError(word("option_errors", "confidence"))


def _number(given) -> bool:
    """Say whether something is a number of a size that can be computed with."""
    if not isinstance(given, Real) or isinstance(given, bool):
        return False
    try:
        return abs(float(given)) <= MOST
    except OverflowError:
        return False
