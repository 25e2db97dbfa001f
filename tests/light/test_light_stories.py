"""An encounter on a light page goes as in Python: its states, its scenes, its endings."""

import json
import random
from itertools import islice
from pathlib import Path

import pytest
from every_state import DRAWN, Drawn, python_states
from light_pages import laid, program
from the_course import COURSE

import workbook.kinds.encounter as encounters
from workbook.kinds import Learner, kind_of
from workbook.kinds.encounter.play import begin, open_choices, taken

LIGHT = Path(encounters.__file__).with_name("light.js")
FILL = """const fill = (text, values) =>
  text.replace(/\\{(\\w+)\\}/g, (all, key) => values[key] ?? all);"""
STORIES = """([program, ahead, responses]) => {
  const { lights, feedbackOf } = new Function(`${program}; return { lights, feedbackOf };`)();
  const { found, words } = lights.encounter;
  return responses.map((response) => ({ ...feedbackOf(ahead, response),
    ...found(ahead, [], {}, response), words: words(ahead, response) }));
}"""


def scripts():
    return "\n".join([FILL, program(), "const lights = {};", LIGHT.read_text("utf-8")])


def names():
    return [n for n in COURSE.exercise_ids() if COURSE.exercise(n).kind == "encounter"]


def whole_plays(story, state):
    """Give the keys of each way to an end, one after the other."""
    if state.over:
        yield list(state.path)
    for choice in open_choices(story, state):
        yield from whole_plays(story, taken(state, choice))


@pytest.mark.slow
@pytest.mark.parametrize("name", names())
def test_every_state_on_every_path_is_the_same(asking, library, name):
    exercise = library.exercise(name)
    story = exercise.settings["encounter"]
    found = Drawn(*asking.evaluate(DRAWN, [scripts(), laid(exercise)["data"]]))
    assert found == python_states(story)
    assert found.states > 10_000


@pytest.mark.slow
@pytest.mark.parametrize("name", names())
def test_the_page_draws_the_same_story(asking, library, name):
    exercise, kind = library.exercise(name), kind_of(library.exercise(name))
    story = exercise.settings["encounter"]
    ends = list(islice(whole_plays(story, begin(story)), 400))
    chance = random.Random(name)
    paths = chance.sample(ends, min(8, len(ends)))
    asked = [{"path": path[: chance.randint(0, len(path))], "kept": paths[:2]} for path in paths]
    asked += [{"path": path, "kept": [*paths[:3], ["z"], "x", paths[0]]} for path in paths]
    asked += [{}, {"path": "a"}, {"path": ["z"], "skipped": True}, {"kept": paths[:1]}]
    known = laid(exercise)
    for response, found in zip(
        asked, asking.evaluate(STORIES, [scripts(), known, asked]), strict=True
    ):
        answer = kind.read(exercise, response)
        known = kind.feedback(exercise, answer) | kind.found(exercise, answer, Learner("1"))
        known["words"] = kind.say(exercise, answer)
        assert found == json.loads(json.dumps(known)), response
