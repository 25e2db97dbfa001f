"""Each measure by hand-counted examples, and the edge cases that other programs get wrong."""

import math

import pytest
from transcripts import ROLES

from workbook.measures.talk import TranscriptError, talk_profile
from workbook.measures.talk.formulas import evenness
from workbook.measures.talk.reasons import heard
from workbook.measures.talk.resample import blocks, resampled_totals, spread
from workbook.words import word

NAMES = ["talk_share", "turn_words", "questions_per_100", "question_share", "directives_per_100"]
NAMES += ["permission_balance", "uptake", "subject_share", "pronoun_i", "pronoun_we", "pronoun_you"]
NAMES += ["readability_ari", "overlaps"]


WORDS = word("talk_units", "unit_talk_share")
SECONDS = word("talk_units", "seconds")


def need(what, count):
    return word("talk_needs", f"need_{what}", count=count)


def missing(measure):
    """Give what there would have to be at least."""
    assert measure.reason.identifier == "talk_reasons.too_few"
    return measure.reason.values["least"]


def test_the_agreed_names_are_there_once_for_each_role(say, measured):
    found = talk_profile(say("worker: Hello.", "tenant: Hello."), ROLES, resamples=0)
    keys = [(each.name, each.role) for each in found]
    assert len(keys) == len(set(keys))
    assert {(name, role) for name in NAMES for role in ROLES.values()} <= set(keys)
    assert not any("score" in name or "equal" in name for name, _ in keys)


def test_talk_and_turns_are_counted_in_words(say, measured):
    found = measured(
        say("worker: One two three.", "worker: Four.", "tenant: Five six, seven-eight.")
    )
    assert found["talk_share", "practitioner"].value == 4 / 7
    assert found["talk_share", "practitioner"].unit == WORDS
    assert found["turn_words", "practitioner"].value == 4
    assert found["turn_ratio", "person"].value == pytest.approx(math.log2(3 / 4))
    assert found["talk_distance", "person"].value == pytest.approx(3 / 7 - 1 / 2)


def test_a_wordless_utterance_does_not_break_a_turn(say, measured):
    found = measured(say("worker: One.", "tenant: ...", "worker: Two three.", "tenant: Yes."))
    assert found["turn_words", "practitioner"].value == 3


def test_seconds_count_when_times_are_good(say, measured):
    lines = ["worker: a b c", "tenant: d"]
    found = measured(say(*lines, times=[(0, 3), (3, 4)]))
    assert (found["talk_share", "person"].value, found["talk_share", "person"].unit) == (
        1 / 4,
        SECONDS,
    )
    half = measured(say(*lines, times=[(0, 3), (None, None)]))
    assert half["talk_share", "person"].unit == WORDS
    backwards = measured(say(*lines, times=[(0, 3), (4, 3)]))
    assert backwards["talk_share", "person"].unit == WORDS


@pytest.mark.parametrize(("timed", "unit"), [(19, SECONDS), (18, WORDS)])
def test_times_are_good_from_95_percent_on(say, measured, timed, unit):
    lines = ["worker: a b", "tenant: c"] * 10
    times = [(n, n + 1) if n < timed else (None, None) for n in range(20)]
    assert measured(say(*lines, times=times))["talk_share", "person"].unit == unit


@pytest.mark.parametrize(("words", "backchannels"), [("Oh yes right.", 100), ("Oh yes but no.", 0)])
def test_a_backchannel_has_at_most_three_words(say, measured, words, backchannels):
    found = measured(say("worker: So first", f"tenant: {words}", times=[(0, 5), (3, 4)]))
    assert found["overlap_backchannels", "person"].value == backchannels
    assert found["overlaps", "person"].value == 100


def test_times_of_no_length_are_no_times(say, measured):
    found = measured(say("worker: a b c", "tenant: d", times=[(1, 1), (2, 2)]))
    assert found["talk_share", "person"].value == 1 / 4


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Is that right?", 1),
        ("What?! Really??", 2),
        ("Is it? I see. Is it?", 2),
        ("? ?? ...?", 0),
        ("I see.", 0),
        ("“Is that right?” she said.", 1),
        ("真的吗？", 1),
    ],
)
def test_questions_are_sentences_with_a_word_and_a_mark(say, measured, text, questions):
    found = measured(say(f"worker: {text}", "tenant: Hm."))
    assert found["question_share", "practitioner"].count == questions


