// A log: a short form by week, the lines that stand, and what they show over the weeks.

const HELD = ["held", "shared", "handed_off", "cannot_tell"];
const BACK = 26; // weeks that can be chosen
const ASK_WAIT = 2500;

// The ISO week of a day, as in 2026-W48: the week that its Thursday lies in.
function isoWeek(day) {
  const at = new Date(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()));
  at.setUTCDate(at.getUTCDate() + 4 - (at.getUTCDay() || 7));
  const week = Math.ceil(((at - Date.UTC(at.getUTCFullYear(), 0, 1)) / 86400000 + 1) / 7);
  return `${at.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
}

const lastWeeks = () => Array.from({ length: BACK }, (_, n) => isoWeek(new Date(Date.now() - n * 7 * 86400000)));

function weekList(select, first = []) {
  const was = select.value;
  const said = [WORDS.this_week, WORDS.last_week];
  select.replaceChildren(...first, ...lastWeeks().map((week, n) => h("option", { value: week, text: fill(said[n] ?? "{week}", { week }) })));
  if (was) chooseWeek(select, was);
}

// A week that is older than the list is added to it.
function chooseWeek(select, week) {
  if (![...select.options].some((option) => option.value === week)) select.append(h("option", { value: week, text: week }));
  select.value = week;
}

// Radios that one key answers: a number chooses and goes on to the next group.
function quickRadios(view, name, label, values, onward, changed) {
  const inputs = values.map(([key]) => h("input", { type: "radio", name: `${view.id}-${name}`, value: key, "data-choice": key, "data-field": `${name}:${key}`, on: { change: changed } }));
  const node = h("fieldset", { class: "sswp-group", "data-item": name, on: { keydown: (event) => {
    const input = inputs[Number(event.key) - 1];
    if (!input || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    input.checked = true;
    input.focus();
    changed();
    onward(node);
  } } }, h("legend", {}, label), h("div", { class: "sswp-options" }, ...values.map(([, html], n) =>
    h("div", { class: "sswp-option" }, h("label", {}, inputs[n], h("span", { html }))))));
  return { name, node, inputs, get: () => inputs.find((input) => input.checked)?.value ?? "", set: (key) => { for (const input of inputs) input.checked = input.value === key; } };
}

// The words of a side; its sign may stand before them.
const sideLabel = (item) => signed(item.key, h("span", { html: item.html }));

// What is filled in: read, put back, kept in this browser until it is saved.
function logForm(view, save) {
  const { spec } = view;
  const key = () => `${draftPrefix(view.spec.journal, spec.id)}half`;
  const keep = () => {
    try {
      if (blank(read())) localStorage.removeItem(key());
      else localStorage.setItem(key(), JSON.stringify({ half: read() }));
    } catch { /* this browser keeps nothing */ }
  };
  const week = h("select", { id: `${view.id}-week`, "data-field": "week", on: { change: keep } });
  const onward = ({ nextElementSibling: next }) => (next.querySelector("input:checked") ?? next.querySelector("input")).focus();
  const radio = (name, label, values) => quickRadios(view, name, label, values, onward, keep);
  const words = (names, start) => names.map((name) => [name, WORDS[`${start}${name}`]]);
  const place = radio("place", WORDS.place, spec.places);
  const sides = spec.items.map((item) => radio(item.key, sideLabel(item), words(HELD, "")));
  const did = radio("did", WORDS.did, ["yes", "no", "could_not"].map((name) => [name, WORDS[`did_${name}`]]));
  const gave = radio("gave", WORDS.gave, ["1", "2", "3", "4", "5"].map((n) => [n, WORDS[`gave_${n}`]]));
  const groups = [place, ...sides, did, gave];
  const text = h("input", { type: "text", id: `${view.id}-text`, maxlength: 300, dir: "auto", autocomplete: "off", "data-field": "text", "aria-describedby": `${view.id}-text-about`, on: { input: keep } });
  const number = (name) => h("input", { type: "number", min: 0, max: 100, step: 1, id: `${view.id}-${name}`, "data-field": name, on: { input: keep } });
  const [score, talk] = [number("card-score"), number("talk")];
  const cardSide = h("select", { id: `${view.id}-card`, "data-field": "card", on: { change: keep } },
    ...["", "person", "practitioner"].map((value) => h("option", { value, text: value ? WORDS[`card_${value}`] : WORDS.card_none })));
  const line = (name, words_, field) => h("p", { class: "sswp-log-field" }, h("label", { for: `${view.id}-${name}`, text: words_ }), field);
  const more = h("details", {}, h("summary", { text: WORDS.more, "data-field": "more" }), line("card", WORDS.card_side, cardSide), line("card-score", WORDS.card_score, score), line("talk", WORDS.talk, talk));
  const node = h("form", { class: "sswp-log-form", on: {
    submit: (event) => { event.preventDefault(); save(); },
    keydown: (event) => {
      if (event.key !== "Enter" || !event.target.matches("input, select")) return;
      event.preventDefault();
      save();
    },
  } }, line("week", WORDS.week, week), h("p", { class: "sswp-quiet", text: WORDS.keys }), ...groups.map((group) => group.node),
  line("text", WORDS.text, text), h("p", { class: "sswp-quiet", id: `${view.id}-text-about`, text: WORDS.text_about }), more);

  const whole = (field) => (field.value === "" ? null : Number(field.value));
  function read() {
    const own = Object.fromEntries(groups.map((group) => [group.name, group.get()]).filter(([, value]) => value));
    const put = { week: week.value, sides: Object.fromEntries(sides.filter((s) => own[s.name]).map((s) => [s.name, own[s.name]])) };
    for (const { name } of [place, did, gave]) if (own[name]) put[name] = own[name];
    if (text.value.trim()) put.text = text.value.trim();
    if (cardSide.value || score.value) put.card = { side: cardSide.value, score: whole(score) };
    if (talk.value !== "") put.talk = whole(talk);
    return put;
  }
  const blank = ({ week: _, sides: put, ...rest }) => !Object.keys(put).length && !Object.keys(rest).length;
  const fits = (n) => n === null || (Number.isInteger(n) && n >= 0 && n <= 100);
  const trouble = (put) => {
    if (score.validity.badInput || talk.validity.badInput || !fits(put.card?.score ?? null) || !fits(put.talk ?? null)) return [WORDS.bad_number, score];
    if (put.card && (!put.card.side || put.card.score === null)) return [WORDS.card_both, cardSide];
    return blank(put) || (Object.keys(put).every((name) => ["week", "place", "sides"].includes(name)) && !Object.keys(put.sides).length) ? [WORDS.nothing_chosen, place.inputs[0]] : null;
  };
  function set(put = {}) {
    weekList(week);
    chooseWeek(week, put.week ?? isoWeek(new Date()));
    for (const group of groups) group.set(put[group.name] ?? put.sides?.[group.name]);
    text.value = put.text ?? "";
    cardSide.value = put.card?.side ?? "";
    score.value = put.card?.score ?? "";
    talk.value = put.talk ?? "";
    more.open = Boolean(put.card || put.talk !== undefined);
    keep();
  }
  const half = () => { try { return JSON.parse(localStorage.getItem(key()))?.half; } catch { return null; } };
  set(half() ?? {});
  return { node, read, set, trouble, show: (field) => { if (more.contains(field)) more.open = true; field.focus(); }, text, first: week };
}

// The room of one line, small: its words say the same.
const LOG_PLACES = { held: "left", shared: "middle", handed_off: "right" };
const logRoom = (sides = {}) => {
  const lying = Object.entries(sides).map(([side, held]) => [side, LOG_PLACES[held]]).filter(([, place]) => place);
  return h("div", { class: "sswp-log-room", hidden: !lying.length, html: lying.length ? room(lying) : "" });
};

// The lines that stand, the newest first; each can be changed, or erased after a question.
function logList(view, { edit, erase }) {
  const count = h("p", { class: "sswp-quiet" });
  const lines = h("ul", { class: "sswp-log-lines" });
  const every = button(WORDS.show_all, () => view.send({ do: "ask", all: true }), { "data-act": "all", "data-field": "all" });
  const words = (line) => [line.week, ...line.words].join(" · ");
  const sure = (line, item) => {
    const no = button(WORDS.sure_no, () => draw(item, line, "erase"), { "data-act": "no", "data-field": `no:${line.response.line}` });
    const yes = button(WORDS.sure_yes, () => { erase(line.response); count.focus(); }, { "data-act": "yes", "data-field": `yes:${line.response.line}` });
    const text = fill(WORDS.sure, { words: words(line) });
    item.replaceChildren(h("div", { class: "sswp-notice", role: "group", "aria-label": text }, h("p", { text }), no, yes));
    no.focus();
  };
  const draw = (item, line, focus) => {
    const act = (name, label, work) => button(WORDS[name], work, { "data-act": `${name}-line`, "data-field": `${name}:${line.response.line}`, "aria-label": fill(label, { words: words(line) }) });
    const [change, gone] = [act("edit", WORDS.edit_of, () => edit(line.response)), act("erase", WORDS.erase_of, () => sure(line, item))];
    item.replaceChildren(logRoom(line.response.sides), h("p", {}, h("strong", { text: line.week }), h("span", { dir: "auto", text: ` ${line.words.join(" · ")}` })), h("div", { class: "sswp-actions" }, change, gone));
    if (focus) gone.focus();
  };
  const all = (found) => renew(lines, found, () => found.map((line) => {
    const item = h("li", { "data-line": line.response.line });
    draw(item, line);
    return item;
  }));
  count.tabIndex = -1;
  every.hidden = true;
  return { node: h("section", { class: "sswp-log-list" }, h("h4", { text: WORDS.lines }), count, lines, every), all,
    show: (found, n) => {
      count.textContent = n ? fill(WORDS.lines_count, { n }) : WORDS.lines_none;
      every.hidden = n <= found.length;
      all(found);
    } };
}

// From when on something was different; told once, and changed when it was not so.
function logStart(view, put) {
  const week = h("select", { id: `${view.id}-began`, "data-field": "began" });
  const lot = h("input", { type: "checkbox", id: `${view.id}-lot`, "data-field": "lot" });
  const worth = h("select", { id: `${view.id}-worth`, "data-field": "worth" }, h("option", { value: "", text: WORDS.worth_none }),
    ...["1", "2", "3", "4"].map((n) => h("option", { value: n, text: n })));
  const keep = () => put(week.value ? { began: week.value, by_lot: lot.checked, ...(worth.value ? { worth: worth.value } : {}) } : { began: "none" });
  const field = (node, text) => h("p", { class: "sswp-log-field" }, h("label", { for: node.id, text }), node);
  const node = h("details", {}, h("summary", { text: WORDS.began_title, "data-field": "began-title" }), field(week, WORDS.began), field(lot, WORDS.by_lot), field(worth, WORDS.worth),
    h("div", { class: "sswp-actions" }, button(WORDS.began_save, keep, { "data-act": "began", "data-field": "began-save" })));
  weekList(week, [h("option", { value: "", text: WORDS.began_none })]);
  week.value = "";
  return { node, show: ({ began, by_lot, worth: points }) => {
    chooseWeek(week, began ?? "");
    lot.checked = Boolean(by_lot);
    worth.value = points ?? "";
  } };
}

// What the lines show over the weeks: sentences, small pictures, a table.
function logOver() {
  const node = h("section", { class: "sswp-log-over" });
  const asked = h("div");
  const open = (id) => document.dispatchEvent(new CustomEvent("sswp-open", { detail: { exercise: id } }));
  const parts = ({ words, pictures = [], case: since = [], heads, rows }) => [h("h4", { text: WORDS.over }), ...words.map((text) => h("p", { text })),
    ...pictures.map(({ key, said, svg }) => h("div", { class: "sswp-log-row" }, h("p", {}, signed(key, h("span", { text: said }))), h("div", { html: svg }))),
    ...since.map((text) => h("p", { text })),
    heads ? h("details", {}, h("summary", { text: WORDS.as_table, "data-field": "as-table" }), table("", WORDS.over, heads, ...rows.map(([week, ...cells]) => tableRow(heads, {}, week, ...cells.map((cell) => [cell]))))) : null].filter(Boolean);
  const question = ({ id, text }) => id ? [h("p", { text }), button(WORDS.question_go, () => open(id), { "data-act": "question", "data-field": "question" })] : [];
  return { node: h("div", {}, asked, node), show: ({ over, ask }) => {
    renew(asked, ask, question);
    renew(node, over, (found) => found.words.length ? parts(found) : []);
  } };
}

// A line on its way: looked at by Python first, since it may say who someone is.
function lineCheck(view, form, save) {
  const notice = h("div", { "data-part": "points" });
  let [asked, waiting] = [0, null];
  const clear = () => notice.replaceChildren();
  const tell = (text, field) => {
    notice.replaceChildren(h("p", { class: "sswp-notice", text }));
    view.announce(text);
    if (field) form.show(field);
  };
  const sent = () => { clear(); save(); };
  const check = () => {
    if (waiting) return;
    const trouble = form.trouble(form.read());
    if (trouble) return tell(...trouble);
    if (!form.read().text) return sent();
    waiting = setTimeout(() => { waiting = null; tell(WORDS.no_answer); }, ASK_WAIT);
    view.send({ do: "ask", text: form.read().text, asked: ++asked });
  };
  const pointed = (points) => {
    if (!points.length) return sent();
    const stay = button(WORDS.change_line, () => { clear(); form.text.focus(); }, { "data-act": "change-line", "data-field": "change-line" });
    notice.replaceChildren(h("div", { class: "sswp-notice", role: "group", "aria-label": WORDS.points }, h("p", { text: WORDS.points }),
      h("ul", {}, ...points.map((text) => h("li", { text }))), stay, button(WORDS.save_anyway, sent, { "data-act": "save-anyway", "data-field": "save-anyway" })));
    view.announce(`${WORDS.points} ${points.join(". ")}`);
    stay.focus();
  };
  const answered = (message) => {
    if (!waiting || message.asked !== asked) return;
    clearTimeout(waiting);
    waiting = null;
    pointed(message.points);
  };
  return { notice, clear, check, answered };
}

kinds.log = (view) => {
  const form = logForm(view, () => line.check());
  const add = button(WORDS.add, () => line.check(), { class: "sswp-button sswp-main", "data-act": "add", "data-field": "add" });
  const stop = button(WORDS.stop_change, () => { fillIn(null); add.focus(); }, { "data-act": "stop", "data-field": "stop", hidden: true });
  const changing = h("p", { class: "sswp-notice", hidden: true });
  let old = null; // the line that is being changed

  const fillIn = (response) => {
    old = response;
    form.set(response ?? {});
    line.clear();
    changing.hidden = stop.hidden = !response;
    changing.textContent = response ? fill(WORDS.changing, response) : "";
    add.textContent = response ? WORDS.change : WORDS.add;
  };
  const put = (response, before = view.sent) => {
    Object.assign(view, { response: {}, sent: before });
    view.change(response);
  };
  const save = () => {
    const response = { line: old?.line ?? newId(), ...(old ? { changed: true } : {}), ...form.read() };
    const before = old ?? undefined; // Undo brings the line back as it was
    if (stop.contains(document.activeElement)) add.focus();
    fillIn(null);
    put(response, before);
  };
  const erase = ({ line: name }) => {
    if (old?.line === name) fillIn(null);
    view.undoStack = view.undoStack.filter((each) => each.line !== name);
    put({ line: name, gone: true, erased: true }, view.sent.line === name ? {} : undefined);
  };
  const line = lineCheck(view, form, save);
  const list = logList(view, { edit: (response) => { fillIn(response); form.first.focus(); }, erase });
  const start = logStart(view, (response) => put(response));
  const over = logOver();
  return {
    node: h("div", {}, h("section", {}, changing, form.node, line.notice, h("div", { class: "sswp-actions" }, add, stop)), list.node, over.node, start.node),
    set: (response) => { if (isEmpty(response)) { fillIn(null); list.show([], 0); over.show({ over: { words: [] }, ask: {} }); start.show({}); } },
    // What takes an answer back: the line as it was before, or no such line.
    back: (from, to, steps) => {
      if (!from.line) return from.began && !to.began ? { began: "none" } : to;
      const before = steps && [...steps, to].findLast((each) => each.line === from.line);
      return before ?? (from.changed && steps ? from : { line: from.line, gone: true });
    },
    found: ({ log }) => {
      if (!log) return "";
      list.show(log.lines, log.count);
      over.show(log);
      start.show(log.began);
      return "";
    },
    answered: (message) => (message.lines ? list.all(message.lines) : line.answered(message)),
  };
};
