// Python in the browser that does not come: a download that hangs, a worker that has ended. JupyterLite
// tells nobody, so the page says it after a long time in which nothing happened.

const LONG = 90_000;

export class Waiting {
  // Calls `late` when nothing has happened for long, and `over` when something does after that.
  constructor({ late, over }) {
    Object.assign(this, { late, over, told: false });
  }

  begin() {
    this.on = true;
    this.step();
  }

  // Something has happened.
  step() {
    if (!this.on) return;
    this.hush();
    this.timer = setTimeout(() => { this.told = true; this.late(); }, LONG);
  }

  end() {
    this.on = false;
    this.hush();
  }

  hush() {
    clearTimeout(this.timer);
    if (this.told) this.over();
    this.told = false;
  }
}
