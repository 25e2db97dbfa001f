"""The course bar: where you are, how far, the next page, the menu, one sentence."""

import pytest
from counted import ahead

from workbook.words import word, words

pytestmark = pytest.mark.browser

WORDS = words("lab", "en")
MODULES = [
    {"file": "01_a.ipynb", "title": "Roots", "exists": True, "done": 3, "ahead": ahead(3, 8)},
    {"file": "02_b.ipynb", "title": "<b>Two</b>", "exists": True, "done": 6, "ahead": ahead(6, 6)},
    {"file": "03_c.ipynb", "title": "Three", "exists": False, "done": 0, "ahead": ahead(0, 7)},
]
SETUP = """async ([path, modules]) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet'; link.href = '/lab/static/course.css';
  document.head.append(link);
  await new Promise((go) => { link.onload = go; });
  document.body.style.margin = 0;
  const kit = fakes.kitOf(english);
  const redraw = (list) => document.dispatchEvent(
    new CustomEvent('sswp-progress', { detail: { modules: list } }));
  const made = new outline.Outline(kit.app);
  if (modules) redraw(modules);
  const panel = new fakes.Panel({ path });
  const log = [];
  const list = { watchers: new Set(), open: false, isOpen() { return list.open; },
    toggle() { list.open = !list.open; list.watchers.forEach((watch) => watch()); } };
  const menu = { button: document.createElement('button'), node: document.createElement('div') };
  menu.button.dataset.act = 'menu';
  const course = new bar.Bar({ ...kit, outline: made, panel, menu, list,
    run: () => log.push('run') });
  Object.assign(window, { kit, made, course, panel, log, redraw }); }"""


def open_bar(page, path="modules/01_a.ipynb", modules=MODULES):
    page.evaluate(SETUP, [path, modules])
    return page.get_by_role("region", name=WORDS["bar"])


def button(bar, act):
    return bar.locator(f"[data-act={act}]")


def test_it_says_where_you_are_and_how_far(page):
    bar = open_bar(page)
    assert bar.locator(".sswp-title").text_content() == "Roots"
    assert bar.locator(".sswp-count").text_content() == word("lab", "done", done=3, total=8)
    assert bar.get_attribute("lang") == "en"
    assert button(bar, "list").text_content() == WORDS["list"]


def test_a_title_is_text_and_no_markup(page):
    bar = open_bar(page, "modules/02_b.ipynb")
    assert bar.locator(".sswp-title").text_content() == "<b>Two</b>"
    assert bar.locator("b").count() == 0


@pytest.mark.parametrize("modules", [None, MODULES])
def test_a_page_that_python_does_not_name_has_no_title(page, modules):
    bar = open_bar(page, "modules/elsewhere.ipynb", modules)
    assert bar.locator(".sswp-title").text_content() == ""
    assert bar.locator(".sswp-count").text_content() == ""
    assert button(bar, "previous").is_disabled() and button(bar, "next").is_disabled()


def test_the_steps_name_where_they_lead(page):
    bar = open_bar(page)
    assert button(bar, "previous").is_disabled()
    assert button(bar, "previous").get_attribute("aria-label") == WORDS["previous_module"]
    named = bar.get_by_role("button", name=word("lab", "next_to", title="<b>Two</b>"))
    named.click()
    assert page.evaluate("kit.app.opened") == ["docmanager:open modules/02_b.ipynb"]


@pytest.mark.parametrize(("width", "ending"), [(1400, "_module"), (700, "_module"), (699, "")])
def test_the_steps_say_module_where_there_is_room_and_are_called_so_everywhere(page, width, ending):
    page.set_viewport_size({"width": width, "height": 800})
    bar = open_bar(page, "modules/02_b.ipynb")
    for act in ("previous", "next"):
        assert button(bar, act).inner_text() == WORDS[f"{act}{ending}"]
        assert button(bar, act).get_attribute("aria-label").startswith(WORDS[f"{act}_module"])


def test_a_page_that_is_not_there_is_no_step(page):
    bar = open_bar(page, "modules/02_b.ipynb")
    assert button(bar, "next").is_disabled()
    button(bar, "previous").click()
    page.evaluate("course.go(1)")
    assert page.evaluate("kit.app.opened") == ["docmanager:open modules/01_a.ipynb"]


def test_it_follows_what_python_sends(page):
    bar = open_bar(page)
    page.evaluate("(m) => redraw(m)", [{**MODULES[0], "ahead": ahead(4, 8, 9)}])
    said = word("lab", "done_and_left", done=4, total=8, minutes=9)
    assert bar.locator(".sswp-count").text_content() == said
    assert button(bar, "next").is_disabled()


def test_a_closed_page_is_drawn_no_more(page):
    open_bar(page)
    assert page.evaluate("made.watchers.size") == 1
    page.evaluate("panel.dispose()")
    assert page.evaluate("made.watchers.size") == 0


def test_the_list_of_contents_is_opened_and_closed(page):
    contents = button(open_bar(page), "list")
    assert contents.get_attribute("aria-expanded") == "false"
    for expanded in ("true", "false", "true"):
        contents.click()
        assert contents.get_attribute("aria-expanded") == expanded


