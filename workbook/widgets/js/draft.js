// Drafts: what this browser keeps until Python has said that it is on disk.

// A draft knows the answers it builds on by their ids (`on`), so that no clock decides which is newer.

const pageId = (window.__sswpPage ??= Math.random().toString(36).slice(2));
const liveViews = (window.__sswpLive ??= new Set()); // what their drafts hold is still to be seen
const draftPrefix = (journal, exercise = "") => `sswp:${journal}:${exercise}${exercise && ":"}`;
const draftKey = (spec, view) => `${draftPrefix(spec.journal, spec.id)}${pageId}.${view}`;

// The time of the computer that keeps the journal: two answers are compared by one clock.
const clocks = (window.__sswpClocks ??= { ahead: 0 });
const journalTime = () => Date.now() + clocks.ahead;
const setClock = (now) => { if (now) clocks.ahead = now - Date.now(); };

// Counts the drafts of this browser, whatever its clock does.
function nextTurn() {
  const turn = Number(localStorage.getItem("sswp-turn")) + 1;
  localStorage.setItem("sswp-turn", String(turn));
  return turn;
}

function writeDraft(spec, view, response, on) {
  try {
    const kept = { response, time: journalTime(), turn: nextTurn(), edition: spec.edition, on };
    localStorage.setItem(draftKey(spec, view), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

// Half a character, which an editor or a program may leave of an emoji, reaches no Python.
function whole(value) {
  if (typeof value === "string") return value.replace(/\p{Surrogate}/gu, "\ufffd");
  if (Array.isArray(value)) return value.map(whole);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, whole(part)]));
}

function draftKeys(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

// All drafts of one exercise, the oldest first; each view of it has its own.
function readDrafts(spec) {
  const found = [];
  for (const key of draftKeys(draftPrefix(spec.journal, spec.id))) {
    try {
      found.push({ key, ...whole(JSON.parse(localStorage.getItem(key))) });
    } catch {
      localStorage.removeItem(key);
    }
  }
  return found.filter((draft) => draft.response && draft.time).sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0) || a.time - b.time);
}

// Whether words that were not saved are newer than the saved answer: they are where they build on
// it, and where they build on one that the journal has lost. Only two answers that do not know of
// each other are compared by time.
function isNewer({ on = [], time }, entry) {
  if (!entry || on.includes(entry.id)) return true;
  const lost = on.length > 0 && entry.ids && !on.some((id) => entry.ids.includes(id));
  return Boolean(lost) || time > Date.parse(entry.time);
}

// Drafts that no view of this page is still showing.
const leftDrafts = (spec, view) => readDrafts(spec).filter(({ key }) =>
  key !== draftKey(spec, view) && ![...liveViews].some((live) => key === draftKey(spec, live)));

// Only the very words that were saved may go; words typed since stay.
function dropDrafts(spec, response) {
  const saved = JSON.stringify(response);
  for (const draft of readDrafts(spec)) {
    if (JSON.stringify(draft.response) === saved) localStorage.removeItem(draft.key);
  }
}

function eraseDrafts(journal, exercise = "") {
  for (const key of draftKeys(draftPrefix(journal, exercise))) localStorage.removeItem(key);
}
