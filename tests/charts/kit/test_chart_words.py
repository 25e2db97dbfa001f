"""The words of the charts: none missing, none left over, all filled in from the tables."""

import ast
import re

import pytest
import yaml

from workbook.charts import chart_ids
from workbook.charts.kit.chart_words import KNOWN, NEEDED, chart_words
from workbook.charts.kit.marks import phrase
from workbook.errors import WorkbookError
from workbook.words import FOLDER, words

FILES = [file.read_text(encoding="utf-8") for file in sorted((FOLDER / "en").glob("*.yaml"))]
FOUND = [pair for text in FILES for pair in (yaml.load(text, yaml.BaseLoader) or {}).items()]
GROUPS = {name: group for name, group in FOUND if "/" in name}  # as in 01/timeline
TIMELINE = {"events": 3, "first": 1819, "last": 1978, "kinds": "harm 3", "early": ""}


def texts(found):
    if isinstance(found, str):
        return [found]
    parts = found.values() if isinstance(found, dict) else found
    return [text for part in parts for text in texts(part)]


@pytest.fixture(scope="module")
def constants(root):
    """Give every text that stands in the program of the course's charts, and how f-texts begin."""
    folder = root / "workbook" / "charts" / "course"
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in folder.glob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    whole = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    begun = [n.values[0].value for n in nodes
             if isinstance(n, ast.JoinedStr) and isinstance(n.values[0], ast.Constant)]  # fmt: skip
    return whole, tuple(start for start in begun if start.endswith("_"))


def test_every_group_of_words_is_of_a_chart_and_every_chart_has_one():
    assert set(GROUPS) == set(chart_ids())


@pytest.mark.parametrize("group", GROUPS)
def test_every_word_of_a_chart_is_asked_for(constants, group):
    whole, begun = constants
    own = [name for name in GROUPS[group] if name not in KNOWN]
    parts = list(GROUPS[group].get("parts", ()))
    assert {n for n in (*own, *parts) if n not in whole and not n.startswith(begun)} == set()


@pytest.mark.parametrize("group", GROUPS)
def test_no_text_is_empty_or_shouts(group):
    found = {name: each for name, each in GROUPS[group].items() if name != "measures"}
    for text in texts(found):
        assert text
        assert text.strip() == text
        assert "!" not in text


def test_nothing_is_left_to_fill_in(chart):
    for text in (chart.title, chart.sentence, chart.note, *chart.columns):
        assert not re.search(r"[{}]|\bnan\b", text)


@pytest.mark.parametrize("name", ["events", "kinds", "early"])
def test_a_number_that_is_missing_is_noticed(name):
    values = {key: value for key, value in TIMELINE.items() if key != name}
    with pytest.raises(WorkbookError) as error:
        chart_words("01/timeline", **values)
    said = error.value.args[0]
    assert (said.identifier, said.values["name"]) == ("chart_errors.no_value", name)


def test_a_chart_without_words_is_an_error_of_ours():
    with pytest.raises(WorkbookError) as error:
        chart_words("01/nothing")
    assert error.value.args[0].identifier == "chart_errors.no_words"


@pytest.mark.parametrize("name", NEEDED)
def test_a_text_that_every_chart_needs_is_asked_for(name, own_words):
    text = {each: "x" for each in NEEDED if each != name}
    own_words({"01/own": text})
    with pytest.raises(WorkbookError) as error:
        chart_words("01/own")
    said = error.value.args[0]
    assert (said.identifier, said.values["name"]) == ("chart_errors.no_text", name)


def test_a_pair_of_words_is_for_a_wide_and_for_a_narrow_page():
    study = {"n": "70", "value": "84.6"}
    rows = dict.fromkeys(("finished", "interrupted", "silent"), study)
    text = chart_words("02/understanding", **rows, counted="n = 70", chance="P = .83")
    assert text.parts["began"]["head"] == tuple(words(text.id)["parts"]["began"]["head"])
    assert len(text.parts["began"]["head"]) == 2
    assert text.details == (words(text.id)["details"][0].format(counted="n = 70"),)


def test_the_source_is_the_last_line_below_the_title():
    text = chart_words("01/timeline", **TIMELINE)
    lines = text.above()["title"]["subtitle"]["expr"].split("[")[1].split("]")[0]
    assert lines.rstrip("'").endswith(text.source[-20:])


def test_a_phrase_keeps_quotes_and_backslashes_for_vega():
    assert phrase("it's {a}\\") == "'it\\'s ' + datum.a + '\\\\'"
    assert phrase("{a}") == "datum.a"
