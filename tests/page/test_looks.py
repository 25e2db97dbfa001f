"""No finding of axe-core, nothing cut off, no small target: every kind, every state."""

import pytest
from look import LOOKS, NARROW, WIDE, look
from mouse import click
from samples import exercise_of, sorts, text_of
from sweep import first
from ways import WAYS, Learner

from workbook.content.reader import parse_exercise
from workbook.kinds import kind_of


@pytest.mark.parametrize("state", first(6, WAYS))
def test_nothing_is_found_in_any_state(stage, state):
    learner = Learner(stage)
    WAYS[state](learner)
    look(stage, state, LOOKS)
    assert learner.at() == state


@pytest.mark.parametrize("kind", sorts())
def test_nothing_is_found_in_any_kind(stage, kind):
    shown = stage.exercise(kind)
    look(stage, "untouched", [NARROW])
    shown.answer()
    for act in ("hint", "reveal"):
        if shown.find(f"[data-act={act}]").count():
            shown.press(act)
    for summary in shown.find("summary:visible").all():
        click(summary)
    assert shown.find(".sswp-note").count()
    look(stage, "answered, with its notes, all unfolded")
    stage.modes(save="deaf")
    shown.press("skip")
    stage.pass_time(2600)
    assert shown.state() == "unsaved"
    look(stage, "not saved yet", [WIDE])  # that these look well both ways is tested above
    stage.tell(shown.name, {"did": "elsewhere", "from": "x", "entry": OTHER})
    look(stage, "changed elsewhere", [NARROW])


OTHER = {"id": "another", "time": "2026-01-05T09:00:00+00:00"}


@pytest.mark.parametrize("kind", sorts())
def test_nothing_is_found_where_the_wording_was_another(stage, kind):
    shown = stage.exercise(kind)
    shown.answer()
    stage.clear_views()
    text = text_of(kind).replace("\n---\n", "\n---\nOnce more.\n\n", 1)
    shown = stage.exercise(parse_exercise(text, exercise_of(kind).id))
    assert shown.find("[data-earlier]").count() or kind_of(kind).lasting
    look(stage, "answered in an earlier wording", [NARROW])
