"""One bare page for all tests here, opened anew for every test."""

import pytest
from bare_lab import open_bare
from bare_lab import served as lab_served
from chromium import watched
from front_page import PAGE, VIEW

SIZE = {"width": 1400, "height": 900}


@pytest.fixture(scope="package")
def server():
    with lab_served() as server:
        yield server


@pytest.fixture(scope="package")
def address(server):
    return server.address


@pytest.fixture(scope="package")
def shared_page(chromium):
    with watched(chromium.new_context(viewport=SIZE)) as context:
        context.set_default_timeout(60_000)
        yield context.new_page()


@pytest.fixture(scope="module")
def own_page(chromium):
    """A page of one file of tests: for a clock that stands still, which no later page forgets."""
    with watched(chromium.new_context(viewport=SIZE)) as context:
        context.set_default_timeout(60_000)
        yield context.new_page()


@pytest.fixture(scope="module")
def one_page(shared_page):
    return shared_page


@pytest.fixture(scope="module")
def scripts(one_page, address):
    """The same page, opened once: for what neither listens to the page nor draws on it."""
    return open_bare(one_page, address)


@pytest.fixture
def page(one_page, address):
    """A page with the extension's scripts, the fakes and nothing else."""
    one_page.set_viewport_size(SIZE)
    return open_bare(one_page, address)


@pytest.fixture
def start(server):
    """What a start serves: nothing, until the test says what."""
    yield server.start
    server.start.nothing()


@pytest.fixture
def served(page, start):
    """What a start serves for a page; a test may change it before it begins."""
    start.page, start.view = dict(PAGE), VIEW
    return start.page
