"""The transcript panel: put in, cover, name the roles, see both sides, keep only numbers."""

import re

import pytest
from look import look
from mouse import click

from workbook.widgets.transcript import TranscriptWidget
from workbook.words import word, words

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
    "who_said.csv": b"topic,words\nInes,Hello.\nDalia,Hi.\n",
    "empty.csv": b"",
    "blank.txt": b"\n  \n",
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
    "report.docx": b"PK\x03\x04" + bytes(900),
    "crowd.txt": "".join(f"Guest{n}: Hi.\n" for n in range(600)).encode(),
}


class Panel:
    """The panel on the bare page."""

    def __init__(self, stage):
        self.stage, self.page = stage, stage.page
        self.root = stage.panel(TranscriptWidget(stage.desk))
        self.area = self.find("textarea")

    def find(self, selector, **which):
        return self.root.locator(selector, **which)

    def press(self, act):
        click(self.find(f"[data-act={act}]"))
        self.stage.quiet()

    def said(self):
        return self.find("[role=status]").inner_text()

    def paste(self, text):
        self.area.fill(text)
        self.press("look")

    def example(self, name="two_desks_shared"):
        click(self.find(f"[data-example={name}]"))
        self.stage.quiet()

    def choose(self, **roles):
        for name, role in roles.items():
            self.find(f"[data-speaker='{name}']").select_option(role)

    def put_file(self, name, content):
        file = {"name": name, "mimeType": "text/plain", "buffer": content}
        self.stage.put_file(self.find("input[type=file]"), file)

    def side(self, measure, side):
        label = WORDS[f"role_{side}"]
        return self.find(f"[data-measure={measure}] [data-column='{label}']").inner_text()

    def has_focus(self):
        return self.root.evaluate(
            "(n) => n !== document.activeElement && n.contains(document.activeElement)"
        )

    def tab_to(self, selector):
        """Press Tab until the focus is on a match; every stop must be in the panel and seen."""
        for _ in range(80):
            self.page.keyboard.press("Tab")
            assert self.has_focus(), f"the focus left before {selector}"
            node = self.page.locator(":focus")
            assert node.evaluate("(n) => parseFloat(getComputedStyle(n).outlineWidth)") > 0
            if node.evaluate("(n, s) => n.matches(s)", selector):
                return
        raise AssertionError(f"Tab never reaches {selector}")


@pytest.fixture
def panel(stage):
    made = Panel(stage)
    yield made
    assert made.find("[role=status]").count() == 1


def test_by_keyboard_from_an_example_to_kept_numbers(panel):
    keys, stage = panel.page.keyboard, panel.stage
    panel.area.focus()
    panel.tab_to("[data-example=two_desks_shared]")
    keys.press("Enter")
    stage.quiet()
    assert panel.area.input_value().startswith("Tess: Good morning")
    assert "{" not in panel.root.inner_text(), "a number is missing in a sentence"
    assert panel.find("[data-act=profile]").get_attribute("aria-disabled") == "true"
    for name, downs in (("Tess", 1), ("Mr. Silva", 2)):
        panel.tab_to(f"[data-speaker='{name}']")
        for _ in range(downs):
            keys.press("ArrowDown")
    panel.tab_to("[data-act=profile]")
    keys.press("Space")
    stage.quiet()
    the_profile_is_whole(panel)
    assert not stage.journal.count(), "nothing is written before keep"
    panel.tab_to("[data-act=keep]")
    keys.press("Enter")
    stage.quiet()
    assert panel.said() == panel.find("[data-told]").inner_text() == WORDS["kept"]
    assert panel.has_focus()
    only_numbers(stage.journal)


def the_profile_is_whole(panel):
    assert panel.find("[data-measure]").count() == len(words("talk_measures"))
    for side in ("practitioner", "person"):
        assert re.match(r"\d+% \(\d+% to \d+%\)$", panel.side("talk_share", side))
        assert re.match(r"[\d.]+ \([\d.]+ to [\d.]+\)$", panel.side("turn_words", side))
        assert panel.side("overlaps", side).startswith(WORDS["not_defined"])
    assert WORDS["no_total"] in panel.root.inner_text()


def only_numbers(journal):
    """Check that the journal holds one line, and in it no word of the talk."""
    (entry,) = journal.history(KEPT_AS)
    assert list(entry.response) == ["numbers"]
    for name, sides in entry.response["numbers"].items():
        assert re.fullmatch("[a-z_0-9]+", name)
        for values in sides.values():
            assert all(v is None or isinstance(v, int | float) for v in values)
    written = journal.path.read_text("utf-8")
    assert not any(text in written for text in ("Tess", "Silva", "grill", "morning"))


