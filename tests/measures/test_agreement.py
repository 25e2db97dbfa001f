"""Agreement of two coders by hand-counted examples; published ones are in tests/published."""

import math
import random

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.errors import WorkbookError
from workbook.measures.agreement import (
    LOW_AGREEMENT,
    cohen_kappa,
    cronbach_alpha,
    gwet_ac1,
    icc,
    krippendorff_alpha,
    percent_agreement,
)
from workbook.words import word

CODES = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2, max_size=60)


def test_percent_agreement_has_wilsons_interval():
    found = percent_agreement("aaaabbbbcc", "aaaabbbbca")
    assert (found.value, found.count) == (0.9, 10)
    # Wilson (1927) for 9 of 10: (9 + z^2/2 -+ z sqrt(9/10 + z^2/4)) / (10 + z^2)
    z = 1.959963984540054
    middle, half = 9 + z * z / 2, z * math.sqrt(0.9 + z * z / 4)
    assert found.low == pytest.approx((middle - half) / (10 + z * z))
    assert found.high == pytest.approx((middle + half) / (10 + z * z))


def test_units_that_one_coder_left_out_do_not_count():
    found = cohen_kappa(["a", None, "b", "a", "b"], ["a", "b", "b", math.nan, "b"])
    assert (found.count, found.value) == (3, 1)


def test_chance_agreement_gives_zero():
    assert cohen_kappa("aabb", "abab").value == 0


def test_one_code_only_is_not_defined():
    found = cohen_kappa("aaaa", "aaaa")
    assert math.isnan(found.value)
    assert found.reason == word("agreement_reasons", "one_code")


def test_nothing_coded_is_not_defined():
    assert percent_agreement([None], ["a"]).reason == word("agreement_reasons", "no_unit")
    assert cohen_kappa([], []).reason == word("agreement_reasons", "few_units")


def test_full_agreement_has_the_interval_of_the_share_of_units_alike():
    found = cohen_kappa("aabb" * 5, "aabb" * 5)
    low = percent_agreement("aabb" * 5, "aabb" * 5).low
    assert (found.value, found.low, found.high) == (1, pytest.approx((low - 0.5) / 0.5), 1)
    assert found.reason == word("agreement_reasons", "full")


def test_a_rare_code_is_no_reason_to_hide_results():
    found = cohen_kappa("a" * 95 + "aabbb", "a" * 95 + "bbaaa")
    assert found.value == pytest.approx(-0.0246, abs=1e-3)
    assert found.reason.identifier == "agreement_reasons.rare"
    assert found.reason.values["share"] == pytest.approx(95)
    assert found.reason.values["ac1"] == pytest.approx(0.947, abs=5e-4)
    assert found.reason.values["base"] == pytest.approx(97.5)


def test_an_interval_from_a_few_units_of_a_rare_code_is_called_rough():
    first, second = "a" * 26 + "bbbb", "a" * 26 + "abbb"
    for measure in (cohen_kappa, krippendorff_alpha):
        assert measure(first, second).reason.identifier == "agreement_reasons.rough"
        assert measure(first * 4, second * 4).reason == ""


def test_weights_of_a_scale_count_a_near_miss_less():
    first, second = [1, 2, 3, 4, 4, 1], [1, 2, 4, 4, 3, 2]
    plain, near = cohen_kappa(first, second), cohen_kappa(first, second, weights="quadratic")
    assert plain.value < cohen_kappa(first, second, weights="linear").value < near.value
    words = {1: "never", 2: "seldom", 3: "often", 4: "always"}
    named = [[words[n] for n in each] for each in (first, second)]
    found = cohen_kappa(*named, weights="quadratic", order=list(words.values()))
    assert found.value == pytest.approx(near.value)
    with pytest.raises(WorkbookError) as error:
        cohen_kappa(*named, weights="linear")
    assert error.value.args[0].identifier == "agreement_errors.no_order"


@given(CODES)
def test_alpha_of_two_coders_is_near_the_pi_of_scott(pairs):
    first, second = zip(*pairs, strict=True)
    found = krippendorff_alpha(first, second, resamples=0)
    common = [(first + second).count(code) / (2 * len(pairs)) for code in "abc"]
    chance = sum(share**2 for share in common)
    if chance == 1:
        assert math.isnan(found.value)
        return
    n = 2 * len(pairs)
    apart = sum(a != b for a, b in pairs) / len(pairs)
    assert found.value == pytest.approx(1 - apart / (1 - chance) * (n - 1) / n)


@pytest.mark.parametrize("measure", [cohen_kappa, percent_agreement, gwet_ac1, krippendorff_alpha])
@pytest.mark.parametrize("codes", [[[1], [2]], 5, [{}, {}]])
def test_codes_that_cannot_be_looked_up_are_told_in_a_sentence(measure, codes):
    with pytest.raises(WorkbookError) as error:
        measure(codes, codes)
    assert error.value.args[0] == word("agreement_errors", "no_code")


@pytest.mark.parametrize("measure", [cronbach_alpha, icc])
@pytest.mark.parametrize("odd", [math.inf, 10**400, 1e200, "x"])
def test_ratings_that_cannot_be_computed_with_are_told_in_a_sentence(measure, odd):
    with pytest.raises(WorkbookError) as error:
        measure([[1, 2], [2, odd], [3, 5]])
    assert error.value.args[0] == word("agreement_errors", "no_number")


