// What the extension touches of JupyterLab, as small as it can be and with everything on record.

export class Signal {
  constructor(sender) { Object.assign(this, { sender, slots: [] }); }
  connect(slot) { this.slots.push(slot); }
  emit(value) { this.slots.forEach((slot) => slot(this.sender, value)); }
}

export class Widget {
  constructor({ node = document.createElement('div') } = {}) {
    Object.assign(this, { node, title: {}, fits: 0, isDisposed: false, isVisible: true });
    this.disposed = new Signal(this);
  }
  addClass(name) { this.node.classList.add(name); }
  removeClass(name) { this.node.classList.remove(name); }
  hasClass(name) { return this.node.classList.contains(name); }
  toggleClass(name, on) { return this.node.classList.toggle(name, on); }
  setHidden(hidden) { this.node.hidden = hidden; }
  addWidget(widget) {
    widget.parent = { fit: () => { this.fits += 1; } };
    this.node.append(widget.node);
  }
  dispose() {
    this.isDisposed = true;
    this.disposed.emit();
    this.node.remove();
  }
}

// What a view of an output has beside its words, and what a saved one has.
export const WIDGET = { data: { 'application/vnd.jupyter.widget-view+json': {}, 'text/plain': 'x' } };

// An output area's model: `clear(true)` waits for the next output, as JupyterLab's does.
export class Outputs {
  constructor(list = []) { Object.assign(this, { list, clearNext: false }); }
  get length() { return this.list.length; }
  get(i) { return this.list[i]; }
  clear(wait = false) {
    this.clearNext = wait;
    if (!wait) this.list = [];
  }
  add(output) {
    if (this.clearNext) this.clear();
    this.list = [...this.list, output];
  }
  remove(i) { this.list = this.list.filter((_, at) => at !== i); }
}

