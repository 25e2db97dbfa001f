"""What must hold between encounters: no line said twice, no tell in the length of a choice."""

from dataclasses import replace
from pathlib import Path

import pytest
from the_course import COURSE

from workbook.content.check import check_all, check_exercise, own_words, without_feedback
from workbook.kinds.chance import at_least
from workbook.kinds.encounter.check import check_encounters, repeats, shared_tell
from workbook.kinds.encounter.model import Choice, Encounter, Passage
from workbook.words import word


@pytest.fixture
def small(story):
    return story.settings["encounter"]


def with_choices(encounter, change):
    """Give the encounter with every choice changed by a function of passage and choice."""
    passages = {
        name: replace(p, choices=tuple(change(p, choice) for choice in p.choices))
        for name, p in encounter.passages.items()
    }
    return replace(encounter, passages=passages)


def test_the_small_encounter_says_nothing_twice(small, story):
    assert check_encounters({"03/a": small}) == []
    assert check_exercise(story) == []


@pytest.mark.parametrize("name", ["say", "shift", "person", "you", "fits"])
def test_a_line_that_is_said_twice_is_named_with_both_places(small, name):
    first, *_, last = small.choices()
    text = getattr(first, name)

    def change(_, choice):
        return replace(choice, **{name: text.upper() + "!"}) if choice == last else choice

    [found] = repeats({"a.md": with_choices(small, change)})
    assert found.identifier == "encounter_check.said_before"
    assert found.values["place"] == word("encounter_check", "line", line=last.line)
    place = word("encounter_check", "line", line=first.line)
    assert found.values["first"] == word("encounter_check", "where", file="a.md", place=place)


def test_a_voice_of_an_ending_counts_and_so_does_another_encounter(small):
    door = next(iter(small.choices())).person
    ending = replace(small.endings["all_his"], person=door)
    doubled = replace(small, endings={**small.endings, "all_his": ending})
    [found] = repeats({"a.md": doubled})
    assert found.startswith("a.md, ending all_his: '")
    again = repeats({"a.md": small, "b.md": small})
    lines = 5 * len(list(small.choices())) + 2 * len(small.endings)
    assert len(again) == lines
    assert all(found.startswith("b.md, ") for found in again)


def shares(passage, choice):
    """Say whether a choice shares more than all others of its passage."""

    def strength(one):
        return sum(n for _, to, n in one.pulls if to == "shared")

    return all(strength(choice) > strength(o) for o in passage.choices if o.key != choice.key)


def told(encounter):
    return with_choices(
        encounter, lambda p, c: replace(c, say="So." + " and so on" * 30) if shares(p, c) else c
    )


def test_the_choice_that_shares_most_may_not_be_the_longest_too_often(small):
    chances = [1 / 3, 1 / 2, 1 / 3]
    assert shared_tell([told(small)]) == pytest.approx(at_least(3, chances))
    assert shared_tell([told(small)] * 2) < 0.05
    found = check_encounters({"03/a": told(small), "03/b": told(small)})
    assert found[-1].identifier == "encounter_check.shared_tell"


def test_a_passage_where_no_single_choice_shares_most_tells_nothing(small):
    level = with_choices(small, lambda p, c: replace(c, pulls=()))
    assert shared_tell([told(level)]) == 1


def test_where_two_share_alike_neither_tells_anything():
    pulls = (("voice", "shared", 2),)
    long = Choice("a", "So, and so on.", "end", pulls)
    pair = (long, Choice("b", "So.", "end", pulls), Choice("c", "No.", "end"))
    door = Passage("door", "Door", (), pair)
    one = Encounter("A", "B", "", "", "", (25.0,) * 6, 9, "", "", {"door": door}, {}, "door")
    assert shared_tell([one] * 20) == 1


def test_at_least_is_the_binomial_when_all_chances_are_alike():
    assert at_least(0, []) == 1
    assert at_least(1, []) == 0
    assert at_least(3, [0.5] * 4) == pytest.approx(5 / 16)
    assert at_least(1, [0.1, 0.2]) == pytest.approx(1 - 0.9 * 0.8)


# Through the common checks ---------------------------------------------------------------------
def test_the_walk_s_problems_are_told_with_file_and_line(story, story_text, small):
    line = next(n for n, t in enumerate(story_text.splitlines(), 1) if "as_equal_as" in t)
    late = replace(story, settings={"encounter": replace(small, budget=1)})
    said = word("encounter_check", "equal_late", name="as_equal_as_possible", minutes=1)
    assert check_exercise(late) == [f"03/the_borrowed_chair, line {line}: {said}"]
    kept = replace(late, file=Path("my/course/modules/encounters/chair.md"))
    assert check_exercise(kept) == [f"modules/encounters/chair.md, line {line}: {said}"]


def test_a_line_said_twice_is_told_among_all_exercises(story):
    again = replace(story, id="03/again", draft="enc-again")
    assert check_all([story]) == []
    found = [problem.identifier for problem in check_all([story, again])]
    assert "encounter_check.said_before" in found


def test_a_choice_without_its_shift_is_without_feedback(story):
    item = story.items[0]
    bare = replace(item, options=(replace(item.options[0], feedback=""), *item.options[1:]))
    found = without_feedback(replace(story, items=(bare, *story.items[1:])))
    assert [option.key for option in found] == ["a"]


def test_own_words_hold_what_the_course_says_and_no_voice(story):
    words = own_words(story)
    for present in (
        "A chair can be kept",  # known to you
        "He needs the chair",  # known to the person
        "waited that long too",  # over the clock
        "When he has two free hands.",  # fits
        "Your pen is already on the line.",  # a paragraph with a condition
        "Room without what you know",  # the note of an ending
    ):
        assert present in words
    for absent in ("Good door", "I thought I was giving him room", "wide chair"):
        assert absent not in words


@pytest.mark.parametrize("banned", ["well done", "proven"])
def test_a_banned_word_is_found_where_a_choice_fits(story_text, banned):
    from workbook.content.reader import parse_exercise

    text = story_text.replace("When he has two free hands.", f"It is {banned}.")
    [found] = check_exercise(parse_exercise(text, "03/x"))
    assert found.values["problem"] == word("check", "banned", text=banned)


# The course's own encounters -------------------------------------------------------------------
ENCOUNTERS = {
    e.id: e.settings["encounter"]
    for e in map(COURSE.exercise, COURSE.exercise_ids("03"))
    if e.kind == "encounter"
}


def test_the_course_has_two_weeks_and_all_encounters_together_are_well():
    assert "03/two_weeks" in ENCOUNTERS
    assert check_encounters(ENCOUNTERS) == []


@pytest.mark.parametrize("id_", ENCOUNTERS)
def test_every_choice_of_the_course_has_all_its_texts(id_):
    for choice in ENCOUNTERS[id_].choices():
        for name in ("say", "shift", "person", "you", "fits"):
            assert len(getattr(choice, name)) > 1
    for ending in ENCOUNTERS[id_].endings.values():
        assert ending.person
        assert ending.you
        assert ending.note
