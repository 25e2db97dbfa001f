"""Days as people write them: dates, months, weeks and quarters of a year."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from ...errors import WorkbookError
from ...words import word
from .trouble import Trouble
from .vocabulary import MONTHS

__all__ = ["DATE", "day_of", "days_of", "has_no_year", "has_time", "is_date", "readings"]

DAY_ONE, SERIALS = date(1899, 12, 30), range(20_000, 80_000)  # 1954 to 2119
ZONE = r" ?(?:Z|UTC|GMT|Uhr|[+-]\d{2}:?\d{2})?"
TIME = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?"
CLOCK = rf"(?:[T ,]+{TIME}{ZONE})?"
ORDINAL = r"(?:st|nd|rd|th|er|[.ºª°])?"
NUMERIC = re.compile(rf"(\d{{1,4}})([-/.])\s?(\d{{1,2}})\2\s?(\d{{1,4}})\.?{CLOCK}", re.IGNORECASE)
DAY_MONTH = re.compile(
    rf"(\d{{1,2}}){ORDINAL}(?: of)?[-/ ]([^\W\d]{{3,12}})\.?,?[-/ ](\d{{2,4}}){CLOCK}",
    re.IGNORECASE,
)
MONTH_DAY = re.compile(
    rf"([^\W\d]{{3,12}})\.? (\d{{1,2}}){ORDINAL},? (\d{{4}}){CLOCK}", re.IGNORECASE
)
SPANISH = re.compile(r"(\d{1,2})[.º°]? de ([^\W\d]{3,12}) del? (\d{4})", re.IGNORECASE)
EAST_ASIAN = re.compile(r"(\d{4})[年년] ?(\d{1,2})[月월] ?(\d{1,2})[日일]")
WEEK_DAY = re.compile(r"((?:19|20)\d{2})-?W(\d{2})-?([1-7])", re.IGNORECASE)
SHORT = re.compile(r"\d{2}([-/.])\d{1,2}\1\d{2}\.?\b.*")  # two digits for the year, at either end
WIDER = 10  # times as many days between the first and the last as another reading gives
DATE = re.compile(
    r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}\b.*|\d{1,2}[-/ ][^\W\d]{3,9}\b.*|[^\W\d]{3,9}[-/ ]\d{1,4}"
)
WEEKDAY = re.compile(r"[^\W\d]{2,10}\.?,? +(?=\S)")
COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
YEAR_MONTH = re.compile(r"((?:19|20)\d{2})[-/](\d{1,2})")
MONTH_YEAR = re.compile(r"(\d{1,2})[-/.]((?:19|20)\d{2})")
NAMED_MONTH = re.compile(r"([^\W\d]{3,12})\.?(?: de)?[-/ ,]+((?:19|20)\d{2})")
YEAR_WEEK = re.compile(r"((?:19|20)\d{2})[- /]?(?:W|KW|wk|week) ?(\d{1,2})", re.IGNORECASE)
WEEK_YEAR = re.compile(
    r"(?:W|KW|wk|week|woche|semana|semaine|settimana) ?(\d{1,2})[-/ .,]+((?:19|20)\d{2}"
    r"|(?<=/)\d{2})",
    re.IGNORECASE,
)
QUARTER = re.compile(r"Q([1-4])[- /]*((?:19|20)\d{2})", re.IGNORECASE)
YEAR_QUARTER = re.compile(r"((?:19|20)\d{2})[- /]*Q([1-4])", re.IGNORECASE)
NO_YEAR = re.compile(
    r"\d{1,2}\. ?\d{1,2}\.|\d{1,2}[/-]\d{1,2}"
    r"|\d{1,2}\.?[-/ ]([^\W\d]{3,10})\.?|([^\W\d]{3,10})\.?[-/ ]\d{1,2}"
)


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
    if any(form.fullmatch(text) for form in (NUMERIC, DAY_MONTH, MONTH_DAY, SPANISH)):
        return True
    return day_of(text, "day-first") is not None


def has_no_year(text: str) -> bool:
    """Say whether a text is a day and a month without a year.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> has_no_year("5.1."), has_no_year("Jan 5"), has_no_year("week 5")
    (True, True, False)
    """
    match = NO_YEAR.fullmatch(text)
    name = (match[1] or match[2]) if match else None
    return bool(match) and (name is None or name.casefold() in MONTHS)


def has_time(text: str) -> bool:
    """Say whether a time of day stands behind a date.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> has_time("2026-03-01 10:15"), has_time("46082.375"), has_time("01.03.2026")
    (True, True, False)
    """
    serial, _, part = text.partition(".")
    if part.isdecimal() and is_date(serial):
        return bool(part.strip("0"))
    return bool(re.search(rf"[T ,]{TIME}{ZONE}$", text, re.IGNORECASE)) and is_date(text)


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
    read = readings(distinct, order)
    best = list(read)
    if len(best) > 1 and (odd := [t for t in texts if t and read[best[0]][t] != read[best[1]][t]]):
        both = {"first": read[best[0]][odd[0]], "second": read[best[1]][odd[0]]}
        raise WorkbookError(word("table", "ask_dates", cell=odd[0], **both))
    for text, row in zip(texts, rows, strict=True):
        if text and read[best[0]][text] is None:
            trouble.add(row, "date", "no_date", text)
    return [read[best[0]].get(text) for text in texts]


def readings(texts: Iterable[str], order: str) -> dict[str, dict[str, date | None]]:
    """Read dates in each order that fits them best.

    Parameters
    ----------
    texts : iterable of str
    order : str
        ``day-first`` or ``month-first``; empty where the dates show it.

    Returns
    -------
    dict of str to dict
        For each order, the day of each text. Two digits for the year stand first only where the
        dates lie close together so, and far apart in any other order.

    Examples
    --------
    >>> list(readings(["13/4/2026", "1/5/2026"], "")), list(readings(["1/4/2026"], ""))
    (['day-first'], ['day-first', 'month-first'])
    >>> list(readings(["26-03-30", "26-04-06"], ""))
    ['year-first']
    """
    held = list(dict.fromkeys(texts))
    orders = [order] if order else ["day-first", "month-first"]
    read = {name: {text: day_of(text, name) for text in held} for name in orders}
    failing = {name: sum(day is None for day in days.values()) for name, days in read.items()}
    best = {name: read[name] for name in orders if failing[name] == min(failing.values())}
    if order or not any(map(SHORT.fullmatch, held)):
        return best
    first = {text: day_of(text, "year-first") for text in held}
    close = None not in first.values() and all(
        _days_between(first) * WIDER < _days_between(days) for days in best.values()
    )
    if not _in_order(first) and any(map(_in_order, best.values())):
        return best  # as every first of a half-year is: 01.01.20, 01.07.20, 01.01.21
    return {"year-first": first} if close else best


def _in_order(days: dict[str, date | None]) -> bool:
    known = [day for day in days.values() if day]
    return known in (sorted(known), sorted(known, reverse=True))


def _days_between(days: dict[str, date | None]) -> int:
    known = [day for day in days.values() if day]
    return (max(known) - min(known)).days if known else 0


def day_of(text: str, order: str) -> date | None:
    """Read a date; of a month, a week or a quarter the first day.

    Parameters
    ----------
    text : str
    order : str
        ``day-first`` or ``month-first``: what 3/4/2026 is; ``year-first`` for 26-04-03.

    Returns
    -------
    date or None
        None where this is no date.

    Examples
    --------
    >>> str(day_of("Mon 3/4/2026", "day-first")), str(day_of("2026-W02", "day-first"))
    ('2026-04-03', '2026-01-05')
    """
    found = _whole_day(text, order) or _part_of_year(text)
    match = None if found else WEEKDAY.match(text)
    return found or (_whole_day(text[match.end() :], order) if match else None)


def _part_of_year(text: str) -> date | None:
    """Read a month, a week or a quarter of a year, by its first day."""
    for form, day in PARTS:
        if match := form.fullmatch(text):
            return day(*match.groups())
    return None


def _week(year: str, week: str, day: str = "1") -> date | None:
    try:
        return date.fromisocalendar(_year(int(year), year), int(week), int(day))
    except ValueError:
        return None


def _whole_day(text: str, order: str) -> date | None:
    serial = text.partition(".")[0]
    if serial.isdecimal() and len(serial) == len(str(SERIALS.start)):
        return DAY_ONE + timedelta(int(serial)) if int(serial) in SERIALS else None
    if match := NUMERIC.fullmatch(text):
        first, second, third = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4:  # noqa: PLR2004 - a year
            return _date(first, second, third)
        if order == "year-first" and len(match[1]) == len(match[4]) == 2:  # noqa: PLR2004
            return _date(_year(first, match[1]), second, third)
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


def _month(year: str, month: str, day: str = "1") -> date | None:
    number = int(month) if month.isdecimal() else MONTHS.get(month.casefold(), 0)
    return _date(int(year), number, int(day))


def _quarter(year: str, quarter: str) -> date | None:
    return _date(int(year), 3 * int(quarter) - 2, 1)


PARTS: tuple[tuple[re.Pattern, Callable[..., date | None]], ...] = (
    (COMPACT, _month),
    (EAST_ASIAN, _month),
    (YEAR_MONTH, _month),
    (MONTH_YEAR, lambda month, year: _month(year, month)),
    (NAMED_MONTH, lambda month, year: _month(year, month)),
    (YEAR_QUARTER, _quarter),
    (QUARTER, lambda quarter, year: _quarter(year, quarter)),
    (YEAR_WEEK, _week),
    (WEEK_DAY, _week),
    (WEEK_YEAR, lambda week, year: _week(year, week)),
)
