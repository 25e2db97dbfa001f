// Keeps the notebook's shortcuts, and its wish to be saved, away from a learner.

import { sourcesOf } from './contract.js';

export const HIDDEN = 'sswp-code-hidden';

// Where a key is meant for the course: an exercise, an output, the bar, the list, a menu of ours.
const OURS = '.jp-OutputArea-output, .jp-OutputArea, .sswp, .sswp-bar, .sswp-panel, .sswp-menu, .sswp-dialog';
const THEIRS = '.jp-Dialog, .lm-Menu';

export const isOurs = (node) => Boolean(node.closest?.(OURS));

// JupyterLab listens on the document. What is stopped below it never becomes one of its shortcuts, and
// the browser does with it what it always does. A window of JupyterLab's own keeps its keys.
export function guardKeys(root, guards) {
  for (const type of ['keydown', 'keypress', 'keyup']) {
    root.addEventListener(type, (event) => {
      if (!event.target.closest?.(THEIRS) && guards(event.target)) event.stopPropagation();
    });
  }
}

// With hidden code a double click selects a word, and a right click opens the browser's menu.
export function guardMouse(panel) {
  for (const name of ['dblclick', 'contextmenu']) {
    panel.node.addEventListener(name, (event) => {
      if (panel.hasClass(HIDDEN) && event.target.closest?.('.jp-Cell')) event.stopPropagation();
    }, true);
  }
}

// Without an edit of a person's own, a notebook that counts as changed is made clean again.
function keepClean(panel, edited) {
  const { model } = panel.context;
  const clean = () => {
    if (!panel.isDisposed && model.dirty && !edited()) model.dirty = false;
  };
  model.stateChanged.connect((_, { name, newValue }) => {
    if (name === 'dirty' && newValue) queueMicrotask(clean);
  });
  clean();
}

// A visit never writes a notebook. Only a person's own edit of a cell makes it worth saving;
// `refuse` is called when there is nothing to save.
export function guardFile(panel, refuse) {
  const { context } = panel;
  const now = () => JSON.stringify(sourcesOf(panel.content.model));
  let saved = now();
  const edited = () => now() !== saved;
  const { save, createCheckpoint } = context;
  context.save = async () => (edited() ? save.call(context) : refuse());
  context.createCheckpoint = async () => (edited() ? createCheckpoint.call(context) : undefined);
  context.saveState.connect((_, state) => {
    if (state === 'completed') saved = now();
  });
  keepClean(panel, edited);
}
