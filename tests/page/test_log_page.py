"""A log on the page: few keys for a line, told before it is saved, changed, erased."""

import json

import pytest
from mouse import click

from workbook.words import words

pytestmark = pytest.mark.browser

WORDS = words("log")
MOST = 25  # presses of a key for a line without words


@pytest.fixture
def log(stage):
    return stage.exercise("log")


def lines(log):
    """Give the names of the lines that are listed."""
    return log.find("[data-line]").evaluate_all("(all) => all.map((li) => li.dataset.line)")


def write(log, text):
    log.find("[data-field='voice:shared']").check()
    log.find("[data-field=text]").fill(text)
    log.press("add")


def add(log, **fields):
    """Let a line be in the journal."""
    response = {"line": "a", "week": "2025-W40", "did": "yes"} | fields
    log.stage.journal.save(log.id, response, edition=log.made.edition)
    log.stage.clear_views()
    return log.stage.exercise(log.made)


def keys(log, pressed):
    """Press keys from the week on, and count them."""
    log.find("[data-field=week]").focus()
    for key in pressed:
        log.page.keyboard.press(key)
    log.settle()
    return len(pressed)


def test_a_line_takes_few_keys_by_tab_and_arrows(log):
    last = ["Tab", "ArrowUp"]  # the last one of each group
    assert keys(log, [*last * 5, "Enter"]) + 4 * len(last) <= MOST, "with six sides"
    kept = log.latest()
    assert kept["sides"] == {"information": "cannot_tell", "voice": "cannot_tell"}
    assert (kept["place"], kept["did"], kept["gave"]) == ("phone", "could_not", "5")


def test_a_line_takes_fewer_keys_by_numbers(log):
    assert keys(log, ["Tab", "2", "3", "1", "2", "4", "Enter"]) <= MOST
    kept = log.latest()
    assert kept["sides"] == {"information": "handed_off", "voice": "held"}
    assert (kept["place"], kept["did"], kept["gave"]) == ("phone", "no", "4")
    assert kept["week"] == log.find("[data-field=week] option").first.get_attribute("value")


def test_nothing_is_saved_when_nothing_is_chosen(log):
    keys(log, ["Enter"])
    assert log.history() == []
    assert WORDS["nothing_chosen"] in log.heard()


@pytest.mark.parametrize("text", ["Maria was there", "It was the 12th", "Call 212 555 0117"])
def test_a_line_that_points_to_someone_is_told_before_it_is_saved(log, text):
    write(log, text)
    assert log.history() == []
    assert log.find("[data-part=points] li").count() >= 1
    log.press("change-line")
    log.find("[data-field=text]").fill("I asked first")
    log.press("add")
    assert log.latest()["text"] == "I asked first"


def test_a_learner_may_save_it_anyway(log):
    write(log, "Maria was there")
    log.press("save-anyway")
    assert log.latest()["text"] == "Maria was there"


def test_a_line_stays_when_the_workbook_does_not_answer(log):
    log.stage.modes(ask="deaf")
    write(log, "I asked first")
    log.stage.pass_time(3000)
    assert log.history() == []
    assert log.find("[data-part=points]").inner_text() == WORDS["no_answer"]
    again = log.stage.reload(log)
    assert again.find("[data-field=text]").input_value() == "I asked first"
    again.press("add")
    assert again.latest()["text"] == "I asked first"


@pytest.mark.parametrize("number", ["101", "-1", "1.5"])
def test_a_number_that_cannot_be_is_not_saved(log, number):
    click(log.find("summary").first)
    log.find("[data-field=talk]").fill(number)
    log.press("add")
    assert log.history() == []
    assert log.find("[data-part=points]").inner_text() == WORDS["bad_number"]


def test_a_changed_line_takes_the_place_of_the_old_one_and_undo_brings_it_back(log):
    log = add(log, text="Before")
    log.press("edit-line")
    assert log.find("[data-field=week]").input_value() == "2025-W40"
    log.find("[data-field=text]").fill("After")
    log.press("add")
    assert lines(log) == ["a"]
    assert "After" in log.find("[data-line]").inner_text()
    log.press("undo")
    assert "Before" in log.find("[data-line]").inner_text()


def test_undo_takes_a_line_out_and_leaves_the_others(log):
    log = add(log, text="One")
    write(log, "Two words")
    assert len(lines(log)) == 2
    log.press("undo")
    assert lines(log) == ["a"]
    log.press("undo")
    assert lines(log) == ["a"], "there is no step before the page was opened"
    log.press("reset")
    assert lines(log) == []


def test_an_erased_line_leaves_the_file_after_a_question(log):
    log = add(log, line="b", text="Another")
    log = add(log, text="A secret of mine")
    erase = log.find("[data-line=a] [data-act=erase-line]")
    click(erase)
    log.press("no")
    assert sorted(lines(log)) == ["a", "b"]
    click(log.find("[data-line=a] [data-act=erase-line]"))
    log.press("yes")
    assert lines(log) == ["b"]
    assert "secret" not in log.stage.journal.path.read_text("utf-8")
    assert "secret" not in json.dumps(log.page.evaluate("({ ...localStorage })"))


def test_the_weeks_are_shown_from_the_fourth_on(log):
    for week in (40, 41, 42):
        log = add(log, line=f"w{week}", week=f"2025-W{week}", gave="2")
    assert log.find(".sswp-log-weeks").count() == 0
    log = add(log, line="w43", week="2025-W43", gave="4", sides={"voice": "shared"})
    assert log.find(".sswp-log-weeks").count() == 2  # one side, and what it gave
    assert log.find(".sswp-log-over tbody tr").count() == 4


def test_the_week_of_a_change_is_kept_and_taken_back(log):
    log = add(log)
    week = log.find("[data-field=began] option").nth(2).get_attribute("value")
    click(log.find("[data-field=began-title]"))
    log.find("[data-field=began]").select_option(week)
    log.find("[data-field=lot]").check()
    log.press("began")
    assert log.latest() == {"began": week, "by_lot": True}
    assert lines(log) == ["a"]
    log.press("undo")
    assert log.find("[data-field=began]").input_value() == ""
