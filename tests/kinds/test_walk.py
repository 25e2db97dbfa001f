"""The walk: the same as walking every path by hand, and each thing that can be the matter."""

from collections import Counter
from dataclasses import replace

import pytest

from workbook.kinds.encounter import walk as walking
from workbook.kinds.encounter.conditions import Condition
from workbook.kinds.encounter.facts import facts, facts_lines
from workbook.kinds.encounter.model import EQUAL, Choice, Encounter, Ending, Passage
from workbook.kinds.encounter.play import begin, choose, ending, open_choices
from workbook.kinds.encounter.walk import count_paths, follow, problems, walk
from workbook.words import word


@pytest.fixture(scope="module")
def small(story):
    return story.settings["encounter"]


@pytest.fixture(scope="module")
def two_weeks(library):
    return library.exercise("03/two_weeks").settings["encounter"]


def all_ends(encounter, state):
    """Go every path by playing it, one after the other."""
    if state.over:
        yield state
    for choice in open_choices(encounter, state):
        yield from all_ends(encounter, choose(encounter, state, choice.key))


def test_the_walk_is_what_playing_every_path_gives(small):
    ends = list(all_ends(small, begin(small)))
    names = Counter(ending(small, state).name for state in ends)
    found = walk(small)
    assert (found.paths, found.total, found.exact) == (len(ends), len(ends), True)
    assert found.endings == {name: names[name] / len(ends) for name in small.endings}
    assert found.minutes == (min(s.minutes for s in ends), max(s.minutes for s in ends))
    assert found.over == sum(s.minutes > small.budget for s in ends) / len(ends)
    assert found.reached == set(small.passages)
    assert found.dead_ends == ()


def test_the_small_encounter_has_the_paths_that_can_be_counted_by_hand(small):
    # 3 first choices; at the form 'a' leaves 2 choices at the door, 'b' leaves 3
    assert walk(small).paths == 3 * (2 + 3)
    assert walk(small).endings["your_form"] == 2 / 15


def test_the_walk_is_the_same_each_time(small):
    assert walk.__wrapped__(small) == walk.__wrapped__(small)
    assert walk.__wrapped__(small, 3, 7) == walk.__wrapped__(small, 3, 7)
    assert walk.__wrapped__(small, 3, 7) != walk.__wrapped__(small, 3, 8)


def test_a_sample_says_how_many_it_drew_and_comes_close(small):
    exact, drawn = walk(small), walk(small, 14)
    assert (drawn.exact, drawn.paths, drawn.total) == (False, walking.SAMPLE, 15)
    assert sum(drawn.endings.values()) == pytest.approx(1)
    assert drawn.endings == pytest.approx(exact.endings, abs=0.02)
    assert drawn.over == pytest.approx(exact.over, abs=0.01)
    assert (drawn.minutes, drawn.reached) == (exact.minutes, exact.reached)


def test_all_are_walked_when_there_are_just_as_many_as_allowed(small):
    assert walk(small, 15).exact
    assert not walk(small, 14).exact


# Encounters made for one question each --------------------------------------------------------
def when(flag):
    return Condition(flag, frozenset([flag]), lambda bars, minutes, flags: flag in flags)


def chain(length, **changes):
    """Give an encounter of some passages with three choices each; 'c' sets a flag."""
    names = [f"n{number}" for number in range(length)]
    passages = {}
    for name, target in zip(names, [*names[1:], "end"], strict=True):
        held = Choice("a", f"Long, long words at {name}.", target, (("voice", "held", 3),), 1)
        told = Choice("b", f"Tell {name}.", target, (("voice", "shared", 3),), 2, ("told",))
        back = Choice("c", f"Wait at {name}.", target, (("record", "held", 1),), 0)
        passages[name] = Passage(name, name, ((None, name),), (held, told, back))
    endings = {EQUAL: Ending(EQUAL, "Equal", when("told")), "usual": Ending("usual", "Usual")}
    plain = Encounter("A", "B", "", "", "", (20.0,) * 6, 9, "", "", passages, endings, "n0")
    return replace(plain, **changes)


def first_choice(encounter, **changes):
    passage = encounter.passages[encounter.first]
    choices = (replace(passage.choices[0], **changes), *passage.choices[1:])
    changed = replace(passage, choices=choices)
    return replace(encounter, passages={**encounter.passages, encounter.first: changed})


@pytest.mark.parametrize("length", [1, 2, 5])
def test_paths_are_counted_without_walking_them(length):
    assert count_paths(chain(length)) == 3**length


@pytest.mark.slow
def test_very_many_paths_are_counted_exactly_and_drawn_by_lot():
    long = chain(30)
    found = walk(long)
    assert (found.total, found.exact, found.paths) == (3**30, False, walking.SAMPLE)
    assert sum(found.endings.values()) == pytest.approx(1)


def test_choices_that_ask_for_bars_are_counted_too():
    low = Condition("voice < 9", frozenset(["voice"]), lambda bars, minutes, flags: bars[2] < 9)
    asking = first_choice(chain(3), when=low)
    assert count_paths(asking) == len(list(all_ends(asking, begin(asking)))) == 2 * 9
    assert count_paths(first_choice(chain(20), when=low), 1000) > 1000


