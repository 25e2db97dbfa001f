"""The words of the charts: none missing, none left over, all filled in from the tables."""

import re

import pytest
import yaml

from workbook.charts import chart_ids
from workbook.charts.kit.chart_words import told
from workbook.words import FOLDER

GROUPS = yaml.load((FOLDER / "en" / "charts.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
TIMELINE = {"events": 3, "first": 1819, "last": 1978, "kinds": "harm 3", "early": ""}


def texts(found):
    if isinstance(found, str):
        return [found]
    parts = found.values() if isinstance(found, dict) else found
    return [text for part in parts for text in texts(part)]


def test_every_group_of_words_is_of_a_chart():
    assert set(GROUPS) <= set(chart_ids())


@pytest.mark.parametrize("group", GROUPS)
def test_every_part_of_a_picture_has_its_words_used(root, group):
    program = [p.read_text(encoding="utf-8") for p in (root / "workbook/charts").glob("*.py")]
    for name in GROUPS[group].get("parts", ()):
        assert any(re.search(rf"[\"']{name}[\"']", text) for text in program), name


@pytest.mark.parametrize("group", GROUPS)
def test_no_text_is_empty_or_shouts(group):
    for text in texts(GROUPS[group]):
        assert text
        assert text.strip() == text
        assert "!" not in text


def test_nothing_is_left_to_fill_in(chart):
    for text in (chart.title, chart.sentence, chart.note, *chart.columns):
        assert not re.search(r"[{}]|\bnan\b", text)


@pytest.mark.parametrize("name", ["events", "kinds", "early"])
def test_a_number_that_is_missing_is_noticed(name):
    values = {key: value for key, value in TIMELINE.items() if key != name}
    with pytest.raises(KeyError, match=name):
        told("01/timeline", **values)


def test_a_pair_of_words_is_for_a_wide_and_for_a_narrow_page():
    study = {"n": "70", "value": "84.6"}
    rows = dict.fromkeys(("finished", "interrupted", "silent"), study)
    said = told("02/understanding", **rows, counted="n = 70", chance="P = .83")
    assert said.parts["began"]["head"] == ("How the patient's story began", "How the story began")
    assert said.details[0] == "Medical: community clinic, United States, n = 70."
