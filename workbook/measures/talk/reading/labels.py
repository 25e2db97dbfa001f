"""What stands at the head of a line: the name of somebody who speaks, or words."""

import re
from typing import NamedTuple

from .shapes import IN_BRACKETS, PHONE, is_person
from .times import AT, BARE, DAY, HALF, SPAN, STAMP

__all__ = ["AFTER", "INVISIBLE", "Label", "split_label", "tidy", "time_beside"]

LONGEST, MOST_WORDS = 90, 8
INVISIBLE = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
LEAD = re.compile(r"\s*(?:(>{2,3})\s*|(?:[-–—•·>]|\*(?!\*)|#{1,6})\s+|[-–—](?=[^\W\d_]))?")
MARK = r"#?\d{1,3}:\d{1,2}:\d{1,2}-\d{1,3}#?"  # of f4 and MAXQDA
TIME = re.compile(
    rf"\s*(?:[\[({{<（【]\s*(?:{STAMP}|{BARE}){HALF}\s*[\])}}>）】]"
    rf"|(?:#{MARK[2:]}|{BARE}|{SPAN}{HALF})(?=[\s|–—-]|$))",
    re.IGNORECASE,
)
JOIN = re.compile(r"[\s|–—-]*")
AFTER = re.compile(rf"\s*(?:[\[(（【]\s*({STAMP})\s*[\])）】]|(#{MARK[2:]}))\s*")
GOES_ON = re.compile(r"\s*\((?:cont(?:[’']?d|inued|inuing)?\.?)\)", re.IGNORECASE)  # as plays write
BESIDE = re.compile(
    rf"[\s,|·–—-]*[\[(（【]\s*(?:{DAY}{AT})?((?:{STAMP}|{BARE}){HALF})\s*[\])）】]\s*$|[\s,|·–—]+(?:(?:at|um|à|@)\s+)?({SPAN}{HALF})\s*$",
    re.IGNORECASE,
)
COLONS = ":：﹕꞉∶፦՝"  # of Latin, Chinese, Ethiopic and Armenian writing
DIARIZED = re.compile(  # what programs call a voice whose name they do not know
    r"\[((?:speaker|spk|voice|sprecher|locuteur|hablante|s)[ _-]?\d{1,3})\]\s+(?=\S)", re.IGNORECASE
)
QUOTES = "\"“”„«»‘’'"
DATE = re.compile(rf"{DAY}(?:{AT}{SPAN}{HALF})?", re.IGNORECASE)
FROM = re.compile(r"From\s+(?=\S)")  # of a chat, behind its time
CHAT = re.compile(r"From\s+(.{1,80}?)\s+to\s+.{1,80}", re.IGNORECASE)
NOT_IN_NAMES = re.compile(r"[!;…\"“”„«»<>{}=|\\^~。？！]|\?(?!\)|$)|https?$|www\.")
SENTENCE = re.compile(r"[^\W\d_]{5,}\.\s|(?<!\w)[a-zß-öø-ÿ]{2,}\.\s+[^\W\d_a-z]")
NOBODY = re.compile(r"\?{1,3}")


class Label(NamedTuple):
    """The head of a line.

    Parameters
    ----------
    name, rest : str
        Who may speak here, and the words behind it.
    start : str
        A time that stands beside the name, as written; empty without.
    marked : bool
        Whether its form alone makes it a name: in brackets, bold, after ``>>``, before a time.
    tight : bool
        Whether a letter follows the colon at once.

    Examples
    --------
    >>> split_label("[00:12] Dalia: The school.")
    Label(name='Dalia', rest='The school.', start='[00:12]', marked=False, tight=False)
    """

    name: str
    rest: str
    start: str = ""
    marked: bool = False
    tight: bool = False


def tidy(name: str) -> str:
    """Give a name without outer, double or invisible spaces.

    Examples
    --------
    >>> tidy(" Ines   Ortega ")
    'Ines Ortega'
    """
    return " ".join(INVISIBLE.sub("", name).split())


