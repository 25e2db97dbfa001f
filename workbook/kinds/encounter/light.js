// An encounter played without Python: the same states on every path, and what the page draws of them.

const SIGNS = { Gt: (a, b) => a > b, GtE: (a, b) => a >= b, Lt: (a, b) => a < b, LtE: (a, b) => a <= b };
const MOST_PLAYS = 12;
const ENDED = "end";

function numberOf(story, name, { bars, minutes }) {
  if (typeof name === "number") return name;
  const [low, high] = story.zone;
  if (name === "minutes") return minutes;
  if (name === "held") return bars.filter((bar) => bar < low).length;
  if (name === "shared") return bars.filter((bar) => bar >= low && bar <= high).length;
  if (name === "handed_off") return bars.filter((bar) => bar > high).length;
  return bars[story.sides.findIndex((side) => side.name === name)];
}

function fitsState(story, when, state) {
  if (!when) return true;
  const [head, ...rest] = when;
  if (head === "and") return rest.every((each) => fitsState(story, each, state));
  if (head === "or") return rest.some((each) => fitsState(story, each, state));
  if (head === "not") return !fitsState(story, rest[0], state);
  if (head === "flag") return state.flags.includes(rest[0]);
  return SIGNS[head](numberOf(story, rest[0], state), numberOf(story, rest[1], state));
}

const openChoices = (story, state) => (state.passage === ENDED ? []
  : story.passages[state.passage].choices.filter(({ when }) => fitsState(story, when, state)));

function taken(state, choice) {
  const bars = [...state.bars];
  for (const [place, part, target] of choice.moves) bars[place] += part * (target - bars[place]);
  return { passage: choice.target, bars, minutes: state.minutes + choice.minutes, flags: [...state.flags, ...choice.sets], path: [...state.path, choice.key] };
}

// The beginning, then one state for each choice, up to the first that cannot be chosen.
function replayed(story, path) {
  const states = [{ passage: story.first, bars: story.start, minutes: 0, flags: [], path: [] }];
  for (const key of Array.isArray(path) ? path : []) {
    const choice = openChoices(story, states.at(-1)).find((each) => each.key === key);
    if (!choice) break;
    states.push(taken(states.at(-1), choice));
  }
  return states;
}

const textsOf = (story, texts, state) => texts.filter(([when]) => fitsState(story, when, state)).map(([, html]) => html).join("\n");
const roundedAway = (value) => (value < 50 ? Math.floor(value) : Math.ceil(value));
const zoneOf = ([low, high], value) => (value < low ? "held" : value <= high ? "shared" : "handed_off");
const endOf = (story, state) => story.endings.find(({ when }) => fitsState(story, when, state));

function barOf(story, place, value) {
  const zone = zoneOf(story.zone, value);
  return { value: roundedAway(value), zone, words: story.sides[place].zones[zone] };
}

function barsOf(story, states) {
  const [before, now] = [states.at(-2) ?? states.at(-1), states.at(-1)];
  return story.sides.map(({ name, label, short }, n) => {
    const moved = roundedAway(now.bars[n]) - roundedAway(before.bars[n]);
    return { name, label, short, start: roundedAway(story.start[n]), moved: moved > 0 ? `+${moved}` : String(moved), ...barOf(story, n, now.bars[n]) };
  });
}

function clockOf(story, minutes) {
  const over = minutes - story.budget;
  const said = fill(over > 0 ? story.clock_over : story.clock, { used: minutes, over });
  return { used: minutes, budget: story.budget, said };
}

function stepOf(story, before, after, over) {
  const passage = story.passages[before.passage];
  const { say, shift, person, you, fits } = passage.choices.find(({ key }) => key === after.path.at(-1));
  const shown = { passage: before.passage, title: passage.title, say, shift };
  return over ? { ...shown, scene: textsOf(story, passage.scene, before), person, you, fits } : shown;
}

const stepsOf = (story, states, over) => states.slice(1).map((after, n) => stepOf(story, states[n], after, over));

function endingOf(story, states) {
  const state = states.at(-1);
  const end = endOf(story, state);
  const passages = states.map(({ passage }) => passage);
  const voices = Object.fromEntries(["person", "you", "note"].map((name) => [name, textsOf(story, end[name], state)]));
  return { title: end.title, ...voices, over: state.minutes > story.budget ? story.over : "", known: story.known,
    look_again: end.look_again.filter((name) => passages.includes(name)).map((name) => passages.indexOf(name)) };
}

const wholeOf = (story, states) => ({ path: states.at(-1).path, ending: endingOf(story, states), minutes: states.at(-1).minutes,
  bars: states.at(-1).bars.map((value, n) => barOf(story, n, value)), steps: stepsOf(story, states, true) });

function hereOf(story, state) {
  const passage = story.passages[state.passage];
  const choices = openChoices(story, state).sort((one, other) => one.place - other.place);
  return { passage: state.passage, title: passage.title, scene: textsOf(story, passage.scene, state), choices: choices.map(({ key, say }) => ({ key, html: say })) };
}

// The whole plays of an answer, each once, the newest last.
function keptPlays(story, kept) {
  const plays = (Array.isArray(kept) ? kept : []).filter(Array.isArray);
  const ends = plays.filter((play) => { const end = replayed(story, play).at(-1); return end.passage === ENDED && end.path.length === play.length; });
  const newest = new Map(ends.toReversed().map((play) => [JSON.stringify(play), play]));
  return [...newest.values()].slice(0, MOST_PLAYS).reverse();
}

function playOf(story, response) {
  const states = replayed(story, response.path);
  const state = states.at(-1);
  const end = state.passage === ENDED;
  const play = { path: state.path, steps: stepsOf(story, states, end), here: end ? null : hereOf(story, state), bars: barsOf(story, states), clock: clockOf(story, state.minutes) };
  if (!end) return play;
  const others = keptPlays(story, response.kept).filter((path) => JSON.stringify(path) !== JSON.stringify(play.path));
  const plays = [...others, play.path].map((path) => wholeOf(story, replayed(story, path)));
  return { ...play, ending: endingOf(story, states), plays };
}

const saidEnd = (story, { at: state }) => fill(story.end, { title: endOf(story, state)?.title ?? "", n: state.minutes });

function saidPlay(story, response) {
  const states = replayed(story, response.path);
  const steps = states.slice(1).map((after, n) => {
    const passage = story.passages[states[n].passage];
    return `${passage.title}: ${passage.choices.find(({ key }) => key === after.path.at(-1)).plain}`;
  });
  const own = states.at(-1);
  const others = keptPlays(story, response.kept).filter((path) => JSON.stringify(path) !== JSON.stringify(own.path));
  return [...steps, ...(own.passage === ENDED ? [saidEnd(story, { at: own })] : []),
    ...others.map((path) => fill(story.another, { end: saidEnd(story, { at: replayed(story, path).at(-1) }) }))];
}

lights.encounter = {
  found: (ahead, history, base, response) => ({ play: playOf(ahead.data, response) }),
  words: (ahead, response) => saidPlay(ahead.data, response),
};
