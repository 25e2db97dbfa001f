"""The reading grade, against the published formula worked by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.measures.readability import ari, count_words


def test_the_published_weights():
    # 12 words with 30 letters in 3 sentences: Senter and Smith (1967)
    text = "We met at ten. She had a plan. I had a form."
    assert ari(text) == pytest.approx(4.71 * 30 / 12 + 0.5 * 12 / 3 - 21.43)


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("...", 0), ("It's a one-on-one.", 3), ("Ana’s 3 forms", 3), ("a_b", 2)],
)
def test_words(text, words):
    assert count_words(text) == words


def test_no_words_have_no_grade():
    assert math.isnan(ari("?! 	"))


@pytest.mark.parametrize("end", [". ", "! ", "? ", ': "', "\n"])
def test_a_sentence_ends_at_its_mark_or_its_line(end):
    assert ari(f"We met{end}She had a plan") == pytest.approx(ari("We met. She had a plan."))


def test_a_decimal_point_ends_no_sentence():
    assert ari("It is 44.5 percent now.") > ari("It is 44. 5 percent now.")


@given(st.lists(st.from_regex(r"[a-z]{2,8}", fullmatch=True), min_size=4, max_size=40))
def test_shorter_sentences_are_never_harder(words):
    one = " ".join(words) + "."
    several = ". ".join(words) + "."
    assert ari(several) <= ari(one)
