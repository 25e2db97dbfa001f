"""The time of an answer, which keeps the order even where a clock was wrong."""

from datetime import UTC, datetime, timedelta

from workbook.journal.entry import Entry, stamp

__all__ = ["believed", "just_before", "later", "named"]

_TICK = timedelta(microseconds=1)
_AHEAD = timedelta(days=1)  # a clock that is further ahead than any time zone is wrong
_SECOND = timedelta(seconds=1)


def later(now: datetime, latest: str) -> tuple[str, str]:
    """Give the time of an answer that follows another one, and what the clock said, if less.

    An answer comes after the one that it follows on whichever computer the two meet, although
    that one was dated in the future or this clock is behind.

    Parameters
    ----------
    now : datetime
        What this computer's clock says; aware.
    latest : str
        The time of the answer before, as the journal writes it; empty if there is none.

    Returns
    -------
    time, clock : str
        The greater time, and the clock's own where it was a second or more behind.

    Examples
    --------
    >>> noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    >>> later(noon, "2199-01-01T00:00:00.000000+00:00")
    ('2199-01-01T00:00:00.000001+00:00', '2026-11-22T12:00:00.000000+00:00')
    >>> later(noon, "")
    ('2026-11-22T12:00:00.000000+00:00', '')
    """
    said = stamp(now)
    if said > latest:
        return said, ""
    before = datetime.fromisoformat(latest)
    behind = said if before - now >= _SECOND else ""
    try:
        return stamp(before + _TICK), behind
    except OverflowError:  # the end of all dates: of equal times the later line counts
        return latest, behind


def just_before(moment: datetime, latest: Entry | None) -> datetime:
    """Give a moment at which an older answer is filed: never later than the latest one.

    Parameters
    ----------
    moment : datetime
        When it was typed, as far as the clock of a browser knows; aware.
    latest : Entry or None
        The answer that stays the latest.

    Examples
    --------
    >>> latest = Entry.new("01/x", {}, time="2026-11-22T08:00:00.000000+00:00")
    >>> just_before(datetime(2030, 1, 1, tzinfo=UTC), latest).isoformat()
    '2026-11-22T07:59:59.999999+00:00'
    """
    if latest is None or moment < latest.when:
        return moment
    try:
        return latest.when - _TICK
    except OverflowError:
        return latest.when


def believed(entry: Entry, now: datetime | None = None) -> datetime | None:
    """Give the date of an answer; None where it lies in the future and cannot be trusted.

    Parameters
    ----------
    entry : Entry
    now : datetime, optional
        What this computer's clock says.

    Examples
    --------
    >>> believed(Entry.new("01/x", {}, time="9999-01-01T00:00:00.000000+00:00")) is None
    True
    """
    now = now or datetime.now(UTC)
    date = datetime.fromisoformat(entry.clock) if entry.clock else entry.when
    return date if date - now <= _AHEAD else None


def named(milliseconds: float) -> datetime:
    """Give the moment that a browser's clock names; now, where no calendar has it.

    Parameters
    ----------
    milliseconds : float
        Since the beginning of 1970.

    Examples
    --------
    >>> named(0).isoformat()
    '1970-01-01T00:00:00+00:00'
    >>> named(8.64e15).year < 9999
    True
    """
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (OverflowError, ValueError, OSError, TypeError):
        return datetime.now(UTC)
