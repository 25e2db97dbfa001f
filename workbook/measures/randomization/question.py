"""What a plan asks, written down before its lots fall, and whether the same was asked later."""

import math
from dataclasses import asdict, dataclass, fields

from ...errors import WorkbookError
from ...words import Message, word
from ..single_case.options import MOST, one_of
from ..single_case.series import SIGNS
from .contrast import STATISTICS, RandomizationResult

__all__ = ["Question"]


@dataclass(frozen=True)
class Question:
    """What will be asked of the sessions; whatever is left empty was not fixed.

    Parameters
    ----------
    outcome : str
        What is counted, in words.
    improvement : str
        ``increase`` or ``decrease``.
    statistic : str
        ``B-A``, ``|B-A|`` or ``NAP``.
    smallest_change : float, optional
        The smallest change worth it, above 0, in the outcome's own unit and toward improvement.

    Examples
    --------
    >>> asked = Question("visits", "increase", smallest_change=2)
    >>> [sentence.name for sentence in asked.differs(improvement="decrease")]
    ['other_improvement']
    """

    outcome: str = ""
    improvement: str = ""
    statistic: str = ""
    smallest_change: float | None = None

    def __post_init__(self):
        """Check every part."""
        if not isinstance(self.outcome, str):
            raise WorkbookError(word("plan_errors", "outcome"))
        one_of("improvement", self.improvement, ("", *SIGNS))
        one_of("statistic", self.statistic, ("", *STATISTICS))
        change = self.smallest_change
        if change is None:
            return
        number = isinstance(change, int | float) and not isinstance(change, bool)
        if not number or not 0 < change <= MOST or not self.improvement:
            raise WorkbookError(word("plan_errors", "smallest_change"))

    @classmethod
    def of(cls, given: dict) -> "Question":
        """Read what was written; None is left empty.

        Parameters
        ----------
        given : dict
            Names of parts to what they say.
        """
        for name in given:
            one_of("option", name, [each.name for each in fields(cls)])
        return cls(**{name: said for name, said in given.items() if said is not None})

    def told(self) -> dict:
        """Give what is fixed, as a plan's file has it; empty where nothing is."""
        return {name: said for name, said in asdict(self).items() if said not in ("", None)}

    def differs(self, *, outcome="", improvement="", statistic="") -> list[Message]:
        """Say what is asked now and was planned otherwise.

        Parameters
        ----------
        outcome, improvement, statistic : str
            What is asked now; what is left empty is not compared.
        """
        told = []
        for name, now in (("outcome", outcome), ("improvement", improvement),
                          ("statistic", statistic)):  # fmt: skip
            planned = getattr(self, name)
            if planned and now and _plain(planned) != _plain(now):
                both = {"planned": _said(name, planned), "asked": _said(name, now)}
                told.append(word("plan_question", f"other_{name}", **both))
        return told

    def reading(self, result: RandomizationResult) -> Message:
        """Say how the interval of an effect lies to the smallest change worth it.

        Parameters
        ----------
        result : RandomizationResult
            Of the test of the plan.

        Returns
        -------
        Message
            Empty where the plan names no smallest change.
        """
        if self.smallest_change is None:
            return Message()
        change = SIGNS[self.improvement] * self.smallest_change
        if math.isnan(result.low) or math.isnan(result.high):
            return word("plan_question", "no_interval", change=change)
        ends = sorted(SIGNS[self.improvement] * end for end in (result.low, result.high))
        where = "open" if ends[0] < self.smallest_change <= ends[1] else "short"
        where = "beyond" if ends[0] >= self.smallest_change else where
        figures = {"low": result.low, "high": result.high, "change": change}
        return word("plan_question", where, **figures)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _said(name: str, text: str) -> str:
    return word("plan_question", f"way_{text}") if name == "improvement" else text
