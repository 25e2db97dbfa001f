"""The plugin in JupyterLab: when it acts, what it leaves alone, and that it never breaks it."""

import pytest

pytestmark = pytest.mark.browser

START = """async (given) => { window.kit = await fakes.startCourse(given);
  window.add = (panel) => { kit.tracker.add(panel); return panel; }; }"""
DRAWN = ".sswp-bar, .sswp-panel, .sswp-code-hidden"


def start(page, **given):
    page.evaluate(START, given)


def add_panel(page, **panel):
    page.evaluate(
        """async (given) => { window.panel = add(new fakes.Panel(given));
          await new Promise((go) => setTimeout(go, 20));
          if (panel.sswpPage) await fakes.settled(panel); }""",
        panel,
    )


def test_what_jupyterlab_is_told_of_it(page):
    start(page)
    assert page.evaluate("[kit.plugin.id, kit.plugin.autoStart]") == ["sswp-course:plugin", True]
    assert page.evaluate("kit.plugin.description === english.say('description')")
    assert page.evaluate("kit.plugin.requires[0] === kit.INotebookTracker")
    assert page.evaluate("kit.plugin.optional.length") == 3


def test_a_course_notebook_gets_its_page(page):
    start(page)
    add_panel(page)
    assert page.locator(".sswp-bar").count() == page.locator(".sswp-panel").count() == 1
    assert page.evaluate("kit.CodeCell.ran.length") == 2


def test_notebooks_that_were_open_before_are_met_too(page):
    page.evaluate(
        """async () => { const kit = window.kit = await fakes.startCourse();
          const early = new fakes.Panel();
          kit.tracker.panels.push(early);
          kit.plugin.activate(kit.app, kit.tracker, null);
          await fakes.settled(early); }"""
    )
    assert page.locator(".sswp-bar").count() == 1


@pytest.mark.parametrize("mark", [None, {}, {"module": 1}, "01", {"version": "0.1.0"}])
def test_a_notebook_without_the_mark_is_left_alone(page, mark):
    start(page)
    add_panel(page, mark=mark)
    assert page.evaluate("kit.CodeCell.ran") == []
    assert page.locator(".sswp-bar, .sswp-code-hidden").count() == 0
    assert page.evaluate("panel.toolbar.node.hidden") is False
    assert page.evaluate("Object.keys(panel.context).includes('save')") is False


@pytest.mark.parametrize("flag", [None, "", "0", "true", "1 "])
def test_without_the_flag_nothing_is_drawn_and_nothing_runs(page, flag):
    start(page, options={"sswpCourse": flag} if flag is not None else {})
    add_panel(page)
    assert page.evaluate("kit.CodeCell.ran") == []
    assert page.locator(DRAWN).count() == 0
    assert page.locator("link").count() == 0
    assert page.evaluate("[kit.app.shell.log, kit.app.listed]") == [[], []]
    page.evaluate("panel.context.save()")
    assert page.evaluate("panel.context.log") == ["save"], "saving is as ever"


def test_without_the_flag_keys_in_an_exercise_are_its_own_all_the_same(page):
    start(page, options={})
    add_panel(page)
    page.evaluate(
        """window.arrived = [];
        document.addEventListener('keydown', ({ key }) => arrived.push(key))"""
    )
    page.locator(".jp-OutputArea input").first.focus()
    page.keyboard.press("b")
    page.locator(".jp-Cell .inside").first.focus()
    page.keyboard.press("x")
    assert page.evaluate("arrived") == ["x"]


def test_its_style_is_loaded_once(page):
    start(page)
    add_panel(page)
    add_panel(page, path="modules/02_b.ipynb")
    links = page.locator("link").evaluate_all("(all) => all.map((n) => new URL(n.href).pathname)")
    assert links == [
        f"/lab/static/{n}.css"
        for n in ("course", "front", "search", "bookmarks", "glossary", "skip", "paper")
    ]


def test_a_page_that_cannot_be_made_is_left_readable(page):
    start(page)
    page.evaluate(
        """async () => { window.panel = new fakes.Panel();
          panel.addClass(guard.HIDDEN);
          panel.contentHeader = undefined;
          add(panel);
          await new Promise((go) => setTimeout(go, 20)); }"""
    )
    assert page.evaluate("panel.hasClass(guard.HIDDEN)") is False


