"""The report in a browser without a network: seen, read by axe, narrow, dark and on paper."""

import re

import pytest
from axe import RULES

from workbook.design import token
from workbook.evaluation import Question, evaluate, page, read_sessions
from workbook.measures.randomization import Plan

pytestmark = pytest.mark.browser

WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SEEN = """() => [...document.querySelectorAll('figure svg')].filter((svg) => svg.checkVisibility())
  .map((svg) => {
  const box = svg.getBoundingClientRect();
  const dots = [...svg.querySelectorAll('.mark-symbol path')].filter((p) => p.getBBox().width > 2);
  return box.width > 200 && box.height > 100 ? dots.length : 0; })"""
CUT = """() => [...document.querySelectorAll('.scroll, figure, h1, p')]
  .filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
  .map((e) => e.outerHTML.slice(0, 120))"""
PAPER = "() => getComputedStyle(document.querySelector('figure svg rect')).fill"


@pytest.fixture(
    scope="module",
    params=["clear_change", pytest.param("four_workers", marks=pytest.mark.slow)],
)
def address(request, root, tmp_path_factory):
    name = request.param
    plan = Plan.load(root / "datasets" / "plans" / f"{name}.json")
    found = read_sessions(root / "datasets" / f"{name}.csv")
    report = evaluate(found, Question("increase", goal=4, plan=plan))
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(page(report, "2026-01-05"), encoding="utf-8")
    return path.as_uri()


def violations(page):
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response
    assert found["passes"]
    return [f"{r['id']}: {n['html'][:120]}" for r in found["violations"] for n in r["nodes"]]


@pytest.fixture
def open_report(chromium, address):
    """Open the file without a network; anything but the file itself fails the test."""
    contexts, asked, errors = [], [], []

    def opened(width=1200, scheme="light"):
        view = {"width": width, "height": 900}
        context = chromium.new_context(viewport=view, color_scheme=scheme, offline=True)
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.on("console", lambda said: errors.append(said.text))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert set(asked) == {address}
    assert errors == []


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "dark"), pytest.param(1200, "light", marks=pytest.mark.slow)]
)
def test_axe_finds_nothing_and_every_dot_is_drawn(open_report, width, scheme):
    view = open_report(width, scheme)
    for summary in view.locator("summary").all():
        summary.click()
    assert violations(view) == []
    drawn = view.evaluate(SEEN)
    assert drawn
    assert min(drawn) >= 13, "a chart without its dots"
    assert view.evaluate(WIDER) == 0, "the page itself never scrolls sideways"


def rgb(name):
    """Give a token as a browser writes it."""
    return f"rgb{tuple(int(token(name)[at : at + 2], 16) for at in (1, 3, 5))}"


def test_charts_follow_the_dark_and_paper_stays_white(open_report):
    light, dark = open_report(), open_report(scheme="dark")
    assert light.evaluate(PAPER) == rgb("paper-light")
    assert dark.evaluate(PAPER) == rgb("paper-dark")
    dark.emulate_media(media="print")
    assert dark.evaluate(PAPER) == "rgb(255, 255, 255)"


def test_on_paper_the_tables_are_open_and_nothing_is_cut(open_report):
    view = open_report(width=700)
    view.emulate_media(media="print")
    table = view.locator("details table").first
    assert table.bounding_box()["height"] > 100
    assert view.locator("summary").first.is_hidden()
    assert view.evaluate(WIDER) == 0
    assert view.evaluate(CUT) == []
    pages = re.findall(rb"/Type\s*/Page\b", view.pdf(format="A4"))
    assert 2 <= len(pages) <= 20


def test_on_paper_a_short_table_and_its_caption_are_on_one_sheet(open_report):
    view = open_report(width=700)
    view.emulate_media(media="print")
    whole = view.locator(".whole").all()
    assert whole
    for each in (*whole, *view.locator("caption").all()):
        assert each.evaluate("(e) => getComputedStyle(e).breakInside") == "avoid"


def test_at_320_pixels_pictures_are_drawn_narrow_and_nothing_of_them_is_scrolled(open_report):
    view = open_report(width=320)
    shown = view.locator("figure svg").evaluate_all(
        "(all) => all.filter((s) => s.checkVisibility()).map((s) => s.getBoundingClientRect())"
    )
    assert shown
    assert all(box["left"] >= 0 and box["right"] <= 320 for box in shown)
