// Runs a page without moving the focus, the scroll position or what is on screen.

import { hasWidget } from './drawn.js';

const inOrder = (_, value) => (value && typeof value === 'object' && !Array.isArray(value)
  ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
  : value);
const asText = ({ output_type, data, metadata }) => JSON.stringify([output_type, data, metadata], inOrder);

// JupyterLab adds a picture to a chart that it has drawn.
const PICTURE = 'image/png';
function asSent(shown, output) {
  const { [PICTURE]: _, ...data } = shown.data ?? {};
  return PICTURE in output.data ? shown : { ...shown, data };
}

// Whether an output shows what another does. Of what has no data, an error or what was printed, none is
// taken for another's.
const isSame = (shown, output) => Boolean(output.data) && !output.transient?.display_id
  && shown !== undefined && asText(asSent(shown.toJSON(), output)) === asText(output);

// The first of the outputs stay, the others go.
function cut(outputs, count) {
  outputs.clearNext = false;
  while (outputs.length > count) outputs.remove(outputs.length - 1);
}

// What is drawn of an output without widgets stays too: JupyterLab takes it away at once, whatever the
// model keeps. A widget goes with its Python.
function keepDrawn({ model, outputArea }) {
  if (hasWidget(model)) return false;
  outputArea._clear = () => {};
  return true;
}

// What Python says in place of a chart for which it lacks a package.
const isStandIn = ({ metadata }) => metadata?.sswp === 'without';

// Old output stays until a new output differs from it, as after `clear_output(wait=True)`: a chart that
// is the same is not drawn again, and one that Python cannot make here is the one that the page has.
function keepOutput(cell) {
  const { outputs } = cell.model;
  const { add, clear } = outputs;
  const drawn = keepDrawn(cell);
  let kept = 0;
  const release = () => {
    delete outputs.add;
    delete outputs.clear;
    delete cell.outputArea._clear;
    if (kept) cut(outputs, kept);
    kept = 0;
  };
  const stay = () => {
    release();
    outputs.clearNext = false;
    return outputs.length;
  };
  outputs.clear = () => clear.call(outputs, true);
  outputs.add = (output) => {
    const before = drawn && outputs.clearNext;
    if (before && outputs.length && isStandIn(output)) return stay();
    if (before && isSame(outputs.get(kept), output)) return (kept += 1);
    release();
    return add.call(outputs, output);
  };
  return () => {
    release();
    if (outputs.clearNext) outputs.clear();
  };
}

// Cells keep their height while their content is drawn again, so nothing on the page jumps.
function holdHeights(cells) {
  const nodes = cells.map((cell) => cell.node);
  const heights = nodes.map((node) => node.offsetHeight);
  nodes.forEach((node, i) => { node.style.minHeight = `${heights[i]}px`; });
  return () => setTimeout(() => nodes.forEach((node) => { node.style.minHeight = ''; }), 1500);
}

// `away` ends the wait for a kernel that went away in the middle: it may never answer.
async function runCell(CodeCell, cell, session, away) {
  const release = keepOutput(cell);
  try {
    const reply = await Promise.race([CodeCell.execute(cell, session), away]);
    return !reply || reply.content.status === 'ok';
  } catch {
    return false; // the cell shows its own error; a kernel that went away is run again
  } finally {
    release();
  }
}

const NEEDS = /^wb\.(?:chart|transcript|evaluate)\(/m;

// Runs code of the course's own, which no cell shows.
export const quietly = (panel, code) =>
  panel.sessionContext.session.kernel.requestExecute({ code, silent: true, store_history: false }).done;

// Where Python in the browser loads large packages late (`code` does): which cells need them, and what is
// called before each cell, so that they are there before the first of those.
export function loading(code, panel, away, needs = () => false) {
  let done = !code;
  const isLate = (source) => NEEDS.test(source) || needs(source);
  const before = async (source) => {
    if (done || !isLate(source)) return;
    done = true;
    await Promise.race([quietly(panel, code), away]).catch(() => {});
  };
  return { before, isLate };
}

const BEGUN = '[data-exercise]:not([data-state="untouched"])';
const sourceOf = (cell) => cell.model.sharedModel.getSource();

// The cell whose turn it is: an answer that waits to be kept comes before what nobody has touched, and what
// computes with large packages comes last.
function nextOf(cells, isLate) {
  const turn = (cell) => 2 * isLate(sourceOf(cell)) + !cell.node.querySelector(BEGUN);
  return cells.reduce((best, cell) => (turn(cell) < turn(best) ? cell : best));
}

// True when every code cell of the page has run well; `away` rejects when the kernel leaves. The first cell
// brings the course. `before` is called with the source of each cell.
export async function runPage(CodeCell, panel, away, { before, isLate } = loading('', panel, away)) {
  const cells = panel.content.widgets.filter((cell) => cell.model.type === 'code');
  const release = holdHeights(cells);
  try {
    for (let cell = cells[0]; cell; cell = cells.length && nextOf(cells, isLate)) {
      cells.splice(cells.indexOf(cell), 1);
      await before(sourceOf(cell));
      if (panel.isDisposed || !(await runCell(CodeCell, cell, panel.sessionContext, away))) return false;
    }
    return true;
  } finally {
    release();
  }
}

// JupyterLab asks this flag whether its "Kernel Restarting" window is already open. That no kernel
// could be had it says in a window too, with what Python printed: here `failed` is called instead.
export function keepDialogAway(panel, failed) {
  if ('_autorestarting' in panel) {
    Object.defineProperty(panel, '_autorestarting', { get: () => true, set: () => {} });
  }
  const { sessionContext = {} } = panel;
  if ('_displayKernelError' in sessionContext) sessionContext._displayKernelError = async () => failed();
}
