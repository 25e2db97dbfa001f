"""Panels in the bare page: how they are begun, pressed, and what they say to the page."""

from mouse import click
from stage import packaged_library

from workbook.widgets.panels import StartWidget

EVENTS = """() => { if (!window.heard) {
  for (const type of ['sswp-open', 'sswp-progress'])
    document.addEventListener(type, ({ detail }) => window.heard.push([type, detail]));
  document.addEventListener('keydown', (event) => window.heard.push(['key', event.key])); }
  window.heard = []; }"""


def listen(stage):
    """Keep what is said to the page from now on."""
    stage.page.evaluate(EVENTS)


def heard(stage, name):
    return [detail for kind, detail in stage.page.evaluate("window.heard") if kind == name]


def start(stage, **more):
    return stage.panel(StartWidget(stage.desk, packaged_library().module("00"), **more))


def press(stage, root, act):
    click(root.locator(f"[data-act={act}]"))
    stage.quiet()
