"""Sessions as numbers: 1, 2, 3; "week 3"; or dates, put in order within each case."""

import re
from datetime import date, timedelta

from ...errors import WorkbookError
from ...words import Message, word
from .trouble import Trouble
from .vocabulary import MONTHS

__all__ = ["DATE", "days_of", "is_date", "session_numbers"]

LAST_SESSION = 9999  # above this a number is a date as a spreadsheet keeps it, or a mistake
DAY_ONE, SERIALS = date(1899, 12, 30), range(20_000, 80_000)  # 1954 to 2119
WHOLE = re.compile(r"\+?(\d{1,18})(\.0*)?")
NAMED = re.compile(r"([^\W\d]+(?: [^\W\d]+)*\.?) *[#_-]? *(\d{1,4})", re.IGNORECASE)
CLOCK = r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?Z?)?"
NUMERIC = re.compile(rf"(\d{{1,4}})([-/.])\s?(\d{{1,2}})\2\s?(\d{{1,4}}){CLOCK}", re.IGNORECASE)
DAY_MONTH = re.compile(rf"(\d{{1,2}})\.?[-/ ]([^\W\d]{{3,10}})\.?,?[-/ ](\d{{2,4}}){CLOCK}")
MONTH_DAY = re.compile(rf"([^\W\d]{{3,10}})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){CLOCK}")
SPANISH = re.compile(r"(\d{1,2}) de ([^\W\d]{3,10}) de (\d{4})")
DATE = re.compile(
    r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}\b.*|\d{1,2}[-/ ][^\W\d]{3,9}\b.*|[^\W\d]{3,9}[-/ ]\d{1,4}"
)
CENTURY = 100


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
    if distinct and all(named.values()) and len(heads) == 1:
        found = {text: int(match[2]) for text, match in named.items() if match}
        numbers = [found[text] if text else _no(trouble, row, "no_number", "")
                   for text, row in zip(texts, rows, strict=True)]  # fmt: skip
        return numbers, [word("sessions", "session_words", cell=min(distinct, key=len))]
    known = {text: _whole(text) for text in distinct}
    return [known.get(text) or _no(trouble, row, *_why(text), last=LAST_SESSION)
            for text, row in zip(texts, rows, strict=True)], []  # fmt: skip


def _whole(text: str) -> int:
    match = WHOLE.fullmatch(text)
    number = int(match[1]) if match else 0
    return number if number <= LAST_SESSION else 0


def _no(trouble: Trouble, row: int, name: str, cell: str, **values) -> int:
    trouble.add(row, "session", name, cell, **values)
    return 0


def _why(text: str) -> tuple:
    """Name what stands in the place of a session number."""
    if not text:
        return "no_number", ""
    if (match := WHOLE.fullmatch(text)) and int(match[1]) > LAST_SESSION:
        return "late_session", text
    if NAMED.fullmatch(text):
        return "holds_word", text
    if DATE.fullmatch(text):
        return "date", text
    plain = re.fullmatch(r"[+-]?\d*[.,]?\d+", text.replace("\N{MINUS SIGN}", "-"))
    return ("odd_session" if plain else "not_a_session"), text


def is_date(text: str) -> bool:
    """Say whether a text has the form of a date.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> is_date("13.4.2026"), is_date("week 13")
    (True, False)
    """
    serial = text.partition(".")[0]
    if serial.isdecimal() and len(serial) == len(str(SERIALS.start)) and int(serial) in SERIALS:
        return True
    return any(form.fullmatch(text) for form in (NUMERIC, DAY_MONTH, MONTH_DAY, SPANISH))


def _dates(texts, cases, rows, order, trouble) -> tuple[list[int], list[Message]]:
    orders = [order] if order else ["day-first", "month-first"]
    distinct = set(texts)
    read = {name: {text: _day(text, name) for text in distinct} for name in orders}
    failing = {name: sum(day is None for day in days.values()) for name, days in read.items()}
    best = [name for name in orders if failing[name] == min(failing.values())]
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


def days_of(texts: list[str], rows: list[int], order: str, trouble: Trouble) -> list[date | None]:
    """Read dates, where it matters which day each is.

    Parameters
    ----------
    texts : list of str
        An empty one is None.
    rows : list of int
    order : str
        ``day-first``, ``month-first``, or empty where the dates show it.
    trouble : Trouble
        Takes what is no date.

    Raises
    ------
    WorkbookError
        When 3/4/2026 may be two days.

    Examples
    --------
    >>> str(days_of(["13.4.2026"], [2], "", Trouble())[0])
    '2026-04-13'
    """
    distinct = {text for text in texts if text}
    orders = [order] if order else ["day-first", "month-first"]
    read = {name: {text: _day(text, name) for text in distinct} for name in orders}
    failing = {name: sum(day is None for day in days.values()) for name, days in read.items()}
    best = [name for name in orders if failing[name] == min(failing.values())]
    if len(best) > 1 and (odd := [t for t in texts if t and read[best[0]][t] != read[best[1]][t]]):
        both = {"first": read[best[0]][odd[0]], "second": read[best[1]][odd[0]]}
        raise WorkbookError(word("table", "ask_dates", cell=odd[0], **both))
    for text, row in zip(texts, rows, strict=True):
        if text and read[best[0]][text] is None:
            trouble.add(row, "date", "no_date", text)
    return [read[best[0]].get(text) for text in texts]


def _ranks(days: list, cases: list[int]) -> list[int]:
    """Give the days of each case their number in order; 0 where there is none."""
    held: dict[int, set] = {}
    for day, case in zip(days, cases, strict=True):
        if day:
            held.setdefault(case, set()).add(day)
    places = {case: {day: n for n, day in enumerate(sorted(found), 1)}
              for case, found in held.items()}  # fmt: skip
    return [places[case][day] if day else 0 for day, case in zip(days, cases, strict=True)]


def _day(text: str, order: str) -> date | None:
    """Read a date; the order says what 3/4/2026 is."""
    serial = text.partition(".")[0]
    if serial.isdecimal() and len(serial) == len(str(SERIALS.start)):
        return DAY_ONE + timedelta(int(serial)) if int(serial) in SERIALS else None
    if match := NUMERIC.fullmatch(text):
        first, second, third = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4:  # noqa: PLR2004 - a year
            return _date(first, second, third)
        by_day = match[2] == "." or order == "day-first"  # nobody writes month.day.year
        day, month = (first, second) if by_day else (second, first)
        return _date(_year(third, match[4]), month, day)
    for form, places in ((DAY_MONTH, (1, 2)), (SPANISH, (1, 2)), (MONTH_DAY, (2, 1))):
        if match := form.fullmatch(text):
            month = MONTHS.get(match[places[1]].casefold(), 0)
            return _date(_year(int(match[3]), match[3]), month, int(match[places[0]]))
    return None


def _year(year: int, text: str) -> int:
    return year + 2000 if len(text) < 3 else year  # noqa: PLR2004 - written with two digits


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
