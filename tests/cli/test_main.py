"""The command line as a whole: codes, sentences, help with an example."""

import subprocess
import sys

import pytest

from workbook import cli
from workbook.cli import main
from workbook.errors import WorkbookError
from workbook.words import word, words

COMMANDS = ["start", "check", "notebooks", "journal", "evaluate", "plan", "agree"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(capsys, command):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    example = words(f"{command}_command")["example"].partition(":")[0]
    assert f"workbook {command}" in said.partition(example)[2]


def test_the_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(command in said for command in COMMANDS)


@pytest.mark.parametrize(
    "given", [[], ["dance"], ["check", "--loud"], ["notebooks"], ["notebooks", "x"]]
)
def test_wrong_usage_is_code_2(capsys, given):
    with pytest.raises(SystemExit) as ended:
        main(given)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(f"{words('usage')['usage']}: workbook")


def test_a_mistake_is_one_sentence_and_code_1(tmp_path, capsys):
    assert main(["check", "--folder", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"workbook: {word('library', 'no_course', folder=tmp_path)}\n"
    assert "Traceback" not in err


def test_errors_become_codes(monkeypatch, capsys):
    def fail(args):
        raise WorkbookError("So.")

    monkeypatch.setattr(cli.check, "run", fail)
    assert main(["check"]) == 1
    assert capsys.readouterr().err == "workbook: So.\n"


def test_a_programming_error_is_not_hidden(monkeypatch):
    def fail(args):
        raise ZeroDivisionError

    monkeypatch.setattr(cli.check, "run", fail)
    with pytest.raises(ZeroDivisionError):
        main(["check"])


def test_the_installed_command_runs():
    line = [sys.executable, "-c", "import sys; from workbook.cli import main; sys.exit(main())"]
    done = subprocess.run([*line, "check", "--help"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
