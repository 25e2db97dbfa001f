"""Captions (WebVTT, SRT) and pasted text of the form ``Name: words``."""

import html
import re

from ...words import word
from .times import seconds
from .turns import TranscriptError

__all__ = ["is_captions", "read_captions", "read_pasted"]

TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
CUE = re.compile(rf"\s*({TIME})\s*-->\s*({TIME})(?:\s.*)?")
VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>")
TAG = re.compile(r"<[^<>]{0,200}>")
NAMED = re.compile(r"([^\W\d_](?:[\w .'’&/-]|\([^()]{0,30}\)){0,39}?)\s*[:：](?:\s+|$)")
STAMP = re.compile(r"\s*[\[(]?((?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[\])]?\s+(?=\S)")
MOST_NAME_WORDS = 5


def is_captions(text: str) -> bool:
    r"""Say whether a text is WebVTT or SRT.

    Examples
    --------
    >>> is_captions("WEBVTT\n"), is_captions("Ines: Hello."), is_captions("Ines: a --> b")
    (True, False, False)
    """
    head = text[:2000].lstrip("\ufeff \n")
    return bool(re.match(r"WEBVTT(?:\s|$)", head)) or any(map(CUE.fullmatch, head.split("\n")))


def read_captions(text: str) -> list[tuple]:
    r"""Read captions; a voice tag or ``Name:`` says who speaks.

    Parameters
    ----------
    text : str
        A whole WebVTT or SRT file.

    Returns
    -------
    list of (line, speaker, text, start, stop, code)
        The speaker is empty where a caption does not say. Two speakers in one caption have no
        times, for nobody knows whose they are.

    Raises
    ------
    TranscriptError
        When a time cannot be read, or no caption says who speaks.

    Examples
    --------
    >>> read_captions("WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ines>Hello.</v>\n")
    [(3, 'Ines', 'Hello.', 1.0, 2.5, '')]
    """
    found, number, lines = [], 0, text.split("\n")
    while number < len(lines):
        line, number = lines[number], number + 1
        if "-->" not in line:
            continue
        cue = CUE.fullmatch(line)
        if not cue:
            raise TranscriptError(word("talk_errors", "caption_times"), number)
        at, words = number, []
        while number < len(lines) and lines[number].strip() and "-->" not in lines[number]:
            words.append(lines[number])
            number += 1
        if number < len(lines) and "-->" in lines[number] and words and words[-1].strip().isdigit():
            words.pop()  # the number of the next caption, with no empty line before it
        found += _spoken(at, words, seconds(cue[1], at), seconds(cue[2], at))
    if not any(each[1] for each in found):
        raise TranscriptError(word("talk_errors", "nameless_captions"))
    return found


def _spoken(at: int, lines: list[str], start, stop) -> list[tuple]:
    """Split one caption at its voices."""
    pieces: list[list[str]] = []
    for line in lines:
        parts = VOICE.split(line)
        texts = [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
        for voice, raw in texts:
            said = html.unescape(TAG.sub("", raw)).strip()
            name, words = (html.unescape(voice).strip(), said) if voice else split_name(said)
            if name or not pieces:
                pieces.append([name, words])
            elif words:
                pieces[-1][1] = f"{pieces[-1][1]} {words}".strip()
    pieces = [piece for piece in pieces if piece[0] or piece[1]]
    if len(pieces) > 1:
        start = stop = None
    return [(at, name, words, start, stop, "") for name, words in pieces]


def read_pasted(text: str) -> list[tuple]:
    r"""Read text of the form ``Name: words``; a line without a name goes on with the one before.

    Parameters
    ----------
    text : str
        Lines; a time such as [00:12] may stand before the name.

    Returns
    -------
    list of (line, speaker, text, start, stop, code)

    Raises
    ------
    TranscriptError
        When the first line has no name.

    Examples
    --------
    >>> read_pasted("Ines: What matters\nmost?\n[00:12] Dalia: The school.")[1]
    (3, 'Dalia', 'The school.', 12.0, None, '')
    """
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        stamp = STAMP.match(line)
        start = seconds(stamp[1], number) if stamp else None
        name, words = split_name((line[stamp.end() :] if stamp else line).strip(" \t\ufeff"))
        if name:
            found.append([number, name, words, start, None, ""])
        elif found and words:
            found[-1][2] = f"{found[-1][2]} {words}".strip()
        elif words:
            raise TranscriptError(word("talk_errors", "nameless_line"), number)
    return [tuple(each) for each in found]


def split_name(line: str) -> tuple[str, str]:
    """Split ``Name: words``; the name is empty when there is none."""
    match = NAMED.match(line)
    if not match or len(match[1].split()) > MOST_NAME_WORDS:
        return "", line.strip()
    return match[1].strip(), line[match.end() :].strip()
