"""Intervals of lots, of several cases, of coders and of forms."""

import math
from collections.abc import Callable
from typing import NamedTuple

from benchmarks.coverage.series import Cell, sessions

RUNS = 1000


class Other(NamedTuple):
    """What is simulated: a name, the setting in words, and one run (low, high, true value)."""

    name: str
    setting: str
    once: Callable


def others() -> list[Other]:
    """List all that is simulated run by run."""
    found = [
        Other("effect by inverted lots", f"60 sessions, 51 lots, alike by {r:g}", by_lots(r))
        for r in (0.0, 0.3, 0.6)
    ]
    found += [
        Other("between-case SMD", f"{m} cases of 20 sessions, alike by {r:g}", across(m, r))
        for m in (3, 5, 8)
        for r in (0.0, 0.3)
    ]
    for n in (15, 30, 100):
        for kappa in (0.5, 0.9):
            for base in (0.5, 0.9):
                setting = f"{n} units, kappa {kappa:g}, the more frequent code {100 * base:.0f} %"
                found += [
                    Other("Cohen's kappa", setting, coders("cohen_kappa", n, kappa, base)),
                    Other("Gwet's AC1", setting, coders("gwet_ac1", n, kappa, base)),
                    Other("Krippendorff's alpha", setting, coders("alpha", n, kappa, base)),
                    Other("share coded alike", setting, coders("share", n, kappa, base)),
                ]
    for n in (10, 40):
        found += [
            Other("Cronbach's alpha", f"{n} people, 5 lines, alpha .8", form(n)),
            Other("ICC(2,1)", f"{n} units, 3 raters, ICC .6", raters(n)),
            Other("paired effect size", f"{n} people, change .5", paired(n)),
        ]
    found += [
        Other(
            "share of talk",
            f"{turns} turns, their lengths spread by {spread:g}",
            talk(turns, spread),
        )
        for turns in (20, 40, 80)
        for spread in (0.7, 1.0)
    ]
    return found


def coverage(other: Other, runs: int = RUNS, seed: int = 1) -> Cell:
    """Simulate one kind of interval."""
    import numpy as np

    rng = np.random.default_rng([seed, *other.setting.encode()])
    ends = np.array([other.once(rng) for _ in range(runs)])
    given = ~np.isnan(ends[:, 0])
    held = (ends[:, 0] <= ends[:, 2] + 1e-12) & (ends[:, 2] <= ends[:, 1] + 1e-12)
    return Cell(np.sum(held & given) / max(given.sum(), 1), given.mean())


def by_lots(alike: float) -> Callable:
    """Draw a start, shift what follows by 1, invert the test."""
    from workbook.measures.randomization import start_point_test

    def once(rng):
        start = int(rng.integers(5, 56))
        y = sessions(rng, (60,), alike)
        y[start:] += 1
        found = start_point_test(y, start, min_phase=5)
        return found.low, found.high, 1.0

    return once


def across(cases: int, alike: float) -> Callable:
    """Draw cases that differ as much as their sessions do."""
    import numpy as np
    import pandas as pd

    from workbook.measures.single_case import bc_smd

    def once(rng):
        starts = np.linspace(6, 14, cases).round().astype(int)
        y = sessions(rng, (cases, 20), alike) + rng.standard_normal((cases, 1))
        is_b = np.arange(1, 21) > starts[:, None]
        rows = {
            "case": np.repeat(np.arange(cases), 20),
            "session": np.tile(np.arange(1, 21), cases),
            "phase": np.where(is_b, "B", "A").ravel(),
            "outcome": (y + math.sqrt(2) * is_b).ravel(),
        }
        found = bc_smd(pd.DataFrame(rows))
        return found.low, found.high, 1.0

    return once


def coders(measure: str, n: int, kappa: float, base: float) -> Callable:
    """Let a second coder repeat the first in a share of units, and else guess by the base rate."""
    from workbook.measures import agreement

    shares = (base, 1 - base)
    alike = kappa + (1 - kappa) * sum(share**2 for share in shares)
    chance = sum(share * (1 - share) for share in shares)
    true = {"share": alike, "gwet_ac1": (alike - chance) / (1 - chance)}.get(measure, kappa)
    functions = {
        "share": agreement.percent_agreement,
        "cohen_kappa": agreement.cohen_kappa,
        "gwet_ac1": lambda a, b: agreement.gwet_ac1(a, b, codes=[0, 1]),
        "alpha": lambda a, b: agreement.krippendorff_alpha(a, b, resamples=500),
    }

    def once(rng):
        first, guess = (rng.random((2, n)) >= base).astype(int)
        second = [
            a if r < kappa else b for a, b, r in zip(first, guess, rng.random(n), strict=True)
        ]
        found = functions[measure](first.tolist(), list(map(int, second)))
        return found.low, found.high, true

    return once


def form(n: int) -> Callable:
    """Draw five parallel lines whose alpha is .8."""
    from workbook.measures.agreement import cronbach_alpha

    def once(rng):
        found = cronbach_alpha(rng.normal(0, 1, (n, 1)) + rng.normal(0, math.sqrt(1.25), (n, 5)))
        return found.low, found.high, 0.8

    return once


def raters(n: int) -> Callable:
    """Draw ratings of which .6 of the variance lies between units, .1 between raters."""
    from workbook.measures.agreement import icc

    def once(rng):
        units, people = rng.normal(0, math.sqrt(0.6), (n, 1)), rng.normal(0, math.sqrt(0.1), (1, 3))
        found = icc(units + people + rng.normal(0, math.sqrt(0.3), (n, 3)))
        return found.low, found.high, 0.6

    return once


def paired(n: int) -> Callable:
    """Draw two forms of the same people, alike by .6."""
    from workbook.measures.paired import paired_effect_size

    def once(rng):
        person = rng.normal(0, math.sqrt(0.6), n)
        first, second = (person + rng.normal(0, math.sqrt(0.4), n) for _ in range(2))
        found = paired_effect_size(first, second + 0.5)
        return found.low, found.high, 0.5

    return once


def talk(turns: int, spread: float) -> Callable:
    """Let two people take turns of lognormal lengths, one of them half as long again."""
    from workbook.measures.talk.resample import blocks, interval, resampled_totals

    def once(rng):
        means = [18, 12] * (turns // 2)
        words = [round(mean * math.exp(rng.normal(-(spread**2) / 2, spread))) for mean in means]
        rows = [[one * (n % 2 == 0), one * (n % 2)] for n, one in enumerate(words)]
        shares = [a / (a + b) for a, b in resampled_totals(rows, 400, int(rng.integers(2**31)))]
        low, high = interval(shares, blocks(turns))
        return low, high, 18 / 30

    return once
