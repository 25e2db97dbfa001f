"""One light edition for all tests of this folder, and a server that gives it out."""

import sys
from pathlib import Path

import pytest

from workbook.site.light import LightPlan, build_light

sys.path.append(str(Path(__file__).parents[1] / "site"))


@pytest.fixture(scope="session")
def light_site(root, tmp_path_factory):
    """Build the light edition once."""
    folder = tmp_path_factory.mktemp("light") / "public"
    build_light(LightPlan(root, folder, "https://course.example/"))
    return folder


@pytest.fixture(scope="session")
def next_site(light_site, tmp_path_factory):
    """The same pages with another title, as the next edition of the site."""
    from kept import next_edition

    changed = {
        path.name: path.read_text("utf-8").replace("<title>", "<title>Newer: ", 1)
        for path in light_site.glob("*.html")
    }
    return next_edition(light_site, tmp_path_factory.mktemp("next") / "public", changed, "")


@pytest.fixture(scope="session")
def light_address(light_site):
    """Give the site out as a static host does."""
    from static_host import given_out

    with given_out(light_site) as address:
        yield address


@pytest.fixture(scope="module")
def asking(chromium):
    """An empty page that can be asked what a script says."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()
