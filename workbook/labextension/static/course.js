// The plugin: finds course notebooks and gives each its page.

import { actsFor } from './acts.js';
import { Address } from './address.js';
import { keepWorker, tellEdition } from './browser.js';
import { Connection, connectionPlugin } from './connection.js';
import { cellOf } from './contents.js';
import { HIDDEN, guardKeys, isOurs } from './guard.js';
import { Look } from './look.js';
import { Outline } from './outline.js';
import { Page } from './page.js';
import { CoursePanel } from './panel.js';
import { watchPaper } from './paper.js';
import { giveTime } from './patience.js';
import { Quiet } from './quiet.js';
import { watchReading } from './reading.js';
import { SkipLinks } from './skip.js';
import { openStart } from './start_page.js';
import { keepStyles } from './styles.js';
import { languagesIn, readWords } from './words.js';

// A course notebook says so in its metadata; all others are left alone.
const isMarked = (panel) => typeof panel.content.model?.getMetadata('sswp')?.module === 'string';

async function isCourseNotebook(panel) {
  await panel.context.ready;
  return !panel.isDisposed && isMarked(panel);
}

// A click on the mark of an event opens its source beside the course, not in its place.
function openSources() {
  document.addEventListener('click', ({ target }) => {
    const link = target.closest?.('.jp-RenderedVegaCommon5') && target.__data__?.datum?.link;
    if (/^https?:/.test(link ?? '')) window.open(link, '_blank', 'noopener');
  }, true);
}

// An exercise by its name, in whatever module it stands.
function goToExercise(outline, address, path, exercise) {
  const module = outline.modules.find(({ id, exists }) => exists && exercise.startsWith(`${id}/`));
  if (module) address.go(outline.pathOf(path, module.file), cellOf(exercise));
}

function openOnRequest({ outline, address }, tracker) {
  document.addEventListener('sswp-open', ({ detail }) => {
    const path = tracker.currentWidget?.context.path;
    if (!path) return;
    if (typeof detail?.path === 'string') address.go(outline.fromCourse(path, detail.path), detail.cell);
    else if (typeof detail?.exercise === 'string') goToExercise(outline, address, path, detail.exercise);
  });
}

// The window is called by the module that is open. The name of a document is left alone: JupyterLab
// takes a new one for a wish to rename its file.
function callByModule({ outline, tracker, quiet }) {
  const call = () => {
    const page = tracker.currentWidget;
    const title = page?.sswpPage ? outline.modules[outline.at(page.context.path)]?.title ?? '' : '';
    quiet.call(title);
  };
  outline.watchers.add(call);
  tracker.currentChanged.connect(call);
  return call;
}

// What each page of the course is made with; the course list comes with it.
function courseMode(app, tracker, restorer, parts) {
  const { words, option, opening } = parts;
  const outline = new Outline(app);
  const quiet = new Quiet(app, words);
  const kit = {
    ...parts, app, tracker, outline, quiet,
    address: new Address(outline, tracker, opening),
    drawings: opening.drawings,
    look: new Look(parts.themes),
    languages: languagesIn(option('sswpWords')),
  };
  kit.actsOf = (page) => actsFor(kit, page);
  kit.named = callByModule(kit);
  openOnRequest(kit, tracker);
  openSources();
  watchPaper();
  tellEdition(words);
  kit.list = new CoursePanel(kit);
  kit.list.settle(app, restorer);
  kit.skip = new SkipLinks(kit);
  watchReading(app, kit);
  app.restored.then(() => openStart(app, tracker, () => opening?.done()));
  return kit;
}

// Without a kit this is a person's own JupyterLab: only keys typed in an exercise are guarded.
async function meet(panel, kit) {
  try {
    if (!(await isCourseNotebook(panel))) return;
    guardKeys(panel.node, isOurs);
    if (!kit) return;
    panel.sswpPage = new Page(panel, kit);
    kit.named();
  } catch (problem) {
    panel.removeClass(HIDDEN);
    kit?.opening?.done();
    console.info('sswp-course', problem);
  }
}

// Asks the server behind the page, in JupyterLab's own way.
const asking = (ServerConnection) => (path, init) => {
  const settings = ServerConnection.makeSettings();
  return ServerConnection.makeRequest(`${settings.baseUrl}${path}`, init, settings);
};

const PATIENCE = 10_000; // a server that is asleep takes a question and says nothing

const MODULES = [
  '@jupyterlab/notebook', '@jupyterlab/cells', '@jupyterlab/application',
  '@jupyterlab/coreutils', '@lumino/widgets', '@jupyterlab/apputils', '@jupyterlab/services',
];

// JupyterLab asks which kernel a page shall have where its own could not be started. A course page has one,
// and starts it again by itself (absence.js).
function keepKernelQuestionAway(dialogs, tracker, quiet) {
  if (!dialogs) return;
  const { selectKernel } = dialogs;
  const isOther = (context) => tracker.find((panel) => panel.sessionContext === context && !isMarked(panel));
  dialogs.selectKernel = async (context) => (quiet.code || isOther(context) ? selectKernel.call(dialogs, context) : undefined);
}

export async function coursePlugins(pick, base, opening) {
  giveTime();
  keepStyles();
  const [notebook, cells, application, { PageConfig }, { Widget }, apputils, services] =
    await Promise.all(MODULES.map(pick));
  const option = (name) => PageConfig.getOption(name);
  keepWorker(option);
  const words = await readWords(option, base);
  const request = asking(services.ServerConnection);
  const connection = new Connection(() => request('api/status', { signal: AbortSignal.timeout(PATIENCE) }));
  const parts = { CodeCell: cells.CodeCell, Widget, words, option, request, base, opening, connection };
  const inCourse = option('sswpCourse') === '1';
  const activate = (app, tracker, restorer, themes, dialogs) => {
    const kit = inCourse ? courseMode(app, tracker, restorer, { ...parts, themes }) : undefined;
    if (kit) guardKeys(document.body, (node) => !kit.quiet.code || isOurs(node));
    if (kit) keepKernelQuestionAway(dialogs, tracker, kit.quiet);
    tracker.forEach((panel) => meet(panel, kit));
    tracker.widgetAdded.connect((_, panel) => meet(panel, kit));
  };
  const course = {
    id: 'sswp-course:plugin',
    description: words.say('description'),
    autoStart: true,
    requires: [notebook.INotebookTracker],
    optional: [application.ILayoutRestorer, apputils.IThemeManager, apputils.ISessionContextDialogs],
    activate,
  };
  if (!inCourse || option('hubPrefix') || option('sswpKernel')) return [course];
  return [course, connectionPlugin('sswp-course:connection', application.IConnectionLost, connection)];
}
