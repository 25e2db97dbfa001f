"""The report as one HTML page: no script, nothing from elsewhere, light and dark, on paper too."""

import re
from datetime import UTC, datetime
from math import isnan
from pathlib import Path

from .. import html
from ..charts.kit import theme
from ..charts.kit.render import svg
from ..html import Markup, escape
from ..measures import rating
from ..measures.single_case import INDICES
from ..readings.describe import number
from ..words import word
from .findings import DRAWN, Report
from .floors import least
from .pictures import case_chart, mirror_chart
from .read import Progress, unheard

__all__ = ["page"]

# What a colour of the charts is in the dark; the charts take their colours from the page.
DARK = {
    theme.PAPER: "#16191d", theme.INK: "#e8ecef", theme.MUTED: "#aeb8c2", theme.RULE: "#4a545e",
    theme.GRID: "#2b3138", theme.ACCENT: "#7db8e0", theme.SIDE_COLORS["person"]: "#d9c85a",
}  # fmt: skip
STYLE = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")
HEAD = (
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="color-scheme" content="light dark">'
)


def page(report: Report, date: str, progress: Progress = unheard) -> str:
    r"""Write the report.

    Parameters
    ----------
    report : Report
    date : str
        When it is made.
    progress : callable
        Takes a sentence about long work.

    Returns
    -------
    str
        A whole HTML page.

    Examples
    --------
    >>> from .findings import Question, evaluate
    >>> from .read import read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> page(evaluate(read_sessions(rows), Question("increase")), "2026-01-05")[:15]
    '<!doctype html>'
    """
    title = report.question.title or word("evaluate", "title", file=report.sessions.name)
    body = (
        f"<main><h1>{escape(title)}</h1>{_opening(report, date)}{_design(report)}"
        f"{_pooled(report)}{_cases(report, progress)}{_closing(report)}</main>"
    )
    return html.page(title, Markup(body), style=_colors() + STYLE, head=HEAD)


def _say(name: str, **values) -> str:
    return f"<p>{escape(word('evaluate', name, **values))}</p>"


def _list(sentences) -> str:
    return html.bullets(sentences)


def _heading(name: str, level: int = 2) -> str:
    return f"<h{level}>{escape(word('evaluate', name))}</h{level}>"


def _table(caption: str, columns, rows, kind="") -> str:
    return html.table(caption, columns, rows, class_=f"scroll {kind}")


def _opening(report, date):
    sessions, question = report.sessions, report.question
    many = len(sessions.cases)
    cases = word("evaluate", "case_count", n=many)
    made = {"file": sessions.name, "sessions": f"{len(sessions.columns['row']):,}", "cases": cases}
    given = {"improvement": _given(question.improvement), "goal": _given(question.goal)}
    return (
        f"{_say('made', date=date, **made)}{_say('settings', **given, scale=question.scale)}"
        f'<div class="note">{_say("stance")}{_say("private")}</div>'
    )


def _given(value) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {each}" for name, each in value.items())
    return word("evaluate", "none") if value is None else str(value)


def _design(report):
    plan = report.question.plan
    can, cannot = (word("evaluate", f"{which}_{report.design}") for which in ("can", "cannot"))
    said = [word("evaluate", "can", text=can), word("evaluate", "cannot", text=cannot)]
    lots = [_drawn(plan)] if plan else []
    lots += report.test_notes + [line for test in report.tests for line in _test(test)]
    several = sum(not isnan(test.result.p) for test in report.tests)
    lots += [word("evaluate", "test_many")] * (several > 1)
    lots += [word("evaluate", "test_reading")] * (several > 0)
    return f"{_heading('design')}{_list(said)}{_heading('plan')}{_list(lots)}"


def _drawn(plan) -> str:
    return word("evaluate", "plan_date", date=datetime.fromisoformat(plan.date).astimezone(UTC))


def _test(test) -> list[str]:
    who, found = test.case or word("evaluate", "test_all"), test.result
    sentence: str
    ways, drawn = f"{found.n_assignments:,}", found.sampled
    about = {"who": who, "p": _p(found.p), "n": ways, "reason": found.reason}
    if isnan(found.p):
        sentence = word("evaluate", "test_none", **about)
    elif drawn:
        sentence = word("evaluate", "test_p_drawn", **about)
    else:
        reached = f"{round(found.p * found.n_assignments):,}"
        sentence = word("evaluate", "test_p", reached=reached, **about)
    if not isnan(found.smallest_p):
        name = "test_least_drawn" if drawn else "test_least"
        sentence += " " + word("evaluate", name, n=ways, least=_p(found.smallest_p))
    return [sentence]


def _p(p: float) -> str:
    """Say a share of the lots; it is never 0, since the lots as they fell are among them."""
    return word("evaluate", "tiny") if p < 0.001 else f"{p:.3f}"


def _pooled(report):
    rows = [
        (word("evaluate", f"name_{row['index']}"), f"{row['count']}", number(row["median"]),
         number(row["min"]), number(row["max"]), word("evaluate", f"about_{row['index']}"))
        for row in report.pooled.to_dict("records")
    ]  # fmt: skip
    title, columns, about = "pooled", word("evaluate", "pooled_columns"), _say("pooled_about")
    if report.labels == {case: [case] for case in report.sessions.cases[:1]}:
        title, columns, about = "pooled_one", word("evaluate", "pooled_one_columns"), ""
        known = report.sizes.dropna(subset="value")["index"]
        rows = [tuple(word("evaluate", f"{part}_{n}") for part in ("name", "about")) for n in known]
    elif "percent_change" in set(report.sizes["index"]) - set(report.pooled["index"]):
        about += _say("pooled_turned")
    table = _table(word("evaluate", title), columns.split("|"), rows)
    return f"{_heading(title)}{about}{table}{_say('independent')}"


