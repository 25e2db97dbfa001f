"""The whole course on the page in a language 40 percent longer: nothing is cut off at 320 px.

And no sentence is left in English, but what stands in the tables of the course.
"""

import shutil
from pathlib import Path

import pytest
from language.nobody import JOURNAL, own_words
from language.visible import english
from the_course import COURSE

from workbook import charts
from workbook.content.library import Library
from workbook.journal import Journal
from workbook.record.desk import Desk
from workbook.widgets.panels import AnswersWidget, ProgressWidget, RecallWidget, StartWidget
from workbook.widgets.transcript import TranscriptWidget

pytestmark = pytest.mark.slow  # what is in English is found by the fast tests of tests/language too

WHOLE = (Path(__file__).parent / "whole.js").read_text(encoding="utf-8")


@pytest.fixture
def narrow(stage, course_of_nobody):
    """A page as narrow as a telephone, for a learner who has answered everything."""
    stage.journal.path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(JOURNAL, stage.journal.path)
    stage.journal = Journal(stage.journal.path)  # whose clock is that of the answers in it
    stage.desk = Desk(Library(course_of_nobody), stage.journal)
    stage.look(320, "Light")
    return stage


def is_whole(stage, table_cells):
    """See that all of the page is in the language, and all of it to be seen."""
    ask(stage, "open")
    stage.quiet()
    left = english(ask(stage, "read"), own_words(stage.journal.entries()) + table_cells)
    assert (left, ask(stage, "cut")) == ([], [])


def ask(stage, what):
    return stage.page.evaluate(f"() => {{ {WHOLE}; return {what}(); }}")


PLANTED = {
    "<p>Óóňéé wóóřďéé</p>": ([], 0),
    f"<p>{'wóóřď' * 40}</p>": ([], 2),
    f"<div style='overflow: hidden'><b>{'wóóřď' * 40}</b></div>": ([], 2),
    f"<div tabindex=0 style='overflow: auto'><table><td>{'wóóřď' * 40}</table></div>": ([], 0),
    "<p>Óóňéé. A sentence in English.</p>": (["A sentence in English"], 0),
    "<button aria-label='Press it again'>Óó</button>": (["Press it again"], 0),
}


@pytest.mark.parametrize("html", PLANTED)
def test_what_is_cut_off_or_in_english_is_found(narrow, html):
    narrow.page.evaluate("(html) => { document.querySelector('main').innerHTML = html; }", html)
    left, cut = english(ask(narrow, "read"), []), ask(narrow, "cut")
    assert (left, len(cut)) == PLANTED[html]


@pytest.mark.parametrize("exercise_id", COURSE.exercise_ids())
def test_an_exercise(narrow, table_cells, exercise_id):
    exercise = narrow.desk.library.exercise(exercise_id)
    shown = narrow.exercise(exercise)
    is_whole(narrow, table_cells)  # with the answer of an earlier wording
    latest = narrow.journal.latest(exercise_id)
    asked = {"shown": True, "hinted": True}
    given = {**latest.response, **asked} if latest else asked  # newer than the learner's answers
    narrow.journal.save(exercise_id, given, exercise.edition)
    narrow.leave(shown.place)
    narrow.exercise(exercise)
    is_whole(narrow, table_cells)  # with its notes


@pytest.mark.parametrize("number", [module.number for module in COURSE.modules()])
def test_the_head_of_a_module(narrow, table_cells, number):
    narrow.view(narrow.add(StartWidget(narrow.desk, narrow.desk.library.module(number))))
    is_whole(narrow, table_cells)


@pytest.mark.parametrize("panel", [ProgressWidget, AnswersWidget])
def test_a_panel(narrow, table_cells, panel):
    narrow.view(narrow.add(panel(narrow.desk)))
    is_whole(narrow, table_cells)


def test_an_earlier_answer(narrow, table_cells):
    for exercise_id in ("00/start_line", "03/mirror", "03/wants_to_leave", "04/draw_your_plan"):
        exercise = narrow.desk.library.exercise(exercise_id)
        narrow.view(narrow.add(RecallWidget(narrow.desk, exercise)))
    is_whole(narrow, table_cells)


def test_a_transcript(narrow, table_cells):
    narrow.view(narrow.add(TranscriptWidget(narrow.desk)))
    is_whole(narrow, table_cells)


@pytest.mark.parametrize("chart_id", charts.chart_ids())
def test_a_chart(narrow, table_cells, course_of_nobody, chart_id):
    [html] = [
        shown["text/html"]
        for shown, _ in charts.outputs(charts.load(chart_id, course_of_nobody / "datasets"))
        if "text/html" in shown
    ][:1]
    narrow.page.evaluate("(html) => { document.querySelector('main').innerHTML = html; }", html)
    is_whole(narrow, table_cells)
