"""A thread of e-mails: each begins with a block such as From, Sent, To, Subject, or quotes."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ....words import word
from .headers import Line, shown
from .labels import split_label, tidy
from .rows import Found, Row
from .shapes import is_person, shape

__all__ = ["is_mail", "read_mail"]

LISTS = Path(__file__).parents[2] / "word_lists" / "mail_heads.csv"
HEAD = re.compile(r"[*_]{0,2}([^\W\d][\w -]{0,24}?)[*_]{0,2}\s?[:：][*_]{0,2}\s*(.*)")
QUOTED = re.compile(r"(?:>\s?)+")
RULE = re.compile(
    r"[-–—_=*\s]{5,}|-{2,}\s?(?:original message|forwarded message|ursprüngliche nachricht"
    r"|mensaje original|message d'origine|messaggio originale|mensagem original)\s?-{2,}"
    r"|begin forwarded message:",
    re.IGNORECASE,
)
SAYS = (
    r"(?:wrote|schrieb|escribi[oó]|a écrit|ha scritto|escreveu|schreef|skrev|napisał(?:a|\(a\))?)"
)
WROTE = re.compile(  # On March 3 at 9:12 Ines Ortega <address> wrote:
    rf"(?:On|Am|El|Le|Il|Em|Op|Den|Dnia|W dniu)\b.{{0,80}}\d.{{0,140}}?\b{SAYS}\b.{{0,90}}:\s*",
    re.IGNORECASE,
)
UP_TO_CLOCK = re.compile(  # or up to the year
    r".*(?:\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:[ap]\.?\s?m\.?|Uhr)?|\b(?:19|20)\d{2}\b)[,\s]*", re.I
)
ADDRESS = re.compile(r"\(?<[^<>]*>\)?|\[mailto:[^\[\]]*\]|\(\+?[\d\s-]{6,}\)|\S+@\S+")
LEAST_OF_HEAD, MOST_OF_HEAD = 3, 9


class Part(NamedTuple):
    """Lines of one writer: where they begin, how deep they are quoted, who wrote them."""

    row: int
    depth: int
    writer: str
    said: list


@cache
def _kinds() -> dict[str, str]:
    with LISTS.open(encoding="utf-8", newline="") as file:
        return {row["word"]: row["kind"] for row in csv.DictReader(file)}


def is_mail(lines: Sequence[Line]) -> bool:
    r"""Say whether lines are e-mails, and not a talk below the head of one.

    Examples
    --------
    >>> mail = ["From: Ines <i@example.org>", "Sent: March 3", "Subject: The week", "Hello."]
    >>> lines = [Line(n, text, n < 2) for n, text in enumerate(mail, 1)]
    >>> is_mail(lines), is_mail(lines[1:])
    (True, False)
    """
    plain = [line._replace(text=_bare(line.text)[1]) for line in lines]
    heads, wrote = _heads(plain), sum(bool(_wrote(plain, n)) for n in range(len(plain)))
    if not heads and not (wrote and any(QUOTED.match(line.text) for line in lines)):
        return False
    inside = {n for begin, end, _ in heads for n in range(begin, end)}
    labels = [split_label(line.text) for n, line in enumerate(plain) if n not in inside]
    counts = Counter(label.name for label in labels if label and shape(label.name) == "sure")
    names = [name for name, count in counts.items() if count > 1]
    talk = sum(counts[name] for name in names) if any(map(is_person, names)) else 0
    return len(names) < 2 or talk <= len(heads) + wrote


def read_mail(lines: Sequence[Line]) -> Found:
    r"""Read e-mails as turns, the oldest first; quotes inside them belong to whom they quote.

    Parameters
    ----------
    lines : sequence of Line

    Returns
    -------
    Found

    Examples
    --------
    >>> mail = ["Fine.", "On March 3, 2026 at 9:12 AM Ines <i@example.org> wrote:", "> How is it?"]
    >>> read_mail([Line(n, text, n < 2) for n, text in enumerate(mail, 1)]).rows[0][1:3]
    ('Ines', 'How is it?')
    """
    depths, texts = zip(*(_bare(line.text) for line in lines), strict=True)
    plain = [line._replace(text=text) for line, text in zip(lines, texts, strict=True)]
    heads = {begin: (end, given) for begin, end, given in _heads(plain)}
    parts, notes = _parts(plain, depths, heads)
    subjects = [given.get("subject", "") for _, given in heads.values()]
    if _newest_first(parts, subjects):
        parts, notes = parts[::-1], [*notes, word("talk_notes", "mail_order")]
    rows = [Row(part.row, part.writer, " ".join(part.said)) for part in parts if part.said]
    return Found(rows, [word("talk_notes", "mail"), *notes])


def _bare(text: str) -> tuple[int, str]:
    """Give how deep a line is quoted, and the line without the signs of that."""
    match = QUOTED.match(text)
    return (match[0].count(">"), text[match.end() :].strip()) if match else (0, text)


def _heads(lines: Sequence[Line]) -> list[tuple[int, int, dict]]:
    """Find the blocks that begin a mail: where each begins and ends, and what it says."""
    found, n = [], 0
    while n < len(lines):
        given: dict[str, str] = {}
        end = n
        while end < len(lines) and end - n < MOST_OF_HEAD and (end == n or not lines[end].opens):
            match = HEAD.match(lines[end].text[:300])
            kind = _kinds().get(match[1].strip().casefold()) if match else None
            if not match or not kind:
                break
            given.setdefault(kind, match[2].strip())
            end += 1
        if end - n >= LEAST_OF_HEAD and given.get("from") and {"sent", "subject"} & set(given):
            found.append((n, end, given))
            n = end
        else:
            n += 1
    return found


def _wrote(lines: Sequence[Line], n: int) -> tuple[str, int] | None:
    """Read who wrote what is quoted below, and on how many lines this stands."""
    for size in (1, 2):
        text = " ".join(line.text for line in lines[n : n + size])
        if len(text) < 300 and text.rstrip().endswith(":") and WROTE.fullmatch(text):
            says = re.split(rf"\b{SAYS}\b", UP_TO_CLOCK.sub("", text), flags=re.IGNORECASE)
            names = (tidy(ADDRESS.sub("", each)).strip(" ,:;\"'") for each in says)
            return next((name for name in names if name), ""), size
    return None


def _parts(lines, depths, heads) -> tuple[list[Part], list[str]]:
    """Give the lines of each writer, in the order of the text, and notes of lines left out."""
    writers, parts = {0: ""}, [Part(lines[0].row, 0, "", [])]
    notes: list[str] = []
    n = 0
    while n < len(lines):
        line, depth = lines[n], depths[n]
        size = 1
        if n in heads:
            end, given = heads[n]
            size = end - n
            name = tidy(ADDRESS.sub("", given["from"])).strip("\"' ") or given["from"]
            writers = _known(writers, depth, name)
            parts.append(Part(line.row, depth, name, []))
        elif wrote := _wrote(lines, n):
            name, size = wrote
            below = max(depth, depths[n + size] if n + size < len(lines) else depth)
            writers = _known(writers, below, name)
            parts.append(Part(line.row, below, name, []))
        elif RULE.fullmatch(line.text):
            notes.append(word("talk_notes", "around", row=line.row, line=shown(line)))
        elif line.text:
            if depth != parts[-1].depth:
                parts.append(Part(line.row, depth, writers.get(depth, ""), []))
            parts[-1].said.append(line.text)
        n += size
    return [part for part in parts if part.said], notes


def _known(writers: dict[int, str], depth: int, name: str) -> dict[int, str]:
    """Give who wrote at each depth; who was quoted below an earlier writer is not known here."""
    return {each: who for each, who in writers.items() if each < depth} | {depth: name}


def _newest_first(parts: Sequence[Part], subjects: Sequence[str]) -> bool:
    """Say whether answers stand above what they answer."""
    first, last = (subjects[0], subjects[-1]) if len(subjects) > 1 else ("", "")
    if first.casefold() != last.casefold():
        return len(first) > len(last) and first.casefold().endswith(last.casefold())
    depths = [part.depth for part in parts]
    return depths == sorted(depths) and depths[0] < depths[-1] and depths.count(depths[0]) == 1
