"""`workbook hand-in` and `workbook cohort`, as a person types them."""

import json

import pytest
from simulated import quick
from the_course import COURSE

from workbook.cli import main
from workbook.journal import Journal
from workbook.words import word

PLAIN, PRIVATE = "04/it_went_up", "00/start_line"


@pytest.fixture
def answered(tmp_path):
    library, journal = COURSE, Journal(tmp_path / "journal.jsonl")
    journal.save(PLAIN, {"chosen": ["b"]}, library.exercise(PLAIN).edition)
    journal.save(PRIVATE, {"ratings": {"facts": "3"}}, library.exercise(PRIVATE).edition)
    return ["--journal", str(journal.path)]


@pytest.fixture(scope="module")
def group(tmp_path_factory):
    folder = tmp_path_factory.mktemp("group")
    for n, data in enumerate(quick(COURSE, 8)):
        (folder / f"{n}.json").write_bytes(data)
    return folder


def test_the_list_shows_what_would_leave_and_nothing_private(answered, capsys):
    assert main(["hand-in", "--list", *answered]) == 0
    shown = capsys.readouterr().out
    assert PLAIN in shown and PRIVATE not in shown
    assert word("hand_in_command", "rest", n=1) in shown


def test_the_shown_content_is_what_is_written(answered, capsys, tmp_path):
    path = tmp_path / "mine.json"
    assert main(["hand-in", "--show", *answered]) == 0
    shown = capsys.readouterr().out
    assert main(["hand-in", "--output", str(path), *answered]) == 0
    assert path.read_text() == shown


@pytest.mark.parametrize(
    ("more", "name"),
    [
        (["--items", PRIVATE, "--output", "x.json"], "is_private"),
        (["--items", "99/x", "--output", "x.json"], "unknown"),
        (["--items", "04/which_design", "--output", "x.json"], "unanswered"),
    ],
)
def test_a_mistake_is_one_sentence(answered, capsys, more, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["hand-in", *more, *answered]) == 1
    about = word("hand_in", name, id=more[1])
    assert capsys.readouterr().err.strip() == f"workbook: {about}"
    assert not (tmp_path / "x.json").exists()


def test_no_output_is_told(answered, capsys):
    assert main(["hand-in", *answered]) == 1
    assert word("hand_in_command", "no_output") in capsys.readouterr().err


def test_an_own_code_is_used(answered, tmp_path):
    path = tmp_path / "mine.json"
    assert main(["hand-in", "--code", "group-07", "--output", str(path), *answered]) == 0
    assert json.loads(path.read_text())["code"] == "GROUP-07"


def test_a_group_is_counted_into_three_files(group, tmp_path, capsys):
    page, table, book = (tmp_path / f"r.{end}" for end in ("html", "csv", "xlsx"))
    line = ["cohort", str(group), "--output", str(page), "--csv", str(table), "--xlsx", str(book)]
    assert main(line) == 0
    assert word("cohort_command", "wrote", path=page, n=8) in capsys.readouterr().out
    assert page.exists() and table.exists() and book.exists()
    assert main(line) == 1
    assert word("cohort_command", "there", path=page) in capsys.readouterr().err
    assert main([*line, "--force"]) == 0


@pytest.mark.parametrize(("name", "problem"), [("r.txt", "ending"), ("no/folder/r.html", "cannot")])
def test_a_place_that_does_not_serve_is_told(group, tmp_path, capsys, name, problem):
    path = tmp_path / name
    assert main(["cohort", str(group), "--output", str(path)]) == 1
    begin = word("cohort_command", problem, path=path, problem="No such file or directory")
    assert begin in capsys.readouterr().err and not path.exists()


def test_too_few_people_write_nothing(group, tmp_path, capsys):
    few = [str(group / f"{n}.json") for n in range(4)]
    assert main(["cohort", *few, "--output", str(tmp_path / "r.html")]) == 1
    assert word("cohort", "too_few", n=4, least=5) in capsys.readouterr().err
    assert not list(tmp_path.glob("r.*"))


def test_many_files_tell_how_far_it_is(tmp_path, capsys):
    for n in range(200):
        (tmp_path / f"{n}.json").write_text("0")
    assert main(["cohort", str(tmp_path), "--output", str(tmp_path / "r.html")]) == 1
    told = capsys.readouterr().err
    assert word("cohort_command", "progress", percent=100, n=200) in told
    assert told.count(word("cohort_command", "progress", percent=50, n=200)) == 1
