"""Power by simulation: seeded, never promising what the lots cannot show."""

import pytest

from workbook.errors import WorkbookError
from workbook.measures.power import power, power_before_after
from workbook.measures.randomization import design
from workbook.words import word


def layout(cases, sessions, scheme, edge=5):
    return design(cases, sessions, min_baseline=edge, min_treatment=edge, scheme=scheme)


def test_a_design_whose_lots_are_too_few_has_no_power():
    for weak in (layout(1, 20, "starts"), layout(3, 24, "orders")):
        found = power(weak, effect=5, runs=20)
        assert (found.value, found.high) == (0, 0)
        assert found.reason == word("power", "never")


def test_without_an_effect_a_test_errs_as_often_as_it_says():
    found = power(layout(4, 20, "orders"), effect=0, runs=3000)
    assert found.value == pytest.approx(1 / 24, abs=0.012)
    assert found.low < 1 / 24 < found.high
    drift = power(layout(4, 20, "orders"), effect=0, autocorrelation=0.6, runs=3000)
    assert drift.value == pytest.approx(1 / 24, abs=0.012)  # the lots make it valid, not the errors


def test_more_effect_more_cases_and_more_starts_show_more():
    three = layout(3, 20, "starts")
    weak, strong = (power(three, effect=size, runs=400).value for size in (0.5, 2))
    assert weak + 0.2 < strong
    alone = power(layout(1, 30, "starts"), effect=2, runs=400).value
    assert alone < strong
    likeness = power(three, effect=1, autocorrelation=0.5, runs=400).value
    assert likeness < power(three, effect=1, runs=400).value


def test_the_same_seed_gives_the_same_power():
    four = layout(4, 20, "orders_and_starts", edge=4)
    first, again, other = (power(four, effect=1, runs=60, seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert first.runs == 60 and 0 < first.low < first.value < first.high
    assert first != other


def test_a_paired_test_has_the_power_that_is_known_for_it():
    # by the noncentral t curve, 34 pairs find half a deviation 81 times in 100
    found = power_before_after(34, effect=0.5, runs=4000)
    assert found.value == pytest.approx(0.808, abs=0.025)
    assert power_before_after(20, effect=0, runs=4000).value == pytest.approx(0.05, abs=0.015)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: power(layout(4, 20, "orders"), effect="large"), "numbers"),
        (lambda: power(layout(4, 20, "orders"), effect=1, autocorrelation=1), "ranges"),
        (lambda: power(layout(4, 20, "orders"), effect=1, runs=0), "runs"),
        (lambda: power_before_after(1, effect=1), "few_people"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(call, name):
    with pytest.raises(WorkbookError) as error:
        call()
    assert error.value.args[0] == word("power", name)


def test_a_paired_test_of_few_people_errs_as_often_as_it_says():
    # with three people the border is 4.30 (two degrees of freedom); at 3.18 it would be 0.086
    assert power_before_after(3, effect=0, runs=20_000).value == pytest.approx(0.05, abs=0.006)


def test_a_decrease_is_found_as_often_as_a_rise():
    layout = design(1, 30, min_baseline=5, min_treatment=5, scheme="starts")
    rise = power(layout, effect=2, runs=200)
    assert rise.value > 0.3
    assert power(layout, effect=-2, runs=200) == rise
    assert power(layout, effect=-2, improvement="decrease", runs=200) == rise
    against = power(layout, effect=2, improvement="decrease", runs=200)
    assert against.value < 0.05 and against.reason == word("power", "against")


@pytest.mark.parametrize(
    "odd", [{"effect": 10**400}, {"effect": 1, "seed": -1}, {"effect": 1, "improvement": "up"}]
)
def test_what_cannot_be_simulated_is_told(odd):
    layout = design(1, 30, min_baseline=5, min_treatment=5, scheme="starts")
    with pytest.raises(WorkbookError):
        power(layout, **odd)


def test_without_an_effect_a_paired_test_errs_as_often_as_it_says():
    found = power_before_after(4, effect=0.0, runs=4000)  # one degree of freedom more gives .063
    assert found.value == pytest.approx(0.05, abs=0.011)
