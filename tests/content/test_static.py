"""The form with no program: readable, complete, and silent about answers and feedback."""

import json
from dataclasses import replace

import pytest
from the_course import COURSE

from workbook.content.library import packaged_course
from workbook.content.markup import plain_words
from workbook.content.static import as_text
from workbook.kinds import Kind, kind_of, names
from workbook.words import word

IDS = COURSE.exercise_ids()
EXERCISES = [COURSE.exercise(exercise_id) for exercise_id in IDS]
LARGEST_EXTRA = 2000


def hidden(exercise):
    """Give all texts that a learner must not see before an answer."""
    texts = [exercise.hint, exercise.debrief, exercise.facilitator]
    texts += [option.feedback for item in exercise.items for option in item.options]
    texts += [item.feedback for item in exercise.items]
    return [text for text in texts if text]


def flat(text):
    return " ".join(text.split())


def sentences(exercise):
    return [flat(line) for text in hidden(exercise) for line in plain_words(text).splitlines()]


@pytest.mark.parametrize("kind", names())
def test_no_hidden_word_is_in_the_plain_form(samples, kind):
    form = flat(as_text(samples[kind]))
    assert [text for text in sentences(samples[kind]) if text in form] == []
    assert "[x]" not in form


def test_no_hidden_sentence_of_the_course_is_in_the_plain_form():
    for exercise in EXERCISES:
        assert hidden(exercise), exercise.id
        form = flat(as_text(exercise))
        assert [text for text in sentences(exercise) if text in form] == [], exercise.id


def test_what_is_asked_is_there():
    for exercise in EXERCISES:
        text = flat(as_text(exercise))
        title = "title_full" if exercise.way == "full" else "title"
        assert text.startswith(word("static", title, title=exercise.title, n=exercise.minutes))
        missing = [part for part in asked(exercise) if flat(plain_words(part)) not in text]
        assert missing == [], exercise.id


def asked(exercise):
    """Give what the plain form of an exercise must hold."""
    shown = [*plain_words(exercise.prompt).splitlines()]
    shown += kind_of(exercise).labels(exercise).values()
    if type(kind_of(exercise)).text is Kind.text:  # others: tests/kinds/test_plain_forms.py
        shown += [item.text for item in exercise.items]
    return shown


def test_lines_are_short_and_clean():
    for exercise in EXERCISES:
        for line in as_text(exercise).splitlines():
            assert line == line.rstrip(), exercise.id
            assert len(line) <= 78 or " " not in line.strip(), exercise.id


@pytest.mark.parametrize("kind", names())
def test_what_fits_cannot_be_told_from_the_plain_form(samples, kind):
    exercise = samples[kind]
    bare = [
        replace(item, options=tuple(replace(option, fits=False) for option in item.options))
        for item in exercise.items
    ]
    assert as_text(replace(exercise, items=tuple(bare))) == as_text(exercise)


def test_boxes_differ_for_one_and_for_several(texts):
    from workbook.content.reader import parse_exercise

    one = as_text(parse_exercise(texts["choice"], "09/x"))
    several = texts["choice"].replace("purpose:", "many: yes\npurpose:")
    assert one.count("  ( ) ") == 2
    assert as_text(parse_exercise(several, "09/x")).count("  [ ] ") == 2


@pytest.mark.parametrize("kind", names())
def test_a_content_note_stands_before_the_prompt(texts, kind):
    from workbook.content.reader import parse_exercise

    noted = texts[kind].replace("purpose:", "content_note: Hard words ahead.\npurpose:")
    exercise = parse_exercise(noted, "09/x")
    text = as_text(exercise)
    assert word("static", "content_note", note="Hard words ahead.") in text
    assert text.index("Hard words") < text.index(plain_words(exercise.prompt))


def saved_outputs():
    for book in sorted((packaged_course() / "modules").glob("*.ipynb")):
        for cell in json.loads(book.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"])
            if source.startswith("wb.exercise("):
                yield source.split('"')[1], cell["outputs"]


def test_a_saved_notebook_holds_the_wording_once_and_little_more():
    for exercise_id, outputs in saved_outputs():
        wording = as_text(COURSE.exercise(exercise_id))
        assert ["".join(o["data"]["text/plain"]) for o in outputs] == [wording], exercise_id
        written = len(wording.encode()) + sum(wording.count(mark) for mark in '\n"')  # escaped
        extra = len(json.dumps(outputs, ensure_ascii=False).encode()) - written
        assert 0 <= extra <= LARGEST_EXTRA, exercise_id


def test_every_exercise_is_saved_in_a_notebook():
    assert sorted(exercise_id for exercise_id, _ in saved_outputs()) == sorted(IDS)
