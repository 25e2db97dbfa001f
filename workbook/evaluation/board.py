"""The first page, for people who decide: four plain sentences, none of them a verdict."""

from math import isnan

import numpy as np

from ..words import Message, word
from .figures import change, level
from .findings import CONFIDENCE, Report
from .limits import some

__all__ = ["LISTED", "by_lot", "directions", "lists", "other_way", "sentences"]

LISTED = 12  # names in one sentence; more are a table
Values = dict[str, object]


def sentences(report: Report) -> list[Message]:
    r"""Say what was counted, its level, what changed and what may not be said.

    Parameters
    ----------
    report : Report

    Returns
    -------
    list of Message
        Four.

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> found = sentences(evaluate(read_sessions(rows), Question("increase")))
    >>> [each.name for each in found]
    ['counted_one_two', 'level_one_two', 'change_one_toward', 'not_said']
    """
    apart = word("evaluate_board", f"not_{report.design}")
    return [
        _counted(report), _level(report), _change(report),
        word("evaluate_board", "not_said", text=apart),
    ]  # fmt: skip


def directions(report: Report) -> dict[str, list[str]]:
    r"""Sort the cases by which way the average moved.

    Parameters
    ----------
    report : Report

    Returns
    -------
    dict of str to list of str
        ``up`` (toward improvement), ``down``, ``same``, ``none`` (not compared), and ``odd``
        (the median moved in another direction than the average).

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> directions(evaluate(read_sessions(rows), Question("decrease")))["down"]
    ['case 1']
    """
    found, moved = report.changes, report.changes["toward"]
    middle = found["median_after"] - found["median_before"]
    which = {
        "up": moved > 0, "down": moved < 0, "same": moved == 0, "none": moved.isna(),
        "odd": middle * found["change"] < 0,
    }  # fmt: skip
    return {name: found["case"][rows].tolist() for name, rows in which.items()}


def _counted(report: Report) -> Message:
    found, sessions = report.changes, report.sessions
    counts = found["n_a"] + found["n_b"]
    about: Values = {
        "outcome": sessions.outcome, "n": f"{counts.sum():,}",
        "who": report.question.counted_by or word("evaluate_board", "who_unknown"),
    }  # fmt: skip
    if len(found) == 1:
        about |= {name: found[name].iloc[0] for name in ("case", "n_a", "n_b")}
        return word("evaluate_board", f"counted_one_{report.kind}", **about)
    cases = word("evaluate", "case_count", n=len(found))
    ends = {"least": counts.min(), "most": counts.max()}
    each = word("evaluate_board", "each_range", **ends) if counts.nunique() > 1 else counts.min()
    return word("evaluate_board", "counted_many", cases=cases, each=each, **about)


def _level(report: Report) -> Message:
    found = report.changes
    about: Values = {"way": _way(report)}
    if len(found) == 1:
        names = ("before", "after", "median_before", "median_after")
        about |= {name: level(found[name].iloc[0]) for name in names}
        return word("evaluate_board", f"level_one_{report.kind}", **about)
    both = found.dropna(subset="change")
    about["cases"] = word("evaluate_board", "all_cases")
    if 0 < len(both) < len(found):
        found = both
        about["cases"] = word("evaluate_board", "compared_cases", n=len(both))
    for name in ("before", "after"):
        low, middle, high = (level(f(found[name])) for f in (np.nanmin, np.nanmedian, np.nanmax))
        about |= {f"low_{name}": low, name: middle, f"high_{name}": high}
    return word("evaluate_board", f"level_many_{report.kind}", **about)


def _way(report: Report) -> Message:
    given = report.question.improvement
    ways = set(given.values()) if isinstance(given, dict) else {given}
    name = {"increase": "more_better", "decrease": "less_better"}
    return word("evaluate_board", name[ways.pop()] if len(ways) == 1 else "mixed_better")


