"""A new edition of a site takes the place of the one that a browser has kept."""

import os
import shutil

import pytest
from static_host import given_out
from visitor import WHOLE, visiting

from workbook.site.offline import LITE, WORKER, add_offline

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAGE = "files/modules/00_start_here.ipynb"
WORDS = ("# ", "# Of the next edition: ")
HEADING = ".jp-NotebookPanel h1"


def publish_another(site):
    """Change a page, and what the worker knows of it, as a new build does."""
    text = (site / PAGE).read_text(encoding="utf-8").replace(*WORDS, 1)
    (site / PAGE).unlink()  # never through a link into the site of the other tests
    (site / PAGE).write_text(text, encoding="utf-8")
    (site / WORKER).unlink()
    (site / LITE).rename(site / WORKER)
    add_offline(site)


def heading(visitor):
    visitor.go("index.html")
    return visitor.page.locator(HEADING).first.inner_text(timeout=60_000)


def test_it_is_there_at_the_visit_after_it_came(chromium, site, tmp_path):
    public = shutil.copytree(site, tmp_path / "public", copy_function=os.link)
    with given_out(public) as address, visiting(chromium, tmp_path / "one", address) as visitor:
        visitor.begin()
        before = heading(visitor)
        for _ in range(120):
            if visitor.page.evaluate(WHOLE):
                break
            visitor.page.wait_for_timeout(500)
        publish_another(public)
        for _ in range(20):
            if heading(visitor) != before:
                break
            visitor.page.wait_for_timeout(1000)
        assert "Of the next edition" in heading(visitor)
