// What only the course in the browser does: it asks that its storage stays, and that its files are kept for
// use without a network. On a server it does nothing.

const isThere = () => Boolean(document.querySelector('[data-jupyter-lite-root]'));
const OURS = '.sswp';

// The browser may ask the reader, so it is asked when there is a first answer to keep.
function persist({ target }) {
  if (!target.closest?.(OURS)) return;
  document.removeEventListener('change', persist, true);
  navigator.storage?.persist?.().catch(() => {});
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