def _cases(report, progress):
    every = report.sessions.cases
    found = [_heading("cases")]
    if len(every) > DRAWN:
        found.append(_say("more_cases", drawn=DRAWN, all=f"{len(every):,}"))
    for n, case in enumerate(every[:DRAWN], 1):
        progress(word("evaluate", "drawing", n=n, all=min(DRAWN, len(every))))
        found.append(_case(report, case, f"c{n}"))
    return "".join(found)


def _case(report, case, key):
    labels = report.labels[case]
    phases = report.phases[report.phases["case"].isin(labels)].to_dict("records")
    limits = report.limits[case]
    keep = f"{_heading('keep', 4)}{_list(limits)}" if limits else ""
    table = _table(word("evaluate", "phases", case=case), *_phase_rows(phases, labels))
    sizes = "".join(_sizes(report, label) for label in labels)
    mirror = ""
    if case in report.mirror:
        figure = _figure(mirror_chart(report, case), f"{key}m")
        status = f"<p><strong>{escape(rating.mirror().status)}</strong></p>"
        mirror = f"{_heading('mirror', 4)}{status}{figure}"
        mirror += _say("mirror_gap")
    return (
        f"<section><h3>{escape(case)}</h3>{_figure(case_chart(report, case), key)}"
        f"{table}{sizes}{keep}{mirror}</section>"
    )


def _phase_rows(phases, labels):
    rows = [
        (row["phase"] if len(labels) < 2 else f"{row['phase']}{row['case'][-2]}", f"{row['n']}",
         f"{row['missing']}", number(row["mean"]), number(row["median"]), number(row["sd"]),
         _ends(row, "g"),
         number(row["steady_slope"], "+.3f"), number(row["slope"], "+.3f"))
        for row in phases
    ]  # fmt: skip
    return word("evaluate", "phase_columns").split("|"), rows


def _sizes(report, label):
    rows = [_size(row) for row in report.sizes[report.sizes["case"] == label].to_dict("records")]
    caption = word("evaluate", "sizes", case=label)
    return _table(caption, word("evaluate", "size_columns").split("|"), rows)


def _size(row):
    value, reason = row["value"], row["reason"]
    about = {**least(row["n_a"], row["n_b"]), "n_a": row["n_a"], "n_b": row["n_b"]}
    says: str = ""
    if not isnan(value):
        says = word("evaluate", f"says_{row['index']}", value=value, **about)
    says = re.sub(r"(?<!\w)-(?=\d)", "\N{MINUS SIGN}", says)
    return (word("evaluate", f"name_{row['index']}"), number(value), _ends(row),
            number(row["se"], ".3f"), number(row["autocorrelation"]),
            word("evaluate", "and", one=row["n_a"], other=row["n_b"]),
            f"{says} {reason}".strip())  # fmt: skip


def _ends(row, form=".2f") -> str:
    low, high = number(row["low"], form), number(row["high"], form)
    return low if isnan(row["low"]) else word("evaluate", "from_to", low=low, high=high)


def _figure(chart, key) -> str:
    name = escape(word("evaluate", "picture", title=chart.title))
    picture, folded = _say("no_picture"), ""
    try:
        drawn = re.sub(r"\bclip(\d+)", rf"{key}-\1", _own_colors(svg(chart)))
    except ImportError:
        folded = " open"
    else:
        image = f'<div role="img" aria-label="{escape(chart.sentence)}">{drawn}</div>'
        picture = (
            f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">{image}</div>'
        )
    kind = "points" if len(chart.columns) < 4 else ""
    table = _table(chart.title, chart.columns, chart.rows, kind)
    more = escape(word("evaluate", "numbers"))
    return (
        f"<figure>{picture}<figcaption>{escape(chart.sentence)}</figcaption></figure>"
        f"<details{folded}><summary>{more}</summary>{table}</details>"
    )


def _colors() -> str:
    light, dark = ("".join(f"--c-{color[1:]}:{shade};" for color, shade in each)
                   for each in (((c, c) for c in DARK), DARK.items()))  # fmt: skip
    screen = "@media screen and (prefers-color-scheme:dark)"
    return f":root{{{light}color-scheme:light dark}}{screen}{{:root{{{dark}}}}}"


def _own_colors(drawn: str) -> str:
    """Let a picture take its colours from the page, which knows light and dark."""
    for color in DARK:
        drawn = drawn.replace(f'"{color}"', f'"var(--c-{color[1:]})"')
    return drawn


def _closing(report):
    used = report.sizes["index"].unique()
    sources = sorted({f"{word('evaluate', f'name_{n}')}: {INDICES[n].reference}" for n in used})
    sources += [word("evaluate", "source_trend")]
    sources += [word("evaluate", "source_test")] * bool(report.tests)
    notes = [*report.sessions.notes, *([report.mirror_note] if report.mirror_note else [])]
    reading = f"{_heading('reading')}{_list(notes)}" if notes else ""
    return f"{reading}{_heading('sources')}{_list(sources)}"
