"""What the lots of a plan can say about the sessions that followed."""

from typing import TYPE_CHECKING, NamedTuple

from ..errors import WorkbookError
from ..measures.randomization import (
    Plan,
    RandomizationResult,
    abab_test,
    multiple_baseline_test,
)
from ..words import Message, word

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Test", "tested", "tests_of"]


class Test(NamedTuple):
    """One randomization test.

    Parameters
    ----------
    case : str
        Empty for all cases together.
    result : RandomizationResult

    Examples
    --------
    >>> Test("", RandomizationResult(0.2, 3.0, 5, 0.2, "")).result.p
    0.2
    """

    case: str
    result: RandomizationResult


UNNAMED = "outcome"  # a column so called does not say what was counted
NAMES = ["case", "session", "phase", "outcome"]


def tests_of(
    frame: "DataFrame", plan: Plan | None, least: int, signs: dict, outcome: str
) -> tuple[list[Test], list[Message]]:
    """Test the sessions against their lots, or say why there is no p.

    Parameters
    ----------
    frame : DataFrame
        Columns case, label (two of them where a case has four phases), session, phase, outcome.
    plan : Plan or None
    least : int
        The fewest sessions of a phase, where the changes of A, B, A, B were drawn; else 0.
    signs, outcome
        As in `tested`.

    Returns
    -------
    tests : list of Test
    notes : list of Message

    Raises
    ------
    WorkbookError
        Where no case has the four phases that were said to be drawn.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("n", f"n{t > 4}", t, "AB"[t in (3, 4, 7, 8)], t % 2) for t in range(1, 9)]
    >>> frame = pd.DataFrame(rows, columns=["case", "label", "session", "phase", "outcome"])
    >>> tests_of(frame, None, 1, {"n": 1}, "outcome")[0][0].result.n_assignments
    35
    """
    four = frame["case"][frame["label"] != frame["case"]].unique().tolist()
    if least and not four:
        raise WorkbookError(word("evaluate", "drawn_two"))
    if least:
        notes = [word("evaluate", "drawn_told", least=least)]
        if rest := [case for case in frame["case"].unique() if case not in four]:
            notes.append(word("evaluate", "drawn_rest", cases=", ".join(rest)))
        return [_alternating(frame[frame["case"] == case], least, signs) for case in four], notes
    if four or plan is None:
        return [], [word("evaluate", "no_p_four" if four else "no_plan")]
    return tested(frame[NAMES], plan, signs, outcome)


def _alternating(rows: "DataFrame", least: int, signs: dict) -> Test:
    """Test one case with A, B, A, B against all ways in which its three changes could fall."""
    case, series = rows["case"].iloc[0], rows.set_index("session")["outcome"]
    first, last = int(series.index.min()), int(series.index.max())
    begins = rows.groupby(["label", "phase"])["session"].min().sort_values().tolist()
    places = [int(begin) - first for begin in begins[1:]]
    way = "decrease" if signs[case] < 0 else "increase"
    whole = series.reindex(range(first, last + 1)).tolist()
    return Test(case, abab_test(whole, places, min_phase=least, improvement=way))


def tested(
    frame, plan: Plan, signs: dict, outcome: str = UNNAMED
) -> tuple[list[Test], list[Message]]:
    """Test the sessions against the lots of their plan.

    Parameters
    ----------
    frame : DataFrame
        Columns case, session, phase (``A`` or ``B``), outcome.
    plan : Plan
    signs : dict
        Case to 1 where more is better, -1 where less is better.
    outcome : str
        What the table calls its outcome, to compare it with what was planned.

    Returns
    -------
    tests : list of Test
        All cases together first; each case too where each drew its own start. Empty where the
        lots were not kept to.
    notes : list of Message
        What to keep in mind.

    Examples
    --------
    >>> import pandas as pd
    >>> from ..measures.randomization import draw_starts
    >>> plan = draw_starts(1, 6, min_baseline=2, min_treatment=2, scheme="starts", seed=1)
    >>> rows = [("case 1", n, "AB"[n >= plan.lots["case 1"]], n) for n in range(1, 7)]
    >>> frame = pd.DataFrame(rows, columns=["case", "session", "phase", "outcome"])
    >>> round(tested(frame, plan, {"case 1": 1})[0][0].result.smallest_p, 3)
    0.333
    """
    _same_cases(set(frame["case"]), set(plan.lots))
    if notes := [word("evaluate", "plan_changed")] * bool(plan.check()) + _astray(frame, plan):
        return [], [*notes, word("evaluate", "no_p")]
    planned = plan.design.sessions
    seen = frame.groupby("case")["session"].max()
    if short := sorted(seen.index[seen < planned]):
        notes.append(word("evaluate", "short", cases=", ".join(short), planned=planned))
    if len(set(signs.values())) > 1:
        notes.append(word("evaluate", "turned"))
    # An effect is told in the outcome's own direction; cases that differ in it are turned.
    way = "decrease" if set(signs.values()) == {-1} else "increase"
    filled = _filled(frame, plan, dict.fromkeys(signs, 1) if way == "decrease" else signs)
    everyone = next(iter(plan.lots)) if len(plan.lots) == 1 else ""
    tests = [Test(everyone, _test(filled, plan, plan.design.starts, way))]
    named = "" if outcome.strip().casefold() == UNNAMED else outcome
    notes += plan.question.differs(outcome=named, improvement=way)
    if reading := plan.question.reading(tests[0].result):
        notes.append(reading)
    if plan.design.scheme == "starts" and len(plan.lots) > 1:
        for case, lot in zip(plan.design.cases, plan.design.starts, strict=True):
            tests.append(Test(case, _test(filled[filled["case"] == case], plan, [lot], way)))
    return tests, notes


def _same_cases(found: set, planned: set) -> None:
    if found != planned:
        odd = ", ".join(sorted(map(str, found ^ planned))[:6])
        raise WorkbookError(word("evaluate", "other_cases", cases=odd))


def _astray(frame, plan) -> list[Message]:
    """Say which cases did not start where their lot fell."""
    notes = []
    for case, rows in frame.groupby("case"):
        before = rows["session"][rows["phase"] == "A"].max()
        since, lot = rows["session"][rows["phase"] == "B"].min(), plan.lots[case]
        if rows["session"].max() < lot and before < lot:
            notes.append(word("evaluate", "ended", case=case, lot=lot))
        elif not (before < lot <= since):
            began = f"{since:.0f}" if since > 0 else word("evaluate", "began_none")
            notes.append(word("evaluate", "astray", case=case, lot=lot, began=began))
    return notes


def _filled(frame, plan, signs):
    """Give every planned session a row, and turn outcomes so that more is better."""
    import pandas as pd

    parts = []
    for case in plan.design.cases:
        mine = frame[frame["case"] == case].set_index("session")["outcome"] * signs[case]
        last = max(plan.design.sessions, int(mine.index.max()))
        rows = mine.reindex(range(1, last + 1)).rename_axis("session").reset_index()
        phase = ["B" if n >= plan.lots[case] else "A" for n in rows["session"]]
        parts.append(rows.assign(case=case, phase=phase))
    return pd.concat(parts, ignore_index=True)


def _test(frame, plan, starts, way) -> RandomizationResult:
    statistic = plan.question.statistic or "B-A"
    return multiple_baseline_test(
        frame, scheme=plan.design.scheme, improvement=way, starts=starts, statistic=statistic
    )
