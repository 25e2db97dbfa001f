// The course bar above a page: where you are, how far, the next page, the menu.

import { showNotices } from './notices.js';
import { doneText } from './outline.js';

const FRAME = `
  <div class="sswp-bar-inner">
    <button type="button" data-act="list" aria-expanded="false"></button>
    <p class="sswp-where"><strong class="sswp-title"></strong> <span class="sswp-count"></span></p>
    <div class="sswp-buttons">
      <button type="button" data-act="previous"></button>
      <button type="button" data-act="next"></button>
    </div>
    <div class="sswp-message">
      <p class="sswp-note" role="status"></p>
      <button type="button" data-act="run" hidden></button>
      <button type="button" data-act="reload" hidden></button>
    </div>
  </div>`;

const OFFERS = ['run', 'reload'];

function frame(words) {
  const node = document.createElement('section');
  node.className = 'sswp-bar';
  node.lang = words.language;
  node.setAttribute('aria-label', words.say('bar'));
  node.innerHTML = FRAME;
  for (const button of node.querySelectorAll('button')) {
    button.textContent = words.say(button.dataset.act);
  }
  longer(node, 'previous', words.say('previous_module'));
  longer(node, 'next', words.say('next_module'));
  return node;
}

// The whole words where there is room, the short ones where there is none; it is called by the whole.
function longer(node, act, whole) {
  const button = node.querySelector(`[data-act="${act}"]`);
  const [long, short] = [whole, button.textContent].map((textContent) => Object.assign(document.createElement('span'), { textContent }));
  long.className = 'sswp-step-whole';
  short.className = 'sswp-step-short';
  button.replaceChildren(long, short);
}

export class Bar {
  constructor({ outline, panel, words, Widget, menu, list, run }) {
    Object.assign(this, { outline, panel, words, list });
    this.node = frame(words);
    this.widget = new Widget({ node: this.node });
    this.on('previous', () => this.go(-1));
    this.on('next', () => this.go(1));
    this.on('list', () => list.toggle());
    this.part('.sswp-buttons').append(menu.button);
    document.body.append(menu.node);
    panel.disposed.connect(() => menu.node.remove());
    this.on('run', run);
    this.on('reload', () => location.reload());
    this.attach();
    this.draw();
    showNotices(this.part('.sswp-bar-inner'), panel.disposed);
  }

  part(selector) { return this.node.querySelector(selector); }

  button(name) { return this.part(`[data-act="${name}"]`); }

  on(name, act) { this.button(name).addEventListener('click', act); }

  // Lumino lays out by numbers, so the bar tells it how high its text has become.
  attach() {
    const { panel, widget } = this;
    panel.contentHeader.addWidget(widget);
    const inner = this.part('.sswp-bar-inner');
    const fit = () => {
      this.node.style.minHeight = `${Math.ceil(inner.getBoundingClientRect().height)}px`;
      widget.parent?.fit?.();
    };
    const size = new ResizeObserver(fit);
    size.observe(inner);
    const redraw = () => this.draw();
    this.outline.watchers.add(redraw);
    this.list.watchers.add(redraw);
    panel.disposed.connect(() => {
      size.disconnect();
      this.outline.watchers.delete(redraw);
      this.list.watchers.delete(redraw);
    });
  }

  draw() {
    const { outline, panel, words } = this;
    const here = outline.modules[outline.at(panel.context.path)];
    this.part('.sswp-title').textContent = here?.title ?? '';
    this.part('.sswp-count').textContent = here ? doneText(here, words) : '';
    this.button('list').setAttribute('aria-expanded', String(this.list.isOpen()));
    this.drawStep('previous', 'previous_module', 'previous_to', outline.beside(panel.context.path, -1));
    this.drawStep('next', 'next_module', 'next_to', outline.beside(panel.context.path, 1));
  }

  drawStep(name, whole, nameWithTitle, module) {
    const { words } = this;
    const button = this.button(name);
    button.disabled = !module;
    const label = module ? words.say(nameWithTitle, { title: module.title }) : words.say(whole);
    button.setAttribute('aria-label', label);
  }

  go(step) {
    const module = this.outline.beside(this.panel.context.path, step);
    if (module) this.outline.open(this.panel.context.path, module);
  }

  // Whether one of these sentences is in the bar.
  says(...names) {
    const { textContent } = this.part('.sswp-note');
    return names.some((name) => this.words.say(name) === textContent);
  }

  // What stands in it now, as `say` takes it.
  said() {
    const offer = OFFERS.find((name) => !this.button(name).hidden);
    return [this.part('.sswp-note').textContent, { offer }];
  }

  // One sentence for the learner; `offer` names the button beside it.
  say(text, { offer } = {}) {
    this.part('.sswp-note').textContent = text;
    OFFERS.filter((name) => name !== offer).forEach((name) => {
      if (document.activeElement === this.button(name)) this.button('menu').focus();
    });
    OFFERS.forEach((name) => { this.button(name).hidden = name !== offer; });
  }
}
