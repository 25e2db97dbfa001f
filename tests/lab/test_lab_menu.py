"""The one quiet menu: by mouse, by keyboard, what it does, and where the focus goes."""

import pytest

from workbook.design import token
from workbook.widgets.page import style
from workbook.words import word, words

pytestmark = pytest.mark.browser

WORDS = words("lab", "en")
LOCAL = {"sswpCourse": "1", "quitButton": "True"}
HUB = {"sswpCourse": "1", "hubPrefix": "/hub/", "hubHost": "http://hub.test"}


def open_menu(page, options=None, **panel):
    page.evaluate(
        "async (given) => { window.kit = await fakes.openCourse(given); }",
        {"options": options or LOCAL, "panel": panel},
    )
    page.locator("[data-act=menu]").press("Enter")
    return page.get_by_role("group", name=WORDS["menu"])


def act(menu, name):
    return menu.locator(f"[data-act={name}]")


def focused(page):
    return page.evaluate("document.activeElement.dataset.act")


def test_it_holds_what_a_learner_may_want_and_says_it_in_words(page):
    menu = open_menu(page)
    names = ["smaller", "larger", "print", "handout", "answers", "log", "code"]
    names += ["about", "stop"]
    assert menu.locator("button").evaluate_all("(all) => all.map((b) => b.dataset.act)") == names
    for name in names:
        assert act(menu, name).text_content() == WORDS[name]
    for name in ("light", "dark", "system", "book", "plain"):
        assert menu.get_by_role("radio", name=WORDS[name]).count() == 1


def test_escape_closes_it_and_gives_the_focus_back(page):
    menu = open_menu(page)
    page.wait_for_function("document.activeElement.dataset.act === 'smaller'")
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert focused(page) == "menu"


def test_its_text_grows_and_shrinks_to_an_end_and_is_kept(page):
    menu = open_menu(page)
    for _ in range(4):
        act(menu, "larger").click()
    assert menu.locator("output").text_content() == word("lab", "percent", size=175)
    assert act(menu, "larger").get_attribute("aria-disabled") == "true"
    assert page.evaluate("localStorage.getItem('sswp-text-size')") == "175"
    size = "getComputedStyle(document.documentElement).getPropertyValue('--sswp-size')"
    assert page.evaluate(size) == "1.75"
    for _ in range(5):
        act(menu, "smaller").click()
    assert act(menu, "smaller").get_attribute("aria-disabled") == "true"


FACES = """() => ['jp-MarkdownOutput', 'sswp'].map((name) => {
  const node = document.createElement('p');
  node.className = name;
  document.querySelector('.jp-Notebook').append(node);
  return getComputedStyle(node).fontFamily; })"""


def test_letters_of_a_book_or_plain_ones_for_text_and_exercises_are_kept(page):
    menu = open_menu(page)
    page.add_style_tag(content=style())
    page.add_style_tag(url="/lab/static/course.css")
    page.evaluate("document.documentElement.classList.add('sswp-app')")
    book = page.evaluate(FACES)
    assert menu.get_by_role("radio", name=WORDS["book"]).is_checked()
    menu.get_by_role("radio", name=WORDS["plain"]).check()
    assert book == [token("reading")] * 2 and page.evaluate(FACES) == [token("plain")] * 2
    assert page.evaluate("new look.Look().letters") == "plain", "it is kept"
    menu.get_by_role("radio", name=WORDS["book"]).check()
    assert page.evaluate(FACES) == book


@pytest.mark.parametrize("kept", ["nonsense", "", "null"])
def test_letters_that_nobody_knows_are_those_of_a_book(page, kept):
    page.evaluate("(kept) => localStorage.setItem('sswp-letters', kept)", kept)
    assert page.evaluate("new look.Look().letters") == "book"


@pytest.mark.parametrize(
    ("scheme", "theme", "adaptive"),
    [("dark", "JupyterLab Dark", False), ("light", "JupyterLab Light", False)],
)
def test_light_and_dark_are_jupyterlabs_own_and_the_device_has_its_say_again(
    page, scheme, theme, adaptive
):
    menu = open_menu(page)
    assert menu.get_by_role("radio", name=WORDS["system"]).is_checked()
    menu.get_by_role("radio", name=WORDS[scheme]).check()
    page.wait_for_function("(name) => kit.themes.theme === name", arg=theme)
    assert page.evaluate("kit.themes.adaptive") is adaptive
    menu.get_by_role("radio", name=WORDS["system"]).check()
    page.wait_for_function("kit.themes.adaptive")


def test_with_the_code_jupyterlabs_own_parts_come_back(page):
    menu = open_menu(page)
    hidden = "kit.app.shell.layout.widgets.map((part) => part.isHidden)"
    calm = "document.documentElement.classList.contains('sswp-calm')"
    assert page.evaluate(hidden) == [True, True, False] and page.evaluate(calm)
    assert page.evaluate("kit.app.shell.sides") == {"left": False, "right": False}
    act(menu, "code").click()
    assert act(menu, "code").get_attribute("aria-pressed") == "true"
    assert page.evaluate(hidden) == [False] * 3 and not page.evaluate(calm)
    assert page.evaluate("kit.app.shell.sides") == {"left": True, "right": True}
    act(menu, "code").click()
    assert page.evaluate(hidden) == [True, True, False]