def _change(report: Report) -> Message:
    moved, ways = report.changes["toward"].dropna(), directions(report)
    if not len(moved):
        return word("evaluate_board", "change_none")
    if len(report.changes) == 1:
        [name] = (each for each in ("up", "down", "same") if ways[each])
        which = {"up": "toward", "down": "away", "same": "same"}[name]
        said = word("evaluate_board", f"change_one_{which}",
                    change=change(report.changes["change"].iloc[0]))  # fmt: skip
    else:
        counts = {name: len(ways[name]) for name in ("up", "down", "same")}
        ends = {"low": change(moved.min()), "high": change(moved.max())}
        said = word("evaluate_board", "change_many", all=len(report.changes), **counts,
                    middle=change(moved.median()), **ends)  # fmt: skip
    lots = by_lot(report)
    return word("evaluate", "two", one=said, other=lots) if lots else said


def by_lot(report: Report) -> Message | None:
    r"""Give the change with the interval that the lots justify, where the test has one.

    Parameters
    ----------
    report : Report

    Returns
    -------
    Message or None
        None without a test of all cases, or where it has no interval.

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> by_lot(evaluate(read_sessions(rows), Question("increase")))
    """
    if not report.tests:
        return None
    result = report.tests[0].result
    ends = [float(getattr(result, name, np.nan)) for name in ("effect", "low", "high")]
    if any(isnan(end) or np.isinf(end) for end in ends):
        return None
    effect, low, high = map(change, ends)
    return word("evaluate_board", "by_lot", effect=effect, low=low, high=high,
                confidence=f"{getattr(result, 'confidence', CONFIDENCE):.0%}")  # fmt: skip


def lists(report: Report) -> list[Message]:
    r"""Name the cases that went the other way, stayed, or cannot be compared.

    Parameters
    ----------
    report : Report

    Returns
    -------
    list of Message
        Empty for one case.

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"case,session,phase,outcome\nn,1,A,2\nn,2,B,1\ns,1,A,2\ns,2,B,4\n"
    >>> [each.name for each in lists(evaluate(read_sessions(rows), Question("increase")))]
    ['other_way', 'thin']
    """
    if len(report.changes) < 2:
        return []
    ways = directions(report)
    listed = len(ways["down"]) > LISTED
    names = {"down": "other_way_many" if listed else "other_way", "same": "stayed",
             "none": "not_compared", "odd": "other_ways"}  # fmt: skip
    said = [
        word("evaluate_board", name, n=len(ways[which]), cases=some(ways[which], LISTED))
        for which, name in names.items()
        if ways[which]
    ]
    if not ways["down"]:
        said.insert(0, word("evaluate_board", "all_went"))
    if thin := report.starts.thin:
        said.append(word("evaluate_board", "thin", n=len(thin), all=len(report.changes),
                         cases=some(thin, LISTED)))  # fmt: skip
    return said


def other_way(report: Report) -> list[tuple[str, ...]]:
    r"""Give the cases in which the average moved the other way, where a sentence cannot hold them.

    Parameters
    ----------
    report : Report

    Returns
    -------
    list of tuple of str
        Case, sessions, both averages and the change, the largest first; empty for few cases.

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = [f"c{case},{n},{'AB'[n > 1]},{-n}" for case in range(20) for n in (1, 2)]
    >>> data = "\n".join(["case,session,phase,outcome", *rows]).encode()
    >>> other_way(evaluate(read_sessions(data), Question("increase")))[0]
    ('c0', '1 and 1', '−1', '−2', '−1')
    """
    found = report.changes[report.changes["toward"] < 0].sort_values("toward", kind="stable")
    if len(found) <= LISTED:
        return []
    return [
        (row["case"], word("evaluate_board", "both", one=row["n_a"], other=row["n_b"]),
         level(row["before"]), level(row["after"]), change(row["change"]))
        for row in found.to_dict("records")
    ]  # fmt: skip
