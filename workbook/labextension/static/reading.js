// A page to read beside the modules (the glossary, the references): the course bar with the way back.

import { actsFor } from './acts.js';
import { Menu } from './menu.js';

const START = '00_start_here.ipynb';

export const isReading = (path) => /\.md$/.test(path ?? '');

const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

// The module where the reader was; after a page that was opened by its address, the start page.
export function moduleBefore(outline, path) {
  const last = outline.modules[outline.at(outline.last ?? '')];
  if (last) return { path: outline.last, title: last.title };
  const [, course] = /^(.*?)modules\//.exec(path) ?? [];
  return course === undefined ? undefined : { path: `${course}modules/${START}`, title: '' };
}

export class Reading {
  constructor(page, kit) {
    Object.assign(this, { page, kit });
    const { words, list, Widget } = kit;
    this.title = make('strong', { className: 'sswp-title' });
    this.back = this.button('back_to', () => this.goBack());
    this.contents = this.button('list', () => list.toggle());
    this.menu = new Menu({ ...kit, acts: this.acts() });
    this.inner = make('div', { className: 'sswp-bar-inner' }, this.contents,
      make('p', { className: 'sswp-where' }, this.title), make('div', { className: 'sswp-buttons' }, this.back, this.menu.button));
    this.node = make('section', { className: 'sswp-bar', lang: words.language }, this.inner);
    this.node.classList.add('sswp-bar-reading');
    this.node.setAttribute('aria-label', words.say('bar'));
    document.body.append(this.menu.node);
    this.widget = new Widget({ node: this.node });
    this.attach();
    this.draw();
    this.list();
  }

  // Opened by its address, the course list has what this start knows of the modules.
  async list() {
    const { page, kit: { outline, drawings } } = this;
    if (outline.modules.length) return;
    outline.last ||= moduleBefore(outline, page.context.path)?.path;
    outline.standIn(await drawings.modules('00').catch(() => []));
  }

  // Opened by its address, no module is there yet that could lead to the answers.
  acts() {
    const { page, kit } = this;
    const acts = actsFor(kit, { panel: page });
    const answers = () => (kit.tracker.currentWidget ? acts.answers() : this.goBack());
    return { ...acts, answers, print: () => window.print(), handout: false };
  }

  button(name, work) {
    const node = make('button', { type: 'button', textContent: this.kit.words.say(name, { title: '' }) });
    node.dataset.act = name === 'back_to' ? 'back' : name;
    node.addEventListener('click', work);
    return node;
  }

  // Lumino lays out by numbers, so the bar tells it how high its text has become.
  attach() {
    const { page, kit, widget, inner } = this;
    page.contentHeader.addWidget(widget);
    const size = new ResizeObserver(() => {
      this.node.style.minHeight = `${Math.ceil(inner.getBoundingClientRect().height)}px`;
      widget.parent?.fit?.();
    });
    const redraw = () => this.draw();
    const drawn = new MutationObserver(redraw); // its heading comes later than the page
    drawn.observe(page.content.node, { childList: true, subtree: true });
    size.observe(inner);
    kit.outline.watchers.add(redraw);
    kit.list.watchers.add(redraw);
    page.disposed.connect(() => {
      size.disconnect();
      drawn.disconnect();
      this.menu.node.remove();
      kit.outline.watchers.delete(redraw);
      kit.list.watchers.delete(redraw);
    });
  }

  draw() {
    const { page, kit } = this;
    const { outline, words, list } = kit;
    const title = moduleBefore(outline, page.context.path)?.title;
    this.title.textContent = page.node.querySelector('.jp-RenderedMarkdown h1')?.firstChild?.textContent ?? '';
    this.back.textContent = title ? words.say('back_to', { title }) : words.say('back_to_course');
    this.contents.setAttribute('aria-expanded', String(list.isOpen()));
    if (kit.app.shell.currentWidget === page) kit.quiet.call(this.title.textContent);
  }

  goBack() {
    const { outline } = this.kit;
    const before = moduleBefore(outline, this.page.context.path);
    if (before) outline.go(before.path);
  }
}

// Each page to read has its bar as soon as it is the page that is looked at.
export function watchReading(app, kit) {
  const meet = () => {
    const page = app.shell.currentWidget;
    if (!page?.contentHeader || !isReading(page.context?.path)) return kit.named();
    if (page.sswpReading) return page.sswpReading.draw();
    page.sswpReading = new Reading(page, kit);
    page.addClass('sswp-reading');
    page.toolbar?.setHidden?.(true);
    return kit.opening?.done(page.context.path);
  };
  app.shell.currentChanged?.connect(meet);
  meet();
}
