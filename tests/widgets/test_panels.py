"""Header, progress, recall and the panel of answers: what they tell a page, and when."""

import json

import pytest

from workbook.errors import JournalError, WorkbookError
from workbook.journal import Journal
from workbook.widgets.panels import AnswersWidget, ProgressWidget, RecallWidget, StartWidget

ID = "00/what_it_claims"
REAL = {"chosen": ["b"]}


@pytest.fixture
def panels(desk):
    return {
        "start": StartWidget(desk, desk.library.module("01")),
        "progress": ProgressWidget(desk),
        "recall": RecallWidget(desk, desk.library.exercise(ID)),
        "answers": AnswersWidget(desk),
    }


@pytest.mark.parametrize("name", ["start", "progress", "recall", "answers"])
def test_a_panel_tells_its_state_when_it_opens_and_after_a_change(panels, page, shown, name):
    view = page(panels[name])
    [told] = view.tell("open")
    assert (told["to"], told["did"]) == ("v1", "state")
    shown(ID).save(REAL)
    assert view.sent[-1]["did"] == "state"
    assert view.sent[-1] != told


@pytest.mark.parametrize("name", ["start", "progress", "recall", "answers"])
def test_a_panel_that_nobody_sees_is_silent_and_goes(panels, page, shown, name):
    view = page(panels[name])
    shown(ID).save(REAL)
    assert view.sent == []
    view.tell("open")
    view.tell("gone")
    count = len(view.sent)
    shown(ID).save(REAL, seq=2)
    assert len(view.sent) == count
    assert panels[name].comm is None
    assert panels[name].layout.comm is None


@pytest.mark.parametrize("name", ["start", "progress", "recall", "answers"])
def test_the_plain_form_and_the_traits_know_nothing_of_the_learner(desk, panels, page, name):
    before = repr(panels[name]), json.dumps(panels[name].get_state(), default=str)
    page(panels[name]).tell("open")
    desk.journal.save(ID, REAL)
    desk.changed()
    assert (repr(panels[name]), json.dumps(panels[name].get_state(), default=str)) == before
    assert str(desk.journal.path) not in before[0]


def test_progress_is_counted_from_the_journal(panels, page, shown, library):
    view = page(panels["progress"])
    first = view.tell("open")[0]["modules"][0]
    all_ = len(library.exercise_ids("00"))
    assert (first["id"], first["done"], first["total"]) == ("00", 0, all_)
    assert first["minutes_left"] == first["minutes"] == library.module("00").minutes
    for exercise_id in library.exercise_ids("00"):
        shown(exercise_id).save({"skipped": True})
    last = view.sent[-1]["modules"][0]
    assert (last["done"], last["total"], last["minutes_left"]) == (all_, all_, 0)
    assert view.sent[-1]["modules"][1]["done"] == 0


def test_progress_falls_when_an_answer_is_taken_back(panels, page, shown):
    view, exercise = page(panels["progress"]), shown(ID)
    view.tell("open")
    exercise.save(REAL)
    exercise.save({"chosen": []}, seq=2)
    assert [m["modules"][0]["done"] for m in view.sent] == [0, 1, 0]


def test_the_header_says_what_the_journal_could_not_read(panels, page, desk):
    desk.journal.save(ID, REAL)
    with desk.journal.path.open("ab") as file:
        file.write(b"not an answer\n")
    [told] = page(panels["start"]).tell("open")
    assert told["path"] == str(desk.journal.path)
    assert "cannot be read" in told["trouble"]
    assert told["stale"] is None


def test_a_journal_that_cannot_be_read_is_a_sentence(panels, page, desk, monkeypatch):
    def fail(*args):
        raise JournalError("The journal is closed to you.")

    for name in ("latest", "latest_of_each", "exercises", "problems"):
        monkeypatch.setattr(desk.journal, name, fail)
    for panel in panels.values():
        [told] = page(panel).tell("open")
        assert (told["did"], told["message"]) == ("failed", "The journal is closed to you.")


def test_an_older_copy_offers_the_new_edition(desk, page):
    calls = []

    def opens():
        calls.append(1)
        return "edition-2/modules/00_start_here.ipynb"

    stale = {"old": "1", "new": "2"}
    view = page(StartWidget(desk, desk.library.module("00"), stale, opens))
    assert view.tell("open")[0]["stale"] == stale
    assert calls == []
    [told] = view.tell("open_new")
    assert told == {"to": "v1", "did": "opened", "path": "edition-2/modules/00_start_here.ipynb"}


