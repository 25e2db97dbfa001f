"""What a notebook cell shows: through the formatter of IPython, as a kernel would send it."""

import json
import re
import sys

import pytest
from IPython.core.formatters import DisplayFormatter
from sweep import first
from the_course import COURSE

import workbook as wb
from workbook import lesson
from workbook.charts import chart_ids
from workbook.content.library import Library
from workbook.content.static import as_text
from workbook.journal import Journal
from workbook.unpack import edition
from workbook.words import word

WIDGET = "application/vnd.jupyter.widget-view+json"
IDS = COURSE.exercise_ids()


@pytest.fixture
def cell(course, tmp_path, monkeypatch):
    """Run a call in the course's folder; give the outputs of its cell."""
    outputs, shown = [], []

    def display(thing, metadata):
        data, own = DisplayFormatter().format(thing)
        outputs.append((data, {**own, **metadata}))
        shown.append(thing)

    def publish(data, metadata=None):
        outputs.append((data, metadata or {}))

    monkeypatch.setattr("IPython.display.display", display)
    monkeypatch.setattr("IPython.display.publish_display_data", publish)
    monkeypatch.setenv("WORKBOOK_JOURNAL", str(tmp_path / "journal.jsonl"))
    monkeypatch.chdir(course / "modules")
    lesson._desk.cache_clear()

    def run(call, *arguments):
        outputs.clear()
        assert getattr(wb, call)(*arguments) is None
        return list(outputs)

    run.shown = shown
    yield run
    lesson._desk.cache_clear()


def test_an_exercise_shows_a_widget_with_its_text(cell, library):
    for exercise_id in IDS:
        [(data, _)] = cell("exercise", exercise_id)
        assert set(data) == {"text/plain", WIDGET}, exercise_id
        assert data["text/plain"] == as_text(library.exercise(exercise_id))


@pytest.mark.parametrize("chart_id", first(4, chart_ids()))
def test_a_chart_shows_its_words(cell, chart_id):
    outputs = cell("chart", chart_id)
    assert outputs
    assert all(data["text/plain"].strip() for data, _ in outputs)
    assert "cannot be shown" not in str(outputs)


@pytest.mark.parametrize(
    ("call", "argument", "words"),
    [
        ("exercise", "01/nothing", "There is no exercise '01/nothing'"),
        ("exercise", "nothing", "There is no exercise 'nothing'"),
        ("exercise", 5, "There is no exercise '5'"),
        ("recall", "00/nothing", "There is no exercise '00/nothing'"),
        ("chart", "01/nothing", "There is no chart 01/nothing"),
        ("start", "99", "There is no module '99'"),
        ("start", 1, "There is no module '1'"),
    ],
)
def test_a_mistake_is_a_sentence_in_the_page(cell, call, argument, words):
    [(data, _)] = cell(call, argument)
    assert set(data) == {"text/plain"}
    assert data["text/plain"].startswith("This part cannot be shown: ")
    assert words in data["text/plain"]
    assert not data["text/plain"].startswith(("'", '"'))


def test_an_exercise_that_an_author_broke_is_a_sentence_with_its_line(cell, course):
    path = Library(course).path("00/what_it_claims")
    broken = re.sub(r"^minutes: \d+$", "minutes: x", path.read_text(encoding="utf-8"), flags=re.M)
    path.write_text(broken, encoding="utf-8")
    [(data, _)] = cell("exercise", "00/what_it_claims")
    assert "00_start_here/what_it_claims.md, line 6: 'minutes' is a whole" in data["text/plain"]


CALLS = [
    ("start", "00"),
    ("start", "01"),
    ("progress",),
    ("my_answers",),
    ("recall", "00/start_line"),
    ("recall", "00/what_it_claims"),
    ("exercise", "00/what_it_claims"),
]


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_the_text_is_the_same_for_every_journal_and_path(cell, call, monkeypatch, tmp_path):
    [(empty, _)] = cell(*call)
    elsewhere = tmp_path / "elsewhere" / "full.jsonl"
    for exercise_id in IDS:
        Journal(elsewhere).save(exercise_id, {"chosen": ["a"], "texts": {"x": "Mine."}})
    monkeypatch.setenv("WORKBOOK_JOURNAL", str(elsewhere))
    [(full, _)] = cell(*call)
    assert empty["text/plain"] == full["text/plain"]
    assert str(tmp_path) not in full["text/plain"]
    assert "cannot be shown" not in full["text/plain"]


