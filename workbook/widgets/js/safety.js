// Whether the answers are safe: where they lie, a copy that is due, copies beside them, a file that
// went back to an earlier state.

const remember = (name, path, value) => { try { localStorage.setItem(`sswp-${name}:${path}`, JSON.stringify(value)); } catch { /* no memory here */ } };
const recall = (name, path) => { try { return JSON.parse(localStorage.getItem(`sswp-${name}:${path}`)); } catch { return null; } };
const DUE = 10; // new answers after which a copy is due

// `more` stands between who may read the answers and where they lie.
function safety(send, more = []) {
  const [warned, lies, exactly] = [h("div"), h("p", { class: "sswp-quiet" }), h("div")];
  const where = h("div", { class: "sswp-kept" }, warned, ...more, lies, exactly);
  const file = h("input", { type: "file", accept: ".jsonl,.json,.html", class: "sswp-unseen", tabindex: "-1", "aria-hidden": "true", on: { change: () => bringIn(file, send) } });
  const load = () => send({ do: "export" });
  const row = h("div", { class: "sswp-actions", hidden: true }, button(WORDS.download, load, { "data-act": "export" }),
    button(WORDS.restore, () => file.click(), { "data-act": "import" }), file);
  const boxes = { due: h("div"), back: h("div"), copies: h("div") };
  const said = h("p", { class: "sswp-status", role: "status" });
  let seen = null;
  let erasures = null;

  // A file that this browser has seen with more in it, or with an answer that is gone.
  const compare = (state) => {
    const known = recall("known", state.path);
    const own = erasures !== null && state.erasures !== erasures;
    erasures = state.erasures;
    if (state.entries === null) return;
    if (!known || own || (state.entries > known.entries && seen) || known.newest === state.newest) return accept(state);
    if (state.entries < known.entries) return wentBack(fill(WORDS.went_back, { before: known.entries, now: state.entries }));
    send({ do: "remembered", newest: known.newest });
  };
  const accept = (state) => {
    if (state.entries || recall("known", state.path)) remember("known", state.path, { entries: state.entries, newest: state.newest });
    renew(boxes.back, "", () => []);
    tellBar("back", "");
  };
  // The reader may be far below: the bar says where it is told.
  const wentBack = (text) => {
    renew(boxes.back, text, () => [notice("back", text,
      button(WORDS.restore, () => file.click(), { "data-act": "restore" }),
      button(WORDS.well, () => accept(seen), { "data-act": "well" }))]);
    tellBar("back", WORDS.went_back_short, [{ text: WORDS.went_back_show, work: () => showBox("back") }]);
  };

  // A copy is due after ten new answers where they do not stay.
  const due = ({ unsafe, entries, path }) => {
    const copied = recall("copied", path) ?? 0;
    const late = unsafe && entries !== null && entries - Math.min(copied, entries) >= DUE;
    const text = late ? fill(WORDS.due, { n: entries - copied }) : "";
    renew(boxes.due, text, () => (text ? [notice("due", text, button(WORDS.download, load, { "data-act": "export-due" }))] : []));
    tellBar("due", text, [{ text: WORDS.download, work: load }]);
  };

  const offer = ({ copies, path }) => {
    const open = copies.filter(({ key }) => !(recall("left", path) ?? []).includes(key));
    const leave = (key) => { remember("left", path, [...(recall("left", path) ?? []), key]); offer({ copies, path }); };
    renew(boxes.copies, open, () => open.map(({ name, key, said: text }) => notice("copy", text,
      button(WORDS.bring, () => send({ do: "bring", name }), { "data-act": "bring" }), button(WORDS.leave, () => leave(key), { "data-act": "leave" }))));
  };

  return {
    where, boxes: [boxes.back, boxes.copies, boxes.due, row, said],
    state(state) {
      if (!state) return;
      warned.replaceChildren(...state.warnings.map((text) => h("p", { class: "sswp-warned", text })));
      lies.textContent = state.where;
      renew(exactly, state.exactly, pathOf);
      if (state.unsafe) { lies.className = ""; where.prepend(lies); } // here the place itself is what to know first
      row.hidden = !state.unsafe;
      compare(state);
      seen = state;
      offer(state);
      due(state);
    },
    exported({ name, text }) { download(name, text); remember("copied", seen.path, seen.entries); due(seen); },
    remembered({ there }) { if (there) accept(seen); else wentBack(WORDS.went_missing); },
    say(text) { said.textContent = text; },
  };
}

// Every page that is open says it; the one that the reader sees is shown.
function showBox(name) {
  const box = [...document.querySelectorAll(`[data-safety="${name}"]`)].find((one) => one.getClientRects().length);
  box?.scrollIntoView({ block: "center" });
  box?.querySelector("button").focus({ preventScroll: true });
}

const pathOf = (path) => (path ? [h("details", { class: "sswp-quiet" }, h("summary", { text: WORDS.exactly }), h("code", { text: path }))] : []);

const notice = (name, text, ...buttons) => h("div", { class: "sswp-notice", "data-safety": name }, h("p", { text }), h("div", { class: "sswp-actions" }, ...buttons));

// A short sentence in the bar above the page; no text takes it away.
const tellBar = (id, text, buttons = []) => document.dispatchEvent(new CustomEvent("sswp-notice", { detail: { id, text, buttons } }));

async function bringIn(input, send) {
  if (input.files.length) send({ do: "import", text: await input.files[0].text() });
  input.value = "";
}
