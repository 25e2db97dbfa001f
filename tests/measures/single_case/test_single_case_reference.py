"""Every number of the reference vectors, at the tolerance that the files state."""

import math
from collections import Counter

import pytest
import reference

from workbook.measures import single_case as sc

NUMBERS = {"same": 5751, "near": 220, "undefined": 168}


def compared(path):
    found = [each for case in reference.read(path) for each in reference.comparisons(case)]
    sort = {False: "undefined", True: "same"}
    counts = Counter("near" if each.apart > 1e-6 else sort[each.finite] for each in found)
    return found, counts


@pytest.mark.slow  # those of published series are fast
def test_every_number_of_the_synthetic_series_agrees():
    found, counts = compared(reference.SYNTHETIC)
    assert counts == NUMBERS
    assert [each for each in found if not each.agrees] == []


@pytest.mark.skipif(
    not reference.PUBLIC.is_file(),
    reason="the public series belong to other packages and lie beside the checkout, if anywhere",
)
def test_every_number_of_the_published_series_agrees():
    found, counts = compared(reference.PUBLIC)
    assert counts["same"] > 5000
    assert counts["undefined"] > 100
    assert [each for each in found if not each.agrees] == []


def test_a_number_that_is_off_is_found():
    def differs(ours, theirs, reason=""):
        return not reference.Comparison("x", ours, theirs, reason).agrees

    assert differs(1 + 1e-8, 1.0)
    assert not differs(1 + 1e-10, 1.0)
    assert differs(math.nan, "Inf")  # without a reason
    assert differs(3.0, "NaN", "a reason that is long enough")
    assert differs(math.nan, 1.0, "a reason that is long enough")


def series():
    return [case for case in reference.read(reference.SYNTHETIC) if "phase_a" in case]


def rows_of(cases):
    return reference.long_form([
        {"case": each["id"], "phase": "A" * len(each["phase_a"]) + "B" * len(each["phase_b"]),
         "values": each["phase_a"] + each["phase_b"]}
        for each in cases
    ])  # fmt: skip


@pytest.mark.parametrize("scale", ["count", "rate", "proportion", "percentage", "other"])
def test_nothing_is_infinite_and_every_gap_has_a_reason(scale):
    cases = [each for each in series() if each["scale"] == scale]
    ways = {each["id"]: each["direction"] for each in cases}
    wanted = {"indices": sc.INDICES, "improvement": ways, "goal": 1e6, "scale": scale}
    found = sc.effect_sizes(rows_of(cases), **wanted)
    numbers = found[["value", "se", "low", "high"]].to_numpy()
    assert len(cases) > 3
    assert not (abs(numbers) == math.inf).any()
    without = ["pnd", "pem", "pand", "ird", "tau_u", "percent_change"]
    gap = found["value"].isna() | (found["se"].isna() & ~found["index"].isin(without))
    assert (found.loc[gap, "reason"].str.len() > 10).all()


def test_a_table_of_many_cases_gives_what_one_series_gives():
    cases = series()
    data = rows_of(cases)
    ways = {each["id"]: each["direction"] for each in cases}
    names = ["nap", "tau", "tau_bc", "tau_u", "pnd", "pem", "pand", "ird", "smd", "lrr", "lrm"]
    mixed = data.sample(frac=1, random_state=5)
    table = sc.effect_sizes(mixed, indices=names, improvement=ways).set_index(["case", "index"])
    for each in cases:
        for name in names:
            way = {"improvement": each["direction"]}
            one = getattr(sc, name)(each["phase_a"], each["phase_b"], **way)
            row = table.loc[each["id"], name]
            assert (row.n_a, row.n_b, row.reason) == (one.n_a, one.n_b, one.reason)
            for field in ("value", "se", "low", "high", "autocorrelation"):
                expected = pytest.approx(getattr(one, field), rel=1e-12, abs=1e-12, nan_ok=True)
                assert row[field] == expected, (each["id"], name, field)
