"""The header of a module: what is hard, how far one is, where it begins or goes on."""

import json

import pytest
from look import look
from mouse import click
from panels import heard, listen, press, start
from stage import packaged_library

from workbook.record.sections import sections
from workbook.widgets.panels import StartWidget
from workbook.words import word, words

ON_PAGE = ["agreements_and_exits", "what_it_claims"]
CHOICE, RATING = "00/what_it_claims", "00/start_line"


@pytest.fixture(autouse=True)
def listening(stage):
    listen(stage)


def begin(title):
    return word("module", "begin", title=title)


def test_the_header_says_what_is_done_and_where_answers_are(stage):
    root = start(stage)
    text = root.inner_text()
    assert words("safety")["lies_computer"] in text
    assert words("safety")["warns_computer"] in text
    assert word("module", "minutes", minutes=packaged_library().module("00").minutes) in text
    assert "00" in [
        module["id"] for [state] in [heard(stage, "sswp-progress")] for module in state["modules"]
    ]
    shown = stage.course(CHOICE)
    shown.answer()
    line = root.locator(".sswp-progress-line").inner_text()
    assert line.startswith("1 of") and len(heard(stage, "sswp-progress")) > 1
    look(stage, "header")


def test_who_may_read_stands_first_as_large_as_the_text_and_leads_to_its_section(stage):
    root = start(stage)
    warned, path = root.locator(".sswp-warned").first, root.locator(".sswp-kept p.sswp-quiet")
    assert warned.bounding_box()["y"] < path.bounding_box()["y"]
    size = "(node) => getComputedStyle(node).fontSize"
    assert warned.evaluate(size) == root.evaluate(size) > path.evaluate(size)
    press(stage, root, "who")
    [place] = heard(stage, "sswp-open")
    page = packaged_library().modules_folder / place["path"].removeprefix("modules/")
    cells = json.loads(page.read_text(encoding="utf-8"))["cells"]
    [found] = [cell for cell in cells if cell["id"] == place["cell"]]
    assert words("module")["who_may_read"] in found["source"][0], "the button is called as it is"


def test_the_path_of_the_answers_stands_behind_a_word(stage):
    root, path = start(stage), str(stage.journal.path)
    assert path not in root.inner_text()
    click(root.get_by_text(words("safety")["exactly"]))
    assert path in root.inner_text()


def test_what_is_hard_stands_before_all_else_in_the_header(stage):
    module = packaged_library().module("01")
    root = stage.panel(StartWidget(stage.desk, module))
    assert module.content_note in root.locator(":scope > :first-child").inner_text()


def test_the_first_page_begins_with_what_is_to_be_read(stage):
    root = start(stage)
    page = packaged_library().modules_folder / "00_start_here.ipynb"
    section = sections(page)[1]
    assert root.locator("[data-act=go-on]").inner_text() == begin(section.title)
    press(stage, root, "go-on")
    assert heard(stage, "sswp-open") == [{"path": f"modules/{page.name}", "cell": section.cell}]


def test_every_other_page_begins_with_its_first_exercise(stage):
    module = packaged_library().module("01")
    root = stage.panel(StartWidget(stage.desk, module))
    first = root.locator("[data-act=go-on]").inner_text()
    known = packaged_library().readable("01")
    [title] = [each.title for each in known if begin(each.title) == first]
    press(stage, root, "go-on")
    [place] = heard(stage, "sswp-open")
    names = {each.id.partition("/")[2].replace("_", "-"): each.title for each in known}
    assert names[place["cell"]] == title


def test_one_press_leads_to_what_is_begun_on_the_page(stage):
    root = start(stage)
    onward = root.locator("[data-act=go-on]")
    stage.course(f"00/{ON_PAGE[0]}").answer()
    title = packaged_library().exercise(f"00/{ON_PAGE[0]}").title
    here = {"title": title, "module": packaged_library().module("00").title}
    here |= {"number": 1, "total": len(stage.desk.counted("00"))}
    assert onward.inner_text() == word("module", "go_on", **here)
    press(stage, root, "go-on")
    there = {"path": "modules/00_start_here.ipynb", "cell": ON_PAGE[0].replace("_", "-")}
    assert heard(stage, "sswp-open") == [there]


def test_on_another_page_it_leads_to_what_is_open_there(stage):
    root = stage.panel(StartWidget(stage.desk, packaged_library().module("02")))
    before = root.locator("[data-act=go-on]").inner_text()
    stage.course(CHOICE).answer()
    assert root.locator("[data-act=go-on]").inner_text() == before
    stage.course("02/two_from_before").answer()
    assert root.locator("[data-act=go-on]").inner_text() != before


def test_a_page_that_begins_with_what_is_optional_leaves_the_choice(stage):
    root = stage.panel(StartWidget(stage.desk, packaged_library().module("06")))
    assert root.locator(".sswp-progress-line").is_visible()
    assert root.locator("[data-act=go-on]").count() == 0


def test_the_header_says_when_all_is_done(stage):
    root = start(stage)
    modules = [{"id": "00", "ahead": {"way": "", "done": 4, "total": 4, "minutes_left": 0}}]
    state = {"path": "x", "trouble": "", "stale": None, "modules": modules}
    stage.tell(root.name, {"did": "state", **state})
    assert root.locator(".sswp-progress-line").inner_text() == word("module", "all_done", total=4)
