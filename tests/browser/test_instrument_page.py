"""The Mirror and the practice sheet on the page: filled in, kept, printed, by mouse and by keys."""

import re
import signal

import pytest
from behind import kernel_of
from learner import visitor
from scratch import write_notebook
from test_axe import CUT, TARGETS, look

from workbook.words import words

pytestmark = pytest.mark.browser

MIRROR, THREES = "03/mirror", "03/practice_in_threes"
CALLS = ("import workbook as wb", 'wb.start("03")', f'wb.exercise("{MIRROR}")')
CALLS += (f'wb.exercise("{THREES}")', "wb.progress()")
WORDS = words("instrument")
LINE = "[data-side={side}] [data-item='{side}.{name}']"
PAGES = re.compile(rb"/Type /Page\b(?!s)")
# A printer of the test's own: it keeps the document that would have gone to paper.
PRINTER = "window.print = () => { window.top.printed = document.documentElement.outerHTML; }"


def opened(visit):
    path = visit.lab.course / "scratch" / "mirror.ipynb"
    write_notebook(path, "# Two exercises", *CALLS)
    visit.path, visit.ids = path.relative_to(visit.lab.course).as_posix(), [MIRROR, THREES]
    visit.page.add_init_script(PRINTER)
    visit.page.goto(visit.lab.address(visit.path))
    return visit.ready()


@pytest.fixture
def page(visit):
    return opened(visit).page


@pytest.fixture
def mirror(visit, page):
    return visit.exercise(MIRROR)


@pytest.fixture
def threes(visit, page):
    return visit.exercise(THREES)


def fill_in(exercise, side, answer, lines=14):
    """Click the same answer on the first lines of a side."""
    for line in exercise.find(f"[data-side={side}] [data-item]").all()[:lines]:
        line.locator("label > span").nth(answer - 1).click()


def results(exercise):
    return exercise.find(".sswp-results").inner_text()


def showing(exercise, text):
    exercise.until(lambda: text in results(exercise), f"{text!r} is not among the results")


def test_two_cards_by_mouse_then_another_and_back(visit, mirror):
    assert mirror.find(":checked").count() == 0, "nothing is chosen beforehand"
    fill_in(mirror, "person", 2, lines=8)
    assert WORDS["results_wait"] in results(mirror), "of ten scored lines seven are answered"
    fill_in(mirror, "person", 2)
    showing(mirror, "The person: 25 of 100, from 10 of 10 lines.")
    assert "The practitioner:" not in results(mirror)
    mirror.until(lambda: "The person: 25" in mirror.aloud(), "a result is not read out")
    fill_in(mirror, "practitioner", 4)
    showing(mirror, "The practitioner: 75 of 100")
    assert "larger than the assumed measurement error" in results(mirror)
    assert "not yet validated" in results(mirror)
    mirror.find("[data-field=about]").fill("The intake")
    mirror.saved()
    first = mirror.kept()

    mirror.press("another")
    assert mirror.has_focus() == "about"
    mirror.until(lambda: WORDS["another_done"] in mirror.aloud(), "it is not read out")
    assert mirror.find(":checked").count() == 0
    mirror.until(lambda: len(mirror.kept()) == 2, "the card is not kept")
    fill_in(mirror, "person", 3)
    showing(mirror, WORDS["over_time"])
    [table] = mirror.find(".sswp-results table", has_text="Card").all()[-1:]
    rows = table.locator("tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["The intake", "25", "75"],
        ["Card 2", "50", "no score"],
    ]
    assert mirror.kept()[0] == first[0]

    visit.reload()
    assert mirror.state() == "restored"
    assert mirror.find(":checked").count() == 14
    showing(mirror, WORDS["over_time"])
    while len(mirror.kept()) == 2:
        before = len(mirror.history())
        mirror.press("undo")
        mirror.until(lambda b=before: len(mirror.history()) > b, "undo does nothing")
    assert mirror.kept() == mirror.shown() == first


def test_that_it_is_not_validated_stays_in_sight(mirror, page):
    for side, name in (("person", "on_my_side"), ("practitioner", "did_me_good")):
        mirror.find(LINE.format(side=side, name=name)).scroll_into_view_if_needed()
        box = mirror.find(".sswp-validity").bounding_box()
        assert "Not yet validated" in mirror.find(".sswp-validity").inner_text()
        assert 0 <= box["y"] < page.viewport_size["height"] - box["height"]


def test_both_cards_by_keyboard_alone(mirror, page):
    mirror.enter()
    mirror.answer_by_keys()
    mirror.saved()
    showing(mirror, "The practitioner:")
    covered = """() => { const box = document.activeElement.getBoundingClientRect();
      return box.top < document.querySelector('.sswp-validity').getBoundingClientRect().bottom; }"""
    for _ in range(6):
        page.keyboard.press("Shift+Tab")
        mirror.has_focus()
        assert not page.evaluate(covered), "the status lies over the focus"
    mirror.tab_to("[data-act=another]")
    page.keyboard.press("Enter")
    assert mirror.has_focus() == "about"
    page.keyboard.type("d0 round 2")
    mirror.until(lambda: mirror.kept()[-1].get("about") == "d0 round 2", "what was typed is lost")
    mirror.tab_to("[data-act=print-large]")
    page.keyboard.press("Space")
    page.wait_for_function("window.printed?.includes('class=\"large\"')")
    assert mirror.has_focus() == "print-large"


