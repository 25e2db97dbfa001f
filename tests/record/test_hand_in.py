"""What leaves in a hand-in: what was chosen, nothing private, no name, no time but a week."""

import json
import re
import stat
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated import answer

from workbook.errors import JournalError, WorkbookError
from workbook.journal import Journal
from workbook.kinds import kind_of
from workbook.kinds.question import MARK, NUMBER, TEXT, YES
from workbook.record.code import ALPHABET, Codes, draw, read_code
from workbook.record.hand_in import chosen, hand_in, week_of, write_hand_in
from workbook.record.offer import offered
from workbook.record.seal import seal, unbroken
from workbook.record.talk_numbers import KEPT_AS

DAY = date(2026, 11, 29)


@pytest.fixture
def whole(every, journal, rng):
    """A journal with an answer to one exercise of every kind."""
    for name in every.exercise_ids():
        exercise = every.exercise(name)
        journal.save(name, answer(exercise, rng), exercise.edition)
    return journal


@pytest.fixture
def rng():
    import random

    return random.Random(5)


def made(library, journal, items="all", texts=()):
    codes = Codes.beside(journal)
    codes.keep()
    return hand_in(chosen(library, journal, items), codes, DAY, texts)


def test_every_kind_that_is_not_private_can_be_handed_in(every, whole):
    known = [every.exercise(i) for i in every.exercise_ids()]
    asked = [e for e in known if e.visibility != "private" and kind_of(e).questions(e)]
    public = [e.id for e in asked]
    assert len(public) > 9
    assert {offer.id for offer in offered(every, whole)} == set(public)


def test_each_fact_answers_a_question_of_its_kind(every, whole):
    for offer in offered(every, whole):
        exercise = every.exercise(offer.id)
        questions = {q.key: q for q in kind_of(exercise).questions(exercise)}
        for key, fact in offer.facts.items():
            form = questions[key].form
            assert (
                isinstance(fact, int | float) if form == NUMBER else fact in questions[key].values
            )
            assert form != TEXT
        assert all(questions[key].form == TEXT for key in offer.texts)
        assert offer.lines or all(questions[key].form == MARK for key in offer.facts)


def test_each_mark_that_was_put_is_shown_before_it_leaves(every, whole):
    put = [
        (question.whole, offer.lines)
        for offer in offered(every, whole)
        for question in kind_of(every.exercise(offer.id)).questions(every.exercise(offer.id))
        if question.form == MARK and offer.facts.get(question.key) == YES
    ]
    assert put
    assert [sentence for sentence, lines in put if sentence not in lines] == []


def test_private_answers_are_not_offered_and_cannot_be_named(every, whole):
    private = [i for i in every.exercise_ids() if every.exercise(i).visibility == "private"]
    assert private
    for name in private:
        with pytest.raises(WorkbookError) as refused:
            chosen(every, whole, name)
        assert refused.value.args[0].identifier == "hand_in.is_private"
    assert b"Private words" not in made(every, whole)


@pytest.mark.parametrize(
    ("items", "reason"), [("09/none", "unknown"), (" , ", "none_named"), ("", "none_named")]
)
def test_items_that_cannot_be_chosen_are_told(every, whole, items, reason):
    with pytest.raises(WorkbookError) as refused:
        chosen(every, whole, items)
    assert refused.value.args[0].identifier == f"hand_in.{reason}"


def test_what_is_skipped_or_not_answered_is_not_offered(every, journal):
    name = next(i for i in every.exercise_ids() if i.endswith("/choice"))
    journal.save(name, {"skipped": True}, "")
    assert offered(every, journal) == []
    with pytest.raises(WorkbookError) as refused:
        chosen(every, journal, name)
    assert refused.value.args[0].identifier == "hand_in.unanswered"


def test_only_what_was_chosen_leaves(every, whole):
    name = next(i for i in every.exercise_ids() if i.endswith("/sort"))
    assert [item["id"] for item in json.loads(made(every, whole, name))["items"]] == [name]


def test_words_leave_only_where_that_is_chosen_too(every, whole):
    [card] = [i for i in every.exercise_ids() if i.endswith("/instrument")]
    assert b"More time." not in made(every, whole)
    assert b"More time." in made(every, whole, texts=[card])
    assert b"A Tuesday" not in made(every, whole, texts=[card])  # which meeting it was about


