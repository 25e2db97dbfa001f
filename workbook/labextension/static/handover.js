// An exercise moves from one place on the page to another without the reader noticing.

// With `moveBefore` the browser keeps all that a field has; elsewhere `keepFocus` brings back what matters.
export function move(host, place) {
  if (host.isConnected && place.isConnected && place.moveBefore) place.moveBefore(host, null);
  else place.append(host);
}

const LATE = 20_000; // milliseconds in which JupyterLab may still ask for the focus of a page that it has opened

// What JupyterLab gives the focus by itself.
export const isLabs = (node) => Boolean(node.matches?.('.jp-NotebookPanel, .jp-Notebook, .jp-Cell'));

// A reader takes the focus from a field, not a JupyterLab that comes late.
function stayIn(field) {
  const end = new AbortController();
  const { signal } = end;
  const byHand = ({ type, key }) => { if (type !== 'keydown' || key === 'Tab' || key === 'Escape') end.abort(); };
  for (const type of ['pointerdown', 'keydown']) document.addEventListener(type, byHand, { signal, capture: true });
  document.addEventListener('focusin', ({ target }) => {
    if (target === field) return;
    if (isLabs(target) && field.isConnected) field.focus({ preventScroll: true });
    else end.abort();
  }, { signal, capture: true });
  setTimeout(() => end.abort(), LATE);
}

// Gives what brings the focus back to where it is now, with caret and what is in view of a long field. `held` is
// where it was when the reader turned to another window.
export function keepFocus(root, held) {
  const field = root.contains(document.activeElement) ? document.activeElement : held;
  if (!field || field === root || !root.contains(field)) return () => {};
  const { selectionStart, selectionEnd, selectionDirection, scrollTop } = field;
  return () => {
    stayIn(field);
    if (document.activeElement === field) return;
    field.focus({ preventScroll: true });
    if (typeof selectionStart === 'number') field.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
    field.scrollTop = scrollTop;
  };
}

// A field that has the focus keeps it, whatever JupyterLab asks for. Gives what says which it is.
export function holdFocus(root, signal) {
  let field;
  document.addEventListener('focusin', ({ target }) => {
    if (root.contains(target)) field = target;
    else if (isLabs(target) && root.contains(field)) field.focus({ preventScroll: true });
  }, { signal, capture: true });
  root.addEventListener('focusout', ({ relatedTarget }) => { if (!relatedTarget && document.hasFocus()) field = undefined; }, { signal });
  return () => field;
}

export const frames = (count) => new Promise((go) => {
  const next = (left) => (left ? requestAnimationFrame(() => next(left - 1)) : go());
  setTimeout(go, 500); // a page in the background draws no frames
  next(count);
});

// JupyterLab writes the text of its cells little by little; what comes late would push the rest away.
export async function written(cells, left = 100) {
  const isMissing = ({ model, node }) => model.type === 'markdown' && !node.querySelector('.jp-MarkdownOutput')?.hasChildNodes();
  if (!left || !cells.some(isMissing)) return undefined;
  await frames(1);
  return written(cells, left - 1);
}

const LONGEST = 10_000; // a press on a scroll bar may never end
const HELD = { pointerdown: ['pointerup', 'pointercancel'], compositionstart: ['compositionend'] };

// Gives what waits until nothing is pressed in a place, and no letter is being put together.
export function atRest(root, signal) {
  const held = new Set();
  let tell = () => {};
  for (const [begin, ends] of Object.entries(HELD)) {
    root.addEventListener(begin, () => held.add(begin), { signal, capture: true });
    for (const end of ends) {
      // The click comes after its press has ended.
      document.addEventListener(end, () => { held.delete(begin); setTimeout(() => held.size || tell()); }, { signal, capture: true });
    }
  }
  return () => (held.size ? new Promise((go) => { tell = go; setTimeout(go, LONGEST); }) : Promise.resolve());
}
