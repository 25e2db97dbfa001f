"""“Two weeks” and ways through it, always the same ones."""

import random

from learner import LIBRARY

from workbook.kinds.encounter.play import choose, ending, open_choices, replay

ID = "03/two_weeks"
STORY = LIBRARY.exercise(ID).settings["encounter"]


def path_to(name, within=1000, start=()):
    """Find the keys that lead to an ending in no more than some minutes, always the same ones."""
    chance = random.Random(3)
    for _ in range(40_000):
        state = replay(STORY, start)[-1]
        while not state.over:
            state = choose(STORY, state, chance.choice(open_choices(STORY, state)).key)
        if ending(STORY, state).name == name and state.minutes <= within:
            return list(state.path)
    raise AssertionError(f"no way to {name} was found")


EQUAL = path_to("as_equal_as_possible", within=STORY.budget)
FAVOR = path_to("a_favor_with_her_name_on_it", start=EQUAL[:3])
