"""Ctrl+C ends a command in one sentence, whatever it is about to load or to do."""

import subprocess
import sys

import pytest

from workbook.words import word

# Ctrl+C reaches the process at the moment at which it asks for a certain module.
PRESSED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)

class Press:
    def find_spec(self, name, *_):
        if name == sys.argv[0]:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)

sys.argv.pop(0)
sys.meta_path.insert(0, Press())
from workbook.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize(
    "module",
    [
        "workbook.cli",
        "argparse",
        "yaml",
        "yaml.reader",
        "yaml._yaml",
        "workbook.cli.cards",
        "workbook.packet.page",
    ],
)
def test_it_is_answered_while_the_command_loads(module):
    line = [sys.executable, "-c", PRESSED, module, "check", "--help"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    told = f"workbook: {word('command', 'stopped')}\n"
    assert (done.returncode, done.stdout, done.stderr) == (130, "", told)


def test_it_is_answered_while_the_command_works(monkeypatch, capsys):
    from workbook import cli
    from workbook.__main__ import main

    def work(args):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.check, "run", work)
    monkeypatch.setattr(sys, "argv", ["workbook", "check"])
    ignored = []
    monkeypatch.setattr("signal.signal", lambda *given: ignored.append(given))
    assert main() == 130
    assert capsys.readouterr().err == f"workbook: {word('command', 'stopped')}\n"
    assert len(ignored) == 1, "a second press does not break off the sentence"
