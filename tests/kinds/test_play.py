"""Playing: the same choices give the same states, going back costs nothing, pulls stop in time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.errors import WorkbookError
from workbook.kinds.encounter.model import DIMENSIONS, DIRECTIONS, STRENGTHS
from workbook.kinds.encounter.play import (
    begin,
    choose,
    ending,
    open_choices,
    replay,
    scene,
    zone,
)
from workbook.kinds.encounter.story import whole
from workbook.words import word

KEYS = st.lists(st.sampled_from("abcdxyz"), max_size=16)
PICKS = st.lists(st.integers(0, 10), max_size=16)


def played(encounter, picks):
    """Play by taking any open choice, and give all states on the way."""
    states = [begin(encounter)]
    for pick in picks:
        choices = open_choices(encounter, states[-1])
        if not choices:
            break
        states.append(choose(encounter, states[-1], choices[pick % len(choices)].key))
    return states


@pytest.fixture(scope="module", params=["small", "two_weeks"])
def encounter(request, story, library):
    exercise = story if request.param == "small" else library.exercise("03/two_weeks")
    return exercise.settings["encounter"]


@given(picks=PICKS)
def test_a_replay_gives_the_states_of_the_play(encounter, picks):
    states = played(encounter, picks)
    assert replay(encounter, states[-1].path) == states
    assert [state.path for state in states] == [states[-1].path[:n] for n in range(len(states))]


@given(picks=PICKS)
def test_going_back_and_on_again_changes_nothing(encounter, picks):
    *before, last = played(encounter, picks)
    if before:
        undone = replay(encounter, last.path[:-1])[-1]
        assert undone == before[-1]
        assert choose(encounter, undone, last.path[-1]) == last


@given(path=KEYS)
def test_any_list_of_keys_is_played_up_to_the_first_that_cannot_be_chosen(encounter, path):
    states = replay(encounter, path)
    last = states[-1]
    assert list(last.path) == path[: len(last.path)]
    if len(last.path) < len(path):
        assert path[len(last.path)] not in {c.key for c in open_choices(encounter, last)}


@given(picks=PICKS)
def test_bars_stay_in_0_to_100_and_no_pull_passes_its_target(encounter, picks):
    states = played(encounter, picks)
    for before, after in zip(states, states[1:], strict=False):
        [chosen] = [c for c in open_choices(encounter, before) if c.key == after.path[-1]]
        pulled = {dimension: DIRECTIONS[to] for dimension, to, _ in chosen.pulls}
        for name, was, now in zip(DIMENSIONS, before.bars, after.bars, strict=True):
            target = pulled.get(name, was)
            assert 0 <= now <= 100
            assert min(was, target) <= now <= max(was, target)
            assert (now == was) is (target == was)
        assert after.minutes == before.minutes + chosen.minutes
        assert after.flags == before.flags | set(chosen.sets)


PULLS = st.tuples(st.sampled_from(list(DIRECTIONS)), st.sampled_from(list(STRENGTHS)))


@given(st.floats(0, 100), st.lists(PULLS))
def test_however_many_pulls_a_bar_stays_between_where_it_was_and_where_they_lead(bar, pulls):
    ends = [bar, *(DIRECTIONS[to] for to, _ in pulls)]
    for to, strength in pulls:
        bar += STRENGTHS[strength] * (DIRECTIONS[to] - bar)
        assert min(ends) - 1e-9 <= bar <= max(ends) + 1e-9


@given(picks=PICKS)
def test_a_play_ends_once_and_with_an_ending(encounter, picks):
    states = played(encounter, picks)
    for state in states[:-1]:
        assert ending(encounter, state) is None
        assert scene(encounter, state)
    last = states[-1]
    if last.over:
        assert ending(encounter, last) in encounter.endings.values()
        assert (open_choices(encounter, last), scene(encounter, last)) == ((), "")


# The small encounter, by hand -------------------------------------------------------------
@pytest.fixture
def small(story):
    return story.settings["encounter"]


def end_of(encounter, path):
    return ending(encounter, replay(encounter, path)[-1]).name


def test_a_choice_pulls_bars_part_of_the_way(small):
    state = choose(small, begin(small), "b")
    assert begin(small).bars == (25, 25, 30, 30, 20, 15)
    assert state.bars == pytest.approx((25, 25 + 0.35 * 29, 30 + 0.35 * 24, 30, 20 + 0.15 * 34, 15))
    assert (state.passage, state.minutes, state.flags) == ("the_form", 2, frozenset())


def test_a_choice_opens_when_its_condition_holds(small):
    def keys(path):
        return [c.key for c in open_choices(small, replay(small, path)[-1])]

    assert keys("ba") == ["a", "c"]
    assert keys("bb") == ["a", "b", "c"]
    assert len(replay(small, "bab")) == 3


def test_a_paragraph_is_shown_when_its_condition_holds(small):
    first = "The form has a line for the day the chair comes back."
    assert scene(small, replay(small, "a")[-1]) == f"{first}\n\nYour pen is already on the line."
    assert scene(small, replay(small, "b")[-1]) == f"{first}\n\nThe pen lies between you."
    assert small.passages["the_form"].scene == first


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("aaa", "your_form"),
        ("aba", "the_usual_talk"),
        ("bbb", "as_equal_as_possible"),
        ("cac", "all_his"),
        ("baa", "the_usual_talk"),
    ],
)
def test_the_first_ending_that_fits_is_the_ending(small, path, name):
    assert end_of(small, path) == name


@pytest.mark.parametrize("key", ["d", "", "B", None, 1])
def test_a_choice_that_is_not_open_is_a_sentence(small, key):
    with pytest.raises(WorkbookError) as caught:
        choose(small, begin(small), key)
    assert caught.value.args[0].values == {"passage": "the_counter", "key": key}


def test_nothing_can_be_chosen_after_the_end(small):
    with pytest.raises(WorkbookError) as caught:
        choose(small, replay(small, "aaa")[-1], "a")
    assert caught.value.args[0] == word("encounter_said", "not_open", passage="end", key="a")


@pytest.mark.parametrize(
    ("value", "name"),
    [(0, "held"), (39.99, "held"), (40, "shared"), (65, "shared"), (65.01, "handed_off")],
)
def test_the_middle_is_the_shared_zone(value, name):
    assert zone(value) == name


@given(picks=PICKS)
def test_a_finished_play_is_kept_with_the_bars_of_its_end(encounter, picks):
    last = played(encounter, [*picks, *[0] * 40])[-1]
    bars = whole(encounter, last.path)["bars"]
    assert [bar["zone"] for bar in bars] == [zone(value) for value in last.bars]
    values = [bar["value"] for bar in bars]
    assert all(abs(one - other) < 1 for one, other in zip(values, last.bars, strict=True))
