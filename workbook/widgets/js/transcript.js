// A transcript: put it in, cover names, say who is who, see both sides. Nothing is kept by itself.

const memory = (window.__sswpTranscript ??= { text: "", turns: null, roles: {}, voices: {}, source: null }); // until the page is closed

function drawTranscript(root, spec, send) {
  const area = h("textarea", { rows: 8, "data-field": "transcript", "aria-label": WORDS.text, spellcheck: "false", on: { input: () => { memory.text = area.value; } } });
  area.value = memory.text;
  const file = h("input", { type: "file", accept: ".docx,.csv,.tsv,.txt,.md,.vtt,.srt,.sbv,.json,.jsonl,.cha,.TextGrid", "data-field": "file", "aria-label": WORDS.file, on: { change: () => take(file) } });
  const parts = { read: h("div"), check: h("div"), roles: h("div"), profile: h("div") };
  const said = statusLine();
  const bar = h("progress", { hidden: true, "aria-label": WORDS.working });
  let shows = null; // what the text becomes when the answer comes; until then it stays
  let asked = "";
  let was = null; // the turns before something was covered: a speaker keeps the role under a new label
  const ask = (message, then = null, buffers = []) => { shows = then; asked = message.do; wait(message, buffers); send(message, buffers); };
  // A long talk takes a while: say so before the answer comes.
  const wait = (message, [bytes]) => { if ((message.turns?.length ?? (bytes?.byteLength ?? message.text?.length ?? 0) / 50) > spec.limits.long) { said.textContent = WORDS.working; bar.hidden = false; } };
  const read = (source, then) => { memory.source = source; ask({ do: "look", text: source.text, name: source.name, voices: memory.voices }, then, source.bytes ? [source.bytes] : []); };
  const answer = (label, voice) => { memory.voices[label] = voice; read(memory.source, asLines); }; // then the text itself is beyond doubt
  const look = button(WORDS.look, () => { memory.voices = {}; read({ text: area.value }, null); }, { class: "sswp-button sswp-main", "data-act": "look" });
  const examples = spec.examples.map(({ name, title }) => button(title, () => ask({ do: "example", name }, asLines), { "data-example": name }));
  const take = async (input) => {
    if (!input.files.length) return;
    const { name } = input.files[0];
    const bytes = await input.files[0].slice(0, spec.limits.most + 1).arrayBuffer(); // one too many says that it is too large
    input.value = ""; // so that a mended file can be chosen again
    memory.voices = {};
    read({ bytes, name }, asLines);
  };
  const mask = (what = {}) => { was = memory.turns; ask({ do: "mask", turns: memory.turns, ...what }, asLines); };
  root.append(h("h3", { text: WORDS.title }), h("p", { text: WORDS.how }), h("p", { class: "sswp-quiet", text: WORDS.nothing_kept }), area, file,
    h("div", { class: "sswp-actions" }, look, ...examples), said, bar, parts.read, parts.check, parts.roles, parts.profile);
  const answered = (then) => (message) => { bar.hidden = true; then(message); };
  const tell = (text) => {
    said.textContent = text;
    if (asked === "keep") parts.profile.querySelector("[data-told]").textContent = text; // beside the button, far below
  };
  const looked = (message) => {
    const focused = document.activeElement;
    const at = [...parts.check.querySelectorAll("button")].indexOf(focused);
    const chose = parts.roles.contains(focused) && (focused.dataset.speaker ?? "");
    if (asked === "mask" && was) {
      keepRoles(was, message.turns);
      memory.source = null; // from here on only the covered text is there
      memory.voices = {};
      parts.read.replaceChildren();
    }
    memory.turns = message.turns;
    if (shows) area.value = memory.text = shows(message);
    parts.profile.replaceChildren();
    if (asked === "look" || asked === "example") parts.read.replaceChildren(...reading(message, answer));
    parts.check.replaceChildren(findings(message, spec.limits, mask));
    parts.roles.replaceChildren(roles(message, ask, () => parts.profile.replaceChildren()));
    const left = [...parts.check.querySelectorAll("button")];
    const select = (name) => [...parts.roles.querySelectorAll("select")].find((one) => name === undefined || one.dataset.speaker === name);
    if (at >= 0) (left[Math.min(at, left.length - 1)] ?? select()).focus();
    else if (chose !== false) (select(chose) ?? select()).focus(); // a second answer must not take it away
    said.textContent = asked === "mask" ? WORDS.covered : fill(WORDS.read, { turns: message.turns.length, speakers: message.speakers.length });
  };
  watchPlace(root, "transcript");
  return {
    looked: answered(looked),
    ready: () => whenShown(root, () => backToPlace(root, "transcript")), // Python may be quicker than the page
    leave: () => catchKeys("transcript"),
    profile: answered((message) => {
      parts.profile.replaceChildren(...profile(message, ask, spec.limits));
      said.textContent = message.coverage || WORDS.profiled;
    }),
    kept: answered(() => tell(WORDS.kept)),
    failed: answered(({ message }) => tell(message)),
  };
}

