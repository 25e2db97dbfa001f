// While the course opens: one line in words over a JupyterLab that is still putting itself together.

import { keepPlaceInAddress, pathIn } from './address.js';
import { Drawings } from './drawn.js';
import { Front, pageAsked } from './front.js';
import { Look } from './look.js';
import { readWords } from './words.js';

const LONGEST = 30_000;
const LONGEST_WHILE_READABLE = 120_000;
const LAST = 'sswp-opened-in';
const USUAL = 5;
const NOW = 'sswp-opening-now'; // nothing that moves behind the line is seen to move
const NEARLY = 'sswp-opening-nearly'; // nor any cell, while JupyterLab has its focus again

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
    this.words = words;
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

  // The page is there before JupyterLab is (front.js), and stays where JupyterLab never comes.
  readable() {
    [this.late, this.last].forEach(clearTimeout);
    this.line.textContent = this.words.say('opening_readable');
    const end = () => {
      if (document.querySelector('.jp-LabShell')) return this.done();
      this.line.textContent = this.words.say('opening_late');
      this.last = setTimeout(end, LONGEST_WHILE_READABLE);
      return undefined;
    };
    this.last = setTimeout(end, LONGEST_WHILE_READABLE);
  }

  // What stands there for the page at a path.
  frontOf(path) {
    return this.front && !this.front.gone && path.endsWith(this.front.path) ? this.front : undefined;
  }

  // JupyterLab can give its focus to the page again, still behind the line.
  reveal() {
    document.documentElement.classList.replace(NOW, NEARLY);
  }

  // What is hidden takes no focus: before the page is put in its place it is there, still behind the line.
  unveil() {
    document.documentElement.classList.remove(NOW, NEARLY);
  }

  // Whether what stands there is for another page than the one at a path.
  waitsForAnother(path) {
    const { front } = this;
    return Boolean(front?.named && front.seen && !front.gone && !this.frontOf(path));
  }

  // `path` is that of the page that is there now; without one nothing is waited for any more.
  done(path) {
    if (!this.node.isConnected || (path && this.waitsForAnother(path))) return;
    [this.late, this.last].forEach(clearTimeout);
    this.front?.leave();
    keep(LAST, String(performance.now() / 1000));
    this.unveil();
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

// Drawings are in the language of the start; another one waits for Python.
const isOwnLanguage = (words) => words.language === (pageOption('sswpLanguage') || 'en');

// Where a server's own part gives drawings out, if this server has one.
function drawingsAt() {
  const own = pageOption('sswpPagesAt');
  return own ? new URL(`${pageOption('baseUrl')}${own}`, location.href) : undefined;
}

// Gives the opening of a course start, or nothing in a person's own JupyterLab.
export async function beginOpening(base) {
  if (pageOption('sswpCourse') !== '1') return undefined;
  document.documentElement.classList.add('sswp-app');
  const wanted = location.hash.slice(1);
  const push = keepPlaceInAddress();
  new Look(); // as large, and in the letters, that the reader has chosen
  const styled = Promise.all(['course.css', 'front.css', 'search.css', 'bookmarks.css', 'glossary.css', 'skip.css', 'paper.css'].map((name) => addStyle(base, name)));
  const words = await readWords(pageOption, base);
  document.title = words.say('course');
  await styled;
  const drawings = new Drawings(base, isOwnLanguage(words) ? pageOption('sswpPages') : '', drawingsAt());
  const opening = Object.assign(new Opening(words), { wanted, push, drawings });
  const asked = drawings.stamp && pageAsked(pathIn(location.pathname));
  if (asked) opening.front = new Front({ opening, drawings, asked, wanted });
  return opening;
}
