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

// A visit never writes a notebook. Only a person's own edit of a cell makes it worth saving.
export function guardFile(panel, tell) {
  const { context } = panel;
  const now = () => JSON.stringify(sourcesOf(panel.content.model));
  let saved = now();
  const edited = () => now() !== saved;
  const clean = () => {
    if (!panel.isDisposed && context.model.dirty && !edited()) context.model.dirty = false;
  };
  const { save, createCheckpoint } = context;
  context.save = async () => (edited() ? save.call(context) : tell());
  context.createCheckpoint = async () => (edited() ? createCheckpoint.call(context) : undefined);
  context.model.stateChanged.connect((_, { name, newValue }) => {
    if (name === 'dirty' && newValue) queueMicrotask(clean);
  });
  context.saveState.connect((_, state) => {
    if (state === 'completed') saved = now();
  });
  clean();
}
