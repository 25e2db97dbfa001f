"""Every kind and every exercise of the course: answered, taken back, found again."""

import json

import pytest
from axe import CUT
from look import LOOKS, WIDER
from said import said_by
from samples import sorts
from stage import packaged_library

from workbook.kinds import kind_of
from workbook.words import words

WORDS = words("exercise")
COURSE = packaged_library().exercise_ids()


@pytest.mark.parametrize("kind", sorts())  # every kind goes by keyboard
def test_a_kind_by_mouse(stage, kind):
    shown = stage.exercise(kind)
    shown.quick = False
    answer_and_change_mind(stage, shown)


@pytest.mark.slow
@pytest.mark.parametrize("exercise_id", COURSE)
def test_an_exercise_of_the_course_by_mouse(stage, exercise_id):
    shown = stage.course(exercise_id)
    answer_and_change_mind(stage, shown)


def answer_and_change_mind(stage, shown):
    look_at_untouched(shown)
    spec = json.dumps(stage.widgets[shown.name].spec)
    answer_and_read(shown)
    change_mind(shown)
    nothing_is_cut_off(stage)
    left = shown.shown()
    assert json.dumps(stage.widgets[shown.name].spec) == spec, "an answer stands in a trait"
    again = stage.reload(shown)
    assert again.state() == "restored"
    assert again.shown() == left
    assert again.said().startswith(WORDS["restored"])
    assert again.drafts() == [], "what is on disk need not stay in the browser"


def nothing_is_cut_off(stage):
    stage.look(*LOOKS[-1])
    assert stage.page.evaluate(CUT) == []
    assert stage.page.evaluate(WIDER) <= 0
    stage.look(*LOOKS[0])


def look_at_untouched(shown):
    assert (shown.state(), shown.said()) == ("untouched", "")
    assert shown.find("[role=status]").count() == 1
    assert shown.find("input:checked").count() == 0, "nothing is chosen beforehand"
    assert shown.find(".sswp-note").count() == 0, "no note before an answer"
    assert shown.find("h3").inner_text() == shown.made.title


def answer_and_read(shown):
    shown.answer()
    assert shown.said() == WORDS["saved"]
    assert shown.latest(), "an answer that holds nothing proves nothing"
    noted = shown.find(".sswp-note[data-note]").count() or shown.find(".sswp-note").count()
    assert shown.state() == ("feedback" if noted and shown.kind != "encounter" else shown.state())
    for act, flag in (("hint", "hinted"), ("reveal", "shown")):
        if shown.find(f"[data-act={act}]").count():
            shown.press(act)
            assert shown.latest()[flag] is True
    if shown.made.hint:
        assert shown.find(".sswp-note", has_text=WORDS["hint_title"]).count()
    if shown.made.debrief:
        assert shown.find(".sswp-note", has_text=WORDS["debrief"]).count()


def change_mind(shown):
    """Start over, undo that, skip, undo that: every step is a line of the journal."""
    answered, lines = shown.latest(), len(shown.history())
    seen = shown.shown()
    shown.press("reset")
    assert shown.said() == said_by(shown.kind, "was_reset")
    kind = kind_of(shown.kind)
    assert shown.latest() == {} or kind.lasting
    assert not kind.done(shown.made, kind.read(shown.made, shown.latest()))
    assert shown.find("input:checked, .sswp-note[data-note]").count() == 0
    shown.press("undo")
    assert (shown.said(), shown.latest()) == (WORDS["undone"], answered)
    assert shown.shown() == seen
    shown.press("skip")
    assert (shown.said(), shown.latest()) == (WORDS["skipped"], {**answered, "skipped": True})
    shown.press("undo")
    assert (shown.said(), shown.latest()) == (WORDS["undone"], answered)
    assert len(shown.history()) == lines + 4
