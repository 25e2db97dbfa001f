"""What a group picture costs, as ratios within one run: ``python -m benchmarks cohort``."""

import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from simulated import quick

from workbook.cohort import found, gather
from workbook.cohort.count import figures
from workbook.content.library import Library, packaged_course

FEW, MANY = 300, 3000


def measure() -> list[dict]:
    """Return one dict (name, value, bar, unit) per measure; bar None means that none is set."""
    library = Library(packaged_course())
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for n, data in enumerate(quick(library, MANY)):
            (place / f"{n}.json").write_bytes(data)
        few = [place / f"{n}.json" for n in range(FEW)]
        parse, small, large = (
            _best(lambda: [path.read_bytes().decode().count("{") for path in few]),
            _best(lambda: figures(library, gather(found(few)))),
            _best(lambda: figures(library, gather(found([place]))), 2),
        )
        tracemalloc.start()
        figures(library, gather(found([place])))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return [
        _row("10 times the hand-ins / the hand-ins", large / small, 12, "ratio"),
        _row("group picture / only opening its files", small / parse, None, "ratio"),
        _row("hand-ins a second", MANY / large, None, "1/s"),
        _row("memory for each hand-in", peak / MANY / 1024, 100, "KiB"),
    ]


def _best(action, rounds: int = 3) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - start)
    return best


def _row(name: str, value: float, bar: float | None, unit: str) -> dict:
    return {"name": name, "value": value, "bar": bar, "unit": unit}
