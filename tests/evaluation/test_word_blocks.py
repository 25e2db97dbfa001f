"""A document for a word processor keeps each word of its page, lists in lists and numbers."""

import io
import re
from collections import Counter
from html import unescape

import docx
import pytest
from the_course import COURSE

from workbook.evaluation import document
from workbook.guide import guide_page
from workbook.guide.shown import shown_part

NO_TEXT = re.compile(r"<(style|title|summary)\b.*?</\1>", re.S)


def written(html):
    return docx.Document(io.BytesIO(document(f"<title>T</title><main>{html}</main>")))


def lines(html):
    return [(p.style.name, p.text) for p in written(html).paragraphs]


def test_a_point_keeps_its_own_words_beside_a_list_in_it():
    made = lines("<ul><li>One <b>two</b>\n<ul><li>in it</li></ul>\n</li><li>three</li></ul>")
    assert made == [
        ("List Bullet", "One two"),
        ("List Bullet 2", "in it"),
        ("List Bullet", "three"),
    ]


def test_a_second_paragraph_of_a_point_has_no_point_of_its_own():
    made = lines("<ul><li><p>first</p><p>more</p></li></ul><p>after</p>")
    assert made == [("List Bullet", "first"), ("List Continue", "more"), ("Normal", "after")]


def test_each_numbered_list_begins_at_one():
    made = written("<ol><li>a</li><li>b</li></ol><p>then</p><ol><li>c</li></ol>")
    used = [p._p.pPr.numPr.numId.val for p in made.paragraphs if p.style.name == "List Number"]
    assert used[0] == used[1] != used[2]
    nums = {num.numId: num for num in made.part.numbering_part.element.num_lst}
    starts = [nums[n].lvlOverride_lst[0].startOverride.val for n in used]
    assert starts == [1, 1, 1]


def test_bold_and_italic_stay():
    [line] = written("<p>A <strong>b</strong> <em>c</em>.</p>").paragraphs
    assert [(run.text, run.bold, run.italic) for run in line.runs if run.text.strip()] == [
        ("A ", None, None),
        ("b", True, None),
        ("c", None, True),
        (".", None, None),
    ]


@pytest.mark.parametrize("name", ["03/two_weeks", "02/mark_the_meeting", "01/who_does_it_protect"])
def test_no_word_of_a_guide_is_lost(name):
    page = guide_page(f"# Guide\n\n## One\n\n{shown_part(COURSE.exercise(name), 3)}")
    on_page = unescape(re.sub(r"<[^>]+>", " ", NO_TEXT.sub("", page)))
    made = docx.Document(io.BytesIO(document(page)))
    kept = " ".join(paragraph.text for paragraph in made.paragraphs)
    assert Counter(re.findall(r"\w+", on_page)) == Counter(re.findall(r"\w+", kept))
