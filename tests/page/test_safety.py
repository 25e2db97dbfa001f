"""Where the answers lie, a copy that is due, copies beside the file, a file that went back."""

import shutil

import pytest
from look import look
from mouse import click
from stage import packaged_library

from workbook.journal import Journal
from workbook.widgets.panels import AnswersWidget, StartWidget
from workbook.words import word, words

ID = "00/what_it_claims"
SAID = words("safety")
HUB = {"JUPYTERHUB_USER": "jo"}
BINDER = HUB | {"BINDER_LAUNCH_HOST": "https://mybinder.org/"}
HEAR = """() => { window.told = {}; document.addEventListener('sswp-notice', ({ detail }) => {
  window.told[detail.id] = detail.text; }); }"""


@pytest.fixture(autouse=True)
def surroundings(stage, monkeypatch):
    for name in (*BINDER, "BINDER_SERVICE_HOST", "JUPYTERHUB_API_TOKEN", "JUPYTERHUB_API_URL"):
        monkeypatch.delenv(name, raising=False)
    stage.page.evaluate(HEAR)
    return lambda found: [monkeypatch.setenv(name, value) for name, value in found.items()]


def start(stage):
    return stage.panel(StartWidget(stage.desk, packaged_library().module("00")))


def boxes(root, name):
    return root.locator(f"[data-safety={name}]:visible")


def press(stage, root, act):
    click(root.locator(f"[data-act={act}]:visible"))
    stage.quiet()


def save(stage, n, exercise=ID):
    for k in range(n):
        stage.journal.save(exercise, {"chosen": [f"{k}"]})
    stage.desk.changed()
    stage.push()
    stage.quiet()


@pytest.mark.parametrize(("environ", "place_first"), [({}, False), (HUB, False), (BINDER, True)])
def test_what_matters_most_where_answers_lie_stands_first(
    stage, surroundings, environ, place_first
):
    surroundings(environ)
    root = start(stage)
    place = SAID[
        f"lies_{'temporary' if place_first else 'organization' if environ else 'computer'}"
    ]
    path, warned = root.get_by_text(place), root.locator(".sswp-warned").first
    assert (path.bounding_box()["y"] < warned.bounding_box()["y"]) is place_first
    assert ("sswp-quiet" in path.get_attribute("class")) is not place_first


@pytest.mark.parametrize("panel", ["start", "answers"])
@pytest.mark.parametrize(
    ("environ", "place"), [({}, "computer"), (HUB, "organization"), (BINDER, "temporary")]
)
def test_where_answers_lie_is_told_truly(stage, surroundings, panel, environ, place):
    surroundings(environ)
    root = start(stage) if panel == "start" else stage.panel(AnswersWidget(stage.desk))
    text = root.inner_text()
    for other in ("computer", "organization", "temporary", "browser"):
        assert (SAID[f"lies_{other}"] in text) == (other == place)
        assert (SAID[f"warns_{other}"] in text) == (other == place)
    beside = root.locator("[data-act=export]:visible").count()
    assert beside == (panel == "answers" or place == "temporary")


def test_in_the_browser_edition(stage, monkeypatch):
    monkeypatch.setattr("workbook.record.safety.place", lambda: "browser")
    root = start(stage)
    assert SAID["lies_browser"] in root.inner_text()
    assert root.locator("[data-act=export]:visible").count() == 1


def test_a_copy_is_due_after_ten_new_answers_on_a_server_that_stops(stage, surroundings, tmp_path):
    surroundings(BINDER)
    root = start(stage)
    save(stage, 9)
    assert boxes(root, "due").count() == 0
    save(stage, 1)
    assert word("safety", "due", n=10) in boxes(root, "due").inner_text()
    assert stage.page.evaluate("window.told.due") == word("safety", "due", n=10)
    look(stage, "a copy is due")
    with stage.page.expect_download() as waiting:
        press(stage, root, "export-due")
    copy = tmp_path / "copy.jsonl"
    waiting.value.save_as(copy)
    assert Journal(copy).count() == 10
    assert boxes(root, "due").count() == 0 and stage.page.evaluate("window.told.due") == ""
    save(stage, 9)
    assert boxes(root, "due").count() == 0
    save(stage, 1)
    assert word("safety", "due", n=10) in boxes(root, "due").inner_text()
    stage.journal.erase_all()  # the server has stopped; a new one begins with nothing
    stage.page.evaluate("localStorage.clear()")
    stage.clear_views()
    stage.restart()
    root = start(stage)
    stage.put_file(root.locator("input[type=file]"), copy)
    assert word("safety", "imported", added=10) in root.locator("[role=status]").inner_text()
    assert Journal(stage.journal.path).count() == 10


def test_no_copy_is_due_on_a_computer_of_ones_own(stage):
    root = start(stage)
    save(stage, 25)
    assert boxes(root, "due").count() == 0
    assert not stage.page.evaluate("window.told.due")


def test_a_copy_beside_the_file_is_offered_and_brought_in(stage):
    save(stage, 1)
    path = stage.journal.path.with_name("journal-DESKTOP-1.jsonl")
    shutil.copy(stage.journal.path, path)
    other = Journal(path)
    newest = other.save("00/start_line", {"ratings": {"a": "1"}})
    root = start(stage)
    [said] = boxes(root, "copy").all_inner_texts()
    about = {"name": path.name, "exercises": word("safety", "exercises", n=1)}
    assert word("safety", "copy_found", **about) in said
    look(stage, "a copy is offered")
    press(stage, root, "bring")
    assert stage.journal.latest("00/start_line") == newest
    assert boxes(root, "copy").count() == 0
    assert word("safety", "brought", exercises=about["exercises"]) in root.inner_text()


