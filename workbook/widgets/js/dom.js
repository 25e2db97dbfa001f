// Shared by every view: making elements, keeping keys at home, keeping the caret over a re-run.

function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "html") node.innerHTML = value;
    else if (key === "text") node.textContent = value;
    else if (key === "on") for (const [type, work] of Object.entries(value)) node.addEventListener(type, work);
    else node.setAttribute(key, value === true ? "" : value);
  }
  if (tag === "textarea") node.dir = "auto"; // the learner's own script decides which way it runs
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
const clock = (time) => new Date(time).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
const button = (text, work, props = {}) => h("button", { type: "button", class: "sswp-button", text, on: { click: work }, ...props });
const setOff = (node, off) => node.setAttribute("aria-disabled", off ? "true" : "false");
const isOff = (node) => node.getAttribute("aria-disabled") === "true";

// A random UUID; `crypto.randomUUID` is not there on a page without https.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// The learner's own words, to read: as they were written; very long ones scroll in their box.
const LONG_WORDS = 4000;
const ownWords = (lines) => h("ul", { class: "sswp-words-kept", tabindex: lines.join("").length > LONG_WORDS ? "0" : null },
  ...lines.map((text) => h("li", { dir: "auto", text })));

// No key that was meant for an exercise is a shortcut of the application around it; the browser has its own.
function guardKeys(root) {
  const stop = (event) => event.stopPropagation();
  for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, stop);
}

// JupyterLab gives the focus to a cell at its first mouse button down, and a tall cell then moves
// under the pointer: the click is lost. What is pressed takes the focus first, and nothing moves.
// A script's focus would draw a ring; it is for keys (shared.css).
function keepStill(root) {
  root.addEventListener("pointerdown", ({ target }) => {
    root.dataset.pointer = "";
    const pressed = target.closest("button, summary, select, label");
    (pressed?.control ?? pressed)?.focus({ preventScroll: true });
  });
  for (const type of ["keydown", "keyup"]) root.addEventListener(type, () => root.removeAttribute("data-pointer"), true);
}

// A page that is reloaded or closed disposes of no view: it says by itself that it goes.
function onLeaving(send) {
  const leaving = new AbortController();
  const { signal } = leaving;
  window.addEventListener("pagehide", () => send({ do: "gone" }), { signal });
  window.addEventListener("pageshow", (event) => event.persisted && send({ do: "open" }), { signal });
  return leaving;
}

// Draw again only what is new: a button that is made anew loses the focus.
const drawn = new WeakMap();
function renew(node, value, make) {
  const key = JSON.stringify(value);
  if (drawn.get(node) === key) return;
  drawn.set(node, key);
  exchange(node, ...make(value));
}

// What is drawn in the place of the same goes on with its focus and with what was opened of it.
function exchange(node, ...children) {
  const opened = [...node.querySelectorAll("details[open] > summary")];
  const focused = [...node.querySelectorAll("[data-act], summary")].find((one) => one === document.activeElement);
  node.replaceChildren(...children);
  const again = (one) => [...node.querySelectorAll(one.localName)].find((other) => calledOf(other) === calledOf(one));
  for (const summary of opened) again(summary)?.parentNode.setAttribute("open", "");
  if (focused) again(focused)?.focus({ preventScroll: true });
}
const calledOf = (node) => node.dataset.act ?? node.textContent;

// A table whose cells name their column: on a narrow screen its rows become short lists (shared.css).
const tableRow = (heads, props, label, ...cells) => h("tr", { role: "row", ...props }, h("th", { scope: "row", role: "rowheader" }, label),
  ...cells.map((parts, n) => h("td", { role: "cell", "data-column": heads[n + 1] }, ...parts)));
const table = (name, caption, heads, ...rows) => h("table", { class: `sswp-stacks ${name}`, role: "table" }, h("caption", { text: caption }),
  h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...heads.map((text) => h("th", { scope: "col", role: "columnheader", text })))),
  h("tbody", { role: "rowgroup" }, ...rows));

function download(name, text) {
  const link = h("a", { href: URL.createObjectURL(new Blob([text], { type: "text/plain" })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// Where the learner is typing, so that a view drawn again (after a restart, say) can go on there.
const place = (window.__sswpPlace ??= { id: null, field: null, start: null, end: null, typed: "", catching: false });

function watchPlace(root, id) {
  const note = () => {
    const field = document.activeElement;
    if (!root.contains(field) || !field.dataset.field) return;
    Object.assign(place, { id, field: field.dataset.field, start: null, end: null });
    if (field.tagName === "TEXTAREA") Object.assign(place, { start: field.selectionStart, end: field.selectionEnd });
  };
  for (const type of ["focusin", "keyup", "input", "click"]) root.addEventListener(type, note);
  root.addEventListener("focusout", () => setTimeout(() => {
    if (root.isConnected && !root.contains(document.activeElement) && place.id === id) place.id = null;
  }));
}

// Between the end of one view and the start of the next, keys have no field: keep them.
function catchKeys(id) {
  if (place.id !== id || place.start === null || place.catching) return;
  Object.assign(place, { catching: true, typed: "" });
  const listen = (event) => {
    if (document.activeElement !== document.body && !document.activeElement?.closest(".jp-Notebook")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1) place.typed += event.key;
    else if (event.key === "Enter") place.typed += "\n";
    else if (event.key === "Backspace") place.typed = place.typed.slice(0, -1);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const done = () => { place.catching = false; window.removeEventListener("keydown", listen, true); };
  window.addEventListener("keydown", listen, true);
  place.stop = done;
  setTimeout(done, 30000);
}

function backToPlace(root, id) {
  const away = document.activeElement && document.activeElement !== document.body;
  const busy = away && document.activeElement.matches("input, textarea, select, button, a");
  if (place.id !== id || (busy && !root.contains(document.activeElement))) return;
  const { start, end, typed } = place; // the focus notes a new place
  const field = root.querySelector(`[data-field="${CSS.escape(place.field)}"]`);
  if (!field) return;
  field.focus({ preventScroll: true });
  if (start !== null && field.setSelectionRange) {
    field.setSelectionRange(start, end);
    if (typed) {
      field.setRangeText(typed, start, end, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  place.typed = "";
  place.stop?.();
}
