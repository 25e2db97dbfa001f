"""The first page of the report, and what the design, the lots and all cases together show."""

from datetime import UTC, datetime
from math import isnan

from ..html import Markup, bullets, element, fragment
from ..measures.randomization import Plan, RandomizationResult
from ..readings.describe import number
from ..words import Message, word
from .board import lists, other_way, sentences
from .figures import change, heads, level
from .findings import DRAWN, Report
from .html_parts import figure, folded, heading, said, table
from .lots import Test
from .overview import spread_chart, stacked_charts
from .pictures import case_chart

__all__ = ["board", "design", "side_by_side"]


def board(report: Report, date: str) -> Markup:
    r"""Write the first page: four sentences, the pictures of all cases, and how to take them.

    Parameters
    ----------
    report : Report
    date : str
        When it is made.

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"case,session,phase,outcome\nn,1,A,2\nn,2,B,3\ns,1,A,2\ns,2,B,4\n"
    >>> found = evaluate(read_sessions(rows), Question("increase"))
    >>> board(found, "2026-01-05")[:27]
    '<section class="board"><h1>'
    """
    many = len(report.sessions.cases) > len(report.shown)
    spread = spread_chart(report)
    first = element(
        "section",
        heading(report.title, 1),
        *(element("p", sentence) for sentence in sentences(report)),
        class_="board",
    )
    pictures = [figure(spread, "s")] if spread else []
    alone = len(report.sessions.cases) == 1
    charts = [case_chart(report, report.shown[0])] if alone else stacked_charts(report)
    stacked = [figure(chart, f"a{n}") for n, chart in enumerate(charts)]
    title = word("evaluate_board", "stack_one" if alone else "stack")
    names = bullets(lists(report)) if len(report.changes) > 1 else ""
    head = [heading(word("evaluate_board", "spread"))] if spread else []
    limit = [said("more_cases", drawn=DRAWN, all=f"{len(report.sessions.cases):,}")] if many else []
    parts = [
        fragment(heading(title), *limit, *stacked),
        fragment(*head, *pictures, names, _other_way(report)),
    ]
    return fragment(first, *(reversed(parts) if many else parts), _made(report, date))


def _other_way(report: Report) -> Markup:
    if not (rows := other_way(report)):
        return Markup()
    columns = heads(word("evaluate_board", f"other_columns_{report.kind}"))
    caption = word("evaluate_board", "other_list")
    return folded(word("evaluate_board", "show_list"), table(caption, columns, rows))


def _made(report: Report, date: str) -> Markup:
    sessions, question = report.sessions, report.question
    cases = word("evaluate", "case_count", n=len(sessions.cases))
    made = {"file": sessions.name, "sessions": f"{len(sessions.columns['row']):,}", "cases": cases}
    given = {"improvement": _given(question.improvement), "goal": _given(question.goal)}
    note = element("div", said("stance"), said("private"), class_="note")
    settings = said("settings", **given, scale=word("evaluate", f"scale_{question.scale}"))
    return fragment(note, said("made", date=date, **made), settings)


def _given(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_given(each)}" for name, each in value.items())
    if value in ("increase", "decrease"):
        return word("evaluate", f"way_{value}")
    return word("evaluate", "none") if value is None else str(value)


def design(report: Report) -> Markup:
    r"""Say what the design can and cannot show, and what the lots say.

    Parameters
    ----------
    report : Report

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"case,session,phase,outcome\nn,1,A,2\nn,2,B,3\ns,1,A,2\ns,2,B,4\n"
    >>> found = evaluate(read_sessions(rows), Question("increase"))
    >>> design(found)[:4]
    '<h2>'
    """
    plan = report.question.plan
    can, cannot = (word("evaluate", f"{which}_{report.design}") for which in ("can", "cannot"))
    shows = [word("evaluate", "can", text=can), word("evaluate", "cannot", text=cannot)]
    lots: list[Message] = [_drawn(plan)] if plan else []
    lots += report.test_notes + [_test(test) for test in report.tests]
    several = sum(not isnan(test.result.p) for test in report.tests)
    lots += [word("evaluate", "test_many" if plan else "test_each")] * (several > 1)
    lots += [word("evaluate", "test_reading")] * (several > 0)
    return fragment(heading(word("evaluate", "design")), bullets(shows),
                    heading(word("evaluate", "plan")), bullets(lots))  # fmt: skip


def _drawn(plan: Plan) -> Message:
    return word("evaluate", "plan_date", date=datetime.fromisoformat(plan.date).astimezone(UTC))


def _test(test: Test) -> Message:
    who, found = test.case or word("evaluate", "test_all"), test.result
    ways = f"{found.n_assignments:,}"
    about = {"who": who, "p": _p(found.p), "n": ways, "reason": found.reason}
    if isnan(found.p):
        sentence = word("evaluate", "test_none", **about)
    elif found.sampled:
        sentence = word("evaluate", "test_p_drawn", **about)
    else:
        reached = f"{round(found.p * found.n_assignments):,}"
        sentence = word("evaluate", "test_p", reached=reached, **about)
    more: list[str] = [] if isnan(found.smallest_p) else [_least(found, ways)]
    if found.reason and not found.sampled and not isnan(found.p):
        more.append(found.reason)  # such as why the effect has no interval
    if not isnan(found.low):
        ends = {"effect": found.effect, "low": found.low, "high": found.high}
        more.append(word("evaluate", "test_effect", percent=100 * found.confidence, **ends))
    for each in more:
        sentence = word("evaluate", "two", one=sentence, other=each)
    return sentence


def _least(found: RandomizationResult, ways: str) -> Message:
    name = "test_least_drawn" if found.sampled else "test_least"
    return word("evaluate", name, n=ways, least=_p(found.smallest_p))


def _p(p: float) -> str:
    """Say a share of the lots; it is never 0, since the lots as they fell are among them."""
    return word("evaluate", "tiny") if p < 0.001 else f"{p:.3f}"


def side_by_side(report: Report) -> Markup:
    r"""Lay the indices of all cases side by side; for one case there is nothing to lay.

    Parameters
    ----------
    report : Report

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"case,session,phase,outcome\nn,1,A,2\nn,2,B,3\ns,1,A,2\ns,2,B,4\n"
    >>> found = evaluate(read_sessions(rows), Question("increase"))
    >>> side_by_side(found)[:4]
    '<h2>'
    """
    if len(report.sizes["case"].unique()) < 2:
        return Markup()
    rows = [
        (word("evaluate", f"name_{row['index']}"), f"{row['count']}", number(row["median"]),
         number(row["min"]), number(row["max"]))
        for row in report.pooled.to_dict("records")
    ]  # fmt: skip
    turned = "percent_change" in set(report.sizes["index"]) - set(report.pooled["index"])
    return fragment(
        heading(word("evaluate", "pooled")),
        said("pooled_about"),
        said("pooled_turned") if turned else "",
        table(word("evaluate", "pooled"), heads(word("evaluate", "pooled_columns")), rows),
        *_between(report),
    )


def _between(report: Report) -> list[Markup]:
    """Give the one number for all cases, with what it takes for granted; or why there is none."""
    found = report.between
    if found is None:
        return []
    if isnan(found.value):
        return [said("between_none", reason=found.reason)]
    about = {name: number(getattr(found, name)) for name in ("value", "low", "high", "between")}
    about |= {"alike": number(found.autocorrelation), "spread": level(found.spread),
              "moved": change(found.difference)}  # fmt: skip
    return [said("between", **about, cases=found.cases, percent=f"{100 * found.confidence:g}"),
            said("between_about", **about)]  # fmt: skip
