"""The guide and the slides in a real browser: read by axe, narrow, dark, and by keyboard."""

import pytest
from axe import RULES
from chromium import watched
from sweep import first
from the_course import COURSE

from workbook.guide import book, guide_page, read_plan, sheets, slides


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("guide")
    plan = read_plan(COURSE, "90min")
    pages = {"guide": guide_page(book(COURSE, plan)), "slides": slides(COURSE, plan)}
    paper = sheets(COURSE)
    pages |= {"form": paper["01-inherited_phrase.html"], "strips": paper["03-five_openings.html"]}
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture
def opened(chromium, files):
    def look(name, **how):
        page = context.new_page()
        if "width" in how:
            page.set_viewport_size({"width": how["width"], "height": 700})
        page.emulate_media(color_scheme=how.get("scheme", "light"))
        page.goto((files / f"{name}.html").as_uri())
        return page

    context = chromium.new_context()
    with watched(context):
        yield look
    context.close()


@pytest.mark.parametrize("scheme", first(1, ["light", "dark"]))
@pytest.mark.parametrize("name", ["guide", "slides", "form", "strips"])
def test_axe_finds_nothing(opened, name, scheme):
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    if name in ("form", "strips"):  # sheets of paper have no landmarks
        options["rules"] = {"region": {"enabled": False}, "landmark-one-main": {"enabled": False}}
    found = Axe().run(opened(name, scheme=scheme), options=options).response
    assert found["passes"]
    assert [(r["id"], [n["html"][:120] for n in r["nodes"]]) for r in found["violations"]] == []


@pytest.mark.parametrize("name", ["guide", "slides"])
def test_nothing_is_cut_off_at_320_pixels(opened, name):
    page = opened(name, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_slides_go_by_keyboard(opened):
    page = opened("slides", width=1280)
    for key, slide in [("ArrowRight", 2), ("PageDown", 3), ("ArrowLeft", 2), ("Home", 1)]:
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == f"slide-{slide}"
    last = page.locator("section").count()
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.id") == f"slide-{last}"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == f"slide-{last}"
