// The course bar above a page: where you are, how far, the next page, the code.

import { doneText } from './outline.js';

const FRAME = `
  <div class="sswp-bar-inner">
    <p class="sswp-where"><strong class="sswp-title"></strong> <span class="sswp-count"></span></p>
    <div class="sswp-buttons">
      <button type="button" data-act="previous">Previous</button>
      <button type="button" data-act="next">Next</button>
      <button type="button" data-act="code" aria-pressed="false">Show code</button>
    </div>
    <div class="sswp-message">
      <p class="sswp-note" role="status"></p>
      <button type="button" data-act="run" hidden>Run this page</button>
    </div>
  </div>`;

export class Bar {
  constructor({ outline, panel, Widget, showCode, run }) {
    Object.assign(this, { outline, panel, showCode });
    const node = document.createElement('section');
    node.className = 'sswp-bar';
    node.setAttribute('aria-label', 'Course bar');
    node.innerHTML = FRAME;
    this.node = node;
    this.widget = new Widget({ node });
    this.on('previous', () => this.go(-1));
    this.on('next', () => this.go(1));
    this.on('code', () => this.toggleCode());
    this.on('run', run);
    this.place();
    this.draw();
  }

  part(selector) { return this.node.querySelector(selector); }

  button(name) { return this.part(`[data-act="${name}"]`); }

  on(name, act) { this.button(name).addEventListener('click', act); }

  // Lumino lays out by numbers, so the bar tells it how high its text has become.
  place() {
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
    panel.disposed.connect(() => {
      size.disconnect();
      this.outline.watchers.delete(redraw);
    });
  }

  draw() {
    const { outline, panel } = this;
    const here = outline.modules[outline.at(panel.context.path)];
    this.part('.sswp-title').textContent = here?.title ?? '';
    this.part('.sswp-count').textContent = here ? doneText(here) : '';
    this.drawStep('previous', 'Previous', outline.beside(panel.context.path, -1));
    this.drawStep('next', 'Next', outline.beside(panel.context.path, 1));
  }

  drawStep(name, word, module) {
    const button = this.button(name);
    button.disabled = !module;
    button.setAttribute('aria-label', module ? `${word}: ${module.title}` : word);
  }

  go(step) {
    const module = this.outline.beside(this.panel.context.path, step);
    if (module) this.outline.open(this.panel.context.path, module);
  }

  toggleCode() {
    const button = this.button('code');
    const show = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(show));
    this.showCode(show);
  }

  // One sentence for the learner; `offerRun` adds the button that runs the page.
  say(text, { offerRun = false } = {}) {
    this.part('.sswp-note').textContent = text;
    const run = this.button('run');
    if (!offerRun && document.activeElement === run) this.button('code').focus();
    run.hidden = !offerRun;
  }
}
