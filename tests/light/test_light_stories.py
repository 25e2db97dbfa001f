"""An encounter on a light page goes as in Python: its states, its scenes, its endings."""

import json
import random
from itertools import islice
from pathlib import Path

import pytest
from light_pages import laid, program
from the_course import COURSE

import workbook.kinds.encounter as encounters
from workbook.kinds import Learner, kind_of
from workbook.kinds.encounter.play import begin, choose, ending, open_choices

LIGHT = Path(encounters.__file__).with_name("light.js")
FILL = """const fill = (text, values) =>
  text.replace(/\\{(\\w+)\\}/g, (all, key) => values[key] ?? all);"""
MOST = 3000  # states of each encounter; an encounter has more than a test can walk
ALL = """([program, data]) => {
  const names = "{ replayed, taken, openChoices, endOf }";
  const { replayed, taken, openChoices, endOf } = new Function(`${program}; return ${names};`)();
  const [found, seen] = [[], new Set()];
  const walk = (state) => {
    const { path, passage, bars, minutes, flags } = state;
    const here = JSON.stringify([passage, bars, minutes, [...new Set(flags)].sort()]);
    if (seen.has(here) || found.length >= MOST) return;
    seen.add(here);
    const open = openChoices(data, state);
    const keys = open.map(({ key }) => key);
    const end = passage === "end" ? endOf(data, state).title : "";
    found.push([path.join(""), passage, bars, minutes, keys.join(""), end]);
    for (const choice of open) walk(taken(state, choice));
  };
  walk(replayed(data, [])[0]);
  return found;
}"""
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


def walked(story, state, seen):
    """Go through every state once, whatever path leads to it."""
    here = state.passage, state.bars, state.minutes, state.flags
    if here in seen:
        return
    seen.add(here)
    end = ending(story, state)
    open_ = open_choices(story, state)
    yield [
        "".join(state.path),
        state.passage,
        list(state.bars),
        state.minutes,
        "".join(choice.key for choice in open_),
        end.title if end else "",
    ]
    for choice in open_:
        yield from walked(story, choose(story, state, choice.key), seen)


@pytest.mark.slow
@pytest.mark.parametrize("name", names())
def test_thousands_of_states_are_the_same(asking, library, name):
    exercise = library.exercise(name)
    story = exercise.settings["encounter"]
    data = laid(exercise)["data"]
    found = asking.evaluate(ALL.replace("MOST", str(MOST)), [scripts(), data])
    assert len(found) > 20
    assert found == list(islice(walked(story, begin(story), set()), MOST))


@pytest.mark.slow
@pytest.mark.parametrize("name", names())
def test_the_page_draws_the_same_story(asking, library, name):
    exercise, kind = library.exercise(name), kind_of(library.exercise(name))
    story = exercise.settings["encounter"]
    ends = [list(p[0]) for p in islice(walked(story, begin(story), set()), 400) if p[1] == "end"]
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
