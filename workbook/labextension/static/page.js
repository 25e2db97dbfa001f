// One open course notebook: hidden code, its bar, its runs.

import { Bar } from './bar.js';
import { reasonToWait } from './contract.js';
import { HIDDEN, guardFile, guardMouse } from './guard.js';
import { afterRestart, keepDialogAway, runPage } from './runner.js';

// A folded input opens on screen only; the notebook keeps what it says about folding.
function unfold(cell) {
  const { syncCollapse } = cell;
  cell.syncCollapse = false;
  cell.inputHidden = false;
  cell.syncCollapse = syncCollapse;
}

export class Page {
  constructor(panel, kit) {
    Object.assign(this, { panel, kit, turn: Promise.resolve() });
    this.bar = new Bar({
      ...kit,
      panel,
      showCode: (show) => this.showCode(show),
      run: () => this.queue(() => this.run()),
    });
    this.showCode(false);
    guardMouse(panel);
    guardFile(panel, () => this.say('save_itself'));
    keepDialogAway(panel);
    afterRestart(panel, () => this.kernelLeft(), () => this.queue(() => this.runIfPlain()));
    this.queue(() => this.opened());
  }

  // Runs follow each other; two never overlap.
  queue(work) {
    this.turn = this.turn.then(() => (this.panel.isDisposed ? undefined : work()))
      .catch((problem) => console.info('sswp-course', problem));
    return this.turn;
  }

  showCode(show) {
    this.panel.toggleClass(HIDDEN, !show);
    this.panel.toolbar.setHidden(!show);
    if (show) this.panel.content.widgets.forEach(unfold);
  }

  state(name) {
    this.panel.node.dataset.sswp = name;
  }

  // One sentence in the bar, by its name; without a name the bar falls silent.
  say(name, options) {
    this.bar.say(name ? this.kit.words.say(name) : '', options);
  }

  async opened() {
    const { panel, kit } = this;
    kit.outline.lookAround(panel.context.path).catch(() => {});
    await panel.sessionContext.ready;
    await panel.sessionContext.session?.kernel?.info;
    await this.runIfPlain();
  }

  async runIfPlain() {
    const reason = await reasonToWait(this.panel, this.kit.app.serviceManager.contents);
    if (!reason) return this.run();
    this.state('waiting');
    return this.say(reason, { offerRun: true });
  }

  kernelLeft() {
    this.lost = true;
    this.endRun?.(new Error());
    this.say('starting_again');
  }

  async run() {
    this.lost = false;
    this.state('running');
    const away = new Promise((_, reject) => { this.endRun = reject; });
    away.catch(() => {});
    const well = await runPage(this.kit.CodeCell, this.panel, away);
    if (this.lost) return; // another run is on its way
    this.state(well ? 'ready' : 'stopped');
    this.say(well ? '' : 'part_failed');
  }
}
