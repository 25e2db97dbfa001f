"""`workbook check --strict` on minutes and objectives: each promise broken once."""

import json

import pytest
from small_course import write_book

from workbook.cli import main
from workbook.cli.check import report
from workbook.words import word

pytestmark = pytest.mark.usefixtures("no_charts")
POLICY = "private: []\nsourced: [sort]\nleast_share: 0\nlongest_text: 400\n"
MODULE = "modules/exercises/00_start/module.md"
CHOICE = "modules/exercises/00_start/choice.md"


def put(course, file, there, other):
    path = course / file
    text = path.read_text(encoding="utf-8")
    assert there in text
    path.write_text(text.replace(there, other, 1), encoding="utf-8")


def ask(course, **more):
    lines = "".join(f"{name}: {value}\n" for name, value in more.items())
    (course / "modules" / "policy.yaml").write_text(POLICY + lines, encoding="utf-8")
    return [
        (p.values["file"], p.values["problem"]) for p in report(course, strict=True)["problems"]
    ]


def figures(course, part, name):
    return next(row for row in report(course)["minutes"][part] if row["id"] == name)


def test_a_stated_time_far_from_the_measured_one_is_caught(small):
    put(small, CHOICE, "minutes: 2", "minutes: 9")
    takes = f"{figures(small, 'exercises', '00/choice')['minutes']:.0f}"
    problem = word("strict", "minutes_off", stated=9, minutes=takes)
    assert (CHOICE, problem) in ask(small, minutes_off=0.2)
    assert (CHOICE, problem) not in ask(small, minutes_off=99)
    assert (CHOICE, problem) not in ask(small)


def test_both_ways_of_a_module_are_measured(small):
    before = figures(small, "modules", "00")
    assert before["core_minutes"] == before["minutes"]
    put(small, CHOICE, "minutes: 2", "minutes: 2\nway: full")
    after = figures(small, "modules", "00")
    alone = figures(small, "exercises", "00/choice")
    assert alone["way"] == "full"
    assert after["minutes"] == before["minutes"]
    assert after["core_minutes"] == pytest.approx(before["minutes"] - alone["minutes"], abs=0.11)


def test_a_section_of_the_full_way_is_left_out_of_the_core_way(small):
    def reading(heading):
        path = small / "modules" / "00_start.ipynb"
        write_book(small, "00_start", ["00/choice", "00/sort", "00/reflection", "00/encounter"])
        book = json.loads(path.read_text(encoding="utf-8"))
        text = [f"## {heading}\n", "word " * 200]
        cell = {"cell_type": "markdown", "id": "more", "metadata": {}, "source": text}
        book["cells"].insert(2, cell)
        path.write_text(json.dumps(book), encoding="utf-8")
        return figures(small, "modules", "00")

    core, full = reading("More"), reading(f"More {word('module', 'full_mark')}")
    assert core["core_minutes"] == core["minutes"]
    assert full["minutes"] - full["core_minutes"] == pytest.approx(1, abs=1.5)
    assert full["core_minutes"] < core["core_minutes"]


def test_a_core_way_that_says_too_little_is_caught(small):
    put(small, MODULE, "minutes: 8", "minutes: 8\ncore_minutes: 1")
    takes = f"{figures(small, 'modules', '00')['core_minutes']:.0f}"
    problem = word("strict", "core_minutes_off", stated=1, minutes=takes)
    assert (MODULE, problem) in ask(small, minutes_off=0.2)


def test_a_core_way_longer_than_the_full_one_cannot_be_read(small):
    put(small, MODULE, "minutes: 8", "minutes: 8\ncore_minutes: 9")
    assert any("core_minutes" in problem for problem in report(small)["problems"])


def test_every_objective_is_shown_by_an_exercise_that_counts(small):
    problem = word("strict", "not_shown", n="1", objective="Try it out.")
    assert (MODULE, problem) in ask(small, objectives_shown="yes")
    put(small, CHOICE, "minutes: 2", "minutes: 2\nshows: [1]")
    assert ask(small, objectives_shown="yes") == []
    put(small, CHOICE, "shows: [1]", "shows: [1]\noptional: yes")
    assert (MODULE, problem) in ask(small, objectives_shown="yes")
    put(small, CHOICE, "shows: [1]\noptional: yes", "shows: [1, 2]")
    assert (CHOICE, word("strict", "no_objective", n="2")) in ask(small, objectives_shown="yes")


def test_a_way_that_there_is_not_is_a_sentence(small):
    put(small, CHOICE, "minutes: 2", "minutes: 2\nway: short")
    assert any(word("reader", "way", known="core, full") in p for p in report(small)["problems"])


def test_the_command_prints_both_sums(small, capsys):
    put(small, CHOICE, "minutes: 2", "minutes: 2\nway: full")
    main(["check", "--folder", str(small)])
    out = capsys.readouterr().out
    assert word("check_command", "module_minutes", **figures(small, "modules", "00")) in out
    assert word("check_command", "full_minutes", **figures(small, "exercises", "00/choice")) in out
