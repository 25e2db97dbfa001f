// The Course panel on the left: the modules, what is done, what is left.

import { doneText } from './outline.js';

const isNarrow = () => window.innerWidth < 1200;
const CLOSED = 'sswp-panel-closed';

function entry(module, current, open) {
  const item = document.createElement('li');
  const line = document.createElement(module.exists ? 'button' : 'div');
  line.className = 'sswp-module';
  const title = document.createElement('span');
  title.className = 'sswp-module-title';
  title.textContent = module.title;
  const done = document.createElement('span');
  done.className = 'sswp-module-done';
  done.textContent = module.exists ? doneText(module) : 'Not in this edition yet';
  line.append(title, ' ', done);
  if (module.exists) {
    line.type = 'button';
    line.addEventListener('click', open);
  }
  if (current) line.setAttribute('aria-current', 'page');
  item.append(line);
  return item;
}

export class CoursePanel {
  constructor({ outline, tracker, Widget }) {
    Object.assign(this, { outline, tracker });
    this.node = document.createElement('nav');
    this.node.className = 'sswp-panel';
    this.node.setAttribute('aria-label', 'Course');
    this.node.innerHTML = '<h2>Course</h2><ol></ol>';
    this.widget = new Widget({ node: this.node });
    this.widget.id = 'sswp-course-panel';
    this.widget.title.label = 'Course';
    this.widget.title.caption = 'Course: modules and what is done';
    outline.watchers.add(() => this.draw());
    tracker.currentChanged.connect(() => this.draw());
    this.draw();
  }

  draw() {
    const { outline, tracker, node } = this;
    const list = node.querySelector('ol');
    const focused = [...list.querySelectorAll('.sswp-module')].indexOf(document.activeElement);
    const path = tracker.currentWidget?.context.path ?? outline.last ?? '';
    if (path) outline.last = path;
    const here = outline.at(path);
    list.replaceChildren(...outline.modules.map((module, i) =>
      entry(module, i === here, () => this.open(path, module))));
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
