"""What a single word of a phase says by itself, and the question where it says nothing."""

import re
from difflib import get_close_matches

from ...words import Message, word
from .vocabulary import AFTER, AFTER_FIRST, BEFORE, BEFORE_FIRST, FOLLOW_UP, plain

__all__ = ["asked_phases", "side_of_word"]

KNOWN = {"A": BEFORE, "B": AFTER, "F": FOLLOW_UP}
BRACKET = re.compile(r"(.*?) ?[(\[](.*?)[)\]]")
SHORTEST = 3  # letters of the last word of a slip
ALIKE, LETTERS = 0.8, 5  # how near a slip of the pen is to a word, of so many letters at least
SHOWN = 12


def side_of_word(name: str) -> str:
    """Say what a word means: ``A``, ``B``, ``F``, or nothing.

    Parameters
    ----------
    name : str
        As `plain` gives it.

    Examples
    --------
    >>> [side_of_word(name) for name in ("baseline (a)", "after training", "green")]
    ['A', 'B', '']
    """
    for side, known in KNOWN.items():
        if name in known:
            return side
    if match := BRACKET.fullmatch(name):
        sides = {side_of_word(plain(match[1])), side_of_word(plain(match[2]))} - {""}
        return sides.pop() if len(sides) == 1 else ""
    first, _, rest = name.partition(" ")
    later = any(f" {each} " in f" {name} " for each in FOLLOW_UP if len(each) > 1)
    if later:
        return "F"
    if not rest:
        return ""
    return "A" if first in BEFORE_FIRST else "B" if first in AFTER_FIRST else ""


def asked_phases(labels: list[str], sides: dict[str, str]) -> Message:
    """Ask which words lie before the start and which after it.

    Parameters
    ----------
    labels : list of str
        All words, in the order in which they come in time.
    sides : dict of str to str
        Those that are known.

    Examples
    --------
    >>> asked_phases(["Baseline", "Basline", "Tx"], {"Baseline": "A", "Tx": "B"}).identifier
    'table.ask_slips'
    """
    unknown = [label for label in labels if label not in sides]
    about = {"words": "', '".join(each[:30] for each in unknown[:8]), "n": len(unknown)}
    about["known"] = ", ".join(each[:30] for each in labels[:SHOWN])
    slips = {label: side for label in unknown if (side := _slip(label))}
    whole = {label: {**sides, **slips}.get(label, "") for label in labels}
    if len(slips) == len(unknown) and {"A", "B"} <= {*whole.values()}:
        about["options"] = _options(whole)
        return word("table", "ask_slips", **about)
    for label in unknown:  # by their order: what comes before the first that lies after is before
        later = "B" in [whole[each] for each in labels[: labels.index(label)]]
        only = label != labels[0] and "A" in whole.values()
        whole[label] = whole[label] or ("B" if later or only else "A")
    return word("table", "ask_phases", **about, options=_options(whole))


def _options(sides: dict[str, str]) -> str:
    """Write the options as they would be typed."""
    parts = []
    for side, option in (("A", "--before"), ("B", "--after"), ("F", "--leave-out")):
        held = ", ".join(each[:30] for each, own in sides.items() if own == side)
        parts += [f"{option} '{held}'"] if held else []
    return " ".join(parts)


def _slip(label: str) -> str:
    """Say which side a word lies on that is nearly a known one."""
    name = plain(label)
    known = {each: side for side, words in KNOWN.items() for each in words if len(each) >= LETTERS}
    fit = len(name) >= LETTERS and name.replace(" ", "").isalpha()
    fit = fit and len(name.split()[-1]) >= SHORTEST  # phase ii is no slip of phase a
    near = get_close_matches(name, known, n=1, cutoff=ALIKE) if fit else []
    return known[near[0]] if near else ""
