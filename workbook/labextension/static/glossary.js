// Words of the glossary, explained where they stand: a note opens below the line, and nothing is left.

const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

const LINK = 'a[href*="glossary.md"]';
const TEXT = '.jp-RenderedMarkdown :is(p, li)';
const APART = 'a, button, code, h1, h2, h3, .sswp-term-note';
const BLOCK = 'p, li, td, legend, div';
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// The word as a whole, in any case, and its simple plural; short names only as they are written.
const patternOf = ({ term }) =>
  new RegExp(`(?<![\\p{L}\\p{N}-])${escaped(term)}(?:s)?(?![\\p{L}\\p{N}-])`, /^[A-Z]{2,}/.test(term) ? 'u' : 'iu');

// The text nodes of a block that a word can be marked in.
function* textsOf(block) {
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(APART)) yield walk.currentNode;
}

export class Glossary {
  // `words` is what a start serves of the glossary; `openAll(event)` leads to the whole of it.
  constructor({ root, glossary, words, address, openAll }) {
    Object.assign(this, { root, words, address, openAll, marked: new Set() });
    this.terms = glossary.terms;
    this.root.addEventListener('click', (event) => this.follow(event), true);
    this.root.addEventListener('keydown', (event) => this.key(event), true);
  }

  // Each word is marked where it first stands; long names before the short ones in them.
  mark() {
    const blocks = [...this.root.querySelectorAll(TEXT)].filter((one) => !one.querySelector(':scope p'));
    const open = this.terms.filter(({ everyday, name }) => !everyday && !this.marked.has(name))
      .toSorted((one, other) => other.term.length - one.term.length);
    for (const term of open) if (this.markIn(term, blocks)) this.marked.add(term.name);
  }

  markIn(term, blocks) {
    const pattern = patternOf(term);
    for (const block of blocks) {
      for (const text of textsOf(block)) {
        const found = pattern.exec(text.data);
        if (!found) continue;
        const word = text.splitText(found.index);
        word.splitText(found[0].length);
        word.replaceWith(this.button(term, found[0]));
        return true;
      }
    }
    return false;
  }

  button({ name }, text) {
    const node = make('button', { type: 'button', className: 'sswp-term', textContent: text });
    node.setAttribute('data-term', name);
    node.setAttribute('aria-expanded', 'false');
    return node;
  }

  termOf(node) {
    const name = node.dataset.term ?? decodeURIComponent(node.hash?.slice(1) ?? '').toLowerCase();
    return this.terms.find((one) => one.name === name);
  }

  // A word of a page, or a link to one word of the glossary; a link to the whole goes its own way.
  follow(event) {
    const node = event.target.closest?.(`.sswp-term, ${LINK}`);
    const term = node && !node.closest('.sswp-term-note') && this.termOf(node);
    if (!term || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.opener === node) this.close();
    else this.open(node, term);
  }

  key(event) {
    if (event.key !== 'Escape' || !this.note) return;
    if (event.target !== this.opener && !this.note.contains(event.target)) return;
    event.stopPropagation();
    this.close();
  }

  open(node, { term, html }) {
    this.close(false);
    const title = make('strong', { id: 'sswp-term-title', textContent: term });
    const text = make('div', { innerHTML: html });
    const all = make('a', { href: this.address, textContent: this.words.say('glossary_all') });
    all.addEventListener('click', (event) => this.openAll(event));
    const close = make('button', { type: 'button', textContent: this.words.say('glossary_close') });
    close.addEventListener('click', () => this.close());
    this.note = make('div', { className: 'sswp-term-note', tabIndex: -1, lang: this.words.language }, title, text, all, close);
    this.note.setAttribute('role', 'group');
    this.note.setAttribute('aria-labelledby', title.id);
    Object.assign(this, { opener: node });
    node.setAttribute('aria-expanded', 'true');
    node.closest(BLOCK).after(this.note);
    this.note.focus({ preventScroll: true });
    this.note.scrollIntoView({ block: 'nearest' });
  }

  close(back = true) {
    this.note?.remove();
    this.opener?.setAttribute('aria-expanded', 'false');
    if (back) this.opener?.focus({ preventScroll: true });
    Object.assign(this, { note: undefined, opener: undefined });
  }
}
