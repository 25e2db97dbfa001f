"""A learner at the browser: opens a page of the course, answers exercises, finds them again."""

import time
from contextlib import contextmanager

from chromium import watched
from running_lab import PACKAGE

from workbook.content.library import Library
from workbook.journal import Journal

LIBRARY = Library(PACKAGE)
FOCUS = """(root) => { const node = document.activeElement, style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  return { inside: root.contains(node) && root !== node, name: node.dataset.field ?? node.tagName,
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    seen: box.width > 0 && box.height > 0 }; }"""


SHOWN = """(root) => [...root.querySelectorAll(
    'input, textarea, select, [data-path], [data-item], [data-draw]')]
  .filter((node) => !node.closest('.sswp-actions'))
  .map((node) => node.matches('[type=radio], [type=checkbox]')
    ? `${node.dataset.field}=${node.checked}`
    : node.dataset.path ?? node.value ?? node.dataset.item ?? node.dataset.draw)"""
DRAFTS = """(id) => Object.entries(localStorage)
  .filter(([key]) => key.startsWith('sswp:') && key.includes(`:${id}:`))
  .map(([, text]) => JSON.parse(text).response)"""


class Exercise:
    """One exercise on a page."""

    def __init__(self, visit, exercise_id):
        self.visit, self.page, self.id = visit, visit.page, exercise_id
        self.root = self.page.locator(f"[data-exercise='{exercise_id}']")
        self.made = LIBRARY.exercise(exercise_id)

    # What is there
    def find(self, selector, **which):
        return self.root.locator(selector, **which)

    def state(self):
        return self.root.get_attribute("data-state")

    def said(self):
        return self.find("[role=status] .sswp-said").inner_text()

    def shown(self):
        """Give what every control shows, in their order on the page."""
        return self.root.evaluate(SHOWN)

    def checked(self):
        return self.find("input:checked").evaluate_all("(all) => all.map((n) => n.value)")

    def history(self):
        return self.visit.journal.history(self.id)

    def latest(self):
        entry = self.visit.journal.latest(self.id)
        return entry.response if entry else {}

    def drafts(self):
        """Give what the browser keeps of this exercise until Python has saved it."""
        return self.page.evaluate(DRAFTS, self.id)

    # Waiting
    def until(self, condition, what, seconds=60):
        """Wait until `condition()` holds; fail with what was hoped for and what is there."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"{self.id}: {what}; {self.state()}, {self.said()!r}"
            self.page.wait_for_timeout(30)

    def in_state(self, *names, seconds=60):
        self.until(lambda: self.state() in names, f"waited for {names}", seconds)

    def saying(self, words, seconds=60):
        self.until(lambda: words in self.said(), f"waited for {words!r}", seconds)

    def saved(self):
        """Wait until the page says that the answer is saved, and the browser keeps no draft."""
        self.in_state("saved", "feedback", "restored")
        self.until(lambda: self.history() and self.drafts() == [], "a draft is left")

    # Doing
    def press(self, act):
        self.find(f"[data-act={act}]").click()

    def answer(self):
        """Answer with the mouse: every control that an answer needs, found by its type."""
        for begin in self.find("[data-act=begin]:visible").all():
            begin.click()
        for n, group in enumerate(self.find("fieldset").all()):
            spans = group.locator(".sswp-option label > span")  # the words, not the small circle
            if spans.count():
                spans.nth(n % spans.count()).click()
        for area in self.find("textarea:visible").all():
            area.click()
            self.page.keyboard.type("What I saw.")
        for slider in self.find("[type=range]").all()[:1]:
            slider.fill(slider.get_attribute("max"))
        for move in self.find("[data-move=down]").all()[:1]:
            move.click()
        while self.find(".sswp-choice:visible").count():
            self._and_wait(self._first_choice())
        for draw in self.find("[data-act=draw]").all():
            self.until(lambda d=draw: d.get_attribute("aria-disabled") == "false", "it stays off")
            self._and_wait(draw)

    def _first_choice(self):
        """Give one choice of a story, always the same: the page shuffles them."""
        keys = self.find(".sswp-choice").evaluate_all("(all) => all.map((n) => n.dataset.choice)")
        return self.find(f".sswp-choice[data-choice='{min(keys)}']")

    def _and_wait(self, control):
        """Click what Python must answer before the page goes on."""
        before = self.shown()
        control.click()
        self.until(lambda: self.shown() != before, "the page stands still")

    # Focus
    def has_focus(self):
        """Check that the focus is in this exercise, on something that shows it."""
        found = self.root.evaluate(FOCUS)
        assert found["inside"], f"{self.id}: the focus left, to {found['name']}"
        assert found["outline"] > 0 and found["seen"], f"{self.id}: no outline on {found['name']}"
        return found["name"]


class Visit:
    """A page of the browser with one notebook of the course open."""

    def __init__(self, page, lab):
        self.page, self.lab = page, lab
        self.journal = Journal(lab.journal)

    def open(self, module):
        """Open a module's notebook; wait until it has run and all answers are back."""
        self.path = f"modules/{LIBRARY.module(module).notebook}"
        self.ids = LIBRARY.exercise_ids(module)
        self.page.goto(self.lab.address(self.path))
        return self.ready()

    def reload(self):
        self.page.reload()
        return self.ready()

    def ready(self):
        self.page.wait_for_function(
            """([path, ids]) => { const panel = window.jupyterapp?.shell?.currentWidget;
              const here = (id) => document.querySelector(`[data-exercise="${id}"]`);
              return panel?.context?.path === path && panel.node.dataset.sswp === 'ready'
                && ids.every((id) => here(id)?.getAttribute('aria-busy') === 'false'); }""",
            arg=[self.path, self.ids],
            timeout=90_000,
        )
        return self

    def exercise(self, exercise_id):
        return Exercise(self, exercise_id)

    def exercises(self, *, optional=True):
        """Give the exercises of the page; without the optional ones when time matters."""
        found = [Exercise(self, exercise_id) for exercise_id in self.ids]
        return [each for each in found if optional or not each.made.optional]

    def theme(self, name):
        """Set the computer's colours to Light or Dark; JupyterLab follows."""
        self.page.emulate_media(color_scheme=name.lower())
        self.page.wait_for_function(
            """(light) => document.body.dataset.jpThemeLight === light
              && !document.querySelector('#jupyterlab-splash')""",
            arg=str(name == "Light").lower(),
        )


@contextmanager
def visitor(chromium, lab, **size):
    """Give a visit with an empty journal in a fresh browser; no error may be ours."""
    lab.journal.unlink(missing_ok=True)
    context = chromium.new_context(viewport={"width": 1400, "height": 1000, **size})
    with watched(context, of_ours):
        yield Visit(context.new_page(), lab)


def of_ours(fault):
    """Tell an error of the extension or of an exercise's view from one of JupyterLab itself."""
    return "sswp-course" in fault or "blob:" in fault
