"""Every kind, answered with the mouse, taken back, and found again when the page opens again."""

import pytest
from samples import kinds

from workbook.words import words


@pytest.mark.parametrize("kind", kinds())
def test_an_answer_is_saved(stage, kind):
    shown = stage.exercise(kind)
    assert shown.state() == "untouched"
    shown.answer()
    assert shown.state() in ("saved", "feedback"), shown.said()
    assert shown.latest()
    assert shown.said() == words("exercise")["saved"]
    assert shown.drafts() == []
