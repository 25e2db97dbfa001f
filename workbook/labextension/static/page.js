// One open course notebook: hidden code, its bar, its runs.

import { afterRestart } from './absence.js';
import { addressOf } from './address.js';
import { Bar } from './bar.js';
import { Bookmarks } from './bookmarks.js';
import { settleIn } from './browser.js';
import { THERE, hearAgain } from './connection.js';
import { reasonToWait, runsByItself } from './contract.js';
import { hasWidget, undraw } from './drawn.js';
import { Glossary } from './glossary.js';
import { HIDDEN, guardFile, guardMouse } from './guard.js';
import { frames, written } from './handover.js';
import { LabNames } from './lab_names.js';
import { Menu } from './menu.js';
import { measureOverlays } from './overlay.js';
import { backTo, lastPlace, reserve, stayAt, wasReloaded, watchPlace, watchReadingPlace } from './place.js';
import { keepDialogAway, loading, quietly, runPage } from './runner.js';
import { Waiting } from './waiting.js';

// A folded input opens on screen only; the notebook keeps what it says about folding.
function unfold(cell) {
  const { syncCollapse } = cell;
  cell.syncCollapse = false;
  cell.inputHidden = false;
  cell.syncCollapse = syncCollapse;
}

// What takes the focus of a step to a cell: the name of its exercise, or its heading.
function landing(cell) {
  const node = cell.node.querySelector('.sswp h3, h1, h2, h3') ?? cell.node;
  if (!node.hasAttribute('tabindex')) node.tabIndex = -1;
  return node;
}

const ENDS = ['ready', 'stopped', 'waiting']; // nothing more is to be run

export class Page {
  constructor(panel, kit) {
    Object.assign(this, { panel, kit, turn: Promise.resolve() });
    this.number = panel.content.model.getMetadata('sswp').module;
    this.menu = new Menu({ ...kit, acts: kit.actsOf(this) });
    this.bar = new Bar({ ...kit, panel, menu: this.menu, run: () => this.runOnWish() });
    this.bookmarks = new Bookmarks({ panel, number: this.number, drawings: kit.drawings, words: kit.words });
    this.names = new LabNames(panel);
    this.showCode(kit.quiet.code);
    const watch = (show) => this.showCode(show);
    kit.quiet.watchers.add(watch);
    panel.disposed.connect(() => kit.quiet.watchers.delete(watch));
    guardMouse(panel);
    guardFile(panel, () => this.say('save_itself'));
    this.last = wasReloaded() ? lastPlace(panel.context.path) : undefined; // before this page keeps its own
    watchReadingPlace(panel, () => kit.list?.markSection());
    this.absence = this.watchKernel();
    keepDialogAway(panel, () => this.absence.failed());
    this.watchConnection();
    this.waiting = this.waitForPython();
    this.shown = this.queue(() => this.show().catch((problem) => {
      kit.opening?.done(panel.context.path);
      watchPlace(panel);
      throw problem;
    }));
    this.queue(() => this.opened());
  }

  // Runs follow each other; two never overlap.
  queue(work) {
    this.turn = this.turn.then(() => (this.panel.isDisposed ? undefined : work()))
      .catch((problem) => console.info('sswp-course', problem));
    return this.turn;
  }

  showCode(show) {
    this.panel.toggleClass(HIDDEN, !show);
    this.panel.toolbar.setHidden(!show);
    this.names.show(show);
    measureOverlays(this.panel.content.widgets, show);
    if (show) this.panel.content.widgets.forEach(unfold);
  }

  state(name) {
    this.panel.node.dataset.sswp = name;
    if (ENDS.includes(name)) this.waiting?.end();
  }

  // One sentence in the bar, by its name; without a name the bar falls silent.
  say(name, options) {
    this.bar.say(name ? this.kit.words.say(name) : '', options);
  }

  // All that can be seen without Python, at the place where the reader was or wants to be.
  async show() {
    const { panel, kit } = this;
    kit.outline.standIn(await kit.drawings.modules(this.number));
    kit.outline.lookAround(panel.context.path).catch(() => {});
    this.release = reserve(panel);
    const front = kit.opening?.frontOf(panel.context.path);
    const draw = await runsByItself(panel, kit.app.serviceManager.contents)
      && await kit.drawings.draw(panel, this.number, front);
    await this.activate();
    await written(panel.content.widgets);
    await front?.still?.();
    this.appear(draw, front);
    await this.explain().catch(() => {});
  }

  // In one step, so that nothing is seen to move: the drawings, the place, the focus.
  appear(draw, front) {
    const { panel, kit } = this;
    const hidden = kit.opening?.waitsForAnother(panel.context.path);
    if (!hidden) kit.opening?.unveil();
    const keep = front?.touched && front.keep((place) => stayAt(panel, place), (name) => this.land(name));
    if (draw) draw();
    this.state('shown');
    watchPlace(panel);
    if (hidden) return;
    const wanted = kit.address.take();
    if (keep) keep();
    else if (wanted) this.goTo(wanted, stayAt);
    else if (this.last) stayAt(panel, this.last);
    kit.address.nameOpen();
    kit.list?.openedHere?.();
    kit.opening?.done(panel.context.path);
  }

