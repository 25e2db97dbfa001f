"""`workbook packet`: what it prints comes from the files of the course."""

import csv
import json

import pytest
from the_course import COURSE

from workbook.cli import main
from workbook.content.markup import inline_html, plain_words
from workbook.design import SIDES
from workbook.packet import Agenda, agenda, page, questions_needed, rater_table
from workbook.words import word


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("minutes", "asked"), [(0, 10), (60, 10), (61, 11), (72, 11), (73, 12), (270, 28), (330, 33)]
)
def test_ten_for_the_first_hour_and_five_for_each_further(minutes, asked):
    assert questions_needed(minutes) == asked


@pytest.mark.parametrize("way", ["core", "full"])
def test_the_agenda_adds_up_to_the_minutes_of_the_modules(way):
    found = agenda(COURSE, way)
    own = [m for m in COURSE.modules() if m.number != found.test.id[:2]]
    stated = [(m.core_minutes or m.minutes) if way == "core" else m.minutes for m in own]
    assert found.minutes == sum(stated)
    hours, minutes = divmod(found.minutes, 60)
    assert f"-{hours}:{minutes:02d}</td>" in page(found)


def test_each_objective_is_evaluated_in_its_own_words():
    made = page(agenda(COURSE))
    for module in agenda(COURSE).modules:
        for objective in module.objectives:
            assert made.count(inline_html(objective)) == 2, "in the agenda and in the form"


def test_the_packet_says_who_can_grant_credit_and_leaves_names_to_the_certificate():
    made = page(agenda(COURSE))
    for name in ("credit", "certificate_who", "evaluation_about", "access_before"):
        assert word("packet", name) in made
    assert "<script" not in made
    assert "http" not in made.replace("http-equiv", "")


def test_a_course_without_a_test_says_so():
    assert word("packet", "no_test") in page(Agenda((), "core"))


def test_too_few_questions_are_told():
    found = agenda(COURSE, "full")
    long = Agenda(found.modules * 3, "full", found.test)
    values = {"asked": len(found.test.items), "needed": questions_needed(long.minutes)}
    assert word("packet", "test_few", **values) in page(long)


def test_the_card_has_six_sides_with_three_anchors_each(folder):
    [card] = agenda(COURSE).cards
    assert card.settings["scale"] == ["0", "1", "2", "3", "4"]
    assert [item.key for item in card.items] == list(SIDES)
    for item in card.items:
        text = plain_words(item.text)
        assert all(f" {point}: " in text for point in (0, 2, 4))


def fill(path, shift):
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["unit", "code"])
        out.writerows(
            [row["unit"], (n * 7 % 5 + shift * (n % 3 == 0)) % 5] for n, row in enumerate(rows)
        )


def test_two_raters_tables_are_read_by_agree(folder, capsys):
    assert main(["packet", "--output", "p.html", "--raters", "a.csv", "b.csv", "--talks", "8"]) == 0
    for name, shift in (("a.csv", 0), ("b.csv", 1)):
        fill(folder / name, shift)
    capsys.readouterr()
    assert main(["agree", "a.csv", "b.csv", "--level", "interval", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    icc = next(each for name, each in found["measures"].items() if "icc" in name)
    assert icc["low"] < icc["value"] < icc["high"] <= 1
    assert len(rater_table(agenda(COURSE).cards[0], 8).splitlines()) == 1 + 8 * 6


@pytest.mark.parametrize(
    ("more", "name"),
    [
        (["--output", "p.doc"], "ending"),
        (["--output", "p.html", "--raters", "p.html"], "same"),
        (["--output", "p.html", "--talks", "0"], "few"),
        (["--output", "p.html", "--talks", "501"], "few"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(folder, capsys, more, name):
    assert main(["packet", *more]) == 1
    assert str(word("packet_command", name)) in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_a_file_that_is_there_is_left_alone(folder, capsys):
    (folder / "a.csv").write_text("mine")
    assert main(["packet", "--output", "p.html", "--raters", "a.csv"]) == 1
    assert str(word("packet_command", "there", path="a.csv")) in capsys.readouterr().err
    assert [p.name for p in folder.iterdir()] == ["a.csv"]
    assert main(["packet", "--output", "p.html", "--raters", "a.csv", "--force"]) == 0


def test_a_place_that_cannot_be_written_is_told(folder, capsys):
    assert main(["packet", "--output", "missing/p.html"]) == 1
    assert "missing" in capsys.readouterr().err
    assert list(folder.iterdir()) == []
