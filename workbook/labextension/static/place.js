// Where the reader was, and how high each part of the page was: kept in this browser only.

import { isLabs } from './handover.js';

const PLACES = 'sswp-places';
const HEIGHTS = 'sswp-heights';
const EDGES = 'sswp-edges';

const read = (store, key) => { try { return JSON.parse(store.getItem(key)) ?? {}; } catch { return {}; } };
const write = (store, key, value) => { try { store.setItem(key, JSON.stringify(value)); } catch { /* not kept */ } };

const scrollerOf = (panel) => panel.content.node.querySelector('.jp-WindowedPanel-outer') ?? panel.content.node;

// The first cell that reaches below the upper edge, or a line so far below it, and how far it lies from the edge.
export function placeAmong(cells, top, line = 8) {
  for (const { id, node } of cells) {
    const box = node.getBoundingClientRect();
    if (box.bottom > top + line) return { cell: id, by: Math.round(box.top - top) };
  }
  return undefined;
}

function placeIn(panel, line) {
  const cells = panel.content.widgets.map(({ node, model }) => ({ id: model.id, node }));
  return placeAmong(cells, scrollerOf(panel).getBoundingClientRect().top, line);
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

const LATE = 15_000;
const MOVES = ['Tab', 'Enter', 'PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' '];
const writes = (node) => Boolean(node.closest?.('textarea, input:not([type=radio], [type=checkbox], [type=range])'));

// What is drawn late, charts above all, pushes nothing away: the place stays until the reader leaves it.
export function stayAt(panel, place) {
  if (!backTo(panel, place)) return false;
  const grown = new ResizeObserver(() => backTo(panel, place));
  const end = new AbortController();
  const leave = () => { grown.disconnect(); end.abort(); };
  const moves = ({ key, target }) => { if (MOVES.includes(key) && (key === 'Tab' || !writes(target))) leave(); };
  const cells = panel.content.widgets;
  const at = cells.findIndex(({ model }) => model.id === place.cell);
  const goes = ({ target }) => { if (!isLabs(target) && !cells[at].node.contains(target)) leave(); };
  for (const { node } of cells.slice(0, at)) grown.observe(node);
  for (const type of ['wheel', 'touchmove', 'pointerdown']) window.addEventListener(type, leave, { capture: true, passive: true, signal: end.signal });
  window.addEventListener('keydown', moves, { capture: true, signal: end.signal });
  document.addEventListener('focusin', goes, { capture: true, signal: end.signal });
  setTimeout(leave, LATE);
  return true;
}

// The place in the page at a path in this tab, before it was loaded again.
export const lastPlace = (path) => read(sessionStorage, PLACES)[path];

export const wasReloaded = () =>
  ['reload', 'back_forward'].includes(performance.getEntriesByType('navigation')[0]?.type);

// As wide as before, a part is as high as before; other widths are counted apart.
const widthOf = (panel) => panel.content.node.clientWidth;
const asKept = (width) => String(Math.round(width / 40));

// The heights of the cells of a page, as the last visit that was so wide has left them.
export const heightsOf = (path, width) => read(localStorage, HEIGHTS)[path]?.[asKept(width)] ?? {};

// Cells keep the height they had at the last visit until their content is there.
export function reserve(panel) {
  const known = heightsOf(panel.context.path, widthOf(panel));
  const held = panel.content.widgets.filter((cell) => cell.model.type === 'code' && known[cell.model.id]);
  held.forEach((cell) => { cell.node.style.minHeight = `${known[cell.model.id]}px`; });
  return () => held.forEach((cell) => { cell.node.style.minHeight = ''; });
}

// The place in the page at a path, for the time after it is loaded again.
export const keepPlace = (path, place) => write(sessionStorage, PLACES, { ...read(sessionStorage, PLACES), [path]: place });

function remember(panel) {
  const place = placeIn(panel);
  if (!place) return;
  keepPlace(panel.context.path, place);
  const heights = read(localStorage, HEIGHTS);
  const cells = panel.content.widgets.filter((cell) => cell.model.type === 'code');
  const now = Object.fromEntries(cells.map((cell) => [cell.model.id, cell.node.offsetHeight]));
  write(localStorage, HEIGHTS, { ...heights, [panel.context.path]: { [asKept(widthOf(panel))]: now } });
  write(localStorage, EDGES, { [asKept(window.innerWidth)]: edgesOf(panel) });
}

// How far the page lies from the edges of the window: the course list beside it, the bar above.
const edgesOf = ({ node, contentHeader }) =>
  ({ left: Math.round(node.getBoundingClientRect().left), bar: contentHeader.node.offsetHeight });

export const lastEdges = () => read(localStorage, EDGES)[asKept(window.innerWidth)];

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
