// What the course consists of and how far the learner is; Python sends it, the page remembers it.

const folderOf = (path) => path.split('/').slice(0, -1).join('/');
// Copies that sync programs leave have other marks in their names, or a date of 14 digits.
const isModule = (name) => /^\d\d_[\p{Ll}\d_]+\.ipynb$/u.test(name) && !/_\d{14}\./.test(name);
const join = (...parts) => parts.filter(Boolean).join('/');
const readable = (file) =>
  file.replace(/\.ipynb$/, '').replace(/^\d+_/, '').replaceAll('_', ' ')
    .replace(/^./, (letter) => letter.toUpperCase());

// How far a module is on the way that is ahead: the core way first, where it has two (Python says which).
const SAID = { '': ['done', 'done_and_left'], core: ['done_core', 'done_and_left_core'], full: ['done_full', 'done_and_left_full'] };

function wayText({ way, done, total, minutes_left: minutes }, words, whole) {
  const names = SAID[way] ?? SAID[''];
  return words.say(names[whole && done < total && minutes ? 1 : 0], { done, total, minutes });
}

export const doneText = ({ ahead }, words) => (ahead?.total ? wayText(ahead, words, true) : '');

// The same in few words, for a list of many modules: how long one is that nobody has begun, else how far.
export function shortDone({ done, ahead }, words) {
  if (!ahead?.total) return '';
  if (done || !ahead.minutes_left) return wayText(ahead, words, false);
  return words.say('minutes_ahead', { minutes: ahead.minutes_left });
}

export class Outline {
  constructor(app) {
    this.app = app;
    this.modules = [];
    this.bookmarks = [];
    this.watchers = new Set();
    document.addEventListener('sswp-progress', ({ detail }) => this.receive(detail));
  }

  receive(detail) {
    if (!Array.isArray(detail?.modules)) return;
    this.modules = detail.modules.filter((m) => m && typeof m.file === 'string');
    this.next = detail.next ?? undefined;
    this.bookmarks = detail.bookmarks ?? [];
    this.notify();
  }

  notify() {
    this.watchers.forEach((watch) => watch());
  }

  // Until Python has spoken: what this start knows of the modules.
  standIn(modules) {
    if (this.modules.length || !modules?.length) return;
    this.modules = modules;
    this.notify();
  }

  // Without that, the notebooks beside the open one.
  async lookAround(path) {
    if (this.modules.length) return;
    const { content } = await this.app.serviceManager.contents.get(folderOf(path), { content: true });
    const files = content.map((entry) => entry.name).filter(isModule).sort();
    if (this.modules.length) return;
    this.modules = files.map((file) => ({ id: file.slice(0, 2), title: readable(file), file, exists: true }));
    this.notify();
  }

  at(path) {
    return this.modules.findIndex((m) => path.endsWith(`/${m.file}`) || path === m.file);
  }

  // The nearest open module before (-1) or after (+1) the page.
  beside(path, step) {
    const at = this.at(path);
    if (at < 0) return undefined;
    for (let i = at + step; i >= 0 && i < this.modules.length; i += step) {
      if (this.modules[i].exists) return this.modules[i];
    }
    return undefined;
  }

  open(path, module) {
    return this.go(join(folderOf(path), module.file));
  }

  // A path that starts at the course folder, which holds the folder of the open page.
  fromCourse(path, target) {
    return join(folderOf(folderOf(path)), target);
  }

  pathOf(path, file) {
    return join(folderOf(path), file);
  }

  // The names of the exercises that are done, as Python has counted them.
  done() {
    const all = this.modules.flatMap((module) => module.exercises ?? []);
    return new Set(all.filter((exercise) => exercise.done).map((exercise) => exercise.id));
  }

  go(path) {
    return this.app.commands.execute('docmanager:open', { path });
  }
}