def test_a_new_edition_that_cannot_be_copied_is_a_sentence(desk, page):
    def fails():
        raise WorkbookError("The course could not be copied.")

    view = page(StartWidget(desk, desk.library.module("00"), {"old": "1", "new": "2"}, fails))
    [told] = view.tell("open_new")
    assert (told["did"], told["message"]) == ("failed", "The course could not be copied.")


def test_recall_shows_the_latest_answer_in_words_with_its_date(panels, page, shown, journal):
    view = page(panels["recall"])
    assert view.tell("open")[0]["lines"] == []
    assert view.widget.spec["place"] == "modules/00_start_here.ipynb"
    shown(ID).save(REAL)
    told = view.sent[-1]
    assert told["lines"][0].startswith("A hypothesis for any profession")
    assert told["time"] == journal.latest(ID).time


def test_answers_are_counted_with_the_titles_of_their_exercises(panels, page, desk):
    desk.journal.save(ID, REAL)
    desk.journal.save("07/from_another_course", {"texts": {}})
    [told] = page(panels["answers"]).tell("open")
    assert (told["path"], told["entries"]) == (str(desk.journal.path), 2)
    assert told["exercises"] == [
        {"id": ID, "title": desk.library.exercise(ID).title},
        {"id": "07/from_another_course", "title": "07/from_another_course"},
    ]


def test_answers_go_out_and_come_in_once(panels, page, desk, tmp_path, library):
    from workbook.record.desk import Desk

    desk.journal.save(ID, REAL)
    [out] = page(panels["answers"]).tell("export")
    assert (out["to"], out["did"], out["name"]) == ("v1", "exported", "my-workbook-answers.jsonl")
    assert json.loads(out["text"])["response"] == REAL

    other = Desk(library, Journal(tmp_path / "other.jsonl"))
    view = page(AnswersWidget(other))
    assert view.tell("import", text=out["text"])[-1]["added"] == 1
    assert view.tell("import", text=out["text"])[-1]["added"] == 0
    assert other.journal.latest(ID).response == REAL


@pytest.mark.parametrize("text", ["not an export", "{}", "\x00", '{"version": 1}'])
def test_a_file_that_is_no_copy_of_answers_is_refused_with_a_sentence(panels, page, desk, text):
    told = page(panels["answers"]).tell("import", text=text)
    assert told[-1]["did"] == "failed"
    assert told[-1]["message"]
    assert desk.journal.count() == 0


def test_one_exercise_is_erased_and_its_open_pages_hear_it(panels, page, shown, desk):
    one, other = shown(ID), shown("00/start_line")
    one.save(REAL)
    other.save({"ratings": {}})
    other.sent.clear()
    name = desk.journal.learner().journal
    told = page(panels["answers"]).tell("erase", exercise=ID)
    assert told[-1] == {"did": "erased", "exercise": ID, "journal": name}
    assert one.sent[-1] == {"did": "erased", "journal": name}
    assert [m["did"] for m in other.sent] == []
    assert desk.journal.exercises() == ["00/start_line"]


def test_everything_is_erased_and_drafts_of_the_old_name_are_orphaned(panels, page, shown, desk):
    one = shown(ID)
    one.save(REAL)
    name = desk.journal.learner().journal
    told = page(panels["answers"]).tell("erase_all")
    assert told[-1] == {"did": "erased", "exercise": None, "journal": name}
    assert desk.journal.count() == 0
    assert one.sent[-1]["journal"] == desk.journal.learner().journal != name


def test_what_is_open_hears_of_answers_that_were_brought_in(panels, page, shown, desk, tmp_path):
    desk.journal.save(ID, REAL)
    desk.journal.export(tmp_path / "copy.jsonl")
    desk.journal.erase_all()
    one = shown(ID)
    view = page(panels["answers"])
    view.tell("import", text=(tmp_path / "copy.jsonl").read_text(encoding="utf-8"))
    assert one.sent[-1] == {"did": "brought"}
    assert desk.journal.latest(ID).response == REAL


def test_answers_that_could_not_be_erased_are_a_sentence(panels, page, desk, monkeypatch):
    def fail(*args):
        raise JournalError("Nothing was erased.")

    desk.journal.save(ID, REAL)
    monkeypatch.setattr(desk.journal, "erase", fail)
    [told] = page(panels["answers"]).tell("erase", exercise=ID)
    assert (told["did"], told["message"]) == ("failed", "Nothing was erased.")


def test_a_broken_exercise_file_does_not_stop_the_progress(course, journal, page):
    from workbook.content.library import Library
    from workbook.record.desk import Desk

    library = Library(course)
    library.path(ID).write_text("broken\n", encoding="utf-8")
    [told] = page(ProgressWidget(Desk(library, journal))).tell("open")
    assert told["modules"][0]["total"] == len(library.exercise_ids("00")) - 1
