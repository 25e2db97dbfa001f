"""A learner at the browser: opens a page of the course, answers exercises, finds them again."""

import time
from contextlib import contextmanager

from chromium import watched
from running_lab import PACKAGE
from shown import FIELDS, SHOWN

from workbook.content.library import Library
from workbook.journal import Journal

LIBRARY = Library(PACKAGE)
FOCUS = """(root) => { const node = document.activeElement, style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  return { inside: root.contains(node) && root !== node, name: node.dataset.field ?? node.tagName,
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    seen: box.width > 0 && box.height > 0 }; }"""


class Exercise:
    """One exercise on a page."""

    def __init__(self, visit, exercise_id):
        self.visit, self.page, self.id = visit, visit.page, exercise_id
        self.root = self.page.locator(f"[data-exercise='{exercise_id}']")
        self.made = LIBRARY.exercise(exercise_id)
        self.kind = self.made.kind

    # What is there
    def find(self, selector, **which):
        return self.root.locator(selector, **which)

    def state(self):
        return self.root.get_attribute("data-state")

    def said(self):
        return self.find("[role=status]").inner_text()

    def aloud(self):
        return self.find("[role=status]").text_content()

    def notes(self):
        return self.find(".sswp-note[data-note]").count()

    def shown(self):
        return self.root.evaluate(SHOWN)

    def history(self):
        return self.visit.journal.history(self.id)

    def latest(self):
        entry = self.visit.journal.latest(self.id)
        return entry.response if entry else {}

    def kept(self):
        return self.latest().get(FIELDS[self.kind])

    # Waiting
    def until(self, condition, what, seconds=20):
        """Wait until `condition()` holds; fail with what was hoped for and what is there."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"{self.id}: {what}; {self.state()}, {self.said()!r}"
            self.page.wait_for_timeout(30)

    def in_state(self, *names, seconds=20):
        self.until(lambda: self.state() in names, f"waited for {names}", seconds)

    def saying(self, words, seconds=20):
        self.until(lambda: words in self.said(), f"waited for {words!r}", seconds)

    def saved(self):
        """Wait until the journal holds what the page shows, and the page says that it does."""
        self.in_state("saved", "feedback", "restored")
        self.until(
            lambda: self.kept() == self.shown(), f"{self.kept()} is kept, {self.shown()} shown"
        )

    # Doing
    def press(self, act):
        self.find(f"[data-act={act}]").click()

    def answer(self):
        """Answer with the mouse, by the words rather than the small circles."""
        options = self.find(".sswp-option label > span")
        if self.kind == "choice":
            options.nth(0).click()
            if self.made.settings["many"]:
                options.nth(1).click()
        elif self.kind == "practice":
            options.first.click()
        elif self.kind in ("sort", "match", "power_map", "rating", "instrument"):
            for n, item in enumerate(self.find("[data-item]").all()):
                labels = item.locator("label > span")
                labels.nth(n % labels.count()).click()
        elif self.kind == "annotate":
            options.nth(1).click()
            options.nth(5).click()
        elif self.kind == "rank":
            self.find("[data-move=down]").first.click()
        elif self.kind == "reflection":
            self.find("textarea").first.click()
            self.page.keyboard.type("What I saw.")
        elif self.kind == "encounter":
            self.play(lambda selector: self.find(selector).first.click())
        elif self.kind == "lots":
            options.nth(1).click()
            self.draw(lambda: self.press("draw"))
        else:
            self.find("[type=range]").last.click()

    def answer_by_keys(self):
        """Answer with Tab, arrows, Space and Enter only."""
        keys = self.page.keyboard
        if self.kind in ("sort", "match", "power_map", "rating", "instrument"):
            for n, item in enumerate(self.find("[data-item]").all()):
                self.tab_to(f"[data-item='{item.get_attribute('data-item')}'] input")
                for _ in range(n % item.locator("input").count()):
                    keys.press("ArrowDown")
                    self.has_focus()
                keys.press("Space")
        elif self.kind == "choice":
            self.tab_to(".sswp-option input")
            keys.press("Tab" if self.made.settings["many"] else "ArrowDown")
            keys.press("Space")
        elif self.kind == "practice":
            self.tab_to(".sswp-option input")
            keys.press("Space")
        elif self.kind == "annotate":
            self.tab_to("[data-item] input")
            keys.press("Space")
        elif self.kind == "rank":
            self.tab_to("[data-move=down]")
            keys.press("Enter")
        elif self.kind == "reflection":
            self.tab_to("textarea")
            keys.type("b and dd and x")
        elif self.kind == "encounter":
            self.play(lambda selector: (self.tab_to(selector), keys.press("Enter")))
        elif self.kind == "lots":
            self.tab_to("[type=radio]")
            keys.press("ArrowDown")
            self.draw(lambda: (self.tab_to("[data-act=draw]"), keys.press("Enter")))
        else:
            self.tab_to("[type=range]")
            keys.press("ArrowRight")

    def draw(self, press):
        """Draw the lots, and wait until the draw is listed; without a kernel there is none."""
        ready = "[data-act=draw][aria-disabled=false]"
        self.until(lambda: self.find(ready).count() or self.state() == "unsaved", "it stays off")
        if self.find(ready).count():
            before = self.find("[data-draw]").count()
            press()
            self.until(lambda: self.find("[data-draw]").count() > before, "nothing is drawn")

    def play(self, press):
        """Play an encounter to its end, or up to a choice that is not saved."""
        if self.find("[data-act=begin]").is_visible():
            press("[data-act=begin]")
        while self.find(".sswp-choice").count() and self.state() != "unsaved":
            before = self.shown()
            press(".sswp-choice")
            self.until(
                lambda b=before: self.shown() != b or self.state() == "unsaved", "the story stops"
            )

    # Focus
    def enter(self):
        """Put the starting point of the Tab key just before the exercise."""
        self.root.evaluate(
            """(root) => { const h = root.querySelector('h3'); h.tabIndex = -1; h.focus();
              h.removeAttribute('tabindex'); }"""
        )

    def has_focus(self):
        """Check that the focus is in this exercise, on something that shows it."""
        found = self.root.evaluate(FOCUS)
        assert found["inside"], f"{self.id}: the focus left, to {found['name']}"
        assert found["outline"] > 0 and found["seen"], f"{self.id}: no outline on {found['name']}"
        return found["name"]

    def tab_to(self, selector, key="Tab"):
        """Press Tab until the focus is on a match; every stop must show its focus."""
        for _ in range(250):
            self.page.keyboard.press(key)
            self.has_focus()
            if self.root.evaluate("(r, s) => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"{self.id}: Tab never reaches {selector}")


class Visit:
    """A page of the browser with one notebook of the course open."""

    def __init__(self, page, lab):
        self.page, self.lab = page, lab
        self.journal = Journal(lab.journal)

    def open(self, module, busy=False):
        """Open a module's notebook; wait until it has run and all answers are back."""
        self.path = f"modules/{LIBRARY.module(module).notebook}"
        self.ids = LIBRARY.exercise_ids(module)
        self.page.goto(f"{self.lab.address(self.path)}&reset")
        return self.ready() if not busy else self

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
