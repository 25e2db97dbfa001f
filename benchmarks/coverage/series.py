"""Intervals of two phases: simulated sessions with a level that moves, alike or not."""

import math
from statistics import NormalDist
from typing import NamedTuple

SIZES = ((3, 5), (5, 5), (5, 10), (8, 8), (10, 20), (16, 16))  # sessions before and after
LEVEL, GOAL = 5.0, 9.0  # standard deviations above 0, where a ratio or a goal needs a zero
RUNS = 4000


class Cell(NamedTuple):
    """How many intervals held, of those that were given, and how many were not."""

    held: float
    given: float


class Row(NamedTuple):
    """What is simulated: an index, its options, how far the level moves, how alike sessions are."""

    name: str
    index: str
    options: dict
    effect: float
    alike: float


def rows() -> list[Row]:
    """List all that is simulated."""
    kinds = [
        ("NAP (Tau is twice it, less 1)", "nap", {}),
        ("SMD by the baseline, normal", "smd", {"interval": "normal"}),
        ("SMD by the baseline, t", "smd", {"interval": "t"}),
        ("SMD pooled, normal", "smd", {"std": "pooled", "interval": "normal"}),
        ("SMD pooled, t", "smd", {"std": "pooled", "interval": "t"}),
        ("log response ratio and percent change, normal", "lrr", {"interval": "normal"}),
        ("log response ratio and percent change, t", "lrr", {"interval": "t"}),
        ("PoGO, t", "pogo", {"goal": GOAL}),
        ("log ratio of medians, normal", "lrm", {}),
    ]
    effects = (0.0, 2.0)
    return [
        Row(name, index, options, effect, alike)
        for name, index, options in kinds
        for effect in effects + ((4.0,) if index == "smd" else ())
        for alike in (0.0, 0.3)
    ]


def coverage(row: Row, size, runs: int = RUNS, seed: int = 1) -> Cell:
    """Simulate one kind of interval with one number of sessions."""
    import numpy as np

    from workbook.measures.single_case import effect_sizes

    m, n = size
    rng = np.random.default_rng([seed, m, n, int(10 * row.effect), int(10 * row.alike)])
    y = LEVEL + sessions(rng, (runs, m + n), row.alike)
    y[:, m:] += row.effect
    found = effect_sizes(frame(y, m), indices=[row.index], improvement="increase", **row.options)
    low, high = found["low"].to_numpy(), found["high"].to_numpy()
    given, true = ~np.isnan(low), truth(row)
    return Cell(np.mean((low <= true) & (true <= high)) / max(given.mean(), 1e-9), given.mean())


def truth(row: Row) -> float:
    """Give the number that the interval is to hold."""
    ratio = math.log((LEVEL + row.effect) / LEVEL)
    return {
        "nap": NormalDist().cdf(row.effect / math.sqrt(2)),
        "smd": row.effect,
        "lrr": ratio,
        "lrm": ratio,
        "pogo": 100 * row.effect / (GOAL - LEVEL),
    }[row.index]


def sessions(rng, shape, alike: float):
    """Draw sessions with variance 1, of which each is like the one before."""
    y = rng.standard_normal(shape)
    if alike:
        y[..., 1:] *= math.sqrt(1 - alike**2)
        for t in range(1, shape[-1]):
            y[..., t] += alike * y[..., t - 1]
    return y


def frame(y, m: int):
    """Put series into long form, with the first B session after ``m``."""
    import numpy as np
    import pandas as pd

    runs, length = y.shape
    return pd.DataFrame({
        "case": np.repeat(np.arange(runs), length),
        "session": np.tile(np.arange(1, length + 1), runs),
        "phase": np.tile(["A"] * m + ["B"] * (length - m), runs),
        "outcome": y.ravel(),
    })  # fmt: skip
