"""Every kind and state of an exercise, through the messages that a page sends and gets."""

import json

import pytest
from ipywidgets.widgets.widget import _instances
from the_course import COURSE

from workbook.content.reader import parse_exercise
from workbook.content.static import as_text
from workbook.errors import JournalError
from workbook.journal import Journal
from workbook.kinds import names
from workbook.record.desk import Desk
from workbook.widgets.exercise import exercise_widget

NAMES = COURSE.exercise_ids()
IDS = [f"09/{kind}" for kind in names()]
NOTE = {"view": "v1"}
HOUR = 3_600_000


def test_an_untouched_exercise_opens_empty(shown):
    empty = {"entry": None, "feedback": None, "earlier": [], "forced": False}
    for exercise_id in (*NAMES, *IDS):
        [told] = shown(exercise_id).tell("open")
        assert told == {"to": "v1", "did": "restore", **empty}, exercise_id


@pytest.mark.parametrize("exercise_id", IDS)
def test_an_answer_is_saved_acknowledged_and_restored(shown, journal, answers, exercise_id):
    page, response = shown(exercise_id), answers[exercise_id]
    saved = page.save(response)[0]
    assert (saved["to"], saved["did"], saved["seq"]) == ("v1", "saved", 1)
    assert saved["response"] == response
    assert saved["elsewhere"] is None
    assert saved["feedback"]["done"]
    kept = journal.latest(exercise_id)
    assert (kept.id, kept.time) == (saved["entry"]["id"], saved["entry"]["time"])
    assert (kept.response, kept.edition) == (response, page.widget.spec["edition"])

    [restored] = shown(exercise_id, "v2").tell("open")
    assert restored["entry"]["response"] == response
    assert restored["entry"]["current"]
    assert restored["entry"]["words"]
    assert restored["feedback"] == saved["feedback"]


@pytest.mark.parametrize("exercise_id", IDS)
def test_the_plain_form_is_that_of_the_file_whatever_was_answered(
    shown, samples, answers, exercise_id
):
    page = shown(exercise_id)
    page.save(answers[exercise_id])
    again = shown(exercise_id).widget
    assert repr(page.widget) == repr(again) == as_text(samples[exercise_id])
    bundle = again._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "application/vnd.jupyter.widget-view+json"}
    assert bundle["text/plain"] == repr(again)


def states(widget):
    """Give the whole state of a widget and of every widget that it knows."""
    return json.dumps(
        [w.get_state() for w in (widget, widget.layout) if hasattr(w, "get_state")], default=str
    )


def test_no_trait_ever_holds_an_answer(shown, answers):
    for exercise_id in IDS:
        page = shown(exercise_id)
        before = states(page.widget)
        page.tell("open")
        page.save(answers[exercise_id])
        page.save({"texts": {"x": "a sentence of my own"}}, seq=2)
        page.tell("open", forced=True)
        page.tell("keep", response=answers[exercise_id], edition="", typed=1_700_000_000_000)
        assert states(page.widget) == before
        assert shown(exercise_id).widget.spec == page.widget.spec


def test_no_feedback_reaches_the_page_before_an_answer(shown):
    found = {exercise_id: told_early(shown(exercise_id).widget) for exercise_id in (*NAMES, *IDS)}
    assert {exercise_id: texts for exercise_id, texts in found.items() if texts} == {}


def told_early(widget):
    """Give what a page holds of all that is told after an answer."""
    exercise, spec = widget._exercise, json.dumps(widget.spec)
    texts = [exercise.facilitator, exercise.debrief, exercise.hint]
    texts += [o.feedback for i in exercise.items for o in i.options]
    notes = [item.get("note") for item in widget.spec["items"]]  # a note that is there at once
    texts += [i.feedback for i in exercise.items] if not any(notes) else []
    marks = [json.dumps(text)[1:40] for text in filter(None, texts)]
    return [mark for mark in ('"fits"', *marks) if mark in spec]


def test_the_same_save_twice_is_written_once(shown, journal):
    page = shown("00/what_it_claims")
    first = page.save({"chosen": ["a"]}, seq=7)[0]
    [second] = page.save({"chosen": ["a"]}, seq=7)
    assert second == first
    assert journal.count() == 1