def split_label(line: str) -> Label | None:
    """Take the head of a line that has the form of a label, whoever it may be.

    Parameters
    ----------
    line : str
        One line.

    Returns
    -------
    Label or None
        None when no colon stands where the one behind a name would.

    Examples
    --------
    >>> split_label("**Dalia:** I come at 10:30.").name
    'Dalia'
    >>> split_label("10:30: not later.") is None, split_label("https://example.org") is None
    (True, True)
    """
    line = INVISIBLE.sub("", line)
    lead = LEAD.match(line)
    begin = lead.end() if lead else 0
    time = TIME.match(line, begin)
    if time:
        joined = JOIN.match(line, time.end())
        begin = joined.end() if joined else time.end()
    if voice := DIARIZED.match(line, begin):
        return _numbered_voice(line, voice, time[0].strip() if time else "")
    for colon in _colons(line, begin):
        found = _label(line, begin, colon)
        if found:
            start = time[0].strip() if time else found.start
            name = FROM.sub("", found.name) if time else found.name
            return found._replace(
                name=name, start=start, marked=found.marked or bool(lead and lead[1])
            )
        return None
    return None


def _numbered_voice(line: str, voice: re.Match, start: str) -> Label:
    """Give the label of a voice that a program numbered, with the time behind it."""
    end = voice.end()
    if after := AFTER.match(line, end):
        start, end = start or (after[1] or after[2]), after.end()
        end += line[end : end + 1] == ":"
    return Label(tidy(voice[1]), line[end:].strip(), start, True)


def _colons(line: str, begin: int):
    """Give the places of colons that are no part of a time or an address."""
    for place in range(begin, min(len(line), begin + LONGEST + 1)):
        sign = line[place]
        if sign not in COLONS:
            continue
        after, before = line[place + 1 : place + 2], line[place - 1 : place]
        if not (after.isdigit() and before.isdigit()):
            yield place


def _label(line: str, begin: int, colon: int) -> Label | None:
    raw, rest = line[begin:colon].strip().lstrip("~ "), line[colon + 1 :]
    rest = rest[1:] if rest[:2] == ": " else rest
    tight = line[colon] == ":" and bool(rest) and not rest[0].isspace()
    for mark in ("**", "__", "*", "_"):
        if raw.startswith(mark) and len(raw) > len(mark):
            raw, bold = raw[len(mark) :], True
            if raw.endswith(mark):
                raw = raw[: -len(mark)]
            elif rest.startswith(mark):
                rest, tight = rest[len(mark) :], False
            break
    else:
        bold = False
    if tight and not (rest[0].isalpha() or rest[0] in "[(¿¡“\"'‘«"):
        return None
    if chat := CHAT.fullmatch(raw):
        raw, bold = chat[1], True
    raw, start = time_beside(raw)
    raw = raw.rstrip("*_ ") if bold else raw
    if raw[:1] in QUOTES and raw[-1:] in QUOTES and len(raw) > 2:
        raw = raw[1:-1]
    if raw[:1] in "[(" and raw[-1:] in "])" and len(raw) > 2 and raw[0] not in raw[1:]:
        raw, bold = raw[1:-1], True
    name = tidy(GOES_ON.sub("", raw))
    if not _may_be_a_name(name):
        return None
    marked = bold or bool(start) or bool(AFTER.match(rest))
    return Label(name, rest.strip(), start, marked, tight)


def time_beside(raw: str) -> tuple[str, str]:
    """Take the time from beside a name.

    Examples
    --------
    >>> time_beside("Dalia (0:05)"), time_beside("Dalia")
    (('Dalia', '0:05'), ('Dalia', ''))
    """
    match = BESIDE.search(raw[-60:]) if len(raw) > 4 else None
    if not match:
        return raw, ""
    head = raw[: len(raw) - len(raw[-60:]) + match.start()]
    return head, (match[1] or match[2])


def _may_be_a_name(name: str) -> bool:
    """Say whether the letters and signs are ones that a name can have."""
    if NOBODY.fullmatch(name):
        return True
    if name.endswith("?") and not (len(name.split()) <= 2 and is_person(name.rstrip("? "))):
        return False
    if not name or len(name) > LONGEST or NOT_IN_NAMES.search(name) or SENTENCE.search(name):
        return False
    if (
        DATE.fullmatch(name)
        or re.fullmatch(STAMP, name)
        or len(IN_BRACKETS.sub("", name).split()) > MOST_WORDS
    ):
        return False
    return any(sign.isalpha() for sign in name) or name.isdigit() or bool(PHONE.fullmatch(name))
