"""Forms of tools that came later: times in letters, chats of other places, courts, pages, tiers."""

import pytest
from later_forms import ASKED, GO_ON, OTHERS, SAME
from talk_forms import TALK
from test_talk_forms import pairs, spoken

from workbook.measures.talk import TranscriptError, Turn, as_text, read
from workbook.measures.talk.reading.times import seconds
from workbook.measures.talk.turns import words_of
from workbook.words import word


@pytest.mark.parametrize("form", SAME)
def test_each_form_gives_the_same_talk(form):
    found = read(SAME[form] + "\n")
    assert spoken(found) == TALK
    assert not found.asked
    assert spoken(read(SAME[form].encode(), name="talk.txt")) == TALK
    assert pairs(read(as_text(found) + "\n")) == pairs(found)


@pytest.mark.parametrize("form", OTHERS)
def test_each_form_has_its_right_reading(form):
    text, right = OTHERS[form]
    found = read(text + "\n")
    assert spoken(found) == right
    assert pairs(read(as_text(found) + "\n")) == pairs(found)


@pytest.mark.parametrize("label", ASKED)
def test_words_before_a_colon_are_asked_about_and_stay_with_who_speaks(label):
    found = read(f"Ines: Well?\nDalia: Hard.\n\n{label}: the heating.\nInes: Oh.\nDalia: Yes.")
    assert [each.label for each in found.asked] == [label]
    assert [turn.speaker for turn in found] == ["Ines", "Dalia", "Ines", "Dalia"]


@pytest.mark.parametrize("line", GO_ON)
def test_a_line_that_goes_on_makes_nobody(line):
    found = read(f"Worker: What is it?\nMother: It is so.\n{line}\nWorker: I see.\nMother: Yes.")
    assert [turn.speaker for turn in found] == ["Worker", "Mother", "Worker", "Mother"]
    assert [each.label for each in found.asked] == ([GO_ON[line]] if GO_ON[line] else [])


def test_a_summary_above_the_talk_is_nobody_and_asked_about():
    found = read("Summary: the heat is out.\nInes: Hi.\nBo: Oh.\nInes: So?\nBo: No.")
    assert [turn.speaker for turn in found] == ["", "Ines", "Bo", "Ines", "Bo"]
    assert [(each.label, each.voice) for each in found.asked] == [("Summary", False)]


def test_the_letters_of_a_list_are_nobody():
    found = read("Ines: So?\nBo: Two.\nA. It.\nB. He.\nInes: Oh?\nBo: Or\nA. I.\nB. We.\nInes: Hm.")
    assert {turn.speaker for turn in found} == {"Ines", "Bo"}


def test_a_third_person_that_nobody_knows_is_asked_about_and_a_known_name_is_not():
    talk = "Worker: Well?\nMother: So.\n{who}: Wait.\nWorker: Yes?\nMother: Oh."
    for who, asked in (("Priya", []), ("Sister", []), ("Xiqquo", ["Xiqquo"])):
        found = read(talk.format(who=who))
        assert found[2].speaker == who
        assert [each.label for each in found.asked] == asked


def test_a_line_that_goes_on_with_a_small_letter_is_not_asked_about():
    found = read("Ines: I wanted to ask you\nfor: the house.\nDalia: He said to me\nlast week: no.")
    assert len(found) == 2
    assert found.asked == []


def test_another_sign_behind_a_known_name_is_asked_about():
    text = "Ines: Hello.\nDalia; Hard.\nInes: Since when?\nDalia: Monday."
    found = read(text)
    assert [turn.speaker for turn in found] == ["Ines", "Dalia", "Ines", "Dalia"]
    assert [each.label for each in found.asked] == ["Dalia;"]
    assert read(text, voices={"Dalia;": False})[0].text == "Hello. Dalia; Hard."
    assert read(text, voices={"Dalia;": True}).asked == []


def test_what_stands_around_a_talk_is_told():
    found = read("Ines: Hello\nPage 2\nthere.\nDalia: Hi.\n- 3 -")
    around = [word("talk_notes", "around", row=row, line=line)
              for row, line in [(2, "Page 2"), (5, "- 3 -")]]  # fmt: skip
    assert [note for note in found.notes if note in around] == around


