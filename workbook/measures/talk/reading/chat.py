"""TalkBank CHAT, and forms that are told apart but not read."""

import re

from ....words import word
from ..turns import TranscriptError
from .rows import Found, Row

__all__ = ["is_chat", "read_chat", "refuse_other_forms"]

SPOKEN = re.compile(r"\*([^:\s]{1,30}):\s*(.*)", re.DOTALL)
CODED = re.compile(r"\ufeff?\s*\*[A-Z0-9]{2,7}:\t")  # lines without the head of the file
BULLET = re.compile(r"\x15?_?(\d{1,9})_(\d{1,9})_?\x15?\s*$")
OTHERS = (
    (re.compile(r'File type = "ooTextFile|"?ooTextFile'), "textgrid"),
    (re.compile(r"<\?xml|<tt[\s>]|<ANNOTATION_DOCUMENT|<transcript"), "xml"),
    (re.compile(r"<!doctype html|<html|<head", re.IGNORECASE), "web_page"),
    (re.compile(r"\[Script Info\]", re.IGNORECASE), "subtitles"),
)


def is_chat(text: str) -> bool:
    r"""Say whether a text is in the CHAT form.

    Examples
    --------
    >>> is_chat("@UTF8\n@Begin\n"), is_chat("Ines: Hello.")
    (True, False)
    """
    if re.match(r"\ufeff?\s*@(?:UTF8|Begin|Font|PID)", text[:200]):
        return True
    return bool(CODED.match(text[:80])) and bool(
        re.search(r"\n[*%][A-Za-z0-9]{2,7}:\t", text[:9000])
    )


def read_chat(text: str) -> Found:
    r"""Read CHAT: lines that begin with ``*`` are said, the others are about them.

    Parameters
    ----------
    text : str

    Returns
    -------
    Found

    Examples
    --------
    >>> read_chat("@Begin\n*INV:\thello . \x155790_9514\x15\n@End").rows
    [Row(row=2, speaker='INV', text='hello .', start=5.79, stop=9.514, code='')]
    """
    parts: list[tuple[int, str]] = []
    for row, line in enumerate(text.split("\n"), 1):
        if line[:1] in ("\t", " ") and parts:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]} {line.strip()}")
        elif line.strip():
            parts.append((row, line))
    rows = [_row(row, match) for row, line in parts if (match := SPOKEN.fullmatch(line))]
    about = sum(line[:1] == "%" for _, line in parts)
    if not rows:
        raise TranscriptError(word("talk_errors", "chat_nobody"))
    return Found(rows, [word("talk_notes", "chat_lines", count=about)] if about else [], (), False)


def _row(row: int, match: re.Match) -> Row:
    said, start, stop = match[2].strip(), None, None
    if bullet := BULLET.search(said, max(0, len(said) - 40)):
        start, stop = int(bullet[1]) / 1000, int(bullet[2]) / 1000
        said = said[: bullet.start()]
    said = re.sub(r"\x15[\d_]{0,20}\x15?", " ", said)
    return Row(row, match[1], " ".join(said.split()), start, stop)


def refuse_other_forms(text: str) -> None:
    """Say what to do with a form that is known and not read.

    Raises
    ------
    TranscriptError
        For a Praat TextGrid, XML, a web page, or subtitles of the SSA kind.

    Examples
    --------
    >>> refuse_other_forms("Ines: Hello.")
    """
    head = text[:500].lstrip("\ufeff \n\t")
    for form, name in OTHERS:
        if form.match(head):
            raise TranscriptError(word("talk_errors", name))