function cellOf([type, source, height = 40, id = ''], at) {
  const node = document.createElement('div');
  node.className = `jp-Cell jp-${type === 'code' ? 'Code' : 'Markdown'}Cell`;
  node.style.height = `${height}px`;
  node.tabIndex = 0;
  node.innerHTML = '<div class="jp-OutputArea"><input></div><p class="inside jp-MarkdownOutput" tabindex="0">x</p>';
  if (/^#/.test(source)) node.insertAdjacentHTML('beforeend', `<h2>${source.replace(/^#+ /, '')}</h2>`);
  const shared = { source, getSource: () => shared.source };
  const model = { type, id: id || `cell-${at}`, sharedModel: shared, outputs: new Outputs() };
  const outputArea = Object.assign(Object.create({ _clear() { this.cleared += 1; } }), { cleared: 0 });
  return { type, node, model, sharedModel: shared, outputArea, syncCollapse: true, inputHidden: true };
}

class Context {
  constructor(path) {
    Object.assign(this, { path, ready: Promise.resolve(), log: [] });
    this.saveState = new Signal(this);
    this.model = { isDirty: false, stateChanged: new Signal() };
    Object.defineProperty(this.model, 'dirty', {
      get() { return this.isDirty; },
      set(value) {
        const was = this.isDirty;
        this.isDirty = value;
        if (was !== value) this.stateChanged.emit({ name: 'dirty', oldValue: was, newValue: value });
      },
    });
  }
  async save() {
    this.log.push('save');
    this.saveState.emit('started');
    this.model.dirty = false;
    this.saveState.emit('completed');
  }
  async createCheckpoint() { this.log.push('checkpoint'); }
}

export function kernelOf(name = 'python3') {
  const kernel = { name, info: Promise.resolve({}), asked: 0, answers: true };
  kernel.requestKernelInfo = async () => {
    kernel.asked += 1;
    if (!kernel.answers) throw new Error('no kernel yet');
  };
  return kernel;
}

function sessionOf(name) {
  const session = { ready: Promise.resolve(), session: { kernel: kernelOf(name) }, started: [] };
  session.restartKernel = async () => { session.started.push('restarted'); };
  session.changeKernel = async (wish) => { session.started.push(wish); };
  session.sessionManager = { refreshRunning: async () => { session.started.push('refreshed'); } };
  session.kernelChanged = new Signal(session);
  session.statusChanged = new Signal(session);
  session.connectionStatusChanged = new Signal(session);
  return session;
}

const PLAIN = [['markdown', '# One'], ['code', 'import workbook as wb'], ['code', 'wb.progress()']];

export class Panel extends Widget {
  constructor({ path = 'modules/01_a.ipynb', cells = PLAIN, kernel = 'python3', mark = { module: '01' } } = {}) {
    super();
    this.context = new Context(path);
    this.sessionContext = sessionOf(kernel);
    this.contentHeader = new Widget();
    this.toolbar = new Widget();
    this._autorestarting = false;
    const widgets = cells.map(cellOf);
    const notebook = document.createElement('div');
    notebook.className = 'jp-Notebook';
    notebook.append(...widgets.map((cell) => cell.node));
    const list = { length: widgets.length, get: (i) => ({ ...widgets[i], id: widgets[i].model.id }) };
    const model = { cells: list, getMetadata: (key) => (key === 'sswp' ? mark : undefined) };
    this.content = { model, widgets, node: notebook };
    this.node.append(this.contentHeader.node, this.toolbar.node, notebook);
    document.body.append(this.node);
  }
}

// Says yes to every cell; `answer` may be replaced by what a test needs.
export function codeCell() {
  const CodeCell = { ran: [], answer: () => ({ content: { status: 'ok' } }) };
  CodeCell.execute = async (cell, session) => {
    CodeCell.ran.push(cell.model.sharedModel.getSource());
    return CodeCell.answer(cell, session);
  };
  return CodeCell;
}

export class Tracker {
  constructor() {
    Object.assign(this, { panels: [], currentWidget: null });
    this.widgetAdded = new Signal(this);
    this.currentChanged = new Signal(this);
  }
  forEach(visit) { this.panels.forEach(visit); }
  find(test) { return this.panels.find(test); }
  add(panel) {
    this.panels.push(panel);
    this.widgetAdded.emit(panel);
    this.show(panel);
  }
  show(panel) {
    this.currentWidget = panel;
    this.currentChanged.emit(panel);
  }
}

const barOf = (id) => ({ id, isHidden: false, setHidden(hidden) { this.isHidden = hidden; } });

class Shell {
  constructor() {
    const bars = ['jp-top-panel', 'jp-menu-panel', 'jp-main-content-panel'].map(barOf);
    Object.assign(this, { log: [], leftCollapsed: true, sides: { left: true, right: true }, layout: { widgets: bars } });
    this.layoutModified = new Signal(this);
    this.modeChanged = new Signal(this);
  }
  add(widget, area) {
    this.added = widget;
    this.log.push(`add ${widget.id} ${area}`);
    document.body.prepend(widget.node);
  }
  activateById(id) {
    this.log.push(`activate ${id}`);
    if (id === this.added?.id) this.leftCollapsed = false; // any other widget lies in the middle
  }
  collapseLeft() {
    this.log.push('collapse left');
    this.leftCollapsed = true;
  }
  isSideTabBarVisible(side) { return this.sides[side]; }
  toggleSideTabBarVisibility(side) { this.sides[side] = !this.sides[side]; }
  collapseRight() { this.log.push('collapse right'); }
}

const BINDINGS = [
  { command: 'notebook:split-cell-at-cursor', keys: ['Ctrl Shift -'] },
  { command: 'notebook:run-cell', keys: ['Ctrl Enter'] },
  { command: 'docmanager:save', keys: ['Ctrl S'] },
];

export function appOf(entries = []) {
  const app = { opened: [], listed: [], entries, shell: new Shell(), restored: Promise.resolve() };
  app.commands = {
    keyBindings: BINDINGS,
    execute: async (id, { path }) => { app.opened.push(`${id} ${path}`); },
  };
  app.serviceManager = { contents: { get: async (path) => {
    app.listed.push(path);
    if (app.entries === null) throw new Error('gone');
    return { content: app.entries };
  } } };
  return app;
}

export const keystrokeOf = (event) => [
  event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift',
  event.key.length === 1 ? event.key.toUpperCase() : event.key,
].filter(Boolean).join(' ');

// The modules that JupyterLab shares with its extensions, in more than one version or in one.
export function scopeOf(modules, versions = 'loaded last') {
  const made = (value, marks) => ({ get: async () => () => value, ...marks });
  const other = made('not the one in use');
  const ways = {
    'loaded last': (value) => ({ '1.0.0': other, '4.6.0': made(value, { loaded: 1 }) }),
    eager: (value) => ({ '1.0.0': other, '4.6.0': made(value, { eager: true }), '5.0.0': other }),
    only: (value) => ({ '4.6.0': made(value) }),
  };
  return Object.fromEntries(
    Object.entries(modules).map(([name, value]) => [name, ways[versions](value)]));
}

// JupyterLab's themes: one of two, or the one that the device wears.
export const themesOf = () => ({
  adaptive: true, theme: 'JupyterLab Light', isLight: (name) => /Light/.test(name),
  preferredLightTheme: 'JupyterLab Light', preferredDarkTheme: 'JupyterLab Dark',
  isToggledAdaptiveTheme() { return this.adaptive; },
  async toggleAdaptiveTheme() { this.adaptive = !this.adaptive; },
  async setTheme(name) { this.theme = name; },
});

// Everything that a page of the course is made with.
export const kitOf = (words, { entries } = {}) =>
  ({ app: appOf(entries), words, Widget, CodeCell: codeCell(), tracker: new Tracker() });

const serverOf = (kit) => ({
  makeSettings: () => ({ baseUrl: 'http://server/' }),
  makeRequest: async (url, { method }) => { (kit.requests ??= []).push(`${method} ${url}`); },
});

// What JupyterLab shares; `options` are the settings of its page.
function sharedBy(kit, options) {
  return {
    '@jupyterlab/notebook': { INotebookTracker: kit.INotebookTracker },
    '@jupyterlab/cells': { CodeCell: kit.CodeCell },
    '@jupyterlab/application': { ILayoutRestorer: Symbol('restorer'), IConnectionLost: Symbol('lost') },
    '@jupyterlab/coreutils': { PageConfig: { getOption: (name) => options[name] ?? '' } },
    '@lumino/widgets': { Widget },
    '@jupyterlab/apputils': { IThemeManager: Symbol('themes'), ISessionContextDialogs: Symbol('dialogs') },
    '@jupyterlab/services': { ServerConnection: serverOf(kit) },
  };
}

// Starts the extension as JupyterLab does: by its entry, with the shared scope, then the plugin.
export async function startCourse(given = {}) {
  const { options = { sswpCourse: '1' }, entries, without = [], versions, ran = 'ok' } = given;
  const kit = { ...kitOf(undefined, { entries }), INotebookTracker: Symbol('tracker') };
  kit.CodeCell.answer = () => ({ content: { status: ran } });
  const modules = sharedBy(kit, options);
  without.forEach((name) => delete modules[name]);
  config(options);
  await loadEntry();
  const container = window._JUPYTERLAB['sswp-course'];
  container.init(scopeOf(modules, versions));
  kit.opened = container.opening;
  [kit.plugin, kit.connection] = (await container.get('./extension'))().default;
  kit.themes = themesOf();
  kit.dialogs = { asked: [], async selectKernel(context) { this.asked.push(context); } };
  kit.plugin.activate(kit.app, kit.tracker, null, kit.themes, kit.dialogs);
  return kit;
}

// The settings of the page, as JupyterLab's own page brings them.
function config(options) {
  document.getElementById('jupyter-config-data')?.remove();
  const data = Object.assign(document.createElement('script'), { id: 'jupyter-config-data', type: 'application/json' });
  data.textContent = JSON.stringify(options);
  document.head.append(data);
}

function loadEntry() {
  const script = document.createElement('script');
  script.src = '/lab/static/remoteEntry.js';
  const loaded = new Promise((resolve) => { script.onload = resolve; });
  document.head.append(script);
  return loaded;
}

// The same with one notebook open, once the extension has dealt with it.
export async function openCourse({ panel, ...rest }) {
  const kit = await startCourse(rest);
  kit.panel = new Panel(panel);
  kit.tracker.add(kit.panel);
  await until(() => kit.panel.sswpPage);
  await until(() => kit.panel.sswpPage.turn);
  await settled(kit.panel);
  return kit;
}

export async function until(condition) {
  for (let i = 0; i < 20_000 && !condition(); i += 1) await new Promise((go) => setTimeout(go, 2));
  if (!condition()) throw new Error(`never: ${condition}`);
}

export const settled = (panel) =>
  until(() => ['ready', 'waiting', 'stopped'].includes(panel.node.dataset.sswp));
