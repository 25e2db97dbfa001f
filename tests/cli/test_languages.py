"""`workbook check --against`: what the words of a language lack."""

import json
import os
from pathlib import Path

import pytest

from workbook.cli import main
from workbook.words import differences, word


def test_a_language_that_lacks_words_is_told_group_by_group(spanish, capsys):
    assert main(["check", "--against", spanish]) == 1
    lines = capsys.readouterr().out.splitlines()
    missing = [name for name in differences("es")["missing"] if name.startswith("progress.")]
    short = [name.partition(".")[2] for name in sorted(missing)]
    about = {"group": "progress", "n": len(short), "names": ", ".join(short)}
    assert word("check_command", "missing", **about) in lines
    assert word("check_command", "unknown", group="own", n=1, names="x") in lines
    assert word("check_command", "other_values", group="module", n=1, names="left") in lines
    groups = {name.partition(".")[0] for name in differences("es")["missing"]}
    assert len(lines) == len(groups) + 2


def test_a_word_that_is_there_is_not_called_missing(spanish, capsys):
    main(["check", "--against", spanish, "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found == differences("es")
    assert "module.minutes" not in found["missing"]


def test_a_language_that_has_every_word_is_well(capsys):
    assert main(["check", "--against", "en"]) == 0
    out = capsys.readouterr().out
    assert out == f"{word('check_command', 'language_whole', language='en')}\n"


def test_an_unknown_language_is_answered_with_those_that_there_are(spanish, capsys):
    assert main(["check", "--against", "xx"]) == 1
    named = {"language": "xx", "languages": "en, es"}
    said = word("check_command", "no_language", **named)
    assert capsys.readouterr() == ("", f"workbook: {said}\n")


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        (b"progress:\n  title: [Hola\n", 3, "no_yaml"),
        (b"progress:\n  a: uno\n title: dos\n", 3, "no_yaml"),
        (b"progress:\n  title: A\xf1o\n", 0, "no_letters"),
        (b"- Hola\n", 0, "no_groups"),
        (b"Hola\n", 0, "no_groups"),
        (b"module:\n  left: Faltan\n", 0, "group_twice"),
    ],
)
@pytest.mark.parametrize("spoken", ["en", "es"])
def test_a_file_that_cannot_be_read_is_named(
    spanish, capsys, monkeypatch, text, line, name, spoken
):
    path = Path(os.environ["WORKBOOK_WORDS"], spanish, "typed.yaml")
    path.write_bytes(text)
    monkeypatch.setenv("WORKBOOK_LANGUAGE", spoken)
    assert main(["check", "--against", spanish]) == 1
    monkeypatch.delenv("WORKBOOK_LANGUAGE")
    message = word("check_command", name, group="module")
    where = {"file": str(path), "line": line, "message": message}
    said = word("trouble", "in_line" if line else "in_file", **where)
    assert capsys.readouterr() == ("", f"workbook: {said}\n")


def test_a_curly_bracket_that_is_left_open_is_listed(spanish, capsys):
    path = Path(os.environ["WORKBOOK_WORDS"], spanish, "typed.yaml")
    path.write_text("progress:\n  title: Hasta {aquí\n", encoding="utf-8")
    main(["check", "--against", spanish, "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["other_values"] == ["module.left", "progress.title"]
