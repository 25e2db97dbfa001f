"""The words of the interface: none missing, none left over, none that the course does not say."""

import ast
import copy
import functools
import pickle
import re

import pytest
import yaml

from workbook.charts import chart_ids
from workbook.kinds import kind_of, names
from workbook.site.light.views import view_parts
from workbook.widgets.exercise import exercise_parts
from workbook.widgets.page import script
from workbook.widgets.panels import AnswersWidget, ProgressWidget, RecallWidget, StartWidget
from workbook.widgets.table_form import TableWidget
from workbook.widgets.transcript import TranscriptWidget
from workbook.words import (
    FOLDER,
    KINDS,
    READY,
    Message,
    differences,
    language,
    languages,
    use,
    whole_language,
    word,
    words,
)
from workbook.words import _flat as flat

PANELS = [StartWidget, ProgressWidget, RecallWidget, AnswersWidget, TranscriptWidget, TableWidget]
VIEWS = [(panel.parts, panel.groups) for panel in PANELS]
VIEWS += [exercise_parts(kind) for kind in names()]
VIEWS += [view_parts(kind) for kind in [*names(), "answers"]]
CURLY = re.compile(r"\{(\w+)\}")


def groups():
    """Give every group but those of the charts and of the extension, which have their own tests."""
    found = {}
    files = [*sorted((FOLDER / "en").glob("*.yaml")), *sorted(KINDS.glob("*/words.yaml"))]
    for path in files:
        if path.stem != "lab":
            found |= yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {group: texts for group, texts in found.items() if group not in chart_ids()}


def programs_of(group):
    """Give the program of each view that has the words of a group, without the words."""
    found = [script(*parts, groups=own) for parts, own in VIEWS if group in own]
    return [text.partition("\n")[2] for text in found]


@functools.cache
def python(root):
    """Give the program of every module."""
    return [path.read_text(encoding="utf-8") for path in (root / "workbook").rglob("*.py")]


@functools.cache
def groups_read(program):
    """Give the groups whose words a program of Python reads."""
    return set(re.findall(r"\bwords?\([\"']([^\"']+)[\"']", program))


@functools.cache
def starts(program):
    """Give how the names begin that a program puts together, as in WORDS[`role_${name}`]."""
    found = re.findall(r"WORDS\[`(\w+_)\$\{|word\(\s*\"\w+\", f\"(\w+_)\{", program)
    return [one or other for one, other in found]


