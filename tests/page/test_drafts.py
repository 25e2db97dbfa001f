"""Words kept in the browser: what they build on decides which is newer, and never a clock."""

from itertools import product

import pytest
from sweep import first
from ways import SHORT, Learner, erase

from workbook.words import words

WORDS = words("exercise")
BEHIND, AHEAD = -120_000, 120_000
YEAR = 365 * 86_400_000


@pytest.fixture
def writer(stage):
    """A learner who writes, in the sample of `reflection`."""
    yield Learner(stage, "reflection")
    stage.page.evaluate("() => { Date.now = window.trueNow ?? Date.now; }")


def shift(writer, milliseconds):
    """Set the clock of the browser to another time; that of the journal stays."""
    writer.stage.page.evaluate(
        "(by) => { const now = (window.trueNow ??= Date.now); Date.now = () => now() + by; }",
        milliseconds,
    )


def write(shown, text):
    shown.find("textarea").first.fill(text)


def written(writer):
    return writer.shown.find("textarea").first.input_value()


def texts(writer):
    return [each.get("texts", {}).get("moment") for each in writer.shown.history()]


def other_answers(writer, text):
    """Answer in another window, of which this page hears nothing."""
    made = writer.shown.made
    writer.stage.journal.save(made.id, {"texts": {"moment": text}}, edition=made.edition)


def close(writer):
    writer.stage.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    writer.stage.quiet()
    writer.stage.modes()
    writer.stage.restart()
    writer.stage.open()


def saved(writer, text):
    write(writer.shown, text)
    writer.stage.pass_time(600)
    assert writer.at() == "saved"


def left(writer, text):
    """Type words that no program hears."""
    writer.stage.modes(all="deaf")
    write(writer.shown, text)
    writer.stage.pass_time(600)


CLOCKS = list(product([0, BEHIND, AHEAD, YEAR], [0, BEHIND, AHEAD, -YEAR, YEAR]))


@pytest.mark.parametrize("clocks", first(3, CLOCKS))
def test_newer_words_come_back_whatever_the_clock_says(writer, clocks):
    first, then = clocks
    writer.open()
    shift(writer, first)
    saved(writer, "older")
    left(writer, "newer")
    close(writer)
    shift(writer, then)
    writer.open()
    assert written(writer) == "newer" and writer.shown.said() == WORDS["recovered"]
    writer.stage.pass_time(SHORT)
    assert texts(writer) == ["older", "newer"] and writer.shown.drafts() == []


@pytest.mark.parametrize("clock", first(1, [0, BEHIND, AHEAD]))
def test_an_answer_that_was_written_but_never_acknowledged_is_older_too(writer, clock):
    """The journal has it, the page never heard so, and went on writing."""
    writer.open()
    shift(writer, clock)
    writer.stage.modes(save="hold")
    write(writer.shown, "half a")
    writer.stage.pass_time(600)
    assert texts(writer) == ["half a"]
    writer.stage.modes(all="deaf")
    write(writer.shown, "half a sentence")
    close(writer)
    writer.open()
    assert written(writer) == "half a sentence"
    assert texts(writer) == ["half a", "half a sentence"]
    close(writer)
    writer.open()
    assert written(writer) == "half a sentence" and len(texts(writer)) == 2


def test_a_save_that_is_sent_again_to_a_new_program_is_written_once(writer):
    writer.open()
    writer.stage.modes(save="hold")
    write(writer.shown, "once")
    writer.stage.pass_time(600)
    sent = writer.stage.sent(writer.shown.name, "save")[0]
    writer.stage.modes()
    writer.stage.leave(writer.shown.place)
    writer.stage.restart()
    writer.open()
    writer.stage.widgets[writer.shown.name]._handle_custom_msg(sent, [])
    assert texts(writer) == ["once"]


