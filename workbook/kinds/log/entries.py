"""What one saved answer of a log holds, and the lines that stand when all are read in order."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ...content.model import Exercise
from ..answer import Answer, flags, pairs

__all__ = ["CARD_SIDES", "DID", "HELD", "Logged", "began", "read", "standing"]

HELD = ("held", "shared", "handed_off", "cannot_tell")
DID = ("yes", "no", "could_not")
GAVE = ("1", "2", "3", "4", "5")
CARD_SIDES = ("person", "practitioner")
LONGEST = 300  # letters of a line
NAME = re.compile(r"[0-9A-Za-z-]{1,64}")
WEEK = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True, kw_only=True)
class Logged(Answer):
    """One line as it was written, changed or taken out; or the week in which a change began.

    Parameters
    ----------
    line : str
        The line's own name; a later answer with the same one takes its place.
    week : str
        An ISO week, such as ``"2026-W48"``.
    place : str
        Where it was, by its name in the file.
    sides : mapping
        Side -> one of `HELD`.
    did : str
        Whether the plan was carried out: one of `DID`.
    gave : str
        What it did for the learner, from ``"1"`` to ``"5"``.
    text : str
        One line of the learner's own.
    card : mapping
        ``side`` (one of `CARD_SIDES`) and ``score`` (0 to 100) of a card with two sides.
    talk : int or None
        The learner's own share of the talk, in percent.
    changed, gone, erased : bool
        The line takes the place of an earlier one; it was taken out; its earlier words are to
        leave the file as well.
    began : str
        The week in which a change began; ``"none"`` when that was taken back.
    by_lot : bool
        The week was drawn by lot.
    worth : str
        The smallest change in what it gives that would be worth it, in points.
    shown, skipped, hinted : bool
        As in every answer.

    Examples
    --------
    >>> Logged(line="a", week="2026-W48", gave="3").response
    {'line': 'a', 'week': '2026-W48', 'gave': '3'}
    """

    line: str = ""
    week: str = ""
    place: str = ""
    sides: Mapping[str, str] = field(default_factory=dict)
    did: str = ""
    gave: str = ""
    text: str = ""
    card: Mapping[str, Any] = field(default_factory=dict)
    talk: int | None = None
    changed: bool = False
    gone: bool = False
    erased: bool = False
    began: str = ""
    by_lot: bool = False
    worth: str = ""

    @property
    def given(self) -> dict[str, Any]:
        """What was put; what was left open is left out."""
        empty: tuple = ("", {}, None, False)
        return {n: v for n, v in super().given.items() if type(v) is int or v not in empty}

    @property
    def whole(self) -> bool:
        """Whether it is a line that says something of a meeting."""
        said = (self.sides, self.did, self.gave, self.text, self.card, self.talk is not None)
        return bool(self.line and self.week and any(said))


def read(exercise: Exercise, raw: Mapping) -> Logged:
    """Keep of a response what a log knows.

    Parameters
    ----------
    exercise : Exercise
    raw : mapping
        As it came from a page or the journal.

    Examples
    --------
    >>> log = Exercise("05/log", "log", "T")
    >>> read(log, {"line": "a", "week": "2026-W60", "did": "no"}).response
    {'line': 'a', 'did': 'no'}
    """
    keys = {item.key for item in exercise.items}
    text = raw.get("text")
    return Logged(
        line=_matching(NAME, raw.get("line")),
        week=_week(raw.get("week")),
        place=_one_of(exercise.settings.get("places", {}), raw.get("place")),
        sides={k: v for k, v in pairs(raw.get("sides")) if k in keys and _one_of(HELD, v)},
        did=_one_of(DID, raw.get("did")),
        gave=_one_of(GAVE, raw.get("gave")),
        text=" ".join(text.split())[:LONGEST] if isinstance(text, str) else "",
        card=_card(raw.get("card")),
        talk=_percent(raw.get("talk")),
        changed=raw.get("changed") is True,
        gone=raw.get("gone") is True,
        erased=raw.get("erased") is True,
        began="none" if raw.get("began") == "none" else _week(raw.get("began")),
        by_lot=raw.get("by_lot") is True,
        worth=_one_of(GAVE[:4], raw.get("worth")),
        **flags(raw),
    )


def _matching(form: re.Pattern, value: Any) -> str:
    return value if isinstance(value, str) and form.fullmatch(value) else ""


def _one_of(known: Iterable[str], value: Any) -> str:
    return value if isinstance(value, str) and value in known else ""


def _week(value: Any) -> str:
    """Keep a week that there is."""
    found = WEEK.fullmatch(value) if isinstance(value, str) else None
    try:
        date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        return ""
    return found[0] if found else ""


def _percent(value: Any) -> int | None:
    return value if type(value) is int and 0 <= value <= 100 else None


def _card(value: Any) -> dict[str, Any]:
    found = dict(pairs(value))
    side, score = _one_of(CARD_SIDES, found.get("side")), _percent(found.get("score"))
    return {"side": side, "score": score} if side and score is not None else {}


def standing(answers: Iterable[Answer]) -> list[Logged]:
    """Give the lines that stand, the oldest week first.

    Parameters
    ----------
    answers : iterable of Answer
        All answers, in the order of the journal; of two with one line the later one counts.

    Examples
    --------
    >>> one, two = Logged(line="a", week="2026-W48", did="no"), Logged(line="a", gone=True)
    >>> len(standing([one])), standing([one, two])
    (1, [])
    """
    lines: dict[str, Logged] = {}
    for each in answers:
        if isinstance(each, Logged) and each.line:
            lines[each.line] = each
    return sorted((e for e in lines.values() if e.whole and not e.gone), key=lambda e: e.week)


def began(answers: Iterable[Answer]) -> Logged | None:
    """Give what was told last of the week in which a change began.

    Parameters
    ----------
    answers : iterable of Answer
        All answers, in the order of the journal.

    Examples
    --------
    >>> began([Logged(began="2026-W40"), Logged(began="none")]) is None
    True
    """
    told = [each for each in answers if isinstance(each, Logged) and each.began]
    return told[-1] if told and told[-1].began != "none" else None
