"""“Two weeks” on the page: played by mouse and by keys, cut off, found again, compared."""

import pytest
from look import look
from mouse import click
from story_paths import ID, chosen, equal, favor, title_of

from workbook.words import word, words

WORDS = words("encounter")
SCENE = "[data-field=scene]"
PATH = "(root) => root.querySelector('.sswp-play').dataset.path.split(' ').filter(Boolean)"


@pytest.fixture
def exercise(stage):
    return stage.course(ID)


def path_of(exercise):
    return exercise.ask(PATH)


def choose(exercise, path):
    for n in range(len(path_of(exercise)), len(path)):
        click(exercise.find(f"[data-choice={path[n]}]"))
        exercise.stage.pass_time(100)
        assert path_of(exercise) == path[: n + 1]


def text_in(exercise):
    return exercise.ask("(root) => root.textContent.replace(/\\s+/g, ' ')")


@pytest.mark.slow
def test_by_mouse_to_one_ending_then_from_a_step_to_another_and_compared(stage, exercise):
    assert word("encounter_said", "status") in text_in(exercise)
    assert not exercise.find(SCENE).is_visible()
    exercise.press("begin")
    for n in range(len(equal())):
        assert title_of(equal()[:n]) in exercise.find(SCENE).inner_text()
        heard = [text for text in chosen(equal(), "person") if text in text_in(exercise)]
        assert heard == [], "no voice before the end"
        choose(exercise, equal()[: n + 1])
        assert chosen(equal(), "shift")[n] in text_in(exercise)
    exercise.saved()
    assert title_of(equal()) in exercise.find(SCENE).inner_text()
    for name in ("say", "shift", "person", "you", "fits"):
        assert [t for t in chosen(equal(), name) if t not in text_in(exercise)] == []
    exercise.press("open-all")
    click(exercise.find("[data-replay='3']").last)
    exercise.settle()
    assert path_of(exercise) == equal()[:3]
    assert not exercise.find("[data-part=compared]").count()
    choose(exercise, favor())
    exercise.saved()
    compared = exercise.find("[data-part=compared]")
    assert title_of(favor()) in exercise.find(SCENE).inner_text()
    assert title_of(equal()) in compared.inner_text() and title_of(favor()) in compared.inner_text()
    differ = compared.locator("[data-step]").count()
    assert differ >= 1
    exercise.find("[data-field=compare_first]").select_option(index=1)
    assert compared.locator("[data-step]").count() == 0, "a play does not differ from itself"
    assert exercise.latest() == {"path": favor(), "kept": [equal()]}
    again = stage.reload(exercise)
    assert path_of(again) == favor()
    assert again.find("[data-part=compared] [data-step]").count() == differ
    again.press("undo")
    assert path_of(again) == favor()[:-1]
    assert again.latest()["kept"] == [equal()]


@pytest.mark.slow
def test_by_keyboard_alone_to_an_ending(stage, exercise):
    keys = stage.page.keyboard
    exercise.enter()
    exercise.press_by_keys("begin", "Enter")
    for n, key in enumerate(favor()):
        assert exercise.has_focus() == "scene"
        exercise.tab_to(f"[data-choice={key}]")
        keys.press("Enter" if n % 2 else "Space")
        stage.pass_time(20)
        assert chosen(favor(), "shift")[n] in exercise.aloud(), "the shift is not read out"
        assert path_of(exercise) == favor()[: n + 1] and exercise.has_focus() == "scene"
        if n == 2:
            back_and_on_again(exercise, key)
    exercise.saved()
    exercise.tab_to("[data-act=restart]")
    keys.press("Enter")
    stage.pass_time(100)
    assert path_of(exercise) == [] and exercise.has_focus() == "scene"
    assert exercise.latest() == {"path": [], "kept": [favor()]}


def back_and_on_again(exercise, key):
    keys = exercise.page.keyboard
    exercise.tab_to("[data-field=sides]")
    keys.press("Enter")
    exercise.press_by_keys("back", "Enter")
    assert path_of(exercise) == favor()[:2]
    assert exercise.has_focus() == "back", "one can go further back"
    exercise.tab_to(f"[data-choice={key}]", "Shift+Tab")
    keys.press("Enter")
    exercise.stage.pass_time(100)
    assert path_of(exercise) == favor()[:3] and exercise.has_focus() == "scene"
    numbers = exercise.find("[data-part=sides] table")
    assert numbers.is_visible(), "the table stays open from scene to scene"
    assert WORDS["zone_shared"] in numbers.inner_text()


def test_a_page_that_is_run_again_keeps_the_place_and_the_focus(stage, exercise):
    exercise.press("begin")
    choose(exercise, equal()[:3])
    stage.modes(all="deaf")
    # By key: whether a focus that a script sets is drawn depends on what was used last.
    exercise.find(f"[data-choice={equal()[3]}]").press("Enter")
    stage.pass_time(100)
    stage.leave(exercise.place)
    stage.restart()
    stage.modes()
    again = stage.exercise(exercise.made)
    stage.pass_time(100)
    assert again.latest()["path"] == path_of(again) == equal()[:4], "the choice is lost"
    assert again.has_focus() == "scene"
    choose(again, equal()[:6])
    third = stage.reload(again)
    assert path_of(third) == equal()[:6]
    assert title_of(equal()[:6]) in third.find(SCENE).inner_text()
    choose(third, equal())
    third.saved()


