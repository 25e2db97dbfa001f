"""The file of a plan that is drawn by lot: its numbers, and messages that say where."""

import re

import pytest

from workbook.content.reader import parse_exercise
from workbook.errors import ContentError
from workbook.kinds.lots.plans import BOUNDS
from workbook.kinds.lots.shown import picture


def test_a_picture_names_each_case_in_short():
    drawn = picture({"north": 7, "a & very long name": 9}, 21)
    assert re.findall(r"<text[^>]*>([^<]*)</text>", drawn) == ["North", "A &amp; very lon"]


FIRST = "{cases: 4, weeks: 21, baseline: 6, treatment: 6}"


def test_the_page_begins_with_the_numbers_of_the_file(samples):
    first = {"cases": 4, "weeks": 21, "baseline": 6, "treatment": 6}
    assert samples["lots"].settings["first"] == first


@pytest.mark.parametrize(
    "wrote",
    [
        "{cases: 9, weeks: 21, baseline: 6, treatment: 6}",
        "{cases: four, weeks: 21, baseline: 6, treatment: 6}",
        "{cases: 4, weeks: 21.5, baseline: 6, treatment: 6}",
        "{cases: 4, weeks: 21, baseline: 6}",
        "{cases: 4, weeks: 21, baseline: 6, treatment: 6, scheme: orders}",
        "four",
        "[4, 21, 6, 6]",
    ],
)
def test_other_numbers_are_refused_with_their_line_and_their_bounds(texts, wrote):
    text = texts["lots"].replace(FIRST, wrote)
    assert text != texts["lots"]
    with pytest.raises(ContentError) as found:
        parse_exercise(text, "09/lots")
    line = next(n for n, each in enumerate(text.splitlines(), 1) if each.startswith("inputs:"))
    assert found.value.line == line
    assert found.value.message.identifier == "lots_file.inputs"
    assert all(f"{name} ({least} to {most})" in found.value.message.values["bounds"]
               for name, (least, most) in BOUNDS.items())  # fmt: skip
