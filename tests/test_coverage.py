"""The page on coverage: its corners are simulated again, and what the measures say follows it."""

import math
import re
from pathlib import Path

import pytest
from sweep import first

from benchmarks.coverage import others, series
from workbook.measures.single_case import levels

PAGE = Path(__file__).resolve().parents[1] / "docs" / "coverage.md"
FEWER = 800


def cells():
    """Read the page: (interval, setting, size) to percent held; the size of the second is ''."""
    found, head = {}, []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        parts = [part.strip() for part in line.strip("|").split("|")]
        if not line.startswith("|") or set(line) <= set("| -"):
            continue
        if parts[0] == "interval":
            head = parts
        elif len(head) == 3:
            found[parts[0], parts[1], ""] = parts[2]
        else:
            for size, cell in zip(head[3:], parts[3:], strict=True):
                found[parts[0], f"{parts[1]}, {parts[2]}", size] = cell
    return {key: float(cell.split()[0]) for key, cell in found.items() if cell != "-"}


CORNERS = [
    row for row in series.rows() if row.index in ("nap", "smd", "lrr", "pogo") and row.effect < 4
]


@pytest.mark.parametrize(
    "row", first(3, CORNERS), ids=lambda row: f"{row.name} {row.effect} {row.alike}"
)
@pytest.mark.parametrize("size", [(5, 5), (10, 20)], ids=str)
def test_a_corner_of_the_first_table_comes_again_with_other_luck(row, size):
    held = cells()[row.name, f"{row.effect:g}, {row.alike:g}", "{} + {}".format(*size)]
    assert 100 * series.coverage(row, size, FEWER, seed=7).held == near(held, FEWER)


@pytest.mark.parametrize(
    "other",
    first(
        3,
        [
            each
            for each in others.others()
            if "lots" in each.name or "30 units" in each.setting or "20 turns" in each.setting
        ],
    ),
    ids=lambda other: f"{other.name}, {other.setting}",
)
def test_a_corner_of_the_second_table_too(other):
    runs = 150
    held = cells()[other.name, other.setting, ""]
    assert 100 * others.coverage(other, runs, seed=7).held == near(held, runs)


def near(held, runs):
    share = min(max(held / 100, 0.02), 0.98)
    return pytest.approx(held, abs=450 * math.sqrt(share * (1 - share) / runs))


def test_the_interval_of_the_lots_holds_however_alike_the_sessions_are():
    found = [held for (name, _, _), held in cells().items() if "lots" in name]
    assert len(found) == 3 and min(found) > 94


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (levels.SMD_HELD, "SMD by the baseline, normal"),
        (levels.POOLED_HELD, "SMD pooled, normal"),
        (levels.LRR_HELD, "log response ratio and percent change, normal"),
    ],
)
def test_what_the_measures_say_of_few_sessions_stands_on_the_page(said, name):
    fewest = 0
    for most, share in said:
        found = [
            held
            for (row, setting, size), held in cells().items()
            if row == name and setting.endswith(", 0") and fewest < smallest(size) <= most
        ]
        assert re.fullmatch(r"(\d+) to (\d+)", share).groups() == (
            str(round(min(found))), str(round(max(found)))
        )  # fmt: skip
        fewest = most


def smallest(size):
    return min(map(int, size.split(" + ")))


def test_small_sample_intervals_hold_where_normal_ones_do_not():
    found = cells()
    for name in ("SMD by the baseline", "log response ratio and percent change"):
        for effect in (0, 2):
            setting = f"{effect}, 0"
            assert found[f"{name}, t", setting, "5 + 5"] > 94
    assert found["SMD by the baseline, normal", "2, 0", "5 + 5"] < 90
