"""Words of phases as agencies write them, slips of the pen, signs beside numbers."""

import pytest
from agency import PHASES, VALUES, asked, names, outcomes, phases, read, rows_of, series, text

NUMBERS = [10 + n for n in range(14)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A (baseline)", "B (training)"), ("Baseline (A)", "Intervention (B)"),
        ("before training", "after training"), ("Vor der Schulung", "Nach der Schulung"),
        ("antes del curso", "después del curso"), ("Nulmeting", "Interventie"), ("FALSE", "TRUE"),
        ("0.0", "1.0"), ("Untreated", "Treated"), ("Waiting list", "Therapy"), ("Przed", "Po"),
    ],
)  # fmt: skip
def test_words_of_phases_with_brackets_or_prepositions_are_understood(before, after):
    found = read(series(phases=[before] * 6 + [after] * 8))
    assert phases(found) == "A" * 6 + "B" * 8
    assert "sessions.phase_guess" in names(found)


def test_a_follow_up_with_other_words_is_kept_out():
    found = read(series(phases=["before"] * 5 + ["after"] * 5 + ["after follow-up"] * 4))
    assert phases(found) == "AAAAABBBBBFFFF"


def test_brackets_that_say_two_things_are_asked_about():
    asked(series(phases=["A (training)"] * 6 + ["B (baseline)"] * 8), "table", "ask_phases")


def test_a_slip_of_the_pen_is_asked_about_on_the_side_where_it_belongs():
    said = ["Baseline"] * 4 + ["Basline"] * 2 + ["Intervention"] * 7 + ["Intervenion"]
    message = asked(series(phases=said), "table", "ask_slips")
    options = "--before 'Baseline, Basline' --after 'Intervention, Intervenion'"
    assert options in message
    found = read(series(phases=said), before="Baseline, Basline", after="Intervention, Intervenion")
    assert phases(found) == "A" * 6 + "B" * 8


@pytest.mark.parametrize("first", ["Phase 1", "Stage 1", "green"])
def test_the_question_names_words_of_this_table_on_both_sides(first):
    other = first.replace("1", "2").replace("green", "yellow")
    message = asked(series(phases=[first] * 6 + [other] * 8), "table", "ask_phases")
    assert f"--before '{first}' --after '{other}'" in message


@pytest.mark.parametrize(
    ("said", "option"),
    [
        (["pre"] * 5 + ["post1"] * 5 + ["post2"] * 4, "--after 'post1, post2'"),
        (["A1"] * 5 + ["B1"] * 5 + ["A2"] * 4, "--leave-out 'A2'"),
    ],
)
def test_phases_with_numbers_are_refused_with_an_option_that_works(said, option):
    name = "part_of_four" if "after" in option else "three_of_four"
    assert option in asked(series(phases=said), "sessions", name)
    key, words = option.removeprefix("--").replace("-", "_").split(" ", 1)
    assert read(series(phases=said), **{key: words.strip("'")}).cases == ["north"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (["B2"] * 6 + ["A1"] * 8, "reversed"),
        (["B1"] * 5 + ["B2"] * 5 + ["A2"] * 4, "reversed"),
        (["B1"] * 5 + ["A1"] * 5 + ["B2"] * 4, "back"),
    ],
)
def test_phases_with_numbers_that_begin_with_b_have_no_first_two_to_keep(said, name):
    assert "--leave-out ''" not in asked(series(phases=said), "sessions", name)


@pytest.mark.parametrize(
    ("form", "note"),
    [
        ("{}%", "sessions.percents_taken"), ("{} %", "sessions.percents_taken"),
        ("${}", "sessions.signs_taken"), ("{} €", "sessions.signs_taken"),
        ("EUR {}", "sessions.signs_taken"),
    ],
)  # fmt: skip
def test_a_sign_that_all_numbers_have_is_taken_off_and_told(form, note):
    found = read(series(values=[form.format(n) for n in NUMBERS]))
    assert outcomes(found) == NUMBERS
    assert note in names(found)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (["11%", "0.1"] * 7, "percent"), (["$11", "11 €"] * 7, "currency"),
        (["$11", "11"] * 7, "currency"), (["yes", "no"] * 7, "yes_no"),
        (["True", "False"] * 7, "yes_no"),
    ],
)  # fmt: skip
def test_signs_that_differ_are_refused(values, reason):
    asked(series(values=values), "sessions", reason)


def test_thousands_beside_a_sign_are_asked_about_and_read():
    data = series(sign=";", values=[f"$1,2{n}" for n in NUMBERS])
    asked(data, "table", "ask_thousands")
    assert outcomes(read(data, decimal="point")) == [1200 + n for n in NUMBERS]
    german = series(sign=";", values=[f"1.2{n},50 €" for n in NUMBERS])
    assert outcomes(read(german)) == [1200.5 + n for n in NUMBERS]


def test_weeks_still_to_come_are_left_out_and_told():
    found = read(text([*rows_of(), ["north", 15, "", ""], ["north", 16, "", ""]]))
    assert outcomes(found) == list(VALUES)
    assert "table.rows_ahead" in names(found)
    asked(text([*rows_of(), ["north", 15, "", 4.2]]), "sessions", "empty_phase")


@pytest.mark.parametrize("name", ["{} total", "Total {}", "{}: average"])
def test_a_sum_below_each_case_is_left_out_and_told(name):
    rows = [
        row for case in ("north", "south")
        for row in [*rows_of(case=case), [name.format(case), "", "", 52.7]]
    ]  # fmt: skip
    found = read(text(rows))
    assert (found.cases, outcomes(found)) == (["north", "south"], [*VALUES, *VALUES])
    assert "table.total_rows" in names(found)


def test_a_case_without_any_phase_is_told_by_its_row():
    asked(text([*rows_of(), ["south", 1, "", 4.2]]), "sessions", "empty_phase")


def test_a_client_whose_name_ends_in_a_word_for_a_mean_is_a_client():
    data = b"client,W1,W2,W3,W4\nAna Media,1,2,3,4\nBen,2,2,3,3\n"
    assert read(data, before="W1, W2").cases == ["Ana Media", "Ben"]


def test_a_table_on_its_side_is_to_be_turned():
    lines = [["Week", *range(1, 15)], ["Phase", *PHASES], ["Voice", *VALUES]]
    asked("\n".join(",".join(map(str, line)) for line in lines).encode(), "table", "on_its_side")
