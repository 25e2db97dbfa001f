"""One sentence about two readings of the same lines."""

from workbook.measures.agreement import cohen_kappa
from workbook.readings.agreement import agreement
from workbook.words import word

CODES = ["asks", "tells"]
REFERENCE = {"l1": ["asks"], "l2": ["tells"], "l3": [], "l4": ["asks", "tells"]}


def test_the_same_reading_agrees_on_every_decision():
    found = agreement(REFERENCE, REFERENCE, CODES)
    assert word("agreement", "share", percent=100, n=8) in found["said"]
    assert "1.00" in found["said"]
    assert not found["weak"]


def test_the_kappa_is_that_of_the_measure():
    marks = {"l1": ["asks"], "l2": ["asks"], "l4": ["asks"]}
    first = [True, False, True, False, False, False, True, False]
    second = [True, False, False, True, False, False, True, True]
    kappa = cohen_kappa(first, second)
    ends = {"low": f"{kappa.low:.2f}", "high": f"{kappa.high:.2f}"}
    said = word("agreement", "kappa", kappa=f"{kappa.value:.2f}", **ends)
    assert said in agreement(marks, REFERENCE, CODES)["said"]


def test_a_weak_agreement_says_why_it_would_be_greyed_out():
    found = agreement({"l1": ["tells"], "l2": ["asks"]}, REFERENCE, CODES)
    assert found["weak"]
    assert found["said"].endswith(word("agreement", "weak"))


def test_a_reading_with_no_mark_at_all_is_no_error():
    found = agreement({}, REFERENCE, CODES)
    assert word("agreement", "share", percent=50, n=8) in found["said"]


def test_no_interval_is_never_told_as_one():
    assert "nan" not in agreement({}, REFERENCE, CODES)["said"]
    assert word("agreement", "kappa_alone", kappa="0.00") in agreement({}, REFERENCE, CODES)["said"]


def test_a_rare_code_is_named_and_nothing_is_greyed_out():
    reference = {f"l{n}": [] for n in range(40)} | {"l1": ["asks"], "l2": ["tells"]}
    marks = {"l3": ["asks"], "l4": ["tells"]}
    found = agreement(marks, reference, CODES)
    assert not found["weak"]
    first = [code in marks.get(line, ()) for line in reference for code in CODES]
    second = [code in codes for codes in reference.values() for code in CODES]
    assert found["said"].endswith(cohen_kappa(first, second).reason)
