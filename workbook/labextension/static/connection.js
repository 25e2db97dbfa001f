// A server that cannot be reached: told in the course's own words, and asked until it answers again.

const ASK_AGAIN = 3000;
const REFUSED = [401, 403]; // another start of the workbook: this page has no key to it

export const THERE = 'there';

export class Connection {
  // `ask` puts a question to the server and gives its answer, or throws.
  constructor(ask) {
    Object.assign(this, { ask, watchers: new Set(), state: THERE });
  }

  tell(state) {
    if (state === this.state) return;
    this.state = state;
    this.watchers.forEach((watch) => watch(state));
  }

  async find() {
    try {
      const { status } = await this.ask();
      if (REFUSED.includes(status)) return 'refused';
      return status < 500 ? THERE : 'away';
    } catch {
      return 'away';
    }
  }

  // JupyterLab says that it was not to be reached; it may say so more than once.
  lost() {
    this.looking ??= this.look();
  }

  async look() {
    this.tell(await this.find());
    if (this.state === THERE) this.looking = undefined;
    else setTimeout(() => this.look(), ASK_AGAIN);
  }
}

// JupyterLab asks ever less often after a kernel that it could not hear, and gives it up after some
// minutes. Says whether there is one: with a server that was stopped its kernels ended.
export async function hearAgain({ sessionContext }) {
  await sessionContext.sessionManager.refreshRunning().catch(() => { /* asked again later */ });
  const kernel = sessionContext.session?.kernel;
  if (!kernel || kernel.isDisposed) return false;
  if (kernel.connectionStatus !== 'connected') kernel.reconnect().catch(() => { /* its status tells */ });
  return true;
}

// Takes the place of the window in which JupyterLab says it; on a hub that window starts a server again.
export const connectionPlugin = (id, provides, connection) => ({
  id, autoStart: true, provides, activate: () => () => connection.lost(),
});
