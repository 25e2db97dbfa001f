"""A panel that is drawn before Python is there gives its place to the one that Python sends."""

import json

import pytest
from early_cell import ARRIVE, CELL, DRAW
from mouse import click
from stage import packaged_library

from workbook.widgets.panels import StartWidget

pytestmark = pytest.mark.browser

ANSWERED = "00/agreements_and_exits"
HELD = "document.activeElement.dataset.act ?? document.activeElement.parentNode.dataset.part"


class EarlyHeader:
    """The header of module 00, drawn early; its widget comes when it is asked to."""

    def __init__(self, stage):
        self.stage, self.page = stage, stage.page
        self.widget = StartWidget(stage.desk, packaged_library().module("00"))
        self.spec = json.loads(json.dumps(self.widget.spec))
        self.key = stage.bring(self.widget)
        self.page.evaluate(CELL, "host")
        self.page.evaluate(DRAW, [self.key, self.spec, "host"])
        self.root = self.page.locator("#host > .sswp")
        self.root.evaluate("(node) => { node.dataset.early = ''; }")

    def arrive(self):
        self.stage.add(self.widget, "live")
        self.page.evaluate(ARRIVE, ["live", self.key, self.spec])
        self.page.wait_for_selector("#host > .sswp:only-child:not([data-early])")
        self.stage.quiet()


@pytest.fixture
def header(stage):
    return EarlyHeader(stage)


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize(("held", "name"), [("[data-act=go-on]", "go-on"), ("summary", "about")])
def test_the_focus_stays_where_it_is(stage, header, held, name, answered):
    if answered:
        stage.journal.save(ANSWERED, {"chosen": ["a"]})
    before = header.root.locator("[data-act=go-on]").inner_text()
    header.root.locator(held).first.focus()
    header.arrive()
    assert stage.page.evaluate(HELD) == name
    assert (header.root.locator("[data-act=go-on]").inner_text() != before) is answered


@pytest.mark.parametrize("opened", [False, True])
def test_what_was_opened_stays_open(header, opened):
    about = header.root.locator("[data-part=about]")
    if opened:
        click(about.locator("summary"))
    header.arrive()
    assert (about.get_attribute("open") is not None) is opened


def test_a_focus_elsewhere_is_left_alone(header):
    header.page.evaluate("document.activeElement.blur()")
    header.arrive()
    assert header.page.evaluate("document.activeElement === document.body")
