// An encounter: one scene at a time and what each choice shifted; both voices once it is over.

kinds.encounter = (view) => {
  const { spec } = view;
  const { names } = spec;
  let play = spec.play;
  let begun = false;
  const kept = () => view.response.kept ?? [];
  const busy = () => view.saving() || view.root.getAttribute("aria-busy") === "true";

  // A finished play is kept when the learner goes back into it.
  const go = (path) => {
    if (busy()) return;
    const done = play.ending ? [...kept().filter((one) => String(one) !== String(play.path)), play.path].slice(-12) : kept();
    view.change({ path, ...(done.length ? { kept: done } : {}) });
  };
  const replay = (step, path = play.path) => go(path.slice(0, step));
  const choose = (event, key) => {
    if (event.detail > 1 || busy()) return; // the second half of a double click is no choice
    for (const node of choices.children) node.toggleAttribute("data-waiting", node === event.currentTarget);
    go([...play.path, key]);
  };
  const start = () => {
    begun = true;
    opening.open = false;
    draw();
    arrive();
  };
  // What the last choice shifted, the scene and its choices: from the top of the page.
  const arrive = () => {
    heading.focus({ preventScroll: true });
    (play.steps.length ? shift : heading).scrollIntoView();
  };

  const restart = button(WORDS.restart, () => replay(0), { "data-act": "restart", "data-field": "restart" });
  const begin = button(WORDS.begin, start, { class: "sswp-button sswp-main", "data-act": "begin", "data-field": "begin" });
  const opening = h("details", { open: true, "data-part": "opening" }, h("summary", { "data-field": "opening", text: WORDS.opening }),
    h("div", { html: spec.opening }), known(WORDS.known_to_you, spec.known));
  const shift = h("div", { "data-part": "shift" });
  const heading = h("h4", { tabindex: "-1", "data-field": "scene" });
  const story = h("div", { class: "sswp-scene" });
  const choices = h("div", { class: "sswp-choices", role: "group", "aria-label": WORDS.choose });
  const back = button(WORDS.back, () => replay(play.path.length - 1), { "data-act": "back", "data-field": "back" });
  const closing = h("div");
  const after = h("div");
  const clock = clockFace();
  const between = roomBetween(names);
  const sides = sixSides(names);
  const soFar = h("details", { "data-part": "steps" }, h("summary", { "data-field": "steps" }), h("ol", { class: "sswp-steps" }));
  const scene = h("div", { class: "sswp-told" }, shift, heading, story, choices, back, closing);
  const stage = h("div", {}, h("div", { class: "sswp-stage" }, scene, h("div", { class: "sswp-beside" }, between.node, clock.node)),
    sides.node, soFar, after, h("p", { class: "sswp-quiet", html: spec.status }));
  const node = h("div", { class: "sswp-play" }, opening, begin, stage);

  const replayButton = (step, n, path) => button(WORDS.go_from, () => replay(n, path), {
    "data-field": `from:${n}`, "data-replay": n, "aria-label": fill(WORDS.go_from_named, step) });
  const told = (step, n) => h("li", { "data-step": step.passage }, h("strong", { text: step.title }), wordsOf(step), h("p", { html: step.shift }),
    replayButton(step, n));

  const draw = () => {
    const { here, ending, steps } = play;
    begun ||= steps.length > 0;
    begin.hidden = begun;
    stage.hidden = !begun;
    node.dataset.path = play.path.join(" ");
    const last = steps.at(-1);
    shift.replaceChildren(...(last ? [h("div", { class: "sswp-note" }, h("strong", { text: WORDS.shifted }), h("div", { html: last.shift }))] : []));
    heading.textContent = here ? here.title : fill(WORDS.ended, ending);
    story.innerHTML = here ? here.scene : "";
    choices.hidden = !here;
    if (here) choices.dataset.asked = here.title;
    choices.replaceChildren(...(here?.choices ?? []).map(({ key, html }) => h("button", { type: "button", class: "sswp-choice", html,
      "data-choice": key, "data-field": `${here.passage}:${key}`, on: { click: (event) => choose(event, key) } })));
    back.hidden = !here || !last;
    const read = ending && stepByStep(names, play, replayButton);
    closing.replaceChildren(...(ending ? howItEnded(names, play, read.look, restart) : []));
    after.replaceChildren(...(ending ? [...read.nodes, ...comparison(view, play)] : []));
    clock.set(play.clock);
    between.set(play.bars);
    sides.set(play.bars);
    soFar.hidden = !here || !last;
    soFar.firstChild.textContent = fill(WORDS.so_far, { n: steps.length });
    soFar.lastChild.replaceChildren(...(here ? steps.map(told) : []));
  };
  draw();

  return {
    node,
    set: () => {},
    changed: () => view.hush(),
    found: (found, aloud) => {
      const held = node.contains(document.activeElement);
      const before = play.path;
      play = found.play ?? spec.play;
      if (play.path.length && !begun) opening.open = false;
      draw();
      const lost = document.activeElement === document.body || document.activeElement.closest("[hidden]");
      if (lost && aloud && (held || place.id === spec.id)) arrive();
      else if (lost && held) heading.focus();
      if (!aloud || String(play.path) === String(before)) return;
      const chosen = String(play.path.slice(0, -1)) === String(before) && play.steps.at(-1);
      view.announce(`${asSentence(chosen ? plainText(chosen.shift) : heading.textContent)} ${play.clock.said}`, true);
    },
  };
};

