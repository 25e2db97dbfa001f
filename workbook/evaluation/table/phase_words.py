"""What the words of a column of phases mean: before the start, after it, or neither."""

import re
from typing import NamedTuple

from ...errors import WorkbookError
from ...words import word
from .options import Options, chosen
from .phase_names import asked_phases, side_of_word
from .vocabulary import AFTER, BEFORE, plain

__all__ = ["Meaning", "meanings"]

NUMBERED = re.compile(r"(.*?[^\d\s]) ?#?(\d{1,3})")
FIRST = re.compile(r"(\d)(?:st|nd|rd|th|\.)? (.+)")
STRONG = AFTER - {"b", "post", "after", "posttest", "post test", "nachher", "nach"}
LATER = ("post", "after", "nachher", "después", "despues")
TRIALS = ("i", "t", "int", "tx", "trt", "intervention", "treatment", "c")  # beside B, a baseline
DECIMALS = re.compile(r"(?<=^\d)[.,]0+$")  # 1.0, as programs write a 1
DIGITS = ({"0", "1"}, {"1", "2"})


class Meaning(NamedTuple):
    """What one word says.

    Parameters
    ----------
    side : str
        ``A`` before the start, ``B`` after it, ``F`` kept out of the numbers (a follow-up).
    number : int
        Of the phase, where the word holds one; else 0.
    guessed : bool
        Whether it is neither plain nor said by the person.

    Examples
    --------
    >>> Meaning("A", 1, False).side
    'A'
    """

    side: str
    number: int
    guessed: bool


def meanings(labels: list[str], options: Options) -> dict[str, Meaning]:
    """Say what each word means.

    Parameters
    ----------
    labels : list of str
        The words, in the order in which they come in time.
    options : Options
        Its `before`, `after` and `leave_out` are taken as they are said.

    Raises
    ------
    WorkbookError
        When a word is not known: it is asked which lie before and which after.

    Examples
    --------
    >>> found = meanings(["BL", "Tx", "C"], Options())
    >>> [each.side for each in found.values()]
    ['A', 'B', 'F']
    """
    said = _said(labels, options)
    rest = [label for label in labels if label not in said]
    sides = {meaning.side for meaning in said.values()} - {"F"}
    if len(sides) == 1 and len(rest) == 1:
        other = "B" if sides == {"A"} else "A"
        return {**said, rest[0]: Meaning(other, 0, True)}
    found = said | {label: meaning for label in rest if (meaning := _guess(label, rest))}
    unknown = [label for label in labels if label not in found]
    if len(unknown) == 1 and _is_later(unknown[0], labels, found):
        found[unknown[0]] = Meaning("F", 0, True)
        unknown = []
    if unknown:
        raise WorkbookError(asked_phases(labels, {each: found[each].side for each in found}))
    return {label: found[label] for label in labels}


def _said(labels: list[str], options: Options) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for side, text, option in (
        ("A", options.before, "--before"),
        ("B", options.after, "--after"),
        ("F", options.leave_out, "--leave-out"),
    ):
        for label in chosen(text, labels, option) if text else []:
            if label in found:
                raise WorkbookError(word("table", "label_twice", label=label[:40]))
            found[label] = Meaning(side, 0, False)
    return found


def _guess(label: str, labels: list[str]) -> Meaning | None:
    """Guess from the words beside it, and from the word itself."""
    plains = [plain(each) for each in labels]
    name, number = _numbered(plain(label))
    digits = {DECIMALS.sub("", each) for each in labels}
    if digits in DIGITS:
        return Meaning("A" if DECIMALS.sub("", label) == min(digits) else "B", 0, True)
    if digits == {"0", "1", "2"}:
        return Meaning("ABF"[int(label[0])], 0, True)
    beside = {_numbered(each)[0] for each in plains} - {name}
    if side := _side_by_others(name, beside):
        return Meaning(side, number, True)
    plainly = name in ("a", "b", "phase a", "phase b")
    side = side_of_word(name) or side_of_word(plain(label))
    return Meaning(side, number, not plainly) if side else None


def _side_by_others(name: str, beside: set[str]) -> str:
    """Say what B is beside T, and what comes after an intervention."""
    if name == "b" and not beside & BEFORE and beside & {*TRIALS}:
        return "A"
    if name in ("i", "t") and "b" in beside and not beside & BEFORE:
        return "B"
    return "F" if name.startswith(LATER) and beside & STRONG else ""


def _numbered(text: str) -> tuple[str, int]:
    """Take the number from ``baseline 1``, ``a1``, ``phase a1`` or ``1st baseline``."""
    if match := NUMBERED.fullmatch(text):
        return match[1].strip(), int(match[2])
    if match := FIRST.fullmatch(text):
        return match[2], int(match[1])
    return text, 0


def _is_later(label: str, labels: list[str], found: dict[str, Meaning]) -> bool:
    """Say whether a single letter that is neither A nor B comes after both of them."""
    sides = [found[each].side for each in labels if each in found]
    return labels[-1] == label and plain(label) == "c" and {"A", "B"} <= set(sides)