def test_a_copy_that_is_left_is_not_offered_again_until_it_changes(stage):
    save(stage, 1)
    other = Journal(stage.journal.path.with_name("journal (1).jsonl"))
    other.save(ID, {"chosen": ["b"]})
    press(stage, start(stage), "leave")
    stage.clear_views()
    root = start(stage)
    assert boxes(root, "copy").count() == 0
    other.save(ID, {"chosen": ["c"]})
    stage.clear_views()
    assert boxes(start(stage), "copy").count() == 1


def test_a_copy_that_has_gone_meanwhile_is_a_sentence(stage):
    save(stage, 1)
    path = stage.journal.path.with_name("journal (1).jsonl")
    Journal(path).save(ID, {"chosen": ["b"]})
    root = start(stage)
    path.unlink()
    press(stage, root, "bring")
    assert path.name in root.locator(".sswp-notice").last.inner_text()
    assert stage.journal.count() == 1


@pytest.mark.parametrize("more", [0, 1, 5])
@pytest.mark.parametrize("again", [True, False], ids=["opened again", "while it is open"])
def test_a_file_replaced_by_an_older_one_is_told(stage, more, again):
    save(stage, 2)
    older = stage.journal.path.read_bytes()
    root = start(stage)
    save(stage, 3)
    stage.journal.path.write_bytes(older)
    for n in range(more):
        stage.journal.save(ID, {"chosen": [f"after {n}"]})
    if again:
        stage.clear_views()
        stage.restart()
        root = start(stage)
    else:
        stage.desk.changed()
        stage.push()
        stage.quiet()
        if more > 3:
            return  # other answers than those it has seen: told when it is opened again
    fewer = word("safety", "went_back", before=5, now=2 + more)
    text = fewer if more < 3 else SAID["went_missing"]
    stage.quiet()
    assert text in boxes(root, "back").inner_text()
    look(stage, "the file went back")
    press(stage, root, "well")
    assert boxes(root, "back").count() == 0
    stage.clear_views()
    assert boxes(start(stage), "back").count() == 0


def test_a_file_that_has_vanished_is_told(stage):
    save(stage, 2)
    start(stage)
    stage.clear_views()
    stage.journal.path.unlink()
    stage.restart()
    assert word("safety", "went_back", before=2, now=0) in boxes(start(stage), "back").inner_text()


def test_a_file_that_went_back_is_told_in_the_bar_until_the_reader_has_dealt_with_it(stage):
    root = start(stage)
    save(stage, 3)
    stage.journal.path.write_bytes(b"".join(stage.journal.path.read_bytes().splitlines(True)[:2]))
    stage.desk.changed()
    stage.push()
    stage.quiet()
    told = "window.told.back"
    assert stage.page.evaluate(told) == SAID["went_back_short"]
    press(stage, root, "well")
    assert stage.page.evaluate(told) == ""


def test_the_bar_shows_the_box_of_the_page_that_is_seen(stage):
    hear = """document.addEventListener('sswp-notice', ({ detail }) => {
      if (detail.text) window.show = detail.buttons[0].work; })"""
    stage.page.evaluate(hear)
    seen, other = start(stage), start(stage)
    save(stage, 3)
    stage.journal.path.write_bytes(b"".join(stage.journal.path.read_bytes().splitlines(True)[:2]))
    stage.desk.changed()
    stage.push()
    stage.quiet()
    for shown, hidden in ((seen, other), (other, seen)):
        hidden.evaluate("(node) => { node.hidden = true; }")
        shown.evaluate("(node) => { node.hidden = false; }")
        stage.page.evaluate("window.show()")
        assert shown.evaluate("(node) => node.contains(document.activeElement)")


@pytest.mark.parametrize("act", ["erase-one", "erase-all"])
def test_what_the_learner_has_erased_is_not_missed(stage, act):
    save(stage, 3)
    save(stage, 2, "00/start_line")
    head, root = start(stage), stage.panel(AnswersWidget(stage.desk))
    press(stage, root, act)
    press(stage, root, "yes")
    assert boxes(head, "back").count() == boxes(root, "back").count() == 0
    stage.clear_views()
    stage.restart()
    assert boxes(start(stage), "back").count() == 0


def test_erasing_counts_answers_and_exercises_and_not_saves(stage):
    save(stage, 4)
    texts = {"texts": {"moment": "one", "next": "two"}}
    for n in range(6):
        stage.journal.save("09/x", {"texts": {"moment": "o" * n}})
    stage.journal.save("09/x", texts | {"shown": True})
    stage.journal.save("09/cleared", {"chosen": ["a"]})
    stage.journal.save("09/cleared", {})
    stage.journal.save("09/skipped", {"skipped": True})
    root = stage.panel(AnswersWidget(stage.desk))
    press(stage, root, "erase-all")
    said = root.locator("[role=group]").inner_text()
    assert said.startswith(word("answers", "sure_all", answers=3, exercises=2))
