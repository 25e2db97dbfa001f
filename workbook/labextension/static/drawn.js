// Before Python is there: exercises drawn from what this start has written about them.

import { drawnBy } from './contents.js';
import { move } from './handover.js';

const quietly = async (work) => { try { return await work(); } catch { return undefined; } };

const withoutPython = (spec) => ({ early: true, get: () => spec, on() {}, off() {}, send() {} });

// A place in a cell, beside its output, where a view may stay for as long as the page is open.
function put(cell, host) {
  const here = document.createElement('div');
  here.classList.add('sswp-here', 'jp-OutputArea');
  const child = document.createElement('div');
  child.className = 'jp-OutputArea-child';
  here.append(child);
  cell.node.insertBefore(here, cell.node.querySelector(':scope > .jp-Cell-outputWrapper'));
  host.classList.add('jp-OutputArea-output');
  move(host, child);
  cell.node.classList.add('sswp-drawn');
}

// The output speaks again: no widget has come that could take the view over.
export function undraw(cell) {
  const host = cell.node.querySelector(':scope > .sswp-here .sswp-host');
  if (!host) return;
  host.sswpView?.leave();
  host.closest('.sswp-here').remove();
  cell.node.classList.remove('sswp-drawn');
}

export const hasWidget = ({ outputs }) =>
  Array.from({ length: outputs.length ?? 0 }, (_, i) => outputs.get(i))
    .some((output) => 'application/vnd.jupyter.widget-view+json' in (output.data ?? {}));

export class Drawings {
  // `stamp` says that drawings are served, beside this extension if not at `place`; without it every page
  // waits for Python.
  constructor(base, stamp, place = new URL('../../sswp-pages/', base)) {
    Object.assign(this, { stamp, known: new Map() });
    this.at = (name) => new URL(`${name}?${stamp}`, place).href;
  }

  async ofModule(number) {
    const known = this.known.get(number) ?? fetch(this.at(`${number}.json`)).then((answer) => answer.json());
    this.known.set(number, known);
    return known;
  }

  async modules(number) {
    return this.stamp && quietly(async () => (await this.ofModule(number)).modules);
  }

  // Says of the source of a cell whether its exercise computes with large packages.
  async needs(number) {
    const later = this.stamp ? (await quietly(() => this.ofModule(number)))?.later ?? [] : [];
    return (source) => later.includes(drawnBy(source).name);
  }

  // A text of the course, as a start serves it: asked for once, and again if it did not come.
  async text(name, none) {
    if (!this.stamp) return none;
    const asked = this.known.get(name) ?? fetch(this.at(`${name}.json`)).then((answer) => answer.json());
    this.known.set(name, asked);
    return asked.catch(() => { this.known.delete(name); return none; });
  }

  // What can be searched for, place by place.
  places() { return this.text('search', []); }

  glossary() { return this.text('glossary', { terms: [] }); }

  style() {
    if (this.styled) return this.styled;
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', href: this.at('style.css') });
    this.styled = new Promise((go) => { link.onload = link.onerror = go; });
    document.head.append(link);
    return this.styled;
  }

  // The spec of what a cell shows, with the name of the script that draws it.
  specOf(source, page) {
    const { call, name } = drawnBy(source);
    const spec = page[call]?.[name];
    return spec && { spec, script: call === 'exercise' ? spec.kind : call };
  }

  script(name) {
    return import(this.at(`${name}.js`));
  }

  // Asks for the script that draws what a cell shows, while others are drawn.
  ask(source, page) {
    const found = this.specOf(source, page);
    if (found) quietly(() => this.script(found.script));
  }

  // Gives what shows all that a page can draw, together, so that none pushes another away; a page that
  // cannot be drawn waits for Python as it is. What `front` has drawn already is taken from there.
  async draw(panel, number, front) {
    const cells = panel.content.widgets.filter((cell) => cell.model.type === 'code' && !hasWidget(cell.model));
    const hosts = this.stamp ? await quietly(() => this.hosts(cells, number, front)) : [];
    return () => hosts?.forEach((host, n) => host && !front?.hasEnded(host) && put(cells[n], host));
  }

  async hosts(cells, number, front) {
    await front?.drawn;
    const page = await this.ofModule(number);
    await this.style();
    return Promise.all(cells.map(({ model }) => front?.hostOf(model) ?? this.host(model.sharedModel.getSource(), page)));
  }

  // What a cell shows, drawn; nothing where that cannot be.
  host(source, page) {
    return quietly(async () => {
      const found = this.specOf(source, page);
      if (!found) return undefined;
      const { default: view } = await this.script(found.script);
      const host = document.createElement('div');
      host.className = 'sswp-host';
      view.render({ model: withoutPython(found.spec), el: host });
      return host;
    });
  }

  // The same exercise with no answer and no draft in it, for paper; gives what ends it.
  async blank(source, page, el) {
    const found = this.specOf(source, page);
    if (!found) return undefined;
    const { default: view } = await this.script(found.script);
    const spec = { ...found.spec, journal: `paper-${Date.now()}` };
    return view.render({ model: withoutPython(spec), el });
  }
}
