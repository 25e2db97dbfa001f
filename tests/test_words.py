"""The words of the interface: none missing, none left over, none that the course does not say."""

import re

import pytest
import yaml

from workbook.widgets.kinds import KINDS
from workbook.widgets.page import script
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
    files = (root / "workbook").rglob("*.py")
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("group", SCRIPTS)
def test_every_word_that_a_view_asks_for_is_there(group):
    asked = set(re.findall(r"\bWORDS\.(\w+)", code(group)))
    common = set(words("exercise")) if group in ADDED else set()
    assert asked - set(words(group)) - common == set()


@pytest.mark.parametrize("group", groups())
def test_no_word_is_left_over(root, group):
    program = python(root) + (code(group) if group in SCRIPTS else "")
    joined = {f"{name}_short" for name in ("up", "down") if "}_short`" in program}
    starts = r"WORDS\[`(\w+_)\$\{|word\(\"\w+\", f\"(\w+_)\{"  # as in WORDS[`role_${name}`]
    for prefix in (one or other for one, other in re.findall(starts, program)):
        joined |= {name for name in words(group) if name.startswith(prefix)}
    unused = [name for name in words(group) if not re.search(rf"\b{name}\b", program)]
    assert set(unused) - joined == set()


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
