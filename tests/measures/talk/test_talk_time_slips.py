"""A slip in a time refuses no file, wherever the time stands."""

import pytest

from workbook.measures.talk import read


@pytest.mark.parametrize("slip", ["00:00:514", "[00:00:514]"])
def test_a_slip_in_a_line_that_holds_a_time_alone_refuses_no_file(slip):
    found = read(f"{slip}\nInes: Hello.\n\n0:00:10\nDalia: Good morning.\n\n0:00:12\nInes: Well?")
    assert {turn.speaker for turn in found} == {"Ines", "Dalia"}
    assert [turn.text for turn in found][-2:] == ["Good morning.", "Well?"]
