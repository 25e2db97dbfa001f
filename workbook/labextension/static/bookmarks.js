// Bookmarks and private notes: a small ribbon beside the heading of each section, and below the section's
// text, once it is pressed, a view like that of an exercise. Its answers travel by the header of the page (widgets/js/start.js).

import { sectionsOf } from './contents.js';

const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

// What a view takes for its widget.
export function bridge(id, spec) {
  const ears = new Map();
  return {
    get: () => spec,
    send: (message) => document.dispatchEvent(new CustomEvent('sswp-note', { detail: { id, message } })),
    on(_, ear) {
      const hear = ({ detail }) => detail.id === id && ear(detail.message);
      ears.set(ear, hear);
      document.addEventListener('sswp-note-says', hear);
    },
    off(_, ear) {
      document.removeEventListener('sswp-note-says', ears.get(ear));
      ears.delete(ear);
    },
  };
}

// A ribbon, and its words, which a page without a bookmark shows only to who points at it.
const RIBBON = '<svg aria-hidden="true" viewBox="0 0 16 16"><path d="M4 2h8v12l-4-3.5L4 14z"/></svg>';

function ribbon(controls) {
  const button = make('button', { type: 'button', className: 'sswp-mark-button', innerHTML: RIBBON }, make('span'));
  button.setAttribute('aria-controls', controls);
  return button;
}

const idOf = (number, cell) => `${number}/section:${cell}`;

export class Bookmarks {
  // `number` is that of the module whose page this is.
  constructor({ panel, number, drawings, words }) {
    Object.assign(this, { panel, number, drawings, words, heads: new Map() });
    const hear = ({ detail }) => detail?.bookmark && this.receive(detail);
    document.addEventListener('sswp-progress', hear);
    panel.disposed.connect(() => {
      document.removeEventListener('sswp-progress', hear);
      for (const head of this.heads.values()) head.leave?.();
    });
  }

  receive({ module, bookmarks, bookmark }) {
    if (module === this.number) this.spec = bookmark;
    if (!this.spec || !this.drawings.stamp) return;
    const kept = new Map(bookmarks.map((one) => [one.id, one]));
    for (const section of sectionsOf(this.panel.content.model)) {
      const id = idOf(this.number, section.cell);
      const head = this.heads.get(id) ?? this.draw(id, section);
      if (head) this.tell(head, kept.get(id));
    }
  }

  draw(id, { cell, title }) {
    const there = this.panel.content.widgets.find((one) => one.model.id === cell);
    if (!there) return undefined;
    const host = make('div', { className: 'sswp-marking', hidden: true, id: `sswp-note-${cell}` });
    const button = ribbon(host.id);
    const head = { id, title, button, host };
    button.addEventListener('click', () => this.turn(head));
    host.addEventListener('keydown', ({ key }) => key === 'Escape' && this.turn(head), true); // a view keeps its keys
    there.node.classList.add('sswp-marked');
    const mark = make('div', { className: 'sswp-mark' }, button);
    mark.classList.add('jp-OutputArea'); // its keys are ours (guard.js)
    host.classList.add('jp-OutputArea', 'jp-OutputArea-output');
    there.node.prepend(mark);
    there.node.append(host);
    this.heads.set(id, head);
    return head;
  }

  // What is kept here can be told without opening it.
  tell({ button, host, title }, kept) {
    const name = ['mark_none', 'mark_kept', 'mark_note', 'mark_both'][(kept?.marked ? 1 : 0) + (kept?.noted ? 2 : 0)];
    const text = this.words.say(name);
    const said = button.querySelector('span');
    if (said.textContent !== text) said.textContent = text;
    button.setAttribute('aria-label', `${text}: ${title}`);
    button.setAttribute('aria-expanded', String(!host.hidden));
    button.toggleAttribute('data-kept', Boolean(kept));
  }

  async turn(head) {
    const { host, button } = head;
    if (!host.hidden) return this.close(head);
    host.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    return this.open(head);
  }

  // The focus goes first: a view that goes while it is typed in would wait for its next keys.
  close(head) {
    const { host, button, leave } = head;
    head.leave = undefined;
    button.focus();
    host.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    setTimeout(() => {
      leave?.();
      if (host.hidden) host.replaceChildren();
    });
  }

  async open({ id, title, host }, head = this.heads.get(id)) {
    try {
      const { default: view } = await this.drawings.script(this.spec.kind);
      await this.drawings.style();
      const spec = { ...this.spec, id, title: this.spec.title.replace('{section}', title) };
      if (host.hidden || head.leave) return;
      head.leave = view.render({ model: bridge(id, spec), el: host });
      host.querySelector('input, textarea')?.focus({ preventScroll: true });
      host.scrollIntoView({ block: 'nearest' });
    } catch (problem) {
      host.textContent = this.words.say('mark_away');
      console.info('sswp-course', problem);
    }
  }
}
