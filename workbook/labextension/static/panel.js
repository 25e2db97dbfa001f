// The course list: the modules, what is done, the sections of the open page, where to go on.

import { addressOf, inLite } from './address.js';
import { cellOf, sectionOf, sectionsOf, wayOf } from './contents.js';
import { doneText, shortDone } from './outline.js';
import { cellRead } from './place.js';
import { Search } from './search.js';

const isNarrow = () => window.innerWidth < 1000; // of the window, also while a page is printed
const FEW = 4; // sections; a list without so few is no shorter
const CLOSED = 'sswp-panel-closed';

const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

// A true address, so that it can be copied and opened beside this page; a plain click stays in it.
function link(className, path, cell, go, ...children) {
  const node = make('a', { className, href: addressOf(path, cell) }, ...children);
  node.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(path, cell);
  });
  return node;
}

function frame(words) {
  const node = make('nav', { className: 'sswp-panel', lang: words.language, tabIndex: -1 });
  node.setAttribute('aria-label', words.say('panel'));
  const close = make('button', { type: 'button', className: 'sswp-close', textContent: words.say('close') });
  node.append(close, make('h2', { textContent: words.say('panel') }), make('div', { className: 'sswp-goes-on' }), make('ol', { className: 'sswp-modules' }),
    make('div', { className: 'sswp-marks' }));
  return node;
}

export class CoursePanel {
  constructor({ app, outline, tracker, words, Widget, address, drawings }) {
    Object.assign(this, { app, outline, tracker, words, address, watchers: new Set() });
    this.node = frame(words);
    if (drawings?.stamp) this.searched(drawings);
    this.widget = new Widget({ node: this.node });
    this.widget.id = 'sswp-course-panel';
    this.widget.title.label = words.say('panel');
    this.widget.title.caption = words.say('panel_caption');
    outline.watchers.add(() => this.draw());
    tracker.currentChanged.connect(() => this.draw());
    this.node.querySelector('.sswp-close').addEventListener('click', () => this.toggle(false));
    document.addEventListener('pointerdown', ({ target }) => {
      if (this.isDrawer() && !this.node.contains(target)) this.toggle(false);
    });
    this.node.addEventListener('keydown', ({ key }) => key === 'Escape' && this.isDrawer() && !this.search?.clears() && this.toggle());
    this.draw();
  }

  searched(drawings) {
    const open = (className, { file, cell }, ...children) =>
      this.link(className, this.outline.pathOf(this.outline.last ?? '', file), cell, ...children);
    this.search = new Search({ places: () => drawings.places(), words: this.words, link: open });
    this.node.querySelector('h2').after(this.search.node);
  }

  draw() {
    const { outline, tracker, node } = this;
    const page = tracker.currentWidget;
    const path = page?.context.path ?? outline.last ?? '';
    if (path) outline.last = path;
    const focused = document.activeElement?.getAttribute?.('href');
    const more = document.activeElement?.classList.contains('sswp-more');
    const held = node.contains(document.activeElement) && focused;
    const here = outline.at(path);
    node.querySelector('.sswp-goes-on').replaceChildren(...this.goesOn(path));
    node.querySelector('.sswp-modules').replaceChildren(
      ...outline.modules.map((module, i) => this.entry(module, path, i === here)));
    node.querySelector('.sswp-marks').replaceChildren(...this.marks(path));
    if (more) node.querySelector('.sswp-more')?.focus();
    if (held) node.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
    this.markSection();
  }

  // The section that is being read, for eyes and for screen readers.
  markSection() {
    const page = this.tracker.currentWidget;
    if (!page?.content?.model) return;
    const here = sectionOf(page.content.model, cellRead(page));
    for (const line of this.node.querySelectorAll('.sswp-sections .sswp-section')) {
      const now = line.dataset.cell === here;
      if (now === line.hasAttribute('aria-current')) continue;
      if (now) line.setAttribute('aria-current', 'location');
      else line.removeAttribute('aria-current');
      if (now && !this.node.contains(document.activeElement)) this.bringIntoView(line);
    }
  }

  // Only the list itself scrolls, and only as far as it must.
  bringIntoView(line) {
    const [list, box] = [this.node.getBoundingClientRect(), line.getBoundingClientRect()];
    if (box.top < list.top) this.node.scrollTop -= list.top - box.top;
    if (box.bottom > list.bottom) this.node.scrollTop += box.bottom - list.bottom;
  }

  goesOn(path) {
    const { next } = this.outline;
    if (!next || !path) return [];
    const text = this.words.say('go_on', next);
    return [this.link('sswp-go-on', this.outline.pathOf(path, next.file), cellOf(next.id), text)];
  }

  // The learner's own bookmarks and notes, each a way to its place.
  marks(path) {
    const { bookmarks } = this.outline;
    if (!bookmarks.length || !path) return [];
    const entries = bookmarks.map(({ file, cell, title, module }) => {
      const where = make('small', { textContent: module });
      return make('li', {}, this.link('sswp-section', this.outline.pathOf(path, file), cell, title, where));
    });
    return [make('h3', { textContent: this.words.say('bookmarks') }), make('ul', {}, ...entries)];
  }

  link(className, path, cell, ...children) {
    return link(className, path, cell, (...place) => this.go(...place), ...children);
  }

