"""What importing the workbook costs, against the libraries that it uses."""

import json
import statistics
import subprocess
import sys

from benchmarks.table import row

RUNS = 5
LIBRARIES = "import pandas, altair, ipywidgets"
WORKBOOK = "import workbook"
LESSON = "import workbook.lesson"
PAGE = (
    "import workbook.lesson, workbook.widgets.panels, workbook.widgets.exercise; "
    "workbook.lesson.charts.chart_ids()"
)

# Runs in a fresh Python: what it does first is not counted, what it does then is.
CHILD = """
import json, sys, time
import psutil
process = psutil.Process()
exec(sys.argv[1])
memory, start = process.memory_info().rss, time.process_time()
exec(sys.argv[2])
cpu = time.process_time() - start
print(json.dumps([cpu, (process.memory_info().rss - memory) / 2**20]))
"""


def measure() -> list[dict]:
    """Return rows for the import alone, and for the import once the libraries are in."""
    cases = {
        "libraries": ("", LIBRARIES),
        "workbook": ("", WORKBOOK),
        "lesson": ("", LESSON),
        "page": ("", PAGE),
        "workbook after": (LIBRARIES, WORKBOOK),
        "lesson after": (LIBRARIES, LESSON),
        "page after": (LIBRARIES, PAGE),
    }
    cost = medians(cases)
    cpu, memory = cost["libraries"]
    rows = [
        row(f"`{LIBRARIES}`, CPU", cpu, unit="s"),
        row(f"`{LIBRARIES}`, memory", memory, unit="MB"),
    ]
    for name, words in (
        ("workbook", f"`{WORKBOOK}`"),
        ("lesson", f"`{LESSON}`"),
        ("page", "all that a page of the course imports"),
    ):
        bars = (0.30, 0.35, 0.02, 3) if name == "workbook" else (None,) * 4
        alone, after = cost[name], cost[f"{name} after"]
        rows += [
            row(f"{words}, CPU against the libraries", alone[0] / cpu, bars[0]),
            row(f"{words}, memory against the libraries", alone[1] / memory, bars[1]),
            row(f"{words} once the libraries are in, CPU against them", after[0] / cpu, bars[2]),
            row(f"{words} once the libraries are in, memory on top", after[1], bars[3], "MB"),
        ]
    return rows


def medians(cases: dict) -> dict:
    """Measure every case in turns, so that a busy machine slows all alike."""
    found = {name: [] for name in cases}
    for number in range(RUNS + 1):
        for name, steps in cases.items():
            cost = _child(*steps)
            if number:  # the first round only fills the caches of the disk
                found[name].append(cost)
    return {
        name: tuple(statistics.median(side) for side in zip(*costs, strict=True))
        for name, costs in found.items()
    }


def _child(before: str, action: str) -> list[float]:
    command = [sys.executable, "-c", CHILD, before, action]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
