// Runs a page without moving the focus, the scroll position or what is on screen.

const ASK_AGAIN = 2000;

// Old output stays until the first new output replaces it, as after `clear_output(wait=True)`.
function keepOutput(outputs) {
  const { add, clear } = outputs;
  const release = () => {
    delete outputs.add;
    delete outputs.clear;
  };
  outputs.clear = () => clear.call(outputs, true);
  outputs.add = (output) => {
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
  const release = keepOutput(cell.model.outputs);
  try {
    const reply = await Promise.race([CodeCell.execute(cell, session), away]);
    return !reply || reply.content.status === 'ok';
  } catch {
    return false; // the cell shows its own error; a kernel that went away is run again
  } finally {
    release();
  }
}

// True when every code cell of the page has run well; `away` rejects when the kernel leaves.
export async function runPage(CodeCell, panel, away) {
  const cells = panel.content.widgets.filter((cell) => cell.model.type === 'code');
  const release = holdHeights(cells);
  try {
    for (const cell of cells) {
      if (panel.isDisposed || !(await runCell(CodeCell, cell, panel.sessionContext, away))) return false;
    }
    return true;
  } finally {
    release();
  }
}

// Calls `again` once the kernel that went away is back. Its own word that it is idle can get lost
// on the way, so the page asks too.
export function afterRestart(panel, gone, again) {
  let lost = false;
  let asking;
  const back = () => {
    if (!lost) return;
    lost = false;
    clearInterval(asking);
    again();
  };
  const ask = async () => {
    const kernel = panel.isDisposed ? undefined : panel.sessionContext.session?.kernel;
    if (panel.isDisposed) clearInterval(asking);
    if (!kernel) return;
    try {
      await kernel.requestKernelInfo();
      back();
    } catch { /* not there yet */ }
  };
  const lose = () => {
    lost = true;
    gone();
    clearInterval(asking);
    asking = setInterval(ask, ASK_AGAIN);
  };
  panel.sessionContext.kernelChanged.connect((_, { oldValue, newValue }) => {
    if (oldValue && newValue) lose();
  });
  panel.sessionContext.statusChanged.connect((_, status) => {
    document.dispatchEvent(new CustomEvent('sswp-kernel', { detail: { status } }));
    if (status === 'autorestarting' || status === 'restarting') lose();
    if (status === 'idle') back();
  });
}

// JupyterLab asks this flag whether its "Kernel Restarting" window is already open.
export function keepDialogAway(panel) {
  if ('_autorestarting' in panel) {
    Object.defineProperty(panel, '_autorestarting', { get: () => true, set: () => {} });
  }
}
