"""`workbook check`: each rule is broken once in a small course, and each is caught."""

import json
import re
import shutil
from dataclasses import replace

import pytest
from small_course import sample, write_book

from workbook import charts
from workbook.charts.kit import catalog
from workbook.cli import main
from workbook.cli.check import report
from workbook.content.library import Library
from workbook.words import word

KEYS = {
    "problems",
    "exercises",
    "options_without_feedback",
    "charts",
    "charts_without_source",
    "seed_claims",
    "encounters",
    "minutes",
}
ENCOUNTER_KEYS = {"id", "nodes", "choices", "paths", "endings", "equal_within_clock"}
ENCOUNTER_KEYS |= {"walked", "exact", "minutes", "over"}
CHOICE, SORT, STORY = (f"00_start/{name}.md" for name in ("choice", "sort", "encounter"))
IDS = [f"00/{kind}" for kind in ("choice", "sort", "reflection", "encounter")]
LONG = "Notwithstanding organizational considerations, practitioners systematically conceptualize "


def edit(course, name, there, put, count=1):
    path = course / "modules" / "exercises" / name
    text = path.read_text(encoding="utf-8")
    assert there in text
    path.write_text(text.replace(there, put, count), encoding="utf-8")


def problems(course):
    return report(course)["problems"]


# The whole course -------------------------------------------------------------------------------
@pytest.fixture(scope="session")
def whole(root):
    """The report on the course itself, made once."""
    return report(root)


@pytest.mark.slow  # and `workbook check` says it, sooner
def test_the_course_is_well(whole, library):
    assert set(whole) == KEYS
    assert whole["problems"] == []
    assert whole["exercises"] == len(library.exercise_ids())
    assert (whole["options_without_feedback"], whole["charts_without_source"]) == (0, 0)
    assert whole["charts"] == len(charts.chart_ids())
    assert set(whole["seed_claims"]) == {"covered", "total"}
    assert 0 < whole["seed_claims"]["covered"] <= whole["seed_claims"]["total"]


@pytest.mark.slow
def test_each_encounter_of_the_course_is_listed(whole):
    assert {row["id"] for row in whole["encounters"]} >= {"two_weeks"}
    for row in whole["encounters"]:
        assert set(row) >= ENCOUNTER_KEYS
        assert sum(row["endings"].values()) == pytest.approx(1)
        assert row["equal_within_clock"] is True


# The small course ---------------------------------------------------------------------------------
pytestmark_small = pytest.mark.usefixtures("no_charts")


@pytestmark_small
def test_a_course_that_is_well_is_told_in_one_line(small, capsys):
    assert main(["check", "--folder", str(small)]) == 0
    out, err = capsys.readouterr()
    counts = {"exercises": 4, "charts": 0, "covered": 1, "total": 1}
    assert out.splitlines()[-1] == word("check_command", "all_well", **counts)
    assert err == ""


@pytestmark_small
def test_json_is_the_report(small, capsys):
    assert main(["check", "--json", "--folder", str(small)]) == 0
    assert json.loads(capsys.readouterr().out) == report(small)


@pytestmark_small
def test_the_table_says_the_size_of_each_encounter_and_the_share_of_each_ending(small, capsys):
    main(["check", "--folder", str(small)])
    lines = capsys.readouterr().out.splitlines()
    [row] = report(small)["encounters"]
    assert (row["nodes"], row["choices"], row["paths"], row["exact"]) == (2, 5, 5, True)
    assert lines[0].startswith(f"{row['id']}: ")
    for number in (row["nodes"], row["choices"], row["paths"]):
        assert re.search(rf"\b{number}\b", lines[0])
    shares = dict(line.split()[::-1] for line in lines[1:3])
    assert shares == {name: f"{share:.1%}" for name, share in row["endings"].items()}