# The entry


@pytest.mark.parametrize(
    "name", ["@jupyterlab/notebook", "@jupyterlab/cells", "@jupyterlab/coreutils"]
)
def test_a_jupyterlab_that_shares_less_gets_a_plugin_that_does_nothing(page, name):
    start(page, without=[name])
    assert page.evaluate("kit.plugin.id") == "sswp-course:plugin"
    add_panel(page)
    assert page.locator(DRAWN).count() == 0
    assert page.evaluate("kit.CodeCell.ran") == []


def test_the_version_in_use_is_taken(page):
    start(page, versions="loaded last")
    assert page.evaluate("kit.plugin.requires[0] === kit.INotebookTracker")
    start(page, versions="eager")
    assert page.evaluate("kit.plugin.requires[0] === kit.INotebookTracker")


def test_a_single_version_that_nothing_has_loaded_is_taken_too(page):
    start(page, versions="only")
    assert page.evaluate("kit.plugin.requires[0] === kit.INotebookTracker")


# What a page asks for

ASK = "(detail) => document.dispatchEvent(new CustomEvent('sswp-open', { detail }))"


def test_a_page_asks_for_another_place(page):
    start(page)
    page.evaluate(ASK, {"path": "edition-9/modules/01_a.ipynb"})
    page.wait_for_function("kit.app.opened.length")
    begun = page.evaluate("kit.app.opened.splice(0)")
    assert begun == ["docmanager:open modules/00_start_here.ipynb"], "no page is open yet"
    add_panel(page, path="my/modules/01_a.ipynb")
    for nothing in (None, {}, {"path": 3}):
        page.evaluate(ASK, nothing)
    page.evaluate(ASK, {"path": "edition-9/modules/01_a.ipynb"})
    assert page.evaluate("kit.app.opened") == ["docmanager:open my/edition-9/modules/01_a.ipynb"]


def test_a_page_asks_for_an_exercise_wherever_it_stands(page):
    start(page)
    add_panel(page, path="my/modules/05_a.ipynb")
    told = {"modules": [{"id": "01", "file": "01_a.ipynb", "title": "A", "exists": True}]}
    tell = "(detail) => document.dispatchEvent(new CustomEvent('sswp-progress', { detail }))"
    page.evaluate(tell, told)
    page.evaluate("kit.app.opened.length = 0")
    for nothing in ({"exercise": 3}, {"exercise": "09/x"}, {"exercise": ""}):
        page.evaluate(ASK, nothing)
    page.evaluate(ASK, {"exercise": "01/leaning_too_hard"})
    assert page.evaluate("kit.app.opened") == ["docmanager:open my/modules/01_a.ipynb"]


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("https://example.org/a", [["https://example.org/a", "_blank", "noopener"]]),
        ("http://example.org/a", [["http://example.org/a", "_blank", "noopener"]]),
        ("javascript:alert(1)", []),
        ("file:///etc/passwd", []),
        (None, []),
    ],
)
def test_a_mark_of_a_chart_opens_its_source_beside_the_course(page, link, opened):
    start(page)
    page.evaluate(
        """(link) => { window.windows = [];
          window.open = (...all) => { windows.push(all); };
          document.body.insertAdjacentHTML('beforeend',
            '<div class="jp-RenderedVegaCommon5"><p id="mark">x</p></div><p id="other">x</p>');
          for (const id of ['mark', 'other']) {
            const node = document.getElementById(id);
            node.__data__ = { datum: { link } };
            node.click();
          } }""",
        link,
    )
    assert page.evaluate("windows") == opened


def test_a_mark_without_data_opens_nothing(page):
    start(page)
    page.evaluate(
        """() => { window.windows = [];
          window.open = (...all) => { windows.push(all); };
          document.body.innerHTML = '<div class="jp-RenderedVegaCommon5"><p id="mark">x</p></div>';
          document.getElementById('mark').click(); }"""
    )
    assert page.evaluate("windows") == []