def on_paper(chromium, document, paper):
    """Print a document; count its pages, and those on which the status stands."""
    page = chromium.new_page()
    page.set_content(document)  # paper has no words that can be searched, but it has links
    page.evaluate(
        "for (const s of document.querySelectorAll('.status span'))"
        " s.innerHTML = `<a href='https://example.org'>${s.innerHTML}</a>`"
    )
    printed = page.pdf(format=paper, landscape="size: landscape" in document)
    page.close()
    return len(PAGES.findall(printed)), printed.count(b"/Annots")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_cards_and_sheet_fit_their_paper_and_are_blank(chromium, mirror, threes, page, paper):
    fill_in(mirror, "person", 5, lines=3)
    mirror.find("[data-field=about]").fill("A SECRET WORD")
    mirror.saved()
    sheets = {}
    for exercise, act in ((mirror, "print-cards"), (mirror, "print-large"), (threes, "print")):
        page.evaluate("window.printed = null")
        exercise.press(act)
        page.wait_for_function("window.printed")
        sheets[act] = page.evaluate("window.printed")
    assert page.locator("iframe[data-sswp-sheet]").count() == 1
    assert page.locator("iframe[data-sswp-sheet]").get_attribute("title")
    assert not any("SECRET" in sheet for sheet in sheets.values())
    assert on_paper(chromium, sheets["print-cards"], paper)[0] == 1, "two cards side by side"
    assert on_paper(chromium, sheets["print"], paper) == (4, 0), "text, tallies, three cards each"
    pages, with_status = on_paper(chromium, sheets["print-large"], paper)
    assert with_status == pages, "a page of the large cards does not say that it is not validated"
    assert 4 <= pages <= 10


def test_a_practice_by_keys_with_a_timer_that_only_counts(threes, page):
    threes.enter()
    threes.tab_to("details summary")
    page.keyboard.press("Enter")
    assert threes.find("details").first.get_attribute("open") is not None
    face = threes.find("[role=timer]")
    assert not face.is_visible(), "the timer is there for whoever wants it"
    threes.tab_to("[data-field=timer-shown]")
    page.keyboard.press("Enter")
    assert face.inner_text() == "0:00"
    threes.tab_to("[data-act=timer]")
    page.keyboard.press("Enter")
    threes.until(lambda: face.inner_text() == "0:01", "the timer stands still")
    assert threes.find("[data-act=timer]").inner_text() == words("practice")["pause"]
    page.keyboard.press("Space")
    stopped = face.inner_text()
    page.wait_for_timeout(1200)
    assert face.inner_text() == stopped
    assert (threes.state(), threes.aloud(), threes.history()) == ("untouched", "", [])
    threes.tab_to("[data-act=timer-again]")
    page.keyboard.press("Enter")
    assert face.inner_text() == "0:00"
    threes.tab_to("input[value=round_2]")
    page.keyboard.press("Space")
    threes.saved()
    assert threes.latest() == {"done": ["round_2"]}
    assert threes.find(".sswp-note", has_text="Mirror cards").count() == 1


def test_a_kernel_that_does_not_answer_loses_no_card(visit, mirror):
    fill_in(mirror, "person", 3, lines=2)
    mirror.saved()
    kernel = kernel_of(visit.lab, visit.path)
    kernel.send_signal(signal.SIGSTOP)
    try:
        fill_in(mirror, "practitioner", 3, lines=2)
        mirror.in_state("unsaved")
    finally:
        kernel.send_signal(signal.SIGCONT)
    mirror.saved()
    assert len(mirror.kept()[0]["practitioner"]) == 2


@pytest.mark.parametrize("width", [1400, 320])
def test_no_finding_in_any_state(chromium, lab, width):
    with visitor(chromium, lab, width=width) as visit:
        opened(visit)
        mirror, threes = visit.exercise(MIRROR), visit.exercise(THREES)
        look(visit, "untouched")
        fill_in(mirror, "person", 2)
        showing(mirror, "The person: 25")
        look(visit, "one side")
        fill_in(mirror, "practitioner", 4)
        showing(mirror, "The practitioner: 75")
        mirror.press("another")
        fill_in(mirror, "person", 4)
        showing(mirror, WORDS["over_time"])
        for summary in visit.page.locator("[data-exercise] summary").all():
            summary.click()
        threes.find("[data-act=timer]").click()
        threes.find("input[value=round_1]").check()
        threes.saved()
        look(visit, "two cards, all unfolded, a round done")
        assert visit.page.evaluate(CUT) == []
        assert visit.page.evaluate(TARGETS) == []
