"""Clocks of twelve hours beside, above and below names: an hour is no minute, and nobody's name."""

import pytest

from workbook.measures.talk import TranscriptError, read

NOON = 12 * 3600
TWICE = [("Lena Ruiz", NOON + 3540, None), ("Amadou", NOON + 3600, None)]
FORMS = {
    "beside, above the words": "Lena Ruiz  12:59 PM\nHello.\n\nAmadou  1:00 PM\nHard.\n",
    "before the name": "12:59 PM Lena Ruiz\nHello.\n\n1:00 PM Amadou\nHard.\n",
    "in brackets": "[12:59 p.m.] Lena Ruiz\nHello.\n\n[1:00 p.m.] Amadou\nHard.\n",
    "with the day": "Lena Ruiz, [3.3.2026 12:59 PM]\nHello.\n\nAmadou, [3.3.2026 1:00 PM]\nHard.\n",
    "of all day": "Lena Ruiz  12:59 Uhr\nHello.\n\nAmadou  13:00 Uhr\nHard.\n",
    "below": "Lena Ruiz\n12:59 PM\nHello.\n\nAmadou\n1:00 PM\nHard.\n",
}
RANGES = [
    "[1:00 - 1:02 PM] Ines: Hello.\n[1:03 - 1:05 PM] Bo: Hard.",
    "[1:00 PM - 1:02 PM] Ines: Hello.\n[1:03 PM - 1:05 PM] Bo: Hard.",
    "time,speaker,text\n1:00-1:02 PM,Ines,Hello.\n1:03-1:05 PM,Bo,Hard.",
]


def times(text):
    return [(turn.speaker, turn.start, turn.stop) for turn in read(text)]


@pytest.mark.parametrize("form", FORMS)
def test_a_clock_of_the_day_counts_hours_wherever_it_stands(form):
    assert times(FORMS[form]) == TWICE


@pytest.mark.parametrize("text", RANGES)
def test_a_half_of_the_day_at_the_end_of_a_range_is_that_of_its_start(text):
    first, last = 13 * 3600, 13 * 3600 + 180
    assert times(text) == [("Ines", first, first + 120), ("Bo", last, last + 120)]


def test_times_before_names_in_a_table_are_kept():
    assert times('no,text\n1,"[0:05] Ines: Hello, you."\n2,"[0:09] Bo: Hard."\n') == [
        ("Ines", 5, None), ("Bo", 9, None)]  # fmt: skip


@pytest.mark.parametrize("odd", [[{0: "Ines", 1: "Hello."}], "Begin,,Bo\n0:01,Hi,\n0:02,,Hard.\n"])
def test_columns_that_nobody_named_are_no_people(odd):
    with pytest.raises(TranscriptError, match="column"):
        read(odd)
