"""Wrong usage is explained in our own words: each mistake that can be typed has its sentence."""

import argparse

import pytest
from language.visible import english

from workbook.cli import main
from workbook.cli.command import Parser, add_command
from workbook.cli.mistakes import SAID, explain
from workbook.words import word

# What is typed -> the sentence, and the values in it
TYPED = {
    "evaluate cards.csv": ("missing", {"names": "--improvement"}),
    "journal erase": ("one_missing", {"names": "EXERCISE --all"}),
    "check --loud": ("not_known", {"names": "--loud"}),
    "agree a.csv --level it's": ("no_choice", {"argument": "--level", "value": "it's"}),
    "dance": ("no_choice", {"argument": "command", "value": "dance"}),
    "journal erase 00/x --all": ("not_together", {"argument": "--all", "other": "EXERCISE"}),
    "check --json=yes": ("takes_nothing", {"argument": "--json", "value": "yes"}),
    "plan --cases": ("no_value", {"argument": "--cases"}),
    "cohort --output picture.html": ("missing", {"names": "PATH"}),
    "plan --cases A --sessions ten": ("no_number", {"argument": "--sessions", "value": "ten"}),
    "plan --effect 0,4 --cases A": ("no_number", {"argument": "--effect", "value": "0,4"}),
    "plan --s": ("two_meanings", {"value": "--s"}),
    "start --port x": ("about", {"argument": "--port"}),
}


def complaint(capsys, typed):
    with pytest.raises(SystemExit) as ended:
        main(typed.split())
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_each_sentence_can_be_brought_about():
    assert {name for name, _ in TYPED.values()} == {*SAID, "about"}


@pytest.mark.parametrize("typed", TYPED)
def test_each_mistake_has_its_sentence(capsys, monkeypatch, typed):
    said = []
    monkeypatch.setattr(
        "workbook.cli.command.explain", lambda text: said.append(explain(text)) or said[0]
    )
    shown = complaint(capsys, typed)
    name, values = TYPED[typed]
    assert said[0].identifier == f"usage.{name}"
    assert values.items() <= said[0].values.items()
    assert str(said[0]) in shown


@pytest.mark.parametrize("typed", TYPED)
def test_each_mistake_in_another_language(course_of_nobody, capsys, typed):
    shown = complaint(capsys, typed).rpartition("\nworkbook ")[2]
    assert "ľ" in shown
    assert english(shown, ["workbook journal erase"]) == []


def test_choices_bear_no_quotes_in_any_version_of_python():
    old, new = (
        f"argument --x: invalid choice: 'c' (choose from {c})" for c in ("'a', 'b'", "a, b")
    )
    assert explain(old) == explain(new)
    guessed = new.replace("'c' ", "'c', maybe you meant 'a'? ")
    assert explain(guessed) == explain(new)


def test_a_sentence_that_nobody_knows_yet():
    assert explain("a new one of Python").identifier == word("usage", "other").identifier


def test_a_command_names_itself(capsys):
    with pytest.raises(SystemExit):
        add_command(Parser(prog="look").add_subparsers(), "at", "h", "a", "e").parse_args(["-x"])
    said = capsys.readouterr().err
    problem = word("usage", "not_known", names="-x")
    assert word("usage", "wrong", command="look at", problem=problem) in said


def test_nothing_is_changed_in_what_others_use():
    with pytest.raises(argparse.ArgumentError, match="invalid choice"):
        other = argparse.ArgumentParser(exit_on_error=False)
        other.add_argument("--x", choices=["a"])
        other.parse_args(["--x", "b"])
