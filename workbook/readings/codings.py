"""How far two people agreed who coded an exercise before they saw its answers."""

import csv
import hashlib
import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ..measures.agreement import cohen_kappa
from ..words import word

__all__ = ["Coded", "codings", "fingerprint", "two_readers"]


class Coded(NamedTuple):
    """What two readers made of one line.

    Parameters
    ----------
    text : str
        Fingerprint of the words that they read.
    codes : tuple of frozenset
        The codes of the first and of the second reader.

    Examples
    --------
    >>> Coded("", (frozenset({"asks"}), frozenset())).codes[1]
    frozenset()
    """

    text: str
    codes: tuple[frozenset[str], frozenset[str]]


def fingerprint(text: str) -> str:
    """Give eight letters that change with the words of a line.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> fingerprint("Two  words") == fingerprint("Two words")
    True
    """
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


@lru_cache(maxsize=8)
def codings(table: Path) -> Mapping[str, Mapping[str, Coded]]:
    """Read the codes of both readers.

    Parameters
    ----------
    table : path
        CSV with the columns ``exercise``, ``line``, ``text`` (the fingerprint of the line),
        ``reader_1`` and ``reader_2``; several codes are set apart by semicolons, and an empty cell
        means that no code fits.

    Returns
    -------
    mapping
        Exercise to line to the codes of the first and of the second reader; empty without a table.

    Examples
    --------
    >>> codings(Path("nowhere.csv"))
    {}
    """
    if not table.is_file():
        return {}
    found: dict[str, dict[str, Coded]] = {}
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pair = _codes(row["reader_1"]), _codes(row["reader_2"])
            found.setdefault(row["exercise"], {})[row["line"]] = Coded(row["text"], pair)
    return found


def two_readers(
    coded: Mapping[str, Coded],
    reference: Mapping[str, Iterable[str]],
    codes: Iterable[str],
    names: Mapping[str, str],
) -> str:
    """Say how far two readers agree with each other, where they differ, and with the reference.

    Parameters
    ----------
    coded : mapping
        Line to the codes of both, for the lines that they read as they stand.
    reference : mapping
        Line to the codes that the exercise shows.
    codes : iterable of str
        All codes.
    names : mapping
        Line to a few words by which a learner knows it.

    Returns
    -------
    str
        A few sentences; empty when nobody coded a line that there is.

    Examples
    --------
    >>> two_readers({}, {"l1": ["asks"]}, ["asks"], {})
    ''
    """
    pairs = {line: coded[line].codes for line in reference if line in coded}
    if not pairs:
        return ""
    differ = [line for line, (first, second) in pairs.items() if first != second]
    about = {"same": len(pairs) - len(differ), "lines": len(pairs)}
    said = [word("readers", "same", **about), _beyond_chance(pairs.values(), list(codes))]
    if differ:
        said.append(word("readers", "differ", names="; ".join(names[line] for line in differ)))
    alike = [
        sum(pair[who] == frozenset(reference[n]) for n, pair in pairs.items()) for who in (0, 1)
    ]
    said.append(word("readers", "reference", first=alike[0], second=alike[1], lines=len(pairs)))
    return " ".join([*said, word("readers", "who")])


def _codes(cell: str) -> frozenset[str]:
    return frozenset(filter(None, (code.strip() for code in cell.split(";"))))


def _beyond_chance(pairs: Iterable[tuple], codes: list[str]) -> str:
    """Give kappa, where each code on each line is one decision."""
    marks = [[code in each for each in pair] for pair in pairs for code in codes]
    kappa = cohen_kappa(*zip(*marks, strict=True))
    if math.isnan(kappa.value):
        return str(kappa.reason)
    return word("readers", "kappa", kappa=f"{kappa.value:.2f}")
