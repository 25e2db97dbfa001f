"""What the course consists of, as far as the page knows."""

import pytest
from counted import ahead

from workbook.words import word

pytestmark = pytest.mark.browser

MODULES = [
    {"id": "00", "title": "Start", "file": "00_start.ipynb", "exists": True},
    {"id": "01", "title": "Roots", "file": "01_a.ipynb", "exists": True},
    {"id": "02", "title": "Not there", "file": "02_b.ipynb", "exists": False},
    {"id": "03", "title": "Equality", "file": "03_c.ipynb", "exists": True},
]
SETUP = """([modules, entries]) => {
  window.app = fakes.appOf(entries);
  window.made = new outline.Outline(app);
  window.redrawn = 0;
  made.watchers.add(() => { redrawn += 1; });
  window.progress = (detail) =>
    document.dispatchEvent(new CustomEvent('sswp-progress', { detail }));
  if (modules) progress({ modules }); }"""


def module(done, total, minutes_left, way=""):
    """Give what Python says of a module: the way that is ahead of the learner."""
    return {"done": done, "ahead": ahead(done, total, minutes_left, way)}


def told(module):
    return module["ahead"] | {"minutes": module["ahead"]["minutes_left"]}


@pytest.fixture
def known(page):
    page.evaluate(SETUP, [MODULES, []])
    return page


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (module(0, 0, 0), ""),
        ({}, ""),
        (module(3, 8, 25), "done_and_left"),
        (module(3, 8, 0), "done"),
        (module(2, 5, 25, "core"), "done_and_left_core"),
        (module(6, 8, 25, "full"), "done_and_left_full"),
        (module(8, 8, 0), "done"),
        (module(8, 8, 5), "done"),
    ],
)
def test_how_far_a_module_is(scripts, module, name):
    expected = word("lab", name, **told(module)) if name else ""
    assert scripts.evaluate("(module) => outline.doneText(module, english)", module) == expected


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ({}, ""),
        (module(0, 8, 25), "minutes_ahead"),
        (module(0, 5, 25, "core"), "minutes_ahead"),
        (module(0, 8, 0), "done"),
        (module(3, 8, 25), "done"),
        (module(2, 5, 25, "core"), "done_core"),
        (module(6, 8, 25, "full"), "done_full"),
        (module(8, 8, 0), "done"),
    ],
)
def test_how_far_a_module_is_in_few_words(scripts, module, name):
    expected = word("lab", name, **told(module)) if name else ""
    assert scripts.evaluate("(module) => outline.shortDone(module, english)", module) == expected


def test_what_python_sends_is_kept_and_drawn(known):
    assert known.evaluate("made.modules") == MODULES
    assert known.evaluate("redrawn") == 1


@pytest.mark.parametrize("detail", [None, {}, {"modules": "many"}, {"modules": {"length": 1}}])
def test_what_is_no_list_is_not_taken(known, detail):
    known.evaluate("(detail) => progress(detail)", detail)
    assert known.evaluate("[made.modules.length, redrawn]") == [len(MODULES), 1]


def test_modules_without_a_file_are_left_out(known):
    known.evaluate("(m) => progress({ modules: [null, {}, { file: 3 }, 'x', m] })", MODULES[1])
    assert known.evaluate("made.modules") == [MODULES[1]]


@pytest.mark.parametrize(
    ("path", "at"),
    [
        ("modules/01_a.ipynb", 1),
        ("01_a.ipynb", 1),
        ("deep/down/00_start.ipynb", 0),
        ("modules/x01_a.ipynb", -1),
        ("modules/01_a.ipynb/other", -1),
        ("", -1),
    ],
)
def test_where_a_page_stands(known, path, at):
    assert known.evaluate("(path) => made.at(path)", path) == at


@pytest.mark.parametrize(
    ("path", "before", "behind"),
    [
        ("00_start.ipynb", None, "Roots"),
        ("01_a.ipynb", "Start", "Equality"),
        ("02_b.ipynb", "Roots", "Equality"),
        ("03_c.ipynb", "Roots", None),
        ("elsewhere.ipynb", None, None),
    ],
)
def test_the_nearest_page_that_is_there(known, path, before, behind):
    beside = "(path) => [-1, 1].map((step) => made.beside(path, step)?.title ?? null)"
    assert known.evaluate(beside, path) == [before, behind]


@pytest.mark.parametrize(
    ("path", "opened"),
    [("modules/00_start.ipynb", "modules/01_a.ipynb"), ("00_start.ipynb", "01_a.ipynb")],
)
def test_a_module_opens_beside_the_page(known, path, opened):
    known.evaluate("(path) => made.open(path, made.modules[1])", path)
    assert known.evaluate("app.opened") == [f"docmanager:open {opened}"]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("modules/01_a.ipynb", "new/modules/01_a.ipynb"),
        ("my/course/modules/01_a.ipynb", "my/course/new/modules/01_a.ipynb"),
    ],
)
def test_a_place_is_found_from_the_folder_of_the_course(known, path, found):
    from_course = "(path) => made.fromCourse(path, 'new/modules/01_a.ipynb')"
    assert known.evaluate(from_course, path) == found


def test_what_is_done_is_known_by_name(page):
    page.evaluate(SETUP, [[], []])
    done = [{"id": "01/a", "done": True}, {"id": "01/b", "done": False}]
    page.evaluate(
        "(modules) => progress({ modules, next: { id: '01/b' } })",
        [{**MODULES[0], "exercises": done}],
    )
    assert page.evaluate("[...made.done()]") == ["01/a"]
    assert page.evaluate("made.next.id") == "01/b"


# Until Python has spoken

FILES = ["02_two_desks.ipynb", "00_start_here.ipynb", "README.md", "notes.ipynb", "1_x.ipynb"]
ENTRIES = [{"name": name, "type": "file"} for name in FILES]


def test_the_notebooks_beside_the_page_stand_in(page):
    page.evaluate(SETUP, [None, ENTRIES])
    page.evaluate("made.lookAround('modules/00_start_here.ipynb')")
    assert page.evaluate("app.listed") == ["modules"]
    assert page.evaluate("made.modules.map((m) => [m.id, m.title, m.file, m.exists])") == [
        ["00", "Start here", "00_start_here.ipynb", True],
        ["02", "Two desks", "02_two_desks.ipynb", True],
    ]
    assert page.evaluate("redrawn") == 1


def test_nobody_looks_around_when_python_has_spoken(known):
    known.evaluate("made.lookAround('modules/00_start.ipynb')")
    assert known.evaluate("[app.listed.length, redrawn]") == [0, 1]


def test_python_wins_while_the_folder_is_listed(page):
    page.evaluate(SETUP, [None, ENTRIES])
    page.evaluate(
        """async (modules) => { const looking = made.lookAround('modules/x.ipynb');
          progress({ modules }); await looking; }""",
        MODULES,
    )
    assert page.evaluate("[made.modules, redrawn]") == [MODULES, 1]
