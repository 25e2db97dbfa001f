"""What only the notebook around an exercise shows: its scrolling, and its pictures."""

import pytest
from every_kind import open_page

pytestmark = pytest.mark.browser

MIRROR, CHART = "03/mirror", "04/move_the_start"


def test_that_a_card_is_not_validated_stays_in_sight(visit):
    open_page(visit, "mirror", 'wb.start("03")', f'wb.exercise("{MIRROR}")', ids=[MIRROR])
    mirror = visit.exercise(MIRROR)
    status = mirror.find(".sswp-validity")
    for side in mirror.find("[data-side]").all():
        for line in (side.locator("[data-item]").first, side.locator("[data-item]").last):
            line.scroll_into_view_if_needed()
            box = status.bounding_box()
            assert mirror.made.settings["status"].partition(".")[0] in status.inner_text()
            assert 0 <= box["y"] < visit.page.viewport_size["height"] - box["height"]


def test_the_start_is_moved_by_keys_without_drawing_the_picture_again(visit):
    page = open_page(visit, "start", 'wb.start("04")', f'wb.chart("{CHART}")', ids=[]).page
    slider = page.locator(".vega-bindings input[type=range]")
    slider.wait_for()
    drawn = page.locator(".vega-embed", has=slider).locator("svg")
    kept = drawn.element_handle()
    real = drawn.text_content()
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("([svg, real]) => svg.textContent !== real", arg=[kept, real])
    moved = drawn.text_content()
    assert kept.evaluate("(svg) => svg.isConnected"), "the picture is changed, not drawn anew"
    assert slider.evaluate("(input) => input === document.activeElement")
    page.keyboard.press("Home")
    page.wait_for_function("([svg, last]) => svg.textContent !== last", arg=[kept, moved])
    assert drawn.text_content() not in (real, moved)
