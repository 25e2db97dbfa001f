"""The notes of the light edition are those of every edition, for each kind and any answer."""

import json
import random

import pytest
from light_pages import said_by_page, said_by_python

from workbook.content.reader import parse_exercise
from workbook.kinds import kind_of, names
from workbook.kinds.base import Kind

ALIVE = [name for name in names() if type(kind_of(name)).ahead is not Kind.ahead]
PROMISED = {"choice", "sort", "match", "power_map", "rank", "annotate", "rating", "reflection"}
PROMISED |= {"what_if", "plan", "log", "practice", "again", "post_test", "situations"}
PROMISED |= {"encounter", "instrument"}
# What is worked out by Python alone; the page says so in its place.
FLAGS = ("shown", "skipped", "hinted")
BEYOND = {"reading", "mirror", "log", "full", "look"}


def test_what_is_promised_can_be_answered_without_python():
    assert set(ALIVE) >= PROMISED


def sample(kind):
    folder = kind_of(kind).folder
    exercise = parse_exercise((folder / "sample.md").read_text("utf-8"), f"09/{kind}")
    return exercise, json.loads((folder / "sample.json").read_text("utf-8"))


def lent(library, kind):
    """Kinds that take questions from elsewhere are tried as the course has them."""
    ids = (name for name in library.exercise_ids() if library.exercise(name).kind == kind)
    return [library.exercise(name) for name in ids]


def same(page, asked):
    for (exercise, response), found in zip(asked, said_by_page(page, asked), strict=True):
        known = said_by_python(exercise, response)
        for name in known.keys() - BEYOND - {"words"}:
            assert found.get(name) == known[name], (exercise.id, name, response)
        if exercise.kind != "instrument":
            assert found["words"] == known["words"], (exercise.id, response)


@pytest.mark.parametrize("kind", sorted(set(ALIVE) - {"encounter"}))
def test_the_answers_of_each_sample_have_the_same_notes(asking, kind):
    exercise, answers = sample(kind)
    flags = [{}, {"shown": True}, {"skipped": True}, {"hinted": True}, {"shown": "yes"}]
    asked = [(exercise, one["response"] | flag) for one in answers for flag in flags]
    usual = [(e, r) for e, r in asked if kind != "log" or "week" not in r or sound_week(r)]
    same(asking, usual)


def sound_week(response):
    """A week that there is not, or words that are none, come from no page."""
    return response["week"] < "2026-W54" and isinstance(response.get("text", ""), str)


@pytest.mark.parametrize("kind", sorted(set(ALIVE) - {"log", "encounter"}))
def test_any_answer_to_the_course_has_the_same_notes(asking, library, kind):
    chance = random.Random(kind)
    asked = [
        (exercise, response)
        for exercise in lent(library, kind)
        for response in invented(exercise, chance)
    ]
    assert asked or kind not in PROMISED
    same(asking, asked)


def invented(exercise, chance):
    """Invent answers from the pieces that an exercise has, and from some that it has not."""
    items = [item.key for item in exercise.items]
    options = [o.key for item in exercise.items for o in item.options]
    labels = list(kind_of(exercise).labels(exercise))
    scale = [str(n) for n in range(1, 8)]
    values = [*options, *labels, *scale, "nothing", 3, None, ["x"], True]

    def pick():
        return chance.choice(values)

    def some(keys):
        return chance.sample(keys, chance.randint(0, len(keys))) if keys else []

    for _ in range(6):
        mixed = items[:]
        chance.shuffle(mixed)
        rounds = list(exercise.settings.get("rounds", ()))
        inputs = exercise.settings.get("inputs", {})
        yield {
            "chosen": some(options),
            "placed": {key: pick() for key in some(items)},
            "picked": {key: pick() for key in some(items)},
            "ratings": {key: pick() for key in some(items)},
            "texts": {key: chance.choice(["", " ", "So.", 5]) for key in some(items)},
            "marks": {key: some(labels) for key in some(items)},
            "text": chance.choice(["", "Written."]),
            "order": chance.choice([mixed, mixed[1:], [*mixed, "x"], "x"]),
            "done": some(rounds),
            "inputs": {k: rule["from"] + (rule["to"] - rule["from"]) * chance.choice([0, 0.5, 1, 2])
                       for k, rule in inputs.items()},
            "cards": [card(items, scale, chance)] * chance.randint(0, 1),
            **{flag: chance.choice([True, False, "yes"]) for flag in FLAGS},
        }  # fmt: skip


def card(items, scale, chance):
    """Fill in every line of both sides."""
    sides = ("person", "practitioner")
    own = {side: [k.partition(".")[2] for k in items if k.startswith(side)] for side in sides}
    return {side: {k: chance.choice(scale[:5]) for k in keys} for side, keys in own.items()}
