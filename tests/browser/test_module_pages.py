"""The modules as a learner meets them: they run by themselves and leave no trace."""

import json
import os
import re

import pytest
from behind import server_log
from learner import LIBRARY
from running_lab import PACKAGE

pytestmark = pytest.mark.browser

SECRET = "Quokka words that only the journal may hold."


@pytest.mark.parametrize("module", ["00", "01", "02", "03", "04", "05"])
def test_a_module_is_whole_and_a_visit_leaves_no_trace(module, visit, chromium):
    notebook = visit.lab.course / "modules" / LIBRARY.module(module).notebook
    before = notebook.read_bytes()
    page = visit.open(module).page
    shown = page.locator("[data-exercise]").evaluate_all(
        "(all) => all.map((n) => n.dataset.exercise)"
    )
    calls = re.findall(r'wb\.exercise\(\\"(.+?)\\"\)', before.decode())
    assert shown == calls and sorted(calls) == sorted(visit.ids)
    charts = re.findall(r'wb\.chart\(\\"(.+?)\\"\)', before.decode())
    for chart in charts:
        assert page.locator(f"section[data-chart='{chart}']").is_visible()
    drawn = sum("application/vnd.vegalite.v5+json" in data for data in outputs_of(before))
    page.wait_for_function(
        "(n) => document.querySelectorAll('.vega-embed svg').length === n", arg=drawn
    )
    assert page.locator(".jp-RenderedText[data-mime-type*=stderr]").count() == 0
    about = LIBRARY.module(module)
    said = page.locator("[data-panel=start]").inner_text()
    assert f"About {about.core_minutes or about.minutes} minutes" in said
    leave_words(visit)
    assert notebook.read_bytes() == before
    written = [p for p in visit.lab.course.rglob("*") if p.is_file() and p != visit.journal.path]
    assert [p for p in written if SECRET.encode() in p.read_bytes()] == []
    assert SECRET not in server_log(visit.lab)


def outputs_of(notebook):
    """Give what each output of the saved notebook holds, by MIME type."""
    cells = [cell for cell in json.loads(notebook)["cells"] if cell["cell_type"] == "code"]
    return [output.get("data", {}) for cell in cells for output in cell["outputs"]]


def leave_words(visit):
    """Answer, and see the progress of the page go on."""
    for exercise in visit.exercises():
        if exercise.find("textarea:visible").count():
            exercise.find("textarea:visible").first.fill(SECRET)
            exercise.saved()
            assert SECRET in visit.journal.path.read_text("utf-8")
    exercise = visit.exercises()[0]
    exercise.answer()
    exercise.saved()
    if exercise.find("[data-act=reveal]").count():
        exercise.press("reveal")
    done = visit.page.locator(
        "[data-panel=start]", has_text=re.compile(r"[1-9] of \d+ exercises done")
    )
    done.wait_for()
    visit.page.keyboard.press("Control+s")
    visit.page.wait_for_timeout(500)


def test_picture_for_the_readme(chromium, visit):
    """An answered exercise; kept as a picture only when WORKBOOK_README_PICTURES asks for it."""
    page = visit.open("00").page
    page.set_viewport_size({"width": 1200, "height": 800})
    exercise = page.locator("[data-exercise='00/what_it_claims']")
    exercise.locator("[data-choice=b]").check()
    exercise.and_(page.locator("[data-state=feedback]")).wait_for()
    exercise.evaluate("node => node.scrollIntoView({ block: 'start' })")
    page.mouse.move(5, 5)
    picture = page.screenshot()
    assert len(picture) > 20_000, "an empty page makes a small picture"
    if os.environ.get("WORKBOOK_README_PICTURES") == "1":
        folder = PACKAGE / "modules" / "images"
        folder.mkdir(exist_ok=True)
        (folder / "start_page.png").write_bytes(picture)