const asLines = (message) => message.text;

// What was left out, and the lines that nobody but the reader can decide.
function reading({ notes = [], asked = [] }, answer) {
  const parts = [];
  if (asked.length) {
    const line = ({ label, row, line, voice }) => h("li", { "data-asked": label }, h("span", { text: fill(WORDS.asked_row, { row, line }) }),
      ...[true, false].flatMap((choice) => { const text = choice ? WORDS.asked_voice : WORDS.asked_words;
        return [" ", button(text, () => answer(label, choice), { class: choice === voice ? "sswp-button sswp-main" : "sswp-button", "aria-pressed": String(choice === voice), "aria-label": fill(WORDS.asked_about, { label, answer: text }), "data-voice": String(choice) })]; }));
    parts.push(h("section", { "aria-label": WORDS.asked_title }, h("h4", { text: WORDS.asked_title }), h("p", { class: "sswp-quiet", text: WORDS.asked_how }), h("ul", { class: "sswp-found" }, ...asked.map(line))));
  }
  if (notes.length) {
    parts.push(h("section", { "aria-label": WORDS.notes_title }, h("h4", { text: WORDS.notes_title }), h("ul", { "data-part": "notes" }, ...notes.map((text) => h("li", { text })))));
  }
  return parts;
}

function keepRoles(before, after) {
  const now = new Map(before.map(([, name], n) => [name, after[n]?.[1]]));
  for (const [name, label] of now) {
    if (!label || label === name || !(name in memory.roles)) continue;
    memory.roles[label] = memory.roles[name];
    delete memory.roles[name];
  }
}

function findings({ turns, findings: found, labels }, limits, mask) {
  const box = h("section", { "aria-label": WORDS.check_title }, h("h4", { text: WORDS.check_title }), h("p", { class: "sswp-quiet", text: WORDS.check_limits }), misses(limits));
  if (!found.length && !labels.length) { box.append(h("p", { text: WORDS.check_none }), missed(mask)); return box; }
  const cover = (text, what) => button(WORDS.mask_one, () => mask({ only: what }), { "aria-label": fill(WORDS.mask_everywhere, { text }) });
  const who = labels.map((label) => h("li", { "data-label": label }, h("strong", { text: label }), ` ${WORDS.label} `, cover(label, { label })));
  const row = (one) => {
    const text = turns[one.turn][2];
    const around = [one.start > 30 ? "…" : "", text.slice(Math.max(0, one.start - 30), one.start), h("mark", { text: one.text }),
      text.slice(one.stop, one.stop + 30), one.stop + 30 < text.length ? "…" : ""];
    return h("li", {}, ...around, " ", cover(one.text, { turn: one.turn, start: one.start, stop: one.stop, kind: one.kind }));
  };
  const list = h("ul", { class: "sswp-found" }, ...who);
  box.append(list, more(list, found, row), h("p", { class: "sswp-quiet", text: WORDS.stand_ins }), button(fill(WORDS.mask_all, { n: found.length + labels.length }), () => mask(), { "data-act": "mask" }), missed(mask));
  return box;
}

// A long list comes in parts, so that a page of thousands of names still moves.
const PART = 100;
function more(list, found, row) {
  let there = 0;
  const next = button("", () => {
    const before = list.childElementCount;
    add();
    list.children[before].querySelector("button").focus();
  }, { "data-act": "more-found" });
  const add = () => {
    list.append(...found.slice(there, there + PART).map(row));
    there = Math.min(found.length, there + PART);
    next.hidden = there === found.length;
    next.textContent = fill(WORDS.more_found, { n: Math.min(PART, found.length - there), left: found.length - there });
  };
  add();
  return next;
}

// What the check finds, kind by kind, as it was measured.
function misses({ found }) {
  const heads = ["found_kind", "found_first", "found_new"].map((key) => WORDS[key]);
  return h("details", { "data-part": "found" }, h("summary", { text: WORDS.found_title }), h("p", { class: "sswp-quiet", text: WORDS.found_how }),
    table("", WORDS.found_title, heads, ...found.map((row) => tableRow(heads, {}, ...row))));
}

// A name that the check missed: written in by the reader, covered wherever it stands.
function missed(mask) {
  const field = h("input", { type: "text", "data-field": "also", "aria-label": WORDS.also, autocomplete: "off", spellcheck: "false" });
  const go = () => field.value.trim() && mask({ also: field.value.trim() });
  field.addEventListener("keydown", (event) => event.key === "Enter" && go());
  return h("p", { class: "sswp-also" }, h("label", {}, `${WORDS.also} `, field), " ", button(WORDS.also_cover, go, { "data-act": "also" }));
}

