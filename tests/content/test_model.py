"""What an exercise is, and when its wording counts as another edition."""

from dataclasses import FrozenInstanceError, replace

import pytest

from workbook.content.model import Exercise, Item, Option

CHOICE = Exercise(
    "09/x",
    "choice",
    "Name it",
    prompt="Which fits?",
    items=(Item("", "", (Option("a", "One", "Said.", True), Option("b", "Two", "Said."))),),
    settings={"many": False},
)


def with_option(**changes):
    item = CHOICE.items[0]
    options = (replace(item.options[0], **changes), *item.options[1:])
    return replace(CHOICE, items=(replace(item, options=options),))


@pytest.mark.parametrize(
    "changed",
    [
        replace(CHOICE, title="Name this"),
        replace(CHOICE, prompt="Which one fits?"),
        replace(CHOICE, settings={"many": True}),
        replace(CHOICE, kind="rating"),
        with_option(text="Uno"),
        with_option(key="c"),
    ],
)
def test_another_wording_is_another_edition(changed):
    assert changed.edition != CHOICE.edition


@pytest.mark.parametrize(
    "changed",
    [
        replace(CHOICE, debrief="Keep it.", hint="Look.", facilitator="Ask."),
        replace(CHOICE, minutes=9, seed=("S02",), purpose="P."),
        with_option(feedback="Said better.", line=40),
        with_option(fits=False),
    ],
)
def test_feedback_and_plans_do_not_make_an_edition(changed):
    assert changed.edition == CHOICE.edition


def test_an_edition_is_a_short_stamp_that_stays_the_same():
    assert len(CHOICE.edition) == 12
    assert int(CHOICE.edition, 16) >= 0
    assert replace(CHOICE).edition == CHOICE.edition


def test_settings_in_another_order_are_the_same_edition():
    settings = {"many": True, "ends": {"first": "Most", "last": "Least"}}
    turned = {"ends": {"last": "Least", "first": "Most"}, "many": True}
    assert replace(CHOICE, settings=settings).edition == replace(CHOICE, settings=turned).edition


def test_an_exercise_cannot_be_changed_in_place():
    with pytest.raises(FrozenInstanceError):
        CHOICE.title = "Other"


def test_items_are_found_by_their_key():
    assert CHOICE.item("") is CHOICE.items[0]
    assert CHOICE.item("no") is None
