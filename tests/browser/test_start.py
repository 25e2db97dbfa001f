"""`workbook start` as a learner meets it: the printed address opens the course, ready to use."""

import subprocess
import sys

import pytest
from playwright.sync_api import expect
from running_lab import LAB_WORDS, READY, WORKBOOK, open_ready, start_workbook, stop

from workbook.unpack import unpack

pytestmark = pytest.mark.browser


def test_the_printed_and_the_bare_address_open_the_start_page_ready(new_page, lab):
    page = open_ready(new_page(), lab)
    assert "00_start_here" in page.url
    assert page.get_by_role("region", name=LAB_WORDS["bar"]).is_visible()
    expect(page.locator(".sswp-panel")).to_be_visible()
    expect(page.locator(".jp-InputArea-editor").filter(visible=True)).to_have_count(0)
    expect(page.locator("#jp-main-statusbar").filter(visible=True)).to_have_count(0)
    assert page.console_errors == []
    page.goto(f"{lab.url}/?token={lab.token}")
    page.wait_for_selector(READY.format(state="ready"), timeout=60_000)
    assert "00_start_here" in page.url
    page.goto(f"{lab.url}/lab?token={lab.token}")
    page.wait_for_selector(READY.format(state="ready"), timeout=60_000)
    assert "00_start_here" in page.url, "an address without a page opens the course"
    assert ".ipynb" not in page.title() and "Jupyter" not in page.title()


def test_on_a_narrow_screen_the_bar_fits_and_the_panel_gives_way(new_page, lab, width=320):
    page = open_ready(new_page(width=width), lab)
    expect(page.locator(".sswp-panel")).to_be_hidden()
    bar = page.locator(".sswp-bar").bounding_box()
    assert bar["x"] + bar["width"] <= width + 1
    for button in page.locator(".sswp-bar button").filter(visible=True).all():
        box = button.bounding_box()
        assert box["height"] >= 24
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= bar["y"] + bar["height"] + 1, "cut off by the bar"


def test_a_second_start_prints_the_address_that_is_open(lab):
    port = int(lab.url.rsplit(":", 1)[1])
    again = subprocess.run(
        [sys.executable, "-c", WORKBOOK, "start", "--no-browser"]
        + ["--folder", str(lab.course), "--port", str(port)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert again.returncode == 0, again.stderr
    assert "already running" in again.stdout
    assert lab.token in again.stdout
    assert lab.process.poll() is None


def test_two_courses_are_open_at_once(new_page, lab, tmp_path):
    other = start_workbook(unpack(tmp_path / "second"))
    try:
        open_ready(new_page(), other)
        open_ready(new_page(), lab)
    finally:
        stop(other)
    assert other.process.returncode == 0
