// The one quiet menu of the course, in the browser's own top layer: Escape and a click beside it close it.

import { SIZES } from './look.js';

const SCHEMES = ['light', 'dark', 'system'];
const LETTERS = ['book', 'plain'];
let count = 0;

const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

export class Menu {
  constructor({ words, look, quiet, languages, acts }) {
    Object.assign(this, { words, look, quiet, languages, acts });
    this.button = make('button', { type: 'button', textContent: words.say('menu') });
    this.button.dataset.act = 'menu';
    this.node = make('div', { className: 'sswp-menu', id: `sswp-menu-${count += 1}`, popover: 'auto', lang: words.language });
    this.node.setAttribute('role', 'group');
    this.node.setAttribute('aria-label', words.say('menu'));
    this.button.popoverTargetElement = this.node;
    this.button.setAttribute('aria-haspopup', 'true');
    this.fill();
    this.node.addEventListener('toggle', ({ newState }) => newState === 'open' && this.opened());
    // Escape closes the menu and gives the focus back; nobody else is to hear of it.
    this.node.addEventListener('keydown', (event) => event.stopPropagation());
    this.quiet.watchers.add(() => this.draw());
  }

  fill() {
    const { acts } = this;
    this.node.append(this.sizes(), this.letters(), this.schemes(), ...this.tongues(),
      this.act('print', () => acts.print(false)), ...(acts.handout === false ? [] : [this.act('handout', () => acts.print(true))]),
      this.act('answers', () => acts.answers()), this.act('log', () => acts.log()),
      this.act('code', () => this.quiet.showCode(!this.quiet.code), { stays: true }),
      this.act('about', () => acts.about()), ...this.leaving());
    this.draw();
  }

  // A button of the menu; most of them close it.
  act(name, work, { stays = false } = {}) {
    const button = make('button', { type: 'button', textContent: this.words.say(name) });
    button.dataset.act = name;
    button.addEventListener('click', () => {
      if (!stays) this.close();
      work();
    });
    return button;
  }

  close() {
    this.node.hidePopover?.();
  }

  group(name, ...parts) {
    return make('fieldset', {}, make('legend', { textContent: this.words.say(name) }), ...parts);
  }

  sizes() {
    this.size = make('output');
    const step = (name, by) => this.act(name, () => { this.look.step(by); this.draw(); }, { stays: true });
    [this.smaller, this.larger] = [step('smaller', -1), step('larger', 1)];
    return this.group('text_size', this.smaller, this.size, this.larger);
  }

  // One of a few; `choose` hears which.
  choice(name, values, choose) {
    return this.group(name, ...values.map((value) => {
      const input = make('input', { type: 'radio', name: `${this.node.id}-${name}`, value });
      input.addEventListener('change', () => choose(value));
      return make('label', {}, input, this.words.say(value));
    }));
  }

  letters() { return this.choice('letters', LETTERS, (value) => this.look.write(value)); }

  schemes() { return this.choice('colors', SCHEMES, (value) => this.look.choose(value)); }

  // Only where the course speaks more than one language.
  tongues() {
    if (this.languages.length < 2) return [];
    const select = make('select', {}, ...this.languages.map((name) =>
      make('option', { value: name, textContent: new Intl.DisplayNames([name], { type: 'language' }).of(name), lang: name })));
    select.value = this.words.language;
    select.addEventListener('change', () => this.acts.speak(select.value));
    select.setAttribute('aria-label', this.words.say('language'));
    return [this.group('language', select)];
  }

  leaving() {
    const { acts } = this;
    if (acts.home) return [this.act('home', acts.home)];
    return acts.stop ? [this.act('stop', acts.stop)] : [];
  }

  draw() {
    const { look, quiet, words } = this;
    this.size.textContent = words.say('percent', { size: look.size });
    this.smaller.setAttribute('aria-disabled', String(look.size === SIZES[0]));
    this.larger.setAttribute('aria-disabled', String(look.size === SIZES.at(-1)));
    for (const input of this.node.querySelectorAll('input')) input.checked = [look.scheme, look.letters].includes(input.value);
    this.node.querySelector('[data-act=log]').hidden = !this.acts.hasLog();
    this.node.querySelector('[data-act=code]').setAttribute('aria-pressed', String(quiet.code));
  }

  opened() {
    this.draw();
    const at = this.button.getBoundingClientRect();
    const width = this.node.offsetWidth;
    Object.assign(this.node.style, {
      top: `${at.bottom + 4}px`,
      left: `${Math.max(4, Math.min(at.right, window.innerWidth - 4) - width)}px`,
      maxHeight: `calc(100vh - ${at.bottom + 12}px)`,
    });
    this.node.querySelector('button')?.focus();
  }
}

// A window of our own: a title, a few sentences, and buttons that each close it.
export function dialog(words, title, text, buttons) {
  const node = make('dialog', { className: 'sswp-dialog', lang: words.language });
  node.setAttribute('aria-label', title);
  const row = make('div', { className: 'sswp-buttons' }, ...buttons.map(([textContent, work]) => {
    const button = make('button', { type: 'button', textContent });
    button.addEventListener('click', () => { node.close(); work?.(); });
    return button;
  }));
  node.append(make('h2', { textContent: title }),
    ...text.split('\n').map((textContent) => make('p', { textContent })), row);
  node.addEventListener('keydown', (event) => event.stopPropagation());
  node.addEventListener('close', () => node.remove());
  document.body.append(node);
  node.showModal();
  return node;
}
