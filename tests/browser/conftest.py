"""One JupyterLab for all tests here, and fresh browsers that may not leave the machine."""

import re
from contextlib import ExitStack

import pytest
from chromium import UNCAUGHT, chromium_path, launched, watched
from learner import of_ours, visitor
from playwright.sync_api import expect
from running_lab import PACKAGE, configure, start_workbook, stop

from workbook.unpack import unpack

expect.set_options(timeout=60_000)  # milliseconds: what must come may come late on a busy machine


@pytest.fixture(scope="session")
def chromium(request):
    """One whole Chromium, as learners have, for all tests here."""
    path = chromium_path()
    with launched(request.getfixturevalue("playwright"), path) as browser:
        yield browser


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """One `workbook start` on a fresh copy of the course."""
    running = start_workbook(
        configure(unpack(tmp_path_factory.mktemp("learner") / "solidarity-workbook"))
    )
    yield running
    stop(running)


def uncaught_or_ours(fault):
    return fault.startswith(UNCAUGHT) or of_ours(fault)


@pytest.fixture
def new_page(chromium, lab):
    """Give pages, each of a browser of its own, with an empty journal behind them."""
    lab.journal.unlink(missing_ok=True)
    with ExitStack() as contexts:

        def make(width=1400, height=900, scheme="light"):
            size = {"width": width, "height": height}
            context = chromium.new_context(viewport=size, color_scheme=scheme)
            page = contexts.enter_context(watched(context, uncaught_or_ours)).new_page()
            page.console_errors = []
            page.on("console", lambda m: m.type == "error" and page.console_errors.append(m.text))
            return page

        yield make


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture
def visit(chromium, lab):
    """A learner's visit in a fresh browser, with an empty journal."""
    with visitor(chromium, lab) as made:
        yield made


@pytest.fixture
def folder(lab, request):
    """A folder of this test's own inside the course folder."""
    made = lab.course / "scratch" / re.sub(r"\W+", "_", request.node.name)[:60].strip("_")
    made.mkdir(parents=True)
    return made


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Keep a picture of the page when a test fails."""
    report = yield
    if report.when == "call" and report.failed:
        for value in getattr(item, "funcargs", {}).values():
            page = getattr(value, "page", value)
            if hasattr(page, "screenshot") and not page.is_closed():
                name = re.sub(r"\W+", "_", item.name)
                page.screenshot(path=PACKAGE / "test-screens" / f"{name}.png")
    return report
