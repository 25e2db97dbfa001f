"""The test after the course, and the two forms before and after it."""

import random
import re
from collections import Counter
from datetime import timedelta

import pytest
from simulated import DAY, _offer, code
from the_course import COURSE

from workbook.cohort.count import figures
from workbook.cohort.files import found as sources
from workbook.cohort.gather import gather
from workbook.content.check import own_words
from workbook.content.markup import plain_words
from workbook.kinds import Learner, kind_of
from workbook.kinds.post_test.length import extreme_chances
from workbook.measures.readability import ari, count_words
from workbook.packet import agenda, questions_needed
from workbook.record.code import Codes
from workbook.record.hand_in import hand_in

TEST = agenda(COURSE).test
FORMS = [COURSE.exercise(f"06/form_{name}") for name in "ab"]
SIDES = {"information", "decisions", "voice", "relationship", "setting", "record"}
GAIN = re.compile(r"\b(gain|gains|gained|improvement)\b", re.IGNORECASE)


def answered(picks, **more):
    kind = kind_of(TEST)
    answer = kind.read(TEST, {"picked": picks, **more})
    return kind.feedback(TEST, answer) | kind.found(TEST, answer, Learner("7")), answer


def fitting():
    return {i.key: next(o.key for o in i.options if o.fits) for i in TEST.items}


def test_there_are_as_many_questions_as_the_minutes_ask_for():
    assert len(TEST.items) >= max(28, questions_needed(agenda(COURSE).minutes))
    assert TEST.settings["passing"] == 80


def test_each_option_has_a_note_and_each_question_one_that_fits():
    assert all(option.feedback for item in TEST.items for option in item.options)
    assert {sum(option.fits for option in item.options) for item in TEST.items} == {1}


def test_lengths_tell_nothing_in_either_direction():
    assert min(extreme_chances(TEST.items)) > 0.05
    longest = sum(_is_longest(item) for item in TEST.items)
    assert longest >= len(TEST.items) / 8, "that the longest never fits would tell as much"


def _is_longest(item):
    lengths = [len(plain_words(option.text)) for option in item.options]
    return (
        max(item.options, key=lambda o: len(plain_words(o.text))).fits
        and lengths.count(max(lengths)) == 1
    )


def test_at_most_one_in_ten_has_two_options():
    assert sum(len(item.options) == 2 for item in TEST.items) <= len(TEST.items) / 10


def test_flagged_exercises_are_taken_up():
    named = {ref.partition("#")[0] for ref in TEST.settings["again"].values()}
    flagged = {i for i in COURSE.exercise_ids() if COURSE.exercise(i).post_test}
    assert flagged <= named


def test_no_note_and_no_count_before_they_are_asked_for():
    found, answer = answered(fitting())
    assert (found["notes"], found["count"], found["done"]) == ([], "", False)
    assert kind_of(TEST).say(TEST, answer)[0] != found["count"]


@pytest.mark.parametrize(
    ("wrong", "name"), [(0, "enough"), (7, "enough"), (8, "more"), (36, "more")]
)
def test_the_count_is_plain_and_the_share_is_rounded_up(wrong, name):
    picks = fitting()
    for item in TEST.items[:wrong]:
        picks[item.key] = next(o.key for o in item.options if not o.fits)
    found, _ = answered(picks, shown=True)
    assert found["count"].identifier == f"post_test_said.{name}"
    assert found["count"].values["fitting"] == len(TEST.items) - wrong
    assert len(found["notes"]) == len(TEST.items)
    assert found["done"], "somebody with fewer is done too, and may try again"


def test_both_forms_ask_about_the_same_sides_and_fields():
    one, other = ([item.key for item in form.items] for form in FORMS)
    assert one == other
    assert len(one) == 20
    sides = Counter(key.partition("_")[0] for key in one)
    assert SIDES | {"limit"} == set(sides)
    assert all(sides[side] == 3 for side in SIDES)