def test_numbers_of_turns_are_told_and_four_voices_of_a_group_stay_apart():
    found = read(OTHERS["numbers of turns"][0])
    assert found.notes == [word("talk_notes", "turn_numbers")]
    assert len({turn.speaker for turn in read("F1: Hi.\nM1: Hi.\nF2: Hello.\nM2: Hello.")}) == 4


def test_a_number_that_is_said_stays():
    assert read("Ines: How many?\nDalia:\n3\nInes: Three?")[1].text == "3"


def test_dashes_that_somebody_says_are_written_and_read_again():
    turns = [Turn(1, "---", "---"), Turn(2, "Bo", "Hard.")]
    assert pairs(read(as_text(turns) + "\n")) == pairs(turns)


def test_a_column_without_a_name_is_no_time():
    found = read("\tTimespan\tContent\tSpeaker\n1\t0:11.0 - 0:11.9\tHi.\tBo\n2\t0:13.0\tOh.\tIt\n")
    assert [(turn.start, turn.stop) for turn in found] == [(11.0, 11.9), (13.0, None)]


OLD = {
    "gb18030": "社工: 今天怎么样？\n李梅: 很难。暖气坏了。\n",
    "shift_jis": "支援者: 今日はどうですか。\n田中: 大変です。暖房がありません。\n",
    "euc_kr": "상담사: 오늘은 어때요?\n민지: 힘들어요. 난방이 안 돼요.\n",
    "cp1251": "Работник: Как дела?\nДарья: Трудно. Нет тепла.\n",
    "cp1256": "الأخصائية: كيف الحال اليوم؟\nداليا: صعب جدا.\n",
}


@pytest.mark.parametrize("encoding", OLD)
def test_letters_of_old_files_are_guessed_and_told(encoding):
    text = OLD[encoding] * 3
    found = read(text.encode(encoding), name="talk.txt")
    assert pairs(found) == pairs(read(text))
    assert len(found.notes) == 1


@pytest.mark.parametrize("encoding", ["cp1250", "cp1254"])
def test_letters_that_nobody_can_be_sure_of_are_told(encoding):
    text = {"cp1250": "Łucja: Źle. Nie działa.", "cp1254": "Ayşegül: Isıtma çalışmıyor."}[encoding]
    assert len(read(f"{text}\nBo: Oh.\n".encode(encoding), name="talk.txt").notes) == 1


def test_western_letters_of_old_files_leave_no_doubt():
    text = "Inès: Ça va, « très bien » ?\nZoë: Não, señor. It’s 5 °C – wait…\n"
    found = read(text.encode("cp1252"), name="talk.txt")
    assert pairs(found) == pairs(read(text))
    assert found.notes == []


def test_the_head_of_a_document_is_told_with_empty_lines_and_without():
    head = "Home visit\nPlace: Office\nDate: March 3\n[Recording starts]\nInes: Hello.\nBo: Hi.\n"
    for text in (head, head.replace("\n", "\n\n")):
        found = read(text)
        assert [turn.speaker for turn in found] == ["Ines", "Bo"]
        assert len(found.notes) == 4


def test_a_time_is_nobody():
    with pytest.raises(TranscriptError):
        read("[00:00:01] Good morning to you.\n[00:00:05] It was hard.")


def test_a_long_pasted_line_is_no_name_of_a_file():
    said = ", ".join(f'{{"speaker": "{who}", "text": "{text}"}}' for who, text in TALK * 9)
    assert spoken(read(f'{{"segments": [{said}]}}'))[:2] == TALK[:2]


@pytest.mark.parametrize("clock", ["0:99:99", "1:75:00", "0:61"])
def test_what_no_clock_shows_is_no_time(clock):
    with pytest.raises(ValueError, match="^"):
        seconds(clock)
    found = read(f"[{clock}] Ines: Hello.\n[1:20] Dalia: Hi.")
    assert found[0].start is None
    assert word("talk_notes", "no_time", row=1, time=clock) in found.notes


def test_a_pause_and_what_a_phone_left_out_are_nobodys_words():
    assert words_of("well (0.4) so (.) <Media omitted>") == ["well", "so"]
