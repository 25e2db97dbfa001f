"""“Two weeks” and ways through it, always the same ones."""

import functools
import random

from stage import packaged_library

from workbook.content.markup import plain_words
from workbook.kinds.encounter.play import choose, ending, open_choices, replay

ID = "03/two_weeks"


@functools.cache
def story():
    return packaged_library().exercise(ID).settings["encounter"]


def path_to(name, within=1000, start=()):
    """Find the keys that lead to an ending in no more than some minutes, always the same ones."""
    chance = random.Random(3)
    for _ in range(40_000):
        state = replay(story(), start)[-1]
        while not state.over:
            state = choose(story(), state, chance.choice(open_choices(story(), state)).key)
        if ending(story(), state).name == name and state.minutes <= within:
            return list(state.path)
    raise AssertionError(f"no way to {name} was found")


@functools.cache
def equal():
    """Give a way to the most equal ending."""
    return path_to("as_equal_as_possible", within=story().budget)


@functools.cache
def favor():
    """Give a way to another ending that begins with the same three steps."""
    return path_to("a_favor_with_her_name_on_it", start=equal()[:3])


def chosen(path, name):
    """Give one text of every choice on a path."""
    pairs = zip(replay(story(), path), path, strict=False)
    found = (c for s, key in pairs for c in story().passages[s.passage].choices if c.key == key)
    return [plain_words(getattr(choice, name)) for choice in found]


def title_of(path):
    """Give the title of the scene or the ending to which a path leads."""
    state = replay(story(), path)[-1]
    end = ending(story(), state)
    return end.title if end else story().passages[state.passage].title
