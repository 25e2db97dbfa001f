"""The transcript panel: put in, cover, name the roles, see both sides, keep only numbers."""

import os
import re
import signal

import pytest
from behind import kernel_of, server_log
from learner import visitor
from running_lab import cells_of
from test_axe import CUT, TARGETS, look
from test_keyboard import LETTERS, MOVES
from transcript_panel import HERE, Panel

from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("talk")
KEPT_AS = "02/transcript_numbers"
TOLD = ["555-0134", "quokka@example.org", "12 Wombat Street", "3 May 1984"]
PASTED = (
    "Ines: Is your number still 555-0134?\n"
    "Dalia: Yes. Or write to quokka@example.org, please.\n"
    "Ines: You must tell me where you live.\n"
    "Dalia: At 12 Wombat Street. I was born on 3 May 1984."
)
NOT_READ = {
    "who_said.csv": (b"who said,words\nInes,Hello.\nDalia,Hi.\n", "no column named speaker"),
    "empty.csv": (b"", "nothing in this file"),
    "blank.txt": (b"\n  \n", "nothing in this file"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "not a text file"),
    "report.docx": (b"PK\x03\x04" + bytes(900), "an Excel or Word file"),
    "long.txt": (b"Ines: Again and again.\n" * 600_000, "at most 10 MB"),
    "crowd.txt": ("".join(f"Guest{n}: Hi.\n" for n in range(30)).encode(), "More than 20 people"),
}


@pytest.fixture(scope="module")
def opened(chromium, lab):
    """One page of module 2 for all tests of this file; each puts in its own transcript."""
    with visitor(chromium, lab) as made:
        yield made.open("02")


@pytest.fixture
def panel(opened):
    made = Panel(opened)
    made.area.wait_for()
    yield made
    assert made.find("[role=status]").count() == 1


def traces(visit, *secrets):
    """Say where words that must not leave the page are found: files, browser, log, address."""
    files = [p for p in visit.lab.course.rglob("*") if p.is_file()]
    places = {str(p): p.read_bytes().decode("utf-8", "replace") for p in files}
    places["browser"] = visit.page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])"
    )
    places["log"] = server_log(visit.lab)
    return [place for place, text in places.items() if any(s in text for s in secrets)]


def test_by_keyboard_from_an_example_to_kept_numbers(panel):
    visit, keys = panel.visit, panel.page.keyboard
    notebook = visit.lab.course / visit.path
    before, journal = notebook.read_bytes(), visit.journal.path.read_bytes()
    panel.area.focus()
    panel.tab_to("[data-example=two_desks_shared]")
    keys.press("Enter")
    panel.find("[data-speaker=Tess]").wait_for()
    assert panel.area.input_value().startswith("Tess: Good morning")
    assert "{" not in panel.root.inner_text(), "a number is missing in a sentence"
    assert panel.find("[data-act=profile]").get_attribute("aria-disabled") == "true"
    for name, downs in (("Tess", 1), ("Mr. Silva", 2)):
        panel.tab_to(f"[data-speaker='{name}']")
        for _ in range(downs):
            keys.press("ArrowDown")
    panel.tab_to("[data-act=profile]")
    keys.press("Space")
    panel.find("[data-measure=talk_share]").wait_for()
    the_profile_is_whole(panel)
    keys.press("Control+s")
    assert visit.journal.path.read_bytes() == journal, "nothing is written before keep"
    panel.tab_to("[data-act=keep]")
    keys.press("Enter")
    panel.saying(WORDS["kept"])
    assert panel.find("[data-told]").inner_text() == WORDS["kept"], "said beside the button too"
    assert panel.has_focus()
    only_numbers(visit)
    assert notebook.read_bytes() == before


def the_profile_is_whole(panel):
    assert panel.find("[data-measure]").count() == len(words("talk_measures"))
    for side in ("practitioner", "person"):
        assert re.match(r"\d+% \(\d+% to \d+%\)$", panel.side("talk_share", side))
        assert re.match(r"[\d.]+ \([\d.]+ to [\d.]+\)$", panel.side("turn_words", side))
        missing = panel.side("overlaps", side)
        assert missing.startswith(WORDS["not_defined"]) and "no times" in missing
    assert "stretches of 150 words" in panel.root.inner_text()
    assert WORDS["no_total"] in panel.root.inner_text()


def only_numbers(visit):
    """Check that the journal holds one line, and in it no word of the talk."""
    (entry,) = visit.journal.history(KEPT_AS)
    assert list(entry.response) == ["numbers"]
    for name, sides in entry.response["numbers"].items():
        assert re.fullmatch("[a-z_0-9]+", name)
        for values in sides.values():
            assert all(v is None or isinstance(v, int | float) for v in values)
    assert 0.3 < entry.response["numbers"]["talk_share"]["person"][0] < 0.7
    written = visit.journal.path.read_text("utf-8")
    assert not any(word in written for word in ("Tess", "Silva", "grill", "morning"))


