"""Captions: WebVTT, SRT, SBV, and what writes like them."""

import html
import re
from collections import Counter
from collections.abc import Mapping

from ....words import word
from ..turns import TranscriptError, plain_name
from .cues import Cue, plain_line
from .forms import bracketed_names, same_form
from .labels import Label, split_label, tidy
from .rolling import without_repeats
from .rows import Asked, Found, Row
from .shapes import shape
from .times import CLOCK
from .voices import Head, voices_of

__all__ = ["is_captions", "read_captions", "rows_of_cues"]

CUE = re.compile(rf"\s*({CLOCK})\s*-->\s*({CLOCK})(?:\s.*)?")
SLIP = re.compile(
    r"\s*([\d:.,;ohlOI]{3,16})\s*-->\s*(\S{3,16})(?:\s.*)?|\s*(\S{3,16})\s*-->\s*([\d:.,;]{3,16})"
)
SBV = re.compile(r"\s*(\d{1,2}:\d{2}:\d{2}\.\d{3}),(\d{1,2}:\d{2}:\d{2}\.\d{3})\s*")
VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,120})>")
NAMED = re.compile(r'\d{1,6}\s+"([^"<>\n]{1,80})"\s+\(\d+\)\s*')  # an identifier of Webex
COMMENT = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
NOTE = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|[♪♫\s]*")
CHANGE = re.compile(r"\s*>{2,3}\s*")
HEAD_LINES = 60  # so far down the first caption is looked for
MOST = 0.9
ENDS = tuple(".?!…,;:。？！؟")


def is_captions(text: str) -> bool:
    r"""Say whether a text is captions.

    Examples
    --------
    >>> is_captions("WEBVTT\n"), is_captions("Ines: Hello."), is_captions("Ines: a --> b")
    (True, False, False)
    """
    head = text.lstrip("\ufeff \n")
    if re.match(r"WEBVTT(?:\s|$)", head):
        return True
    lines = head[:20_000].split("\n")[:HEAD_LINES]
    return any(_cue(line[:300]) for line in lines if "-->" in line) or bool(_cue(lines[0][:80]))


def read_captions(text: str, answers: Mapping[str, bool] | None = None) -> Found:
    r"""Read captions; a voice tag, a name and a colon, or a line of its own says who speaks.

    Parameters
    ----------
    text : str
        A whole file.
    answers : mapping of str to bool, optional
        Label to whether it is somebody who speaks.

    Returns
    -------
    Found
        Where names stand only when the speaker changes, a caption without one goes on with the
        speaker before. Two speakers in one caption have no times, for nobody knows whose they are.

    Raises
    ------
    TranscriptError
        When no caption says who speaks.

    Examples
    --------
    >>> read_captions("WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ines>Hello.</v>\n").rows
    [Row(row=3, speaker='Ines', text='Hello.', start='00:01.000', stop='00:02.500', code='')]
    """
    return rows_of_cues(_cues(text.split("\n")), answers)


def rows_of_cues(cues: list[Cue], answers: Mapping[str, bool] | None = None) -> Found:
    """Read captions that are parted already, as `read_captions` does.

    Parameters
    ----------
    cues : list of Cue
    answers : mapping of str to bool, optional

    Returns
    -------
    Found

    Examples
    --------
    >>> rows_of_cues([Cue(1, "0:01", "0:02", [(False, "Ines: Hello.")])]).rows[0].speaker
    'Ines'
    """
    cues, rolled = without_repeats(cues)
    tagged = [any(VOICE.search(line) for _, line in cue.lines) for cue in cues]
    others = [cue for cue, voice in zip(cues, tagged, strict=True) if not voice]
    pieces, asked = _labelled(others, answers, alone=not any(tagged))
    rest = iter(pieces)
    found = [
        (cue, _tagged(cue)) if voice else next(rest)
        for cue, voice in zip(cues, tagged, strict=True)
    ]
    rows, carried = _rows(found, carry=not any(tagged))
    if not any(row.speaker for row in rows):
        raise TranscriptError(word("talk_errors", "nameless_captions"))
    notes = [word("talk_notes", name, count=count)
             for name, count in (("rolled", rolled), ("carried", carried)) if count]  # fmt: skip
    return Found(rows, notes, asked, ordered=False)


def _cue(line: str) -> tuple[str, str] | None:
    """Read the line with the times; a slip in one of them does not unmake it."""
    if "-->" in line:
        match = CUE.fullmatch(line) or SLIP.fullmatch(line[:200])
        found = match and (match[1] or match[3], match[2] or match[4])  # type: ignore[index]
        return found if found and any(":" in time for time in found) else None
    match = SBV.fullmatch(line[:80])
    return (match[1], match[2]) if match else None


def _cues(lines: list[str]) -> list[Cue]:
    """Find each caption with its lines, also behind an empty one; comments are left out."""
    found: list[Cue] = []
    blank, comment, first = True, False, ""
    for row, line in enumerate(lines, 1):
        if not line.strip():
            blank, comment = True, comment and False
            continue
        comment = comment or (blank and bool(COMMENT.match(line)))
        times = None if comment else _cue(line)
        if times:
            if found:
                _drop_identifier(found[-1], first)
            else:
                first = "" if blank else lines[row - 2]
            named = NAMED.fullmatch(lines[row - 2]) if row > 1 else None
            found.append(Cue(row, *times, [(False, f"<v {named[1]}>")] if named else []))
        elif found and not comment:
            found[-1].lines.append((blank, line))
        blank = False
    return found


