// Search over the course: its own text, read by this browser; no answer of a learner is in it.

const SHOWN = 20; // so many places are listed
const AROUND = 50; // so many letters of what stands around a word
const LATER = 150;

const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

// Letters without marks, capitals and curls; each stands where it stood.
const folded = (text) => [...text].map((letter) => {
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/[\u2010\u2011]/g, '-').replace(/[\u2018\u2019]/g, '\u0027').replace(/[\u201c\u201d]/g, '\u0022').replace(/\u00a0/g, ' ');
  return plain.length === letter.length ? plain : letter;
}).join('');

const wordsOf = (asked) => folded(asked.normalize('NFC')).split(/[^\p{L}\p{M}\p{N}\u0027-]+/u).filter(Boolean);
const isLetter = (letter) => /[\p{L}\p{N}]/u.test(letter ?? '');

// Where a word begins with these letters; -1 where none does.
function startOf(word, text, from = 0) {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1])) return at;
  }
  return -1;
}

// The places that have all the words: those that have them in a row or in the title come first.
export function find(asked, places) {
  const words = wordsOf(asked);
  if (!words.length) return [];
  const phrase = words.join(' ');
  const found = places.map((place) => {
    const [title, text] = [folded(place.title), folded(place.text)];
    const there = words.every((word) => startOf(word, title) >= 0 || startOf(word, text) >= 0);
    const rank = 2 * words.every((word) => startOf(word, title) >= 0) + (startOf(phrase, `${title} ${text}`) >= 0);
    return { place, there, rank };
  });
  return found.filter(({ there }) => there).sort((one, other) => other.rank - one.rank).map(({ place }) => place);
}

// What stands around the longest of the words, and where in it they are: [text, is it a hit].
export function around(asked, text) {
  const plain = folded(text);
  const words = wordsOf(asked);
  const phrase = startOf(words.join(' '), plain);
  const longest = words.toSorted((one, other) => other.length - one.length);
  const hit = longest.map((word) => startOf(word, plain)).find((at) => at >= 0);
  const first = phrase >= 0 ? phrase : hit ?? 0;
  const from = first <= AROUND ? 0 : text.lastIndexOf(' ', first - AROUND) + 1;
  const end = text.indexOf(' ', first + 2 * AROUND);
  const piece = text.slice(from, end < 0 ? undefined : end);
  return [...(from ? [['… ', false]] : []), ...marked(piece, words), ...(end < 0 ? [] : [[' …', false]])];
}

function marked(text, words) {
  const parts = [];
  const plain = folded(text);
  let done = 0;
  while (done < text.length) {
    const next = words.map((word) => [startOf(word, plain, done), word.length]).filter(([at]) => at >= 0)
      .sort(([one], [other]) => one - other)[0];
    if (!next) break;
    const [at, length] = next;
    parts.push([text.slice(done, at), false], [text.slice(at, at + length), true]);
    done = at + length;
  }
  return [...parts, [text.slice(done), false]].filter(([piece]) => piece);
}

export class Search {
  // `places()` gives the text of the course, `link(className, place, ...)` a way there.
  constructor({ places, words, link }) {
    Object.assign(this, { places, words, link });
    this.box = make('input', { type: 'search', id: 'sswp-search', autocomplete: 'off', spellcheck: false });
    this.told = make('p', { className: 'sswp-search-told' });
    this.told.setAttribute('role', 'status');
    this.list = make('ol', { className: 'sswp-search-found' });
    const label = make('label', { htmlFor: this.box.id, textContent: words.say('search') });
    this.node = make('search', { className: 'sswp-search' }, label, this.box, this.told, this.list);
    this.box.addEventListener('input', () => { clearTimeout(this.waiting); this.waiting = setTimeout(() => this.look(), LATER); });
    this.box.addEventListener('keydown', ({ key }) => key === 'Enter' && this.look());
  }

  // Escape empties the box first; says whether it did.
  clears() {
    if (!this.box.value || !this.node.contains(document.activeElement)) return false;
    this.box.value = '';
    this.box.focus();
    this.look();
    return true;
  }

  async look() {
    const asked = this.box.value;
    const places = asked.trim() ? await this.places() : [];
    if (asked !== this.box.value) return;
    const found = find(asked, places);
    this.told.textContent = this.say(asked, places, found);
    this.list.replaceChildren(...found.slice(0, SHOWN).map((place) => this.entry(asked, place)));
  }

  say(asked, places, found) {
    if (!wordsOf(asked).length) return '';
    if (!places.length) return this.words.say('search_away');
    if (!found.length) return this.words.say('search_none');
    if (found.length === 1) return this.words.say('search_found_one');
    return this.words.say(found.length > SHOWN ? 'search_found_first' : 'search_found', { count: found.length, shown: SHOWN });
  }

  entry(asked, place) {
    const words = around(asked, place.text).map(([text, hit]) => (hit ? make('mark', { textContent: text }) : text));
    return make('li', {}, this.link('sswp-section', place,
      make('span', { className: 'sswp-search-title', textContent: place.title }),
      make('span', { className: 'sswp-search-where', textContent: place.module }),
      make('span', { className: 'sswp-search-text' }, ...words)));
  }
}
