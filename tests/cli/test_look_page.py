"""The page of the look shows every token, is up to date, and can be read in light and in dark."""

import pytest
from axe import RULES
from chromium import watched
from sweep import first

from workbook.cli.look_page import LOOK, look_page
from workbook.design import COLORS, SIDES


def test_the_page_is_up_to_date():
    assert LOOK.read_text("utf-8") == look_page()


def test_every_color_and_every_sign_is_there():
    page = look_page()
    assert all(f"--wb-{name}</code>" in page for name in COLORS)
    assert all(f'data-sign="{side}"' in page and f'data-thing="{side}"' in page for side in SIDES)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", first(1, ["dark", "light"]))
@pytest.mark.parametrize("width", first(1, [320, 1366]))
def test_nothing_is_found_on_it(chromium, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    size = {"width": width, "height": 768}
    with watched(chromium.new_context(viewport=size, color_scheme=scheme)) as context:
        page = context.new_page()
        page.set_content(look_page())
        only = {"runOnly": {"type": "tag", "values": RULES}}
        found = Axe().run(page, options=only).response
        assert found["passes"]
        assert [rule["id"] for rule in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
