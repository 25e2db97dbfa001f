"""From words to the phases A, B, A2, B2 of each case, in the order of its sessions."""

from typing import NamedTuple

import numpy as np

from ...words import Message, word
from .options import Options
from .phase_words import Meaning, meanings
from .trouble import Trouble, listed

__all__ = ["KEPT_OUT", "PHASES", "Words", "phase_codes"]

PHASES = ("A", "B", "A2", "B2", "F")  # F is drawn and in no number, such as a follow-up
KEPT_OUT = 4
NO_PHASE = -2
LEAST = 3  # sessions of each phase, for A, B, A, B to be four phases and not two mistakes


class Words(NamedTuple):
    """The words of the phases, row by row.

    Parameters
    ----------
    texts : list of str
    case, session, row : ndarray of int
    names : list of str
        Of the cases.

    Examples
    --------
    >>> ones = np.ones(2, dtype=int)
    >>> Words(["A", "B"], ones * 0, ones, ones, ["north"]).texts
    ['A', 'B']
    """

    texts: list[str]
    case: np.ndarray
    session: np.ndarray
    row: np.ndarray
    names: list[str]


def phase_codes(
    told: Words, options: Options, trouble: Trouble
) -> tuple[np.ndarray, list[Message]]:
    """Give the place of each session in `PHASES`, or `KEPT_OUT`.

    Parameters
    ----------
    told : Words
    options : Options
    trouble : Trouble
        Takes rows without a phase, and phases that go back.

    Returns
    -------
    codes : ndarray of int
    notes : list of Message
        What was guessed.

    Examples
    --------
    >>> zeros, n = np.zeros(4, dtype=int), np.arange(1, 5)
    >>> told = Words(["BL", "BL", "Tx", "FU"], zeros, n, n + 1, ["north"])
    >>> phase_codes(told, Options(), Trouble())[0].tolist()
    [0, 0, 1, 4]
    """
    texts, case, session, row, _ = told
    order = np.lexsort((row, session, case))
    words = [" ".join(text.split()) for text in texts]
    times: dict[str, str] = {}
    for place in np.lexsort((row, session)):
        if words[place]:
            times.setdefault(words[place].casefold(), words[place])
    labels = list(times.values())
    known = meanings(labels, options) if labels else {}
    by_word = {text.casefold(): meaning for text, meaning in known.items()}
    codes = np.full(len(texts), NO_PHASE)
    for place, text in enumerate(words):
        if not text:
            trouble.add(int(row[place]), "phase", "empty_phase")
    four = False
    ends = np.flatnonzero(np.diff(case[order])) + 1
    for mine in np.split(order, ends):
        if (session[mine] <= 0).any():
            continue  # told already, and their order is not known
        held = [(place, by_word.get(words[place].casefold())) for place in mine]
        four |= _of_case([(p, m) for p, m in held if m], told, codes, trouble)
    return codes, _notes(known, codes, row, four)


PLAIN = ("A", "B", "AB")
Run = tuple[str, list]  # a side, and its sessions without a break
Odd = tuple[str, list[str]] | None  # a side with two numbered phases in it


def _of_case(held: list, told: Words, codes: np.ndarray, trouble: Trouble) -> bool:
    """Fill in one case; say whether it goes A, B, A, B by its order alone."""
    runs = _runs(held, told, codes, trouble)
    if not runs:
        return False
    odd = _two_in_one(runs)
    sides = "".join(side for side, _ in runs)
    numbers = [{meaning.number for _, meaning in run} for _, run in runs]
    said = sides == "ABAB" and numbers == [{1}, {1}, {2}, {2}]
    ordered = sides == "ABAB" and all(len(run) >= LEAST for _, run in runs)
    if odd or not (sides in PLAIN or said or ordered):
        _refuse(runs, odd, {2} in numbers, told, trouble)
        return False
    for number, (side, run) in enumerate(runs):
        for place, _ in run:
            codes[place] = "AB".index(side) + 2 * (number > 1)
    return ordered and not said


