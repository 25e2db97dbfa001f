"""The floor map and the marked words where other programs stop with an error."""

import math

import pytest
from transcripts import ROLES

from workbook.measures.talk import TranscriptError, floor_map, marked_words
from workbook.words import word


def labels(found):
    return [window.label for window in found]


def test_equal_talk_is_shared_and_no_error(say):
    turns = say("worker: a", "tenant: b", "worker: c", times=[(0, 30), (30, 60), (60, 61)])
    (window,) = floor_map(turns, ROLES, window=60, step=60)
    assert window.label == "shared"
    assert window.shares == {"practitioner": 0.5, "person": 0.5}


def test_more_than_the_dominance_is_needed(say):
    turns = say("worker: a", "tenant: b", "worker: c", times=[(0, 6), (6, 10), (10, 11)])
    assert labels(floor_map(turns, ROLES, window=10, step=10)) == ["shared"]
    assert labels(floor_map(turns, ROLES, window=10, step=10, dominance=0.59)) == ["practitioner"]


def test_overlap_counts_for_both(say):
    turns = say("worker: a", "tenant: b", "worker: c", times=[(0, 10), (5, 10), (10, 11)])
    (window,) = floor_map(turns, ROLES, window=10, step=10)
    assert window.shares["person"] == pytest.approx(5 / 15)


def test_by_words_the_windows_count_words(say):
    turns = say("worker: a b c d e f", "tenant: g h i j", "worker: k")
    found = floor_map(turns, ROLES, by="words", window=5, step=5)
    assert [(w.start, w.stop) for w in found] == [(0, 5), (5, 10)]
    assert labels(found) == ["practitioner", "person"]
    assert found.reason == ""


def test_a_silent_stretch_has_no_window(say):
    turns = say("worker: a", "tenant: b", "worker: c", times=[(0, 10), (30, 40), (40, 41)])
    found = floor_map(turns, ROLES, window=10, step=10)
    assert [window.start for window in found] == [0, 30]


@pytest.mark.parametrize(
    ("lines", "times", "reason"),
    [
        (["worker: a", "tenant: b"], None, word("talk_reasons", "no_times")),
        (["worker: a", "tenant: b"], [(0, 30), (30, 60)],
         word("talk_reasons", "few_windows", fit=0, length=150, least=2)),
        (["somebody: a b c", "tenant: b"], [(0, 30), (30, 60)],
         word("talk_reasons", "few_roles", share=25, least=80)),
        ([], None, word("talk_reasons", "no_words")),
    ],
)  # fmt: skip
def test_no_map_has_a_reason(say, lines, times, reason):
    found = floor_map(say(*lines, times=times), ROLES)
    assert found == []
    assert found.reason == reason


@pytest.mark.parametrize(
    "options", [{"by": "turns"}, {"window": 0}, {"step": -1}, {"step": 0}, {"step": math.nan}]
)
def test_settings_that_make_no_map_are_refused(say, options):
    with pytest.raises(TranscriptError):
        floor_map(say("worker: a"), ROLES, **options)


def test_marked_words_sort_from_the_practitioners_to_the_persons(say):
    found = marked_words(say("worker: the form the form", "tenant: my flat my flat"), ROLES)
    assert [word for word, _ in found] == ["form", "the", "flat", "my"]
    assert found[0][1] == pytest.approx(-found[-1][1])


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["worker: the form"], "one_side"),
        (["worker: form", "tenant: form"], "one_word"),
        (["worker: form", "who: the of and"], "few_roles"),
    ],
)
def test_no_marked_words_have_a_reason(say, lines, name):
    found = marked_words(say(*lines), ROLES)
    assert found == []
    assert found.reason.identifier == f"talk_reasons.{name}"


def test_a_prior_of_zero_is_refused(say):
    with pytest.raises(TranscriptError) as error:
        marked_words(say("worker: the form", "tenant: my flat"), ROLES, prior=0)
    assert error.value.message == word("talk_errors", "prior")
