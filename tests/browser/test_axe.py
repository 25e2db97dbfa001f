"""No finding of axe-core in any state of any exercise, in the light and in the dark theme."""

import signal
from datetime import UTC, datetime

import pytest
from behind import kernel_of
from learner import LIBRARY, visitor

pytestmark = pytest.mark.browser

OURS = ".sswp, section[data-chart], .vega-embed, .sswp-bar, .sswp-panel"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# These judge a whole page, and the page is JupyterLab's.
WHOLE_PAGE = ("region", "landmark-one-main", "page-has-heading-one", "bypass", "heading-order")
TARGETS = """() => [...document.querySelectorAll('.sswp, .sswp-bar, .sswp-panel')].flatMap((root) =>
  [...root.querySelectorAll('button, input, select, textarea, summary')]
  .map((node) => [node, (node.closest('label') ?? node).getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
  .map(([node]) => node.outerHTML.slice(0, 120)))"""
CUT = """() => [...document.querySelectorAll('.sswp, .sswp *')].filter((node) =>
  node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0 && !node.closest('.sswp-unseen')
  && !node.ownerSVGElement // words in a picture grow with it
  && getComputedStyle(node).display !== 'inline' && !['INPUT', 'SELECT'].includes(node.tagName))
  .map((node) => node.outerHTML.slice(0, 120))"""


def findings(page, context=OURS):
    """Run axe-core on what is ours and say what it found, in one line for each node."""
    from axe_playwright_python.sync_playwright import Axe

    options = {
        "runOnly": {"type": "tag", "values": RULES},
        "rules": {name: {"enabled": False} for name in WHOLE_PAGE},
        "resultTypes": ["violations"],
    }
    present = page.evaluate("() => document.querySelectorAll('.sswp').length")
    assert present > 2, "axe must have something to look at"
    found = Axe().run(page, context=context, options=options).response
    assert found["passes"], "axe looked at nothing"
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary'][-140:]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def look(visit, state, context=OURS):
    """Look at the page as it is, in both themes."""
    for theme in ("Light", "Dark"):
        visit.theme(theme)
        assert findings(visit.page, context) == [], f"{state}, {theme}"
    visit.theme("Light")


@pytest.fixture(params=["00", "01", "02", "03", "04"])
def opened(request, chromium, lab):
    with visitor(chromium, lab) as made:
        yield made.open(request.param)


@pytest.fixture
def restored_files(opened):
    """Put the exercise files of the learner's copy back after a test."""
    folder = opened.lab.course / "modules"
    paths = [LIBRARY.path(i).relative_to(LIBRARY.modules_folder) for i in opened.ids]
    yield [folder / path for path in paths]
    for path in paths:
        (folder / path).write_bytes((LIBRARY.modules_folder / path).read_bytes())


def test_every_state_of_every_exercise(opened, restored_files):
    page, exercises = opened.page, opened.exercises(optional=False)
    look(opened, "untouched")
    assert page.evaluate(TARGETS) == []
    for exercise in exercises:
        exercise.answer()
    for exercise in exercises:
        exercise.saved()
        for act in ("hint", "reveal"):
            if exercise.find(f"[data-act={act}]").count():
                exercise.press(act)
    for exercise in exercises:
        exercise.in_state("saved", "feedback")
    assert any(exercise.state() == "feedback" for exercise in exercises)
    look(opened, "answered, with notes and hints")
    look_narrow(opened)
    for exercise in exercises:
        exercise.press("reset")
    for exercise in exercises:
        exercise.until(lambda e=exercise: e.latest() == {}, "not cleared")
    look(opened, "cleared")
    unsaved_then_elsewhere(opened)
    opened.reload()
    assert {exercise.state() for exercise in exercises} == {"restored"}
    look(opened, "restored")
    for path in restored_files:
        path.write_text(reworded(path.read_text("utf-8")), "utf-8")
    opened.reload()
    assert page.locator("[data-earlier]").count() == len(exercises)
    look(opened, "answered in an earlier wording")


def look_narrow(visit):
    """Look at a screen of 320 pixels, where nothing may be cut off."""
    visit.page.set_viewport_size({"width": 320, "height": 800})
    visit.reload()
    assert visit.page.locator(".sswp-note").count() > len(visit.ids), "the notes are back"
    look(visit, "320 pixels wide")
    assert visit.page.evaluate(CUT) == []
    assert visit.page.evaluate(TARGETS) == []
    visit.page.set_viewport_size({"width": 1400, "height": 1000})


def unsaved_then_elsewhere(visit):
    kernel = kernel_of(visit.lab, visit.path)
    kernel.send_signal(signal.SIGSTOP)
    for exercise in visit.exercises(optional=False):
        exercise.answer()
    for exercise in visit.exercises(optional=False):
        exercise.in_state("unsaved")
    look(visit, "not saved yet")
    kernel.send_signal(signal.SIGCONT)
    for exercise in visit.exercises(optional=False):
        exercise.saved()
        entry = exercise.history()[-1]
        visit.journal.save(exercise.id, entry.response, entry.edition, time=datetime.now(UTC))
    visit.page.evaluate("window.dispatchEvent(new Event('focus'))")
    for exercise in visit.exercises(optional=False):
        exercise.find("[data-elsewhere]").wait_for()
    look(visit, "changed elsewhere")


def reworded(text):
    """Change the title of an exercise, and its wording by one word."""
    head, start, body = text.partition("\n---\n")
    return f"{head}{start}Once more. {body.lstrip()}"