def test_a_sentence_is_read_out_and_may_offer_to_run(page):
    bar = open_bar(page)
    run, status = button(bar, "run"), bar.get_by_role("status")
    assert status.text_content() == "" and not run.is_visible()
    page.evaluate("course.say('Wait.', { offer: 'run' })")
    assert status.text_content() == "Wait." and run.is_visible()
    assert run.text_content() == WORDS["run"]
    run.click()
    assert page.evaluate("log") == ["run"]
    page.evaluate("course.say('')")
    assert status.text_content() == "" and not run.is_visible()


def test_the_focus_is_not_lost_with_the_button_that_had_it(page):
    bar = open_bar(page)
    page.evaluate("course.say('Wait.', { offer: 'run' })")
    button(bar, "run").focus()
    page.evaluate("course.say('Still.', { offer: 'run' })")
    assert page.evaluate("document.activeElement.dataset.act") == "run"
    page.evaluate("course.say('Ready.')")
    assert page.evaluate("document.activeElement.dataset.act") == "menu"
    button(bar, "next").focus()
    page.evaluate("course.say('')")
    assert page.evaluate("document.activeElement.dataset.act") == "next"


LONG = "A sentence as long as it may become in a language that needs many words for it. " * 2


@pytest.mark.parametrize("width", [1400, 800, 320])
def test_it_makes_room_for_its_words(page, width):
    page.set_viewport_size({"width": width, "height": 700})
    bar = open_bar(page)
    page.evaluate("(text) => course.say(text, { offer: 'run' })", LONG)
    page.wait_for_function("course.node.style.minHeight")
    page.wait_for_function(
        """() => course.node.querySelector('.sswp-bar-inner').getBoundingClientRect().height
             <= parseFloat(course.node.style.minHeight)"""
    )
    assert page.evaluate("panel.contentHeader.fits") > 0, "Lumino is asked to lay out again"
    outer = bar.bounding_box()
    assert outer["x"] >= 0 and outer["x"] + outer["width"] <= width
    for each in bar.locator("button:visible, p").all():
        box = each.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= outer["y"] + outer["height"] + 1, "cut off"
        if each.evaluate("(node) => node.tagName") == "BUTTON":
            assert box["height"] >= 24


TELL = "(detail) => document.dispatchEvent(new CustomEvent('sswp-notice', { detail }))"
PRESSED = """() => { window.pressed = 0; document.dispatchEvent(new CustomEvent('sswp-notice',
  { detail: { id: 'a', text: 'A is not saved.', buttons: [
    { text: 'Download', work: () => { window.pressed += 1; } }] } })); }"""


def test_what_the_page_has_to_say_stands_in_the_bar_until_it_is_over(page):
    bar = open_bar(page)
    notices = bar.locator("[data-notice]")
    page.evaluate(PRESSED)
    notices.get_by_role("button").click()
    assert page.evaluate("window.pressed") == 1
    page.evaluate(PRESSED)
    assert notices.get_by_role("button").evaluate("(node) => node === document.activeElement")
    page.evaluate(TELL, {"id": "b", "text": "<b>Ten</b> new answers."})
    assert notices.locator("p").all_text_contents() == [
        "A is not saved.",
        "<b>Ten</b> new answers.",
    ]
    page.evaluate(TELL, {"id": "a", "text": "A and B are not saved."})
    assert notices.first.locator("p").text_content() == "A and B are not saved."
    for name in ("a", "b", "c"):
        page.evaluate(TELL, {"id": name, "text": ""})
    page.evaluate(TELL, None)
    assert notices.count() == 0


SAY_ALIKE = """(name) => document.dispatchEvent(new CustomEvent('sswp-notice',
  { detail: { id: 'back', text: 'It went back.', buttons: [
    { text: 'Show', work: () => { window.called = name; } }] } }))"""


def test_two_pages_that_say_the_same_call_the_one_that_said_it_last(page):
    bar = open_bar(page)
    for name in ("page 01", "page 02"):
        page.evaluate(SAY_ALIKE, name)
    bar.locator("[data-notice]").get_by_role("button").click()
    assert page.evaluate("called") == "page 02"


def test_a_bar_that_opens_later_says_it_too(page):
    page.evaluate(TELL, {"id": "a", "text": "Said too early."})
    bar = open_bar(page)
    page.evaluate(TELL, {"id": "b", "text": "Said in time."})
    assert bar.locator("[data-notice]").last.inner_text() == "Said in time."


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 568), (320, 256)])
def test_on_a_small_or_enlarged_screen_it_takes_a_quarter_at_most(page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    bar = open_bar(page)
    page.evaluate(
        "(t) => { document.querySelector('[data-act=menu]').textContent = t; }", WORDS["menu"]
    )
    page.wait_for_function("course.node.style.minHeight")
    assert bar.bounding_box()["height"] <= height / 4
    assert bar.locator(".sswp-title").is_visible() == (height > 400)
    assert not bar.locator(".sswp-count").is_visible()
