"""What a log of real meetings shows over the weeks: counts in words, and no verdict."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from statistics import fmean
from typing import Any

from ..words import word

__all__ = ["ENOUGH", "over_weeks", "question_of_week", "since_start", "weeks_between"]

ENOUGH = 4  # weeks with a line before anything is drawn
LEAST = 3  # meetings, or weeks, on each side of a comparison
LONGEST = 160  # weeks that are drawn, the latest ones
GAPS = 1, 2, 4  # weeks until a question comes back
TOLD = ("held", "shared", "handed_off")  # what says where a side was


def weeks_between(first: str, last: str) -> int:
    """Count the weeks from one ISO week to another.

    Parameters
    ----------
    first, last : str
        As ``"2026-W48"``.

    Examples
    --------
    >>> weeks_between("2026-W52", "2027-W02")
    3
    """
    return (_monday(last) - _monday(first)).days // 7


def _monday(week: str) -> date:
    year, number = week.split("-W")
    return date.fromisocalendar(int(year), int(number), 1)


def _all_weeks(first: str, last: str) -> list[str]:
    """Give each week from the first to the last, those without a line too."""
    count, end = min(weeks_between(first, last) + 1, LONGEST), _monday(last)
    days = (end - timedelta(weeks=n) for n in reversed(range(count)))
    return ["{}-W{:02}".format(*day.isocalendar()) for day in days]


def over_weeks(lines: Sequence[Mapping], labels: Mapping[str, str]) -> dict[str, Any]:
    """Say what the lines of a log show over the weeks.

    Parameters
    ----------
    lines : sequence of mapping
        ``week``, ``sides`` (side -> held, shared, handed_off or cannot_tell) and ``gave``
        (``"1"`` to ``"5"``), of which all but the week may be missing.
    labels : mapping
        Side -> its words, in the order to show.

    Returns
    -------
    dict
        ``ready``: whether there are lines of four weeks; ``words``: sentences; ``weeks``: each
        week from the first to the last, at most the latest 160; ``series``: for each side, and
        for what it gave, ``key``, ``label``, ``said`` and ``values`` (a week's share of shared
        meetings, or its mean from 1 to 5; None where a week has none); ``heads`` and ``rows`` of a
        table that says the same.

    Examples
    --------
    >>> over_weeks([{"week": "2026-W48"}], {})["ready"]
    False
    """
    known = sorted({line["week"] for line in lines})
    if len(known) < ENOUGH:
        left = ENOUGH - len(known)
        return {"ready": False, "words": [word("log_reading", "not_yet", n=left)] if known else []}
    weeks = _all_weeks(known[0], known[-1])
    by_week: dict[str, list[Mapping]] = {week: [] for week in weeks}
    for line in lines:
        by_week.get(line["week"], []).append(line)
    series = [_side(key, label, by_week) for key, label in labels.items()]
    series = [each for each in [*series, _gave(by_week)] if each["count"]]
    said = [word("log_reading", "in_all", n=sum(map(len, by_week.values())), weeks=len(known))]
    return {
        "ready": True,
        "words": [*said, word("log_reading", "own_view"), word("log_reading", "how")],
        "weeks": weeks,
        "series": series,
        "heads": [word("log_reading", "week"), word("log_reading", "meetings")]
        + [each["label"] for each in series],
        "rows": [_row(week, by_week[week], series, n) for n, week in enumerate(weeks)],
    }


def _row(week: str, lines: list, series: list[dict], n: int) -> list[str]:
    return [week, str(len(lines)), *(each["cells"][n] for each in series)]


def _side(key: str, label: str, by_week: Mapping[str, list]) -> dict[str, Any]:
    told = [
        [put for line in lines if (put := line.get("sides", {}).get(key)) in TOLD]
        for lines in by_week.values()
    ]
    shared = [(puts.count("shared"), len(puts)) for puts in told]
    return {
        "key": key,
        "label": label,
        "count": sum(n for _, n in shared),
        "said": _shared_words(label, shared),
        "values": [k / n if n else None for k, n in shared],
        "cells": [word("log_reading", "of", k=k, n=n) if n else "" for k, n in shared],
    }


def _shared_words(label: str, shared: list[tuple[int, int]]) -> str:
    """Say how often a side was shared in the first half of the weeks, and since."""
    middle = len(shared) // 2
    halves = [[sum(each) for each in zip(*part, strict=True)] for part in _split(shared, middle)]
    (a, first), (b, last) = halves
    if min(first, last) < LEAST:
        return word("log_reading", "shared_few", label=label, k=a + b, n=first + last)
    return word("log_reading", "shared", label=label, a=a, first=first, b=b, last=last)


def _split(values: list, middle: int) -> tuple[list, list]:
    return values[:middle], values[middle:]


def _gave(by_week: Mapping[str, list]) -> dict[str, Any]:
    points = [[int(e["gave"]) for e in lines if e.get("gave")] for lines in by_week.values()]
    means = [fmean(each) if each else None for each in points]
    first, last = ([p for each in half for p in each] for half in _split(points, len(points) // 2))
    few = min(len(first), len(last)) < LEAST
    both = first + last
    label = word("log_reading", "gave")
    if few:
        mean = f"{fmean(both):.1f}" if both else ""
        said = word("log_reading", "gave_few", mean=mean, n=len(both))
    else:
        numbers = {"first": f"{fmean(first):.1f}", "last": f"{fmean(last):.1f}"}
        said = word("log_reading", "gave_halves", **numbers, a=len(first), b=len(last))
    cells = ["" if mean is None else f"{mean:.1f}" for mean in means]
    found = {"key": "gave", "label": label, "said": said, "values": means, "cells": cells}
    return found | {"count": len(both)}


def since_start(seen: Mapping, start: str, *, by_lot: bool = False, worth: str = "") -> list[str]:
    """Compare the weeks before a change began with those since, with what that cannot show.

    Parameters
    ----------
    seen : mapping
        As `over_weeks` gives it, when it is ready.
    start : str
        The first week of the change.
    by_lot : bool
        The week was drawn by lot.
    worth : str
        The smallest change, in points from 1 to 4, that would be worth it; may be empty.

    Returns
    -------
    list of str
        Sentences; where there are fewer than three weeks on either side, why nothing is compared.

    Examples
    --------
    >>> seen = {"weeks": ["2026-W01"], "series": []}
    >>> len(since_start(seen, "2026-W01"))
    1
    """
    values: list = next((each["values"] for each in seen["series"] if each["key"] == "gave"), [])
    pairs = [(w, v) for w, v in zip(seen["weeks"], values, strict=False) if v is not None]
    before, since = [v for w, v in pairs if w < start], [v for w, v in pairs if w >= start]
    if min(len(before), len(since)) < LEAST:
        counts = {"before": len(before), "since": len(since), "least": LEAST}
        return [word("log_reading", "case_few", week=start, **counts)]
    return _compared(before, since) + _worth(before, since, worth) + _limits(by_lot)


def _compared(before: list[float], since: list[float]) -> list[str]:
    from ..measures.single_case import nap

    numbers = {"before": f"{fmean(before):.1f}", "since": f"{fmean(since):.1f}"}
    means = word("log_reading", "case_means", **numbers, a=len(before), b=len(since))
    overlap = round(100 * nap(before, since, improvement="increase").value)
    return [means, word("log_reading", "case_pairs", n=overlap)]


def _worth(before: list[float], since: list[float], worth: str) -> list[str]:
    if not worth:
        return [word("log_reading", "worth_open")]
    change = fmean(since) - fmean(before)
    name = "worth_reached" if change >= int(worth) - 1e-9 else "worth_not"
    return [word("log_reading", name, change=f"{change:+.1f}", worth=worth)]


def _limits(by_lot: bool) -> list[str]:
    start = word("log_reading", "limit_lot" if by_lot else "limit_told")
    return [start, word("log_reading", "limits")]


def question_of_week(number: int, many: int) -> int:
    """Say which question comes in a week: each comes back after 1, 2 and 4 weeks.

    Parameters
    ----------
    number : int
        Weeks since the first line.
    many : int
        How many questions there are, at least one.

    Examples
    --------
    >>> [question_of_week(week, 4) for week in range(8)]
    [0, 0, 1, 1, 0, 1, 2, 2]
    """
    due: dict[int, tuple[int, int]] = {}  # question -> when it is due, how often it has come
    one = 0
    for week in range(number + 1):
        late = [q for q, (at, times) in due.items() if at <= week and times <= len(GAPS)]
        if late:
            one = min(late, key=lambda q: due[q])
        elif len(due) < many:
            one = len(due)
        else:
            one = min(due, key=lambda q: due[q])
        times = due[one][1] if one in due else 0
        due[one] = week + GAPS[min(times, len(GAPS) - 1)], times + 1
    return one
