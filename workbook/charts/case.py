"""What is drawn of a case: its points, its phases, and the axis that they stand on."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NamedTuple

from workbook.words import word

if TYPE_CHECKING:
    import altair as alt

__all__ = ["HALF", "Case", "Phase", "Point", "Segment", "runs", "session_axis", "upright"]

HALF = 0.5  # of a session: where a phase ends
UPRIGHT = 30  # letters that have room beside a low picture
FEW = 8  # sessions up to which each has a tick of its own
Point = tuple[int, str, float]  # session, phase, outcome
Segment = tuple[float, float, float, float]  # first and last session, and the values there


class Phase(NamedTuple):
    """One stretch of sessions; NaN where there is no value or no line.

    Parameters
    ----------
    name : str
    first, last : int
        Session numbers.
    mean, slope, intercept, low, high : float
        The average, the line of the trend, and the lowest and the highest value.

    Examples
    --------
    >>> Phase("A", 1, 6, 3.0, 0.5, 1.0, 2.0, 4.0).name
    'A'
    """

    name: str
    first: int
    last: int
    mean: float = float("nan")
    slope: float = float("nan")
    intercept: float = float("nan")
    low: float = float("nan")
    high: float = float("nan")

    @property
    def is_b(self) -> bool:
        """Whether the change of practice was in force."""
        return self.name[0] == "B"

    def at(self, session: float) -> float:
        """Give where the line of the trend stands at a session."""
        return self.intercept + self.slope * session


class Case(NamedTuple):
    """One case as it is drawn.

    Parameters
    ----------
    name : str
    points : list of (int, str, float)
        Session, phase and outcome; NaN is missing.
    phases : list of Phase
        In time order.
    criteria : list of (float, float, float, float)
        Lines that later sessions are compared with: first and last session, and where the line
        stands there.

    Examples
    --------
    >>> Case("north", [(1, "A", 2.0)], [Phase("A", 1, 1)]).criteria
    ()
    """

    name: str
    points: Sequence[Point]
    phases: Sequence[Phase]
    criteria: Sequence[Segment] = ()


def runs(points: Sequence[Point]) -> list[tuple[int, str, float, int]]:
    """Leave out missing values, and count the stretches without a break.

    Parameters
    ----------
    points : list of (int, str, float)
        Session, phase and outcome.

    Examples
    --------
    >>> runs([(1, "A", 2.0), (2, "A", float("nan")), (3, "A", 4.0)])
    [(1, 'A', 2.0, 0), (3, 'A', 4.0, 1)]
    """
    found, run = [], 0
    before: tuple[int, str] | None = None
    for session, phase, value in points:
        if isnan(value):
            continue
        run += before not in ((session - 1, phase), None)
        before = session, phase
        found.append((session, phase, value, run))
    return found


def upright(text: str) -> list[str]:
    """Break the name of an upright axis, so that it is no longer than a low picture.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> upright("contacts"), len(upright("contacts that people began " * 3))
    (['contacts'], 3)
    """
    return wrap(text, UPRIGHT) or [""]


def session_axis(phases: Sequence[Phase], field: str = "x:Q") -> alt.X:
    """Give the axis of sessions, from the first to the last of some phases.

    Parameters
    ----------
    phases : list of Phase
        In time order.
    field : str
        What is placed on it.

    Examples
    --------
    >>> session_axis([Phase("A", 1, 4)]).to_dict()["scale"]["domain"]
    [0.5, 4.5]
    """
    import altair as alt

    first, last = phases[0].first, phases[-1].last
    ends = [first - HALF, last + HALF]
    each: dict[str, Any] = {"values": list(range(first, last + 1))} if last - first < FEW else {}
    axis = alt.Axis(tickMinStep=1, format="d", grid=False, **each)
    scale = alt.Scale(domain=ends, nice=False, zero=False)
    return alt.X(field, title=word("chart", "session"), scale=scale, axis=axis)
