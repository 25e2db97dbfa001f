"""One bare page for all tests here, opened anew for every test."""

import pytest
from bare_lab import open_bare
from bare_lab import served as lab_served
from chromium import watched
from front_page import serving

SIZE = {"width": 1400, "height": 900}


@pytest.fixture(scope="package")
def address():
    with lab_served() as address:
        yield address


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
def served(page):
    """What a start serves; a test may change it before it begins."""
    with serving(page) as given:
        yield given
