"""The room and the signs on the page: as Python draws them, beside words, within one screen."""

import random

import pytest
from driver import CHOICES
from examples import share
from mouse import click
from stage import packaged_library
from sweep import first

from workbook.design import SIDES, room, sign
from workbook.kinds.encounter.model import DIMENSIONS
from workbook.widgets.page import script
from workbook.words import word

pytestmark = pytest.mark.browser

PLACES = ("left", "middle", "right", "outside")
NAMES = ("You & me", "Ms. <Ray>", "Nobody")
ENCOUNTERS = [
    name
    for name in packaged_library().exercise_ids()
    if packaged_library().exercise(name).kind == "encounter"
]
COLUMN = 960  # pixels the page of the course gives an encounter in a window of 1366
FREE = 726  # of a screen of 768, below the bar of the course
USED = """(root) => { const boxes = [...root.querySelectorAll(
    '[data-part=shift] > *, [data-field=scene], .sswp-scene, .sswp-choices, [data-part=room], '
    + '[data-part=clock]')].map((node) => node.getBoundingClientRect()).filter((b) => b.height);
  return Math.max(...boxes.map((b) => b.bottom)) - Math.min(...boxes.map((b) => b.top)); }"""
LIES = """(root) => Object.fromEntries([...root.querySelectorAll('.wb-thing')]
  .map((node) => [node.dataset.thing, node.dataset.place]))"""
SAID = "(root) => [...root.querySelectorAll('.sswp-lies li')].map((li) => li.innerText.trim())"


@pytest.fixture
def ask(stage):
    """Call a function of the page's script."""
    code = script("dom", "room", groups=()).removesuffix("export default { render };")

    def call(name, *values):
        return stage.page.evaluate(f"(values) => {{ {code} return {name}(...values); }}", values)

    return call


def test_the_sides_of_an_encounter_are_those_of_the_signs():
    assert DIMENSIONS == SIDES


@pytest.mark.parametrize("side", [*SIDES, "weather"])
def test_a_sign_is_the_same_in_python_and_on_the_page(ask, side):
    assert ask("sign", side) == sign(side)


@pytest.mark.parametrize("names", [(), NAMES[:2], NAMES])
@pytest.mark.parametrize("places", [PLACES[:3], PLACES])
def test_the_room_is_the_same_in_python_and_on_the_page(ask, places, names):
    lot = random.Random(len(places) + len(names))
    for _ in range(20):
        things = [(side, lot.choice(places)) for side in (*SIDES, "weather", *SIDES)]
        assert ask("room", things, names) == room(things, names)


def test_no_two_things_lie_on_each_other(ask):
    drawn = room([(side, place) for side in SIDES for place in PLACES])
    ask("((svg) => { document.querySelector('main').innerHTML = svg; })", drawn)
    boxes = ask(
        "(() => [...document.querySelectorAll('.wb-thing > circle, .wb-person > circle')]"
        ".map((node) => node.getBoundingClientRect()))"
    )
    assert len(boxes) == len(SIDES) * len(PLACES) + 2
    for n, one in enumerate(boxes):
        for other in boxes[:n]:
            apart = (
                one["right"] <= other["left"]
                or other["right"] <= one["left"]
                or one["bottom"] <= other["top"]
                or other["bottom"] <= one["top"]
            )
            assert apart


@pytest.mark.parametrize("name", first(2, ENCOUNTERS))
def test_scene_room_clock_and_choices_fit_one_screen(stage, name):
    for pick in share((0, -1), 0, 2):
        stage.clear()
        stage.look(COLUMN, "Light")
        exercise = stage.course(name)
        exercise.press("begin")
        used = []
        for _ in range(5):
            used.append(exercise.ask(USED))
            keys = sorted(exercise.ask(CHOICES))  # the page shuffles them, for each learner anew
            if not keys:  # a short story is over
                break
            click(exercise.find(f".sswp-choice[data-choice='{keys[pick]}']"))
            stage.pass_time(200)
            exercise.settle()
        assert max(used) <= FREE, used


def test_the_room_changes_with_a_choice_and_says_so(stage):
    exercise = stage.course("03/two_weeks")
    exercise.press("begin")
    before = exercise.ask(LIES)
    while exercise.ask(LIES) == before:
        key = min(exercise.ask(CHOICES))  # the page shuffles them, and not every one moves a side
        click(exercise.find(f".sswp-choice[data-choice='{key}']"))
        stage.pass_time(200)
        exercise.settle()
    lies = exercise.ask(LIES)
    zones = exercise.ask(
        "(root) => Object.fromEntries([...root.querySelectorAll('.sswp-sides [data-side]')]"
        ".map((node) => [node.dataset.side, node.dataset.zone]))"
    )
    where = {"held": "left", "shared": "middle", "handed_off": "right"}
    assert lies == {side: where[zone] for side, zone in zones.items()}
    said = exercise.ask(SAID)
    assert [line.partition(":")[0] for line in said] == [
        word("sides", f"side_{side}") for side in SIDES
    ]


def test_nothing_moves_where_no_motion_is_wanted(stage):
    stage.page.emulate_media(reduced_motion="reduce")
    name = "(root) => getComputedStyle(root.querySelector('.wb-thing')).animationName"
    try:
        exercise = stage.course("03/two_weeks")
        moved = "(root) => root.querySelector('.wb-thing').classList.add('wb-moved')"
        exercise.ask(moved)
        assert exercise.ask(name) == "none"
        stage.page.emulate_media(reduced_motion="no-preference")
        assert exercise.ask(name) == "wb-moved"
    finally:
        stage.page.emulate_media(reduced_motion="no-preference")


def test_the_power_map_lays_each_moment_where_it_was_put(stage):
    exercise = stage.course("02/power_map")
    places = {"practitioner": "left", "shared": "middle", "person": "right", "system": "outside"}
    wanted = []
    for n, item in enumerate(exercise.made.items):
        holder = list(places)[n % 4]
        exercise.find(f"[data-item={item.key}] input[value={holder}]").check()
        stage.pass_time(1000)
        wanted.append([exercise.made.settings["of"][item.key], places[holder]])
    lies = "(root) => [...root.querySelectorAll('.wb-thing')].map((n) => Object.values(n.dataset))"
    assert sorted(exercise.ask(lies)) == sorted(wanted)
    assert exercise.find("tbody .wb-sign").count() == len(exercise.made.settings["dimensions"])
