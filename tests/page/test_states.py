"""The table of states: each transition happens on the page, and nothing else does."""

import re
from pathlib import Path

import pytest
from examples import share
from sweep import first
from ways import EVENTS, KEPT, TROUBLE, WAYS, Learner, answered_elsewhere

import workbook.widgets
from workbook.words import words

SCRIPT = Path(workbook.widgets.__file__).parent / "js" / "states.js"
WORDS = words("exercise")
SILENT = {"opening", "untouched", "erased"}
UNSAVED = {"saving", "unsaved", "elsewhere"}


@pytest.fixture(scope="module")
def table(bare_page):
    return bare_page.evaluate(f"() => {{ {SCRIPT.read_text('utf-8')} return STATES; }}")


def is_in(learner, state, table):
    """Check that the page is in a state in every respect that the table names."""
    assert learner.at() == state
    line = table[state]
    if "is" in line:
        assert learner.shown.state() in (line["is"], line.get("noted"))
    said = learner.shown.said()
    if line.get("says"):
        start = re.split(r"\{", WORDS[line["says"]])[0]
        assert said.startswith(start) or said == TROUBLE
        assert "{" not in said
    else:
        assert bool(said) == ("says" not in line), said


def test_every_state_has_a_way_and_a_sentence(table):
    assert set(table) == set(WAYS)
    assert {name for name, line in table.items() if line.get("says") == ""} == SILENT
    said = {line["says"] for line in table.values() if line.get("says")}
    assert said <= set(WORDS)
    for line in table.values():
        assert set(line["on"].values()) <= set(table)
        assert set(line["on"]) <= set(EVENTS) | {f"kept as {name}" for name in KEPT}


def test_the_states_that_outside_scripts_wait_for_are_those_of_the_contract(table):
    names = {line[key] for line in table.values() for key in ("is", "noted") if key in line}
    assert names == {"untouched", "draft", "saved", "unsaved", "feedback", "restored"}


@pytest.mark.parametrize("state", WAYS)
def test_each_event_leads_where_the_table_says(learner, table, state):
    events = [event for event in table[state]["on"] if event in EVENTS]
    assert len(events) >= 6
    for event in share(events, list(WAYS).index(state), 4):
        learner.begin()
        WAYS[state](learner)
        is_in(learner, state, table)
        if event == "late" and state == "draft":
            continue  # below: only words that are typed slowly can be overtaken
        if event in ("late", "failed") and state in ("elsewhere", "draft"):
            learner.begin()
            on_its_way_then(learner, state)
        EVENTS[event](learner)
        is_in(learner, table[state]["on"][event], table)


def on_its_way_then(learner, state):
    """Be in a state while an earlier answer is still on its way."""
    WAYS["saving"](learner)
    learner.change() if state == "draft" else answered_elsewhere(learner)
    assert learner.at() == state


@pytest.mark.parametrize("state", sorted(UNSAVED))
def test_each_answer_to_a_save_has_its_sentence(learner, table, state):
    for outcome in share(KEPT, sorted(UNSAVED).index(state), len(UNSAVED)):
        before, act = KEPT[outcome]
        learner.begin()
        before(learner)
        learner.stage.modes(save="deaf" if state == "unsaved" else "hold")
        act(learner)
        if state == "unsaved":
            learner.stage.pass_time(2600)
        if state == "elsewhere":
            answered_elsewhere(learner)
        is_in(learner, state, table)
        learner.stage.release()
        if state == "unsaved":
            learner.press("retry")
        is_in(learner, table[state]["on"][f"kept as {outcome}"], table)


@pytest.mark.parametrize("state", first(5, sorted(set(WAYS) - {"opening"})))
def test_an_answer_that_nobody_waits_for_changes_nothing(learner, table, state):
    WAYS[state](learner)
    before = learner.at(), learner.shown.said(), learner.shown.state(), learner.shown.shown()
    entry = {"id": "long ago", "time": "2026-01-05T09:00:00+00:00"}
    feedback = {"notes": [], "debrief": "", "hint": "", "done": True}
    saved = {"did": "saved", "response": {}, "entry": entry, "feedback": feedback}
    if state != "erased":  # there the page asks what is on disk; see the races
        learner.tell(**saved, seq=999, elsewhere=None)
    learner.tell(did="failed", seq=999, message=TROUBLE)
    learner.tell(did="unheard of")
    learner.tell(did="erased", to="another view")
    if state not in ("saving", "unsaved"):
        learner.tell(did="failed", message=TROUBLE)
    now = learner.at(), learner.shown.said(), learner.shown.state(), learner.shown.shown()
    assert now == before


def test_words_typed_while_the_answer_is_late_are_told_too(stage):
    learner = Learner(stage, "reflection")
    area = learner.open().find("textarea").first
    stage.modes(save="deaf")
    area.fill("a")
    stage.pass_time(600)
    assert learner.at() == "saving"
    for n in range(6):
        area.fill(f"a{n}")
        assert learner.at() == "draft"
        stage.pass_time(400)
    assert learner.at() == "unsaved"
    assert learner.shown.said() == WORDS["unsaved"]
    stage.modes()
    stage.pass_time(600)
    assert learner.at() == "saved"
    assert learner.shown.latest()["texts"] == {"moment": "a5"}


def test_a_browser_that_keeps_no_copy_says_so(learner):
    learner.open()
    learner.stage.page.evaluate(
        "() => { Storage.prototype.kept = Storage.prototype.setItem;"
        " Storage.prototype.setItem = () => { throw new Error('full'); }; }"
    )
    learner.stage.modes(save="deaf")
    learner.answer()
    learner.stage.pass_time(2600)
    assert learner.shown.said() == WORDS["unsaved_no_draft"]
    learner.stage.page.evaluate("() => { Storage.prototype.setItem = Storage.prototype.kept; }")