def test_what_was_found_is_covered_one_by_one_and_all_at_once(panel):
    panel.paste(PASTED)
    panel.read(4, 2)
    marked = panel.find("mark").all_text_contents()
    assert [text.rstrip(".") for text in marked] == TOLD
    panel.area.focus()
    panel.tab_to("li:nth-child(2) > button")
    panel.page.keyboard.press("Enter")
    panel.find("mark", has_text=TOLD[1]).wait_for(state="detached")
    assert panel.find("mark").count() == len(TOLD) - 1
    assert panel.has_focus(), "the next line takes the focus"
    assert "[email]" in panel.area.input_value() and TOLD[1] not in panel.area.input_value()
    panel.tab_to("[data-act=mask]")
    panel.page.keyboard.press("Space")
    panel.find("p", has_text=WORDS["check_none"]).wait_for()
    assert panel.has_focus()
    assert not any(told in panel.area.input_value() for told in TOLD)
    panel.choose(Ines="practitioner", Dalia="person")
    panel.profile()
    for side in ("practitioner", "person"):
        text = panel.side("talk_share", side)
        assert text.startswith(WORDS["not_defined"]) and "200" in text, "the reason is there"
    panel.choose(Dalia="other")
    assert panel.find("[data-measure]").count() == 0, "other roles, other numbers"
    assert traces(panel.visit, *TOLD) == []


def put_file(panel, name, content):
    file = {"name": name, "mimeType": "text/plain", "buffer": content}
    panel.find("input[type=file]").set_input_files(file)


def test_files_of_many_programs_are_read(panel):
    table = "speaker;text\r\nZoë;“Hello,” she said.\r\nInes;Good morning.\r\nZoë;Hm.\r\n"
    captions = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ines>Hi.\n\n00:03.000 --> 00:04.000\n<v Bo>Yo."
    )
    for encoding in ("utf-8-sig", "utf-16", "windows-1252"):
        panel.paste("A: One.\nB: Two.")
        panel.read(2, 2)
        put_file(panel, "talk.csv", table.encode(encoding))
        panel.read(3, 2)
        assert panel.find("[data-speaker=Zoë]").count() == 1, encoding
        assert "“Hello,”" in panel.area.input_value()
    put_file(panel, "talk.vtt", captions.encode())
    panel.find("[data-speaker=Bo]").wait_for()


def test_what_cannot_be_read_is_told_and_changes_nothing(panel):
    panel.example()
    panel.choose(Tess="practitioner")
    before = panel.area.input_value()
    for name, (content, sentence) in NOT_READ.items():
        put_file(panel, name, content)
        panel.saying(sentence)
        assert panel.area.input_value() == before, name
        assert panel.find("[data-speaker=Tess]").input_value() == "practitioner", name
    for text in ("", "   "):
        panel.paste(text)
        panel.saying("nothing in this file")
    assert panel.find("[data-speaker=Tess]").input_value() == "practitioner"


def test_one_speaker_alone_has_no_share(panel):
    panel.paste("Ines: I talk to myself.")
    panel.read(1, 1)
    panel.choose(Ines="person")
    panel.profile()
    text = panel.side("talk_share", "person")
    assert text.startswith(WORDS["not_defined"]) and len(text) > len(WORDS["not_defined"]) + 10


def test_no_key_of_the_panel_reaches_the_notebook(panel):
    page = panel.page
    before = cells_of(page)
    panel.paste(PASTED)
    panel.read(4, 2)
    for selector in ("textarea", "li button", "[data-speaker=Ines]", "[data-act=profile]"):
        panel.find(selector).first.focus()
        for key in LETTERS + MOVES:
            page.keyboard.press(key)
        assert panel.has_focus(), selector
    assert cells_of(page) == before
    assert page.locator(".jp-MarkdownCell:not(.jp-mod-rendered)").count() == 0


def test_the_text_outlives_the_kernel(panel):
    visit = panel.visit
    panel.area.fill(PASTED)
    panel.page.keyboard.press("End")
    kernel = kernel_of(visit.lab, visit.path)
    panel.area.evaluate("(node) => { node.dataset.before = ''; }")
    os.kill(kernel.pid, signal.SIGKILL)
    panel.find("textarea:not([data-before])").wait_for(timeout=60_000)
    visit.ready()
    assert panel.area.input_value() == PASTED
    panel.page.wait_for_function(f"document.activeElement.closest('{HERE}') !== null")
    panel.page.keyboard.type(" Thank you.")
    assert panel.area.input_value() == PASTED + " Thank you."
    panel.press("look")
    panel.read(4, 2)


def test_nothing_for_axe_in_any_step(panel):
    visit, page = panel.visit, panel.page
    for width in (1400, 320):
        page.set_viewport_size({"width": width, "height": 1000})
        page.reload()
        visit.ready()
        assert panel.area.input_value() == "", "a closed page forgets the transcript"
        for step in (an_error, something_found, both_sides, kept):
            step(panel)
            look(visit, f"{step.__name__} at {width}", HERE)
            assert page.evaluate(TARGETS) == [], step.__name__
            if width == 320:
                assert page.evaluate(CUT) == [], step.__name__
                assert page.evaluate(
                    "() => [...document.querySelectorAll('.jp-WindowedPanel-outer')]"
                    ".every((node) => node.scrollWidth <= node.clientWidth)"
                ), "the page scrolls sideways"
    page.set_viewport_size({"width": 1400, "height": 1000})


def an_error(panel):
    panel.paste("")
    panel.saying("nothing in this file")


def something_found(panel):
    panel.paste(PASTED)
    panel.find("mark").first.wait_for()


def both_sides(panel):
    panel.example()
    panel.choose(Tess="practitioner", **{"Mr. Silva": "person"})
    panel.profile()


def kept(panel):
    panel.press("keep")
    panel.saying(WORDS["kept"])