def _drop_identifier(cue: Cue, first: str) -> None:
    """Take away the number or the name of the next caption, which stands right above its times.

    It has the form of the first one of the file, or stands alone below an empty line.
    """
    if cue.lines and first:
        blank, last = cue.lines[-1]
        if _form(last) == _form(first) or (blank and not first.strip().isdigit()):
            cue.lines.pop()


def _form(identifier: str) -> str:
    return re.sub(r"[0-9a-f]+", "0", identifier.strip().casefold())


def _tagged(cue: Cue) -> list[list[str]]:
    """Split a caption at its voice tags, and nowhere else."""
    parts = VOICE.split("\n".join(line for _, line in cue.lines))
    texts = [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    return [
        [tidy(html.unescape(voice)), plain_line(raw)]
        for voice, raw in texts
        if voice or plain_line(raw)
    ]


def _labelled(cues: list[Cue], answers, alone: bool) -> tuple[list, list]:
    """Split captions at ``Name:``; in a further line only a name that is known already counts."""
    if alone and (names := _name_lines(cues)):
        return [(cue, [[name, " ".join(plain_line(line) for _, line in cue.lines[1:])]])
                for cue, name in zip(cues, names, strict=True)], []  # fmt: skip
    texts = [each for n, cue in enumerate(cues) for each in _texts(n, cue)]
    found = [(place, split_label(line)) for place, (_, _, _, line) in enumerate(texts)]
    if alone and not any(label for _, label in found):
        plain = [line for *_, line in texts]
        found = list((bracketed_names(plain) or same_form(plain)).items())
    heads = [Head(place, texts[place][2], texts[place][3], label, "")
             for place, label in found if label]  # fmt: skip
    first = [head for head in heads if _begins(texts[head.place], head.label)]
    places, asked = voices_of(first, answers, (line for *_, line in texts))
    known = {plain_name(head.label.name) for head in first if head.place in places}
    begins = {head.place for head in first}
    late, more = _late_names([head for head in heads if head.place not in begins], known, answers)
    known, asked = known | late, sorted([*asked, *more], key=lambda each: each.row)
    voices = {head.place: head.label for head in heads if plain_name(head.label.name) in known}
    pieces: dict[int, list[list[str]]] = {}
    for place, (n, _, _, line) in enumerate(texts):
        _add(pieces.setdefault(n, []), line, voices.get(place))
    return [(cue, pieces.get(n, [])) for n, cue in enumerate(cues)], asked


def _texts(n: int, cue: Cue) -> list[tuple[int, int, int, str]]:
    """Give the lines of a caption: its place, how many words stand above, the row, the line."""
    found, above = [], 0
    for k, (_, line) in enumerate(cue.lines):
        plain = plain_line(line)
        found.append((n, above, cue.row + 1 + k, plain))
        above += not NOTE.fullmatch(plain)
    return found


def _late_names(heads: list[Head], known: set[str], answers) -> tuple[set[str], list[Asked]]:
    """Judge names that stand in further lines only: said again they are voices, once is asked."""
    given = {plain_name(label): voice for label, voice in (answers or {}).items()}
    counts = Counter(plain_name(head.label.name) for head in heads)
    late, asked = set(), []
    for head in heads:
        name = plain_name(head.label.name)
        if name in known or shape(head.label.name) != "sure":
            continue
        if given.get(name, counts[name] > 1):
            late.add(name)
        elif name not in given:
            asked.append(Asked(head.label.name, head.row, head.line[:70], False))
    return late, asked


def _begins(text: tuple, label: Label) -> bool:
    """Say whether a line of a caption may bring a name that is not known yet."""
    return text[1] == 0 or label.marked or text[3].startswith(("-", "–", "—"))


def _add(pieces: list[list[str]], line: str, label: Label | None) -> None:
    if label:
        pieces.append([label.name if label.name.strip("?") else "?", label.rest])
    elif CHANGE.match(line):
        pieces.append(["?", CHANGE.sub("", line, count=1)])
    elif pieces:
        pieces[-1][1] = f"{pieces[-1][1]} {line}".strip()
    else:
        pieces.append(["", line])


def _name_lines(cues: list[Cue]) -> list[str]:
    """Give the first lines of the captions if nearly all of them are names on their own."""
    first = [plain_line(cue.lines[0][1]) if len(cue.lines) > 1 else "" for cue in cues]
    good = [_is_name(name) for name in first]
    counts = Counter(plain_name(name) for name in first if name)
    repeated = len(counts) <= max(2, len(cues) / 2)
    return first if cues and all(good) and repeated else []


def _is_name(text: str) -> bool:
    plain = 0 < len(text) <= 60 and ":" not in text and not text.startswith(("-", ">"))
    return plain and not text.endswith(ENDS) and shape(text) == "sure"


def _rows(pieces, carry: bool) -> tuple[list[Row], int]:
    """Make a row of each voice; ``?`` is a voice without a name, an empty one goes on."""
    rows, carried, last = [], 0, ""
    for cue, voices in pieces:
        several = len(voices) > 1
        times = (None, None) if several else (cue.start, cue.stop)
        for name, said in voices:
            goes_on = bool(carry and last and not name)
            carried += goes_on
            last = who = last if goes_on else "" if name == "?" else name
            rows.append(Row(cue.row, who, said, *times))
    return rows, carried
