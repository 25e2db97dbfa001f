"""The codes that two people gave to the turns of a talk, counted for both sides."""

import math
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import WorkbookError
from ..words import word

if TYPE_CHECKING:
    from ..measures.agreement import Codings
    from ..measures.result import Measure
    from ..measures.talk import HandCodes, Turn

__all__ = ["CodedTalk", "as_json", "lines_of", "of_talk"]


class CodedTalk(NamedTuple):
    """What the codes of a talk show, and what is to be kept in mind.

    Parameters
    ----------
    found : HandCodes
    notes : list of str

    Examples
    --------
    >>> CodedTalk(None, []).notes
    []
    """

    found: "HandCodes"
    notes: list[str]


def of_talk(path: Path | None, roles: str, codings: "Codings") -> CodedTalk | None:
    """Count the codes of a talk; None where no transcript was named.

    Parameters
    ----------
    path : Path or None
        The transcript; the units of the codes are the numbers of its turns, the first one 1.
    roles : str
        ``Ines=practitioner, Dalia=person``.
    codings : Codings
        Of two coders.

    Raises
    ------
    WorkbookError
        When roles, coders or units do not fit the transcript.

    Examples
    --------
    >>> of_talk(None, "", None) is None
    True
    """
    if path is None:
        if roles:
            raise WorkbookError(word("agree_talk", "roles_of_what"))
        return None
    from ..measures.talk import CODES, hand_codes, read

    if len(codings.codes) != 2:
        raise WorkbookError(word("agree_talk", "two_coders", n=len(codings.codes)))
    turns = read(path)
    first, second = (dict(zip(codings.units, own, strict=True)) for own in codings.codes)
    numbers = [str(turn.turn) for turn in turns]
    if not set(numbers) & set(codings.units):
        raise WorkbookError(word("agree_talk", "no_turns", unit=codings.units[0][:30]))
    notes = [*turns.notes]
    if strange := [unit for unit in codings.units if unit not in set(numbers)]:
        notes.append(word("agree_talk", "no_such_turn", units=", ".join(strange[:8])))
    coded = [turn._replace(code=first.get(n) or "") for n, turn in zip(numbers, turns, strict=True)]
    used = {part.strip().casefold() for t in coded for part in str(t.code).split(";")} - {""}
    if not used & set(CODES):
        raise WorkbookError(word("agree_talk", "own_codes", codes=", ".join(CODES)))
    if odd := sorted(used - set(CODES)):
        notes.append(word("agree_talk", "other_codes", codes=", ".join(odd[:8])))
    found = hand_codes(coded, _roles(roles, turns), second=[second.get(n) for n in numbers])
    return CodedTalk(found, notes)


def _roles(text: str, turns: "list[Turn]") -> dict[str, str]:
    """Read who is on which side; everybody named must speak."""
    from ..evaluation import pairs

    speakers = list(dict.fromkeys(turn.speaker for turn in turns if turn.speaker))
    given = pairs(text) if text.strip() else {}
    folded = {name.casefold(): name for name in speakers}
    strange = [name for name in given if name.casefold() not in folded]
    if strange or not given:
        about = {"speakers": ", ".join(speakers[:20]), "name": ", ".join(strange)}
        raise WorkbookError(word("agree_talk", "no_speaker" if strange else "who", **about))
    return {folded[name.casefold()]: role.casefold() for name, role in given.items()}


def lines_of(talk: CodedTalk | None) -> list[str]:
    """Say what the codes show: nothing where the coders do not agree.

    Parameters
    ----------
    talk : CodedTalk or None

    Examples
    --------
    >>> lines_of(None)
    []
    """
    if talk is None:
        return []
    if talk.found.greyed_out:
        return [*talk.notes, word("agree_talk", "greyed", reason=talk.found.reason)]
    rows = [f"  {_line(each)}" for each in talk.found.measures]
    return [*talk.notes, word("agree_talk", "head"), *rows]


def _line(measure: "Measure") -> str:
    about: dict[str, object] = {
        "name": word("agree_talk", f"of_{measure.name}"),
        "who": word("agree_talk", f"role_{measure.role}"),
    }
    if not measure.defined:
        return word("agree_talk", "none", reason=measure.reason, **about)
    about |= {"value": f"{measure.value:.2f}", "n": f"{measure.count}"}
    if math.isnan(measure.low):
        return word("agree_talk", "value", **about)
    return word("agree_talk", "interval", low=measure.low, high=measure.high, **about)


def as_json(talk: CodedTalk | None) -> dict:
    """Give the same for a program; the numbers are there only where the coders agree.

    Parameters
    ----------
    talk : CodedTalk or None

    Examples
    --------
    >>> as_json(None)
    {}
    """
    if talk is None:
        return {}
    shown = [] if talk.found.greyed_out else talk.found.measures
    rows = [
        {"name": m.name, "role": m.role, "value": _number(m.value), "low": _number(m.low),
         "high": _number(m.high), "count": m.count, "reason": m.reason}
        for m in shown
    ]  # fmt: skip
    about = {"greyed_out": talk.found.greyed_out, "reason": talk.found.reason}
    return {"talk": {**about, "notes": talk.notes, "measures": rows}}


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value
