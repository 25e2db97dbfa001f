"""An exercise on the bare page: look at it, answer it as any kind can be answered."""

import time

# A control of the exercise itself: what a learner answers with, whatever the kind.
ANSWERS = "[data-choice], textarea"
FOCUS = """(root) => { const node = document.activeElement, style = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  return { inside: root.contains(node) && root !== node, name: node.dataset.field ?? node.tagName,
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    seen: box.width > 0 && box.height > 0 }; }"""
SORT = """(root) => { const node = document.activeElement;
  if (node.matches('[data-act=reveal], [data-act=hint], [data-act=undo]')) return 'end';
  if (node.matches('textarea')) return node.value ? '' : 'text';
  if (node.matches('[data-act=begin], [data-act=draw], [data-act=add], .sswp-choice'))
    return 'button';
  if (node.matches('[data-move=down][aria-disabled=false]'))
    return node.closest('.sswp-rank').contains(document.activeElement) ? 'button' : '';
  return node.matches('[data-choice]') ? node.type : ''; }"""
STOP = f"""(root, matches) => [({FOCUS})(root),
  matches ? document.activeElement.matches(matches) : ({SORT})(root)]"""
SHOWN = """(root) => [...root.querySelectorAll('input, textarea, select, [data-path], [data-item]')]
  .filter((node) => !node.closest('.sswp-actions'))
  .map((node) => node.matches('input:is([type=radio], [type=checkbox])')
    ? `${node.dataset.field}=${node.checked}`
    : node.dataset.path ?? node.dataset.item ?? node.value)"""
CHOOSE = """(root) => [...root.querySelectorAll('fieldset')].forEach((group, n) => {
  const spans = group.querySelectorAll('.sswp-option label > span');
  spans[n % spans.length].click(); })"""
CHOICES = """(root) => [...root.querySelectorAll('.sswp-choice')]
  .map((node) => node.dataset.choice)"""
MIDDLE = """(node) => { node.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = node.getBoundingClientRect();
  return [x + width / 2, y + height / 2]; }"""
ASK = "([id, ...values]) => (%s)(document.querySelector(`#${id} > .sswp`), ...values)"
DRAFTS = """() => Object.entries(localStorage).filter(([key]) => key.startsWith('sswp:'))
  .map(([, text]) => JSON.parse(text).response)"""