function roles({ speakers }, send, changed) {
  const pick = ([name, count]) => {
    const choice = h("select", { "data-speaker": name, "aria-label": fill(WORDS.role_of, { name }), on: { change: () => { memory.roles[name] = choice.value; refresh(); changed(); } } },
      ...["", "practitioner", "person", "interpreter", "other"].map((role) => h("option", { value: role, text: WORDS[`role_${role || "choose"}`] })));
    choice.value = memory.roles[name] ?? "";
    return h("p", {}, `${name} (${fill(WORDS.turns, { n: count })}) `, choice);
  };
  const chosen = () => Object.fromEntries(speakers.map(([name]) => [name, memory.roles[name]]).filter(([, role]) => role).map(([name, role]) => [name, role === "other" ? null : role]));
  const sides = () => new Set(Object.values(chosen()).filter((role) => role === "practitioner" || role === "person")).size;
  const show = button(WORDS.show, () => isOff(show) || send({ do: "profile", turns: memory.turns, roles: memory.chosen = chosen() }), { class: "sswp-button sswp-main", "data-act": "profile" });
  const refresh = () => setOff(show, sides() < Math.min(2, speakers.length));
  const box = h("section", { "aria-label": WORDS.roles_title }, h("h4", { text: WORDS.roles_title }), ...speakers.map(pick), show);
  refresh();
  return box;
}

function profile({ rows, apart, quick, turns, floor, floor_said, marked, numbers }, send, limits) {
  const heads = ["measure", "role_practitioner", "role_person", "hidden"].map((key) => WORDS[key]);
  const cell = ({ text, why }) => [h("span", { text }), why ? h("small", { class: "sswp-source", text: why }) : ""];
  const line = (row) => tableRow(heads, { "data-measure": row.name }, row.label, cell(row.practitioner), cell(row.person), [h("small", { text: row.hidden })]);
  return [h("h4", { text: WORDS.profile_title }),
    table("sswp-profile", WORDS.caption, heads, ...rows.map(line)), ...apart.map((text) => h("p", { "data-part": "apart", text })),
    ...(quick ? [h("p", { class: "sswp-quiet", text: WORDS.quick }), button(WORDS.intervals, () => send({ do: "profile", turns: memory.turns, roles: memory.chosen, intervals: true }), { "data-act": "intervals" })] : []),
    h("h4", { text: WORDS.turns_title }), turns.length > limits.bars ? h("p", { text: fill(WORDS.too_many_turns, { most: limits.bars }) }) : turnBars(turns), h("p", { class: "sswp-quiet", text: turnsSaid(turns) }),
    h("h4", { text: WORDS.marked_title }), ...["practitioner", "person"].map((role) => h("p", {}, h("strong", { text: `${WORDS[`role_${role}`]}: ` }), markedSaid(marked[role]))),
    h("p", { class: "sswp-quiet", text: WORDS.marked_limits }),
    h("h4", { text: WORDS.floor_title }), strip(floor), h("p", { class: "sswp-quiet", text: floor_said }), h("p", { text: WORDS.no_total }),
    button(WORDS.keep, () => send({ do: "keep", numbers }), { "data-act": "keep" }), h("p", { class: "sswp-quiet", "data-told": "" })];
}

const markedSaid = (words) => words.map(([word, z]) => `${word} (${z.toFixed(1)})`).join(", ") || WORDS.marked_none;

// One bar for each turn: the practitioner's to the left, the person's to the right, a question with its mark.
const turnBars = (turns) => {
  const most = turns.reduce((n, [, , words]) => Math.max(n, words), 1);
  const bar = ([, role, words, asks]) => h("div", { "data-held": role }, h("span", { style: `width: ${(96 * words) / most}%`, text: asks ? "?" : "" }));
  return h("div", { class: "sswp-turns", "aria-hidden": "true" }, h("p", {}, h("span", { text: WORDS.role_practitioner }), h("span", { text: WORDS.role_person })), ...turns.map(bar));
};
const turnsSaid = (turns) => {
  const asks = (role) => turns.filter((turn) => turn[1] === role && turn[3]).length;
  return fill(WORDS.turns_said, { all: turns.length, most: turns.reduce((n, turn) => Math.max(n, turn[2]), 0), practitioner: asks("practitioner"), person: asks("person") });
};

// One block for each stretch of talk; the letter says the same as the colour.
const strip = (floor) => h("div", { class: "sswp-floor", "aria-hidden": "true" },
  ...floor.map((label) => h("span", { "data-held": label, text: WORDS[`letter_${label}`] })));

const render = ({ model, el }) => panel(model, el, { name: "transcript", title: WORDS.title, draw: drawTranscript });
