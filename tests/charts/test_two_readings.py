"""One sentence about two readings of the same lines."""

from workbook.measures.agreement import cohen_kappa
from workbook.readings.agreement import agreement

CODES = ["asks", "tells"]
REFERENCE = {"l1": ["asks"], "l2": ["tells"], "l3": [], "l4": ["asks", "tells"]}


def test_the_same_reading_agrees_on_every_decision():
    found = agreement(REFERENCE, REFERENCE, CODES)
    assert "100 percent of 8 decisions" in found["said"]
    assert "kappa of 1.00" in found["said"]
    assert not found["weak"]


def test_the_kappa_is_that_of_the_measure():
    marks = {"l1": ["asks"], "l2": ["asks"], "l4": ["asks"]}
    first = [True, False, True, False, False, False, True, False]
    second = [True, False, False, True, False, False, True, True]
    kappa = cohen_kappa(first, second)
    assert f"kappa of {kappa.value:.2f}" in agreement(marks, REFERENCE, CODES)["said"]


def test_a_weak_agreement_says_why_it_would_be_greyed_out():
    found = agreement({"l1": ["tells"], "l2": ["asks"]}, REFERENCE, CODES)
    assert found["weak"]
    assert "Below 0.4" in found["said"]


def test_a_reading_with_no_mark_at_all_is_no_error():
    found = agreement({}, REFERENCE, CODES)
    assert "percent of 8 decisions" in found["said"]
