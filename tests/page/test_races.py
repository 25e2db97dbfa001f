"""Answers that cross, pages that close, two views, two windows: no word is lost, none is untrue."""

from mouse import click
from samples import text_of
from ways import SHORT, Learner, erase
from writing import areas, close_and_open, texts, write, written

from workbook.content.reader import parse_exercise
from workbook.words import words

WORDS = words("exercise")
QUIET = {"opening", "untouched", "erased"}


def test_an_answer_to_older_words_does_not_say_that_newer_ones_are_saved(writer):
    writer.open()
    writer.stage.modes(save="hold")
    write(writer, "old")
    writer.stage.pass_time(600)
    write(writer, "older, now newer")
    writer.stage.release()
    assert (writer.at(), writer.shown.said()) == ("draft", WORDS["draft"])
    assert writer.shown.drafts() == [{"texts": {"moment": "older, now newer"}}]
    writer.stage.pass_time(600)
    assert (writer.at(), texts(writer)) == ("saved", ["old", "older, now newer"])
    assert writer.shown.drafts() == []


def test_two_answers_on_their_way_and_the_first_comes_last(writer):
    writer.open()
    writer.stage.modes(save="hold")
    for text in ("one", "two"):
        write(writer, text)
        writer.stage.pass_time(600)
    writer.stage.modes()
    held = writer.stage.page.evaluate("bare.held.splice(0)")
    saved = [[name, message] for name, message in held if message["did"] == "saved"]
    for answer in saved[::-1]:
        writer.stage.page.evaluate("(found) => bare.deliver(found)", [answer])
        assert writer.shown.said() == WORDS["saved"]
    assert texts(writer) == ["one", "two"]
    assert written(writer) == "two" and writer.shown.drafts() == []


def test_erased_while_an_answer_is_on_its_way(learner):
    learner.open()
    learner.stage.modes(save="hold")
    learner.answer()
    erase(learner)
    assert learner.at() == "erased" and learner.shown.drafts() == []
    learner.stage.release()
    assert learner.at() == "erased" and learner.shown.said() == ""
    assert learner.shown.history() == []
    learner.answer()
    assert learner.at() == "saved" and len(learner.shown.history()) == 1


def test_an_answer_written_just_after_the_erasing_is_shown(learner):
    """The page said “erased” already, but the journal holds an answer: what it shows is true."""
    learner.open()
    widget = learner.stage.widgets[learner.shown.name]
    learner.stage.modes(save="deaf")
    learner.answer()
    lost = learner.stage.sent(learner.shown.name, "save")[0]
    learner.stage.modes()
    erase(learner)
    widget._handle_custom_msg(lost, [])
    learner.stage.push()
    learner.stage.quiet()
    assert learner.at() == "restored"
    assert (
        learner.shown.find("[data-item]").first.get_attribute("data-item")
        == (learner.shown.latest()["order"][0])
    )


def test_a_page_closed_while_nobody_answers_opens_with_the_words(writer):
    writer.open()
    writer.stage.modes(all="deaf")
    write(writer, "I left in the mid")
    close_and_open(writer)
    assert written(writer) == "I left in the mid"
    assert (writer.shown.state(), writer.shown.said()) == ("restored", WORDS["recovered"])
    assert texts(writer) == ["I left in the mid"] and writer.shown.drafts() == []


def test_a_page_closed_in_the_middle_of_a_sentence_sends_it(writer):
    writer.open()
    write(writer, "I left in the mid")
    close_and_open(writer)
    assert written(writer) == "I left in the mid"
    assert WORDS["restored"] in writer.shown.said()
    assert texts(writer) == ["I left in the mid"]


def test_an_option_that_was_looked_at_counts_when_the_page_closes(stage):
    chooser = Learner(stage, "choice")
    chooser.open().find("input").first.focus()
    stage.page.keyboard.press("ArrowDown")
    assert chooser.shown.history() == [] and chooser.at() == "untouched"
    close_and_open(chooser)
    [answer] = chooser.shown.history()
    assert chooser.shown.find(f"input[value={answer['chosen'][0]}]").is_checked()


