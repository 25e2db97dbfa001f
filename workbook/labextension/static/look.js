// How the page looks to this reader: the size of its text, light or dark. Kept in this browser.

export const SIZES = [90, 100, 115, 130, 150, 175];
const SIZE = 'sswp-text-size';

const kept = () => { try { return Number(localStorage.getItem(SIZE)); } catch { return 0; } };

export class Look {
  constructor(themes) {
    this.themes = themes;
    this.resize(SIZES.includes(kept()) ? kept() : 100);
  }

  resize(size) {
    this.size = size;
    document.documentElement.style.setProperty('--sswp-size', size / 100);
    try { localStorage.setItem(SIZE, String(size)); } catch { /* for this visit only */ }
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
    if (!themes) return;
    const adaptive = Boolean(themes.isToggledAdaptiveTheme?.());
    if (adaptive !== (scheme === 'system')) await themes.toggleAdaptiveTheme();
    if (scheme === 'system') return;
    const name = scheme === 'light' ? themes.preferredLightTheme : themes.preferredDarkTheme;
    await themes.setTheme(name ?? (scheme === 'light' ? 'JupyterLab Light' : 'JupyterLab Dark'));
  }
}
