// An address that names no page opens the course at its start.

import { pathIn } from './address.js';

const START = 'modules/00_start_here.ipynb';
const FOLDERS = ['', 'solidarity-workbook/'];

async function isThere(app, path) {
  try {
    await app.serviceManager.contents.get(path, { content: false });
    return true;
  } catch {
    return false;
  }
}

// `shown` is called when there is nothing to wait for: no course here, or another document is open.
export async function openStart(app, tracker, shown) {
  if (tracker.currentWidget) return;
  if (pathIn(location.pathname)) {
    if (!pathIn(location.pathname).endsWith('.ipynb')) shown();
    return;
  }
  for (const folder of FOLDERS) {
    if (await isThere(app, folder + START)) {
      await app.commands.execute('docmanager:open', { path: folder + START });
      return;
    }
  }
  shown();
}