def test_what_was_found_is_covered_one_by_one_and_all_at_once(panel):
    panel.paste(PASTED)
    assert panel.said() == word("talk", "read", turns=4, speakers=2)
    panel.choose(Dalia="person")
    assert panel.find("[data-label]").count() == 2, "the labels tell who speaks"
    assert [text.rstrip(".") for text in panel.find("mark").all_text_contents()] == TOLD
    panel.area.focus()
    panel.tab_to("li:nth-child(4) > button")
    panel.page.keyboard.press("Enter")
    panel.stage.quiet()
    assert panel.find("mark").count() == len(TOLD) - 1
    assert panel.has_focus(), "the next line takes the focus"
    assert "[email]" in panel.area.input_value() and TOLD[1] not in panel.area.input_value()
    panel.tab_to("[data-act=mask]")
    panel.page.keyboard.press("Space")
    panel.stage.quiet()
    assert panel.find("p", has_text=WORDS["check_none"]).is_visible() and panel.has_focus()
    assert not any(told in panel.area.input_value() for told in TOLD)
    held = panel.page.evaluate("JSON.stringify(window.__sswpTranscript)")
    everywhere = held + panel.area.input_value() + panel.root.inner_text()
    assert not any(text in everywhere for text in ("Ines", "Dalia", *TOLD)), "also in the memory"
    first, second = (word("talk_people", "stand_in", letter=letter) for letter in "AB")
    assert panel.find(f"[data-speaker='{second}']").input_value() == "person", "the role stays"
    panel.choose(**{first: "practitioner"})
    panel.press("profile")
    for side in ("practitioner", "person"):
        text = panel.side("talk_share", side)
        assert text.startswith(WORDS["not_defined"]) and "200" in text, "the reason is there"
    panel.choose(**{second: "other"})
    assert panel.find("[data-measure]").count() == 0, "other roles, other numbers"
    stored = panel.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert not any(told in stored for told in TOLD)
    assert not panel.stage.journal.path.exists() or not panel.stage.journal.count()


def test_what_was_missed_is_written_in_and_covered(panel):
    panel.paste("Ines: The blue binder is gone.\nDalia: Which Blue one?")
    field = panel.find("[data-field=also]")
    for text, sent in (("nowhere", True), ("   ", False)):
        field.fill(text)
        field.press("Enter")
        panel.stage.quiet()
        assert (panel.said() == word("talk", "also_none", text=text)) == sent or not sent
        assert "blue binder" in panel.area.input_value()
    field.fill("blue")
    panel.press("also")
    assert "lue" not in panel.area.input_value()


def test_the_panel_says_what_it_finds_kind_by_kind(panel):
    panel.paste(PASTED)
    table = panel.find("[data-part=found]")
    click(table.locator("summary"))
    text = table.inner_text()
    assert all(kind in text for kind in words("talk_found").values())


def test_files_of_many_programs_are_read(panel):
    table = "speaker;text\r\nZoë;“Hello,” she said.\r\nInes;Good morning.\r\nZoë;Hm.\r\n"
    captions = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ines>Hi.\n\n00:03.000 --> 00:04.000\n<v Bo>Yo."
    )
    for encoding in ("utf-8-sig", "utf-16", "windows-1252"):
        panel.paste("A: One.\nB: Two.")
        assert panel.said() == word("talk", "read", turns=2, speakers=2)
        panel.put_file("talk.csv", table.encode(encoding))
        assert panel.said() == word("talk", "read", turns=3, speakers=2), encoding
        assert panel.find("[data-speaker=Zoë]").count() == 1, encoding
        assert "“Hello,”" in panel.area.input_value()
    panel.put_file("talk.vtt", captions.encode())
    assert panel.find("[data-speaker=Bo]").count() == 1


def test_what_cannot_be_read_is_told_and_changes_nothing(panel):
    panel.example()
    panel.choose(Tess="practitioner")
    before, last = panel.area.input_value(), panel.said()
    for name, content in NOT_READ.items():
        panel.put_file(name, content)
        assert panel.said() and (panel.said() != last or name == "blank.txt"), name
        assert panel.area.input_value() == before, name
        assert panel.find("[data-speaker=Tess]").input_value() == "practitioner", name
        last = panel.said()
    for text in ("", "   "):
        panel.paste(text)
        assert panel.said() != word("talk", "read", turns=0, speakers=0)
    assert panel.find("[data-speaker=Tess]").input_value() == "practitioner"


def test_one_speaker_alone_has_no_share(panel):
    panel.paste("Ines: I talk to myself.")
    assert panel.said() == word("talk", "read", turns=1, speakers=1)
    panel.choose(Ines="person")
    panel.press("profile")
    text = panel.side("talk_share", "person")
    assert text.startswith(WORDS["not_defined"]) and len(text) > len(WORDS["not_defined"]) + 10


def test_the_text_outlives_its_view_and_not_the_page(panel):
    stage = panel.stage
    panel.area.fill(PASTED)
    panel.page.keyboard.press("End")
    stage.clear_views()
    stage.restart()
    again = Panel(stage)
    assert again.area.input_value() == PASTED
    assert again.has_focus()
    panel.page.keyboard.type(" Thank you.")
    assert again.area.input_value() == PASTED + " Thank you."
    stage.open()
    panel.root = Panel(stage).root
    assert panel.find("textarea").input_value() == "", "a closed page forgets the transcript"


def test_a_second_answer_takes_no_focus_from_what_is_being_chosen(panel):
    panel.paste(PASTED)
    panel.find("[data-speaker=Dalia]").focus()
    panel.stage.ask_again = panel.stage.sent(panel.root.name, "look")[-1]
    widget = panel.stage.widgets[panel.root.name]
    widget._handle_custom_msg(panel.stage.ask_again, [])
    panel.stage.push()
    assert panel.page.evaluate("document.activeElement.dataset.speaker") == "Dalia"


def an_error(panel):
    panel.paste("")


def something_found(panel):
    panel.paste(PASTED)


def both_sides(panel):
    panel.example()
    panel.choose(Tess="practitioner", **{"Mr. Silva": "person"})
    panel.press("profile")


def kept(panel):
    panel.press("keep")


def test_nothing_is_found_in_any_step(panel):
    for step in (an_error, something_found, both_sides, kept):
        step(panel)
        look(panel.stage, step.__name__)
