"""`workbook journal` as a person types it."""

import io
import sys

import pytest

from workbook.cli import journal as command
from workbook.cli.command import Parser
from workbook.errors import JournalError
from workbook.journal import Journal
from workbook.words import word

ID = "01/who_benefits"


@pytest.fixture
def journal(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_JOURNAL", str(tmp_path / "journal.jsonl"))
    journal = Journal(tmp_path / "journal.jsonl")
    journal.save(ID, {"n": 1})
    journal.save(ID, {"n": 2})
    journal.save("01/other", {"n": 3})
    return journal


def run(*words):
    parser = Parser(prog="workbook")
    command.add_parser(parser.add_subparsers(required=True))
    args = parser.parse_args(["journal", *map(str, words)])
    return args.run(args)


def erased(count, exercises):
    """Say that so many answers in so many exercises are gone."""
    return told("erased", answers=answers(count), exercises=told("exercises", n=exercises))


def told(name, **values):
    return word("journal_command", name, **values)


def answers(n):
    return told("answers", n=n)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_it_shows_where_the_journal_is_and_what_is_in_it(journal, capsys):
    assert run() == 0
    shown = capsys.readouterr().out
    assert shown.splitlines() == [
        told("where", path=journal.path),
        told("holds", answers=answers(3), exercises=2),
    ]


def test_it_shows_problems_but_not_a_flood_of_them(journal, capsys):
    with journal.path.open("ab") as file:
        file.write(b"junk\n" * 40)
    assert run() == 0
    shown = capsys.readouterr().out
    assert word("journal", "line_broken", line=4, name="journal.jsonl") in shown
    assert told("more_lines", n=30) in shown
    assert len(shown.splitlines()) < 15


def test_no_journal_yet(tmp_path, capsys):
    assert run("--journal", tmp_path / "none" / "j.jsonl") == 0
    assert capsys.readouterr().out.startswith(told("none_yet", path=tmp_path / "none" / "j.jsonl"))
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("before", [True, False])
def test_another_journal_may_be_named_before_or_after_the_action(journal, tmp_path, capsys, before):
    other = Journal(tmp_path / "other.jsonl")
    other.save(ID, {})
    option, action = ["--journal", other.path], ["export", tmp_path / "copy.csv"]
    assert run(*(option + action if before else action + option)) == 0
    assert told("wrote", answers=answers(1), path=tmp_path / "copy.csv") in capsys.readouterr().out


def test_export_and_import(journal, tmp_path, capsys):
    copy = tmp_path / "copy.jsonl"
    assert run("export", copy) == 0
    with pytest.raises(JournalError) as caught:
        run("export", copy)
    assert caught.value.args[0].identifier == "journal.already_there"
    assert run("export", copy, "--force") == 0
    journal.erase("01/other")
    with copy.open("ab") as file:
        file.write(b"torn")
    assert run("import", copy) == 0
    shown = capsys.readouterr().out
    assert told("wrote", answers=answers(3), path=copy) in shown
    assert told("added", answers=answers(1), all=3) in shown
    assert word("journal", "line_broken", line=4, name="copy.jsonl") in shown
    assert journal.count() == 3


def test_erase_asks_first(journal, capsys, monkeypatch):
    for answer in ("n\n", "\n", ""):
        monkeypatch.setattr(sys, "stdin", Terminal(answer))
        assert run("erase", ID) == 0
        assert told("nothing_erased") in capsys.readouterr().out
    assert journal.count() == 3
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    assert run("erase", ID) == 0
    shown = capsys.readouterr().out
    asked = told("erase_exercise_of_them", answers=answers(1), exercise=ID)
    assert shown == f"{asked} {erased(1, 1)}\n", "saved twice, it is one answer"
    assert journal.exercises() == ["01/other"]


def test_without_a_terminal_erase_refuses_unless_told(journal, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    for what in ([ID], ["--all"]):
        with pytest.raises(JournalError) as caught:
            run("erase", *what)
        assert caught.value.args[0].identifier == "journal_command.nobody_to_ask"
    assert journal.count() == 3
    assert run("erase", ID, "--yes") == 0
    assert run("erase", "--all", "--yes") == 0
    assert erased(1, 1) in capsys.readouterr().out
    assert not journal.path.exists()


def test_erasing_all_counts_answers_and_exercises_and_not_saves(journal, monkeypatch, capsys):
    for moment in ("a", "b"):
        texts = {"one": moment, "two": moment}
        journal.save("01/where_i_stand", {"texts": texts, "shown": True})
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    assert run("erase", "--all") == 0
    inside = told("exercises", n=3)
    asked = told("erase_all_of_them", answers=answers(4), exercises=inside)
    assert capsys.readouterr().out == f"{asked} {erased(4, 3)}\n"


def test_erase_of_an_unknown_exercise_names_the_known_ones(journal):
    with pytest.raises(JournalError) as caught:
        run("erase", "01/nothing", "--yes")
    about = {"exercise": "01/nothing", "path": journal.path, "known": f"01/other, {ID}"}
    assert caught.value.args[0] == told("no_answers", **about)
    assert journal.count() == 3


@pytest.mark.parametrize("words", [["erase"], ["erase", ID, "--all"], ["export"], ["nothing"]])
def test_wrong_usage(journal, words, capsys):
    with pytest.raises(SystemExit) as caught:
        run(*words)
    assert caught.value.code == 2
    assert journal.count() == 3


@pytest.mark.parametrize("words", [[], ["export"], ["import"], ["erase"]])
def test_every_help_has_an_example(words, capsys):
    with pytest.raises(SystemExit) as caught:
        run(*words, "--help")
    assert caught.value.code == 0
    line = " ".join(["workbook journal", *words])
    assert told("example", line=line) in capsys.readouterr().out
