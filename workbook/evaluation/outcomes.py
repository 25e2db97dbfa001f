"""One report for each outcome of a table, with what was asked of it."""

from collections.abc import Sequence

from ..errors import WorkbookError
from ..words import word
from .findings import Question, Report, evaluate
from .sessions import Progress, Sessions, called_as, unheard

__all__ = ["reports"]


def reports(
    found: Sequence[Sessions], question: Question, progress: Progress = unheard
) -> dict[str, Report]:
    r"""Work out a report for each outcome; what is said by outcome holds for its own.

    Parameters
    ----------
    found : sequence of Sessions
    question : Question
        Its `improvement` and `goal` may name outcomes in the place of cases.
    progress : callable
        Takes a sentence about long work.

    Returns
    -------
    dict of str to Report
        By outcome; without a name where there is only one.

    Examples
    --------
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> list(reports([read_sessions(rows)], Question("increase")))
    ['']
    """
    made = {}
    measures = [sessions.measure for sessions in found]
    for each in found:
        title = word("table", "of_outcome", outcome=each.measure)
        mine = question._replace(
            title=title if len(found) > 1 else question.title,
            improvement=_of(question.improvement, each.measure, measures, "improvement"),
            goal=_of(question.goal, each.measure, measures, "goal"),
        )
        sessions = called_as(each, list(mine.plan.lots)) if mine.plan else each
        made[each.measure if len(found) > 1 else ""] = evaluate(sessions, mine, progress)
    return made


def _of(given, measure: str, measures: list[str], option: str):
    """Take what is said for one outcome, where the names are those of outcomes."""
    if not isinstance(given, dict) or not set(given) & {*measures} - {""}:
        return given
    if measure not in given:
        raise WorkbookError(word("evaluate", "no_option", option=option, case=measure))
    return given[measure]
