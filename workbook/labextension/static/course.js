// The plugin: finds course notebooks and gives each its page.

import { HIDDEN, guardKeys } from './guard.js';
import { Outline } from './outline.js';
import { Page } from './page.js';
import { CoursePanel } from './panel.js';
import { readWords } from './words.js';

// A course notebook says so in its metadata; all others are left alone.
async function isCourseNotebook(panel) {
  await panel.context.ready;
  if (panel.isDisposed) return false;
  const mark = panel.content.model?.getMetadata('sswp');
  return typeof mark?.module === 'string';
}

function addStyle(base) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('course.css', base).href;
  document.head.append(link);
}

// A click on the mark of an event opens its source beside the course, not in its place.
function openSources() {
  document.addEventListener('click', ({ target }) => {
    const link = target.closest?.('.jp-RenderedVegaCommon5') && target.__data__?.datum?.link;
    if (/^https?:/.test(link ?? '')) window.open(link, '_blank', 'noopener');
  }, true);
}

function openOnRequest(outline, tracker) {
  document.addEventListener('sswp-open', ({ detail }) => {
    const path = tracker.currentWidget?.context.path;
    if (path && typeof detail?.path === 'string') outline.openFromCourse(path, detail.path);
  });
}

// What each page of the course is made with; the style and the Course panel come with it.
function courseMode(app, tracker, restorer, parts, base) {
  addStyle(base);
  const outline = new Outline(app);
  openOnRequest(outline, tracker);
  openSources();
  const kit = { ...parts, app, tracker, outline };
  new CoursePanel(kit).settle(app, restorer);
  return kit;
}

// Without a kit this is a person's own JupyterLab: only keys typed in an exercise are guarded.
async function meet(panel, app, keystrokeOf, kit) {
  try {
    if (!(await isCourseNotebook(panel))) return;
    guardKeys(panel, app.commands, keystrokeOf);
    if (kit) panel.sswpPage = new Page(panel, kit);
  } catch (problem) {
    panel.removeClass(HIDDEN);
    console.info('sswp-course', problem);
  }
}

const MODULES = [
  '@jupyterlab/notebook', '@jupyterlab/cells', '@jupyterlab/application',
  '@jupyterlab/coreutils', '@lumino/widgets', '@lumino/commands',
];

export async function coursePlugin(pick, base) {
  const [notebook, cells, application, { PageConfig }, { Widget }, { CommandRegistry }] =
    await Promise.all(MODULES.map(pick));
  const option = (name) => PageConfig.getOption(name);
  const words = await readWords(option, base);
  const parts = { CodeCell: cells.CodeCell, Widget, words };
  const keystrokeOf = (event) => CommandRegistry.keystrokeForKeydownEvent(event);
  const activate = (app, tracker, restorer) => {
    const inCourse = option('sswpCourse') === '1';
    const kit = inCourse ? courseMode(app, tracker, restorer, parts, base) : undefined;
    tracker.forEach((panel) => meet(panel, app, keystrokeOf, kit));
    tracker.widgetAdded.connect((_, panel) => meet(panel, app, keystrokeOf, kit));
  };
  return {
    id: 'sswp-course:plugin',
    description: words.say('description'),
    autoStart: true,
    requires: [notebook.INotebookTracker],
    optional: [application.ILayoutRestorer],
    activate,
  };
}
