"""`workbook plan`: what a design can show, a plan that is drawn once, and mistakes."""

import json

import pytest

from workbook.cli import main
from workbook.measures.power import power_before_after
from workbook.measures.randomization import Plan
from workbook.words import word

FOUR = ["plan", "--cases", "4", "--sessions", "24", "--baseline", "6", "--treatment", "6"]
FOUR += ["--scheme", "orders", "--effect", "2", "--autocorrelation", "0"]


def test_it_says_what_the_design_can_show_and_draws_nothing(capsys):
    assert main(FOUR) == 0
    said = capsys.readouterr().out
    assert word("plan_command", "ways", n=24, p=1 / 24) in said
    assert word("plan_command", "not_drawn") in said


def test_lots_that_are_too_few_are_told(capsys):
    assert main(["plan", "--cases", "1", "--sessions", "12", "--effect", "3"]) == 0
    said = capsys.readouterr().out
    assert word("plan_command", "never") in said and word("power", "never") in said


def test_the_plan_holds_the_question_and_is_drawn_once(tmp_path, capsys):
    path = tmp_path / "plan.json"
    asked = ["--outcome", "visits", "--improvement", "decrease", "--smallest-change", "2"]
    line = ["plan", "--cases", "north, south", "--sessions", "26", "--effect", "-2", *asked,
            "--output", str(path), "--seed", "5"]  # fmt: skip
    assert main(line) == 0
    plan = Plan.load(path)
    assert plan.check() == [] and plan.question.smallest_change == 2
    said = capsys.readouterr().out
    assert all(
        word("plan_command", "lot", case=case, start=n) in said for case, n in plan.lots.items()
    )
    assert main(line) == 1
    error = capsys.readouterr().err
    assert error == f"workbook: {word('plan_errors', 'there_already', file='plan.json')}\n"


def test_everything_for_a_program(capsys):
    assert main([*FOUR, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["assignments"] == 24 and found["plan"] is None
    assert 0.8 < found["power"][0]["power"] <= 1


@pytest.mark.parametrize(
    ("more", "identifier"),
    [
        (["--seed", "1"], ("plan_command", "seed_of_what")),
        (["--starts", "7, x"], ("plan_command", "no_starts")),
        (["--starts", "7,8"], ("plan_errors", "fixed_starts")),
        (["--smallest-change", "2"], ("plan_errors", "smallest_change")),
        (["--cases", "a, a"], ("plan_errors", "names")),
        (["--cases", "100000000000"], ("plan_errors", "names")),
        (["--sessions", "1000000000"], ("plan_errors", "sessions")),
        (["--sessions", "0"], ("plan_errors", "sessions")),
        (["--autocorrelation", "1"], ("power", "ranges")),
        (["--output", "no/such/folder/plan.json"], ("plan_command", "no_place")),
    ],
)
def test_a_mistake_is_one_sentence(more, identifier, capsys):
    assert main([*FOUR, *more]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1
    values = {"text": "7, x", "path": "no/such/folder/plan.json"}
    assert err == f"workbook: {word(*identifier, **values)}\n"


def test_forms_before_and_after_have_their_power_too(capsys):
    assert main(["plan", "--people", "24", "--effect", "0.8", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    expected = power_before_after(24, effect=0.8).value
    assert found["people"] == 24 and found["power"][0]["power"] == expected
    assert main(["plan", "--people", "24"]) == 0
    said = capsys.readouterr().out
    assert word("plan_command", "people_power", n=24) in said
    assert word("plan_command", "people_best") in said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ([], ("plan_command", "no_design")),
        (["--cases", "3"], ("plan_command", "no_design")),
        (["--people", "24", "--cases", "3"], ("plan_command", "people_alone")),
        (["--people", "1"], ("power", "few_people")),
    ],
)
def test_a_plan_that_is_no_plan_is_told(line, said, capsys):
    assert main(["plan", *line]) == 1
    assert str(word(*said)) in capsys.readouterr().err