@pytestmark_small
def test_a_problem_is_said_last_and_gives_code_1(small, capsys):
    edit(small, CHOICE, "minutes: 2", "minutes: two")
    assert main(["check", "--folder", str(small)]) == 1
    out = capsys.readouterr().out
    assert out.splitlines()[-1].startswith(f"modules/exercises/{CHOICE}, line 6: 'minutes'")
    counts = {"exercises": 3, "charts": 0, "covered": 1, "total": 1}
    assert word("check_command", "all_well", **counts) not in out
    assert main(["check", "--json", "--folder", str(small)]) == 1
    assert json.loads(capsys.readouterr().out)["exercises"] == 3


def at(name, line, group, sentence, **values):
    return f"modules/exercises/{name}, line {line}: {word(group, sentence, **values)}"


def whole_file(name, group, sentence, **values):
    return f"modules/exercises/{name}: {word(group, sentence, **values)}"


BROKEN = {
    "kind": (CHOICE, "kind: choice", "kind: quiz", f"{CHOICE}, line 2: "),
    "draft": (CHOICE, "draft: m9-e1", "draft: m9-e2", "'m9-e2'"),
    "claim": (CHOICE, "seed: [S01]", "seed: [S99]", "'S99'"),
    "objective": (CHOICE, "objective: ", 'objective: "" # ', f"{CHOICE}: "),
    "banned": (CHOICE, "Which fits", "It is proven. Which fits", "'proven'"),
    "hard": (CHOICE, "Which fits", LONG * 20 + "Which fits", f"{CHOICE}: "),
    "part": (CHOICE, "## hint", "## Hint", f"{CHOICE}, line "),
    "link": (SORT, "## debrief\n", "## debrief\nSee [it](#nowhere).\n", "'#nowhere'"),
    "module": ("00_start/module.md", "minutes: 8", "minutes: 0", "module.md, line 5: 'minutes'"),
    "passage": (STORY, "(#chair)", "(#chiar)", f"{STORY}, line "),
    "clock": (STORY, "budget: 5", "budget: 3", "'as_equal_as_possible'"),
    "no ending": (STORY, "## the_usual", "## the_other", "## the_usual"),
}


@pytestmark_small
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_caught(small, name):
    file, there, put, words = BROKEN[name]
    assert problems(small) == []
    edit(small, file, there, put)
    said = problems(small)
    assert [words in problem for problem in said].count(True) == 1, said


@pytestmark_small
def test_an_ending_that_no_path_reaches_is_caught(small):
    edit(small, STORY, "shared >= 2", "shared >= 7")
    unreached, late = problems(small)
    assert all(f"{STORY}, line 19: " in problem for problem in (unreached, late))
    assert all("'as_equal_as_possible'" in problem for problem in (unreached, late))


@pytestmark_small
def test_words_that_read_too_hard_are_caught_with_their_grade(small):
    edit(small, CHOICE, "Which fits", LONG * 20 + "Which fits")
    [problem] = problems(small)
    assert problem.identifier == "check_command.too_hard"
    assert problem.values["grade"] > problem.values["highest"]


@pytestmark_small
def test_a_line_said_twice_in_two_encounters_is_caught(small):
    path = small / "modules" / "exercises" / STORY
    text = path.read_text(encoding="utf-8").replace("m9-e4", "m9-e5")
    path.with_name("again.md").write_text(text, encoding="utf-8")
    write_book(small, "00_start", [*IDS, "00/again"])
    said = problems(small)
    assert len(said) >= 20
    files = (f"modules/exercises/{STORY}, ", "modules/exercises/00_start/again.md, ")
    assert all(problem.startswith(files) for problem in said)


@pytestmark_small
def test_an_option_without_feedback_is_caught_and_counted(small):
    path = small / "modules" / "exercises" / SORT
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("- ["))
    del lines[first + 1]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = report(small)
    assert found["options_without_feedback"] == 1
    assert found["problems"] == [at(SORT, first + 1, "check", "no_feedback", option="near")]