@functools.cache
def texts(program):
    """Give every whole text that stands in a program of Python."""
    constants = (n.value for n in ast.walk(ast.parse(program)) if isinstance(n, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


def asked_in_python(programs, group):
    """Give what modules that read a group may ask of it; one that goes through it asks for all."""
    asked = set()
    for program in programs:
        if group in groups_read(program):
            asked |= texts(program)
        if f'in words("{group}")' in program:
            asked |= set(words(group))
    return asked


def asked_in_script(program):
    """Give what a view asks for by name, or names in a list or a call."""
    asked = set(re.findall(r"\bWORDS\.(\w+)", program))
    if "WORDS[" in program:
        asked |= set(re.findall(r"(?<!=== )\"(\w+)\"", program))
    return asked


@pytest.mark.parametrize(("parts", "own"), VIEWS)
def test_every_word_that_a_view_asks_for_is_there(parts, own):
    asked = set(re.findall(r"\bWORDS\.(\w+)", script(*parts, groups=own).partition("\n")[2]))
    assert asked - {name for group in own for name in words(group)} == set()


def test_no_word_is_left_over(root):
    found = {group: left_over(python(root), group) for group in groups()}
    assert len(found) > 100
    assert {group: names for group, names in found.items() if names} == {}


def left_over(programs, group):
    """Give the words of a group that no program asks for."""
    scripts = programs_of(group)
    asked = asked_in_python(programs, group)
    for program in scripts:
        asked |= asked_in_script(program)
    asked |= {f"{name}_short" for name in ("up", "down")}  # a view makes them of two directions
    asked |= {"show_notes", *(kind_of(name).reveal for name in names())}
    prefixes = tuple(found for text in (*programs, *scripts) for found in starts(text))
    return {name for name in words(group) if not name.startswith(prefixes)} - asked


def test_a_word_that_only_looks_used_is_left_over():
    program = 'word("module", "minutes")\nself.say(f"<b class=\\"left\\">")'
    assert asked_in_python([program], "module") & set(words("module")) == {"minutes"}
    assert asked_in_python([program], "progress") == set()


def test_no_word_is_empty_or_shouts():
    bad = re.compile(r"!|\b(wrong|proven|well done|correct)\b|^\s|\s$|^$", re.IGNORECASE)
    every = {(group, name): text for group in groups() for name, text in flat(words(group)).items()}
    assert len(every) > 1000
    assert {key: text for key, text in every.items() if bad.search(text)} == {}


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


# Languages -----------------------------------------------------------------------------------
@pytest.fixture
def other(tmp_path, monkeypatch):
    """A language that has two words of a group, one of them with other values."""
    folder = tmp_path / "qq"
    folder.mkdir()
    text = "module:\n  minutes: Unos {minutes} minutos\n  left: Faltan {minutes}\nown:\n  x: y\n"
    (folder / "some.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("WORKBOOK_WORDS", str(tmp_path))
    return "qq"


def test_a_language_is_one_folder_and_english_stands_in_where_it_lacks_a_word(other):
    assert languages()[0] == "en" and "qq" in languages()
    with use(other):
        assert word("module", "minutes", minutes=5) == "Unos 5 minutos"
        assert words("module")["you_will"] == words("module", "en")["you_will"]
        assert words("exercise") == words("exercise", "en")
    assert language() == "en"


def test_the_language_of_the_environment_is_spoken(other, monkeypatch):
    monkeypatch.setenv("WORKBOOK_LANGUAGE", other)
    assert word("module", "minutes", minutes=5) == "Unos 5 minutos"


def test_a_message_can_be_said_again_in_another_language_with_what_lies_in_it(other):
    inner = word("module", "minutes", minutes=5)
    outer = Message(f"({inner})", "module", "minutes", {"minutes": inner})
    assert outer.say(other) == "Unos Unos 5 minutos minutos"
    assert Message("no words").say(other) == "no words"


def test_a_message_is_kept_whole_by_a_copy_and_on_disk():
    said = word("module", "minutes", minutes=5)
    for again in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):
        assert (again, again.identifier, again.values) == (said, "module.minutes", {"minutes": 5})


def test_the_differences_of_a_language_are_listed(other):
    found = differences(other)
    assert "module.minutes" not in found["missing"]
    assert "exercise.saved" in found["missing"]
    assert found["unknown"] == ["own.x"]
    assert found["other_values"] == ["module.left"]


def test_a_group_that_stands_twice_is_an_error(other, tmp_path):
    (tmp_path / "qq" / "again.yaml").write_text("module:\n  minutes: x\n", encoding="utf-8")
    with pytest.raises(KeyError, match="module"):
        differences(other)


def test_words_of_a_further_folder_lie_over_those_of_the_package(tmp_path, monkeypatch):
    before = words("exercise")
    (tmp_path / "en").mkdir()
    text = "exercise:\n  saved: Kept\nown:\n  x: y\n"
    (tmp_path / "en" / "own.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("WORKBOOK_WORDS", str(tmp_path))
    assert words("exercise") == before | {"saved": "Kept"}
    assert word("own", "x") == "y"


def test_words_that_lie_ready_are_the_same_words(tmp_path, monkeypatch):
    (tmp_path / "qq").mkdir()
    (tmp_path / "qq" / READY).write_text(whole_language("en"), encoding="utf-8")
    monkeypatch.setenv("WORKBOOK_WORDS", str(tmp_path))
    assert all(words(group, "qq") == words(group, "en") for group in groups())
    assert differences("qq") == {"missing": [], "unknown": [], "other_values": []}


def test_one_and_several_have_forms_of_their_own(tmp_path, monkeypatch):
    (tmp_path / "qq").mkdir()
    text = 'module:\n  minutes:\n    one: un minuto\n    other: "{n} minutos"\n'
    (tmp_path / "qq" / "some.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("WORKBOOK_WORDS", str(tmp_path))
    with use("qq"):
        assert [word("module", "minutes", n=n) for n in (1, 2)] == ["un minuto", "2 minutos"]
