"""What a page looks like: axe, small targets, anything cut off, in both themes and widths."""

import functools
from importlib.resources import files

from axe import CUT, RULES, TARGETS, WHOLE_PAGE
from examples import is_whole_run

WIDE, NARROW = (1200, "Light"), (320, "Dark")
LOOKS = [WIDE, NARROW]
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
AXE = """async (options) => {
  const found = await axe.run('.sswp', options);
  return { passes: found.passes.length, violations: found.violations.flatMap((rule) => rule.nodes
    .map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(-140)}`)) };
}"""


@functools.cache
def axe_script():
    """Give axe-core with the real clock: it waits for timers, and that of the page may stand."""
    code = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    names = "setTimeout, clearTimeout, Date"
    return f"(function ({names}) {{ {code}\n }}).apply(window, window.realTimers);"


def findings(stage):
    """Run axe-core on the views of the page."""
    page = stage.page
    if not page.evaluate("() => 'axe' in window"):
        page.add_script_tag(content=axe_script())
    options = {
        "runOnly": {"type": "tag", "values": RULES},
        "rules": {name: {"enabled": False} for name in WHOLE_PAGE},
        "resultTypes": ["violations"],
    }
    found = page.evaluate(AXE, options)
    assert found["passes"] > 5, "axe looked at nothing"
    return found["violations"]


def look(stage, state, looks=None):
    """Look at the page as it is; nothing may be found in any theme or width.

    The fast tests look where the most can be found: narrow and dark.
    """
    looks = looks or (LOOKS if is_whole_run() else [NARROW])
    for width, theme in looks:
        stage.look(width, theme)
        where = f"{state}, {width} px, {theme}"
        assert findings(stage) == [], where
        assert stage.page.evaluate(TARGETS) == [], where
        assert stage.page.evaluate(CUT) == [], where
        assert stage.page.evaluate(WIDER) <= 0, f"{where}: the page scrolls sideways"
    stage.look(*LOOKS[0])
