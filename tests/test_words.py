"""The words of the interface: none missing, none left over, none that the course does not say."""

import ast
import re

import pytest
import yaml

from workbook.widgets.kinds import KINDS
from workbook.widgets.page import script
from workbook.widgets.spec import REVEAL
from workbook.words import FOLDER, word, words

SCRIPTS = {
    "exercise": [
        ("dom", "draft", "exercise", "choosing", "mapping"),
        ("dom", "draft", "exercise", "making"),
    ],
    "module": [("dom", "panel", "start")],
    "progress": [("dom", "panel", "progress")],
    "recall": [("dom", "panel", "recall")],
    "talk": [("dom", "panel", "transcript")],
    "answers": [("dom", "draft", "panel", "answers")],
}
EXERCISE = ("dom", "draft", "exercise")
ADDED = {one.words: [(*EXERCISE, *one.parts)] for one in KINDS.values() if one.words}
SCRIPTS |= ADDED  # a kind's own words lie over those of every exercise
CURLY = re.compile(r"\{(\w+)\}")


def groups():
    text = (FOLDER / "en.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


def code(group):
    """Give the program of a view without its words."""
    joined = [script(*parts, group=group) for parts in SCRIPTS[group]]
    return "\n".join(text.partition("\n")[2] for text in joined)


def python(root):
    """Give the program of every module."""
    return [path.read_text(encoding="utf-8") for path in (root / "workbook").rglob("*.py")]


def texts(program):
    """Give every whole text that stands in a program of Python."""
    constants = (n.value for n in ast.walk(ast.parse(program)) if isinstance(n, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


def asked_in_python(programs, group):
    """Give what modules that read a group may ask of it; one that goes through it asks for all."""
    asked = set()
    for program in programs:
        if re.search(rf"\bwords?\([\"']{group}[\"']", program):
            asked |= texts(program)
        if f'in words("{group}")' in program:
            asked |= set(words(group))
    return asked


def asked_in_script(group):
    """Give what a view asks for by name, or names in a list or a call."""
    program = code(group)
    asked = set(re.findall(r"\bWORDS\.(\w+)", program))
    if "WORDS[" in program:
        asked |= set(re.findall(r"(?<!=== )\"(\w+)\"", program))
    return asked


@pytest.mark.parametrize("group", SCRIPTS)
def test_every_word_that_a_view_asks_for_is_there(group):
    asked = set(re.findall(r"\bWORDS\.(\w+)", code(group)))
    common = set(words("exercise")) if group in ADDED else set()
    assert asked - set(words(group)) - common == set()


@pytest.mark.parametrize("group", groups())
def test_no_word_is_left_over(root, group):
    programs = python(root)
    asked = asked_in_python(programs, group)
    if group in SCRIPTS:
        asked |= asked_in_script(group)
    if group == "exercise":  # its words serve every kind, save those that a kind's own lie over
        asked |= {f"{name}_short" for name in ("up", "down")} | {*REVEAL.values(), "show_notes"}
        for kind in ADDED:
            asked |= asked_in_script(kind) - set(words(kind))
    joined = "\n".join([*programs, code(group) if group in SCRIPTS else ""])
    starts = r"WORDS\[`(\w+_)\$\{|word\(\"\w+\", f\"(\w+_)\{"  # as in WORDS[`role_${name}`]
    prefixes = tuple(one or other for one, other in re.findall(starts, joined))
    assert {name for name in words(group) if not name.startswith(prefixes)} - asked == set()


def test_a_word_that_only_looks_used_is_left_over():
    program = 'word("module", "minutes")\nself.say(f"<b class=\\"left\\">")'
    assert asked_in_python([program], "module") & set(words("module")) == {"minutes"}
    assert asked_in_python([program], "progress") == set()


@pytest.mark.parametrize("group", groups())
def test_no_word_is_empty_or_shouts(group):
    for name, text in words(group).items():
        assert text.strip() == text, name
        assert text, name
        assert "!" not in text, name
        assert not re.search(r"\b(wrong|proven|well done|correct)\b", text, re.IGNORECASE), name


def test_values_are_filled_in():
    assert word("module", "left", done=1, total=3, minutes=9) == (
        "1 of 3 exercises done. About 9 minutes left."
    )


def test_a_value_that_is_missing_is_noticed():
    for name in CURLY.findall(words("module")["left"]):
        others = {"done": 1, "total": 2, "minutes": 3}
        del others[name]
        with pytest.raises(KeyError, match=name):
            word("module", "left", **others)


@pytest.mark.parametrize("call", [lambda: words("nothing"), lambda: word("exercise", "nothing")])
def test_an_unknown_word_is_an_error_of_ours(call):
    with pytest.raises(KeyError, match="nothing"):
        call()