@pytestmark_small
def test_fitting_options_that_are_longest_are_caught(small):
    folder = small / "modules" / "exercises" / "00_start"
    longer = sample("choice", 1).replace("- [x] ", "- [x] " + "So it is said. " * 9)
    for number in range(10, 18):
        text = longer.replace("m9-e1", f"m9-e{number}")
        (folder / f"copy_{number}.md").write_text(text, encoding="utf-8")
    write_book(small, "00_start", [*IDS, *(f"00/copy_{n}" for n in range(10, 18))])
    [problem] = problems(small)
    assert "p = 0.0" in problem


@pytestmark_small
def test_an_exercise_that_no_notebook_shows_is_caught(small):
    path = small / "modules" / "exercises" / "00_start" / "extra.md"
    path.write_text(sample("choice", 9), encoding="utf-8")
    file = "modules/exercises/00_start/extra.md"
    assert problems(small) == [word("check_command", "not_shown", file=file)]


@pytestmark_small
def test_an_exercise_that_is_gone_is_caught(small):
    (small / "modules" / "exercises" / CHOICE).unlink()
    assert problems(small) == [word("check_command", "no_exercise", id="00/choice")]


def call(course, there, put):
    path = course / "modules" / "00_start.ipynb"
    text = path.read_text(encoding="utf-8")
    assert there in text
    path.write_text(text.replace(there, put), encoding="utf-8")


@pytestmark_small
@pytest.mark.parametrize(
    ("what", "name"),
    [("chart", "no_chart"), ("recall", "no_exercise"), ("exercise", "no_exercise")],
)
def test_a_call_of_what_is_not_there_is_caught(small, what, name):
    call(small, "wb.progress()", f'wb.{what}(\\"00/nothing\\")')
    assert problems(small) == [word("check_command", name, id="00/nothing")]


@pytestmark_small
@pytest.mark.parametrize("text", ["{", "[]", "5", "{}", '{"cells": 3}', "\x00"])
def test_a_notebook_that_cannot_be_read_is_one_problem_among_others(small, text):
    book = small / "modules" / "00_start.ipynb"
    book.write_text(text, encoding="utf-8")
    edit(small, SORT, "kind: sort", "kind: quiz")
    said = problems(small)
    assert word("notebooks", "not_readable", path=book) in said
    assert any(f"{SORT}, line 2: " in problem for problem in said)


@pytestmark_small
def test_a_course_without_its_list_of_seed_claims_is_a_problem(small, capsys):
    (small / "modules" / "seed_claims.yaml").unlink()
    assert main(["check", "--folder", str(small)]) == 1
    out, err = capsys.readouterr()
    assert "seed_claims.yaml" in out + err
    assert "Traceback" not in err


# Charts -------------------------------------------------------------------------------------------
@pytest.fixture
def one_chart(small, root, monkeypatch):
    """The small course with one chart and its table."""
    monkeypatch.setattr(catalog, "chart_ids", lambda: ["01/timeline"])
    monkeypatch.setattr(charts, "chart_ids", catalog.chart_ids)
    shutil.copytree(root / "datasets", small / "datasets")
    assert problems(small) == []
    return small


def test_a_chart_whose_table_is_gone_is_caught(one_chart):
    (one_chart / "datasets" / "timeline.csv").unlink()
    [problem] = problems(one_chart)
    assert problem.identifier == "chart_problems.broken"
    assert problem.values["chart"] == "01/timeline"


def test_a_chart_without_source_is_caught_and_counted(one_chart, monkeypatch):
    load = catalog.load
    monkeypatch.setattr(catalog, "load", lambda *a: replace(load(*a), sources=()))
    found = report(one_chart)
    assert found["charts_without_source"] == found["charts"] == 1
    assert found["problems"] == [word("chart_problems", "no_source", chart="01/timeline")]


def test_exercises_without_notebook_are_left_to_later(small, no_charts):
    """A module is written file by file; what has no notebook yet is not called unshown."""
    (small / "modules" / "00_start.ipynb").unlink()
    assert problems(small) == []
    assert Library(small).exercise_ids() == sorted(IDS)
