// What stands in the address bar, and where it leads: a notebook, and in it a section or an exercise.

import { cellNamed } from './contents.js';

const TREE = /^(.*?)\/(?:lab|doc)(?:\/workspaces\/[^/]+)?(?:\/tree\/(.+))?\/?$/;

// JupyterLite has no server that knows such addresses: there the path stands behind `?path=`.
export const inLite = () => Boolean(document.querySelector('[data-jupyter-lite-root]'));

export const plainly = (text) => { try { return decodeURIComponent(text); } catch { return text; } };

// The path of the notebook in an address of JupyterLab; empty when it names none.
export function pathIn(pathname, search = location.search) {
  const path = plainly(TREE.exec(pathname)?.[2] ?? '');
  return path || (inLite() && new URLSearchParams(search).get('path')) || '';
}

function liteAddress(path, hash = '') {
  const root = /^(.*?)\/(?:lab|doc)(?:\/|$)/.exec(location.pathname)?.[1] ?? '';
  return `${root}/lab/index.html${path && `?${new URLSearchParams({ path })}`}${hash}`;
}

const addressHere = () => location.pathname + (inLite() ? location.search : '');

// An address to share; JupyterLab finds its own way from it.
export function addressOf(path, cell = '') {
  if (inLite()) return liteAddress(path, cell && `#${cell}`);
  const root = TREE.exec(location.pathname)?.[1] ?? '';
  const tree = path.split('/').map(encodeURIComponent).join('/');
  return `${root}/lab/tree/${tree}${cell && `#${cell}`}`;
}

// What a reader can be at: a module, or a page to read beside it.
const isPage = (path) => /\.(?:ipynb|md)$/.test(path);

// JupyterLab writes the path of the open page into the address bar, and the folder of its file
// browser. A path that is there already stays one step of the history, with the place in the page;
// a folder never takes the place of a page. Gives what adds a step all the same.
export function keepPlaceInAddress(history = window.history) {
  const push = history.pushState.bind(history);
  history.pushState = (state, title, url) => {
    let next = new URL(url ?? location.href, location.href);
    const [from, to] = [location, next].map(({ pathname, search }) => pathIn(pathname, search));
    if (inLite()) next = new URL(liteAddress(to, next.hash), location.href);
    if (isPage(from) && !isPage(to) && to !== from) return undefined;
    if (isPage(from) && to !== from) return push(state, title, inLite() ? next.href : url);
    if (!next.hash && to === from) next.hash = location.hash;
    return next.href === location.href ? undefined : history.replaceState(state, title, next.href);
  };
  return push;
}

const isBehind = (page) => page.isVisible === false;

export class Address {
  // `wanted` is the place that the address named at first, `push` adds a step to the history.
  constructor(outline, tracker, { wanted = '', push = keepPlaceInAddress() } = {}) {
    Object.assign(this, { outline, tracker, wanted, named: wanted, push });
    window.addEventListener('popstate', () => this.follow());
    window.addEventListener('hashchange', () => this.follow());
  }

  // Where the browser's Back, Forward or an edited address lead.
  follow() {
    const path = pathIn(location.pathname);
    const cell = plainly(location.hash.slice(1));
    const page = this.tracker.currentWidget;
    if (!isPage(path)) return undefined;
    if (page?.context.path === path) return this.within(page, cell);
    this.wanted = path.endsWith('.md') ? '' : cell;
    return this.outline.go(path);
  }

  // An address that named no page names the one that is open.
  nameOpen() {
    const path = this.tracker.currentWidget?.context.path;
    if (path && !isPage(pathIn(location.pathname))) history.replaceState({}, '', addressOf(path));
  }

  // The place a page was asked for with, once. A page that is loaded again goes back to where the
  // reader was, although its address still names where a link had led.
  take() {
    const { wanted, named } = this;
    const page = this.tracker.currentWidget;
    Object.assign(this, { wanted: '', named: '' });
    if (wanted === named && page && page.sswpPage?.last) return '';
    return page ? cellNamed(page.content.model, plainly(wanted)) : plainly(wanted);
  }

  // A step inside the course: another page, or a place in this one.
  go(path, cell = '') {
    const page = this.tracker.currentWidget;
    if (page?.context.path !== path) {
      this.wanted = cell;
      return this.outline.go(path);
    }
    if (!isBehind(page) && location.hash.slice(1) !== cell) this.push({}, '', cell ? `#${cell}` : addressHere());
    return this.within(page, cell);
  }

  // A place in the open module, also when a page to read lies over it.
  within(page, name) {
    const cell = cellNamed(page.content.model, name);
    if (!isBehind(page)) return cell ? page.sswpPage?.goTo(cell) : undefined;
    return Promise.resolve(this.outline.go(page.context.path)).then(() => cell && page.sswpPage?.goTo(cell));
  }
}
