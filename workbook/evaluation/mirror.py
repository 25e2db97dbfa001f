"""Both sides of the Mirror, session by session, and nothing from fewer than five cards."""

import math
from typing import NamedTuple

import numpy as np

from ..measures.rating import SIDES
from ..measures.rating.items import FEWEST
from ..words import word
from .read import Sessions

__all__ = ["Both", "guarded", "sides"]


class Both(NamedTuple):
    """What both sides put in one session, 0 to 100; NaN where nothing is shown.

    Parameters
    ----------
    session : int
    phase : int
        Place in ``A, B, A2, B2``.
    person, practitioner : float

    Examples
    --------
    >>> Both(3, 0, 60.0, 72.5).gap
    12.5
    """

    session: int
    phase: int
    person: float
    practitioner: float

    @property
    def gap(self) -> float:
        """Practitioner minus person."""
        return self.practitioner - self.person


def guarded(sessions: Sessions) -> Sessions:
    r"""Empty the outcomes that rest on fewer than five cards, and say so.

    Parameters
    ----------
    sessions : Sessions
        A column ``cards`` says how many are behind each outcome; where the outcome is a side of
        the Mirror, that side's own column does.

    Examples
    --------
    >>> from .read import read_sessions
    >>> rows = read_sessions(b"session,phase,outcome,cards\n1,A,3,6\n2,B,4,4\n3,B,5,8\n")
    >>> guarded(rows).columns["outcome"].tolist()
    [3.0, nan, 5.0]
    """
    found, own = sessions.columns, f"{sessions.outcome}_cards"
    name = "cards" if "cards" in found else own
    if name not in found:
        return sessions._replace(notes=[*sessions.notes, word("evaluate", "cards_unknown")])
    few = (np.nan_to_num(found[name]) < FEWEST) & ~np.isnan(found["outcome"])
    outcome = np.where(few, math.nan, found["outcome"])
    notes = [word("evaluate", "cards_hidden", n=int(few.sum()))] if few.any() else []
    return sessions._replace(columns=found | {"outcome": outcome}, notes=[*sessions.notes, *notes])


def sides(sessions: Sessions) -> tuple[dict, str]:
    r"""Give both sides by case, and why nothing is shown where nothing is.

    Parameters
    ----------
    sessions : Sessions

    Returns
    -------
    rows : dict of str to list of Both
    note : str

    Examples
    --------
    >>> from .read import read_sessions
    >>> head = b"session,phase,outcome,person,practitioner,person_cards,practitioner_cards"
    >>> rows = read_sessions(head + b"\n1,A,3,55,70,6,6\n2,B,4,60,70,6,4\n")
    >>> [each.gap for each in sides(rows)[0]["case 1"]]
    [15.0, nan]
    """
    found = sessions.columns
    there = [name for name in SIDES if name in found]
    if not there:
        return {}, ""
    if len(there) < 2 or any(f"{name}_cards" not in found for name in SIDES):
        return {}, word("evaluate", "mirror_lacks")
    shown = np.stack([found[name] for name in SIDES])
    there = ~np.isnan(shown)
    if there.any() and np.nanmax(shown) <= 5:
        return {}, word("evaluate", "mirror_scale")
    cards = np.stack([np.nan_to_num(found[f"{name}_cards"]) for name in SIDES])
    shown = np.where(cards >= FEWEST, shown, math.nan)
    rows: dict = {}
    for case, session, phase, *both in zip(
        found["case"].tolist(), found["session"].tolist(), found["phase"].tolist(),
        *shown.tolist(), strict=True,
    ):  # fmt: skip
        rows.setdefault(sessions.cases[case], []).append(Both(session, phase, *both))
    hidden = int((np.isnan(shown) & there).sum())
    return rows, word("evaluate", "mirror_hidden", n=hidden) if hidden else ""
