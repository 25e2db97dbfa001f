"""Words of the glossary open where they stand, by mouse and by keyboard, without Python."""

import re

import pytest
from the_course import COURSE

from workbook.content.library import Library, packaged_course
from workbook.record.glossary import glossary
from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("lab", "en")
PAGE = """<div class="jp-RenderedMarkdown"><h2>Talk share and baseline</h2>
<p>The baselines come <b>first</b>; NAP, not a nap. <code>kappa</code> stays as it is.</p>
<ul><li>A reference reader; baseline again.</li></ul>
<p>See <a id="one" href="files/learners/glossary.md?x=1#rank">rank</a> or
<a id="all" href="files/learners/glossary.md">all of it</a>. A person has a high rank.</p></div>"""
SETUP = """([html, found]) => {
  const root = document.createElement('main');
  root.innerHTML = html;
  document.body.append(root);
  window.left = [];
  root.addEventListener('click', (event) => {
    if (event.target.id) { left.push(event.target.id); event.preventDefault(); } });
  window.made = new glossary.Glossary({ root, glossary: found, words: english, address: '/all',
    openAll: (event) => { left.push('whole'); event.preventDefault(); } });
  made.mark();
  made.mark(); }"""


@pytest.fixture(scope="module")
def found():
    return glossary(COURSE)


@pytest.fixture
def text(page, found):
    page.evaluate(SETUP, [PAGE, found])
    return page.locator("main")


def marked(text):
    return text.locator(".sswp-term").all_text_contents()


def test_each_word_is_marked_once_and_everyday_words_are_not(text):
    assert marked(text) == ["baselines", "NAP", "reference reader"]
    assert re.sub(r"\s+", " ", text.inner_text()).count("baseline") == 3


def test_by_keyboard_it_opens_is_read_closes_and_gives_the_focus_back(page, text):
    term = text.get_by_role("button", name="baselines")
    assert term.get_attribute("aria-expanded") == "false"
    term.press("Enter")
    note = page.get_by_role("group", name="Baseline")
    assert "weeks" in note.inner_text() and term.get_attribute("aria-expanded") == "true"
    assert note.evaluate("(node) => node === document.activeElement")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == WORDS["glossary_all"]
    page.keyboard.press("Escape")
    assert note.count() == 0
    assert term.evaluate("(node) => node === document.activeElement")
    assert term.get_attribute("aria-expanded") == "false"


def test_one_note_at_a_time_and_a_second_press_closes_it(page, text):
    for name in ("baselines", "NAP"):
        text.get_by_role("button", name=name).click()
    assert page.get_by_role("group").count() == 1
    text.get_by_role("button", name="NAP").click()
    assert page.get_by_role("group").count() == 0
    text.get_by_role("button", name="NAP").click()
    page.get_by_role("button", name=WORDS["glossary_close"]).click()
    assert page.get_by_role("group").count() == 0


def test_a_link_to_one_word_opens_here_and_one_to_all_leads_there(page, text):
    text.locator("#one").click()
    assert "Rank" in page.get_by_role("group").inner_text()
    text.locator("#all").click()
    page.get_by_role("link", name=WORDS["glossary_all"]).click()
    assert page.evaluate("left") == ["all", "whole"]


def test_every_entry_of_the_glossary_is_read(found):
    path = packaged_course() / "modules" / found["file"]
    written = path.read_text("utf-8")
    assert len(found["terms"]) == len(re.findall(r"^\*\*", written, re.MULTILINE)) > 50
    assert len({one["name"] for one in found["terms"]}) == len(found["terms"])
    assert all(
        one["html"].startswith("<p>") and "<!--" not in one["html"] for one in found["terms"]
    )


def test_every_everyday_word_is_one_of_the_glossary(found):
    path = packaged_course() / "modules" / found["file"]
    listed = re.search(r"<!--[^:]*:(.*?)-->", path.read_text("utf-8"), re.DOTALL)[1].split(",")
    everyday = {one["term"].lower() for one in found["terms"] if one["everyday"]}
    assert {word.strip() for word in listed} == everyday


def test_a_course_without_a_glossary_has_none(tmp_path):
    assert glossary(Library(tmp_path))["terms"] == []