@pytest.mark.parametrize("measure", [cronbach_alpha, icc])
def test_lines_that_go_together_exactly_have_no_interval_and_say_so(measure):
    found = measure([[1, 1], [2, 2], [4, 4]])
    assert found.value == pytest.approx(1) and math.isnan(found.low) and math.isnan(found.high)
    assert found.reason == word("agreement_reasons", "no_rest")


def test_low_agreement_asks_not_to_show_results():
    found = cohen_kappa("aabbaabb", "ababaabb")
    assert 0 < LOW_AGREEMENT == 0.4
    assert found.reason == ""
    too_little = cohen_kappa("aabb", "abab").reason
    assert too_little == word("agreement_reasons", "too_little", value=0.0, least=LOW_AGREEMENT)


def test_lists_of_two_lengths_are_refused():
    with pytest.raises(WorkbookError) as error:
        cohen_kappa("aba", "ab")
    assert error.value.args[0] == word("agreement_errors", "lengths", first=3, second=2)


@given(CODES)
def test_it_does_not_matter_who_is_first_or_how_codes_are_called(pairs):
    first, second = zip(*pairs, strict=True)
    one, other = cohen_kappa(first, second), cohen_kappa(second, first)
    renamed = cohen_kappa([ord(c) for c in first], [ord(c) for c in second])
    for each in (other, renamed):
        assert each[2:5] == pytest.approx(one[2:5], nan_ok=True)


@given(CODES)
def test_kappa_is_inside_its_interval_and_never_above_one(pairs):
    found = cohen_kappa(*zip(*pairs, strict=True))
    assert math.isnan(found.value) or found.value <= 1
    assert math.isnan(found.low) or found.low <= found.value <= found.high


def test_alpha_by_hand():
    # variances 35/12 and 4/3, of the totals 91/12: 2 / 1 * (1 - (35/12 + 16/12) / (91/12))
    found = cronbach_alpha([[1, 2], [2, 2], [3, 4], [5, 4]])
    assert found.value == pytest.approx(2 * (1 - 51 / 91))
    assert (found.count, found.role, found.reason) == (4, "all", "")
    assert found.low < found.value < found.high < 1


def test_rows_that_are_not_complete_are_left_out_and_that_is_said():
    rows = [[1, 2], [None, 3], [2, 2], [3, 4], [4, math.nan], [5, 4]]
    found = cronbach_alpha(rows)
    assert found.value == cronbach_alpha([[1, 2], [2, 2], [3, 4], [5, 4]]).value
    assert found.count == 4
    assert found.reason == word("agreement_reasons", "left_out", left=2, all=6)


def test_a_frame_is_read_by_its_rows():
    rows = [[1, 2, 4], [2, 2, 3], [3, 4, 5], [None, 1, 1], [5, 4, 4]]
    assert cronbach_alpha(pandas.DataFrame(rows)) == cronbach_alpha(rows)


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([], "few_lines"),
        ([[1, 2]], "few_lines"),
        ([[1], [2], [3]], "few_lines"),
        ([[1, 3], [2, 2], [3, 1]], "one_total"),
        ([[2, 2]] * 5, "one_total"),
    ],
)
def test_alpha_that_is_not_defined_says_why(rows, name):
    found = cronbach_alpha(rows)
    assert math.isnan(found.value)
    assert found.reason == word("agreement_reasons", name)


def test_an_alpha_that_is_not_defined_also_says_which_rows_were_left_out():
    few, left_out = cronbach_alpha([[1, 2], [None, 3]]).reason.values.values()
    assert few == word("agreement_reasons", "few_lines")
    assert left_out == word("agreement_reasons", "left_out", left=1, all=2)


def test_lines_that_go_apart_give_an_alpha_below_zero():
    assert cronbach_alpha([[1, 5], [2, 4], [3, 2], [5, 1]]).value < 0


def test_lines_that_are_the_same_give_one():
    found = cronbach_alpha([[n, n, n] for n in (1, 2, 4, 5)])
    assert found.value == pytest.approx(1)
    assert found.reason == word("agreement_reasons", "no_rest")


def test_rows_of_different_lengths_are_an_error():
    with pytest.raises(WorkbookError) as error:
        cronbach_alpha([[1, 2], [1, 2, 3]])
    assert error.value.args[0] == word("agreement_errors", "other_lines")


@pytest.mark.slow
def test_the_interval_of_alpha_covers_the_true_value_as_often_as_it_says():
    """Equally good lines with correlation .5: alpha = 6 * .5 / (1 + 5 * .5) = 6/7."""
    drawn, hits, runs, true = random.Random(7), 0, 500, 6 / 7
    for _ in range(runs):
        people = [drawn.gauss(0, 1) for _ in range(15)]
        found = cronbach_alpha([[own + drawn.gauss(0, 1) for _ in range(6)] for own in people])
        hits += found.low <= true <= found.high
    assert hits / runs == pytest.approx(0.95, abs=0.03)


def test_full_agreement_has_no_error_although_its_shares_add_up_to_more_than_one_in_binary():
    codes = "abbbcccdddeee"
    assert sum(codes.count(code) / len(codes) for code in dict.fromkeys(codes)) > 1
    found = cohen_kappa(codes, codes)
    assert found.value == 1 and 0 < found.low < 1
    assert found.reason == word("agreement_reasons", "full")
