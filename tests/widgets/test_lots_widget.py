"""A plan drawn by lot, through the messages that a page sends and gets."""

import pytest

from workbook.words import words

PLAN = "04/draw_your_plan"
WORDS = words("lots")


@pytest.fixture
def page(shown):
    return shown(PLAN)


@pytest.fixture
def four(library):
    return {**library.exercise(PLAN).settings["first"], "scheme": "orders"}


def told(page, response, seq):
    [saved] = [m for m in page.save(response, seq=seq) if m["did"] == "saved"]
    return saved["feedback"]


def test_the_page_knows_before_any_answer_what_is_asked(page):
    spec = page.widget.spec
    assert spec["lots"] == {
        "plan": {"ready": False, "ways": WORDS["choose"], "about": []}, "drawn": []
    }  # fmt: skip
    assert [f"scheme_{name}" in WORDS for name in spec["schemes"]] == [True] * 4


def test_a_draw_is_answered_and_not_saved(page, journal, four):
    [answer] = page.tell("ask", inputs=four)
    assert (answer["to"], answer["did"]) == ("v1", "answered")
    assert sorted(answer["plan"]["lots"].values()) == [7, 10, 13, 16]
    assert journal.latest(PLAN) is None


@pytest.mark.parametrize("inputs", [{}, {"scheme": "orders", "cases": 1}, None, "x"])
def test_what_cannot_be_drawn_is_a_sentence(page, inputs):
    [answer] = page.tell("ask", inputs=inputs)
    assert set(answer) == {"to", "did", "trouble"}
    assert answer["trouble"].endswith(".")


def test_a_kind_that_is_asked_nothing_answers_nothing(shown):
    [answer] = shown("00/what_it_claims").tell("ask")
    assert answer == {"to": "v1", "did": "answered"}


def test_draws_stay_listed_when_they_are_undone_and_go_when_all_is_erased(page, journal, four):
    plans = [page.tell("ask", inputs=four)[0]["plan"] for _ in range(2)]
    told(page, {"inputs": four, "plans": plans[:1]}, 1)
    both = told(page, {"inputs": four, "plans": plans}, 2)["lots"]["drawn"]
    assert [each["plan"] for each in both] == plans
    cleared = told(page, {}, 3)
    assert cleared["lots"]["drawn"] == both
    assert not cleared["done"]
    [again] = page.tell("open")
    assert again["feedback"]["lots"]["drawn"] == both
    journal.erase(PLAN)
    assert told(page, {"inputs": four}, 4)["lots"]["drawn"] == []


def test_a_draw_is_shown_as_a_table_and_a_picture_that_agree(page, four):
    plan = page.tell("ask", inputs=four)[0]["plan"]
    [drawn] = told(page, {"inputs": four, "plans": [plan]}, 1)["lots"]["drawn"]
    for row, (case, start) in zip(drawn["rows"], plan["lots"].items(), strict=True):
        assert row == [case.capitalize(), str(start), str(start - 1), str(21 - start + 1)]
        assert f"{case} starts in week {start}" in drawn["words"]
    assert drawn["picture"].count("<rect") == 2 * len(drawn["rows"])
    assert drawn["title"].startswith("Draw 1, 20")
