"""Forms of meetings, phones and transcription tools in several languages."""

import pytest
from test_talk_forms import pairs, spoken
from tool_forms import SPOKEN, TOOLS

from workbook.measures.talk import as_text, read
from workbook.measures.talk.reading.headers import lines_of
from workbook.measures.talk.reading.pages import without_spoken_times


@pytest.mark.parametrize("form", TOOLS)
def test_each_tool_has_its_right_reading(form):
    text, right, notes = TOOLS[form]
    found = read(text + "\n")
    assert spoken(found) == right
    assert len(found.notes) == notes
    assert not found.asked
    assert pairs(read(as_text(found) + "\n")) == pairs(found)


@pytest.mark.parametrize("line", SPOKEN)
def test_words_that_look_like_a_tool_s_are_kept(line):
    talk = f"Ines: Well?\nDalia: It is so\n{line}\nInes: I see.\nDalia: Yes."
    assert spoken(read(talk))[1] == ("Dalia", f"It is so {line}")


def test_a_line_of_spaces_above_a_time_is_read_at_once():
    line = f"Ines{' ' * 100_000}Hello"
    assert without_spoken_times(lines_of(f"{line}\n0:03"))[0].text == line