  entry(module, path, current) {
    const { words, outline } = this;
    const far = current ? doneText : shortDone;
    const done = module.exists ? far(module, words) : words.say('coming');
    const parts = [make('span', { className: 'sswp-module-title', textContent: module.title }), ' ',
      make('span', { className: 'sswp-module-done', textContent: done })];
    const line = module.exists
      ? this.link('sswp-module', outline.pathOf(path, module.file), '', ...parts)
      : make('div', { className: 'sswp-module' }, ...parts);
    if (current) line.setAttribute('aria-current', 'page');
    return make('li', {}, line, ...(current ? this.sections(path) : []));
  }

  sections(path) {
    const model = this.tracker.currentWidget?.content?.model;
    if (!model) return [];
    const done = this.outline.done();
    const marks = [this.words.say('full_mark'), this.words.english.full_mark];
    const found = sectionsOf(model).slice(1).map((section) => ({ ...section, ...wayOf(section.title, marks) }));
    if (!found.length) return [];
    const list = make('ul', { className: 'sswp-sections' }, ...found.map((section) => this.section(section, path, done)));
    const legend = make('p', { className: 'sswp-legend', textContent: this.words.say('full_legend') });
    return [...(found.some(({ full }) => full) ? [legend] : []), list, ...this.fewer(list, found, legend)];
  }

  // Of many sections those that have something to do on the way ahead, and the one that is read; the others when asked for.
  fewer(list, found, legend) {
    const { ahead } = this.outline.modules[this.outline.at(this.outline.last)] ?? {};
    const beside = found.map(({ full, exercises }) => !exercises.length || (full && ahead?.way === 'core'));
    if (beside.filter(Boolean).length < FEW) return [];
    beside.forEach((away, n) => list.children[n].toggleAttribute('data-beside', away));
    const more = make('button', { type: 'button', className: 'sswp-more' });
    const show = (all) => {
      legend.hidden = !all && found.every(({ full }, n) => !full || beside[n]);
      list.toggleAttribute('data-few', !all);
      more.setAttribute('aria-expanded', String(all));
      more.textContent = this.words.say(all ? 'sections_few' : 'sections_all', { count: found.length });
    };
    more.addEventListener('click', () => { this.all = !this.all; show(this.all); });
    show(Boolean(this.all));
    return [more];
  }

  section({ cell, name, full, exercises }, path, done) {
    const ready = exercises.length > 0 && exercises.every((id) => done.has(id));
    const tick = make('span', { className: 'sswp-ticked', textContent: ready ? '✓' : '' });
    tick.setAttribute('aria-hidden', 'true');
    const told = this.words.say('section_done');
    const said = make('span', { className: 'sswp-hidden', textContent: ready ? ` (${told})` : '' });
    const line = this.link('sswp-section', path, cell, tick, name, ...(full ? this.fullWay() : []), said);
    line.dataset.cell = cell;
    return make('li', {}, line);
  }

  // A sign to see, which stays beside the last word, and words to hear.
  fullWay() {
    const sign = make('span', { className: 'sswp-full', textContent: '\u00a0+' });
    sign.setAttribute('aria-hidden', 'true');
    return [sign, make('span', { className: 'sswp-hidden', textContent: ` ${this.words.say('full_mark')}` })];
  }

  go(path, cell) {
    if (this.isDrawer()) this.toggle(false);
    else if (isNarrow()) this.app.shell.collapseLeft?.();
    return this.address.go(path, cell);
  }

  // On a narrow screen the list lies over the page instead of beside it.
  isDrawer() {
    return this.node.classList.contains('sswp-drawer');
  }

  isOpen() {
    return this.isDrawer() || this.app.shell.leftCollapsed === false;
  }

  toggle(show = !this.isOpen()) {
    if (isNarrow() || this.isDrawer()) this.overlay(show);
    else if (show) this.app.shell.activateById(this.widget.id);
    else this.app.shell.collapseLeft();
    if (show) this.node.focus();
    this.watchers.forEach((watch) => watch());
  }

  overlay(show) {
    const { node } = this;
    if (show) {
      this.home = node.parentElement;
      this.opener = document.activeElement;
      document.body.append(node);
    } else if (this.home) this.home.append(node);
    node.classList.toggle('sswp-drawer', show);
    if (!show) this.opener?.focus();
  }

  arrange() {
    const { shell } = this.app;
    if (isNarrow()) shell.collapseLeft?.();
    else if (!localStorage.getItem(CLOSED)) shell.activateById(this.widget.id);
    else shell.collapseLeft?.();
  }

  // A window that is made narrow, turned or zoomed in has no room for both, and later perhaps again.
  fit() {
    if (this.narrow === isNarrow()) return;
    this.narrow = isNarrow();
    if (this.isDrawer()) this.overlay(false);
    this.arrange();
    this.watchers.forEach((watch) => watch());
  }

  // JupyterLite shows its own list of files with the first page that it opens, and says not when.
  openedHere() {
    if (!this.arranged && inLite()) [0, 1000, 3000].forEach((later) => setTimeout(() => this.arrange(), later));
    this.arranged = true;
  }

  // Open beside a wide page, unless the learner has closed it; out of the way of a narrow one.
  async settle(app, restorer) {
    const { shell } = app;
    shell.add(this.widget, 'left', { rank: 1 });
    restorer?.add(this.widget, this.widget.id);
    await app.restored;
    shell.collapseRight?.(); // nothing is in it
    this.arrange();
    this.narrow = isNarrow();
    window.addEventListener('resize', () => this.fit());
    shell.layoutModified?.connect(() => {
      this.watchers.forEach((watch) => watch());
      if (isNarrow()) return;
      if (shell.leftCollapsed) localStorage.setItem(CLOSED, '1');
      else localStorage.removeItem(CLOSED);
    });
  }
}
