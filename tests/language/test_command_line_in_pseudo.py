"""What a terminal shows is in the language spoken: help of every command, and what they print."""

import argparse

import pytest
import yaml
from language.visible import english

from workbook.cli import command_line, main


def commands(parser, name=()):
    """Give the name of every command, of those inside others too."""
    yield name
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, inner in action.choices.items():
                yield from commands(inner, (*name, word))


COMMANDS = list(commands(command_line()))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_help_of_a_command(course_of_nobody, capsys, command):
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    said = capsys.readouterr().out
    assert "úúšááğéé" in said
    assert english(said, [" ".join(("workbook", *command))]) == []


@pytest.mark.slow
def test_a_check_of_the_course(course_of_nobody, table_cells, capsys):
    main(["check", "--folder", str(course_of_nobody), "--strict"])
    policy = yaml.safe_load((course_of_nobody / "modules" / "policy.yaml").read_text("utf-8"))
    leads = [
        lead.rstrip(".") for lead in policy["leads"]
    ]  # those of the course, not of the program
    assert english(capsys.readouterr().out, table_cells + leads) == []


def test_a_journal_and_a_mistake(course_of_nobody, capsys, tmp_path):
    assert main(["journal", "--journal", str(tmp_path / "journal.jsonl")]) == 0
    assert main(["journal", "import", str(tmp_path / "nothing.jsonl")]) == 1
    assert english("\n".join(capsys.readouterr()).replace(str(tmp_path), ""), []) == []