def test_a_save_sent_again_is_written_once_though_another_view_answered_between(shown, journal):
    page = shown("00/what_it_claims")
    first = page.save({"chosen": ["a"]}, seq=1)[0]
    page.view = "v2"
    page.save({"chosen": ["b"]}, seq=1)
    page.view = "v1"
    assert page.save({"chosen": ["a"]}, seq=1) == [first]
    assert journal.count() == 2


def test_an_undo_is_a_save_of_the_earlier_answer(shown, journal):
    page = shown("00/what_it_claims")
    first = page.save({"chosen": ["a"]}, seq=1)[0]
    second = page.save({"chosen": ["b"]}, seq=2, base=first["entry"]["id"])[0]
    page.save({"chosen": ["a"]}, seq=3, base=second["entry"]["id"])
    assert [e.response["chosen"] for e in journal.history("00/what_it_claims")] == [
        ["a"],
        ["b"],
        ["a"],
    ]
    [told] = page.tell("open")
    assert [r["chosen"] for r in told["earlier"]] == [["a"], ["b"]]


@pytest.mark.parametrize("call", ["save", "keep", "open", "check"])
def test_a_journal_that_fails_is_a_sentence_on_the_page(shown, journal, monkeypatch, call):
    def fail(*args, **kwargs):
        raise JournalError("The disk is full. Your text is still in this browser.")

    page = shown("00/what_it_claims")
    for name in ("save", "latest", "history"):
        monkeypatch.setattr(journal, name, fail)
    more = {"seq": 4, "response": {"chosen": ["a"]}, "edition": "", "base": None, "typed": 1}
    [told] = page.tell(call, **more)
    assert told == {
        "to": "v1",
        "did": "failed",
        "seq": 4,
        "message": "The disk is full. Your text is still in this browser.",
    }


def test_a_save_that_failed_may_be_sent_again(shown, journal, monkeypatch):
    page = shown("00/what_it_claims")

    def fail(*args, **kwargs):
        raise JournalError("Read-only.")

    with monkeypatch.context() as broken:
        broken.setattr(journal, "save", fail)
        assert page.save({"chosen": ["a"]}, seq=1)[0]["did"] == "failed"
    assert page.save({"chosen": ["a"]}, seq=1)[0]["did"] == "saved"
    assert journal.count() == 1


@pytest.mark.parametrize("response", [None, "text", ["a"], 3, {"chosen": float("nan")}])
def test_a_response_of_another_form_is_refused_with_a_sentence(shown, journal, response):
    [told] = shown("00/what_it_claims").save(response)
    assert told["did"] == "failed"
    assert "not saved" in told["message"]
    assert journal.count() == 0


def test_other_widgets_hear_of_a_save_and_can_tell_who_sent_it(shown):
    one, other = shown("00/what_it_claims", "v1"), shown("00/what_it_claims", "v2")
    unlike = shown("00/start_line", "v3")
    saved = one.save({"chosen": ["a"]})
    assert [m["did"] for m in saved if m.get("to") == "v1"] == ["saved"]
    [told] = other.sent
    assert (told["did"], told["from"]) == ("elsewhere", "v1")
    assert told["entry"]["id"] == saved[0]["entry"]["id"]
    assert all(m["from"] == "v1" for m in one.sent if m["did"] == "elsewhere")
    assert unlike.sent == []


def test_a_save_over_an_answer_of_another_window_says_so(shown):
    one, other = shown("00/what_it_claims", "v1"), shown("00/what_it_claims", "v2")
    first = one.save({"chosen": ["a"]})[0]
    second = other.save({"chosen": ["b"]}, base=None)[0]
    assert second["elsewhere"] == first["entry"]["time"]
    third = other.save({"chosen": ["a"]}, seq=2, base=second["entry"]["id"])[0]
    assert third["elsewhere"] is None


def test_a_check_tells_of_an_answer_from_another_process(shown, journal):
    page = shown("00/what_it_claims")
    assert page.tell("check", base=None) == []
    saved = page.save({"chosen": ["a"]})[0]
    assert page.tell("check", base=saved["entry"]["id"]) == []
    elsewhere = Journal(journal.path).save("00/what_it_claims", {"chosen": ["b"]}, edition="x")
    [told] = page.tell("check", base=saved["entry"]["id"])
    assert (told["to"], told["did"], told["entry"]["id"]) == ("v1", "elsewhere", elsewhere.id)


