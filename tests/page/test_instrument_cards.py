"""The Mirror and the practice sheet: filled in, kept, printed, by mouse and by keys."""

import re

import pytest
from look import look
from mouse import click

from workbook.words import word, words

MIRROR, THREES = "03/mirror", "03/practice_in_threes"
WORDS = words("instrument")
PAGES = re.compile(rb"/Type /Page\b(?!s)")


@pytest.fixture
def mirror(stage):
    return stage.course(MIRROR)


def fill_in(shown, side, answer, lines=14):
    """Click the same answer on the first lines of a side."""
    for line in shown.find(f"[data-side={side}] [data-item]").all()[:lines]:
        click(line.locator("label > span").nth(answer - 1))
    shown.settle()


def results(shown):
    return shown.find(".sswp-results").inner_text()


def cards(shown):
    return shown.latest()["cards"]


@pytest.mark.slow
def test_two_cards_by_mouse_then_another_and_back(stage, mirror):
    assert mirror.find(":checked").count() == 0, "nothing is chosen beforehand"
    fill_in(mirror, "person", 2, lines=8)
    wait = word("instrument", "results_wait", least=8, scored=10)
    assert wait in results(mirror), "of ten scored lines seven are answered"
    fill_in(mirror, "person", 2)
    [score] = mirror.find(".sswp-result").all_inner_texts()
    assert "25" in score and "10 of 10" in score
    start, _, _ = score.partition(",")
    assert word("instrument", "came", text=start) in mirror.aloud(), "the first score is read out"
    fill_in(mirror, "practitioner", 4)
    scores = mirror.find(".sswp-result").all_inner_texts()
    assert len(scores) == 2 and "75" in scores[1]
    mirror.find("[data-field=about]").fill("The intake")
    mirror.saved()
    first = cards(mirror)
    assert first[0]["about"] == "The intake" and len(first[0]["person"]) == 14

    mirror.press("another")
    assert mirror.find("[data-field=about]").evaluate("(n) => n === document.activeElement")
    assert WORDS["another_done"] in mirror.aloud()
    assert mirror.find(":checked").count() == 0
    assert len(cards(mirror)) == 2
    fill_in(mirror, "person", 3)
    assert WORDS["over_time"] in results(mirror)
    rows = mirror.find(".sswp-results table").last.locator("tbody tr")
    assert [row.split("\t")[:2] for row in rows.all_inner_texts()][0] == ["The intake", "25"]
    assert rows.count() == 2 and cards(mirror)[0] == first[0]

    again = stage.reload(mirror)
    assert again.state() == "restored" and WORDS["over_time"] in results(again)
    assert again.find(":checked").count() == len(cards(again)[1]["person"])
    while len(cards(again)) == 2:
        again.press("undo")
    assert cards(again) == first
    assert again.find("[data-field=about]").input_value() == "The intake"


@pytest.mark.slow
def test_both_cards_by_keyboard_alone(stage, mirror):
    mirror.answer_by_keys()
    assert mirror.find(".sswp-result").count() == 2
    mirror.tab_to("[data-act=another]", "Shift+Tab")
    stage.page.keyboard.press("Enter")
    assert mirror.has_focus() == "about"
    stage.page.keyboard.type("d0 round 2")
    mirror.saved()
    assert cards(mirror)[-1]["about"] == "d0 round 2"
    mirror.tab_to("[data-act=print-large]")
    stage.page.keyboard.press("Space")
    assert mirror.has_focus() == "print-large"


def test_that_it_is_not_validated_is_said_at_the_top_and_beside_the_results(stage, mirror):
    badge = mirror.find(".sswp-validity")
    assert badge.inner_text() == stage.widgets[mirror.name].spec["badge"]
    assert badge.evaluate("(node) => getComputedStyle(node).position") == "sticky"
    mirror.find("[data-side=practitioner] [data-item]").last.scroll_into_view_if_needed()
    assert 0 <= badge.bounding_box()["y"] < 400
    fill_in(mirror, "person", 2)
    status = mirror.find(".sswp-results > .sswp-quiet").all_inner_texts()
    assert any(text for text in status)


def test_a_program_that_does_not_answer_loses_no_card(stage, mirror):
    fill_in(mirror, "person", 3, lines=2)
    stage.modes(save="deaf")
    fill_in(mirror, "practitioner", 3, lines=2)
    stage.pass_time(2600)
    assert mirror.state() == "unsaved"
    stage.modes()
    stage.pass_time(4100)
    mirror.saved()
    assert len(cards(mirror)[0]["practitioner"]) == 2


