"""One start line that can be moved: a rise that many other start weeks would show as well."""

from pathlib import Path
from statistics import fmean
from typing import Any

from workbook.charts.course.m04_move_the_start_picture import picture
from workbook.charts.course.weeks import made_up, read, source_line
from workbook.charts.kit.chart_words import chart_id, chart_words
from workbook.charts.kit.model import Cell, Chart
from workbook.readings.describe import share_of_one
from workbook.words import word, words

__all__ = ["build"]

ID = chart_id(__name__)
LEAST = 4  # weeks in each phase, for a start to be possible


def build(datasets: Path) -> Chart:
    """Build the chart of the start that can be moved."""
    rows = read(datasets, "opening_question")
    outcome = [row["outcome"] for row in rows]
    real = [row["phase"] for row in rows].index("B")
    starts = _starts(outcome, real)
    [own] = [each for each in starts if each["kind"] == "own"]
    ends = {"first": starts[0]["start"], "last": starts[-1]["start"], "n": len(starts)}
    about = {**own, **_tested(outcome, real), **ends, "source": source_line()}
    text = chart_words(ID, **about)
    spec = picture([(r["session"], r["outcome"]) for r in rows], starts, own["start"], text)
    table = [_row(each) for each in sorted(starts, key=lambda each: each["kind"] == "smaller")]
    return text.chart((made_up(),), table, spec)


def _row(each: dict[str, Any]) -> tuple[Cell, ...]:
    reaches, smaller = words(ID)["groups"]
    group = smaller if each["kind"] == "smaller" else reaches
    week = word(ID, "week", week=each["start"])
    return (group, week, each["before"], each["after"], each["difference"])


def _tested(outcome: list[float], real: int) -> dict[str, Any]:
    from workbook.measures.randomization import start_point_test
    from workbook.measures.single_case import nap

    test = start_point_test(outcome, real, min_phase=LEAST)
    higher = nap(outcome[:real], outcome[real:], improvement="increase").value
    return {
        "reached": round(test.p * test.n_assignments),
        "p": share_of_one(test.p),
        "smallest": share_of_one(test.smallest_p),
        "nap": share_of_one(higher),
        "percent": f"{higher:.0%}".removesuffix("%"),
    }


def _starts(outcome: list[float], real: int) -> list[dict[str, Any]]:
    """Give both averages for every possible start, and whether it reaches the real one."""
    found = {}
    for place in range(LEAST, len(outcome) - LEAST + 1):
        before, after = fmean(outcome[:place]), fmean(outcome[place:])
        found[place] = {"before": before, "after": after, "difference": after - before}

    def kind(place: int) -> str:
        if place == real:
            return "own"
        reaches = found[place]["difference"] >= found[real]["difference"] - 1e-9
        return "reaches" if reaches else "smaller"

    return [
        {
            "start": place + 1,
            "kind": kind(place),
            "numbers": numbers,
            **{name: f"{number:.2f}" for name, number in numbers.items()},
            "difference": f"{numbers['difference']:.3f}",
        }
        for place, numbers in found.items()
    ]
