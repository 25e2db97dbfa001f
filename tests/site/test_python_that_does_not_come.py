"""Python in the browser that hangs on its way, or has come without what draws: the page says it."""

import os
import shutil
import threading
from functools import partial

import pytest
from static_host import Files, given_out
from visitor import STARTED, visiting

from workbook.words import word, words

pytestmark = [pytest.mark.slow, pytest.mark.browser]

FIRST = "00/agreements_and_exits"
DRAWN = "() => document.querySelectorAll('.jp-RenderedVegaCommon5 svg').length >= 3"
PROGRAM = "pyodide.asm.wasm"
# The long wait of the page, and only that one, is made short: nothing comes meanwhile.
SOONER = """(() => { const own = window.setTimeout;
  window.setTimeout = (work, time, ...more) => own(work, time === 90_000 ? 3_000 : time, ...more);
})()"""


class Holding(Files):
    """A host that keeps one file back until it may go."""

    def __init__(self, *args, free, **more):
        self.free = free
        super().__init__(*args, **more)

    def do_GET(self):  # noqa: N802
        if self.path.partition("?")[0].endswith(PROGRAM):
            self.free.wait()
        super().do_GET()


def test_a_start_that_hangs_is_told_and_goes_on_when_it_can(chromium, site, tmp_path):
    free = threading.Event()
    handler = partial(Holding, free=free)
    with (
        given_out(site, files=handler) as address,
        visiting(chromium, tmp_path / "profile", address) as visitor,
    ):
        visitor.prepared = SOONER
        try:
            visitor.begin("00_start_here.html")
            page = visitor.page
            told = page.get_by_text(words("lab")["no_python_yet"].splitlines()[0])
            told.wait_for(timeout=STARTED)
            page.locator("[data-act=reload]").wait_for(timeout=STARTED)
            page.locator(f'[data-exercise="{FIRST}"] [data-choice]').first.click()
            assert visitor.states()[FIRST] == "draft"
        finally:
            free.set()
        assert visitor.ran() == "ready"
        visitor.saved(FIRST)
        assert told.count() == 0
        assert not page.locator("[data-act=reload]").is_visible()


@pytest.fixture(scope="module")
def lean_site(pyodide, build, root, tmp_path_factory):
    """Build the site from a distribution without what charts and numbers are made with."""
    folder = tmp_path_factory.mktemp("lean") / "dist"
    shutil.copytree(pyodide / "dist", folder, copy_function=os.symlink)
    for path in folder.iterdir():
        if path.name.startswith(("numpy-", "pandas-", "altair-")):
            path.unlink()
    return build(root, "lean_site", "--pyodide", folder)


def test_charts_that_python_cannot_draw_stay_as_the_page_has_them(chromium, lean_site, tmp_path):
    with given_out(lean_site) as address, visiting(chromium, tmp_path / "p", address) as visitor:
        visitor.begin("04_evaluation.html")
        assert visitor.ran() == "ready"
        page = visitor.page
        page.wait_for_function(DRAWN)
        assert page.locator("[data-chart]").count() >= 4, "the words and the table of each"
        told = word("trouble", "no_package", name="numpy")
        page.get_by_text(f"{words('problem')['title']}: {told}").wait_for()
        assert page.get_by_text(words("problem")["title"]).count() == 1, "none of a chart"
        assert set(visitor.states().values()) == {"untouched"}
