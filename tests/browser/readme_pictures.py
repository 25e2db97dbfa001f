"""Take the three pictures of the README from a running course.

    python tests/browser/readme_pictures.py

They are written into ``modules/images``; look at them before they are committed.
"""

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from chromium import one_chromium  # noqa: E402
from running_lab import PACKAGE, configure, open_ready, start_workbook, stop  # noqa: E402

from workbook.unpack import unpack  # noqa: E402

IMAGES = PACKAGE / "modules" / "images"
TO_TOP = "(node) => node.scrollIntoView({ block: 'start' })"


def start_page(page, lab):
    """The start page at its first exercise: the lines above it name a folder of this computer."""
    open_ready(page, lab)
    page.locator(".sswp[data-kind]").first.evaluate(TO_TOP)


def encounter(page, lab):
    """An encounter after its first choice, with the room."""
    open_ready(page, lab, "modules/03_modeling_equality.ipynb")
    story = page.locator("[data-kind=encounter]").first
    story.locator(".sswp-main:visible").first.click()
    story.locator("[data-choice]").first.click()
    story.locator("[data-part=shift]").first.wait_for()
    story.evaluate(TO_TOP)


def dark_module(page, lab):
    """A module in dark, at its first chart."""
    open_ready(page, lab, "modules/02_hierarchy.ipynb")
    page.locator(".sswp-menu input[value=dark]").first.evaluate("(node) => node.click()")
    page.locator(".jp-RenderedVegaCommon5").first.evaluate(TO_TOP)


PICTURES = (start_page, encounter, dark_module)


def main():
    """Start a fresh course and take them all."""
    with tempfile.TemporaryDirectory() as folder, one_chromium() as browser:
        lab = start_workbook(configure(unpack(Path(folder) / "solidarity-workbook")))
        try:
            for take in PICTURES:
                page = browser.new_page(viewport={"width": 1280, "height": 720})
                take(page, lab)
                page.wait_for_timeout(2000)  # what moves has come to rest
                page.screenshot(path=IMAGES / f"{take.__name__}.png")
                page.close()
        finally:
            stop(lab)


if __name__ == "__main__":
    main()
