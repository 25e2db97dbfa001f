"""All states of an encounter, in the page and in Python, drawn together to a few numbers.

Both walk the same way: from the beginning, each open choice in the order of the file, down to each
end. A state is a row of numbers; rows are multiplied into sums of 32 bits, one pair for each few
thousand states, so that a difference says where it is and nothing large has to travel.
"""

from array import array
from typing import NamedTuple

import numpy as np

from workbook.kinds.encounter.play import begin, open_choices, taken

BARS = 6
WIDTH = 6 + BARS  # place, open choices, texts, ending, flags, minutes, and the bars
CHUNK = 4096  # states
FACTORS = 31, 1_000_003
DRAWN = f"""([program, data]) => {{
  const names = "{{ replayed, taken, openChoices, fitsState }}";
  const {{ replayed, taken, openChoices, fitsState }} = new Function(`${{program}}; return ${{names}};`)();
  const places = [...Object.keys(data.passages), "end"];
  const flagNames = [...new Set(Object.values(data.passages).flatMap(({{ choices }}) => choices.flatMap(({{ sets }}) => sets)))].sort();
  const mask = (list) => list.reduce((sum, fits, n) => sum + (fits ? 2 ** n : 0), 0);
  const rows = new Float64Array({CHUNK} * {WIDTH}), numbers = new Uint32Array(rows.buffer);
  const sums = [];
  let held = 0, states = 0;
  const draw = () => {{
    const words = numbers.subarray(0, held * {WIDTH * 2});
    sums.push({list(FACTORS)}.map((factor) => words.reduce((sum, each) => (Math.imul(sum, factor) + each) >>> 0, 0)));
    held = 0;
  }};
  const textsOfEnd = ({{ person, you, note }}) => [...person, ...you, ...note];
  const walk = (state) => {{
    const end = state.passage === "end";
    const open = openChoices(data, state);
    const ending = end ? data.endings.findIndex(({{ when }}) => fitsState(data, when, state)) : -1;
    const texts = end ? textsOfEnd(data.endings[ending]) : data.passages[state.passage].scene;
    const choices = end ? [] : data.passages[state.passage].choices;
    rows.set([places.indexOf(state.passage), mask(choices.map((each) => open.includes(each))),
      mask(texts.map(([when]) => fitsState(data, when, state))), ending,
      mask(flagNames.map((name) => state.flags.includes(name))), state.minutes, ...state.bars], held * {WIDTH});
    states += 1;
    held += 1;
    if (held === {CHUNK}) draw();
    for (const choice of open) walk(taken(state, choice));
  }};
  walk(replayed(data, [])[0]);
  draw();
  return [states, sums];
}}"""  # noqa: E501


class Drawn(NamedTuple):
    """How many states there are, and what each few thousand of them were drawn to."""

    states: int
    sums: list


def python_states(story):
    """Draw all states of an encounter as Python plays them."""
    rows = array("d")
    _walk(story, _known(story), begin(story), rows)
    words = np.frombuffer(rows, dtype="<u4")
    step = CHUNK * WIDTH * 2
    chunks = [words[n : n + step] for n in range(0, len(words), step)]
    return Drawn(len(rows) // WIDTH, [[_sum(each, f) for f in FACTORS] for each in chunks])


def _sum(words, factor):
    powers = np.full(len(words), factor, dtype="<u4")
    powers[0] = 1
    return int((words * np.cumprod(powers, dtype="<u4")[::-1]).sum(dtype="<u4"))


def _known(story):
    """Give what is the same in every state: numbers for names, and when each text is shown."""
    ends = list(story.endings.values())
    return {
        "place": {name: n for n, name in enumerate([*story.passages, "end"])},
        "flag": {flag: 2**n for n, flag in enumerate(_flags(story))},
        "held": {},
        "texts": {n: _scene(passage) for n, passage in story.passages.items()},
        "choices": {n: _bits(c.when for c in p.choices) for n, p in story.passages.items()},
        "ends": [(end.when, _bits(_voices(end))) for end in ends],
    }


def _scene(passage):
    return _bits(when for when, text in passage.paragraphs if text)


def _flags(story):
    return sorted({flag for choice in story.choices() for flag in choice.sets})


def _voices(end):
    for name in ("person", "you", "note"):
        if getattr(end, name):
            yield None
        yield from (when for of, when, text in end.more if of == name and text)


def _bits(conditions):
    """Give the bits that are always there, and those that hang on a condition."""
    found = list(enumerate(conditions))
    return sum(2**n for n, w in found if not w), [(2**n, w.test) for n, w in found if w]


def _shown(bits, now):
    always, sometimes = bits
    return always + sum([bit for bit, test in sometimes if test(*now)])


def _walk(story, known, state, rows):
    now = state.bars, state.minutes, state.flags
    ending, opened, open_ = -1, 0, open_choices(story, state)
    if state.over:
        ending = next(n for n, (w, _) in enumerate(known["ends"]) if not w or w.test(*now))
        texts = known["ends"][ending][1]
    else:
        texts, opened = known["texts"][state.passage], _shown(known["choices"][state.passage], now)
        assert opened.bit_count() == len(open_)
    held = known["held"].setdefault(state.flags, sum(known["flag"][name] for name in state.flags))
    place = known["place"][state.passage]
    rows.extend((place, opened, _shown(texts, now), ending, held, state.minutes, *state.bars))
    for choice in open_:
        _walk(story, known, taken(state, choice), rows)
