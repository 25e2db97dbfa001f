"""Forms that look alike are told apart: nobody's words come into another's mouth."""

import pytest
from test_talk_forms import pairs, spoken

from workbook.measures.talk import TranscriptError, read
from workbook.words import word

MAIL = "From: {who}\nSent: Tuesday, March 3, 2026 9:12 AM\nTo: All\nSubject: {what}\n\n{said}\n"
TTML = (
    '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" {more}>'
)
CAPTIONS = "{}<body><div><p begin='{}' end='{}'>José: ¿Qué?</p></div></body></tt>"


@pytest.mark.parametrize("sign", [" -", " >", ")", "/"])
@pytest.mark.parametrize("names", [("Ines", "Dalia", "Bo"), ("SW", "Mom", "Grandma")])
def test_a_sign_behind_longer_names_gives_nobody_anothers_words(names, sign):
    lines = [f"{names[n % 3]}{sign} said {n}" for n in range(6)]
    try:
        found = spoken(read("\n".join(lines)))
    except TranscriptError:
        return  # it is not read, and says so
    assert found == [(names[n % 3], f"said {n}") for n in range(6)]


def test_points_of_a_list_are_no_people():
    found = read(
        "Ines\nA) the school\nB) the bus\n\nDalia\nA) the rent\nB) the heat\n\nInes\nWhat?"
    )
    assert {turn.speaker for turn in found} == {"Ines", "Dalia"}


def test_who_was_quoted_in_an_earlier_mail_says_nothing_in_the_next():
    first = MAIL.format(who="Ines", what="Rent", said="Bo wrote:\n> I cannot pay.\n")
    second = MAIL.format(who="Dalia", what="Rent", said="> He hit a child.\nIs it so?\n")
    said = dict.fromkeys(pair for pair in spoken(read(first + second)))
    assert not any("hit" in words for who, words in said if who == "Bo")


@pytest.mark.parametrize(
    ("mails", "turned"),
    [
        ((("Bo", "RE: Week", "> Well?\nGood."), ("Ines", "Week", "Well?")), True),
        ((("Ines", "Week", "Well?"), ("Bo", "RE: Week", "> Well?\nGood.")), False),
    ],
)
def test_the_order_of_mails_follows_their_subjects(mails, turned):
    text = "\n".join(MAIL.format(who=who, what=what, said=said) for who, what, said in mails)
    assert (word("talk_notes", "mail_order") in read(text).notes) == turned


@pytest.mark.parametrize(
    "line",
    ["Am 03.03.2026 schrieb Ines Ortega <i@x.test>:", "On March 3, 2026, Ines Ortega wrote:"],
)
def test_a_day_without_a_clock_is_no_part_of_a_name(line):
    text = MAIL.format(who="Bo", what="Rent", said=f"No.\n\n{line}\n> Can you pay?")
    assert {turn.speaker for turn in read(text)} == {"Bo", "Ines Ortega"}


def test_headings_below_a_time_are_no_people():
    text = (
        "2026-03-03 10:00\nHome Visit\nInes: How?\nBo: Hard.\n"
        "2026-03-10 10:00\nOffice Visit\nInes: Well?\nBo: Better."
    )
    assert {turn.speaker for turn in read(text)} == {"Ines", "Bo"}


def test_frames_and_ticks_are_parts_of_a_second():
    frames = TTML.format(more='ttp:frameRate="25"')
    assert read(CAPTIONS.format(frames, "50f", "75f"))[0].start == 2
    ticks = TTML.format(more='ttp:tickRate="10"')
    assert read(CAPTIONS.format(ticks, "50t", "75t"))[0].start == 5


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "UTF-16"])
def test_letters_of_timed_text_are_those_that_were_written(encoding):
    head = f'<?xml version="1.0" encoding="{encoding}"?>' + TTML.format(more="")
    assert pairs(read(CAPTIONS.format(head, "1s", "2s"))) == [("José", "¿Qué?")]


@pytest.mark.parametrize("odd", ["²", "٣", "½"])
def test_odd_digits_in_timed_text_are_no_error_of_the_program(odd):
    text = f"<transcript><text start='{odd}'>Ines: Hi.</text></transcript>"
    with_rate = CAPTIONS.format(TTML.format(more=f'ttp:tickRate="{odd}"'), "5t", "7t")
    for each in (
        text,
        f"<timedtext><body><p t='{odd}'>Ines: Hi.</p></body></timedtext>",
        with_rate,
    ):
        try:
            assert read(each)[0].text
        except TranscriptError as error:
            assert str(error)


def test_what_is_said_of_minutes_is_not_a_time_beside_a_clock():
    text = (
        "Ines\n0:03\nI waited 20 minutes\nBo\n0:09\nHe came after 5 minutes 30 seconds\n"
        "Ines\n0:20\nOh."
    )
    assert ("Bo", "He came after 5 minutes 30 seconds") in pairs(read(text))


def test_words_that_are_said_again_after_a_pause_stay():
    starts = (1, 4, 10, 12)
    said = ["Ines: No.", "Ines: No.", "Ines: No.", "Bo: Why?"]
    text = "\n\n".join(
        f"{n}\n00:00:{at:02d},000 --> 00:00:{at + 1:02d},000\n{line}"
        for n, (at, line) in enumerate(zip(starts, said, strict=True), 1)
    )
    found = read(text)
    assert [turn.text for turn in found].count("No.") == 3
    assert word("talk_notes", "rolled", count=2) not in found.notes


def test_the_number_of_a_turn_is_no_time():
    found = read("tid\tspeaker\ttext\n1\tInes\tHi.\n2\tBo\tOh.\n3\tInes\tSo?\n")
    assert [turn.start for turn in found] == [None] * 3


@pytest.mark.parametrize("line", ["Call 2 was hard for him", "Visit 1 to the school"])
def test_a_sentence_with_a_number_is_no_heading(line):
    found = read(f"Ines: How?\n\n{line}\n\nBo: Yes.\nInes: So?\nBo: No.")
    assert line in " ".join(turn.text for turn in found)
