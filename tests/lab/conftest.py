"""One bare page for each file of tests, opened anew for every test."""

import pytest
from bare_lab import ADDRESS, fulfil, open_bare
from chromium import watched


@pytest.fixture(scope="module")
def bare_context(chromium):
    with watched(chromium.new_context(viewport={"width": 1400, "height": 900})) as context:
        context.route(f"{ADDRESS}**", fulfil)
        context.set_default_timeout(5_000)
        yield context


@pytest.fixture(scope="module")
def one_page(bare_context):
    return bare_context.new_page()


@pytest.fixture
def page(one_page):
    """A page with the extension's scripts, the fakes and nothing else."""
    one_page.set_viewport_size({"width": 1400, "height": 900})
    return open_bare(one_page)
