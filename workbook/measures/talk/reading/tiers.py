"""Rows of a table: with a column of speakers, with names before the words, or a column for each."""

import re
from collections.abc import Mapping

from ....words import word
from ...result import is_missing
from .labels import split_label, time_beside
from .rows import Found, Row
from .shapes import shape
from .voices import Head, voices_of

__all__ = ["named_in", "row_of", "rows_of_tiers"]

RANGE = re.compile(r"\s*(\S+)\s*(?:-->|[-–—])\s*(\d\S*)\s*")
FEW = 1.5  # columns with words in a row: more is no talk by turns
MOST_TIERS = 30


def row_of(number: int, row: dict, known: Mapping[str, str]) -> Row:
    """Pick what we know out of one row of a table.

    Parameters
    ----------
    number : int
        The row as a person counts it.
    row : dict
        Column to value.
    known : mapping of str to str
        Our name of a column to that of the table.

    Examples
    --------
    >>> row_of(2, {"who": "Ines", "said": "Hello."}, {"speaker": "who", "text": "said"}).text
    'Hello.'
    """
    start, stop, speaker, text, code = (
        row.get(known[name]) if name in known else None
        for name in ("start", "stop", "speaker", "text", "code")
    )
    if isinstance(start, str) and stop in (None, "") and (span := RANGE.fullmatch(start)):
        start, stop = span[1], span[2]
    speaker, beside = time_beside(_text(speaker))
    start = beside if beside and start in (None, "") else start
    return Row(number, speaker, _text(text), start, stop, _text(code))


def named_in(rows, known: Mapping[str, str], answers: Mapping[str, bool] | None) -> Found | None:
    """Read a table without a column of speakers, where names stand before the words.

    Parameters
    ----------
    rows : list of (int, dict)
    known : mapping of str to str
    answers : mapping of str to bool or None
        Label to whether it is somebody who speaks.

    Returns
    -------
    Found or None
        None when the first words have no name before them.

    Examples
    --------
    >>> rows = [(2, {"text": "Ines: Hello."}), (3, {"text": "Dalia: Hi."})]
    >>> [row.speaker for row in named_in(rows, {"text": "text"}, None).rows]
    ['Ines', 'Dalia']
    """
    found = [row_of(number, row, known) for number, row in rows]
    labels = {n: label for n, row in enumerate(found) if (label := split_label(row.text))}
    heads = [Head(n, found[n].row, found[n].text, label) for n, label in labels.items()]
    places, asked = voices_of(heads, answers, (row.text for row in found))
    if 0 not in places:
        return None
    speaker, named = "", []
    for n, row in enumerate(found):
        said, start = row.text, row.start
        if n in places:
            speaker, said = labels[n].name, labels[n].rest
            start = labels[n].start if start in (None, "") else start
        named.append(row._replace(speaker=speaker, text=said, start=start))
    carried = len(found) - len(places)
    return Found(
        named, [word("talk_notes", "carried_rows", count=carried)] if carried else [], asked
    )


def rows_of_tiers(rows, known: Mapping[str, str]) -> Found | None:
    """Read a table with times and a column of words for each person, as ELAN exports it.

    Parameters
    ----------
    rows : list of (int, dict)
    known : mapping of str to str

    Returns
    -------
    Found or None
        None when the columns are not named by people, or several speak in most rows.

    Examples
    --------
    >>> rows = [(2, {"Begin": "0:01", "Ines": "Hello.", "Dalia": ""}),
    ...         (3, {"Begin": "0:05", "Ines": "", "Dalia": "Hi."})]
    >>> [row.speaker for row in rows_of_tiers(rows, {"start": "Begin"}).rows]
    ['Ines', 'Dalia']
    """
    known = {ours: name for ours, name in known.items() if ours in ("start", "stop")}
    header = [name for name in rows[0][1] if name not in known.values()]
    names = [name for name in header if any(_text(row.get(name)) for _, row in rows)]
    found = [
        row_of(number, row, {**known, "text": name})._replace(speaker=str(name))
        for number, row in rows for name in names if _text(row.get(name))
    ]  # fmt: skip
    people = 2 <= len(names) <= MOST_TIERS and all(map(_is_person, names))
    once = len(found) == len(rows) and all(len(row.text.split()) > 0 for row in found)
    fits = people and ("start" in known or once) and 0 < len(found) <= FEW * len(rows)
    return Found(found, (), (), ordered=False) if fits else None


def _is_person(column) -> bool:
    return bool(_text(column)) and shape(_text(column).title()) == "sure"


def _text(value) -> str:
    return "" if is_missing(value) else str(value).strip()
