"""Which column of a table is which, by its name or by what stands in it."""

import csv
import re
from functools import cache
from pathlib import Path

from .shapes import shape
from .times import CLOCK

__all__ = [
    "QUOTES",
    "TIME",
    "known_columns",
    "likely_columns",
    "plain",
    "time_scale",
    "without_header",
]

LISTS = Path(__file__).parents[2] / "word_lists" / "columns.csv"
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"'})
MILLISECONDS = re.compile(r"(?:^|_)(?:ms|msec|millis|milliseconds?)(?:_|$)|[a-z]M[sS]$|_ms$")
UNITS = re.compile(r"[\s(\[-]*(?:hh:)?mm:ss(?:[.:,]\w{1,3})?[)\]]*$", re.IGNORECASE)
WORDS_IN_NAMES = {"speaker": ("speaker", "hablante", "locuteur", "sprecher", "who"),
                  "text": ("text", "transcript", "transcription", "utterance", "said", "words"),
                  "start": ("start", "begin", "from"), "stop": ("end", "stop")}  # fmt: skip
LONGEST_NAME = 80  # letters of the name of a column
SLOW = 0.05  # words a second: slower than anybody speaks
LONG = 200  # seconds: longer than a row of talk is
TIME = re.compile(rf"\s*(?:{CLOCK}|\d{{1,9}}(?:[.,]\d{{1,9}})?)\s*")


@cache
def _names() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with LISTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["column"], []).append(plain(row["name"]))
    return found


def plain(cell) -> str:
    """Give the name of a column as it is compared.

    Examples
    --------
    >>> plain(" Speaker Name "), plain("startTime"), plain("Start (ms)")
    ('speaker_name', 'start_time', 'start_ms')
    """
    text = str(cell).translate(QUOTES).strip(' "\ufeff')
    text = UNITS.sub("", text) if len(text) <= LONGEST_NAME else text
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", text).casefold()
    return "_".join(part for part in re.split(r"[\s_().:/-]+", text) if part)


def known_columns(header) -> dict[str, int]:
    """Give our name of a column to its place in the header; the first name that fits counts.

    Examples
    --------
    >>> known_columns(["Hablante", "Texto"])
    {'speaker': 0, 'text': 1}
    """
    cells = [plain(cell) for cell in header]
    bare = [cell.removesuffix("_ms").removesuffix("_seconds").removesuffix("_s") for cell in cells]
    places: dict[str, int] = {}
    for n, (cell, short) in enumerate(zip(cells, bare, strict=True)):
        places.setdefault(cell, n)
        places.setdefault(short, n)
    found: dict[str, int] = {}
    for ours, names in _names().items():
        fits = (places[name] for name in names if name in places)
        place = next((n for n in fits if n not in found.values()), None)
        if place is not None:
            found[ours] = place
    return found


def likely_columns(header) -> dict[str, int]:
    """Give the columns as `known_columns` does, and those whose name holds one of our words.

    Examples
    --------
    >>> likely_columns(["Start of turn", "Speaker or role", "Clean transcript"])
    {'speaker': 1, 'text': 2, 'start': 0}
    """
    found = known_columns(header)
    parts = [plain(cell).split("_") for cell in header]
    for ours, names in WORDS_IN_NAMES.items():
        places = [n for name in names for n, part in enumerate(parts)
                  if name in part and n not in found.values()]  # fmt: skip
        if ours not in found and places:
            found[ours] = places[0]
    return found


def time_scale(name: str, rows: list[tuple]) -> float:
    """Say by what times are divided to be seconds: 1000 where they are milliseconds.

    Parameters
    ----------
    name : str
        Of the column of starts.
    rows : list of (start, stop, text)
        As written.

    Examples
    --------
    >>> time_scale("start", [("5790", "9514", "What matters most to you today?")])
    1000.0
    >>> time_scale("start", [("5.79", "9.51", "What matters?")])
    1.0
    >>> time_scale("start", [("0", "60", "Yes.")])
    1.0
    """
    if MILLISECONDS.search(plain(name)):
        return 1000.0
    pace = []
    for start, stop, text in rows:
        ends = [str(value).strip() for value in (start, stop)]
        if any(ends) and not all(
            each.isascii() and each.isdigit() and len(each) < 10 for each in ends
        ):
            return 1.0
        if all(ends) and (length := int(ends[1]) - int(ends[0])) > 0 and str(text).strip():
            pace.append((len(str(text).split()) / length, length))
    pace.sort()
    middle, length = pace[len(pace) // 2] if pace else (1.0, 0)
    return 1000.0 if middle < SLOW and length >= LONG else 1.0


def _unlike_names(cells: list[str]) -> tuple[float, float]:
    """Rank columns: names come again, and look like names; words do neither."""
    odd = sum(len(cell) > 60 or shape(cell) != "sure" for cell in cells)
    return len(set(cells)) / len(cells), odd / len(cells)


def without_header(rows: list[list[str]]) -> list[str]:
    """Name the columns of a table without a header by what stands in them.

    Parameters
    ----------
    rows : list of list of str
        All of one length.

    Returns
    -------
    list of str
        ``speaker``, ``text``, ``start``, ``stop`` or a name of no meaning for each column; empty
        when no column of speakers and of words can be told.

    Examples
    --------
    >>> without_header([["Ines", "0:05", "What matters?"], ["Dalia", "0:09", "The school."]])
    ['speaker', 'start', 'text']
    """
    columns = list(zip(*rows, strict=True))
    filled = [[cell for cell in column if cell.strip()] for column in columns]
    times = [n for n, cells in enumerate(filled) if cells and all(map(TIME.fullmatch, cells))]
    clocks = [n for n in times if any(":" in cell for cell in filled[n])]
    others = [n for n, cells in enumerate(filled) if cells and n not in times]
    if len(others) < 2:
        return []
    speaker = min(others, key=lambda n: _unlike_names(filled[n]))
    text = max((n for n in others if n != speaker), key=lambda n: sum(map(len, filled[n])))
    names = [f"other_{n}" for n in range(len(columns))]
    names[text], names[speaker] = "text", "speaker"
    for name, n in zip(("start", "stop"), clocks, strict=False):
        names[n] = name
    return names
