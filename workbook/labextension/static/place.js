// Where the reader was, and how high each part of the page was: kept in this browser only.

const PLACES = 'sswp-places';
const HEIGHTS = 'sswp-heights';

const read = (store, key) => { try { return JSON.parse(store.getItem(key)) ?? {}; } catch { return {}; } };
const write = (store, key, value) => { try { store.setItem(key, JSON.stringify(value)); } catch { /* not kept */ } };

const scrollerOf = (panel) => panel.content.node.querySelector('.jp-WindowedPanel-outer') ?? panel.content.node;

// The first cell that reaches below the upper edge, or a line so far below it, and how far it lies from the edge.
function placeIn(panel, line = 8) {
  const top = scrollerOf(panel).getBoundingClientRect().top;
  for (const cell of panel.content.widgets) {
    const box = cell.node.getBoundingClientRect();
    if (box.bottom > top + line) return { cell: cell.model.id, by: Math.round(box.top - top) };
  }
  return undefined;
}

const READING_LINE = 96;

// The cell that is being read: under the upper edge, or the last one when the page is at its end.
export function cellRead(panel) {
  const { scrollTop, clientHeight, scrollHeight } = scrollerOf(panel);
  if (scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2) return panel.content.widgets.at(-1)?.model.id;
  return placeIn(panel, READING_LINE)?.cell;
}

// Tells of every scroll, once for each frame that is drawn.
export function watchReadingPlace(panel, tell) {
  let waiting = 0;
  const later = () => {
    waiting ||= requestAnimationFrame(() => { waiting = 0; if (!panel.isDisposed) tell(); });
  };
  panel.content.node.addEventListener('scroll', later, { capture: true, passive: true });
}

export function backTo(panel, { cell, by }) {
  const found = panel.content.widgets.find((one) => one.model.id === cell);
  if (!found) return false;
  const scroller = scrollerOf(panel);
  scroller.scrollTop += found.node.getBoundingClientRect().top - scroller.getBoundingClientRect().top - by;
  return true;
}

// The place of a page in this tab, before it was loaded again.
export const lastPlace = (panel) => read(sessionStorage, PLACES)[panel.context.path];

export const wasReloaded = () =>
  ['reload', 'back_forward'].includes(performance.getEntriesByType('navigation')[0]?.type);

// As wide as before, a part is as high as before; other widths are counted apart.
const widthOf = (panel) => String(Math.round(panel.content.node.clientWidth / 40));

// Cells keep the height they had at the last visit until their content is there.
export function reserve(panel) {
  const known = read(localStorage, HEIGHTS)[panel.context.path]?.[widthOf(panel)] ?? {};
  const held = panel.content.widgets.filter((cell) => cell.model.type === 'code' && known[cell.model.id]);
  held.forEach((cell) => { cell.node.style.minHeight = `${known[cell.model.id]}px`; });
  return () => held.forEach((cell) => { cell.node.style.minHeight = ''; });
}

function remember(panel) {
  const place = placeIn(panel);
  if (!place) return;
  write(sessionStorage, PLACES, { ...read(sessionStorage, PLACES), [panel.context.path]: place });
  const heights = read(localStorage, HEIGHTS);
  const cells = panel.content.widgets.filter((cell) => cell.model.type === 'code');
  const now = Object.fromEntries(cells.map((cell) => [cell.model.id, cell.node.offsetHeight]));
  write(localStorage, HEIGHTS, { ...heights, [panel.context.path]: { [widthOf(panel)]: now } });
}

// From now on the place is kept, at most every half second.
export function watchPlace(panel) {
  let waiting;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => panel.isDisposed || (panel.isVisible !== false && remember(panel)), 500);
  };
  const leaving = new AbortController();
  panel.content.node.addEventListener('scroll', later, { capture: true, passive: true, signal: leaving.signal });
  window.addEventListener('pagehide', () => panel.isVisible !== false && remember(panel), { signal: leaving.signal });
  panel.disposed.connect(() => { clearTimeout(waiting); leaving.abort(); });
}
