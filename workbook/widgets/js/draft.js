// Drafts: what this browser keeps until Python has said that it is on disk.

const pageId = (window.__sswpPage ??= Math.random().toString(36).slice(2));
const draftPrefix = (journal, exercise = "") => `sswp:${journal}:${exercise}${exercise && ":"}`;

function writeDraft(spec, response) {
  try {
    const kept = { response, time: Date.now(), edition: spec.edition };
    localStorage.setItem(draftPrefix(spec.journal, spec.id) + pageId, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function draftKeys(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

// All drafts of one exercise, the oldest first; each page of the browser has its own.
function readDrafts(spec) {
  const found = [];
  for (const key of draftKeys(draftPrefix(spec.journal, spec.id))) {
    try {
      found.push({ key, ...JSON.parse(localStorage.getItem(key)) });
    } catch {
      localStorage.removeItem(key);
    }
  }
  return found.filter((draft) => draft.response && draft.time).sort((a, b) => a.time - b.time);
}

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