def test_a_practice_by_keys_with_a_timer_that_only_counts(stage):
    threes = stage.course(THREES)
    keys = stage.page.keyboard
    face = threes.find("[role=timer]")
    assert not face.is_visible(), "the timer is there for whoever wants it"
    threes.enter()
    threes.tab_to("[data-field=timer-shown]")
    keys.press("Enter")
    assert face.inner_text() == "0:00"
    threes.tab_to("[data-act=timer]")
    keys.press("Enter")
    stage.pass_time(61_300)
    assert face.inner_text() == "1:01"
    assert threes.find("[data-act=timer]").inner_text() == words("practice")["pause"]
    keys.press("Space")
    stage.pass_time(5000)
    assert face.inner_text() == "1:01", "it stands still"
    keys.press("Enter")
    stage.pass_time(1000)
    assert face.inner_text() == "1:02"
    assert (threes.state(), threes.aloud(), threes.history()) == ("untouched", "", [])
    threes.tab_to("[data-act=timer-again]")
    keys.press("Enter")
    assert face.inner_text() == "0:00"
    threes.tab_to("input[value=round_2]")
    keys.press("Space")
    threes.saved()
    assert threes.latest() == {"done": ["round_2"]}
    assert threes.find(".sswp-note").count() >= 1


def test_a_timer_ends_with_its_view(stage):
    threes = stage.course(THREES)
    click(threes.find("[data-field=timer-shown]"))
    click(threes.find("[data-act=timer]"))
    face = threes.find("[role=timer]").element_handle()
    stage.pass_time(1300)
    stage.leave(threes.place)
    text = face.text_content()
    stage.pass_time(9000)
    assert face.text_content() in (text, "0:01", "0:02")


# On paper -----------------------------------------------------------------------------------
def sheet_of(stage, shown, act):
    """Press a button that prints; give the document that would go to paper."""
    click(shown.find(f"[data-act={act}]"))
    frame = stage.page.locator("iframe[data-sswp-sheet]")
    assert frame.count() == 1 and frame.get_attribute("title")
    assert frame.get_attribute("aria-hidden") == "true"
    return frame.get_attribute("srcdoc")


def on_paper(browser, document, paper):
    """Print a document; count its pages, and those on which the status stands."""
    page = browser.new_page()
    page.set_content(document)  # paper has no words that can be searched, but it has links
    page.evaluate(
        "for (const s of document.querySelectorAll('.status span'))"
        " s.innerHTML = `<a href='https://example.org'>${s.innerHTML}</a>`"
    )
    printed = page.pdf(format=paper, landscape="size: landscape" in document)
    page.close()
    return len(PAGES.findall(printed)), printed.count(b"/Annots")


@pytest.fixture
def sheets(stage, mirror):
    fill_in(mirror, "person", 5, lines=3)
    mirror.find("[data-field=about]").fill("A SECRET WORD")
    mirror.saved()
    found = {act: sheet_of(stage, mirror, act) for act in ("print-cards", "print-large")}
    return found | {"print": sheet_of(stage, stage.course(THREES), "print")}


@pytest.mark.slow
def test_cards_and_sheet_fit_their_paper_and_are_blank(stage, sheets):
    assert not any("SECRET" in sheet for sheet in sheets.values())
    browser = stage.page.context.browser
    for paper in ("A4", "Letter"):
        assert on_paper(browser, sheets["print-cards"], paper)[0] == 1, "two cards side by side"
        assert on_paper(browser, sheets["print"], paper) == (4, 0), "text, tallies, three cards"
        pages, with_status = on_paper(browser, sheets["print-large"], paper)
        assert with_status == pages, "a page of the large cards hides that it is not validated"
        assert 4 <= pages <= 10


def test_a_printed_sheet_is_a_whole_document_that_asks_for_nothing(stage, sheets):
    for sheet in sheets.values():
        assert sheet.startswith("<!doctype html>") and "<title>" in sheet
        assert not re.search(r"(src|href)=", sheet) and "@import" not in sheet
        assert "<script" not in sheet


@pytest.mark.slow
def test_nothing_is_found_with_two_cards_and_all_unfolded(stage, mirror):
    fill_in(mirror, "person", 2)
    fill_in(mirror, "practitioner", 4)
    look(stage, "both sides")
    mirror.press("another")
    fill_in(mirror, "person", 4)
    threes = stage.course(THREES)
    for shown in (mirror, threes):
        for summary in shown.find("summary").all():
            click(summary)
    click(threes.find("[data-act=timer]"))
    look(stage, "two cards, all unfolded, the timer runs")
