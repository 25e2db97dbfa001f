"""One start line that can be moved: a rise that many other start weeks would show as well."""

from statistics import fmean

from workbook.charts.describe import share_of_one
from workbook.charts.move_the_start_picture import picture
from workbook.charts.told import told
from workbook.charts.weeks import SAYS, SOURCE, read

__all__ = ["build"]

LEAST = 4  # weeks in each phase, for a start to be possible


def build(chart_id, datasets):
    """Build the chart of the start that can be moved.

    Parameters
    ----------
    chart_id : str
    datasets : pathlib.Path

    Returns
    -------
    workbook.charts.Chart

    Examples
    --------
    >>> from pathlib import Path
    >>> chart = build("04/move_the_start", Path(__file__).parents[2] / "datasets")
    >>> [row[1] for row in chart.rows if row[0].startswith("Smaller")]
    ['Week 5', 'Week 6', 'Week 11']
    """
    rows = read(datasets, "opening_question")
    outcome = [row["outcome"] for row in rows]
    real = [row["phase"] for row in rows].index("B")
    starts = _starts(outcome, real)
    [own] = [each for each in starts if each["kind"] == "own"]
    ends = {"first": starts[0]["start"], "last": starts[-1]["start"], "n": len(starts)}
    about = {**own, **_tested(outcome, real), **ends, "source": SAYS}
    said = told(chart_id, **about)
    spec = picture([(r["session"], r["outcome"]) for r in rows], starts, own["start"], said)
    table = [
        (said.parts["groups"][each["kind"] == "smaller"], f"Week {each['start']}",
         each["before"], each["after"], each["difference"])
        for each in sorted(starts, key=lambda each: each["kind"] == "smaller")
    ]  # fmt: skip
    return said.chart((SOURCE,), table, spec)


def _tested(outcome, real):
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


def _starts(outcome, real):
    """Give both averages for every possible start, and whether it reaches the real one."""
    found = {}
    for place in range(LEAST, len(outcome) - LEAST + 1):
        before, after = fmean(outcome[:place]), fmean(outcome[place:])
        found[place] = {"before": before, "after": after, "difference": after - before}

    def kind(place):
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
