"""An encounter through the messages of a page: scene by scene, and both voices at the end."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from the_course import COURSE

from workbook.content.markup import inline_html
from workbook.journal import Journal
from workbook.kinds import Learner, kind_of
from workbook.kinds.encounter.model import DIMENSIONS
from workbook.kinds.encounter.play import begin, choose, ending, open_choices, replay, zone
from workbook.kinds.encounter.story import _bar
from workbook.record.desk import Desk
from workbook.widgets.exercise import exercise_widget
from workbook.words import word, words

ID = "03/two_weeks"
VOICES = ("person", "you", "fits")


@pytest.fixture
def exercise(library):
    return library.exercise(ID)


@pytest.fixture
def story(exercise):
    return exercise.settings["encounter"]


def play(story, pick=lambda choices: choices[0]):
    """Play to the end; `pick` takes one of the open choices."""
    state = begin(story)
    while not state.over:
        state = choose(story, state, pick(open_choices(story, state)).key)
    return list(state.path)


def first(story):
    return play(story)


def last(story):
    return play(story, lambda choices: choices[-1])


def texts(story, names):
    return {inline_html(getattr(c, name)) for c in story.choices() for name in names}


def drawn_for(exercise, path, seed="7"):
    """Give the play as it is drawn for a learner."""
    kind = kind_of(exercise)
    return kind.found(exercise, kind.read(exercise, {"path": path}), Learner(seed))["play"]


def drawn(page, response, seq=1):
    return page.save(response, seq=seq)[0]["feedback"]["play"]


def test_the_page_can_draw_the_first_scene_before_any_message(shown, story):
    spec = shown(ID).widget.spec
    told = spec["play"]
    assert (told["path"], told["steps"]) == ([], [])
    assert told["here"]["passage"] == story.first
    assert "ending" not in told and "plays" not in told
    assert len(told["here"]["choices"]) == len(story.passages[story.first].choices)
    assert [bar["value"] for bar in told["bars"]] == [round(value) for value in story.start]
    status = word("encounter_said", "status")
    assert status in spec["status"]
    assert status not in spec["note"], "the opening says it on the same screen"
    assert spec["items"] == [], "no later scene travels ahead"


def test_each_choice_is_answered_with_its_shift_and_the_next_scene(shown, story):
    page, path = shown(ID), first(story)
    states = replay(story, path)
    for n in range(1, len(path)):
        told = drawn(page, {"path": path[:n]}, seq=n)
        assert told["path"] == path[:n]
        assert told["here"]["passage"] == states[n].passage
        assert [step["passage"] for step in told["steps"]] == [s.passage for s in states[:n]]
        assert all(set(step) == {"passage", "title", "say", "shift"} for step in told["steps"])
        assert told["clock"]["used"] == states[n].minutes


def test_no_voice_is_heard_before_the_end_and_both_are_heard_after(shown, story):
    page, path = shown(ID), last(story)
    middle = json.dumps(page.save({"path": path[:-1], "kept": [first(story)]}), ensure_ascii=False)
    unheard = texts(story, VOICES) | {inline_html(e.person) for e in story.endings.values()}
    assert not [text for text in unheard if json.dumps(text, ensure_ascii=False)[1:-1] in middle]
    told = drawn(page, {"path": path}, seq=2)
    assert told["here"] is None
    assert [step["person"] for step in told["steps"]] == spoken(story, path, "person")
    assert [step["you"] for step in told["steps"]] == spoken(story, path, "you")
    assert all(step["scene"] and step["fits"] for step in told["steps"])
    end = ending(story, replay(story, path)[-1])
    assert told["ending"]["title"] == end.title
    assert inline_html(end.note) in told["ending"]["note"]


def spoken(story, path, name):
    states = replay(story, path)
    pairs = zip(states, path, strict=False)
    found = (c for s, key in pairs for c in story.passages[s.passage].choices if c.key == key)
    return [inline_html(getattr(choice, name)) for choice in found]


@pytest.mark.parametrize("path", [["z"], "a", None, [3], [["a"]], {"a": 1}])
def test_keys_that_cannot_be_chosen_leave_the_play_where_it_was(shown, story, path):
    page = shown(ID)
    assert drawn(page, {"path": path})["path"] == []
    good = first(story)[:2]
    assert drawn(page, {"path": [*good, "z", "a"]}, seq=2)["path"] == good


def test_a_finished_play_is_kept_and_compared_with_the_next(shown, story):
    one, two = first(story), last(story)
    page = shown(ID)
    middle = drawn(page, {"path": two[:3], "kept": [one]}, seq=1)
    assert "plays" not in middle, "voices and comparisons wait for the end"
    told = drawn(page, {"path": two, "kept": [one, two, one[:2], ["z"]]}, seq=2)
    assert [p["minutes"] for p in told["plays"]] == [
        replay(story, path)[-1].minutes for path in (one, two)
    ]
    assert [p["path"] for p in told["plays"]] == [one, two]
    for play, path in zip(told["plays"], (one, two), strict=True):
        alone = drawn(page, {"path": path}, seq=2 + len(path))
        assert play["steps"] == alone["steps"], "an earlier play can be read with its voices"
        assert play["ending"] == alone["ending"]
    page.save({"path": two, "kept": [one, two, one[:2], ["z"]]}, seq=99)
    [restored] = shown(ID, "v2").tell("open")
    assert restored["entry"]["response"]["path"] == two
    assert one in restored["entry"]["response"]["kept"]
    assert restored["feedback"]["play"] == told


def test_the_next_visit_finds_the_place_and_undo_the_choices_before(shown, story):
    page, path = shown(ID), first(story)
    for n in (1, 2, 3):
        page.save({"path": path[:n]}, seq=n)
    [told] = shown(ID, "v2").tell("open")
    assert told["feedback"]["play"]["path"] == path[:3]
    assert [r["path"] for r in told["earlier"]] == [path[:1], path[:2]]
    assert told["entry"]["usable"]


def test_one_learner_sees_one_order_and_learners_differ(shown, exercise, library, tmp_path):
    orders = []
    for learner in range(12):
        desk = Desk(library, Journal(tmp_path / f"{learner}.jsonl"))
        again = Desk(library, Journal(tmp_path / f"{learner}.jsonl"))
        spec = shown(ID, where=desk).widget.spec
        keys = [c["key"] for c in spec["play"]["here"]["choices"]]
        for same in (desk, again):
            here = drawn_for(exercise, [], same.journal.learner().seed)["here"]
            assert [c["key"] for c in here["choices"]] == keys
        orders.append(tuple(keys))
    assert len(set(orders)) > 2


def test_the_clock_says_who_waits_and_when_it_is_over(exercise, story):
    fast = min((play(story, random.Random(n).choice) for n in range(200)), key=minutes(story))
    slow = max((play(story, random.Random(n).choice) for n in range(200)), key=minutes(story))
    for path, over in ((fast, False), (slow, True)):
        told = drawn_for(exercise, path)
        assert (told["clock"]["used"] > story.budget) is over
        assert story.waiting in told["clock"]["said"]
        assert bool(told["ending"]["over"]) is over


def minutes(story):
    return lambda path: replay(story, path)[-1].minutes


@given(st.randoms(use_true_random=False))
def test_what_is_drawn_is_what_was_played(seeded):
    exercise = COURSE.exercise(ID)
    story = exercise.settings["encounter"]
    path = play(story, seeded.choice)[: seeded.randint(0, 12)]
    told, now = drawn_for(exercise, path), replay(story, path)[-1]
    for bar, value in zip(told["bars"], now.bars, strict=True):
        assert abs(bar["value"] - value) < 1
        assert zone(bar["value"]) == bar["zone"] == zone(value)
    assert (told["here"] is None) is now.over


def test_an_encounter_of_another_wording_offers_the_play_again(desk, page, shown, story, library):
    from workbook.content.reader import parse_exercise

    shown(ID).save({"path": first(story)[:4]})
    text = library.path(ID).read_text(encoding="utf-8")
    reworded = parse_exercise(text.replace("title: Two weeks", "title: Three weeks"), ID)
    assert reworded.edition != library.exercise(ID).edition
    [told] = page(exercise_widget(reworded, desk)).tell("open")
    assert not told["entry"]["current"]
    assert told["entry"]["usable"]
    assert len(told["entry"]["words"]) == 4


def test_each_side_has_its_own_words_at_both_ends():
    said = words("encounter")
    assert not {"zone_held", "zone_handed_off"} & set(said)
    for name in DIMENSIONS:
        assert said[f"side_{name}"].startswith(f"{name.capitalize()}: ")
        assert said[f"zone_held_{name}"] != said[f"zone_handed_off_{name}"]
    assert "held" not in said["zone_held_relationship"].lower()


def test_the_words_of_a_bar_are_those_of_its_side_and_zone(exercise, story):
    for path in (first(story), last(story)):
        for bar in drawn_for(exercise, path)["bars"]:
            own = "" if bar["zone"] == "shared" else f"_{bar['name']}"
            expected = word("encounter", f"zone_{bar['zone']}{own}", person=story.person)
            assert bar["words"] == expected


def test_two_saves_of_one_page_are_no_answers_of_two_windows(shown, story):
    page, path = shown(ID), first(story)
    page.save({"path": path[:1]}, seq=1)
    assert page.save({"path": path[:2]}, seq=2)[0]["elsewhere"] is None
    shown(ID, "v2").save({"path": []})
    assert page.save({"path": path[:3]}, seq=3)[0]["elsewhere"]


def test_who_is_served_leaves_nothing_for_the_other_to_find_out(library):
    for id, told in (("03/wednesday_round", "_served"), (ID, "")):
        story = library.exercise(id).settings["encounter"]
        assert story.served == bool(told)
        bars = {"zone_held_information": 5.0, "zone_handed_off_information": 95.0}
        for name, value in bars.items():
            expected = word("encounter", f"{name}{told}", person=story.person)
            assert _bar(story, "information", value)["words"] == expected
