// While the course opens: one line in words over a JupyterLab that is still putting itself together.

import { keepPlaceInAddress } from './address.js';
import { readWords } from './words.js';

const LONGEST = 30_000;
const LAST = 'sswp-opened-in';
const USUAL = 5;
const NOW = 'sswp-opening-now'; // nothing that moves behind the line is seen to move

// The settings of the page, as JupyterLab reads them too.
export function pageOption(name) {
  try {
    const config = document.getElementById('jupyter-config-data');
    return String(JSON.parse(config.textContent)[name] ?? '');
  } catch {
    return '';
  }
}

const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* not kept */ } };

// How long it took last time, in whole seconds; nobody needs to know more.
const seconds = () => Math.min(60, Math.max(1, Math.round(Number(kept(LAST)) || USUAL)));

export class Opening {
  constructor(words) {
    this.node = document.createElement('div');
    this.node.className = 'sswp-opening';
    this.node.lang = words.language;
    this.node.setAttribute('role', 'status');
    this.line = document.createElement('p');
    this.line.textContent = words.say('opening', { seconds: seconds() });
    this.node.append(this.line);
    document.body.append(this.node);
    document.documentElement.classList.add(NOW);
    this.late = setTimeout(() => { this.line.textContent = words.say('opening_late'); }, 15_000);
    this.last = setTimeout(() => this.done(), LONGEST);
  }

  // JupyterLab can give its focus to the page again, still behind the line.
  reveal() {
    document.documentElement.classList.remove(NOW);
  }

  done() {
    if (!this.node.isConnected) return;
    [this.late, this.last].forEach(clearTimeout);
    keep(LAST, String(performance.now() / 1000));
    this.reveal();
    this.node.remove();
  }
}

function addStyle(base, name) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(name, base).href;
  document.head.append(link);
  return new Promise((go) => { link.onload = link.onerror = go; });
}

// Gives the opening of a course start, or nothing in a person's own JupyterLab.
export async function beginOpening(base) {
  if (pageOption('sswpCourse') !== '1') return undefined;
  document.documentElement.classList.add('sswp-app');
  const wanted = location.hash.slice(1);
  const push = keepPlaceInAddress();
  const styled = Promise.all(['course.css', 'search.css', 'bookmarks.css', 'glossary.css', 'skip.css', 'paper.css'].map((name) => addStyle(base, name)));
  const words = await readWords(pageOption, base);
  document.title = words.say('course');
  await styled;
  return Object.assign(new Opening(words), { wanted, push });
}
