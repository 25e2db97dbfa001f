// Links that only a keyboard meets, before all else on the page: to the first exercise, the contents, the reading.

const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

const EXERCISE = /^wb\.exercise\(/m;
const sourceOf = (cell) => cell.model.sharedModel.getSource();

export class SkipLinks {
  constructor({ tracker, words, list }) {
    Object.assign(this, { tracker, words });
    const link = (name, go) => {
      const node = make('button', { type: 'button', textContent: words.say(name) });
      node.addEventListener('click', go);
      return node;
    };
    this.node = make('nav', { className: 'sswp-skip', lang: words.language },
      link('skip_exercise', () => this.go((cell) => cell.model.type === 'code' && EXERCISE.test(sourceOf(cell)))),
      link('skip_contents', () => list.toggle(true)),
      link('skip_reading', () => this.go((cell) => cell.model.type === 'markdown')));
    this.node.setAttribute('aria-label', words.say('skip'));
    for (const type of ['keydown', 'keypress', 'keyup']) this.node.addEventListener(type, (event) => event.stopPropagation());
    document.body.prepend(this.node);
  }

  // The first cell of the open page that fits; a page without one stays as it is.
  go(fits) {
    const page = this.tracker.currentWidget;
    const cell = page?.content?.widgets?.find(fits);
    if (cell) page.sswpPage?.goTo(cell.model.id);
  }
}
