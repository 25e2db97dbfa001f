// What only the course in the browser does: it asks that its storage stays, and that its files are kept for
// use without a network, and says when a new edition is there. On a server it does nothing.

import { watchEdition } from './edition.js';

const isThere = () => Boolean(document.querySelector('[data-jupyter-lite-root]'));
const OURS = '.sswp';

// The browser may ask the reader, so it is asked when there is a first answer to keep.
function persist({ target }) {
  if (!target.closest?.(OURS)) return;
  document.removeEventListener('change', persist, true);
  navigator.storage?.persist?.().catch(() => {});
}

// JupyterLite takes its worker away at the second visit, as if an older one had put it there, in the middle of
// what Python is asked to fetch through it. The course's worker renews itself, so none is older.
export function keepWorker(option) {
  const worker = isThere() && navigator.serviceWorker?.controller;
  if (!worker) return;
  try {
    localStorage.setItem(`${worker.scriptURL}-version`, option('appVersion'));
  } catch { /* a browser that keeps nothing has no worker */ }
}

// Said in the bar, by the sentence of `words`.
export function tellEdition(words) {
  if (!isThere() || !navigator.serviceWorker) return;
  const tell = (work) => document.dispatchEvent(new CustomEvent('sswp-notice', {
    detail: { id: 'edition', text: words.say('new_edition'), buttons: [{ text: words.say('open_edition'), work }] },
  }));
  watchEdition(navigator.serviceWorker, tell);
}

let settled = false;

// Called when a page has run: nothing of it waits any more.
export async function settleIn() {
  if (settled || !isThere()) return;
  settled = true;
  document.addEventListener('change', persist, true);
  const registration = await navigator.serviceWorker?.ready;
  registration?.active?.postMessage({ sswp: 'keep' });
}
