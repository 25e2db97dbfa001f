"""Forms of notes by hand, phones, e-mail, timed text and plays; what is unsure in them is asked."""

import pytest
from talk_forms import TALK
from test_talk_forms import pairs, spoken
from written_forms import OTHERS, SAME, TTML

from workbook.measures.talk import TranscriptError, as_text, read
from workbook.measures.talk.turns import words_of
from workbook.words import word


@pytest.mark.parametrize("form", SAME)
def test_each_written_form_gives_the_same_talk(form):
    found = read(SAME[form] + "\n")
    assert spoken(found) == TALK
    assert not found.asked
    assert spoken(read(SAME[form].encode(), name="talk.txt")) == TALK
    assert pairs(read(as_text(found) + "\n")) == pairs(found)


@pytest.mark.parametrize("form", OTHERS)
def test_each_written_form_has_its_right_reading(form):
    text, right = OTHERS[form]
    found = read(text + "\n")
    assert spoken(found) == right
    assert not found.asked
    assert pairs(read(as_text(found) + "\n")) == pairs(found)


def test_times_of_timed_text_are_seconds():
    for form in ("timed text, agents", "timed text, ticks"):
        found = read(SAME[form])
        assert [(turn.start, turn.stop) for turn in found] == [(0, 0.9), (1, 1.9), (2, 2.9)]
    found = read(SAME["captions of a page of videos"])
    assert [(turn.start, turn.stop) for turn in found] == [(0, 0.9), (1, 1.9), (2, 2.9)]
    assert read("1m20s Ines: Hi.\n1m25s Bo: Oh.")[1].start == 85


def test_timed_text_that_is_not_whole_or_names_nobody_is_refused():
    for text, name in (
        (TTML + "><body><div><p", "xml_broken"),
        ('<!DOCTYPE tt [<!ENTITY a "b">]>' + TTML + "/>", "xml"),
        (TTML + '><body><p begin="1s">Good day.</p></body></tt>', "nameless_captions"),
    ):
        with pytest.raises(TranscriptError) as error:
            read(text)
        said = str(word("talk_errors", name)) if name != "xml" else ""
        assert said in str(error.value)


def test_words_that_are_said_twice_in_captions_stay():
    cues = ["Ines: No.", "Bo: No. No.", "Ines: Why?", "Bo: No.", "Ines: Oh."]
    text = "WEBVTT\n\n" + "\n\n".join(
        f"00:0{n}.000 --> 00:0{n}.900\n{cue}" for n, cue in enumerate(cues)
    )
    found = read(text)
    assert pairs(found) == [tuple(cue.split(": ")) for cue in cues]
    assert found.notes == []


def test_what_captions_show_again_is_told():
    note = word("talk_notes", "rolled", count=3)
    assert note in read(SAME["captions that grow"]).notes


def test_a_name_inside_a_line_is_asked_about_and_the_answer_holds():
    text = "Ines: Since when? Bo: Monday.\nBo: It was cold.\nInes: So?\nBo: No."
    found = read(text)
    assert [(each.label, each.voice) for each in found.asked] == [("… Bo", True)]
    assert found[1] == (2, "Bo", "Monday.", None, None, "")
    kept = read(text, voices={"… Bo": False})
    assert kept[0].text == "Since when? Bo: Monday."
    assert not kept.asked
    assert pairs(read(text, voices={"… Bo": True})) == pairs(found)


def test_a_role_with_an_article_before_a_small_letter_is_asked_about():
    found = read("Ines: What?\nBo: He said no.\nThe landlord: pay first.\nInes: So?\nBo: I left.")
    assert [(each.label, each.voice) for each in found.asked] == [("The landlord", False)]
    assert {turn.speaker for turn in found} == {"Ines", "Bo"}


def test_the_heading_of_a_further_part_is_told():
    found = read(SAME["a further part of the talk"])
    row = word("talk_notes", "around", row=6, line="Session 2, May 3")
    assert row in found.notes


def test_e_mails_are_told_and_their_order_is():
    found = read(SAME["e-mails in German"])
    assert found.notes == [word("talk_notes", "mail"), word("talk_notes", "mail_order")]
    kept = read(SAME["e-mails, the oldest first"])
    assert word("talk_notes", "mail_order") not in kept.notes


def test_sounds_in_round_brackets_are_nobodys_words():
    assert words_of("(laughs) No. (Inaudible 00:03) (long pause) (he said) so") == [
        "no", "he", "said", "so",
    ]  # fmt: skip


def test_rows_of_a_table_that_name_nobody_are_called_rows():
    found = read("start\ttext\n1\tInes: Hello.\n2\tGood day.\n3\tBo: Hi.\n4\tInes: So?\n")
    assert word("talk_notes", "carried_rows", count=1) in found.notes
