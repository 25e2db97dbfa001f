"""Sessions as numbers: 1, 2, 3; "week 3"; or dates, put in order within each case."""

import re
from collections.abc import Iterable

from ...errors import WorkbookError
from ...words import Message, word
from .days import DATE, has_no_year, is_date, readings
from .trouble import Trouble

__all__ = ["NAMED", "session_numbers", "shift_of"]

LAST_SESSION = 9999  # above this a number is a date as a spreadsheet keeps it, or a mistake
WHOLE = re.compile(r"([+-]?\d{1,18})(\.0*)?")
NAMED = re.compile(r"([^\W\d]+(?: [^\W\d]+)*\.?) *[#_\N{MINUS SIGN}-]? *(\d{1,4})", re.IGNORECASE)


def session_numbers(
    texts: list[str], cases: list[int], rows: list[int], order: str, trouble: Trouble
) -> tuple[list[int], list[Message]]:
    """Read session numbers; dates are numbered in their order within each case.

    Parameters
    ----------
    texts : list of str
        One for each row.
    cases : list of int
        Whose row it is.
    rows : list of int
        Row numbers, for messages.
    order : str
        ``day-first``, ``month-first``, or empty where the dates show it.
    trouble : Trouble
        Takes what cannot be read.

    Returns
    -------
    numbers : list of int
        0 where a cell cannot be read.
    notes : list of Message

    Raises
    ------
    WorkbookError
        When 3/4/2026 may be two days and the order of sessions depends on it.

    Examples
    --------
    >>> session_numbers(["2026-01-12", "2026-01-05"], [0, 0], [2, 3], "", Trouble())[0]
    [2, 1]
    """
    distinct = {text for text in texts if text}
    likely = sum(is_date(text) for text in distinct)
    if likely * 2 > len(distinct):
        return _dates(texts, cases, rows, order, trouble)
    named = {text: NAMED.fullmatch(text) for text in distinct}
    heads = {match[1].casefold().rstrip(".") for match in named.values() if match}
    notes: list[Message] = []
    if distinct and all(named.values()) and len(heads) == 1:
        known = {text: _counted(match) for text, match in named.items() if match}
        notes.append(word("sessions", "session_words", cell=min(distinct, key=len)))
    else:
        known = {text: n for text in distinct if (n := _whole(text)) is not None}
    numbers = [known[text] if text in known else _no(trouble, row, *_why(text), last=LAST_SESSION)
               for text, row in zip(texts, rows, strict=True)]  # fmt: skip
    if len(known) < len(distinct) or not (shift := shift_of(distinct)):
        return numbers, notes
    first = min(known.values())
    notes.append(word("sessions", "from_first", first=first, shift=shift))
    return [n + shift if text else 0 for n, text in zip(numbers, texts, strict=True)], notes


def shift_of(texts: Iterable[str]) -> int:
    """Say by how much sessions that begin at 0, or below it, are counted on to begin at 1.

    Parameters
    ----------
    texts : iterable of str

    Examples
    --------
    >>> shift_of(["-2", "-1", "1"]), shift_of(["week 0", "week 1"]), shift_of(["1", "2"])
    (3, 1, 0)
    """
    named = [match for text in texts if (match := NAMED.fullmatch(text))]
    found = [_counted(match) for match in named] or [
        n for text in texts if (n := _whole(text)) is not None
    ]
    return max(0, 1 - min(found, default=1))


def _counted(match: re.Match) -> int:
    """Read the number of "week 3"; "week -3" lies before the start."""
    below = match[0][: match.start(2)].endswith((" -", " \N{MINUS SIGN}"))
    return -int(match[2]) if below else int(match[2])


def _whole(text: str) -> int | None:
    match = WHOLE.fullmatch(text.replace("\N{MINUS SIGN}", "-"))
    number = int(match[1]) if match else None
    return number if number is not None and abs(number) <= LAST_SESSION else None


def _no(trouble: Trouble, row: int, name: str, cell: str, **values) -> int:
    trouble.add(row, "session", name, cell, **values)
    return 0


def _why(text: str) -> tuple:
    """Name what stands in the place of a session number."""
    if not text:
        return "no_number", ""
    if (match := WHOLE.fullmatch(text)) and int(match[1]) > LAST_SESSION:
        return "late_session", text
    if has_no_year(text):
        return "no_year", text
    if NAMED.fullmatch(text):
        return "holds_word", text
    if DATE.fullmatch(text):
        return "date", text
    plain = re.fullmatch(r"[+-]?\d*[.,]?\d+", text.replace("\N{MINUS SIGN}", "-"))
    return ("odd_session" if plain else "not_a_session"), text


def _dates(texts, cases, rows, order, trouble) -> tuple[list[int], list[Message]]:
    read = readings(texts, order)
    best = list(read)
    ranked = {name: _ranks([read[name][text] for text in texts], cases) for name in best}
    if len({tuple(each) for each in ranked.values()}) > 1:
        text = next(t for t in texts if read[best[0]][t] != read[best[1]][t])
        both = {"first": read[best[0]][text], "second": read[best[1]][text]}
        raise WorkbookError(word("table", "ask_dates", cell=text, **both))
    days = read[best[0]]
    for text, row in zip(texts, rows, strict=True):
        if days[text] is None:
            trouble.add(row, "session", "no_date" if text else "no_number", text)
    known = [day for day in days.values() if day]
    about = {"first": min(known), "last": max(known)} if known else {"first": "", "last": ""}
    return ranked[best[0]], [word("sessions", "dates", **about)]


def _ranks(days: list, cases: list[int]) -> list[int]:
    """Give the days of each case their number in order; 0 where there is none."""
    held: dict[int, set] = {}
    for day, case in zip(days, cases, strict=True):
        if day:
            held.setdefault(case, set()).add(day)
    places = {case: {day: n for n, day in enumerate(sorted(found), 1)}
              for case, found in held.items()}  # fmt: skip
    return [places[case][day] if day else 0 for day, case in zip(days, cases, strict=True)]