def test_older_words_of_another_page_go_to_the_journal(learner):
    learner.open()
    learner.plant_draft()
    learner.stage.pass_time(1000)
    learner.other_answers()
    learner.reopen()
    assert learner.shown.heard().startswith(WORDS["recovered_older"])
    assert len(learner.shown.history()) == 2 and learner.shown.drafts() == []
    assert WORDS["restored"] in learner.shown.said()


def test_words_typed_before_the_answer_is_back_are_not_written_over(learner):
    learner.open()
    before = learner.other_answers()
    learner.stage.clear_views()
    learner.stage.modes(open="hold")
    learner.shown = learner.stage.exercise("rank", busy=True)
    learner.answer()
    mine = learner.shown.shown()
    learner.stage.release()
    learner.stage.pass_time(SHORT)
    assert learner.shown.shown() == mine
    assert learner.shown.root.get_attribute("aria-busy") == "false"
    assert len(learner.shown.history()) == 2
    learner.press("undo")
    learner.press("undo")
    assert learner.shown.latest() == before.response, "the answer of before can be had back"


def test_no_word_can_be_typed_before_the_answer_is_back(writer):
    writer.stage.modes(open="deaf")
    writer.open(busy=True)
    assert not areas(writer).first.is_editable()
    writer.stage.pass_time(3100)
    assert areas(writer).first.is_editable(), "a kernel that never answers does not lock the page"


def test_two_views_of_one_model(writer):
    first = writer.open()
    second = writer.stage.again(first)
    second.until_open()
    write(writer, "from the first")
    writer.stage.pass_time(600)
    assert first.said() == WORDS["saved"]
    assert second.find("[data-elsewhere]").count() == 1
    assert second.said().startswith(WORDS["elsewhere"].split("{")[0])
    second.find("[data-act=show-other]").focus()
    writer.stage.page.keyboard.press("Enter")
    writer.stage.quiet()
    assert second.find("textarea").first.input_value() == "from the first"
    assert second.find("[data-elsewhere]").count() == 0
    assert second.has_focus() == "undo"
    assert len(first.history()) == 1


def test_an_answer_that_is_brought_in_is_shown_unless_somebody_has_answered_here(stage):
    learner = Learner(stage, "choice")
    first, second = learner.open(), stage.again(learner.shown)
    second.until_open()
    response = {"chosen": [first.find("[data-choice]").last.get_attribute("data-choice")]}
    click(second.find("label > span").first)
    second.settle()
    made = learner.shown.made
    entry = stage.journal.save(made.id, response, edition=made.edition)
    stage.tell(first.name, {"did": "brought"})
    stage.quiet()
    assert stage.journal.latest(made.id) == entry
    assert first.find(":checked").get_attribute("value") == response["chosen"][0]
    assert second.find("[data-elsewhere]").is_visible()


def test_two_windows_both_answers_are_kept(stage):
    """Two widgets with one journal, as two tabs have them."""
    learner = Learner(stage, "choice")
    first = learner.open()
    learner.stage.desk = type(stage.desk)(stage.desk.library, stage.journal)
    second = stage.exercise("choice")
    click(first.find("label > span").first)
    first.settle()
    stage.page.evaluate("window.dispatchEvent(new Event('focus'))")
    stage.quiet()
    assert second.find("[data-elsewhere]").is_visible()
    click(second.find("label > span").last)
    second.settle()
    assert second.said().startswith(WORDS["elsewhere_saved"].split("{")[0])
    stage.page.evaluate("window.dispatchEvent(new Event('focus'))")
    stage.quiet()
    assert WORDS["elsewhere"].split("{")[0] in first.said()
    assert first.shown() != second.shown(), "the older one keeps showing its own answer"
    first.press("show-other")
    chosen = [shown.find(":checked").get_attribute("value") for shown in (first, second)]
    assert chosen[0] == chosen[1] and len(first.history()) == 2


