"""`workbook check`: each rule is broken once in a copy of the course, and each is caught."""

import json

import pytest

from workbook.cli import main
from workbook.cli.check import report
from workbook.content.library import Library

KEYS = {
    "problems",
    "exercises",
    "options_without_feedback",
    "charts",
    "charts_without_source",
    "seed_claims",
    "encounters",
}
CLAIMS = "00_start_here/what_it_claims.md"
SORT = "01_colonial_roots/who_does_it_protect.md"
LONG = "Notwithstanding organizational considerations, practitioners systematically conceptualize "


def edit(course, name, there, put, count=1):
    path = course / "modules" / "exercises" / name
    text = path.read_text(encoding="utf-8")
    assert there in text
    path.write_text(text.replace(there, put, count), encoding="utf-8")


def problems(course):
    return report(course)["problems"]


def test_the_course_is_well(root, library, capsys):
    assert main(["check", "--folder", str(root)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"All is well: {len(library.exercise_ids())} exercises, ")
    assert err == ""


def test_json_keeps_the_contract(root, library, capsys):
    assert main(["check", "--json", "--folder", str(root)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == KEYS
    assert found["problems"] == []
    assert found["exercises"] == len(library.exercise_ids())
    assert (found["options_without_feedback"], found["charts_without_source"]) == (0, 0)
    assert found["charts"] >= 4
    assert 0 < found["seed_claims"]["covered"] <= found["seed_claims"]["total"]
    assert set(found["seed_claims"]) == {"covered", "total"}
    assert isinstance(found["encounters"], list)


def test_a_problem_is_said_and_gives_code_1(course, capsys):
    edit(course, CLAIMS, "minutes: 5", "minutes: five")
    assert main(["check", "--folder", str(course)]) == 1
    said = capsys.readouterr().out
    assert "00_start_here/what_it_claims.md, line 6: 'minutes' is a whole number" in said
    assert main(["check", "--json", "--folder", str(course)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["exercises"] == len(Library(course).exercise_ids()) - 1


@pytest.mark.parametrize(
    ("name", "there", "put", "words"),
    [
        (CLAIMS, "kind: choice", "kind: quiz", "There is no kind 'quiz'"),
        (CLAIMS, "draft: m0-e1", "draft: m0-e2", "The draft id 'm0-e2' is used twice"),
        (CLAIMS, "seed: [S05a,", "seed: [S99,", "There is no seed claim 'S99'"),
        (CLAIMS, "objective: ", 'objective: "" # ', "The objective is empty"),
        (CLAIMS, "A colleague asks", "It is proven. A colleague asks", "'proven' is not said here"),
        (CLAIMS, "A colleague asks", LONG * 12, "Its words read at grade"),
        (CLAIMS, "## hint", "## Hint", "small letters"),
        (SORT, "## debrief\n", "## debrief\nSee [it](#nowhere).\n", "'#nowhere' leads to no part"),
        ("00_start_here/module.md", "minutes: 20", "minutes: 0", "whole number from 1 to 600"),
    ],
)
def test_a_broken_file_is_caught(course, name, there, put, words):
    edit(course, name, there, put)
    assert [words in problem for problem in problems(course)].count(True) == 1


def test_an_option_without_feedback_is_caught_and_counted(course):
    path = course / "modules" / "exercises" / SORT
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("- ["))
    while lines[first + 1].startswith("  >"):
        del lines[first + 1]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = report(course)
    assert found["options_without_feedback"] == 1
    assert [f"below line {first + 1}." in p for p in found["problems"]].count(True) == 1


def test_fitting_options_that_are_longest_are_caught(course):
    for name in (CLAIMS, "01_colonial_roots/leaning_too_hard.md"):
        edit(course, name, "- [x] ", "- [x] " + "So it is said and so it may be. " * 9)
    more = course / "modules" / "exercises" / CLAIMS
    for number in range(3):
        text = more.read_text(encoding="utf-8").replace("m0-e1", f"m0-e9{number}")
        more.with_name(f"copy_{number}.md").write_text(text, encoding="utf-8")
    assert any("The fitting option is the longest too often" in p for p in problems(course))


def test_an_exercise_that_no_notebook_shows_is_caught(course):
    path = course / "modules" / "exercises" / CLAIMS
    text = path.read_text(encoding="utf-8").replace("draft: m0-e1", "draft: m0-e9")
    path.with_name("extra.md").write_text(text, encoding="utf-8")
    assert problems(course) == ["00/extra: No notebook shows this exercise."]


def test_an_exercise_that_is_gone_is_caught(course):
    (course / "modules" / "exercises" / CLAIMS).unlink()
    said = problems(course)
    assert "A notebook calls exercise '00/what_it_claims', which does not exist." in said


def source(course, there, put):
    path = course / "modules" / "01_colonial_roots.ipynb"
    text = path.read_text(encoding="utf-8")
    assert there in text
    path.write_text(text.replace(there, put), encoding="utf-8")


def test_a_chart_that_is_not_there_is_caught(course):
    source(course, 'wb.chart(\\"01/timeline\\")', 'wb.chart(\\"01/nothing\\")')
    assert problems(course) == ["A notebook calls chart '01/nothing', which does not exist."]


def test_an_answer_recalled_from_an_exercise_that_is_not_there_is_caught(course):
    source(course, "wb.progress()", 'wb.recall(\\"00/nothing\\")')
    assert problems(course) == ["A notebook calls exercise '00/nothing', which does not exist."]


def test_a_chart_whose_table_is_gone_is_caught(course):
    (course / "datasets" / "timeline.csv").unlink()
    assert any(problem.startswith("Chart 01/timeline: ") for problem in problems(course))


def test_a_chart_without_source_is_caught_and_counted(course, monkeypatch):
    from dataclasses import replace

    from workbook import charts

    load = charts.load
    monkeypatch.setattr(charts, "load", lambda *a: replace(load(*a), sources=()))
    found = report(course)
    assert found["charts_without_source"] == found["charts"] == len(found["problems"])
    assert "has no source" in found["problems"][0]


@pytest.mark.parametrize("text", ["{", "[]", "5", "{}", '{"cells": 3}', "\x00"])
def test_a_notebook_that_cannot_be_read_is_one_problem_among_others(course, text):
    (course / "modules" / "00_start_here.ipynb").write_text(text, encoding="utf-8")
    edit(course, SORT, "kind: sort", "kind: quiz")
    said = problems(course)
    assert any("00_start_here.ipynb is not a notebook that can be read" in p for p in said)
    assert any("There is no kind 'quiz'" in p for p in said)


def test_a_course_without_its_list_of_seed_claims_is_a_problem(course, capsys):
    (course / "modules" / "seed_claims.yaml").unlink()
    assert main(["check", "--folder", str(course)]) == 1
    out, err = capsys.readouterr()
    assert "seed_claims.yaml" in out + err
    assert "Traceback" not in err
