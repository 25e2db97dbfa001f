"""What must hold for any conversation."""

import math

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from workbook.measures.readability import SENTENCE_END
from workbook.measures.talk import Turn, floor_map, marked_words, talk_profile
from workbook.measures.talk.counts import SENTENCE
from workbook.measures.talk.turns import WORD

ROLES = {"a": "practitioner", "b": "person"}
SWAPPED = {"a": "person", "b": "practitioner"}
OTHER = {"practitioner": "person", "person": "practitioner", "all": "all"}
SHARES = ("talk_share", "question_share", "subject_share", "subject_share_common")
RATES = ["questions_per_100", "directives_per_100", "permissions_per_100", "permission_balance"]
RATES += ["pronoun_i", "pronoun_we", "pronoun_you", "talk_share", "question_share"]
WORDS = [
    "you",
    "must",
    "sign",
    "may",
    "I",
    "we",
    "school",
    "flat",
    "Friday",
    "letter",
    "need",
    "to",
]
WORDS += ["have", "would", "it", "be", "okay", "rent", "why?", "no.", "Yes!", "banding-", "what"]
WORDS += ["do", "think?", "you’re", "night-shift", "12", "Él"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
TALKS = st.lists(st.tuples(st.sampled_from("ab"), TEXTS), min_size=1, max_size=30).map(
    lambda pairs: [Turn(n, who, text) for n, (who, text) in enumerate(pairs, 1)]
)


def profile(turns, roles=ROLES, **options):
    found = talk_profile(turns, roles, **{"resamples": 0, "minimums": False, **options})
    return {(each.name, each.role): each for each in found}


def same(one, other):
    return one == pytest.approx(other, abs=1e-9, nan_ok=True)


@given(TALKS)
def test_swapping_the_roles_mirrors_every_number(turns):
    found, mirrored = profile(turns), profile(turns, SWAPPED)
    for (name, role), each in found.items():
        assert same(each.value, mirrored[name, OTHER[role]].value), name


@given(TALKS)
def test_swapping_the_roles_mirrors_the_floor_and_the_words(turns):
    options = {"by": "words", "window": 10, "step": 3}
    found, mirrored = floor_map(turns, ROLES, **options), floor_map(turns, SWAPPED, **options)
    assert [w.label for w in found] == [OTHER.get(w.label, "shared") for w in mirrored]
    words, turned = dict(marked_words(turns, ROLES)), dict(marked_words(turns, SWAPPED))
    assert words == pytest.approx({word: -z for word, z in turned.items()}, abs=1e-12)


@given(TALKS)
def test_doubling_a_transcript_leaves_rates_and_shares_of_words(turns):
    once, twice = profile(turns), profile(turns + turns)
    for name in RATES:
        for role in ("practitioner", "person"):
            assert same(once[name, role].value, twice[name, role].value), name


@given(
    TALKS, st.integers(0, 30), st.sampled_from(["", " ", "...", "—", "?!"]), st.sampled_from("ab")
)
def test_a_turn_without_words_changes_nothing(turns, place, text, who):
    more = [*turns[:place], Turn(0, who, text), *turns[place:]]
    one, other = profile(turns, resamples=20), profile(more, resamples=20)
    assert {key: repr(each) for key, each in one.items()} == {
        key: repr(each) for key, each in other.items()
    }


@given(TALKS)
def test_shares_of_both_sides_add_up_to_one(turns):
    found = profile(turns)
    for name in SHARES:
        both = [found[name, role].value for role in ROLES.values()]
        assert all(map(math.isnan, both)) or sum(both) == pytest.approx(1)


@given(TALKS)
def test_shares_of_a_window_add_up_to_one(turns):
    for window in floor_map(turns, ROLES, by="words", window=10, step=3):
        assert sum(window.shares.values()) == pytest.approx(1)


@given(TALKS, st.integers(0, 30), TEXTS)
def test_an_unknown_voice_changes_nothing_but_the_coverage(turns, place, text):
    more = [*turns[:place], Turn(0, "nobody knows", text), *turns[place:]]
    one, other = profile(turns), profile(more)
    assert other["coverage", "all"].value <= 1 or math.isnan(other["coverage", "all"].value)
    if other["coverage", "all"].value >= 0.8:
        assert all(same(one[key].value, other[key].value) for key in one if key[0] != "coverage")
    else:
        assert all(math.isnan(each.value) for key, each in other.items() if key[0] != "coverage")


@given(TALKS)
@examples(50)
def test_no_number_is_undefined_without_a_reason_or_given_with_nothing_counted(turns):
    for each in profile(turns).values():
        assert math.isnan(each.value) == (each.value != each.value)
        assert each.reason if math.isnan(each.value) else each.count > 0
        assert each.unit


@given(st.text(alphabet="ab_1.?!:;\n \"”')]…", max_size=30))
def test_sentences_end_where_the_readability_of_the_pages_ends_them(text):
    pieces = [piece for piece in SENTENCE_END.split(text) if WORD.search(piece)]
    assert len(SENTENCE.findall(text)) == len(pieces)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=40)), max_size=8))
def test_any_text_can_be_measured(pairs):
    turns = [Turn(n, who, text) for n, (who, text) in enumerate(pairs)]
    assert profile(turns, resamples=5)
    assert isinstance(marked_words(turns, ROLES), list)
    assert isinstance(floor_map(turns, ROLES), list)
