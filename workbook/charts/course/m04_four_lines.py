"""A multiple baseline: four workers below each other, each with the start that the lot gave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import fmean, linear_regression
from typing import TYPE_CHECKING, Any

from workbook.charts.course.weeks import (
    guides,
    lane,
    made_up,
    marks,
    read,
    source_line,
    upright,
    weeks,
)
from workbook.charts.kit import theme
from workbook.charts.kit.chart_words import ChartWords, chart_id, chart_words
from workbook.charts.kit.marks import beside, down, rows_of
from workbook.charts.kit.model import Cell, Chart, Spec
from workbook.charts.kit.render import vega_lite
from workbook.readings import describe
from workbook.words import word

if TYPE_CHECKING:
    import altair as alt

__all__ = ["build"]

ID = chart_id(__name__)
STEP, HEAD = 104, 26  # pixels: one worker, and the words above the line
Worker = dict[str, Any]


def build(datasets: Path) -> Chart:
    """Build the chart of four workers who start in an order drawn by lot."""
    rows = read(datasets, "four_workers")
    workers = sorted((_worker(rows, case) for case in _cases(rows)), key=lambda one: one["start"])
    rises = [one["after"] - one["before"] for one in workers]
    text = chart_words(
        ID,
        source=source_line(),
        starts=describe.in_words([_phrase("starts_in", one) for one in workers]),
        least=f"{min(rises):.1f}",
        most=f"{max(rises):.1f}",
        rising=sum(rise > 0 for rise in rises),
        all=len(rises),
        drift=f"{max(abs(one['drift']) for one in workers):.2f}",
        **_tested(rows),
    )
    table = [row for one in workers for row in _table(one)]
    return text.chart((made_up(),), table, _picture(workers, text))


def _phrase(phrase: str, one: Worker) -> str:
    return word(ID, phrase, name=one["name"], start=one["start"])


def _cases(rows: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(row["case"] for row in rows))


def _worker(rows: list[dict[str, Any]], case: str) -> Worker:
    own = [row for row in rows if row["case"] == case]
    phases = {name: [row["outcome"] for row in own if row["phase"] == name] for name in "AB"}
    return {
        "name": case[0].upper() + case[1:],
        "start": next(row["session"] for row in own if row["phase"] == "B"),
        "weeks": own,
        "counts": [len(phase) for phase in phases.values()],
        "before": fmean(phases["A"]),
        "after": fmean(phases["B"]),
        "drift": linear_regression(range(len(phases["A"])), phases["A"]).slope,
    }


def _tested(rows: list[dict[str, Any]]) -> dict[str, Any]:
    import pandas as pd

    from workbook.measures.randomization import multiple_baseline_test

    test = multiple_baseline_test(pd.DataFrame(rows), scheme="orders", improvement="increase")
    return {
        "n": test.n_assignments,
        "reached": round(test.p * test.n_assignments),
        "p": describe.share_of_one(test.p),
        "smallest": describe.share_of_one(test.smallest_p),
    }


def _table(one: Worker) -> Iterator[tuple[Cell, ...]]:
    parts, means = (word(ID, "before"), word(ID, "after")), (one["before"], one["after"])
    for part, count, mean in zip(parts, one["counts"], means, strict=True):
        yield (_phrase("worker", one), part, f"{count}", f"{mean:.2f}")


def _picture(workers: list[Worker], text: ChartWords) -> Spec:
    height, last = STEP * len(workers), workers[0]["weeks"][-1]["session"]
    layers = [
        layer for n, one in enumerate(workers) for layer in _lane(one, n * STEP, height, last)
    ]
    return vega_lite(layers, **text.above(), height=height)


def _lane(one: Worker, top: int, height: int, last: int) -> list[alt.Chart]:
    """Draw one worker: words, weeks, and the start."""
    place = lane(top + HEAD, top + STEP - 14, 2.4, 4.4)
    rows = [
        {"week": each["session"], "y": place(each["outcome"]), "phase": each["phase"],
         "said": _mark(one["name"], each)}
        for each in one["weeks"]
    ]  # fmt: skip
    start = {"at": one["start"] - 0.5, "top": top + HEAD - 6, "bottom": top + STEP - 10}
    line = rows_of(rows).mark_line(color=theme.MUTED, strokeWidth=1.5, aria=False)
    return [
        *guides({3: "3", 4: "4"}, place, height),
        beside(_head(one, top), down(height), "words", baseline="middle", fontWeight=600),
        upright(rows_of([start]), height, last),
        line.encode(x=weeks(last), y=down(height), detail="phase:N"),
        *marks(rows, height, last, "datum.phase === 'A'"),
    ]


def _mark(name: str, each: dict[str, Any]) -> str:
    return word(ID, "mark", name=name, week=each["session"], points=each["outcome"])


def _head(one: Worker, top: int) -> alt.Chart:
    means = {name: f"{one[name]:.2f}" for name in ("before", "after")}
    wide = word(ID, "head_wide", name=one["name"], start=one["start"], **means)
    head = {"y": top + 10, "wide": wide, "narrow": _phrase("worker", one)}
    return rows_of([head]).transform_calculate(words=f"{theme.ROOMY} ? datum.wide : datum.narrow")
