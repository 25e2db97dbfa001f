"""The file of a plan that is drawn by lot: its numbers, and messages that say where."""

import pytest

from workbook.content.reader import parse_exercise
from workbook.errors import ContentError
from workbook.kinds.lots.plans import BOUNDS

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
    assert all(f"{name} ({least} to {most})" in str(found.value)
               for name, (least, most) in BOUNDS.items())  # fmt: skip