def test_an_older_draft_is_kept_with_its_time_and_is_not_the_latest(shown, journal):
    page = shown("00/what_it_claims")
    newest = page.save({"chosen": ["b"]})[0]["entry"]
    typed = journal.latest("00/what_it_claims").when.timestamp() * 1000 - HOUR
    [told] = [
        m
        for m in page.tell("keep", response={"chosen": ["a"]}, edition="", typed=typed)
        if m["did"] == "saved"
    ]
    assert told["kept"]
    assert told["entry"]["time"] < newest["time"]
    assert journal.latest("00/what_it_claims").id == newest["id"]
    assert [e.response["chosen"] for e in journal.history("00/what_it_claims")] == [["a"], ["b"]]


def test_a_draft_that_is_in_the_journal_already_is_not_kept_twice(shown, journal):
    page = shown("00/what_it_claims")
    saved = page.save({"chosen": ["a"]})[0]["entry"]
    told = page.tell("keep", response={"chosen": ["a"]}, edition="", typed=1_700_000_000_000)
    assert told[0]["entry"] == saved
    assert journal.count() == 1


def test_an_answer_to_an_earlier_wording_is_shown_in_words_and_kept(desk, shown, page, library):
    shown("00/what_it_claims").save({"chosen": ["b"]})
    text = library.path("00/what_it_claims").read_text(encoding="utf-8")
    reworded = parse_exercise(text.replace("A colleague", "Somebody"), "00/what_it_claims")
    view = page(exercise_widget(reworded, desk))
    [told] = view.tell("open")
    assert not told["entry"]["current"]
    assert told["entry"]["usable"]
    assert told["entry"]["words"][0].startswith("A hypothesis for any profession")
    assert (told["feedback"], told["earlier"]) == (None, [])
    view.save({"chosen": ["a"]})
    assert desk.journal.count() == 2


def test_words_of_a_form_that_is_gone_are_shown_as_they_are(desk, shown):
    desk.journal.save("00/what_it_claims", {"texts": {"old": "My words."}}, edition="older")
    [told] = shown("00/what_it_claims").tell("open")
    assert not told["entry"]["usable"]
    assert "My words." in told["entry"]["words"][0]


def test_erased_answers_are_gone_for_open_pages_too(shown, journal):
    page = shown("00/what_it_claims")
    page.save({"chosen": ["a"]}, seq=1)
    journal.erase_all()
    page.widget.tell_erased("another")
    assert page.sent[-1] == {"did": "erased", "journal": "another"}
    assert page.save({"chosen": ["a"]}, seq=1)[0]["did"] == "saved"
    assert journal.count() == 1


def test_only_a_replaced_widget_that_no_page_shows_goes(shown, desk):
    first = shown("00/what_it_claims")
    first.tell("open")
    second = shown("00/what_it_claims", "v2")
    second.tell("open")
    first.view = "v9"
    first.tell("open")
    first.tell("gone")
    assert first.widget in desk.shown("00/what_it_claims")
    first.view = "v1"
    first.tell("gone")
    second.tell("gone")
    assert desk.shown("00/what_it_claims") == [second.widget]
    assert first.widget.comm is None
    assert second.widget.comm is not None


@pytest.mark.parametrize("message", [{}, {"do": "nothing"}, {"do": None}])
def test_a_message_that_nobody_knows_changes_nothing(shown, journal, message):
    page = shown("00/what_it_claims")
    page.widget._handle_custom_msg({"view": "v1", **message}, [])
    page.widget._handle_custom_msg({"view": "v1", **message}, [])
    assert page.sent == []
    assert journal.count() == 0


def test_an_exercise_needs_few_widget_models(shown):
    for exercise_id in (*NAMES, *IDS):
        before = set(_instances)
        shown(exercise_id)
        assert 1 <= len(set(_instances) - before) <= 4, exercise_id


def test_an_exercise_shows_though_its_journal_cannot_be_written(library, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    desk = Desk(library, Journal(blocked / "journal.jsonl"))
    widget = exercise_widget(library.exercise("00/what_it_claims"), desk)
    again = exercise_widget(library.exercise("00/what_it_claims"), desk)
    assert widget.spec == again.spec
    assert len(widget.spec["items"][0]["options"]) == 4