def test_nothing_tells_the_person_the_machine_the_place_or_the_hour(every, whole):
    text = made(every, whole).decode()
    content = json.loads(text)
    assert set(content) == {"schema", "version", "code", "number", "week", "items", "checksum"}
    assert all(set(item) == {"id", "edition", "facts"} for item in content["items"])
    assert content["week"] == "2026-W48"
    said = text.replace("sha256:", "")  # a checksum may begin with two digits
    assert not re.search(r"\d\d:\d\d|\d{4}-\d\d-\d\d", said)
    ids = [whole.learner().journal, *(entry.id for entry in whole.entries())]
    assert not any(one in text for one in [*ids, str(whole.path), str(whole.path.parent)])


def test_the_numbers_of_a_talk_can_be_handed_in(every, journal):
    journal.save(KEPT_AS, {"numbers": {"talk_share": {"person": [0.4, 0.3, 0.5, 600]}}})
    [item] = json.loads(made(every, journal))["items"]
    assert item["facts"] == {"talk_share.person": 0.4}


@pytest.mark.parametrize("numbers", [None, 7, {"talk_share": 1}, {"talk_share": {"person": []}}])
def test_numbers_of_another_form_are_not_offered(every, journal, numbers):
    journal.save(KEPT_AS, {"numbers": numbers})
    assert offered(every, journal) == []


def test_the_first_week_of_a_year_is_that_of_the_calendar():
    assert week_of(date(2027, 1, 3)) == "2026-W53" and week_of(date(2027, 1, 4)) == "2027-W01"


# The code -----------------------------------------------------------------------------------
@given(st.integers(0, 7), st.sampled_from(ALPHABET))
def test_one_other_letter_is_noticed(place, letter):
    plain = draw().replace("-", "")
    other = plain[:place] + letter + plain[place + 1 :]
    shown = f"{other[:4]}-{other[4:]}"
    if other == plain:
        assert read_code(shown) == shown
    else:
        with pytest.raises(WorkbookError):
            read_code(shown)


@given(st.integers(0, 6))
def test_two_letters_that_change_places_are_noticed(place):
    plain = list(draw().replace("-", ""))
    same = plain[place] == plain[place + 1]
    plain[place], plain[place + 1] = plain[place + 1], plain[place]
    shown = f"{''.join(plain[:4])}-{''.join(plain[4:])}"
    if not same:
        with pytest.raises(WorkbookError):
            read_code(shown)


@pytest.mark.parametrize(
    "code", ["", "abc", "a b c d", "jo@x.org", "x" * 25, "-abcd", "é234", "<b>"]
)
def test_what_is_no_code_is_told(code):
    with pytest.raises(WorkbookError) as refused:
        read_code(code)
    assert refused.value.args[0].identifier == "hand_in.no_code"


def test_the_same_code_comes_back_for_the_same_journal_only(tmp_path):
    one, other = Journal(tmp_path / "one.jsonl"), Journal(tmp_path / "other.jsonl")
    first = Codes.beside(one).keep()
    assert Codes.beside(one).keep() == first != Codes.beside(other).keep()


def test_a_code_that_is_given_wins_and_is_kept(journal):
    Codes.beside(journal).keep()
    assert Codes.beside(journal).keep("group-07") == "GROUP-07" == Codes.beside(journal).keep()


def test_a_later_hand_in_has_a_higher_number(every, whole, tmp_path):
    found = []
    for n in range(2):
        data = made(every, whole)
        write_hand_in(tmp_path / f"{n}.json", data, Codes.beside(whole))
        found.append(json.loads(data)["number"])
    assert found == [1, 2]


@pytest.mark.parametrize(
    "text", ["", "[]", '{"code": 7, "used": {}}', '{"code": "", "used": {"a": -1}}']
)
def test_a_code_file_that_cannot_be_read_is_told_and_left(journal, text):
    codes = Codes.beside(journal)
    codes.path.parent.mkdir(parents=True, exist_ok=True)
    codes.path.write_text(text)
    with pytest.raises(JournalError):
        Codes.beside(journal)
    assert codes.path.read_text() == text


# The file -----------------------------------------------------------------------------------
def test_the_file_is_for_its_owner_only(every, whole, tmp_path):
    path = tmp_path / "mine.json"
    write_hand_in(path, made(every, whole), Codes.beside(whole))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_stays(every, whole, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text("other")
    with pytest.raises(WorkbookError):
        write_hand_in(path, made(every, whole), Codes.beside(whole))
    assert path.read_text() == "other" and not Codes.beside(whole).used


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text().filter(lambda name: name != "checksum"), json_values))
def test_a_sealed_content_reads_back_unbroken(content):
    try:
        data = seal(content)
    except ValueError:  # a number that JSON does not have
        return
    assert unbroken(json.loads(data))
    assert not unbroken({**json.loads(data), "more": 1})
