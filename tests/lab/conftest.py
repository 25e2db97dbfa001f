"""One bare page for each file of tests, opened anew for every test."""

import pytest
from bare_lab import open_bare, served
from chromium import watched


@pytest.fixture(scope="package")
def address():
    with served() as address:
        yield address


@pytest.fixture(scope="module")
def one_page(chromium, address):
    with watched(chromium.new_context(viewport={"width": 1400, "height": 900})) as context:
        context.set_default_timeout(10_000)
        yield context.new_page()


@pytest.fixture(scope="module")
def scripts(one_page, address):
    """The same page, opened once: for what neither listens to the page nor draws on it."""
    return open_bare(one_page, address)


@pytest.fixture
def page(one_page, address):
    """A page with the extension's scripts, the fakes and nothing else."""
    one_page.set_viewport_size({"width": 1400, "height": 900})
    return open_bare(one_page, address)