def test_the_header_says_what_the_module_is_for(cell, library):
    [(data, _)] = cell("start", "01")
    module = library.module("01")
    begun, _, rest = data["text/plain"].partition(". ")
    assert begun == module.title
    assert str(module.core_minutes) in rest[:80]
    assert str(module.minutes) in rest[:80]
    assert module.content_note in data["text/plain"]


def test_cells_of_one_page_share_one_journal(cell):
    cell("exercise", "00/what_it_claims")
    cell("progress")
    exercise, progress = cell.shown
    assert exercise._desk is progress._desk


# A learner's own copy that is older than the installed course -------------------------------
def age(course, version):
    path = course / "modules" / "00_start_here.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    if version is None:
        notebook["metadata"].pop("sswp")
    else:
        notebook["metadata"]["sswp"]["version"] = version
    path.write_text(json.dumps(notebook), encoding="utf-8")


def state(cell):
    cell("start", "00")
    return cell.shown[-1].state()


@pytest.mark.parametrize("version", ["0.0.9", "0.0", "0"])
def test_an_older_copy_is_noticed(cell, course, version):
    age(course, version)
    assert state(cell)["stale"] == {"old": version, "new": edition()}


@pytest.mark.parametrize("version", [edition(), "99.0.0", None, 3, ["0"]])
def test_a_copy_that_is_not_older_is_left_alone(cell, course, version):
    age(course, version)
    assert state(cell)["stale"] is None


def test_a_copy_without_its_notebook_still_shows_its_header(cell, course):
    (course / "modules" / "00_start_here.ipynb").unlink()
    assert state(cell)["stale"] is None


def test_the_new_edition_opens_beside_and_finds_the_answers(cell, course, monkeypatch):
    monkeypatch.delenv("WORKBOOK_JOURNAL")
    age(course, "0.0.9")
    note = course / "modules" / "learners" / "glossary.md"
    note.write_text("My own notes.\n", encoding="utf-8")
    cell("start", "00")
    header, told = cell.shown[-1], []
    header.send = told.append
    lesson._here().journal.save("00/what_it_claims", {"chosen": ["b"]})
    header._handle_custom_msg({"do": "open_new", "view": "v1"}, [])

    path = f"edition-{edition()}/modules/00_start_here.ipynb"
    assert told == [{"to": "v1", "did": "opened", "path": path}]
    assert (course / path).is_file()
    assert note.read_text(encoding="utf-8") == "My own notes.\n"
    monkeypatch.chdir((course / path).parent)
    assert state(cell)["stale"] is None
    assert state(cell)["modules"][0]["done"] == 1
    assert state(cell)["path"] == str((course / "my-work" / "journal.jsonl").resolve())


def test_outside_a_course_the_packaged_one_is_shown(cell, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    [(data, _)] = cell("exercise", "00/what_it_claims")
    assert WIDGET in data


def test_a_chart_without_its_package_is_a_sentence(cell, monkeypatch):
    monkeypatch.setitem(sys.modules, "altair", None)  # as in a browser that has come without it
    [(data, metadata)] = cell("chart", "01/timeline")
    told = word("trouble", "no_package", name="altair")
    assert data["text/plain"] == f"{word('problem', 'title')}: {told}"
    assert metadata == {"sswp": "without"}, "what the notebook shows already may stay"


def test_numbers_without_their_package_are_a_sentence_that_stays(cell, monkeypatch):
    def lacks(*_):
        raise ModuleNotFoundError(name="numpy")

    monkeypatch.setattr("workbook.widgets.table_form.TableWidget", lacks)
    [(data, metadata)] = cell("evaluate")
    told = word("trouble", "no_package", name="numpy")
    assert (data["text/plain"], metadata) == (f"{word('problem', 'title')}: {told}", {})


def test_a_missing_part_of_the_workbook_itself_is_not_hidden(cell, monkeypatch):
    monkeypatch.setitem(sys.modules, "workbook.charts.course.m01_timeline", None)
    with pytest.raises(ModuleNotFoundError):
        cell("chart", "01/timeline")