const plainText = (html) => aloud(h("div", { html }));
const wordsOf = ({ say }) => h("p", { class: "sswp-words" }, h("span", { class: "sswp-unseen", text: `${WORDS.your_words}: ` }), h("span", { html: say }));
const voice = (who, name, html) => h("div", { class: "sswp-voice", "data-voice": who }, h("strong", { text: name }), h("div", { html }));
const known = (name, html) => h("div", { class: "sswp-known" }, h("h4", { text: name }), h("div", { html }));
const voices = (names, { person, you }) => h("div", { class: "sswp-voices" }, voice("person", names.person, person), voice("you", fill(WORDS.you, names), you));

function clockFace() {
  const said = h("p");
  const face = h("div", { class: "sswp-clock", "aria-hidden": "true" }, h("span"), h("i"));
  return {
    node: h("div", { "data-part": "clock" }, said, face),
    set: ({ used, budget, said: text }) => {
      const all = Math.max(used, budget);
      said.textContent = text;
      face.firstChild.style.width = `${(100 * used) / all}%`;
      face.lastChild.style.left = `${(100 * budget) / all}%`;
    },
  };
}

// Where each of the six things lies: the room, and the same in words.
const ROOM_PLACES = { held: "left", shared: "middle", handed_off: "right" };

function roomBetween(names) {
  const picture = h("div");
  const said = h("ul", { class: "sswp-lies" });
  const lies = ({ name, short, words, zone }) => h("li", { "data-side": name, "data-zone": zone },
    signed(name, h("span", { text: fill(WORDS.lies, { side: short, where: words }) })));
  return {
    node: h("div", { "data-part": "room", role: "group", "aria-label": WORDS.room }, picture, said),
    set: (bars) => {
      drawRoom(picture, bars.map(({ name, zone }) => [name, ROOM_PLACES[zone]]), [names.you, names.person]);
      said.replaceChildren(...bars.map(lies));
    },
  };
}

// The six bars as a picture, and the same as a table.
function sixSides(names) {
  const picture = h("div", { class: "sswp-sides", "aria-hidden": "true" });
  const heads = [WORDS.side, WORDS.now, WORDS.zone, WORDS.moved, WORDS.start];
  const numbers = table("", WORDS.sides, heads);
  const side = ({ name, label, words, zone, value, start }) => {
    const from = Math.min(start, value);
    const track = h("div", { class: "sswp-track" }, h("b"), h("s", { style: `left: ${from}%; width: ${Math.abs(value - start)}%` }),
      h("u", { style: `left: ${start}%` }), h("i", { style: `left: ${value}%` }));
    return h("div", { "data-side": name, "data-zone": zone }, signed(name, label), track, h("small", { text: words }));
  };
  return {
    node: h("div", { "data-part": "sides" }, h("h4", { text: WORDS.sides }), picture, h("p", { class: "sswp-quiet", text: WORDS.sides_how }),
      h("details", {}, h("summary", { "data-field": "sides", text: WORDS.as_table }), numbers)),
    set: (bars) => {
      picture.replaceChildren(...bars.map(side));
      numbers.tBodies[0].replaceChildren(...bars.map((bar) => tableRow(heads, { "data-side": bar.name }, signed(bar.name, bar.label), [String(bar.value)], [bar.words], [bar.moved], [String(bar.start)])));
    },
  };
}