def test_a_view_that_is_drawn_again_takes_the_focus_and_the_caret_along(writer):
    first = writer.open()
    write(writer, "I was writing here")
    area = areas(writer).last
    area.fill("and there, too")
    area.evaluate("(node) => node.setSelectionRange(3, 3)")
    writer.stage.page.keyboard.press("Shift")
    field = area.get_attribute("data-field")
    writer.stage.leave(first.place)
    writer.stage.page.keyboard.type("ab")  # while there is no field
    writer.stage.restart()
    shown = writer.open()
    assert shown.has_focus() == field
    assert areas(writer).last.input_value() == "andab there, too"
    assert areas(writer).last.evaluate("(node) => node.selectionStart") == 5
    writer.stage.pass_time(600)
    assert shown.latest()["texts"]["next"] == "andab there, too"
    assert written(writer) == "I was writing here"


def test_a_button_has_the_focus_again_after_a_re_run(learner):
    learner.open().find("[data-act=skip]").focus()
    learner.stage.leave(learner.shown.place)
    learner.stage.restart()
    assert learner.open().has_focus() == "skip"


def test_an_exercise_that_was_left_takes_no_focus(learner):
    learner.open().find("[data-act=skip]").focus()
    learner.stage.page.evaluate("document.activeElement.blur()")
    learner.stage.pass_time(SHORT)
    learner.stage.leave(learner.shown.place)
    learner.open()
    assert learner.stage.page.evaluate("document.activeElement === document.body")


def reworded(made):
    return parse_exercise(text_of(made.kind).replace("Order them.", "Put them in order."), made.id)


def test_an_answer_to_the_earlier_wording_is_shown_and_can_be_used(learner):
    learner.open()
    learner.answer()
    answered = learner.shown.latest()
    learner.stage.clear_views()
    shown = learner.shown = learner.stage.exercise(reworded(learner.shown.made))
    assert shown.state() == "untouched"
    box = shown.find("[data-earlier]")
    assert box.is_visible() and WORDS["earlier"] in box.inner_text()
    assert WORDS["earlier_why"] in box.inner_text()
    assert box.locator("li").count() >= 1
    assert len(shown.history()) == 1
    shown.find("[data-act=use-earlier]").focus()
    learner.stage.page.keyboard.press("Enter")
    learner.stage.pass_time(SHORT)
    assert learner.at() == "saved" and shown.latest() == answered
    entries = learner.stage.journal.history(shown.id)
    assert len({entry.edition for entry in entries}) == len(entries) == 2
    shown.has_focus()
    assert shown.find("[data-earlier]").count() == 0


def test_a_draft_of_the_earlier_wording_is_kept_and_shown(learner):
    made = learner.open().made
    learner.stage.modes(all="deaf")
    learner.answer()
    learner.stage.clear_views()
    learner.stage.modes()
    shown = learner.shown = learner.stage.exercise(reworded(made))
    learner.stage.pass_time(SHORT)
    assert len(shown.history()) == 1 and shown.drafts() == []
    assert shown.find("[data-earlier]").count() == 1
    assert shown.state() == "untouched"


def test_a_journal_that_cannot_be_written_says_why_and_one_press_saves_later(learner):
    learner.open()
    learner.stage.journal.path.unlink()
    learner.stage.journal.path.mkdir()
    learner.answer()
    assert learner.at() == "unsaved"
    assert learner.shown.said() not in ("", WORDS["unsaved"])
    assert learner.stage.journal.path.name in learner.shown.said()
    [draft] = learner.shown.drafts()
    with learner.stage.page.expect_download() as waiting:
        learner.press("download")
    assert waiting.value.suggested_filename == "09-rank.json"
    assert '"order"' in waiting.value.path().read_text("utf-8")
    learner.stage.journal.path.rmdir()
    learner.press("retry")
    assert learner.at() == "saved" and learner.shown.latest() == draft
    assert learner.shown.find("[data-act=download]").count() == 0
