// A kernel that went away, and what brings one back.

const ASK_AGAIN = 2000;
// A kernel that has begun and yet does not answer is heard no more: where two die right after each other,
// the server can lose the way back of its replies (two sockets of one session, one name for both).
const DEAF = 5000;
const SILENT = 15_000; // nothing at all has been heard
const TRIES = 3;
const PRESENT = 300_000; // somebody who touched the page so lately is there
const TOUCHED = ['pointerdown', 'keydown', 'focusin'];

// Another process in place of one that is dead, or a restart of one that cannot be heard.
async function startAnother({ sessionContext }) {
  const was = sessionContext.session?.kernel?.name || sessionContext.prevKernelName;
  await sessionContext.sessionManager.refreshRunning(); // lets go a session whose kernel is no more
  const kernel = sessionContext.session?.kernel;
  if (kernel && !kernel.isDisposed && kernel.status !== 'dead') return sessionContext.restartKernel();
  return sessionContext.changeKernel({ name: was });
}

// Its own word that it is idle can get lost on the way, so the page asks for it too, until it answers.
export class Absence {
  // Calls `gone` when the kernel leaves, `again` once one is back, and `never` when none could be had.
  constructor(panel, { gone, again, never, revives = true }) {
    Object.assign(this, { panel, gone, again, never, revives, lost: false, tries: 0, touched: -Infinity });
  }

  begin() {
    Object.assign(this, { lost: true, deaf: false });
    this.gone();
    clearInterval(this.asking);
    this.asking = setInterval(() => this.ask(), ASK_AGAIN);
    this.wait(SILENT);
  }

  end() {
    if (!this.lost) return;
    this.stop();
    this.lost = false;
    this.again();
  }

  stop() {
    clearInterval(this.asking);
    clearTimeout(this.waiting);
  }

  // The page has run well since: what comes now is another matter.
  settled() {
    this.tries = 0;
  }

  wait(time) {
    clearTimeout(this.waiting);
    if (this.revives) this.waiting = setTimeout(() => this.revive(), time * (this.tries + 1));
  }

  // The new one speaks, though perhaps not to us.
  heard() {
    if (!this.lost || this.reviving || this.deaf) return;
    this.deaf = true;
    this.wait(DEAF);
  }

  async ask() {
    const { panel } = this;
    if (panel.isDisposed) return this.stop();
    const kernel = panel.sessionContext.session?.kernel;
    if (!kernel) return undefined;
    return kernel.requestKernelInfo().then(() => this.end(), () => { /* not there yet */ });
  }

  async revive() {
    const { panel } = this;
    if (panel.isDisposed || this.reviving || !this.revives) return;
    if (this.tries === TRIES) return this.giveUp();
    this.tries += 1;
    this.reviving = true;
    try {
      await startAnother(panel);
    } catch { /* the next try comes later */ }
    Object.assign(this, { reviving: false, deaf: false });
    if (this.lost) this.wait(SILENT);
  }

  giveUp() {
    this.stop();
    this.never();
  }

  // The learner asks for it.
  retry() {
    this.tries = 0;
    this.begin();
    return this.revive();
  }

  // No kernel could be had, at the opening or later.
  failed() {
    if (!this.lost) this.retry();
  }

  // The server has given up. Where nobody has been for a while it may have ended what is not used, and
  // means it: then another is started when somebody is there again.
  dead() {
    if (this.ending) return;
    if (this.lost || this.touched > performance.now() - PRESENT) this.replace();
    else this.awaited = true;
  }

  touch() {
    this.touched = performance.now();
    if (this.awaited) this.replace();
  }

  replace() {
    this.awaited = false;
    if (this.panel.isDisposed) return;
    if (!this.lost) this.begin();
    this.revive();
  }
}

const AWAY = ['autorestarting', 'restarting'];
const ALIVE = ['starting', 'busy'];

// Watches the kernel of a page; gives its absence.
export function afterRestart(panel, acts) {
  const absence = new Absence(panel, acts);
  const touch = () => absence.touch();
  TOUCHED.forEach((name) => window.addEventListener(name, touch, true));
  panel.disposed.connect(() => TOUCHED.forEach((name) => window.removeEventListener(name, touch, true)));
  const { kernelChanged, statusChanged } = panel.sessionContext;
  kernelChanged.connect((_, { oldValue, newValue }) => {
    if (oldValue && newValue && oldValue !== newValue) absence.begin();
  });
  statusChanged.connect((_, status) => {
    document.dispatchEvent(new CustomEvent('sswp-kernel', { detail: { status } }));
    if (AWAY.includes(status)) absence.begin();
    if (ALIVE.includes(status)) absence.heard();
    if (status === 'terminating') absence.ending = true; // somebody wants it so
    if (status === 'dead') absence.dead();
    if (status === 'idle') absence.end();
  });
  return absence;
}
