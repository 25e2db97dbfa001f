"""Lines to mark, and a text of one's own below them, where the exercise asks for one."""

import pytest

from workbook.content.reader import parse_exercise
from workbook.content.static import as_text
from workbook.kinds import Learner, kind_of

FRONT = "---\nkind: annotate\ntitle: T\ndraft: m9-e1\nobjective: O.\nminutes: 2\nseed: [S01]\n"
FRONT += "competencies: [1]\nvalues: [integrity]\nvisibility: none\npurpose: P.\n"
CODES = "codes:\n  a: A\n  b: B\n"
LINES = "---\nMark.\n\n## one\nOne.\n- [x] a\n  > Why.\n"
ASKED = "Write *one* line anew."


@pytest.fixture
def asking():
    return parse_exercise(f'{FRONT}{CODES}write: "{ASKED}"\n{LINES}', "09/x")


@pytest.fixture
def silent():
    return parse_exercise(f"{FRONT}{CODES}{LINES}", "09/x")


def read(exercise, raw):
    return kind_of(exercise).read(exercise, raw)


def test_what_is_written_is_kept_and_said(asking):
    answer = read(asking, {"marks": {"one": ["a"]}, "text": "Ours."})
    assert answer.response == {"marks": {"one": ["a"]}, "text": "Ours."}
    assert kind_of(asking).say(asking, answer) == ["One: A", "Write one line anew: Ours."]


def test_nothing_is_kept_where_nothing_is_asked(silent):
    answer = read(silent, {"marks": {"one": ["a"]}, "text": "Ours."})
    assert answer.response == {"marks": {"one": ["a"]}}


@pytest.mark.parametrize("text", [None, 3, ["x"], ""])
def test_what_is_no_text_is_dropped(asking, text):
    assert read(asking, {"marks": {}, "text": text}).response == {"marks": {}}


def test_an_answer_from_before_the_text_was_asked_for_is_whole(asking):
    answer = read(asking, {"marks": {"one": ["a"]}, "shown": True})
    assert kind_of(asking).done(asking, answer)


def test_the_page_and_the_plain_form_ask_for_it(asking, silent):
    kind = kind_of(asking)
    assert kind.spec(asking, Learner())["write"] == "Write <em>one</em> line anew."
    assert "write" not in kind.spec(silent, Learner())
    assert "Write one line anew." in as_text(asking)
    assert kind.work(asking).minutes > kind.work(silent).minutes
