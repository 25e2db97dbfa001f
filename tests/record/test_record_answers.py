"""Answers as a person reads them: in words, in the order of the course, none left out."""

import json
from datetime import UTC, datetime

import pytest

from workbook.content.markup import plain_words
from workbook.kinds import kind_of, names
from workbook.record.answers import answered, local_date
from workbook.record.order import course_order
from workbook.words import word


def samples(kind):
    found = (kind_of(kind).folder / "sample.json").read_text(encoding="utf-8")
    return json.loads(found)


def save_all(library, journal):
    for exercise_id in library.exercise_ids():
        exercise = library.exercise(exercise_id)
        journal.save(exercise_id, samples(exercise.kind)[0]["response"], exercise.edition)


@pytest.mark.parametrize("kind", names())
def test_every_kind_is_said_in_its_own_words(every, journal, kind):
    [exercise_id] = [i for i in every.exercise_ids() if i.endswith(f"/{kind}")]
    exercise = every.exercise(exercise_id)
    sample = samples(kind)[0]
    journal.save(exercise_id, sample["response"], exercise.edition)
    [found] = answered(every, journal)
    assert (found.id, found.title) == (exercise_id, exercise.title)
    assert found.question == plain_words(exercise.prompt)
    assert found.private == (exercise.visibility == "private")
    [answer] = found.answers
    assert list(answer.lines) == sample["words"] != []
    assert answer.wording == "same"


def test_they_come_in_the_order_of_the_notebooks(every, journal):
    save_all(every, journal)
    ids = [found.id for found in answered(every, journal)]
    assert ids == course_order(every) != sorted(ids)
    assert ids[0] == f"00/{sorted(names())[-1]}"
    titles = [every.module(number).title for number in ("00", "01")]
    modules = list(dict.fromkeys(found.module for found in answered(every, journal)))
    assert [module.values["title"] for module in modules] == titles


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"cells": 3}'])
def test_a_notebook_that_cannot_be_read_leaves_the_order_of_names(course, journal, text):
    from workbook.content.library import Library

    (course / "modules" / "00_start_here.ipynb").write_text(text, encoding="utf-8")
    found = [i for i in course_order(Library(course)) if i.startswith("00/")]
    assert found == sorted(found)


def test_the_course_begins_as_its_first_notebook_does(library):
    order = course_order(library)
    assert sorted(order) == sorted(library.exercise_ids())
    assert [i[:2] for i in order] == sorted(i[:2] for i in order)


def test_earlier_answers_follow_the_newest(every, journal):
    [one] = [i for i in every.exercise_ids() if i.endswith("/reflection")]
    edition = every.exercise(one).edition
    for text in ("First.", "Second.", "Third."):
        journal.save(one, {"texts": {"moment": text}}, edition)
    [found] = answered(every, journal)
    said = [answer.lines[0].rpartition(" ")[2] for answer in found.answers]
    assert said == ["Third.", "Second.", "First."]


@pytest.mark.parametrize(
    ("response", "name"),
    [({"texts": {}, "skipped": True}, "skipped"), ({"texts": {}}, "empty"), ({}, "empty")],
)
def test_an_answer_without_words_says_why(every, journal, response, name):
    [one] = [i for i in every.exercise_ids() if i.endswith("/reflection")]
    journal.save(one, response, every.exercise(one).edition)
    [found] = answered(every, journal)
    assert found.answers[0].lines == (word("record", name),)


def test_words_that_a_new_wording_has_no_place_for_still_come(every, journal):
    [one] = [i for i in every.exercise_ids() if i.endswith("/reflection")]
    journal.save(one, {"texts": {"moment": "Kept.", "gone": "My own words."}}, "0" * 12)
    journal.save(one, {"texts": {"moment": "Only this."}}, "0" * 12)
    journal.save(one, {"texts": {"moment": "Not noted."}})
    unstated, fits, lost = answered(every, journal)[0].answers
    assert [answer.wording for answer in (unstated, fits, lost)] == [
        "unstated", "changed", "changed",
    ]  # fmt: skip
    assert len(fits.lines) == 1
    assert "Kept." in lost.lines[0]
    assert "My own words." in lost.lines[1]


@pytest.mark.parametrize(
    ("exercise_id", "module"),
    [
        ("00/gone", "module"),
        ("77/gone", "module_gone"),
        ("gone", "elsewhere"),
        ("../../secret/x", "module_gone"),
    ],
)
def test_an_exercise_that_is_gone_comes_last_with_what_is_known(
    every, journal, exercise_id, module
):
    journal.save(exercise_id, {"texts": {"x": "My words."}, "chosen": []}, "0" * 12)
    save_all(every, journal)
    found = answered(every, journal)[-1]
    assert (found.id, found.title, found.module.name) == (exercise_id, "", module)
    [answer] = found.answers
    assert answer.wording == "gone"
    [line] = answer.lines
    assert line.identifier == "record.as_saved"
    assert "My words." in line
    assert "chosen" not in line


def test_an_exercise_that_an_author_broke_just_now_counts_as_gone(course, journal):
    from workbook.content.library import Library

    journal.save("00/what_it_claims", {"chosen": ["a"]})
    path = Library(course).path("00/what_it_claims")
    path.write_text("broken", encoding="utf-8")
    [found] = answered(Library(course), journal)
    assert found.answers[0].wording == "gone"


def test_the_date_is_that_of_the_learner_s_own_clock(every, journal, far_east):
    when = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)
    [one] = [i for i in every.exercise_ids() if i.endswith("/choice")]
    journal.save(one, {"chosen": ["a"]}, time=when)
    said = local_date(answered(every, journal)[0].answers[0].when)
    assert said.values == {
        "day": 23, "month": word("record", "months").split("|")[10], "year": 2026, "time": "05:30",
    }  # fmt: skip


def test_every_month_has_its_name():
    months = word("record", "months").split("|")
    assert len(set(months)) == 12
