"""The whole course opens in a language that nobody speaks, and no sentence of it is in English.

What stands in the tables of the course stays as it is: names and sources of figures, quoted notes.
"""

import json
import re
import shutil

import pytest
from language.nobody import JOURNAL, own_words
from language.visible import english
from sweep import exercises, first
from the_course import COURSE

from workbook import charts
from workbook.content.library import Library
from workbook.design import token
from workbook.journal import Journal
from workbook.record.desk import Desk
from workbook.widgets.exercise import exercise_widget
from workbook.widgets.panels import AnswersWidget, ProgressWidget, RecallWidget, StartWidget
from workbook.widgets.transcript import TranscriptWidget

FONTS = [name for name in re.findall(r"[\"']([^\"']+)[\"']", token("reading")) if " " in name]
WORDS = re.compile(r"^const WORDS = (\{.*\});$", re.MULTILINE)
TALK = "Àà: Óó šíģń.\nÈè: Ćáń Í řéád ít fířšt?\n" * 15
# Not read by anyone: names that the page looks up, styles and programs.
UNREAD = {"id", "kind", "edition", "journal", "path", "file", "href", "schema", "$schema", "url"}
UNREAD |= {
    "ids",
    "base",
    "passage",
    "key",
    "item",
    "option",
    "name",
    "seed",
    "time",
    "status_name",
    "scheme",
    "schemes",
    "date",
}


@pytest.fixture
def desk(course_of_nobody, tmp_path):
    """A learner who has answered everything, with a journal of the released 0.1.0."""
    shutil.copyfile(JOURNAL, tmp_path / "journal.jsonl")
    return Desk(Library(course_of_nobody), Journal(tmp_path / "journal.jsonl"))


def read(value):
    """Leave out what the page only looks up."""
    if isinstance(value, dict):
        return {k: read(v) for k, v in value.items() if k not in UNREAD}
    return [read(each) for each in value] if isinstance(value, list | tuple) else value


def heard(widget, *messages):
    """Give all that a widget shows without a browser: its plain form, its words, its answers."""
    sent = []
    widget.send = lambda content, buffers=None: sent.append(content)
    for message in messages:
        widget._handle_custom_msg({"view": "v1", **message}, [])
    spoken = [json.loads(found) for found in WORDS.findall(str(widget._esm))]
    return [repr(widget), read(dict(widget.spec)), read(sent), spoken]


@pytest.mark.parametrize("exercise_id", exercises(COURSE))
def test_an_exercise_speaks_it(exercise_id, desk, table_cells):
    exercise, widget = desk.library.exercise(exercise_id), None
    widget = exercise_widget(exercise, desk)
    shown = [heard(widget, {"do": "open"})]
    for n, entry in enumerate(desk.journal.history(exercise_id)):
        response = {**entry.response, "shown": True, "hinted": True}
        more = {"edition": exercise.edition, "base": None, "response": response}
        shown.append(heard(widget, {"do": "save", "seq": n, **more}))
    shown.append(heard(RecallWidget(desk, exercise), {"do": "open"}))
    assert english(shown, own_words(desk.journal.history(exercise_id)) + table_cells) == []


@pytest.mark.parametrize("number", first(2, [module.number for module in COURSE.modules()]))
def test_a_header_speaks_it(number, desk, table_cells):
    shown = heard(StartWidget(desk, desk.library.module(number)), {"do": "open"})
    assert english(shown, table_cells) == []


@pytest.mark.parametrize("panel", [ProgressWidget, AnswersWidget])
def test_a_panel_speaks_it(panel, desk, table_cells):
    assert english(heard(panel(desk), {"do": "open"}), table_cells) == []


def test_the_transcript_panel_speaks_it(desk, table_cells):
    panel = TranscriptWidget(desk)
    shown = heard(panel, {"do": "open"}, {"do": "look", "text": TALK}, {"do": "look", "text": ""})
    assert english(shown, table_cells) == []
    sent = heard(panel, {"do": "example", "name": "two_desks_kept"})[2]
    assert english(sent, table_cells) == []
    turns = sent[-1]["turns"]
    speakers = list(dict.fromkeys(turn[1] for turn in turns))
    roles = dict(zip(speakers, ("practitioner", "person"), strict=False))
    measured = heard(panel, {"do": "profile", "turns": turns, "roles": roles})
    assert english(measured, table_cells) == []


@pytest.mark.parametrize("chart_id", first(4, charts.chart_ids()))
def test_a_chart_speaks_it(chart_id, course_of_nobody, table_cells):
    outputs = charts.outputs(charts.load(chart_id, course_of_nobody / "datasets"))
    assert english([read(shown) for shown, _ in outputs], table_cells + FONTS) == []