def test_what_jupyterlab_shows_again_by_itself_is_hidden_again(page):
    open_menu(page)
    page.evaluate(
        """() => { kit.app.shell.layout.widgets[0].isHidden = false;
          kit.app.shell.modeChanged.emit(); }"""
    )
    assert page.evaluate("kit.app.shell.layout.widgets[0].isHidden")


def test_my_answers_are_one_step_away_from_any_page(page):
    cells = [["code", 'wb.start("00")'], ["code", "wb.my_answers()", 40, "my-answers"]]
    act(open_menu(page, path="modules/00_s.ipynb", cells=cells), "answers").click()
    assert page.evaluate("location.hash") == "#my-answers"


def test_my_answers_lie_on_the_first_page(page):
    menu = open_menu(page)
    page.evaluate(
        """() => document.dispatchEvent(new CustomEvent('sswp-progress',
          { detail: { modules: [{ file: '00_s.ipynb', title: 'S', exists: true }] } }))"""
    )
    page.evaluate("kit.app.opened.length = 0")
    act(menu, "answers").click()
    assert page.evaluate("kit.app.opened") == ["docmanager:open modules/00_s.ipynb"]


TOLD = """(exists) => document.dispatchEvent(new CustomEvent('sswp-progress', { detail: { modules: [
  { file: '00_s.ipynb', title: 'S', exists: true, exercises: [{ id: '00/blog' }] },
  { file: '05_p.ipynb', title: 'P', exists, exercises: [{ id: '05/log' }] }] } }))"""


def test_the_log_is_one_step_away_from_any_page(page):
    menu = open_menu(page)
    assert not act(menu, "log").is_visible(), "nothing is known of a log yet"
    page.keyboard.press("Escape")
    page.evaluate(TOLD, True)
    page.evaluate("kit.app.opened.length = 0")
    page.locator("[data-act=menu]").press("Enter")
    act(menu, "log").click()
    assert page.evaluate("kit.app.opened") == ["docmanager:open modules/05_p.ipynb"]


def test_a_log_on_a_page_that_is_not_written_yet_is_not_offered(page):
    page_menu = open_menu(page)
    page.evaluate(TOLD, False)
    assert not act(page_menu, "log").is_visible()


def test_about_says_the_edition_in_a_window_that_escape_closes(page):
    act(open_menu(page, mark={"module": "01", "version": "9.8"}), "about").click()
    window = page.get_by_role("dialog", name=WORDS["about_title"])
    assert "9.8" in window.text_content()
    page.keyboard.press("Escape")
    assert window.count() == 0


def test_stopping_is_asked_about_and_said(page):
    act(open_menu(page), "stop").click()
    window = page.get_by_role("dialog", name=WORDS["stop_title"])
    window.get_by_role("button", name=WORDS["cancel"]).click()
    assert page.evaluate("kit.requests") is None
    page.locator("[data-act=menu]").click()
    page.locator(".sswp-menu [data-act=stop]").click()
    window.get_by_role("button", name=WORDS["stop"]).click()
    page.get_by_text(WORDS["stopped"]).wait_for()
    assert page.evaluate("kit.requests") == ["POST http://server/api/shutdown"]


def test_a_hub_has_a_way_home_and_a_server_of_others_is_not_stopped(page):
    menu = open_menu(page, HUB)
    assert act(menu, "home").count() == 1 and act(menu, "stop").count() == 0


def test_a_server_that_is_not_ones_own_offers_no_stop(page):
    menu = open_menu(page, {"sswpCourse": "1", "quitButton": "False"})
    assert act(menu, "home").count() == act(menu, "stop").count() == 0


def test_a_second_language_is_offered_and_python_is_told(page):
    spoken = '{"en": {}, "es": {"next_module": "Siguiente"}}'
    page.evaluate("localStorage.setItem('sswp-language', 'es')")
    page.evaluate(
        """async (given) => { window.kit = await fakes.startCourse(given);
          const panel = window.panel = new fakes.Panel();
          window.told = [];
          panel.sessionContext.session.kernel.requestExecute = ({ code }) => {
            told.push(code); return { done: Promise.resolve() }; };
          kit.tracker.add(panel);
          await fakes.until(() => panel.sswpPage);
          await fakes.settled(panel); }""",
        {"options": {**LOCAL, "sswpWords": spoken}},
    )
    assert page.locator("[data-act=next] .sswp-step-whole").text_content() == "Siguiente"
    assert page.evaluate("told") == ['import os; os.environ["WORKBOOK_LANGUAGE"] = "es"']
    page.locator("[data-act=menu]").click()
    choice = page.get_by_role("combobox", name=WORDS["language"])
    assert choice.input_value() == "es"


def test_no_key_of_the_menu_reaches_jupyterlab(page):
    open_menu(page)
    page.evaluate(
        """() => { window.arrived = [];
          document.addEventListener('keydown', ({ key }) => arrived.push(key)); }"""
    )
    for key in ("Tab", "b", "Control+b", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("arrived") == []
