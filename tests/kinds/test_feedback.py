"""Feedback: which notes an answer calls for, and none before."""

import pytest
from asking import feedback_for

from workbook.content.reader import parse_exercise
from workbook.kinds import kind_of, names


def said(found):
    return [(n["item"], n["option"], n["html"]) for n in found["notes"]]


@pytest.mark.parametrize("kind", names())
def test_nothing_is_said_before_an_answer(samples, kind):
    exercise, one = samples[kind], kind_of(kind)
    found = one.feedback(exercise, one.read(exercise, {}))
    assert found == {"notes": [], "done": False, "debrief": "", "hint": ""}


@pytest.mark.parametrize("kind", names())
def test_a_hint_comes_when_it_is_asked_for(samples, kind):
    assert feedback_for(samples[kind], {"hinted": True})["hint"] == "<p>A hint.</p>"


@pytest.mark.parametrize("kind", names())
def test_the_debrief_comes_when_it_is_done_and_the_facilitators_words_never(samples, kind):
    found = feedback_for(samples[kind], {"skipped": True, "shown": True, "hinted": True})
    assert found["debrief"] == "<p>A debrief.</p>"
    assert "For the facilitator" not in str(found)


def test_a_choice_answers_what_was_chosen(samples):
    found = feedback_for(samples["choice"], {"chosen": ["a"]})
    assert said(found) == [("", "a", "<p>Feedback one.</p>")]
    assert not found["notes"][0]["fits"]
    both = feedback_for(samples["choice"], {"chosen": ["b"], "shown": True})
    assert [(n["option"], n["fits"]) for n in both["notes"]] == [("a", False), ("b", True)]


def test_several_options_wait_for_the_learner(texts):
    several = parse_exercise(texts["choice"].replace("purpose:", "many: yes\npurpose:"), "09/x")
    assert feedback_for(several, {"chosen": ["a"]})["notes"] == []
    assert len(feedback_for(several, {"chosen": ["a"], "shown": True})["notes"]) == 2


@pytest.mark.parametrize("kind", ["sort", "match"])
def test_each_placement_has_its_note(samples, kind):
    found = feedback_for(samples[kind], {"placed": {"desk": "near"}})
    assert said(found) == [("desk", "near", "<p>Feedback one.</p>")]
    whole = feedback_for(samples[kind], {"placed": {"desk": "far", "chair": "far"}})
    assert [(n["item"], n["option"]) for n in whole["notes"]] == [("desk", "far"), ("chair", "far")]
    assert len(feedback_for(samples[kind], {"shown": True})["notes"]) == 4


def test_an_order_is_compared_when_asked(samples):
    assert feedback_for(samples["rank"], {"order": ["tell", "ask"]})["notes"] == []
    found = feedback_for(samples["rank"], {"order": ["tell", "ask"], "shown": True})
    assert [(n["item"], n["place"]) for n in found["notes"]] == [("ask", 1), ("tell", 2)]
    assert found["done"]


@pytest.mark.parametrize(
    ("marks", "same"),
    [
        ({}, 1),
        ({"l1": ["asks"], "l2": ["tells"]}, 3),
        ({"l1": ["asks", "tells"], "l2": ["tells"]}, 2),
        ({"l1": ["tells"], "l2": ["asks"], "l3": ["asks"]}, 0),
    ],
)
def test_agreement_counts_lines_marked_alike(samples, marks, same):
    found = feedback_for(samples["annotate"], {"marks": marks, "shown": True})
    assert found["agreement"] == {"same": same, "lines": 3}
    assert [n["codes"] for n in found["notes"]] == [["Asks first"], ["Tells only"], []]
    assert feedback_for(samples["annotate"], {"marks": marks})["agreement"] is None


@pytest.mark.parametrize("kind", ["rating", "reflection", "what_if"])
def test_some_kinds_never_judge(samples, kind):
    assert feedback_for(samples[kind], {"shown": True})["notes"] == []