@pytest.mark.parametrize("clock", first(1, [0, BEHIND, AHEAD]))
@pytest.mark.parametrize("draft_first", [True, False])
def test_answers_that_know_nothing_of_each_other_are_compared_by_one_clock(
    writer, clock, draft_first
):
    writer.open()
    other_answers(writer, "base")
    writer.reopen()
    shift(writer, clock)
    close(writer)
    shift(writer, clock)
    writer.open()
    if not draft_first:
        other_answers(writer, "other")
        writer.stage.pass_time(1000)
    left(writer, "draft")
    writer.stage.pass_time(1000)
    if draft_first:
        other_answers(writer, "other")
    close(writer)
    shift(writer, clock)
    writer.open()
    writer.stage.pass_time(SHORT)
    newest = "other" if draft_first else "draft"
    assert written(writer) == newest == texts(writer)[-1]
    assert sorted(texts(writer)) == ["base", "draft", "other"]
    if draft_first:
        assert WORDS["recovered_older"] in writer.shown.find("[data-older]").inner_text()
        writer.press("show-older")
        writer.stage.pass_time(SHORT)
        assert written(writer) == "draft" == texts(writer)[-1]
    else:
        assert writer.at() == "both"


@pytest.mark.parametrize("clock", first(1, [0, BEHIND, AHEAD, -YEAR]))
def test_words_that_build_on_an_answer_the_file_has_lost_are_newer(writer, clock):
    writer.open()
    saved(writer, "one")
    older = writer.stage.journal.path.read_bytes()
    saved(writer, "one two")
    shift(writer, clock)
    left(writer, "one two three")
    close(writer)
    writer.stage.journal.path.write_bytes(older)
    writer.open()
    writer.stage.pass_time(SHORT)
    assert written(writer) == "one two three" and texts(writer) == ["one", "one two three"]


def test_two_views_of_one_exercise_keep_a_draft_each(writer):
    first = writer.open()
    second = writer.stage.again(first)
    second.until_open()
    writer.stage.modes(all="deaf")
    write(first, "of the first")
    write(second, "of the second")
    writer.stage.pass_time(600)
    kept = {draft["texts"]["moment"] for draft in first.drafts()}
    assert kept == {"of the first", "of the second"}
    close(writer)
    writer.open()
    writer.stage.pass_time(SHORT)
    assert written(writer) == "of the second"
    assert set(texts(writer)) == kept and writer.shown.drafts() == []


def test_a_view_that_opens_beside_another_leaves_its_words_alone(writer):
    first = writer.open()
    writer.stage.modes(save="deaf")
    write(first, "still being written")
    second = writer.stage.again(first)
    second.until_open()
    assert second.find("textarea").first.input_value() == ""
    assert len(first.drafts()) == 1
    writer.stage.leave(first.place)
    writer.stage.modes()
    writer.open()
    assert written(writer) == "still being written"


def test_an_answer_that_the_file_has_lost_is_told_and_can_be_saved_again(writer):
    writer.open()
    saved(writer, "one")
    older = writer.stage.journal.path.read_bytes()
    saved(writer, "one two")
    writer.stage.journal.path.write_bytes(older)
    writer.look()
    writer.look()
    [said] = writer.shown.find("[data-lost]").all_inner_texts()
    assert WORDS["lost"] in said and written(writer) == "one two"
    assert texts(writer) == ["one"], "what may have been erased on purpose is not written by itself"
    writer.press("save-again")
    assert texts(writer) == ["one", "one two"]
    assert writer.shown.find("[data-lost]").count() == 0
    writer.look()
    assert writer.shown.find("[data-lost]").count() == 0


def test_an_answer_that_was_erased_here_is_not_called_lost(writer):
    writer.open()
    saved(writer, "one")
    erase(writer)
    writer.look()
    assert writer.at() == "erased" and writer.shown.find("[data-lost]").count() == 0


HALF = """(area) => { area.value = 'half \ud83d of it'; area.dispatchEvent(new Event('input')); }"""


def test_half_a_character_stops_no_save_and_no_draft(writer):
    writer.open()
    writer.shown.find("textarea").first.evaluate(HALF)
    writer.stage.pass_time(600)
    assert writer.at() == "saved" and not writer.shown.drafts()
    assert texts(writer) == ["half \ufffd of it"]
    writer.stage.modes(all="deaf")
    write(writer.shown, "newer")
    writer.stage.page.evaluate(
        """() => Object.entries(localStorage).filter(([key]) => key.startsWith('sswp:')).forEach(
            ([key, kept]) => { localStorage[key] = kept.replace('newer', 'new \\ud83d'); })"""
    )
    close(writer)
    writer.open()
    assert written(writer) == "new \ufffd" and writer.at() == "recovered"
    assert not writer.shown.drafts()
