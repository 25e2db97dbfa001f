// The parts of the page before JupyterLab is there.

import { addressOf, plainly } from './address.js';
import { anchor, cellOf } from './contents.js';

export function make(className, ...children) {
  const node = document.createElement('div');
  node.className = className;
  node.append(...children);
  return node;
}

// The address of what a page at a path means by a target.
function addressFrom(path, target, cell) {
  const here = path.split('/').map(encodeURIComponent).join('/');
  const { pathname, hash } = new URL(target, `http://course/${here}`);
  return addressOf(plainly(pathname.slice(1)), cell ?? hash.slice(1));
}

// A text as the start has written it, on the page at `path`; from there its links are meant.
export function text(html, path) {
  const node = make('sswp-front-text');
  node.innerHTML = html;
  for (const link of node.querySelectorAll('a[href]')) {
    const target = link.getAttribute('href');
    if (/^(?:[a-z]+:|#)/i.test(target)) continue;
    link.href = addressFrom(path, target);
  }
  return node;
}

// The cell that a link means: by its own name, that of its exercise, or its heading as JupyterLab links to it.
export function placeNamed(cells, name) {
  const heads = ({ node }) => [...node.querySelectorAll('h1, h2, h3, h4')].some((head) => anchor(head.textContent) === anchor(name));
  return cells.find(({ id }) => id === name) ?? cells.find(({ id }) => id === cellOf(name)) ?? cells.find(heads);
}

const BY = { ArrowDown: 0.08, ArrowUp: -0.08, PageDown: 0.9, ' ': 0.9, PageUp: -0.9, End: Infinity, Home: -Infinity };

// Keys that scroll a page scroll this one, though it is only a part of the window.
function scrolled({ target, key, ctrlKey, altKey, metaKey, shiftKey }, scroller) {
  if (target !== document.body || ctrlKey || altKey || metaKey || !(key in BY)) return false;
  const by = BY[key] * scroller.clientHeight * (shiftKey && key === ' ' ? -1 : 1);
  scroller.scrollTop = Math.min(Math.max(scroller.scrollTop + by, 0), scroller.scrollHeight);
  return true;
}

// Where the page's links, its buttons and the keys lead: a place in it, or another page, by its address.
export function lead({ page, scroller, signal }) {
  const within = (name) => {
    const found = page.goTo({ cell: name });
    const head = found?.node.querySelector('.sswp h3, h1, h2, h3');
    head?.setAttribute('tabindex', '-1');
    head?.focus({ preventScroll: true });
  };
  const open = ({ detail: { path, cell, exercise } }) => {
    const module = page.modules.find(({ id, exists }) => exists && exercise?.startsWith(`${id}/`));
    const to = path ?? (module ? `modules/${module.file}` : '');
    const name = cell ?? (exercise ? cellOf(exercise) : '');
    if (to.endsWith(page.file)) within(name);
    else if (to) window.location.href = addressFrom(page.path, `../${to}`, name);
  };
  document.addEventListener('sswp-open', open, { signal });
  scroller.addEventListener('click', (event) => {
    const name = event.target.closest('a[href^="#"]')?.getAttribute('href').slice(1);
    if (!name) return;
    event.preventDefault();
    within(plainly(name));
  }, { signal });
  document.addEventListener('keydown', (event) => {
    if (!scrolled(event, scroller)) return;
    page.touched = true;
    event.preventDefault();
  }, { signal, capture: true });
}