  // The words of the glossary open where they stand.
  async explain() {
    const { panel, kit } = this;
    const glossary = await kit.drawings.glossary();
    if (!glossary.terms?.length) return;
    const path = kit.outline.pathOf(panel.context.path, glossary.file);
    const openAll = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      kit.outline.go(path);
    };
    this.glossary = new Glossary({ root: panel.content.node, glossary, words: kit.words, address: addressOf(path), openAll });
    this.glossary.mark();
  }

  // What was hidden could not become JupyterLab's current page: that goes by the focus.
  async activate() {
    const { panel, kit } = this;
    const { shell } = kit.app;
    kit.opening?.reveal();
    if (!shell.currentWidget) shell.activateById(panel.id);
    await frames(2);
  }

  // Bring a cell into view and say where one is; an unknown name leaves the page as it is.
  goTo(name, show = backTo) {
    const cell = this.panel.content.widgets.find((one) => one.model.id === name);
    if (cell && show(this.panel, { cell: name, by: 8 })) this.land(name);
  }

  land(name) {
    const cell = this.panel.content.widgets.find((one) => one.model.id === name);
    if (cell) landing(cell).focus({ preventScroll: true });
  }

  async opened() {
    const { panel } = this;
    await panel.sessionContext.ready;
    await panel.sessionContext.session?.kernel?.info;
    await this.runIfPlain();
  }

  async runIfPlain() {
    if (!this.panel.sessionContext.session?.kernel) return this.absence.failed(); // none could be had
    const { option, app: { serviceManager: { contents } } } = this.kit;
    const reason = await reasonToWait(this.panel, contents, option('sswpKernel') || 'python3');
    if (!reason) return this.run();
    this.undrawAll();
    this.state('waiting');
    return this.say(reason, { offer: 'run' });
  }

  // Where no widget has taken a drawing over, the output says why.
  undrawAll() {
    const cells = this.panel.content.widgets.filter((cell) => cell.model.type === 'code');
    cells.filter((cell) => !hasWidget(cell.model)).forEach(undraw);
  }

  // Where Python in the browser has no course yet, it gets one first.
  async begin() {
    const first = this.kit.option('sswpFirst');
    if (first) await quietly(this.panel, first);
    return this.speak();
  }

  // Python speaks the language that the reader has chosen.
  async speak() {
    const { words, option } = this.kit;
    if (words.language === (option('sswpLanguage') || 'en')) return;
    const code = `import os; os.environ["WORKBOOK_LANGUAGE"] = ${JSON.stringify(words.language)}`;
    await quietly(this.panel, code);
  }

  // Before each cell. Large packages come as late as they can: before the first that asks for them.
  async loading(away) {
    const { option, drawings } = this.kit;
    const needs = option('sswpLater') ? await drawings.needs(this.number) : undefined;
    const { before, isLate } = loading(option('sswpLater'), this.panel, away, needs);
    const step = (source) => {
      this.waiting?.step();
      return before(source);
    };
    return { before: step, isLate };
  }

  // Python in the browser starts again by itself, or the page is loaded anew.
  watchKernel() {
    return afterRestart(this.panel, {
      gone: () => this.kernelLeft(),
      again: () => this.queue(() => this.runIfPlain()),
      never: () => this.say('no_python', { offer: 'run' }),
      revives: !this.kit.option('sswpKernel'),
    });
  }

  // Python in the browser may never come, and nobody else tells.
  waitForPython() {
    const { panel, kit, bar } = this;
    if (!kit.option('sswpKernel')) return undefined;
    const waiting = new Waiting({
      late: () => this.say('no_python_yet', { offer: 'reload' }),
      over: () => { if (bar.says('no_python_yet')) this.say(); },
    });
    panel.sessionContext.statusChanged.connect(() => waiting.step());
    panel.disposed.connect(() => waiting.end());
    waiting.begin();
    return waiting;
  }

  // A server that is away, also one of which only the kernel's line was lost.
  watchConnection() {
    const { panel, kit: { connection, option } } = this;
    if (option('sswpKernel')) return; // Python in the browser has no server
    const told = (state) => this.connected(state);
    connection.watchers.add(told);
    panel.disposed.connect(() => connection.watchers.delete(told));
    panel.sessionContext.connectionStatusChanged.connect((_, status) => {
      if (status !== 'disconnected') return;
      connection.lost();
      if (connection.state === THERE) this.hear();
    });
  }

  connected(state) {
    const told = this.bar.says('server_away', 'server_refused');
    if (state !== THERE) {
      if (!told) this.before = this.bar.said();
      return this.say(`server_${state}`);
    }
    if (told) this.bar.say(...this.before); // a page that waits for its button has it again
    return this.hear();
  }

  async hear() {
    if (!(await hearAgain(this.panel))) this.absence.dead();
  }

  kernelLeft() {
    this.lost = true;
    this.endRun?.(new Error());
    this.say('starting_again');
    this.waiting?.begin();
  }

  // The button: where no Python is there, it asks for one, which then runs the page.
  runOnWish() {
    return this.absence.lost ? this.absence.retry() : this.queue(() => this.run());
  }

  async run() {
    this.lost = false;
    this.state('running');
    this.waiting?.begin();
    const away = new Promise((_, reject) => { this.endRun = reject; });
    away.catch(() => {});
    await Promise.race([this.begin(), away]).catch(() => {});
    const well = await runPage(this.kit.CodeCell, this.panel, away, await this.loading(away));
    if (this.lost) return; // another run is on its way
    this.undrawAll();
    this.state(well ? 'ready' : 'stopped');
    this.say(well ? '' : 'part_failed');
    if (well) this.absence.settled();
    if (well) settleIn().catch(() => {});
    setTimeout(() => this.release?.(), 1500);
  }
}
