"""One headless Chromium with one bare page: views of widgets without JupyterLab."""

from urllib.parse import urlsplit

import pytest
from stage import ADDRESS, Stage
from ways import Learner


@pytest.fixture(scope="package")
def bare_page(chromium):
    context = chromium.new_context(viewport={"width": 1200, "height": 800})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.context.add_init_script("window.realTimers = [setTimeout, clearTimeout, Date];")
    yield page
    context.close()


@pytest.fixture(scope="package")
def theatre(bare_page):
    made = Stage(bare_page)
    made.faults, made.outside = [], []
    bare_page.on("pageerror", lambda fault: made.faults.append(str(fault)))
    bare_page.on(
        "console", lambda m: m.type == "error" and made.faults.append(f"console: {m.text}")
    )
    bare_page.on("request", lambda r: watch(r, made.outside))
    return made


def watch(request, outside):
    parts = urlsplit(request.url)
    if parts.scheme not in ("data", "blob") and parts.hostname != urlsplit(ADDRESS).hostname:
        outside.append(request.url)


@pytest.fixture
def stage(theatre):
    """An empty page; a request off it or an uncaught error fails the test."""
    theatre.clear()
    yield theatre
    faults, outside = theatre.faults[:], theatre.outside[:]
    theatre.faults.clear()
    theatre.outside.clear()
    assert outside == [], "requests left the page"
    assert faults == [], "the page raised errors"


@pytest.fixture
def learner(stage):
    return Learner(stage)


@pytest.fixture
def writer(stage):
    """A learner who writes, in the sample of `reflection`."""
    return Learner(stage, "reflection")
