"""Answers: what is kept of them, when they are done, how they read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbook.content.answer import FIELDS, clean, in_words, is_done
from workbook.content.feedback import feedback_for
from workbook.content.kinds import KINDS

from workbook.content.library import Library, packaged_course
from workbook.words import words

COURSE = Library(packaged_course())
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
NAMES = sorted({name for fields in FIELDS.values() for name in fields})
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
FULL = {
    "choice": {"chosen": ["b"]},
    "sort": {"placed": {"desk": "far", "chair": "near"}},
    "match": {"placed": {"desk": "far", "chair": "near"}},
    "rank": {"order": ["tell", "ask"], "shown": True},
    "annotate": {"marks": {"l1": ["asks"], "l2": ["asks", "tells"]}, "shown": True},
    "power_map": {"placed": {"cut_in": "practitioner", "own_notes": "person"}},
    "rating": {"ratings": {"agenda": "2", "record": "cannot_tell"}},
    "reflection": {"texts": {"moment": "Monday.", "next": "Ask."}},
    "what_if": {"inputs": {"visits": 20, "share": 0.5}},
    "encounter": {"path": ["b", "b"], "kept": [["a", "a"]]},
    "instrument": {
        "cards": [
            {
                "about": "Monday",
                "person": {"asked": "1", "near": "does_not_apply"},
                "practitioner": {"asked": "2"},
                "open": {"person": "More time."},
                "status": "Version 0.1. Not yet validated.",
            }
        ]
    },
    "practice": {"done": ["round_1"]},
    "lots": {"inputs": {"cases": 2, "weeks": 20, "scheme": "orders"}, "plans": [PLAN]},
}
SAID = {
    "choice": ["It is tested."],
    "sort": ["The desk: Far from it", "The chair: Near to it"],
    "match": ["The desk: Far from it", "The chair: Near to it"],
    "rank": ['1. "This is how it goes."', '2. "What do you want?"'],
    "annotate": ["What do you want?: Asks first", "Sign here.: Asks first, Tells only"],
    "power_map": ["She cuts in.: The practitioner", "He keeps notes.: The person"],
    "rating": ["I asked first.: Often", "They knew what I wrote.: cannot tell"],
    "reflection": ["Which moment?: Monday.", "What next?: Ask."],
    "what_if": ["Visits: 20 a week", "Share: 0.5"],
    "encounter": [
        "Desk: You move the desk.",
        'Chair: "Where would you like us both to be?"',
        "As equal as possible, 4 minutes",
        "Another play: The usual, 1 minute",
    ],
    "instrument": [
        "Not yet validated. For practice only.",
        "Which encounter is this about? Monday",
        "The person: I was asked first. Never",
        "The person: You were near. Does not apply",
        "The person: What else? More time.",
        "The practitioner: I asked first. Often",
    ],
    "practice": ["Round 1: Talk."],
    "lots": [
        "Workers, teams or sites that take part: 2",
        "Weeks in all for each of them, or sessions if you count those: 20",
        f"How is the lot drawn? {words('lots')['scheme_orders']}",
        "Lots drawn on 2026-11-22, 12:00 UTC: case 1 starts in week 15, case 2 starts in week 7",
    ],
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_answer_is_kept_done_and_said(samples, kind):
    exercise, response = samples[kind], FULL[kind]
    assert clean(exercise, response) == response
    assert is_done(exercise, response)
    assert in_words(exercise, response) == SAID[kind]


@pytest.mark.parametrize("kind", KINDS)
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