// What is told once the encounter is over.
function howItEnded(names, { ending, steps }, look, restart) {
  const again = (n) => button(fill(WORDS.look_again, steps[n]), () => look(n), { "data-field": `look:${n}`, "data-look": n });
  return [voices(names, ending), h("p", { html: ending.over }), h("div", { html: ending.note }),
    known(fill(WORDS.known_to_person, names), ending.known),
    h("div", { class: "sswp-actions" }, ...ending.look_again.map(again), restart), h("p", { class: "sswp-quiet", text: WORDS.kept_plays })];
}

// Every step of a finished play with both voices: of this one, or of an earlier one that is kept.
function stepByStep(names, { plays }, replayButton) {
  const own = plays.length - 1;
  const told = h("div", { "data-part": "read" });
  const which = choosePlay(plays, "read", own, () => show());
  const step = (path, look) => (one, n) => h("details", { open: look.includes(n), "data-step": one.passage },
    h("summary", { "data-field": `step:${n}` }, h("strong", { text: `${n + 1}. ${one.title}` }), " ", h("span", { html: one.shift })),
    h("div", { class: "sswp-quiet", html: one.scene }), wordsOf(one), voices(names, one),
    h("p", {}, h("strong", { text: `${WORDS.fits}: ` }), h("span", { html: one.fits })), replayButton(one, n, path));
  const show = () => {
    const { path, steps, ending } = plays[which.value];
    const end = +which.value === own ? [] : [h("p", { class: "sswp-ask", text: fill(WORDS.ended, ending) }), voices(names, ending)];
    told.replaceChildren(...end, ...steps.map(step(path, ending.look_again)));
  };
  const parts = () => told.querySelectorAll("details");
  const look = (n) => {
    if (+which.value !== own) { which.value = own; show(); }
    const node = parts()[n];
    node.open = true;
    node.firstChild.focus({ preventScroll: true });
    node.scrollIntoView();
  };
  const openAll = button(WORDS.open_all, () => { for (const node of parts()) node.open = true; }, { "data-act": "open-all", "data-field": "open-all" });
  show();
  return { look, nodes: [h("h4", { text: WORDS.step_by_step }), own ? h("label", {}, WORDS.read, which) : "", openAll, told] };
}

const playName = (plays, n) => fill(WORDS.play_name, { n: n + 1, minutes: plays[n].minutes, ending: plays[n].ending.title });

function choosePlay(plays, field, chosen, work) {
  const name = (n) => (n === plays.length - 1 ? fill(WORDS.this_play, { name: playName(plays, n) }) : playName(plays, n));
  const select = h("select", { "data-field": field, on: { change: work } }, ...plays.map((_, value) => h("option", { value, text: name(value) })));
  select.value = chosen;
  return select;
}

function comparison(view, { plays, bars }) {
  const title = h("h4", { text: WORDS.compare });
  if (plays.length < 2) return [title, h("p", { class: "sswp-quiet", text: WORDS.compare_none })];
  const shown = h("div", { "data-part": "compared" });
  const picks = ["compare_first", "compare_second"].map((field, n) => choosePlay(plays, field, plays.length - 2 + n, () => view.announce(show())));
  const show = () => {
    const both = picks.map((select) => plays[select.value]);
    const heads = (first) => [first, ...picks.map((select) => playName(plays, +select.value))];
    const row = (label, cell) => tableRow(heads(), {}, label, ...both.map((one) => [cell(one)]));
    const said = both.map((one) => new Map(one.steps.map((step) => [step.passage, step.say])));
    const passages = new Map(both.flatMap((one) => one.steps.map((step, n) => [step.passage, { n, ...step }])));
    const parted = [...passages.values()].filter(({ passage: key }) => said[0].get(key) !== said[1].get(key)).sort((a, b) => a.n - b.n);
    const words = ({ passage: key, title: label }) => tableRow(heads(), { "data-step": key }, label, ...said.map((one) => [h("span", { html: one.get(key) ?? WORDS.not_reached })]));
    shown.replaceChildren(table("sswp-two", WORDS.sides, heads(WORDS.side), ...bars.map((bar, n) => row(signed(bar.name, bar.label), (one) => `${one.bars[n].words} (${one.bars[n].value})`)),
      row(WORDS.minutes_used, (one) => String(one.minutes)), row(WORDS.ending, (one) => one.ending.title)), table("sswp-two", WORDS.parted, heads(WORDS.step), ...parted.map(words)));
    return fill(WORDS.compared, { n: parted.length });
  };
  show();
  return [title, h("div", { class: "sswp-row" }, ...picks.map((select, n) => h("label", {}, [WORDS.compare_first, WORDS.compare_second][n], select))), shown];
}
