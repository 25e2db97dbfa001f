"""What the lots of a plan can say about the sessions that followed."""

from typing import NamedTuple

from ..errors import WorkbookError
from ..measures.randomization import Plan, RandomizationResult, multiple_baseline_test
from ..words import Message, word

__all__ = ["Test", "tested"]


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
