"""Search over the course, in the course list."""

import re

import pytest
from the_course import COURSE

from workbook.record.search import places
from workbook.words import word, words

pytestmark = pytest.mark.browser

WORDS = words("lab", "en")
SETUP = """(places) => {
  const wait = window.setTimeout;  // what waits for the next letter waits a tenth as long
  window.setTimeout = (act, time = 0, ...more) => wait(act, time / 10, ...more);
  const kit = fakes.kitOf(english);
  kit.outline = new outline.Outline(kit.app);
  kit.went = [];
  kit.address = { go: (...place) => kit.went.push(place.join('#')) };
  kit.drawings = { stamp: '1', places: async () => places };
  const course = new panel.CoursePanel(kit);
  document.body.prepend(course.node);
  kit.tracker.add(new fakes.Panel({ path: 'modules/01_a.ipynb' }));
  Object.assign(window, { kit, course }); }"""
FIELDS = ("file", "module", "cell", "title", "text")
LONG = "x " * 90 + "holds it " + "y " * 90
SOME = [
    dict(zip(FIELDS, one, strict=True))
    for one in (
        ("01_a.ipynb", "Roots", "one", "The café", "Who holds the pen?"),
        ("02_b.ipynb", "Two", "two", "Two", "She won\u2019t <b>hold</b> it."),
        ("02_b.ipynb", "Two", "pen", "The pen", LONG),
    )
]


def searched(page, asked, found=None):
    page.evaluate(SETUP, SOME if found is None else found)
    box = page.get_by_label(WORDS["search"])
    box.fill(asked)
    node = page.locator(".sswp-search")
    if re.search(r"\w", asked):
        node.get_by_role("status").filter(has_text=re.compile(r"\S")).wait_for()
    return node


def titles(node):
    return node.locator(".sswp-search-title").all_text_contents()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("pen", ["The pen", "The café"]),
        ("CAFE", ["The café"]),
        ("cafe\u0301", ["The café"]),  # as a Mac writes it
        ("won't", ["Two"]),
        ("won\u2019t hol", ["Two"]),
        ("holds pen", ["The café", "The pen"]),
        ("olds", []),
        ("<b>hold</b>", ["Two"]),
        ("?", []),
        ("  ", []),
        (".*", []),
    ],
)
def test_places_that_have_all_the_words(page, asked, expected):
    assert sorted(titles(searched(page, asked))) == sorted(expected)


def test_a_title_comes_first_and_the_words_around_are_shown(page):
    node = searched(page, "pen")
    assert titles(node) == ["The pen", "The café"]
    assert node.locator("mark").all_text_contents() == ["pen"]
    node.get_by_role("searchbox").fill("holds it")
    node.get_by_role("status").filter(has_text=WORDS["search_found_one"]).wait_for()
    text = node.locator(".sswp-search-text").first.inner_text()
    assert text.startswith("… ") and text.endswith(" …") and "holds it" in text
    assert len(text) < 200


def test_what_is_found_opens_at_its_place(page):
    searched(page, "won't").get_by_role("link").click()
    assert page.evaluate("kit.went") == ["modules/02_b.ipynb#two"]


def test_nothing_found_and_nothing_there_are_said(page):
    said = searched(page, "zebra").get_by_role("status")
    assert said.inner_text() == WORDS["search_none"]
    page.evaluate("document.querySelector('.sswp-panel').remove()")
    said = searched(page, "pen", []).get_by_role("status")
    assert said.inner_text() == WORDS["search_away"]


def test_escape_empties_the_box_before_it_closes_the_list(page):
    page.set_viewport_size({"width": 320, "height": 700})
    node = searched(page, "pen")
    page.evaluate("course.toggle(true)")
    node.get_by_role("searchbox").focus()
    page.keyboard.press("Escape")
    assert node.get_by_role("searchbox").input_value() == "" and not titles(node)
    assert page.evaluate("course.isDrawer()")
    page.keyboard.press("Escape")
    assert not page.evaluate("course.isDrawer()")


def test_without_drawings_there_is_no_box(page):
    page.evaluate("""() => { const kit = fakes.kitOf(english); kit.drawings = { stamp: '' };
      kit.outline = new outline.Outline(kit.app); kit.address = {};
      document.body.prepend(new panel.CoursePanel(kit).node); }""")
    assert page.locator(".sswp-search").count() == 0


# The course itself ---------------------------------------------------------------------------
def course_places():
    return places(COURSE)


def test_every_exercise_of_a_page_can_be_found(page):
    library = COURSE
    found = {(place["file"], place["title"]) for place in course_places()}
    shown = {library.exercise(name).title for name in library.exercise_ids()}
    assert shown <= {title for _, title in found}
    assert page.evaluate("(all) => search.find('hierarchy', all).length", course_places()) > 3


def test_many_places_are_listed_in_part(page):
    node = searched(page, "the", course_places())
    assert len(titles(node)) == 20
    said = node.get_by_role("status").inner_text()
    count = page.evaluate("(all) => search.find('the', all).length", course_places())
    assert said == word("lab", "search_found_first", shown=20, count=count)


def test_no_note_and_no_ending_is_told_beforehand():
    library = COURSE
    texts = " ".join(place["text"] for place in course_places())
    for name in library.exercise_ids():
        made = library.exercise(name)
        for told in (made.debrief, made.hint):
            assert not told or told[-60:] not in texts  # both may begin with one quotation
