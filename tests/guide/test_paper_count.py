"""The bars of a story, counted in whole numbers from what the guide prints."""

import random
import re
from dataclasses import replace

import pytest
from the_course import COURSE

from workbook.guide.scenes import scenes_part
from workbook.kinds.encounter.play import DIMENSIONS, begin, choose, ending, open_choices
from workbook.words import word, words

STORIES = [i for i in COURSE.exercise_ids() if "encounter" in COURSE.exercise(i).settings]
SIDES = [words("sides")[f"side_{name}"].lower() for name in DIMENSIONS]
PLAYS = 25


def pattern(name, **parts):
    """Give the guide's own sentence as a pattern for what it prints."""
    text = re.escape(str(word("guide", name, **{key: f"@{key}@" for key in parts})))
    for key, part in parts.items():
        text = text.replace(f"@{key}@", part)
    return re.compile(text)


MOVE = pattern("bar_move", side=r"(\w+)", part=r"(\d+)", target=r"(\d+)")
MOVES = pattern("bar_moves", moves=r"(.+)", minutes=r"(\d+)")
START = pattern("bar", side=f"({'|'.join(SIDES)})", value=r"(\d+)")


def printed(story):
    """Read the starts of the bars, and for each place such as 3.2 its moves and minutes."""
    lines = scenes_part(story, 4).splitlines()
    about = next(line for line in lines if START.search(line))
    moves, place = {}, ""
    for line in lines:
        here = re.match(r"- \*\*(\d+\.\d+)\*\* ", line)
        place = here[1] if here else place
        if found := MOVES.search(line):
            moves[place] = (MOVE.findall(found[1]), int(found[2]))
    return [int(value) for _, value in START.findall(about)][: len(SIDES)], moves


def places(story):
    return {
        (passage, choice.key): f"{n}.{k}"
        for n, (passage, each) in enumerate(story.passages.items(), 1)
        for k, choice in enumerate(each.choices, 1)
    }


def played(story, chance):
    """Play by chance; give the last state, and the same with bars and minutes from paper."""
    bars, moves = printed(story)
    state, minutes, numbered = begin(story), 0, places(story)
    while not state.over:
        choice = chance.choice(open_choices(story, state))
        told, spent = moves[numbered[state.passage, choice.key]]
        for side, part, target in told:
            at = SIDES.index(side)
            bars[at] += round(int(part) * (int(target) - bars[at]) / 100)
        state, minutes = choose(story, state, choice.key), minutes + spent
    return state, replace(state, bars=tuple(map(float, bars)), minutes=minutes)


@pytest.mark.parametrize("name", STORIES)
def test_whole_numbers_on_paper_find_the_ending_of_the_computer(name):
    story, chance = COURSE.exercise(name).settings["encounter"], random.Random(name)
    pairs = [played(story, chance) for _ in range(PLAYS)]
    assert [paper.minutes for _, paper in pairs] == [state.minutes for state, _ in pairs]
    off = [
        abs(a - b) for state, paper in pairs for a, b in zip(state.bars, paper.bars, strict=True)
    ]
    assert max(off) < 3
    same = sum(ending(story, state) == ending(story, paper) for state, paper in pairs)
    assert same >= PLAYS - 2
