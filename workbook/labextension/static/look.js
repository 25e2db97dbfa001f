// How the page looks to this reader: the size and the letters of its text, light or dark. Kept in this browser.

export const SIZES = [90, 100, 115, 130, 150, 175];
const SIZE = 'sswp-text-size';

const LETTERS = 'sswp-letters';
const SCHEME = 'sswp-scheme';

const read = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* for this visit only */ } };

// Whether the page is light, as far as this browser knows before JupyterLab says so.
export function isLight() {
  const scheme = read(SCHEME);
  if (scheme === 'light' || scheme === 'dark') return scheme === 'light';
  return !window.matchMedia('(prefers-color-scheme: dark)').matches;
}

export class Look {
  constructor(themes) {
    this.themes = themes;
    const size = Number(read(SIZE));
    this.resize(SIZES.includes(size) ? size : 100);
    this.write(read(LETTERS) === 'plain' ? 'plain' : 'book');
  }

  resize(size) {
    this.size = size;
    document.documentElement.style.setProperty('--sswp-size', size / 100);
    keep(SIZE, String(size));
  }

  // Letters as in a book, or the plain ones of this device (course.css).
  write(letters) {
    this.letters = letters;
    document.documentElement.dataset.sswpLetters = letters;
    keep(LETTERS, letters);
  }

  // One step larger (1) or smaller (-1); false when there is none.
  step(by) {
    const next = SIZES[SIZES.indexOf(this.size) + by];
    if (!next) return false;
    this.resize(next);
    return true;
  }

  get scheme() {
    const { themes } = this;
    if (!themes || themes.isToggledAdaptiveTheme?.()) return 'system';
    return themes.isLight(themes.theme) ? 'light' : 'dark';
  }

  async choose(scheme) {
    const { themes } = this;
    keep(SCHEME, scheme);
    if (!themes) return;
    const adaptive = Boolean(themes.isToggledAdaptiveTheme?.());
    if (adaptive !== (scheme === 'system')) await themes.toggleAdaptiveTheme();
    if (scheme === 'system') return;
    const name = scheme === 'light' ? themes.preferredLightTheme : themes.preferredDarkTheme;
    await themes.setTheme(name ?? (scheme === 'light' ? 'JupyterLab Light' : 'JupyterLab Dark'));
  }
}
