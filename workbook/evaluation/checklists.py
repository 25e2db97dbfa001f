"""Two checklists, filled in as far as a table of sessions tells; what it does not tell is said."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ..readings.describe import in_words
from ..words import Message, word
from .findings import CONFIDENCE, Report
from .limits import some

if TYPE_CHECKING:
    from pandas import Series

__all__ = ["LISTS", "filled"]

ITEMS = range(1, 27)  # of SCRIBE 2016
LISTS = ("scribe", "wwc")
SIX, FIVE, THREE = 6, 5, 3  # sessions that the standards ask for
Told = Callable[[Report], Message]


def filled(report: Report, name: str) -> list[tuple[str, ...]]:
    r"""Give the rows of a checklist.

    Parameters
    ----------
    report : Report
    name : str
        ``scribe`` (Tate and others, 2016) or ``wwc`` (version 5.0).

    Returns
    -------
    list of tuple of str
        The item, what it asks, and what the data tell.

    References
    ----------
    Tate, R. L., and others (2016). The Single-Case Reporting guideline In BEhavioural
    interventions (SCRIBE) 2016 statement. Journal of School Psychology, 56, 133-142.

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> found = evaluate(read_sessions(rows), Question("increase"))
    >>> len(filled(found, "scribe")), filled(found, "scribe")[8][0]
    (26, '9. Blinding')
    """
    if name == "wwc":
        return [
            _row(word("evaluate_checks", f"wwc_{item}"), tell, report) for item, tell in WWC.items()
        ]
    return [
        _row(word("evaluate_checks", f"scribe_{n}"), SCRIBE.get(n, _untold), report) for n in ITEMS
    ]


def _row(asked: Message, tell: Told, report: Report) -> tuple[str, ...]:
    item, what = asked.split("|")
    return item, what, tell(report)


def _untold(report: Report) -> Message:
    return word("evaluate_checks", "untold")


def _phases(report: Report) -> Message:
    return word("evaluate_checks", "phases_four" if report.four else "phases_two")


def _chosen(report: Report) -> Message:
    plan = report.question.plan
    if plan is None:
        return word("evaluate_checks", "chosen_unknown")
    if not report.tests:
        return word("evaluate_checks", "chosen_off")
    date = datetime.fromisoformat(plan.date).astimezone(UTC)
    return word("evaluate_checks", "chosen_lot", date=date, n=f"{plan.design.n_assignments:,}")


def _design(report: Report) -> Message:
    first = report.first
    return word("evaluate_checks", "told_5", phases=_phases(report), chosen=_chosen(report),
                starts=some([f"{start}" for start in first]))  # fmt: skip


def _analyses(report: Report) -> Message:
    used = [word("evaluate", f"name_{index}") for index in report.sizes["index"].unique()]
    return word(
        "evaluate_checks", "told_18", indices=in_words(used), confidence=f"{CONFIDENCE:.0%}"
    )


def _sequence(report: Report) -> Message:
    found = report.changes
    before, after = (_range(found[name].min(), found[name].max()) for name in ("n_a", "n_b"))
    cases = word("evaluate", "case_count", n=len(found))
    return word("evaluate_checks", "told_19", before=before, after=after, cases=cases,
                missing=report.phases["missing"].sum())  # fmt: skip


def _range(low: int, high: int) -> str:
    return f"{low}" if low == high else word("evaluate_checks", "and_range", low=low, high=high)


def _protocol(report: Report) -> Message:
    plan = report.question.plan
    return word("evaluate_checks", "told_25", date=plan.date[:10]) if plan else _untold(report)


SCRIBE: dict[int, Told] = {
    1: lambda report: word("evaluate_checks", "told_1", title=report.title,
                           phases=_phases(report)),
    5: _design,
    7: lambda report: word("evaluate_checks",
                           "told_7" if report.starts.carried else "told_7_none",
                           n=len(report.starts.carried), times=report.starts.times),
    8: lambda report: word("evaluate_checks", "told_8", chosen=_chosen(report)),
    14: lambda report: word("evaluate_checks", "told_14", outcome=report.sessions.outcome,
                            n=f"{(report.changes['n_a'] + report.changes['n_b']).sum():,}"),
    18: _analyses,
    19: _sequence,
    20: lambda report: word("evaluate_checks", "told_20"),
    23: lambda report: word("evaluate_checks", "told_23",
                            text=word("evaluate", f"cannot_{report.design}")),
    25: _protocol,
}  # fmt: skip


def _times(report: Report) -> Message:
    if report.four:
        return word("evaluate_checks", "seen_times_four", n=len(report.starts.carried),
                    all=len(report.changes))  # fmt: skip
    return word("evaluate_checks", "seen_times", n=report.starts.times)


def _first(report: Report) -> Message:
    n = report.phases.loc[_is_first(report), "n"]
    return word("evaluate_checks", "seen_first", least=n.min(), six=(n < SIX).sum(),
                three=(n < THREE).sum(), all=len(n))  # fmt: skip


def _later(report: Report) -> Message:
    n = report.phases.loc[~_is_first(report), "n"]
    return word("evaluate_checks", "seen_later", least=n.min(), five=(n < FIVE).sum(),
                three=(n < THREE).sum(), all=len(n))  # fmt: skip


def _is_first(report: Report) -> "Series":
    """Mark the first baseline of each case."""
    labels = {own[0] for own in report.labels.values()}
    return (report.phases["phase"] == "A") & report.phases["case"].isin(labels)


def _together(report: Report) -> Message:
    starts = report.starts
    if len(starts.carried) < 2:
        return word("evaluate_checks", "seen_alone")
    return word("evaluate_checks", "seen_apart" if starts.apart else "seen_together")


WWC: dict[str, Told] = {
    "data": lambda report: word("evaluate_checks", "seen_data"),
    "manipulated": lambda report: word("evaluate_checks", "seen_manipulated",
                                           chosen=_chosen(report)),
    "observers": _untold,
    "times": _times,
    "first": _first,
    "later": _later,
    "together": _together,
    "confounds": _untold,
}  # fmt: skip
