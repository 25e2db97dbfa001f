"""Each side is judged by itself: its language, its writing, its signs, and who interprets."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sweep import first
from transcripts import ROLES

from workbook.measures.readability import SENTENCE_END, ari
from workbook.measures.talk import TranscriptError, Turn, read, talk_profile
from workbook.measures.talk.counts import SENTENCE
from workbook.measures.talk.questions import QUESTION, count_questions
from workbook.measures.talk.turns import words_of
from workbook.words import word

ENGLISH = "You should call the school about the bus and tell them that he is not well."
NEPALI = "विद्यालयको बस आउँदैन र मेरो छोरा एक घण्टा हिँड्छ।"
JAPANESE = "三月に手紙が来ましたが、読めませんでした。"
SIDES = {"worker": "practitioner", "tenant": "person"}


def talk(one, other, times=30):
    pairs = [("worker", one), ("tenant", other)] * times
    return [Turn(n, who, said) for n, (who, said) in enumerate(pairs, 1)]


def reason(measure):
    return measure.reason.identifier if measure.reason else ""


@pytest.mark.parametrize("other", [NEPALI, JAPANESE])
def test_english_measures_are_only_for_the_side_that_speaks_it(measured, other):
    found = measured(talk(ENGLISH, other))
    assert found["directives_per_100", "practitioner"].value > 0
    for name in ("directives_per_100", "pronoun_we", "readability_ari"):
        listed = name != "readability_ari"
        expected = "talk_reasons.no_list" if listed else "talk_reasons.no_english"
        assert reason(found[name, "person"]) == expected
    assert reason(found["uptake", "practitioner"]) == "talk_reasons.other_language"


def test_words_with_combining_marks_are_whole(measured):
    assert words_of(NEPALI) == NEPALI.rstrip("।").split()
    assert words_of("عُمَر e\u0301t\u00e9 ❤\ufe0f") == ["عُمَر", "été"]
    share = measured(talk(ENGLISH, NEPALI))["talk_share", "practitioner"]
    assert share.value == len(words_of(ENGLISH)) / (len(words_of(ENGLISH)) + 9)


def test_a_writing_without_spaces_is_compared_by_time_or_with_its_like(measured):
    found = measured(talk(ENGLISH, JAPANESE))
    for name in ("talk_share", "talk_distance"):
        assert reason(found[name, "person"]) == "talk_reasons.mixed_writing"
    assert reason(found["turn_words", "person"]) == "talk_reasons.no_spaces"
    assert found["turn_words", "practitioner"].value == len(words_of(ENGLISH))
    timed = [
        t._replace(start=2.0 * n, stop=2.0 * n + 1) for n, t in enumerate(talk(ENGLISH, JAPANESE))
    ]
    assert measured(timed)["talk_share", "person"].value == 0.5
    alike = measured(talk(JAPANESE, JAPANESE + JAPANESE))["talk_share", "person"]
    assert alike.value == pytest.approx(2 / 3)
    assert alike.unit.identifier == "talk_units.letters"


def test_without_a_question_mark_anywhere_nobody_can_tell(measured):
    found = measured(talk("so what do you need today", "i need the bus"))
    for role in SIDES.values():
        assert reason(found["questions_per_100", role]) == "talk_reasons.no_question_marks"
        assert reason(found["readability_ari", role]) == "talk_reasons.no_punctuation"
    asked = measured(talk("What do you need today?", "I need the bus."))
    assert asked["questions_per_100", "practitioner"].value == 20
    assert asked["questions_per_100", "person"].value == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("ما هو أهم شيء؟", 1), ("真的吗？", 1), ("Ինչո՞ւ", 1), ("Is it? Yes.", 1),
        ("What?Yes", 1),
        ("See https://example.org/a?b=1.", 0), ("See example.org/?q=x now.", 0),
        ("[what?] Yes.", 0),
        ("Did you see www.example.org?", 1), ("???", 0),
    ],
)  # fmt: skip
def test_one_rule_says_what_asks(text, count):
    assert count_questions(text) == count


def test_who_interprets_is_measured_apart(measured):
    turns = []
    for n in range(20):
        said = (
            ("a", "How is the heating now?"),
            ("i", "x y z"),
            ("b", "It is out since May."),
            ("i", "x y"),
        )
        turns += [Turn(4 * n + k, who, text) for k, (who, text) in enumerate(said)]
    roles = {"a": "practitioner", "b": "person", "i": "interpreter"}
    found = {(m.name, m.role): m for m in talk_profile(turns, roles, resamples=20)}
    assert found["talk_share", "practitioner"].value == 0.5
    assert found["coverage", "all"].value == 1
    assert found["interpreter_share", "interpreter"].value == 100 / 300
    assert found["turn_words", "interpreter"].value == 2.5
    without = {(m.name, m.role): m for m in talk_profile(turns, {**roles, "i": None}, resamples=20)}
    assert without["coverage", "all"].value == 1
    assert without["talk_share", "person"] == found["talk_share", "person"]
    assert not any(role == "interpreter" for _, role in without)
    unknown = {
        (m.name, m.role): m
        for m in talk_profile(turns, {k: v for k, v in roles.items() if k != "i"})
    }
    assert unknown["coverage", "all"].value == 200 / 300
    with pytest.raises(TranscriptError):
        talk_profile(turns, {**roles, "i": "translator"})


def test_the_interpreted_call_of_the_course_has_results(root):
    turns = read(root / "datasets" / "transcripts" / "intake_call.csv")
    roles = {"Renata": "practitioner", "Ms. Alemu": "person", "Yonas": "interpreter"}
    found = {(m.name, m.role): m for m in talk_profile(turns, roles)}
    for role in SIDES.values():
        assert found["talk_share", role].defined
        assert found["turn_words", role].defined


def test_several_persons_may_stand_on_one_side(measured):
    pairs = [("w", "one two"), ("mother", "one two three"), ("son", "one")] * 10
    turns = [Turn(n, *pair) for n, pair in enumerate(pairs)]
    found = measured(turns, {"w": "practitioner", "mother": "person", "son": "person"})
    assert found["talk_share", "person"].value == pytest.approx(4 / 6)
    assert found["talk_distance", "person"].value == pytest.approx(0)
    assert found["group_evenness", "all"].defined


@given(st.text(alphabet='ab .?!;:\n"”)', max_size=60))
def test_sentences_end_as_they_did(text):
    import re

    slow = re.compile(r"[.!?:;]+(?=[\s\"”')\]]|$)|\n+")
    assert SENTENCE_END.split(text) == slow.split(text)


@pytest.mark.parametrize(
    "measure", [ari, SENTENCE.findall, QUESTION.findall, count_questions, words_of]
)
@pytest.mark.parametrize(
    "piece", first(1, ["a", ".", "a.", "a ?", "?", "[", "#1:1:1-", "a-", " ", "a/?b"])
)
def test_time_is_in_proportion_to_the_text(measure, piece, in_proportion):
    in_proportion(lambda n: measure("word " + piece * n + "x"))


def test_a_reason_is_there_wherever_a_number_is_not(measured):
    for other in (NEPALI, JAPANESE, "", "x"):
        for each in measured(talk(ENGLISH, other)).values():
            assert each.reason or not math.isnan(each.value)


def test_names_are_matched_without_regard_to_case_and_spaces(measured):
    turns = [Turn(1, " Worker", "One two."), Turn(2, "TENANT ", "Three.")]
    assert measured(turns)["coverage", "all"].value == 1


def test_group_evenness_needs_three_speakers(say, measured):
    two = measured(say("worker: One two.", "tenant: Three."))
    assert two["group_evenness", "all"].reason == word("talk_reasons", "two_speakers")
    roles = {**ROLES, "aunt": "person"}
    three = measured(say("worker: One two.", "tenant: Three four.", "aunt: Five six."), roles)
    assert three["group_evenness", "all"].value == pytest.approx(1)
    assert three["lowest_share", "all"].value == pytest.approx(1 / 3)
