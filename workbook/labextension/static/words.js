// The words of the course bar and panel: English comes along, the start's own language lies over it.

const read = (text) => {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
};

export class Words {
  constructor(english, language, spoken = {}) {
    Object.assign(this, { english, language, spoken });
  }

  // A text with its {curly} parts filled in.
  say(name, values = {}) {
    const own = this.spoken[name];
    const text = typeof own === 'string' ? own : this.english[name];
    return text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  }
}

export const languagesIn = (text) => Object.keys(read(text));

const SPOKEN = 'sswp-language';

// The language a reader has chosen in this browser, if the course still speaks it.
function chosen(languages) {
  try {
    const name = localStorage.getItem(SPOKEN);
    return languages.includes(name) ? name : '';
  } catch {
    return '';
  }
}

export function speak(language) {
  try { localStorage.setItem(SPOKEN, language); } catch { /* the start's own language stays */ }
}

// `option` reads a setting of JupyterLab's page, `base` is the folder of these scripts.
export async function readWords(option, base) {
  const english = await (await fetch(new URL('words.json', base))).json();
  const language = chosen(languagesIn(option('sswpWords'))) || option('sswpLanguage') || 'en';
  const spoken = read(option('sswpWords'))[language] ?? undefined;
  return new Words(english, spoken ? language : 'en', spoken);
}
