"""A multiple baseline: four workers below each other, each with the start that the lot gave."""

from statistics import fmean, linear_regression

from workbook.charts import describe, theme
from workbook.charts.marks import beside, down, rows_of
from workbook.charts.render import vega_lite
from workbook.charts.told import told
from workbook.charts.weeks import SAYS, SOURCE, guides, lane, marks, read, upright, weeks

__all__ = ["build"]

STEP, HEAD = 104, 26  # pixels: one worker, and the words above the line


def build(chart_id, datasets):
    """Build the chart of four workers who start in an order drawn by lot.

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
    >>> chart = build("04/four_lines", Path(__file__).parents[2] / "datasets")
    >>> list(dict.fromkeys(row[0].partition(", ")[2] for row in chart.rows))
    ['start in week 7', 'start in week 10', 'start in week 13', 'start in week 16']
    """
    rows = read(datasets, "four_workers")
    workers = sorted((_worker(rows, case) for case in _cases(rows)), key=lambda one: one["start"])
    rises = [one["after"] - one["before"] for one in workers]
    said = told(
        chart_id,
        source=SAYS,
        starts=describe.in_words([f"{one['name']} in week {one['start']}" for one in workers]),
        least=f"{min(rises):.1f}",
        most=f"{max(rises):.1f}",
        rising=sum(rise > 0 for rise in rises),
        all=len(rises),
        drift=f"{max(abs(one['drift']) for one in workers):.2f}",
        **_tested(rows),
    )
    table = [row for one in workers for row in _table(one)]
    return said.chart((SOURCE,), table, _picture(workers, said))


def _cases(rows):
    return dict.fromkeys(row["case"] for row in rows)


def _worker(rows, case):
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


def _tested(rows):
    import pandas as pd

    from workbook.measures.randomization import multiple_baseline_test

    test = multiple_baseline_test(pd.DataFrame(rows), scheme="orders", improvement="increase")
    return {
        "n": test.n_assignments,
        "reached": round(test.p * test.n_assignments),
        "p": describe.share_of_one(test.p),
        "smallest": describe.share_of_one(test.smallest_p),
    }


def _table(one):
    name = f"{one['name']}, start in week {one['start']}"
    for part, count, mean in zip(
        ("Before the start", "After it"), one["counts"], (one["before"], one["after"]), strict=True
    ):
        yield (name, part, f"{count}", f"{mean:.2f}")


def _picture(workers, said):
    height, last = STEP * len(workers), workers[0]["weeks"][-1]["session"]
    layers = [
        layer for n, one in enumerate(workers) for layer in _lane(one, n * STEP, height, last, said)
    ]
    return vega_lite(layers, **said.above(), height=height)


def _lane(one, top, height, last, said):
    """Draw one worker: words, weeks, and the start."""
    place = lane(top + HEAD, top + STEP - 14, 2.4, 4.4)
    rows = [
        {"week": each["session"], "y": place(each["outcome"]), "phase": each["phase"],
         "said": f"{one['name']}, week {each['session']}: {each['outcome']} points"}
        for each in one["weeks"]
    ]  # fmt: skip
    start = {"at": one["start"] - 0.5, "top": top + HEAD - 6, "bottom": top + STEP - 10}
    about = {"name": one["name"], "start": one["start"],
             **{name: f"{one[name]:.2f}" for name in ("before", "after")}}  # fmt: skip
    wide, narrow = (text.format(**about) for text in said.parts["head"])
    head = rows_of([{"y": top + 10, "wide": wide, "narrow": narrow}]).transform_calculate(
        words=f"{theme.ROOMY} ? datum.wide : datum.narrow"
    )
    line = rows_of(rows).mark_line(color=theme.MUTED, strokeWidth=1.5, aria=False)
    return [
        *guides({3: "3", 4: "4"}, place, height),
        beside(head, down(height), "words", baseline="middle", fontWeight=600),
        upright(rows_of([start]), height, last),
        line.encode(x=weeks(last), y=down(height), detail="phase:N"),
        *marks(rows, height, last, "datum.phase === 'A'"),
    ]
