"""Who holds the floor, in windows that slide over the encounter."""

from typing import NamedTuple

from ...words import word
from ..result import Reasoned
from .reasons import heard
from .turns import ROLES, TranscriptError
from .utterances import has_times

__all__ = ["Window", "floor_map"]

LEAST_WINDOWS = 2
MOST_WINDOWS = 100_000


class Window(NamedTuple):
    """A stretch of the encounter and how the floor was shared in it.

    Parameters
    ----------
    start, stop : float
        Seconds, or words, from the beginning of the transcript.
    shares : dict
        Role to share; they add up to 1, and both are NaN where nobody speaks.
    label : str
        ``practitioner`` or ``person`` when one role has more than `dominance`, else ``shared``.

    Examples
    --------
    >>> Window(0, 150, {"practitioner": 0.7, "person": 0.3}, "practitioner").label
    'practitioner'
    """

    start: float
    stop: float
    shares: dict
    label: str


def floor_map(  # noqa: PLR0913 - the settings of the published measure
    turns, roles, *, by="time", window=150, step=30, dominance=0.6
) -> list[Window]:
    """Map who holds the floor over the encounter.

    Parameters
    ----------
    turns : iterable of Turn
        A transcript.
    roles : dict
        Speaker to ``practitioner`` or ``person``.
    by : str
        ``time`` (seconds; overlapping talk counts for both) or ``words``.
    window, step : float
        Length of a window and the distance between two, in seconds or words.
    dominance : float
        A role dominates a window with more than this share; equal talk is nobody's.

    Returns
    -------
    list of Window
        With an attribute ``reason``: why it is empty, or that a single window is no map. A
        stretch where nobody speaks has no window. The last window ends before the transcript does.

    Notes
    -----
    It shows when the floor changed hands, not why. By time, an utterance without words counts too:
    a sigh holds the floor. To compare with the published measure, leave out the first and the last
    utterance.

    References
    ----------
    Zhang, K., Zhang, J., and Danescu-Niculescu-Mizil, C. (2025). Time is on my side: Dynamics of
    talk-time sharing in video-chat conversations. arXiv 2506.20474.

    Examples
    --------
    >>> from workbook.measures.talk import Turn
    >>> turns = [Turn(1, "worker", "So...", 0, 40), Turn(2, "tenant", "I think...", 40, 61)]
    >>> roles = {"worker": "practitioner", "tenant": "person"}
    >>> [each.label for each in floor_map(turns, roles, window=30, step=30)]
    ['practitioner', 'person']
    """
    _check(by, window, step)
    spoken, nothing = heard(turns, roles, wordless=by == "time")
    if by == "time" and not has_times(spoken):
        nothing = nothing or word("talk_reasons", "no_times")
    if nothing:
        return Reasoned([], nothing)
    pieces = _seconds(spoken) if by == "time" else _words(spoken)
    windows = [
        Window(start, stop, shares, _label(shares, dominance))
        for (start, stop), held in _slide(pieces, window, step)
        if (shares := _shares(held))
    ]
    found = Reasoned(windows)
    if len(windows) < LEAST_WINDOWS:
        sizes = {"fit": len(windows), "length": window, "least": LEAST_WINDOWS}
        found.reason = word("talk_reasons", "few_windows", **sizes)
    return found


def _check(by: str, window: float, step: float) -> None:
    if by not in ("time", "words"):
        raise TranscriptError(word("talk_errors", "floor_by", by=repr(by)))
    if not (window > 0 and step > 0):
        raise TranscriptError(word("talk_errors", "floor_step"))


def _seconds(spoken) -> list[tuple]:
    timed = [each for each in spoken if each.start is not None]
    return [(ROLES.index(each.role), each.start / 1000, each.stop / 1000) for each in timed]


def _words(spoken) -> list[tuple]:
    pieces, place = [], 0
    for each in spoken:
        pieces.append((ROLES.index(each.role), place, place + len(each.words)))
        place += len(each.words)
    return pieces


def _slide(pieces, window, step):
    """Yield the edges of each window and what each role holds of it."""
    first, end = min(piece[1] for piece in pieces), max(piece[2] for piece in pieces)
    lefts = []
    while (left := first + len(lefts) * step) + window < end and len(lefts) < MOST_WINDOWS:
        lefts.append(left)
    held = [[0.0, 0.0] for _ in lefts]
    for role, start, stop in pieces:
        earliest = max(0, int((start - first - window) // step))
        latest = min(len(lefts), int((stop - first) // step) + 1)
        for number in range(earliest, latest):
            left = lefts[number]
            held[number][role] += max(0.0, min(stop, left + window) - max(start, left))
    yield from zip(((left, left + window) for left in lefts), held, strict=True)


def _shares(held: list[float]) -> dict:
    total = sum(held)
    return dict(zip(ROLES, (each / total for each in held), strict=True)) if total else {}


def _label(shares: dict, dominance: float) -> str:
    return next((role for role in ROLES if shares[role] > dominance), "shared")
