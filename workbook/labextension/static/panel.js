// The Course panel on the left: the modules, what is done, what is left.

import { doneText } from './outline.js';

const isNarrow = () => window.innerWidth < 1200;
const CLOSED = 'sswp-panel-closed';

function entry(module, words, current, open) {
  const item = document.createElement('li');
  const line = document.createElement(module.exists ? 'button' : 'div');
  line.className = 'sswp-module';
  const title = document.createElement('span');
  title.className = 'sswp-module-title';
  title.textContent = module.title;
  const done = document.createElement('span');
  done.className = 'sswp-module-done';
  done.textContent = module.exists ? doneText(module, words) : words.say('coming');
  line.append(title, ' ', done);
  if (module.exists) {
    line.type = 'button';
    line.addEventListener('click', open);
  }
  if (current) line.setAttribute('aria-current', 'page');
  item.append(line);
  return item;
}

function frame(words) {
  const node = document.createElement('nav');
  node.className = 'sswp-panel';
  node.lang = words.language;
  node.setAttribute('aria-label', words.say('panel'));
  node.innerHTML = '<h2></h2><ol></ol>';
  node.querySelector('h2').textContent = words.say('panel');
  return node;
}

export class CoursePanel {
  constructor({ outline, tracker, words, Widget }) {
    Object.assign(this, { outline, tracker, words });
    this.node = frame(words);
    this.widget = new Widget({ node: this.node });
    this.widget.id = 'sswp-course-panel';
    this.widget.title.label = words.say('panel');
    this.widget.title.caption = words.say('panel_caption');
    outline.watchers.add(() => this.draw());
    tracker.currentChanged.connect(() => this.draw());
    this.draw();
  }

  draw() {
    const { outline, tracker, words, node } = this;
    const list = node.querySelector('ol');
    const focused = [...list.querySelectorAll('.sswp-module')].indexOf(document.activeElement);
    const path = tracker.currentWidget?.context.path ?? outline.last ?? '';
    if (path) outline.last = path;
    const here = outline.at(path);
    list.replaceChildren(...outline.modules.map((module, i) =>
      entry(module, words, i === here, () => this.open(path, module))));
    if (focused >= 0) list.querySelectorAll('.sswp-module')[focused]?.focus();
  }

  open(path, module) {
    if (isNarrow()) this.outline.app.shell.collapseLeft?.();
    return this.outline.open(path, module);
  }

  // Open beside a wide page, unless the learner has closed it; out of the way of a narrow one.
  async settle(app, restorer) {
    const { shell } = app;
    shell.add(this.widget, 'left', { rank: 1 });
    restorer?.add(this.widget, this.widget.id);
    await app.restored;
    shell.collapseRight?.(); // nothing is in it
    if (isNarrow()) {
      shell.collapseLeft?.();
      return;
    }
    if (!localStorage.getItem(CLOSED)) shell.activateById(this.widget.id);
    shell.layoutModified?.connect(() => {
      if (shell.leftCollapsed) localStorage.setItem(CLOSED, '1');
      else localStorage.removeItem(CLOSED);
    });
  }
}
