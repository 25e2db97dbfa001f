"""What a person says about a table: names of columns, of phases, codes, a range."""

import math
import re
from typing import NamedTuple

from ...errors import WorkbookError
from ...words import word
from .vocabulary import plain

__all__ = ["EXTRA", "KEYS", "Options", "chosen", "column_pairs", "codes", "limits", "pairs"]

NEEDED = ("session", "phase", "outcome")
EXTRA = ("person", "practitioner", "person_cards", "practitioner_cards", "cards")
KEYS = ("case", *NEEDED, "measure", *EXTRA)
KEY = re.compile(rf"(?:^|,)\s*({'|'.join(sorted(KEYS, key=len, reverse=True))})\s*=", re.IGNORECASE)
SOME_KEY = re.compile(r"(?:^|,)\s*(\w+)\s*=")


class Options(NamedTuple):
    """What is said about a table; everything may be left out.

    Parameters
    ----------
    columns : str
        ``case=worker, outcome=rating`` where the columns have other names.
    wide : str
        ``week: north=7, south=10`` for a table with one column for each case.
    sheet : str
        Of a workbook.
    before, after, leave_out : str
        Words of the phases, or of the sessions where no column holds a phase.
    missing : str
        Codes that stand for a missing value, such as ``99, -9``.
    range : str
        The values that are possible, such as ``1:5``; or for each measure ``voice=1:5``.
    decimal : str
        ``point`` or ``comma``; empty where the numbers show it.
    dates : str
        ``day-first`` or ``month-first``; empty where the dates show it.
    average : bool
        Several rows of one session are one card each: take their mean.
    count_on : bool
        Sessions that begin at 1 again in a later phase are counted on.

    Examples
    --------
    >>> Options(decimal="comma").missing
    ''
    """

    columns: str = ""
    wide: str = ""
    sheet: str = ""
    before: str = ""
    after: str = ""
    leave_out: str = ""
    missing: str = ""
    range: str = ""
    decimal: str = ""
    dates: str = ""
    average: bool = False
    count_on: bool = False


def pairs(text: str) -> dict[str, str]:
    """Read a list such as ``north=increase, south=decrease``; a name may hold commas.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> pairs("north=4, Ward 2, evenings=5")
    {'north': '4', 'Ward 2, evenings': '5'}
    """
    found: dict[str, str] = {}
    held = ""
    for part in text.split(","):
        name, sign, value = (piece.strip() for piece in f"{held}{part}".rpartition("="))
        if not sign:
            held = f"{held}{part},"
            continue
        held = ""
        if not (name and value) or name in found:
            raise WorkbookError(word("sessions", "odd_pair", text=part.strip()[:40]))
        found[name] = value
    if held:
        raise WorkbookError(word("sessions", "odd_pair", text=held[:-1].strip()[:40]))
    return found


def column_pairs(text: str) -> dict[str, list[str]]:
    """Read which columns are meant; names may hold commas, and outcome may be said twice.

    Parameters
    ----------
    text : str
        ``case=Case, client, outcome=Mean, 1 to 5``.

    Examples
    --------
    >>> column_pairs("case=Case, client, outcome=Mean, 1 to 5")
    {'case': ['Case, client'], 'outcome': ['Mean, 1 to 5']}
    """
    found: dict[str, list[str]] = {}
    places = list(KEY.finditer(text))
    head = text[: places[0].start()] if places else text
    if odd := SOME_KEY.match(head):
        about = {"column": odd[1][:40], "known": ", ".join(KEYS)}
        raise WorkbookError(word("sessions", "odd_column", **about))
    if head.strip(" ,"):
        raise WorkbookError(word("sessions", "odd_pair", text=head.strip()[:40]))
    for place, following in zip(places, [*places[1:], None], strict=True):
        value = text[place.end() : following.start() if following else None]
        value, key = value.strip(" ,").strip("\"'").strip(), place[1].casefold()
        if not value or (key in found and key != "outcome"):
            raise WorkbookError(word("sessions", "odd_pair", text=place[0].strip(" ,")[:40]))
        found.setdefault(key, []).append(value)
    return found


def chosen(text: str, labels: list[str], option: str) -> list[str]:
    """Find the labels that a list names, where a label may hold commas and ``1-6`` is a stretch.

    Parameters
    ----------
    text : str
        ``W1, W2`` or ``wk1-wk6``.
    labels : list of str
        All there are, in order.
    option : str
        Which one this is, for the message.

    Raises
    ------
    WorkbookError
        When a part names no label.

    Examples
    --------
    >>> chosen("w1-w3, W9", ["W1", "W2", "W3", "W4", "W9"], "--before")
    ['W1', 'W2', 'W3', 'W9']
    """
    known = {plain(label): label for label in labels}
    pieces, found = text.split(","), []
    while pieces:
        for length in range(len(pieces), 0, -1):
            part = ",".join(pieces[:length]).strip().strip("\"'")
            if not part or (named := _named(part, known, labels)):
                found += named if part else []
                del pieces[:length]
                break
        else:
            about = {"option": option, "text": pieces[0].strip()[:40]}
            about["known"] = ", ".join(labels[:20])
            raise WorkbookError(word("table", "no_label", **about))
    return found


def _named(part: str, known: dict[str, str], labels: list[str]) -> list[str]:
    if plain(part) in known:
        return [known[plain(part)]]
    for sign in ("..", ":", "\N{EN DASH}", "-", " to "):
        first, _, last = (plain(piece) for piece in part.partition(sign))
        if first in known and last in known:
            start, end = (labels.index(known[each]) for each in (first, last))
            return labels[start : end + 1]
    return []


def codes(text: str) -> list[str]:
    """Give the codes of a list.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> codes("99, -9, x")
    ['99', '-9', 'x']
    """
    return [part.strip().replace("\N{MINUS SIGN}", "-") for part in text.split(",") if part.strip()]


def limits(text: str, measure: str) -> tuple[float, float] | None:
    """Give the lowest and the highest value that are possible for a measure.

    Parameters
    ----------
    text : str
        ``1:5`` or ``voice=1:5, trust=0:10``.
    measure : str

    Returns
    -------
    tuple of float or None
        None where nothing is said.

    Examples
    --------
    >>> limits("1:5", ""), limits("voice=1:5", "trust")
    ((1.0, 5.0), None)
    """
    if not text:
        return None
    if "=" in text:
        each = {plain(name): span for name, span in pairs(text).items()}
        text = each.get(plain(measure), "")
        return limits(text, "") if text else None
    low, _, high = text.partition(":")
    try:
        ends = float(low or "-inf"), float(high or "inf")
    except ValueError:
        ends = math.nan, math.nan
    if ":" not in text or not ends[0] < ends[1]:
        raise WorkbookError(word("table", "odd_range", text=text[:40]))
    return ends
