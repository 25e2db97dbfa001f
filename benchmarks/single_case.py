"""What the single-case measures cost, as ratios within one run."""

import importlib.util
import subprocess
import sys
import time

from benchmarks.table import row

NINE = ["nap", "tau", "tau_bc", "pnd", "pem", "pand", "ird", "smd", "lrr"]
SERIES, A, B = 10_000, 10, 15
ROUNDS = 5
BY_SCIPY = 200  # series that SciPy is timed with; it takes as long for each
PERMUTED = 1000
MEMORY = """
import sys, tracemalloc
import psutil
from benchmarks.single_case import NINE, invented
from workbook.measures.single_case import effect_sizes
invented(1)
before = psutil.Process().memory_info().rss
tracemalloc.start()
effect_sizes(invented(int(sys.argv[1]))[1], indices=NINE, improvement="increase")
top = tracemalloc.get_traced_memory()[1]
print(top / 2**20, (before + top) / 2**20)
"""


def measure() -> list[dict]:
    """Give the rows of the single-case measures."""
    from workbook.measures.single_case import effect_sizes

    values, data = invented(SERIES)

    def sizes(names):
        return lambda: effect_sizes(data, indices=names, improvement="increase")

    nap, nine = _in_turns(sizes(["nap"]), sizes(NINE))
    together, apart = _in_turns(*_one_by_one(values, data), rounds=3)
    rows = [
        row("NAP of 1,000 series at once / one by one (1/100)", together / apart, 0.01),
        row("nine indices / NAP alone, 10,000 series", nine / nap, 4),
        row("NAP with error and interval, 10,000 series", 1000 * nap, None, "ms"),
    ]
    rows += _by_lots()
    if importlib.util.find_spec("scipy"):
        rows += _beside_scipy(values, nap)
    (few, _), (many, whole) = _peak(SERIES), _peak(10 * SERIES)
    return [
        *rows,
        row("memory of all, nine indices of 100,000 series", whole, 1024, "MB"),
        row("memory for 100,000 series / for 10,000", many / few, 11),
    ]


def invented(count: int):
    """Give seeded series, as an array and in long form."""
    import numpy as np
    import pandas as pd

    rng = np.random.default_rng(20261122)
    values = rng.normal(10, 3, (count, A + B)).round(1)
    values[:, A:] += 1
    columns = {
        "case": np.repeat(np.arange(count), A + B),
        "session": np.tile(np.arange(1, A + B + 1), count),
        "phase": np.tile(list("A" * A + "B" * B), count),
        "outcome": values.ravel(),
    }
    return values, pd.DataFrame(columns)


def _one_by_one(values, data):
    from workbook.measures.single_case import effect_sizes, nap

    some = data.iloc[: 1000 * (A + B)]

    def apart():
        for series in values[:1000]:
            nap(series[:A], series[A:], improvement="increase")

    return lambda: effect_sizes(some, indices=["nap"], improvement="increase"), apart


def _by_lots() -> list[dict]:
    """Time the effect with its interval, and a statistic that looks at all pairs."""
    import numpy as np

    from workbook.measures.randomization import start_point_test

    y = np.random.default_rng(1).normal(size=3000).round(1)

    def with_interval():
        start_point_test(y[:1000], 500)

    def one_shift():
        for s in range(5, 996):
            y[s:1000].mean() - y[:s].mean()

    def pairs(sessions):
        return lambda: start_point_test(y[:sessions], sessions // 2, statistic="NAP")

    (interval, once), (short, long) = (
        _in_turns(with_interval, one_shift), _in_turns(pairs(1000), pairs(3000), rounds=2)
    )  # fmt: skip
    return [
        row(
            "effect with its interval, 1,000 sessions / p of one shift in a loop",
            interval / once,
            1,
        ),
        row("start test by NAP, 3,000 sessions / 1,000", long / short, 20),
    ]


def _beside_scipy(values, nap: float) -> list[dict]:
    from scipy import stats

    from workbook.measures.randomization import permutation_test

    def difference(x, y, axis):
        return x.mean(axis=axis) - y.mean(axis=axis)

    def shared():
        permutation_test(values[:PERMUTED], A, improvement="increase", permutations=10_000)

    def each():
        for series in values[:3]:
            stats.permutation_test(
                (series[A:], series[:A]), difference, n_resamples=10_000, vectorized=True,
                alternative="greater",
            )  # fmt: skip

    def loop():
        for series in values[:BY_SCIPY]:
            stats.mannwhitneyu(series[A:], series[:A])

    (mann_whitney,), (own, theirs) = _in_turns(loop), _in_turns(shared, each, rounds=2)
    scipy = mann_whitney * SERIES / BY_SCIPY
    return [
        row("NAP / loop over scipy.stats.mannwhitneyu (1/30)", nap / scipy, 1 / 30),
        row(
            "10,000 permutations x 1,000 series / scipy.stats.permutation_test (1/30)",
            own / (theirs * PERMUTED / 3),
            1 / 30,
        ),
    ]


def _in_turns(*actions, rounds: int = ROUNDS) -> list[float]:
    """Give the best time of each, taken in turns so that a busy machine slows all alike."""
    best = [float("inf")] * len(actions)
    for _ in range(rounds):
        for place, action in enumerate(actions):
            start = time.perf_counter()
            action()
            best[place] = min(best[place], time.perf_counter() - start)
    return best


def _peak(series: int) -> list[float]:
    """Give the most memory of a fresh Python: data and measures, and the libraries too."""
    line = [sys.executable, "-c", MEMORY, str(series)]
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    return [float(each) for each in done.stdout.split()]