def _runs(held: list, told: Words, codes: np.ndarray, trouble: Trouble) -> list[Run]:
    """Give the runs of one side each; none where a follow-up may not be one."""
    runs: list[Run] = []
    loose = -1  # a session that was taken for a follow-up without being said to be one
    for place, meaning in held:
        if meaning.side == "F":
            codes[place] = KEPT_OUT
            loose = place if meaning.guessed else loose
        elif loose >= 0:
            trouble.add(int(told.row[loose]), "", "between", told.texts[loose])
            return []
        elif runs and runs[-1][0] == meaning.side:
            runs[-1][1].append((place, meaning))
        else:
            runs.append((meaning.side, [(place, meaning)]))
    return runs


def _refuse(runs: list[Run], odd: Odd, later: bool, told: Words, trouble: Trouble) -> None:
    """Ask about phases of one case that have no plain order."""
    first = runs[0][1][0][0]
    who, row = str(told.names[told.case[first]]), int(told.row[first])
    if odd:
        side, numbered = odd
        about = {"phases": ", ".join(numbered), "words": _called(dict(runs)[side], told)}
        about["option"] = "--before" if side == "A" else "--after"
        trouble.add(row, "", "part_of_four", who, **about)
    elif later and "".join(side for side, _ in runs).startswith("ABA"):
        held = [each for _, run in runs[2:] for each in run]
        about = {"phases": ", ".join(_spelled(runs)), "words": _called(held, told)}
        trouble.add(row, "", "three_of_four", who, **about)
    else:
        _refuse_back(runs, told, trouble)


def _two_in_one(runs: list[Run]) -> Odd:
    """Find two numbered phases where there is one; a number that counts sessions is none."""
    if "".join(side for side, _ in runs) not in PLAIN:
        return None
    for side, run in runs:
        numbers = [meaning.number for _, meaning in run if meaning.number]
        if len(set(numbers)) > 1 and len(set(numbers)) < len(numbers):
            return side, [f"{side}{number}" for number in sorted(set(numbers))]
    return None


def _called(run: list, told: Words) -> str:
    """Give the words of some sessions, as the table has them."""
    return ", ".join(dict.fromkeys(" ".join(told.texts[place].split())[:30] for place, _ in run))


def _spelled(runs: list) -> list[str]:
    return list(dict.fromkeys(f"{side}{m.number or 1}" for side, run in runs for _, m in run))


def _refuse_back(runs: list, told: Words, trouble: Trouble) -> None:
    side, run = next(each for n, each in enumerate(runs) if n and each[0] == "A")
    before = runs[[id(each[1]) for each in runs].index(id(run)) - 1]
    place, last = run[0][0], before[1][-1][0]
    about = {"session": int(told.session[place]), "other": int(told.row[last])}
    reverse = len(runs) == 2  # noqa: PLR2004 - B and then A
    name = "reversed" if reverse else "back"
    who = str(told.names[told.case[place]])
    trouble.add(int(told.row[place]), "", name, who, phase=side, before=before[0], **about)


def _notes(known: dict[str, Meaning], codes: np.ndarray, row: np.ndarray, four: bool) -> list:
    notes = []
    guessed = {text: meaning for text, meaning in known.items() if meaning.guessed}
    numbered = all(text.casefold() in ("a1", "b1", "a2", "b2") for text in guessed)
    if guessed and not numbered:
        shown = [
            word("sessions", f"side_{meaning.side.lower()}", word=text[:30])
            for text, meaning in list(guessed.items())[:12]
        ]
        notes.append(word("sessions", "phase_guess", words="; ".join(shown)))
    if four:
        notes.append(word("sessions", "four_by_order"))
    if (codes == KEPT_OUT).any():
        out = np.sort(row[codes == KEPT_OUT]).tolist()
        words = ", ".join(text[:30] for text, m in known.items() if m.side == "F")
        about = {"n": len(out), "words": words, "rows": listed(out)}
        notes.append(word("sessions", "kept_out", **about))
    return notes