def test_directive_and_permission_phrases(say, measured):
    found = measured(
        say(
            "worker: You must sign. You don't have to decide today.",
            "worker: Do you have to work on Friday?",
            "tenant: Should I? You’ve got to be joking.",
        )
    )
    assert found["permission_balance", "practitioner"].value == 1 / 2
    assert found["directives_per_100", "person"].value == pytest.approx(100 / 7)


def test_at_one_place_the_longest_phrase_counts(say, measured):
    found = measured(say("worker: You could have said so. You could wait.", "tenant: Yes."))
    assert found["permission_balance", "practitioner"].count == 1


def test_a_phrase_does_not_reach_over_the_end_of_an_utterance(say, measured):
    found = measured(say("worker: It is up to you", "worker: must be the letter.", "tenant: Yes."))
    assert found["directives_per_100", "practitioner"].value == 0


def test_who_brings_the_subject_and_who_takes_it_up(say, measured):
    found = measured(
        say(
            "tenant: My school letter came.",
            "worker: The school? The panel and the banding.",
            "tenant: Which panel?",
        )
    )
    # content words: school, letter | school, panel, banding | panel
    assert found["uptake", "practitioner"].value == 1 / 3
    assert found["uptake", "person"].value == 1 / 3
    assert found["subject_share", "person"].value == 2 / 4
    assert found["subject_share_common", "person"].value == 1 / 2


def test_uptake_looks_at_the_first_400_words_of_each_side(say, measured):
    filler = " ".join(["the flat"] * 200)
    found = measured(say(f"worker: {filler} school", "tenant: school flat"))
    assert found["uptake", "person"].value == 1 / 2


def test_a_long_utterance_does_not_hide_talk_inside_it(say, measured):
    times = [(0, 60), (10, 12), (20, 26), (70, 71)]
    lines = [
        "worker: So first...",
        "tenant: Mm-hm.",
        "tenant: But I have no number.",
        "worker: Oh.",
    ]
    found = measured(say(*lines, times=times))
    assert found["overlaps", "person"].value == pytest.approx(100 * 2 / 2)
    assert found["overlap_backchannels", "person"].value == pytest.approx(100 / 2)
    assert found["overlap_cut_ins", "person"].value == pytest.approx(100 / 2)
    assert found["overlaps", "practitioner"].value == 0


def test_half_a_second_makes_an_overlap(say, measured):
    lines = ["worker: So first of all", "tenant: No, please wait, I said"]
    late = measured(say(*lines, times=[(0, 5), (4.501, 8)]))["overlaps", "person"].value
    early = measured(say(*lines, times=[(0, 5), (4.5, 8)]))["overlaps", "person"].value
    assert (late, early) == (0, 100)


def test_without_times_only_marked_cut_offs_count(say, measured):
    found = measured(say("tenant: He's the one who-", "worker: Then I can't.", "tenant: But…"))
    assert found["overlaps", "practitioner"].value == pytest.approx(100 / 2)
    assert found["overlaps", "practitioner"].unit.identifier == "talk_units.by_cut_offs"
    untimed = word("talk_reasons", "untimed_cut_ins")
    assert found["overlap_cut_ins", "practitioner"].reason == untimed
    nothing = measured(say("tenant: He is.", "worker: Then I can't."))
    assert nothing["overlaps", "practitioner"].reason == word("talk_reasons", "no_cut_offs")


def test_minimums_hold_with_a_reason_that_says_what_is_missing(say):
    found = talk_profile(say("worker: You must sign.", "tenant: Why?"), ROLES)
    by_name = {(each.name, each.role): each for each in found}
    share = by_name["talk_share", "person"]
    assert math.isnan(share.value)
    assert share.count == 4
    least = by_name["talk_share", "person"].reason.values["least"]
    assert least.values == {"first": need("utterances", 20), "second": need("words", 200)}
    assert missing(by_name["uptake", "person"]) == need("words_each", 300)
    assert missing(by_name["question_share", "person"]) == need("questions", 5)
    assert missing(by_name["permission_balance", "practitioner"]) == need("phrases", 3)
    assert missing(by_name["turn_words", "practitioner"]) == need("turns", 5)
    cut = talk_profile(say("worker: He-", "tenant: No."), ROLES)
    overlaps = next(each for each in cut if (each.name, each.role) == ("overlaps", "person"))
    assert missing(overlaps) == need("changes", 20)