class Shown:
    """One view of an exercise.

    Parameters
    ----------
    stage : Stage
    name : str
        The widget's name on the stage.
    made : Exercise
    place : str
        The id of the element that holds the view.
    """

    def __init__(self, stage, name, made, place):
        self.stage, self.name, self.made, self.place = stage, name, made, place
        self.page, self.id, self.kind = stage.page, made.id, made.kind
        self.root = self.page.locator(f"#{place} > .sswp")

    # What is there -----------------------------------------------------------------------
    def ask(self, expression, *values):
        """Ask the page about the element of this view: once, without waiting for it."""
        return self.page.evaluate(ASK % expression, [self.place, *values])

    def find(self, selector, **which):
        return self.root.locator(selector, **which)

    def state(self):
        return self.ask("(root) => root.dataset.state ?? null")

    def busy(self):
        return self.ask("(root) => root.ariaBusy === 'true'")

    def at(self):
        return self.ask("(root) => root.dataset.at ?? null")

    def said(self):
        """Give the sentence that is to be seen."""
        return self.ask("(root) => root.querySelector('[role=status] .sswp-said').innerText")

    def heard(self):
        """Give what a screen reader is told besides; it comes a moment later."""
        self.stage.pass_time(60)
        return self.find("[role=status] .sswp-unseen").text_content()

    def aloud(self):
        """Give all that the status says, to be seen and to be heard."""
        self.stage.pass_time(60)
        return self.find("[role=status]").text_content()

    def kept(self, field):
        return self.latest().get(field)

    def notes(self):
        return self.find(".sswp-note").count()

    def shown(self):
        return self.ask(SHOWN)

    def history(self):
        return [entry.response for entry in self.stage.journal.history(self.id)]

    def latest(self):
        return (self.history() or [{}])[-1]

    def drafts(self):
        return self.page.evaluate(DRAFTS)

    # Waiting -----------------------------------------------------------------------------
    def until_open(self):
        end = time.monotonic() + 60
        while self.busy():
            assert time.monotonic() < end, f"{self.id} does not open"
            self.stage.quiet()

    def saved(self):
        """Let what the page shows be saved."""
        self.settle()
        assert self.state() in ("saved", "feedback", "restored"), self.said()

    def settle(self):
        """Let what was typed be saved and answered."""
        self.stage.pass_time(900)

    # Doing -------------------------------------------------------------------------------
    quick = True  # click by script, without looking whether a mouse could

    def click(self, node):
        """Click by script, or where a mouse would: whatever lies on top there has the click."""
        if self.quick:
            node.dispatch_event("click")
        else:
            self.page.mouse.click(*node.evaluate(MIDDLE))

    def press(self, act):
        self.click(self.find(f"[data-act={act}]"))
        self.settle()

    def answer(self):
        """Answer with the mouse: every control that an answer needs, found by its type."""
        for begin in self.find("[data-act=begin]:visible").all():
            self.click(begin)
        self.choose()
        for area in self.find("textarea:visible").all():
            area.fill("What I saw.")
        for slider in self.find("[type=range]").all()[:1]:
            slider.fill(slider.get_attribute("max"))
        for move in self.find("[data-move=down]").all()[:1]:
            self.click(move)
        self.settle()
        while self.find(".sswp-choice:visible").count():
            self.click(self.find(f".sswp-choice[data-choice='{self.first_choice()}']"))
            self.settle()
        for draw in self.find("[data-act=draw], [data-act=add]").all():
            self.click(draw)
            self.settle()
        return self

    def first_choice(self):
        """Give the key of one choice of a story, always the same: the page shuffles them."""
        return min(self.ask(CHOICES))

    def choose(self):
        """Choose in every group of radios or boxes: its first option, the next one's second..."""
        if self.quick:
            self.ask(CHOOSE)
            return
        for n, group in enumerate(self.find("fieldset").all()):
            spans = group.locator(".sswp-option label > span")
            self.click(spans.nth(n % spans.count()))

    def answer_by_keys(self):
        """Go through the exercise with Tab and answer each control as its sort is answered."""
        self.enter()
        groups = 0
        for _ in range(250):
            sort = self.stop("Tab")
            if sort == "end":
                return
            self._use(sort, groups % 2)
            groups += sort == "radio"
        raise AssertionError(f"{self.id}: Tab never comes to the buttons")

    def _use(self, sort, downs):
        keys = {
            "radio": ["ArrowDown"] * downs + ["Space"],
            "checkbox": ["Space"],
            "range": ["ArrowRight"],
        }
        keys |= {"number": ["ArrowUp"], "button": ["Enter"], "text": [*"b and dd and x"]}
        for key in keys.get(sort, []):
            self.page.keyboard.press(key)
        if sort in keys:
            self.settle()
            self.has_focus()

    def press_by_keys(self, act, key):
        """Reach a button with Tab or Shift+Tab and press it."""
        place = self.ask(
            """(root, act) => root.querySelector(`[data-act=${act}]`)
              .compareDocumentPosition(document.activeElement)""",
            act,
        )
        if place:
            self.tab_to(f"[data-act={act}]", "Shift+Tab" if place & 4 else "Tab")
        self.page.keyboard.press(key)
        self.settle()
        self.has_focus()

    # Focus -------------------------------------------------------------------------------
    def enter(self):
        """Put the starting point of the Tab key just before the exercise."""
        self.ask(
            """(root) => { const h = root.querySelector('h3'); h.tabIndex = -1; h.focus();
              h.removeAttribute('tabindex'); }"""
        )

    def stop(self, key, selector=None):
        """Press Tab; give the sort of the stop or whether it matches. It shows its focus."""
        self.page.keyboard.press(key)
        found, result = self.ask(STOP, selector)
        self._sees_focus(found)
        return result

    def has_focus(self):
        """Check that the focus is in this exercise, on something that shows it."""
        return self._sees_focus(self.ask(FOCUS))

    def _sees_focus(self, found):
        assert found["inside"], f"{self.id}: the focus left, to {found['name']}"
        assert found["outline"] > 0 and found["seen"], f"{self.id}: no outline on {found['name']}"
        return found["name"]

    def tab_to(self, selector, key="Tab"):
        """Press Tab until the focus is on a match; every stop must show its focus."""
        for _ in range(250):
            if self.stop(key, selector):
                return
        raise AssertionError(f"{self.id}: Tab never reaches {selector}")
