"""In Firefox: each kind takes an answer, shows its notes, comes back, and is undone."""

import pytest
from driver import CHOOSE, SHOWN, Shown
from firefox import one_firefox
from firefox_page import BarePage, served
from samples import kinds
from stage import Stage

from workbook.kinds import kind_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ACT = """(root, selector) => {
  const node = [...root.querySelectorAll(selector)].find((one) => one.checkVisibility());
  node?.click(); return Boolean(node); }"""
FILL = """(root) => { for (const node of root.querySelectorAll('textarea, [type=range]')) {
  if (!node.checkVisibility()) continue;
  node.value = node.matches('textarea') ? 'What I saw.' : node.max;
  node.dispatchEvent(new Event('input', { bubbles: true }));
  node.dispatchEvent(new Event('change', { bubbles: true })); } }"""
SAFE = ("saved", "feedback", "restored")


class InFirefox(Shown):
    """One view of an exercise in Firefox."""

    def state(self):
        return self.ask("(root) => root.dataset.state")

    def busy(self):
        return self.ask("(root) => root.ariaBusy === 'true'")

    def said(self):
        return self.ask("(root) => root.querySelector('.sswp-said').textContent")

    def act(self, selector):
        """Press the first that is to be seen, and let it be answered; say whether there was one."""
        done = self.ask(ACT, selector)
        self.settle()
        return done

    def answer(self):
        self.act("[data-act=begin]")
        self.ask(CHOOSE)
        self.ask(FILL)
        self.act("[data-move=down]")
        for selector in (".sswp-choice", "[data-act=draw], [data-act=add]"):
            for _ in range(30):
                if not self.act(selector) or "add" in selector:
                    break
        self.saved()


@pytest.fixture(scope="module")
def theatre():
    pages = []
    with one_firefox() as browser, served(pages) as address:
        made = browser.new_page()
        yield Stage(BarePage(made, address, pages))
        assert made.outside() == []
        assert made.faults() == []


def show(stage, made):
    busy = stage.exercise(made, busy=True)
    shown = InFirefox(stage, busy.name, busy.made, busy.place)
    shown.until_open()
    return shown


@pytest.mark.parametrize("kind", kinds())
def test_a_kind_in_firefox(theatre, kind):
    theatre.clear()
    shown = show(theatre, kind)
    empty = shown.ask(SHOWN)
    shown.answer()
    assert shown.history(), "it is in the journal"
    given = shown.ask(SHOWN), shown.latest()
    if shown.act("[data-act=undo][aria-disabled=false]"):
        assert (shown.ask(SHOWN), shown.latest()) != given
        shown.answer()
    shown.act("[data-act=reveal]")
    answered = shown.ask(SHOWN)
    theatre.restart()
    theatre.open()
    again = show(theatre, shown.made)
    if not kind_of(shown.made).lasting:  # each of its answers is a line of its own
        assert again.state() in SAFE
        assert again.ask(SHOWN) == answered != empty
