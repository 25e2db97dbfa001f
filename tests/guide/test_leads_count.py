"""What a leader is told to set up has as many corners, columns and lines as the exercise has."""

import re

from the_course import COURSE

NUMBERS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
PLACES = re.compile(rf"\b({'|'.join(NUMBERS)}) (?:corners|columns)\b", re.IGNORECASE)
LINES = re.compile(rf"\bthe same ({'|'.join(NUMBERS)}) lines\b")


def number(name):
    return NUMBERS.index(name.lower()) + 2


def wrong(text, places, lines):
    """Give the numbers in a text that are not those of the exercise."""
    found = [n for n in map(number, PLACES.findall(text)) if places and n != places]
    return found + [n for n in map(number, LINES.findall(text)) if n != lines]


def test_a_wrong_number_is_seen():
    assert wrong("Four corners, and the same eleven lines.", 3, 12) == [4, 11]
    assert wrong("Three corners, and the same twelve lines.", 3, 12) == []


def test_a_leader_sets_up_what_the_exercise_has():
    faults = {}
    for exercise in map(COURSE.exercise, COURSE.exercise_ids()):
        places = len(exercise.settings.get("buckets", ()))
        found = wrong(exercise.facilitator, places, len(exercise.items))
        faults |= {exercise.id: found} if found else {}
    assert faults == {}
