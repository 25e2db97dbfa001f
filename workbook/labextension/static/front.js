// The page itself while JupyterLab puts itself together behind it: its text, and its exercises ready for answers.
// When JupyterLab has the page too, the exercises move there as they are (page.js), and this one goes.

import { plainly } from './address.js';
import { isPlainCode } from './contract.js';
import { atRest, frames, holdFocus, keepFocus } from './handover.js';
import { isLight } from './look.js';
import { lead, make, placeNamed, text } from './front_parts.js';
import { heightsOf, keepPlace, lastEdges, lastPlace, placeAmong, wasReloaded } from './place.js';

const START = 'modules/00_start_here.ipynb';
const UNKNOWN = { chart: 1100, other: 120 }; // pixels of what only Python draws, when no visit has measured it

// The page that an address asks for, if it is a module; an address without a page asks for the first one.
export function pageAsked(path) {
  const file = (path || START).split('/').at(-1);
  const number = /^(\d\d)_[^/]*\.ipynb$/.exec(file)?.[1];
  return number && { path: path || START, file, number, named: Boolean(path) };
}

export class Front {
  // `opening` is the line that stands there until the first exercise does; `wanted` a place in the page.
  constructor({ opening, drawings, asked, wanted }) {
    Object.assign(this, { opening, drawings, ...asked, cells: [], hosts: new Map(), touched: false });
    this.place = wasReloaded() && lastPlace(this.path) || (wanted ? { cell: plainly(wanted), by: 8 } : undefined);
    this.leaving = new AbortController();
    this.drawn = this.draw().catch((problem) => console.info('sswp-course', problem));
  }

  async draw() {
    const page = await this.drawings.ofModule(this.number);
    this.modules = page.modules;
    const module = page.modules.find(({ id }) => id === this.number);
    const sources = (page.reading ?? []).filter(([, type]) => type === 'code').map(([, , source]) => source);
    if (module?.file !== this.file || !sources.length || !sources.every(isPlainCode)) return;
    sources.forEach((source) => this.drawings.ask(source, page));
    await this.drawings.style();
    if (this.gone) return;
    this.build(module.title);
    await this.fill(page);
  }

  build(title) {
    const { node, line } = this.opening;
    this.page = make('sswp-front-page');
    this.scroller = make('sswp-front-scroller', this.page);
    const name = Object.assign(document.createElement('strong'), { textContent: title });
    for (const [edge, size] of Object.entries(lastEdges() ?? {})) node.style.setProperty(`--sswp-${edge}`, `${size}px`);
    node.dataset.jpThemeLight = String(isLight());
    node.classList.add('sswp-front');
    node.setAttribute('role', 'main');
    node.setAttribute('aria-label', title);
    line.setAttribute('role', 'status'); // the line is heard by itself, the page is not
    node.replaceChildren(make('sswp-front-bar', name, line), this.scroller);
    this.watch();
  }

  watch() {
    const { opening, leaving: { signal } } = this;
    for (const type of ['pointerdown', 'keydown', 'wheel', 'touchmove', 'focusin'])
      this.scroller.addEventListener(type, () => { this.touched = true; }, { signal, passive: true });
    opening.node.addEventListener('contextmenu', (event) => event.stopPropagation(), { signal });
    window.addEventListener('pagehide', () => this.touched && keepPlace(this.path, this.placeNow()), { signal });
    lead({ page: this, scroller: this.scroller, signal });
    this.still = atRest(this.scroller, signal);
    this.held = holdFocus(this.scroller, signal);
  }

  // In the order of the page, so that nothing pushes away what is read. It is seen as soon as the first exercise is
  // there; where a place in it is wanted, all of it.
  async fill(page) {
    const known = heightsOf(this.path, this.scroller.clientWidth);
    for (const [id, type, source] of page.reading) {
      const node = type === 'code' ? await this.exercise(id, source, page, known[id]) : text(source, this.path);
      if (this.gone) return;
      this.cells.push({ id, node });
      this.page.append(node);
      if (!this.place && this.hosts.size) await this.see();
    }
    await this.see();
  }

  async see() {
    if (this.seen) return;
    this.seen = true;
    this.goTo(this.place);
    this.scroller.classList.add('sswp-front-seen');
    this.opening.readable();
    await frames(1);
  }

  async exercise(id, source, page, height) {
    const host = await this.drawings.host(source, page);
    if (this.gone) host?.sswpView?.leave();
    if (host) this.hosts.set(id, { host, source });
    const node = make('sswp-front-cell', ...(host ? [host] : []));
    if (!host) node.style.minHeight = `${height ?? UNKNOWN[/^wb\.chart\(/m.test(source) ? 'chart' : 'other']}px`;
    return node;
  }

  goTo({ cell, by = 8 } = {}) {
    const found = cell && placeNamed(this.cells, cell);
    if (found) this.scroller.scrollTop += found.node.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top - by;
    return found;
  }

  // What was drawn for a cell of the open notebook, if that still says the same.
  hostOf({ id, sharedModel }) {
    const found = this.hosts.get(id);
    return !this.gone && found?.source === sharedModel.getSource() ? found.host : undefined;
  }

  // Where the reader is, with the focus: gives what brings a page of JupyterLab there. A text stays behind: `land`
  // gives the focus to the one that takes its place.
  keep(goTo, land) {
    const place = this.placeNow();
    const at = document.activeElement;
    const onText = place && at !== this.scroller && this.scroller.contains(at) && !at.closest('.sswp-host');
    const focus = onText ? () => land(place.cell) : keepFocus(this.scroller, this.held());
    return () => { if (place) goTo(place); focus(); };
  }

  hasEnded(host) {
    return Boolean(this.gone) && [...this.hosts.values()].some((one) => one.host === host);
  }

  placeNow() {
    const inside = this.cells.find(({ node }) => node.contains(document.activeElement));
    const top = this.scroller.getBoundingClientRect().top;
    return inside ? { cell: inside.id, by: inside.node.getBoundingClientRect().top - top } : placeAmong(this.cells, top);
  }

  // What nobody has taken over ends; what was typed in it is a draft.
  leave() {
    this.gone = true;
    this.leaving.abort();
    for (const { host } of this.hosts.values()) if (!host.isConnected || this.scroller.contains(host)) host.sswpView?.leave();
  }
}