def test_a_program_that_does_not_answer_holds_the_story_and_says_so(stage, exercise):
    exercise.press("begin")
    choose(exercise, equal()[:1])
    stage.modes(save="deaf")
    click(exercise.find("[data-choice]").first)
    stage.pass_time(2600)
    assert exercise.said() == WORDS["unsaved"]
    assert path_of(exercise) == equal()[:1]
    click(exercise.find(f"[data-choice={equal()[1]}]"))
    stage.pass_time(2600)
    assert exercise.said() == WORDS["unsaved"]
    stage.modes()
    stage.pass_time(4100)
    assert path_of(exercise) == equal()[:2]
    exercise.saved()


TWICE = {
    "double click": lambda choice: choice.dblclick(),
    "two keys": lambda choice: (choice.press("Enter"), choice.page.keyboard.press("Enter")),
    "one tick": lambda choice: choice.evaluate("(node) => { node.click(); node.click(); }"),
}


@pytest.mark.parametrize("how", TWICE)
def test_a_choice_made_twice_is_one_choice(exercise, how):
    exercise.press("begin")
    TWICE[how](exercise.find(f"[data-choice={equal()[0]}]"))
    exercise.settle()
    assert path_of(exercise) == equal()[:1]
    assert [response["path"] for response in exercise.history()] == [equal()[:1]]
    assert exercise.said() == words("exercise")["saved"]


def test_look_again_opens_the_step_and_stays_at_the_end(stage, exercise):
    exercise.press("begin")
    choose(exercise, favor())
    again = exercise.find("[data-look]").first
    n = int(again.get_attribute("data-look"))
    step = exercise.find("[data-part=read] [data-step]").nth(n)
    step.evaluate("(node) => { node.open = false; }")
    again.press("Enter")
    assert exercise.has_focus() == f"step:{n}"
    assert chosen(favor(), "person")[n] in step.inner_text()
    assert 0 <= step.bounding_box()["y"] < 500
    assert exercise.latest()["path"] == path_of(exercise) == favor()


@pytest.mark.slow
def test_an_earlier_play_is_read_with_its_voices_and_played_on_from(exercise):
    exercise.press("begin")
    choose(exercise, equal())
    exercise.press("restart")
    assert path_of(exercise) == []
    choose(exercise, favor())
    own = [text for text in chosen(equal(), "person") if text not in chosen(favor(), "person")]
    assert own and not [text for text in own if text in text_in(exercise)]
    exercise.find("[data-field=read]").select_option(index=0)
    assert [text for text in own if text not in text_in(exercise)] == []
    assert title_of(equal()) in exercise.find("[data-part=read]").inner_text()
    exercise.press("open-all")
    click(exercise.find("[data-replay='5']"))
    exercise.saved()
    assert exercise.latest() == {"path": equal()[:5], "kept": [equal(), favor()]}


def test_what_is_read_out_is_true_of_the_scene_that_is_shown(exercise):
    exercise.press("begin")
    choose(exercise, equal()[:2])
    for act, path in (("reset", []), ("undo", equal()[:2]), ("undo", equal()[:1]), ("back", [])):
        exercise.press(act)
        assert path_of(exercise) == path
        assert title_of(path) in exercise.aloud(), f"{act}: nothing is read"
        shifts = chosen(equal(), "shift")[:2]
        assert [text for text in shifts if text in exercise.aloud()] == [], act


def test_cleared_plays_are_told_and_come_back_with_undo(exercise):
    exercise.press("begin")
    choose(exercise, equal()[:2])
    exercise.press("reset")
    assert WORDS["was_reset"] in exercise.aloud()
    exercise.press("undo")
    assert path_of(exercise) == equal()[:2]


LETTERS = """(root) => [...root.querySelectorAll('p, li')].flatMap((node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top / 8))).size;
  return lines > 2 ? [node.textContent.trim().length / lines] : []; })"""


def test_lines_of_the_story_are_short_where_the_card_is_wide(stage, exercise):
    stage.page.set_viewport_size({"width": 1400, "height": 900})
    found = exercise.ask(LETTERS)
    assert found and max(found) <= 74
    exercise.press("begin")
    found = exercise.ask(LETTERS)
    assert found and max(found) <= 74


def test_on_a_low_screen_each_scene_begins_at_the_top(stage, exercise):
    stage.page.set_viewport_size({"width": 1280, "height": 720})
    exercise.press("begin")
    for n in range(4):
        assert exercise.find(SCENE).bounding_box()["y"] < 360, f"scene {n} is low"
        assert exercise.find("[data-choice]").first.bounding_box()["y"] < 720, n
        choose(exercise, equal()[: n + 1])


@pytest.mark.slow
def test_nothing_is_found_in_any_part_of_the_story(stage, exercise):
    look(stage, "opening")
    exercise.press("begin")
    choose(exercise, equal()[:4])
    for field in ("opening", "sides", "steps"):
        click(exercise.find(f"[data-field={field}]"))
    look(stage, "in the middle")
    choose(exercise, equal())
    exercise.press("open-all")
    click(exercise.find("[data-replay='3']").last)
    exercise.settle()
    choose(exercise, favor())
    exercise.press("open-all")
    look(stage, "at the end, two plays compared")
