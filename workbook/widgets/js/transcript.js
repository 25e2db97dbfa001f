// A transcript: put it in, cover names, say who is who, see both sides. Nothing is kept by itself.

const memory = (window.__sswpTranscript ??= { text: "", turns: null, roles: {} }); // until the page is closed

function drawTranscript(root, spec, send) {
  const area = h("textarea", { rows: 8, "data-field": "transcript", "aria-label": WORDS.text, spellcheck: "false", on: { input: () => { memory.text = area.value; } } });
  area.value = memory.text;
  const file = h("input", { type: "file", accept: ".csv,.txt,.vtt,.srt", "data-field": "file", "aria-label": WORDS.file, on: { change: () => take(file) } });
  const parts = { check: h("div"), roles: h("div"), profile: h("div") };
  const said = statusLine();
  const look = button(WORDS.look, () => send({ do: "look", text: area.value }), { class: "sswp-button sswp-main", "data-act": "look" });
  const examples = spec.examples.map(({ name, title }) => button(title, () => send({ do: "example", name }), { "data-example": name }));
  const take = async (input) => {
    if (!input.files.length) return;
    area.value = memory.text = await input.files[0].text();
    send({ do: "look", text: area.value });
  };
  root.append(h("h3", { text: WORDS.title }), h("p", { text: WORDS.how }), h("p", { class: "sswp-quiet", text: WORDS.nothing_kept }), area, file,
    h("div", { class: "sswp-actions" }, look, ...examples), said, parts.check, parts.roles, parts.profile);
  const looked = (message) => {
    Object.assign(memory, { turns: message.turns });
    parts.profile.replaceChildren();
    parts.check.replaceChildren(findings(message, spec.limits, send));
    parts.roles.replaceChildren(roles(message, send));
    said.textContent = fill(WORDS.read, { turns: message.turns.length, speakers: message.speakers.length });
  };
  return {
    looked,
    profile(message) {
      parts.profile.replaceChildren(...profile(message, send));
      said.textContent = message.coverage || WORDS.profiled;
    },
    kept() { said.textContent = WORDS.kept; },
    failed({ message }) { said.textContent = message; },
  };
}

function findings({ turns, findings: found }, limits, send) {
  const box = h("section", { "aria-label": WORDS.check_title }, h("h4", { text: WORDS.check_title }), h("p", { class: "sswp-quiet", text: fill(WORDS.check_limits, limits) }));
  if (!found.length) { box.append(h("p", { text: WORDS.check_none })); return box; }
  const rows = found.map((one) => {
    const text = turns[one.turn][2];
    const around = [text.slice(Math.max(0, one.start - 30), one.start), h("mark", { text: one.text }), text.slice(one.stop, one.stop + 30)];
    return h("li", {}, ...around, " ", button(WORDS.mask_one, () => send({ do: "mask", turns: memory.turns, only: { turn: one.turn, start: one.start, stop: one.stop, kind: one.kind } }), { "aria-label": `${WORDS.mask_one}: ${one.text}` }));
  });
  box.append(h("ul", {}, ...rows), button(fill(WORDS.mask_all, { n: found.length }), () => send({ do: "mask", turns: memory.turns }), { "data-act": "mask" }));
  return box;
}

function roles({ speakers }, send) {
  const pick = ([name, count]) => {
    const choice = h("select", { "data-speaker": name, "aria-label": fill(WORDS.role_of, { name }), on: { change: () => { memory.roles[name] = choice.value; refresh(); } } },
      ...["", "practitioner", "person", "other"].map((role) => h("option", { value: role, text: WORDS[`role_${role || "choose"}`] })));
    choice.value = memory.roles[name] ?? "";
    return h("p", {}, `${name} (${fill(WORDS.turns, { n: count })}) `, choice);
  };
  const chosen = () => Object.fromEntries(speakers.map(([name]) => [name, memory.roles[name]]).filter(([, role]) => role === "practitioner" || role === "person"));
  const show = button(WORDS.show, () => isOff(show) || send({ do: "profile", turns: memory.turns, roles: chosen() }), { class: "sswp-button sswp-main", "data-act": "profile" });
  const refresh = () => setOff(show, new Set(Object.values(chosen())).size < 2);
  const box = h("section", { "aria-label": WORDS.roles_title }, h("h4", { text: WORDS.roles_title }), ...speakers.map(pick), show);
  refresh();
  return box;
}

function profile({ rows, floor, floor_said, numbers }, send) {
  const cell = ({ text, why }) => h("td", {}, h("span", { text }), why ? h("small", { class: "sswp-source", text: why }) : null);
  const line = (row) => h("tr", { "data-measure": row.name }, h("th", { scope: "row", text: row.label }), cell(row.practitioner), cell(row.person), h("td", {}, h("small", { text: row.hidden })));
  const head = ["measure", "role_practitioner", "role_person", "hidden"].map((key) => h("th", { scope: "col", text: WORDS[key] }));
  return [h("h4", { text: WORDS.profile_title }),
    h("table", { class: "sswp-profile" }, h("caption", { text: WORDS.caption }), h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...rows.map(line))),
    h("h4", { text: WORDS.floor_title }), strip(floor), h("p", { class: "sswp-quiet", text: floor_said }), h("p", { text: WORDS.no_total }),
    button(WORDS.keep, () => send({ do: "keep", numbers }), { "data-act": "keep" })];
}

// One block for each stretch of talk; the letter says the same as the colour.
const strip = (floor) => h("div", { class: "sswp-floor", "aria-hidden": "true" },
  ...floor.map((label) => h("span", { "data-held": label, text: WORDS[`letter_${label}`] })));

const render = ({ model, el }) => panel(model, el, { name: "transcript", title: WORDS.title, draw: drawTranscript });
