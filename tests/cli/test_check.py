"""`workbook check`: each rule is broken once in a copy of the course, and each is caught."""

import json
import re

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
ENCOUNTER_KEYS = {"id", "nodes", "choices", "paths", "endings", "equal_within_clock"}
ENCOUNTER_KEYS |= {"walked", "exact", "minutes", "over"}
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
    last = out.splitlines()[-1]
    assert last.startswith(f"All is well: {len(library.exercise_ids())} exercises, ")
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
    [two_weeks] = [row for row in found["encounters"] if row["id"] == "two_weeks"]
    assert set(two_weeks) == ENCOUNTER_KEYS
    assert (two_weeks["nodes"], two_weeks["choices"]) == (12, 38)
    assert (two_weeks["paths"], two_weeks["exact"]) == (177_147, True)
    assert sum(two_weeks["endings"].values()) == pytest.approx(1)
    assert two_weeks["equal_within_clock"] is True


@pytest.fixture
def no_charts(monkeypatch):
    """Leave out the charts, which take the longest and have tests of their own."""
    from workbook.cli import check

    monkeypatch.setattr(check, "_charts", lambda root: (0, 0, []))


@pytest.mark.usefixtures("no_charts")
def test_the_table_says_the_size_of_each_encounter_and_the_share_of_each_ending(root, capsys):
    main(["check", "--folder", str(root)])
    said = capsys.readouterr().out
    assert "two_weeks: 12 nodes, 38 choices, 177,147 paths\n" in said
    table = said.partition("two_weeks: ")[2].partition("\n\n")[0]
    shares = re.findall(r"^ +(\d+\.\d)%  (\w+)$", table, re.MULTILINE)
    assert [name for _, name in shares][2] == "as_equal_as_possible"
    assert sum(float(share) for share, _ in shares) == pytest.approx(100, abs=0.3)
    assert re.search(r"^  \d+ to \d+ minutes; \d+\.\d% of the paths run over$", table, re.MULTILINE)


@pytest.mark.usefixtures("no_charts")
def test_an_encounter_with_very_many_paths_says_that_they_were_drawn_by_lot(course, capsys):
    text = (course / "modules" / "encounters" / "two_weeks.md").read_text(encoding="utf-8")
    passage = text[text.index("## the_plan") : text.index("## the_note")]
    more = "".join(
        passage.replace("## the_plan", f"## plan_{n}").replace("(#the_note)", f"(#plan_{n + 1})")
        for n in range(2)
    )
    last = passage.replace("## the_plan", "## plan_2")
    longer = text.replace(passage, passage.replace("(#the_note)", "(#plan_0)") + more + last)
    (course / "modules" / "encounters" / "two_weeks.md").write_text(longer, encoding="utf-8")
    main(["check", "--folder", str(course)])
    said = capsys.readouterr().out
    assert "20,000 paths drawn by lot from at least 4,782,969 paths" in said


STORY = "encounters/two_weeks.md"


@pytest.mark.usefixtures("no_charts")
@pytest.mark.parametrize(
    ("there", "put", "words"),
    [
        ("(#the_letter)", "(#the_leter)", "two_weeks.md, line "),
        ("shared >= 5", "shared >= 7", "No path reaches the ending 'as_equal_as_possible'"),
        ("budget: 20", "budget: 9", "'as_equal_as_possible' is not reached within 9 minutes"),
        (
            "\n  as_equal_as",
            "\n  as_equal_in_all: told_extension\n  as_equal_as",
            "no part '## as_e",
        ),
    ],
)
def test_a_broken_encounter_is_caught(course, there, put, words):
    path = course / "modules" / STORY
    text = path.read_text(encoding="utf-8")
    assert there in text
    path.write_text(text.replace(there, put, 1), encoding="utf-8")
    assert any(words in problem for problem in problems(course))


@pytest.mark.usefixtures("no_charts")
def test_a_line_said_twice_in_two_encounters_is_caught(course):
    path = course / "modules" / STORY
    text = path.read_text(encoding="utf-8").replace("enc-two-weeks", "enc-again")
    path.with_name("again.md").write_text(text, encoding="utf-8")
    said = [problem for problem in problems(course) if "has been said before" in problem]
    assert len(said) >= 38 * 5
    assert all(p.startswith(("modules/encounters/again.md, ", f"modules/{STORY}, ")) for p in said)


def test_a_problem_is_said_last_and_gives_code_1(course, capsys):
    edit(course, CLAIMS, "minutes: 5", "minutes: five")
    assert main(["check", "--folder", str(course)]) == 1
    said = capsys.readouterr().out
    last = said.splitlines()[-1]
    assert last.startswith(f"modules/exercises/{CLAIMS}, line 6: 'minutes' is a whole number")
    assert "All is well" not in said
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
    at = f"modules/exercises/{SORT}, line {first + 1}: "
    assert [p.startswith(at) for p in found["problems"]].count(True) == 1


def test_fitting_options_that_are_longest_are_caught(course):
    for name in (CLAIMS, "01_colonial_roots/leaning_too_hard.md"):
        edit(course, name, "- [x] ", "- [x] " + "So it is said and so it may be. " * 9)
    more = course / "modules" / "exercises" / CLAIMS
    for number in range(5):
        text = more.read_text(encoding="utf-8").replace("m0-e1", f"m0-e9{number}")
        more.with_name(f"copy_{number}.md").write_text(text, encoding="utf-8")
    assert any("The fitting option is the longest too often" in p for p in problems(course))


def test_an_exercise_that_no_notebook_shows_is_caught(course):
    path = course / "modules" / "exercises" / CLAIMS
    text = path.read_text(encoding="utf-8").replace("draft: m0-e1", "draft: m0-e9")
    path.with_name("extra.md").write_text(text, encoding="utf-8")
    assert problems(course) == [
        "modules/exercises/00_start_here/extra.md: No notebook shows this exercise."
    ]


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

    from workbook.charts.kit import catalog

    load = catalog.load
    monkeypatch.setattr(catalog, "load", lambda *a: replace(load(*a), sources=()))
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