def test_a_well_made_encounter_has_no_problem():
    assert problems(chain(3)) == []


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"start": (20.0, 101.0, 20.0, 20.0, 20.0, 20.0)}, "bar_leaves"),
        ({"budget": 1}, "equal_late"),
        ({"endings": {"usual": Ending("usual", "Usual")}}, "no_equal"),
    ],
)
def test_what_is_the_matter_is_named(change, name):
    identifiers = [found.identifier for _, found in problems(chain(3, **change))]
    assert identifiers == [f"encounter_check.{name}"]


def test_an_ending_that_no_path_reaches_is_named():
    endings = dict(chain(2).endings)
    never = {"never": Ending("never", "Never", when("nothing"), line=12)}
    assert problems(chain(2, endings=never | endings)) == [
        (12, "No path reaches the ending 'never'. Loosen its condition, or one before it.")
    ]


def test_a_passage_that_only_a_closed_choice_leads_to_is_named():
    one = chain(2)
    far = replace(one.passages["n1"], name="far", line=40)
    led = first_choice(
        replace(one, passages={**one.passages, "far": far}), target="far", when=when("nothing")
    )
    assert (40, "No path reaches the passage 'far'. Look at its conditions.") in problems(led)


@pytest.mark.parametrize("closed", [2, 3])
def test_a_passage_with_one_open_choice_or_none_is_named(closed):
    one = chain(2)
    last = replace(one.passages["n1"], line=30)
    shut = [replace(c, when=when("told")) if n < closed else c for n, c in enumerate(last.choices)]
    narrow = {**one.passages, "n1": replace(last, choices=tuple(shut))}
    found = problems(replace(one, passages=narrow))
    assert (30, word("encounter_check", "dead_end", name="n1")) in found


def test_an_encounter_that_never_ends_well_is_named_and_does_not_fall():
    one = chain(1)
    shut = tuple(replace(c, when=when("told")) for c in one.passages["n0"].choices)
    stuck = replace(one, passages={"n0": replace(one.passages["n0"], choices=shut)})
    assert (walk(stuck).paths, walk(stuck).over) == (0, 0)
    assert "encounter_check.dead_end" in [found.identifier for _, found in problems(stuck)]
    assert follow(stuck, walking.STRATEGIES["first"]) == ""


@pytest.mark.parametrize(
    ("place", "say", "name"),
    [
        (0, "Say.", "first"),
        (2, "Say.", "last"),
        (1, "Say it at great length, as one does.", "longest"),
    ],
)
def test_a_habit_that_ends_as_equal_as_possible_is_named(place, say, name):
    one = chain(1)
    held, told, back = one.passages["n0"].choices
    others = [held, back]
    others.insert(place, replace(told, say=say))
    named = zip("abc", (31, 32, 33), others, strict=True)
    choices = tuple(replace(c, key=key, line=line) for key, line, c in named)
    habit = replace(one, passages={"n0": replace(one.passages["n0"], choices=choices)})
    found = problems(habit)
    values = {"lines": str(31 + place), "name": EQUAL}
    assert found == [(0, word("encounter_check", f"always_{name}", **values))]


def test_a_choice_is_longest_among_those_that_are_open(small):
    longest = walking.STRATEGIES["longest"]
    assert follow(small, longest) == "all_his"
    assert follow(small, lambda choices: choices[1]) == EQUAL


# Two weeks -------------------------------------------------------------------------------------
def test_two_weeks_has_the_paths_of_its_shape(two_weeks):
    ways = [len(passage.choices) for passage in two_weeks.passages.values()]
    assert sorted(ways) == [3] * 10 + [4] * 2
    assert count_paths(two_weeks) == walk(two_weeks).paths == 177_147
    assert walk(two_weeks).exact


def test_two_weeks_can_end_as_equal_as_possible_in_time_and_seldom_does(two_weeks):
    found = walk(two_weeks)
    assert problems(two_weeks) == []
    assert len(found.endings) == 5
    assert all(share > 0.01 for share in found.endings.values())
    assert found.endings[EQUAL] == min(found.endings.values())
    assert found.equal_within_clock
    assert found.over > 0.1


def test_sharing_at_every_passage_takes_longer_than_there_is(two_weeks):
    def shared(choice):
        return sum(strength for _, to, strength in choice.pulls if to == "shared")

    state = begin(two_weeks)
    while choices := open_choices(two_weeks, state):
        state = choose(two_weeks, state, max(choices, key=shared).key)
    assert state.minutes > two_weeks.budget
    assert ending(two_weeks, state).name == EQUAL


def test_a_sample_of_two_weeks_is_near_the_whole(two_weeks):
    exact, drawn = walk(two_weeks), walk(two_weeks, 1000)
    assert not drawn.exact
    assert drawn.endings == pytest.approx(exact.endings, abs=0.02)


def test_paths_that_were_drawn_by_lot_are_called_so(two_weeks):
    told = facts("two_weeks", two_weeks)
    drawn = {**told, "exact": False, "walked": 20_000, "paths": 177_147}
    size = word("encounter_check", "paths_drawn", walked="20,000", paths="177,147")
    assert size in facts_lines(drawn)[0]
    assert size not in facts_lines(told)[0]
