"""The transcript panel without a browser: nothing is kept unless asked, and then only numbers."""

import json

import pytest

from workbook.widgets.transcript import KEPT_AS, TranscriptWidget

DESK = "Worker: Good morning, I am Tess. You have to sign.\nTenant: Can I read it first?\n" * 15
ROLES = {"Worker": "practitioner", "Tenant": "person"}


@pytest.fixture
def panel(page, desk):
    return page(TranscriptWidget(desk))


def test_looking_and_measuring_write_nothing(panel, desk):
    (looked,) = panel.tell("look", text=DESK)
    (measured,) = panel.tell("profile", turns=looked["turns"], roles=ROLES)
    assert looked["did"] == "looked"
    assert measured["did"] == "profile"
    assert desk.journal.count() == 0


def test_only_the_numbers_are_kept_and_only_when_asked(panel, desk):
    (looked,) = panel.tell("look", text=DESK)
    (measured,) = panel.tell("profile", turns=looked["turns"], roles=ROLES)
    (kept,) = panel.tell("keep", numbers=measured["numbers"])
    assert kept["did"] == "kept"
    written = json.dumps(desk.journal.latest(KEPT_AS).response)
    assert "talk_share" in written
    assert "Tess" not in written
    assert "Worker" not in written


def test_a_transcript_is_never_in_a_trait(panel):
    panel.tell("look", text=DESK)
    assert "read it first" not in repr(panel.widget.get_state())
    assert "read it first" not in repr(panel.widget)


def test_covering_all_leaves_nothing_to_cover(panel):
    (looked,) = panel.tell("look", text=DESK)
    (masked,) = panel.tell("mask", turns=looked["turns"])
    assert looked["findings"]
    assert masked["findings"] == []


@pytest.mark.parametrize("text", ["", "\x00\x01\x02", "turn,text\n1,Hello there\n"])
def test_bad_input_is_a_sentence_on_the_page(panel, text):
    (failed,) = panel.tell("look", text=text)
    assert failed["did"] == "failed"
    assert failed["message"].endswith(".")


def test_the_examples_are_those_of_the_course_and_no_other_file(panel):
    names = [example["name"] for example in panel.widget.spec["examples"]]
    assert {"check_in", "two_desks_kept", "two_desks_shared"} <= set(names)
    (looked,) = panel.tell("example", name="two_desks_kept")
    assert len(looked["turns"]) > 20
    (failed,) = panel.tell("example", name="../timeline")
    assert failed["did"] == "failed"
