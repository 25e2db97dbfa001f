"""When an answer was given: the week, never the day."""

from datetime import datetime

from ...journal import Entry
from ...journal.moment import believed
from ...words import Message, word

__all__ = ["NO_WEEK", "Week", "of_moment", "week_of", "week_words"]

Week = tuple[int, int]
NO_WEEK: Week = (0, 0)


def of_moment(moment: datetime) -> Week:
    """Give the year and the ISO week of a moment.

    Examples
    --------
    >>> of_moment(datetime(2027, 1, 2))
    (2026, 53)
    """
    year, week, _ = moment.isocalendar()
    return year, week


def week_of(entry: Entry) -> Week:
    """Give the week of an answer, in the time of this computer.

    Parameters
    ----------
    entry : Entry

    Examples
    --------
    >>> week_of(Entry.new("01/x", {}, time="2026-11-25T12:00:00.000000+00:00"))
    (2026, 48)
    """
    moment = believed(entry)
    return of_moment(moment.astimezone()) if moment else NO_WEEK


def week_words(week: Week) -> Message:
    """Say a week.

    Parameters
    ----------
    week : tuple of int
        Year and week.

    Examples
    --------
    >>> week_words((2026, 48))
    'Week 48 of 2026'
    """
    if week == NO_WEEK:
        return word("portfolio", "no_week")
    year, number = week
    return word("portfolio", "week", week=number, year=year)
