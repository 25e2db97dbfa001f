"""Answers: what is kept of them, when they are done, how they read."""

import json

import pytest
from asking import clean, feedback_for, in_words, is_done
from hypothesis import given
from hypothesis import strategies as st
from the_course import COURSE

from workbook.kinds import kind_of, names

EXERCISES = [COURSE.exercise(i) for i in COURSE.exercise_ids()]
WORDS = {k for e in EXERCISES for i in e.items for k in (i.key, *(o.key for o in i.options))}
WORDS |= {"cannot_tell", "does_not_apply", "1", "2", "9", "passed", "times_likelier"}
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
KEYS = st.sampled_from(sorted(WORDS)) | st.text(max_size=5)
JSON = st.recursive(
    SCALARS | KEYS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=12,
)
NAMES = sorted({name for e in EXERCISES for name in kind_of(e).read(e, {}).given})
FIELD = st.sampled_from([*NAMES, "shown", "skipped", "hinted", "x"])
RESPONSES = st.dictionaries(FIELD, JSON, max_size=6)

PLAN = {
    "schema": "single-case-plan/1",
    "date": "2026-11-22T12:00+00:00",
    "design": {
        "cases": ["case 1", "case 2"],
        "sessions": 20,
        "min_baseline": 6,
        "min_treatment": 6,
        "scheme": "orders",
        "starts": [[7], [15]],
    },
    "lots": {"case 1": 15, "case 2": 7},
    "seed": 3,
}


def sample_answers():
    """Give every answer of every sample."""
    for kind in names():
        rows = json.loads((kind_of(kind).folder / "sample.json").read_text(encoding="utf-8"))
        yield from (pytest.param(kind, row, id=f"{kind}-{n}") for n, row in enumerate(rows))


@pytest.mark.parametrize(("kind", "row"), list(sample_answers()))
def test_an_answer_of_a_sample_is_read_judged_said_and_answered(samples, kind, row):
    exercise, one = samples[kind], kind_of(kind)
    answer = one.read(exercise, row["response"])
    assert answer.response == row.get("kept", row["response"])
    assert one.done(exercise, answer) == row["done"]
    assert one.say(exercise, answer) == row["words"]
    assert [[n["item"], n["option"]] for n in one.notes(exercise, answer)] == row["notes"]


@pytest.mark.parametrize("kind", names())
def test_a_sample_has_a_whole_answer_first_and_one_that_lacks_something(kind):
    rows = json.loads((kind_of(kind).folder / "sample.json").read_text(encoding="utf-8"))
    assert rows[0]["done"]
    assert rows[0]["words"]
    assert len(rows) > 1


@pytest.mark.parametrize("kind", names())
def test_an_empty_answer_is_not_done_and_a_skip_is(samples, kind):
    assert not is_done(samples[kind], {})
    assert is_done(samples[kind], {"skipped": True})
    assert in_words(samples[kind], {}) == []
    assert not is_done(samples[kind], {"skipped": "yes"})


@pytest.mark.parametrize(
    ("kind", "response"),
    [
        ("sort", {"placed": {"desk": "far"}}),
        ("match", {"placed": {"desk": "far"}}),
        ("rank", {"order": ["tell", "ask"]}),
        ("annotate", {"marks": {"l1": ["asks"]}}),
        ("annotate", {"shown": True}),
        ("lots", {"inputs": {"cases": 2, "scheme": "orders"}}),
    ],
)
def test_half_an_answer_is_not_done(samples, kind, response):
    assert not is_done(samples[kind], response)


def test_several_options_are_done_when_the_notes_were_shown(texts):
    from workbook.content.reader import parse_exercise

    several = parse_exercise(texts["choice"].replace("purpose:", "many: yes\npurpose:"), "09/x")
    assert not is_done(several, {"chosen": ["a"]})
    assert is_done(several, {"chosen": ["a", "b"], "shown": True})


@pytest.mark.parametrize(
    ("kind", "response", "kept"),
    [
        ("choice", {"chosen": ["b", "z", 3]}, {"chosen": ["b"]}),
        ("choice", {"chosen": ["b", "a"]}, {"chosen": ["a"]}),
        ("choice", {"chosen": "b"}, {"chosen": []}),
        ("sort", {"placed": {"desk": "gone", "lamp": "far"}}, {"placed": {}}),
        ("annotate", {"marks": {"l1": "asks"}}, {"marks": {}}),
        ("annotate", {"marks": {"l9": ["asks"]}}, {"marks": {}}),
        ("rank", {"order": ["ask"]}, {"order": []}),
        ("rank", {"order": ["ask", "ask"]}, {"order": []}),
        (
            "annotate",
            {"marks": {"l1": ["x"], "l2": ["tells", "asks"]}},
            {"marks": {"l2": ["asks", "tells"]}},
        ),
        ("rating", {"ratings": {"agenda": 2, "record": "3"}}, {"ratings": {"agenda": "2"}}),
        ("rating", {"ratings": {"agenda": "does_not_apply"}}, {"ratings": {}}),
        ("reflection", {"texts": {"moment": "", "next": 3, "other": "x"}}, {"texts": {}}),
        ("what_if", {"inputs": {"visits": 41, "share": "x"}}, {"inputs": {}}),
        (
            "lots",
            {"inputs": {"cases": 9, "weeks": 20.5, "scheme": "x"}},
            {"inputs": {}, "plans": []},
        ),
        ("lots", {"inputs": {"cases": True}, "plans": {"a": PLAN}}, {"inputs": {}, "plans": []}),
        ("lots", {"plans": [PLAN | {"seed": "3"}, PLAN]}, {"inputs": {}, "plans": [PLAN]}),
        ("lots", {"plans": [PLAN | {"lots": {"case 1": 15}}]}, {"inputs": {}, "plans": []}),
        (
            "lots",
            {"plans": [PLAN | {"date": "soon"}, PLAN | {"x": 1}]},
            {"inputs": {}, "plans": []},
        ),
        ("what_if", {"inputs": {"visits": True, "share": float("nan")}}, {"inputs": {}}),
    ],
)
def test_what_an_exercise_does_not_know_is_dropped(samples, kind, response, kept):
    assert clean(samples[kind], response) == kept


def test_a_very_long_text_is_kept_whole_up_to_a_limit(samples):
    long = "a" * 99_999
    assert clean(samples["reflection"], {"texts": {"next": long}})["texts"]["next"] == long


@given(st.sampled_from(EXERCISES), RESPONSES)
def test_cleaning_twice_is_cleaning_once(exercise, response):
    once = clean(exercise, response)
    assert clean(exercise, once) == once


@given(st.sampled_from(EXERCISES), RESPONSES)
def test_no_answer_makes_words_or_feedback_fall(exercise, response):
    kept = clean(exercise, response)
    assert all(isinstance(line, str) for line in in_words(exercise, kept))
    assert in_words(exercise, response) == in_words(exercise, kept)
    assert feedback_for(exercise, response) == feedback_for(exercise, kept)
    assert is_done(exercise, response) == is_done(exercise, kept)