def test_enough_talk_gives_every_number(desk_pair):
    turns = desk_pair["housing_desk_shared"] * 12
    turns = [turn._replace(start=None, stop=None) for turn in turns]
    found = {(m.name, m.role): m for m in talk_profile(turns, ROLES, resamples=50)}
    for name in ("talk_share", "turn_words", "questions_per_100", "question_share", "uptake"):
        each = found[name, "practitioner"]
        assert each.low < each.value < each.high, name
    assert missing(found["subject_share", "person"]) == need("content_words", 100)


def test_unknown_speakers_are_left_out_and_coverage_says_so(say, measured):
    lines = ["worker: a b c d e f g h", "tenant: i j k l m n o p", "somebody: q"]
    found = measured(say(*lines))
    assert found["talk_share", "person"].value == 1 / 2
    assert found["coverage", "all"].value == 16 / 17
    reason = found["coverage", "all"].reason
    assert (reason.name, reason.values["share"]) == ("left_out", pytest.approx(100 / 17))
    little = measured(say(*lines, "somebody: r s t u v"))
    assert math.isnan(little["talk_share", "person"].value)
    reason = little["talk_share", "person"].reason
    assert (reason.name, reason.values["least"]) == ("few_roles", 80)


def test_one_speaker_has_no_shares_but_a_reason(say, measured):
    found = measured(say("worker: You must sign here, please.", "worker: Yes?"))
    for name in ("talk_share", "turn_ratio", "permission_balance", "uptake", "subject_share"):
        assert found[name, "practitioner"].reason == word("talk_reasons", "one_side")
    assert found["questions_per_100", "practitioner"].value == pytest.approx(100 / 6)
    assert math.isnan(found["questions_per_100", "person"].value)


def test_nothing_at_all_is_not_defined():
    found = talk_profile([], ROLES)
    assert all(math.isnan(each.value) and each.reason for each in found)


@pytest.mark.parametrize("roles", [{}, None, {"worker": "boss"}, {"worker": "client"}])
def test_a_role_that_does_not_exist_is_refused_in_words(say, roles):
    with pytest.raises(TranscriptError) as error:
        talk_profile(say("worker: Hello."), roles)
    assert error.value.message.name == ("other_role" if roles else "no_roles")


def test_the_paired_desk_talks_alike_and_asks_differently(desk_pair, measured):
    gate, shared = (measured(desk_pair[f"housing_desk_{n}"]) for n in ("gatekeeping", "shared"))
    us = "practitioner"
    assert abs(gate["talk_share", us].value - shared["talk_share", us].value) < 0.05
    assert gate["directives_per_100", us].value > 4 > shared["directives_per_100", us].value
    assert shared["permission_balance", us].value > 0.9 > gate["permission_balance", us].value
    assert gate["uptake", us].value < 0.05
    assert shared["uptake", us].value > 0.15
    common = "subject_share_common"
    assert gate[common, us].value > 0.8
    assert shared[common, us].value < 0.4


def test_who_says_no_word_is_not_heard_unless_that_is_asked_for(say):
    turns = say("worker: ...", times=[(0, 2)])
    assert heard(turns, ROLES)[0] == []
    assert len(heard(turns, ROLES, wordless=True)[0]) == 1


@pytest.mark.parametrize(("name", "least"), [("pronoun_i", 200), ("readability_ari", 100)])
def test_the_least_words_of_a_side(say, name, least):
    def found(words):
        turns = say(
            "worker: " + "I know the form. " * (words // 4) + "You " * (words % 4), "tenant: So?"
        )
        return next(m for m in talk_profile(turns, ROLES, resamples=0) if m.name == name)

    assert found(least).defined
    assert missing(found(least - 1)) == need("own_words", least)


def test_the_intervals_of_a_group_are_those_of_its_own_measures(say):
    roles = {**ROLES, "aunt": "person"}
    talk = [
        ("worker", 9),
        ("tenant", 2),
        ("aunt", 5),
        ("tenant", 7),
        ("worker", 3),
        ("aunt", 1),
    ] * 3
    turns = say(*(f"{speaker}: " + "word " * words for speaker, words in talk))
    found = {m.name: m for m in talk_profile(turns, roles, minimums=False)}
    names = ["aunt", "tenant", "worker"]
    rows = [[words * (speaker == name) for name in names] for speaker, words in talk]
    draws = list(resampled_totals(rows, 400, 0))
    for name, measure in (
        ("group_evenness", evenness),
        ("lowest_share", lambda t: min(t) / sum(t)),
    ):
        low, high, _ = spread([measure(draw) for draw in draws], blocks(len(rows)))
        assert (found[name].low, found[name].high) == pytest.approx((low, high))
        assert low < found[name].value < high
