"""An answer is not given away by being the only one that asks."""

import pytest

from workbook.content.model import Exercise, Item, Option
from workbook.kinds import kind_of
from workbook.kinds.tells import asks_alone


def item(*options):
    made = [Option(f"o{n}", t.lstrip("x "), fits=t[0] == "x") for n, t in enumerate(options)]
    return Item("", "", tuple(made))


@pytest.mark.parametrize(
    ("options", "alone"),
    [
        (["x What helps?", "Do this."], 1),
        (["x What helps?", "Shall I do this?"], 0),
        (["x Do this.", "Shall I?"], 0),
        (["x What helps?", "x Tell me more.", "Do this."], 0),
        (["x What helps?", "x Where?", "Do this."], 1),
        (["x What helps?"], 0),
        (["What helps?", "Do this."], 0),
    ],
)
def test_a_question_that_only_what_fits_asks_is_counted(options, alone):
    assert asks_alone([item(*options)]) == alone


@pytest.mark.parametrize("kind", ["choice", "again", "post_test"])
def test_kinds_with_fitting_options_tell_it(kind):
    exercise = Exercise("00/x", kind, "T", items=(item("x Why?", "So."), item("x So.", "Why?")))
    assert kind_of(exercise).facts(exercise)["asks_alone"] == 1
