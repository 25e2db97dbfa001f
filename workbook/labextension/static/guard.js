// Keeps the notebook's shortcuts, and its wish to be saved, away from a learner.

import { sourcesOf } from './contract.js';

export const HIDDEN = 'sswp-code-hidden';

const isNotebookShortcut = (commands, keystroke) =>
  commands.keyBindings.some((b) => b.command.startsWith('notebook:') && b.keys[0] === keystroke);

// Keys typed in an output, or anywhere on a page with hidden code, are not shortcuts.
export function guardKeys(panel, commands, keystrokeOf) {
  panel.node.addEventListener('keydown', (event) => {
    const inside = event.target.closest?.('.jp-OutputArea-output, .jp-OutputArea');
    const onPage = event.target.closest?.('.jp-Notebook') && panel.hasClass(HIDDEN);
    if (!inside && !onPage) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain || isNotebookShortcut(commands, keystrokeOf(event))) event.stopPropagation();
  });
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
