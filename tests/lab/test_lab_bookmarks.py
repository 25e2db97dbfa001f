"""Bookmarks and notes at the head of each section, and their list; Python is a script here."""

import json

import pytest
from the_course import COURSE

from workbook.kinds import Learner
from workbook.record.bookmarks import bookmark
from workbook.widgets.exercise import exercise_parts
from workbook.widgets.page import script, style
from workbook.widgets.spec import view_spec
from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("lab", "en")
CELLS = [
    ["markdown", "# One", 40, "title"],
    ["markdown", "## Read it", 40, "read-it"],
    ["code", 'wb.exercise("01/a")', 40, "a"],
    ["markdown", "More.", 40, "more"],
]
# Python, as small as it can be: it keeps what it is sent and says so.
PYTHON = """async ([cells, spec]) => {
  window.kept = {};
  window.away = false;
  const kit = fakes.kitOf(english);
  window.said = (id, message) => document.dispatchEvent(
    new CustomEvent('sswp-note-says', { detail: { id, message } }));
  document.addEventListener('sswp-note', ({ detail: { id, message } }) => setTimeout(() => {
    if (window.away) return;
    const now = Date.now();
    const entry = kept[id] && { id: 'e' + kept[id].seq, current: true,
      time: new Date().toISOString(), response: kept[id].response };
    if (message.do === 'open') said(id, { did: 'restore', to: message.view, earlier: [], now,
      entry: entry ?? null, ids: [], feedback: { notes: [], debrief: '', hint: '' } });
    if (message.do !== 'save') return;
    kept[id] = message;
    said(id, { did: 'saved', to: message.view, seq: message.seq, response: message.response, now,
      entry: { id: 'e' + message.seq, time: new Date().toISOString() },
      feedback: { notes: [], debrief: '', hint: '' } });
    tell(); }));
  const panel = new fakes.Panel({ cells });
  kit.drawings = new drawn.Drawings(location.href, '7');
  kit.outline = new outline.Outline(kit.app);
  kit.went = [];
  kit.address = { go: (...place) => kit.went.push(place.join('#')) };
  const course = new window.panel.CoursePanel(kit);
  document.body.prepend(course.node);
  kit.tracker.add(panel);
  new bookmarks.Bookmarks({ panel, number: '01', drawings: kit.drawings, words: english });
  window.tell = () => document.dispatchEvent(new CustomEvent('sswp-progress', { detail: {
    module: '01', modules: [{ file: '01_a.ipynb', title: 'Roots', exists: true }], bookmark: spec,
    bookmarks: Object.entries(kept).map(([id, { response }]) => ({ id,
      file: '01_a.ipynb', module: 'Roots', cell: id.split(':')[1], title: 'Read it',
      marked: (response.marked ?? []).length > 0,
      noted: 'note' in (response.texts ?? {}) })).filter((one) => one.marked || one.noted) } }));
  Object.assign(window, { kit });
  tell(); }"""

# Python answers no more, and what waits for it waits a tenth as long.
HURRY = """() => {
  const wait = window.setTimeout;
  window.away = true;
  window.setTimeout = (act, time = 0, ...more) => wait(act, time / 10, ...more); }"""


@pytest.fixture
def open_page(page, start):
    """Give what opens a page with two sections whose view is the real one."""
    parts, groups = exercise_parts("bookmark")
    start.page, start.view, start.style = {}, script(*parts, groups=groups), style()
    made = bookmark(COURSE, "01/section:")
    spec = json.loads(json.dumps(view_spec(made, Learner("7"), "j")))
    page.evaluate(PYTHON, [CELLS, {**spec, "title": "My bookmark: {section}"}])
    return page


def ribbon(page, n=1):
    return page.locator(".sswp-mark-button").nth(n)


def head(page, n=1):
    return page.locator(".sswp-marking").nth(n)


def opened(page):
    ribbon(page).press("Enter")
    page.wait_for_selector(".sswp-marking [data-state]")
    page.wait_for_function("document.activeElement.closest('.sswp-marking .sswp')")
    return head(page).locator(".sswp")


def test_each_section_has_a_button_that_names_it(open_page):
    names = [WORDS["mark_none"] + f": {title}" for title in ("One", "Read it")]
    buttons = open_page.locator(".sswp-mark-button")
    assert [b.get_attribute("aria-label") for b in buttons.all()] == names
    open_page.evaluate("tell()")
    assert buttons.count() == 2
    assert open_page.locator(".sswp-marks li").count() == 0


def test_a_ribbon_says_in_words_what_it_is_to_who_points_at_it_or_comes_by_keys(open_page):
    open_page.add_style_tag(url="/lab/static/bookmarks.css")
    words_of = ribbon(open_page).locator("span")
    assert not words_of.is_visible()
    ribbon(open_page).hover()
    assert words_of.is_visible()
    open_page.mouse.move(0, 0)
    assert not words_of.is_visible()
    open_page.keyboard.press("Tab")  # from now on the focus is shown
    ribbon(open_page).focus()
    assert words_of.is_visible()
    assert head(open_page).get_attribute("id") == ribbon(open_page).get_attribute("aria-controls")


def test_a_bookmark_and_a_note_are_saved_shown_and_listed(open_page):
    view = opened(open_page)
    assert view.get_by_role("heading").inner_text() == "My bookmark: Read it"
    assert view.locator("[data-act=skip]").count() == 0
    open_page.keyboard.press("Space")
    view.locator("textarea").fill("Ask again.")
    open_page.wait_for_function("window.kept['01/section:read-it']?.response.texts?.note")
    open_page.wait_for_selector(".sswp-marks li")
    assert open_page.evaluate("window.kept['01/section:read-it'].response.marked") == ["here"]
    assert ribbon(open_page).text_content() == WORDS["mark_both"]
    link = open_page.locator(".sswp-marks a")
    link.click()
    assert open_page.evaluate("kit.went") == ["modules/01_a.ipynb#read-it"]


def test_escape_closes_it_and_loses_nothing(open_page):
    view = opened(open_page)
    view.locator("textarea").press_sequentially("Just typed")
    open_page.keyboard.press("Escape")
    head(open_page).locator(".sswp").wait_for(state="detached")
    focused = "document.activeElement.matches('.sswp-mark-button[aria-expanded=false]')"
    assert open_page.evaluate(focused)
    open_page.wait_for_function("window.kept['01/section:read-it']?.response.texts?.note")
    view = opened(open_page)
    open_page.wait_for_function("document.querySelector('.sswp-marking textarea').value")
    assert view.locator("textarea").input_value() == "Just typed"


def test_what_python_does_not_answer_stays_in_the_browser_and_is_said(open_page):
    view = opened(open_page)
    open_page.evaluate(HURRY)
    view.locator("textarea").fill("Kept here")
    open_page.wait_for_selector(".sswp-marking [data-state=unsaved]")
    drafts = open_page.evaluate("Object.keys(localStorage).filter((k) => k.includes('section:'))")
    assert len(drafts) == 1


def test_on_paper_no_button_and_in_a_hand_out_no_note(open_page):
    opened(open_page)
    open_page.add_style_tag(url="/lab/static/bookmarks.css")
    open_page.emulate_media(media="print")
    try:
        assert not open_page.locator(".sswp-mark-button").first.is_visible()
        assert open_page.locator(".sswp-marking .sswp").is_visible()
        open_page.evaluate("document.documentElement.classList.add('sswp-handout')")
        assert not open_page.locator(".sswp-marking .sswp").is_visible()
    finally:
        open_page.emulate_media(media="screen")
        open_page.evaluate("document.documentElement.classList.remove('sswp-handout')")
