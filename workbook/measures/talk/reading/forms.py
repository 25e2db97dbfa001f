"""Forms of a line without a colon behind the name, which hold only where nearly all have them."""

import re
from collections import Counter
from collections.abc import Sequence

from ..turns import plain_name
from .labels import Label, tidy, time_beside
from .shapes import is_ordinary, shape
from .times import SPAN

__all__ = ["asked_in_court", "bracketed_names", "same_form", "signed_letters"]

DASHED = re.compile(
    rf"(?:[\[(]?{SPAN}[\])]?\s+)?([^\s:](?:[^:\n]{{0,58}}?[^\s:])?)\s+(?:[-–—]|=)\s+(?=\S)"
)
LETTERED = re.compile(  # Q. and A., as courts write
    r"([A-Z]{1,3}\d{0,2})\.\s+(?=\S)|([QA])(?:\s{2,}|\t)(?=\S)"
)
SIGNED = re.compile(r"([A-Z][^\W\d_]{0,3}\d{0,2})\s?(?:[)/>]|[-–—](?=\s))\s*(?=\S)")  # W) SW/ CL -
SIGNED_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’]{0,30}(?: [^\W\d_a-z][\w.'’]{0,30})?\s?(?:[)/>]|[-–—]\s)"
)
DOTTED = re.compile(r"([A-Z][A-Z .'’-]{1,30}[A-Z])\.\s+(?=\S)")
BRACKETED = re.compile(
    r"(?:[\[({（]([^\[\](){}（）【】\n]{1,60})[\])}）]\s+|【([^【】\n]{1,60})】\s*)(?=\S)"
)
POINTED = re.compile(
    r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s+)?<([^<>\n]{1,60})>\s+(?=\S)|([^\s:>|<][^:>|\n]{0,58}?)\s*(?:[-=–—]{0,2}>|[→|])\s+(?=\S)"
)
BOLD = re.compile(r"\*\*([^*\n]{1,60})\*\*\s+(?=\S)")
STOPPED = re.compile(  # as plays in Spanish: Ines.- Hello.
    r"(?:((?:[^\W\d_]\.){2,4})|([^\W\d_][^:\n]{0,40}?)\.)\s?[-–—]\s+(?=\S)"
)
TIMED = re.compile(rf"([^\s:\[(][^:\n\[(]{{0,58}}?)\s+[\[(]({SPAN})[\])]\s+(?=\S)")
QUOTED = re.compile(r"([^\s「『」』:：]{1,20})\s?(?=[「『])")
FORMS = (BOLD, TIMED, STOPPED, DASHED, BRACKETED, LETTERED, DOTTED, POINTED, QUOTED)
MOST, HALF = 0.8, 0.5
COURT = {"Q", "A"}
LIST = {"A", "B"}
TWICE = 2


def same_form(lines: Sequence[str]) -> dict[int, Label]:
    """Read a form such as ``Name - words`` where nearly every line is like this.

    Parameters
    ----------
    lines : sequence of str

    Returns
    -------
    dict of int to Label
        Place of a line to its label; empty when no form holds.

    Examples
    --------
    >>> same_form(["Ines - Hello.", "Dalia - Hi."])[1].name
    'Dalia'
    """
    return next(filter(None, (_all_of(lines, form) for form in FORMS)), {})


def _all_of(lines: Sequence[str], form: re.Pattern) -> dict[int, Label]:
    found = {}
    for n, line in enumerate(lines):
        match = form.match(line[:200])
        name = tidy((match[1] or match[match.lastindex or 0]).strip("*_")) if match else ""
        name, start = time_beside(name) if form is BRACKETED else (name, "")
        start = match[2] if match and form is TIMED else start
        if match and (shape(name) == "sure" or _is_nick(form, match)):
            found[n] = Label(name, line[match.end() :].strip(), start, True)
    names = {plain_name(label.name) for label in found.values()}
    several = len(found) >= TWICE and len(names) <= max(TWICE, len(found) / 2)
    return found if several and len(found) >= MOST * len(lines) else {}


def _is_nick(form: re.Pattern, match: re.Match) -> bool:
    """Say whether a word stands in <pointed brackets>, as a chat writes the names of accounts."""
    return form is POINTED and bool(match[1]) and " " not in match[1]


def signed_letters(lines: Sequence[str]) -> dict[int, Label]:
    """Find lines such as ``W) When?`` or ``SW/ When?``, where most begin with a few letters so.

    Parameters
    ----------
    lines : sequence of str

    Returns
    -------
    dict of int to Label
        Empty where the letters count the points of a list, as A and B do, or where another line
        begins with a name and such a sign.

    Examples
    --------
    >>> list(signed_letters(["W) When?", "C) In", "May.", "W) Sure?", "C) Yes."]))
    [0, 1, 3, 4]
    """
    matches = {n: match for n, line in enumerate(lines) if (match := SIGNED.match(line))}
    counts = Counter(match[1] for match in matches.values())
    letters = {letter for letter, count in counts.items() if count >= TWICE}
    found = {
        n: Label(match[1], lines[n][match.end() :].strip(), "", True)
        for n, match in matches.items()
        if match[1] in letters
    }
    others = [line for n, line in enumerate(lines) if n not in found]
    named = sum(line.find(":", 0, 40) > 0 for line in others)
    enough = len(found) >= HALF * len(lines) and named < len(found) / 2
    fits = len(letters) >= TWICE and enough and not letters >= LIST
    return found if fits and not any(map(SIGNED_NAME.match, others)) else {}


def asked_in_court(lines: Sequence[str]) -> dict[int, Label]:
    """Find lines such as ``Q. When?``, where letters stand for who asks and who answers.

    Parameters
    ----------
    lines : sequence of str

    Returns
    -------
    dict of int to Label

    Examples
    --------
    >>> list(asked_in_court(["Q. When?", "A. In May.", "Q. Sure?", "A. Yes.", "THE COURT: Stop."]))
    [0, 1, 2, 3]
    """
    matches = {n: match for n, line in enumerate(lines) if (match := LETTERED.match(line))}
    names = {n: match[1] or match[2] for n, match in matches.items()}
    counts = Counter(names.values())
    letters = {letter for letter, count in counts.items() if count >= TWICE}
    often = sum(counts[letter] for letter in letters) >= HALF * len(lines)
    if len(letters) < TWICE or not (often or letters >= COURT):
        return {}  # the points of a list have letters too
    return {
        n: Label(names[n], lines[n][match.end() :].strip(), "", True)
        for n, match in matches.items()
        if names[n] in letters
    }


def bracketed_names(lines: Sequence[str]) -> dict[int, Label]:
    """Find lines such as ``[INES] Hello.``, where the names come again and are no sounds.

    Parameters
    ----------
    lines : sequence of str

    Returns
    -------
    dict of int to Label

    Examples
    --------
    >>> list(bracketed_names(["[INES] Hello.", "[Music] Oh.", "[DALIA] Hi.", "[INES] So?"]))
    [0, 2, 3]
    """
    found = {}
    for n, line in enumerate(lines):
        match = BRACKETED.match(line[:200])
        name = tidy(match[1] or match[2]) if match else ""
        if match and shape(name) == "sure" and not is_ordinary(name):
            found[n] = Label(name, line[match.end() :].strip(), "", True)
    names = {plain_name(label.name) for label in found.values()}
    return found if TWICE <= len(names) < len(found) else {}
