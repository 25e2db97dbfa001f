"""The transcript panel reads what tools write, asks about what is unsure, and hides nothing."""

import pytest
from look import look
from mouse import click
from test_transcript_steps import Panel

from workbook.words import word, words

WORDS = words("talk")
UNSURE = "Bo: What do you need?\nAmadou: Two things.\nFirst: the heating.\nAmadou: And the bus.\n"
TEAMS = (
    b"WEBVTT\n\n00:00:05.790 --> 00:00:09.514\n<v Ruiz, Lena>How was\nthe week?</v>\n\n"
    b"00:00:12.000 --> 00:00:14.000\n<v Diallo, Amadou>Hard. First: the heating.</v>\n\n"
    b"00:00:11.500 --> soon\n<v Ruiz, Lena>Mm-hmm.</v>\n"
)


@pytest.fixture
def panel(stage):
    return Panel(stage)


def shows(panel, text):
    return panel.find("p, li, span", has_text=text).first.is_visible()


def test_an_unsure_line_is_asked_about_once(panel):
    panel.paste(UNSURE)
    line = panel.find("[data-asked=First]")
    assert "First: the heating." in line.inner_text()
    assert line.locator("[data-voice=false]").get_attribute("aria-pressed") == "true"
    assert panel.find("[data-speaker=First]").count() == 0
    click(line.locator("[data-voice=true]"))
    panel.stage.quiet()
    assert panel.find("[data-asked]").count() == 0
    assert panel.find("[data-speaker=First]").count() == 1
    panel.press("look")
    assert panel.find("[data-speaker=First]").count() == 1, "the text itself says it now"
    assert panel.find("[data-asked]").count() == 0


def test_words_that_go_on_stay_so(panel):
    panel.paste(UNSURE)
    click(panel.find("[data-asked=First] [data-voice=false]"))
    panel.stage.quiet()
    for _ in range(2):
        assert panel.find("[data-asked]").count() == 0
        assert panel.find("select").count() == 2
        panel.press("look")


def test_a_file_of_teams_is_read_and_its_slip_is_said(panel):
    panel.put_file("meeting.vtt", TEAMS)
    assert panel.said() == word("talk", "read", turns=3, speakers=2)
    note = word("talk_notes", "no_time", row=10, time="soon")
    assert panel.find("[data-part=notes] li").all_text_contents() == [note]
    before = panel.find("select").count()
    panel.press("look")
    assert panel.said() == word("talk", "read", turns=3, speakers=2)
    assert panel.find("select").count() == before
    assert panel.find("[data-part=notes]").count() == 0


def test_an_interpreted_call_shows_both_sides(panel):
    panel.example("intake_call")
    panel.choose(Renata="practitioner", Yonas="interpreter", **{"Ms. Alemu": "person"})
    panel.press("profile")
    for side in ("practitioner", "person"):
        assert "%" in panel.side("talk_share", side)
        assert panel.side("talk_distance", side)[:1] in "+-"
    assert panel.find("[data-part=apart]").count() == 1
    assert panel.find("[data-held=interpreter]").count() == 0


def test_a_group_has_its_evenness(panel):
    panel.example("family_visit")
    speakers = panel.find("select").all()
    for n, select in enumerate(speakers):
        select.select_option("person" if n else "practitioner")
    panel.press("profile")
    assert panel.find("[data-part=apart]").count() == (1 if len(speakers) > 2 else 0)


@pytest.mark.slow
def test_a_long_talk_says_so_and_gives_its_ranges_when_asked(panel):
    lines = ["Bo: What do you need now?", "Amadou: The heating is out."]
    panel.put_file("long.txt", "\n".join(lines * 2_600).encode())
    assert panel.said() == word("talk", "read", turns=5200, speakers=2)
    panel.choose(Bo="practitioner", Amadou="person")
    panel.press("profile")
    assert "(" not in panel.side("turn_words", "person")
    assert panel.find(".sswp-turns").count() == 0
    assert shows(panel, WORDS["quick"])
    panel.press("intervals")
    assert not panel.find("[data-act=intervals]").count()


def test_what_is_asked_and_said_can_be_seen_by_all(panel):
    panel.paste("A visit\n\n" + UNSURE)
    look(panel.stage, "asked")
    panel.example("intake_call")
    panel.choose(Renata="practitioner", Yonas="interpreter", **{"Ms. Alemu": "person"})
    panel.press("profile")
    look(panel.stage, "interpreted")


def test_the_caret_comes_back_though_python_is_quicker_than_the_page(stage):
    """JupyterLab makes a view before its output is on the page; a slow one answers in between."""
    panel = Panel(stage)
    panel.area.fill("Ines: What matters")
    panel.area.press("End")
    stage.leave(panel.root.evaluate("(node) => node.parentElement.id"))
    stage.modes(open="hold")
    again = Panel(stage)
    stage.page.evaluate("(window.away = document.querySelector('main').lastElementChild).remove()")
    stage.release()
    stage.page.evaluate("document.querySelector('main').append(away)")
    stage.pass_time(100)
    again.page.keyboard.type(" most?")
    assert again.area.input_value() == "Ines: What matters most?"