def test_the_situations_of_the_forms_are_in_no_other_exercise():
    own = [plain_words(i.text) for form in FORMS for i in form.items]
    assert len(set(own)) == 40
    others = [
        COURSE.exercise(i) for i in COURSE.exercise_ids() if i not in ("06/form_a", "06/form_b")
    ]
    taught = "\n".join(own_words(each) for each in others)
    assert [text for text in own if text.partition("\n")[0] in taught] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_form_says_what_its_answers_are_worth_and_answers_nothing(form):
    kind = kind_of(form)
    picks = {item.key: item.options[0].key for item in form.items}
    answer = kind.read(form, {"picked": picks, "shown": True})
    assert kind.feedback(form, answer)["notes"] == []
    assert kind.feedback(form, answer)["done"]
    assert {o.fits for i in form.items for o in i.options} == {False}
    assert "panel, half of it people who are served" in form.prompt
    assert "invented" in form.prompt
    assert all(len(item.options) == 4 for item in form.items)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_options_of_a_form_are_alike_in_length(form):
    for item in form.items:
        lengths = [len(plain_words(option.text)) for option in item.options]
        assert max(lengths) <= 2.2 * min(lengths), item.key


def test_both_forms_read_alike_and_simply():
    grades = [ari(own_words(form)) for form in FORMS]
    assert max(grades) <= 8
    assert abs(grades[0] - grades[1]) < 1


def _whole(item):
    return plain_words("\n\n".join([item.text, *(option.text for option in item.options)]))


def test_partners_are_about_as_long_and_as_hard_to_read():
    for one, other in zip(*(form.items for form in FORMS), strict=True):
        lengths = [count_words(_whole(item)) for item in (one, other)]
        assert max(lengths) <= 1.25 * min(lengths), one.key
        assert abs(ari(_whole(one)) - ari(_whole(other))) < 2, one.key


def test_the_plan_for_validity_says_what_kind_of_moment_partners_share(root):
    plan = (root / "modules" / "learners" / "validity_plan.md").read_text("utf-8")
    told = re.findall(r"^\| ([a-z]+_[a-z_]+) \| (.+) \|$", plan, re.MULTILINE)
    assert [key for key, _ in told] == [item.key for item in FORMS[0].items]
    assert len({moment for _, moment in told}) == len(told)


def test_nothing_counts_as_points_before_a_panel_has_met():
    for form in FORMS:
        questions = kind_of(form).questions(form)
        assert len(questions) == 20
        assert not any(question.points or question.scale for question in questions)


def test_nothing_is_called_a_gain_without_an_interval(root):
    """No text about learning uses the word, unless an interval stands in the same line."""
    places = [*(root / "modules" / "exercises" / "06_before_and_after").glob("*.md")]
    places += [root / "modules" / "learners" / "validity_plan.md"]
    places += [root / "modules" / "06_before_and_after.ipynb"]
    places += [root / "workbook" / "words" / "en" / f"{name}.yaml" for name in ("packet", "cohort")]
    lines = [(p.name, line) for p in places for line in p.read_text("utf-8").splitlines()]
    called = [each for each in lines if GAIN.search(each[1]) and "interval" not in each[1]]

    assert called == []


def test_a_cohort_counts_both_forms_and_changes_nothing_into_a_number(tmp_path):
    """Before: one form; after: both, under the same code."""
    chance = random.Random(3)
    for n in range(30):
        before, after = (_offer(form, chance) for form in (FORMS if n % 2 else FORMS[::-1]))
        for weeks, kept in ((0, [before]), (10, [before, after])):
            made = hand_in(kept, Codes(None, code(n)), DAY + timedelta(weeks=weeks))
            (tmp_path / f"{n}-{weeks}.json").write_bytes(made)
    gathered = gather(sources([tmp_path]))
    counted = figures(COURSE, gathered)
    assert (counted.people, len(gathered.pairs)) == (30, 30)
    assert {item.id for item in counted.items} == {form.id for form in FORMS}
    assert counted.changes == (), "options have no values before a panel has met"
