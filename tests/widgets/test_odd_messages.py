"""What a page or a file may hold that no message and no calendar knows."""

import json

import pytest

from workbook.widgets.exercise import exercise_widget


def test_half_a_character_in_the_file_reaches_the_page_as_one_unknown(desk, samples, monkeypatch):
    """No message can carry it: without that an answer would wait for ever to be saved."""
    exercise, sent = samples["09/reflection"], []
    desk.journal.save(exercise.id, {"texts": {"moment": "half \ud83d"}}, edition=exercise.edition)
    widget = exercise_widget(exercise, desk)
    monkeypatch.setattr(widget, "_send", lambda message, buffers=None: sent.append(message))
    widget._handle_custom_msg({"do": "open", "view": "v1"}, [])
    whole = json.dumps(sent, ensure_ascii=False).encode()
    assert "half \ufffd".encode() in whole


@pytest.mark.parametrize("typed", [8.64e15, -8.64e15, 1e300, None, "soon"])
def test_a_draft_of_a_browser_whose_clock_is_mad_is_kept_all_the_same(shown, desk, typed):
    page = shown("09/reflection")
    edition = page.widget.spec["edition"]
    page.save({"texts": {"moment": "newer"}})
    older = {"texts": {"moment": "older"}}
    [told] = page.tell("keep", response=older, edition=edition, typed=typed, key="k")
    assert told["did"] == "saved" and told["kept"]
    kept = [entry.response for entry in desk.journal.history("09/reflection")]
    assert kept == [older, {"texts": {"moment": "newer"}}]
