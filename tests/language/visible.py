"""What a person can read of a value that goes to the page, and what of it is still in English."""

import csv
import html
import re
from collections.abc import Iterator
from pathlib import Path

from language.pseudo import accented

RUN = 3  # so many plain words in a row are a sentence that was not translated
UNSEEN = re.compile(r"<(style|script)\b.*?</\1>|<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
READ_ALOUD = re.compile(r"\b(?:aria-label|alt|title|placeholder)=\"([^\"]*)\"")
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
# An address, and the name of a thing in a program, are no words.
NO_WORDS = re.compile(r"https?://[^\s\"<>]+|\b\w*_\w*\b|\b[\w/-]+\.(?:md|csv|jsonl?|ipynb|html)\b")
# Between two of these stands no sentence: fields of a list, lines, marks.
BREAK = re.compile(r"[\n\t|;:.,()\[\]{}<>=/\"“”*+–—-]")


def texts(value) -> Iterator[str]:
    """Give every text in a value of lists and mappings; the names in a mapping are no text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each)


def nodes(text: str) -> Iterator[str]:
    """Give the pieces of a text that a person reads or hears, without their markup."""
    seen = UNSEEN.sub(" ", text)
    for label in READ_ALOUD.findall(seen):
        yield html.unescape(label)
    for piece in TAG.split(seen):
        if piece.strip():
            yield html.unescape(piece).strip()


def cells(datasets: Path) -> list[str]:
    """Give what stands in the tables of the course: names, sources and notes of figures."""
    found = set()
    for path in datasets.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found |= {cell.strip() for row in csv.reader(file) for cell in row}
    return sorted((c for c in found if len(WORD.findall(c)) > 1), key=len, reverse=True)


def plain_runs(text: str, data: list[str], run: int = RUN) -> list[str]:
    """Give each run of plain words in a text that no table of the course holds."""
    for cell in data:
        if cell in text:
            text = text.replace(cell, " | ")
    text = NO_WORDS.sub(" | ", text)
    found = []
    for piece in BREAK.split(text):
        row = []
        for word in [*WORD.findall(piece), "é"]:
            if not accented(word):
                row.append(word)
                continue
            if len(row) >= run and sum(len(word) > 2 for word in row) > 1:
                found.append(" ".join(row))
            row = []
    return found


def english(value, data: list[str], run: int = RUN) -> list[str]:
    """Give what is still in English of everything that a person can read in a value."""
    pieces = dict.fromkeys(node for text in texts(value) for node in nodes(text))
    return [found for piece in pieces for found in plain_runs(piece, data, run)]
