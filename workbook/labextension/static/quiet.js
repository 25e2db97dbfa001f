// JupyterLab steps back: its bars, its side bars, its names; with the code they come back.

const CALM = 'sswp-calm';
const BARS = new Set(['jp-top-panel', 'jp-menu-panel']);

export class Quiet {
  constructor(app, words) {
    Object.assign(this, { app, words, code: false, watchers: new Set(), title: '' });
    const head = document.querySelector('title');
    new MutationObserver(() => this.name()).observe(head, { childList: true });
    app.restored?.then(() => this.settle());
    app.shell.modeChanged?.connect(() => this.settle());
    app.shell.layoutModified?.connect(() => this.setTop(this.code));
    this.settle();
  }

  showCode(show) {
    this.code = show;
    this.settle();
    this.watchers.forEach((watch) => watch(show));
  }

  settle() {
    document.documentElement.classList.toggle(CALM, !this.code);
    this.setTop(this.code);
    this.setSides(this.code);
  }

  // The bars above the page belong to JupyterLab, which lays out by what is hidden.
  setTop(shown) {
    for (const part of this.app.shell.layout?.widgets ?? []) {
      if (BARS.has(part.id) && part.isHidden === shown) part.setHidden(!shown);
    }
  }

  setSides(shown) {
    const { shell } = this.app;
    for (const side of ['left', 'right']) {
      if (shell.isSideTabBarVisible?.(side) !== shown) shell.toggleSideTabBarVisibility?.(side);
    }
    if (!shown) shell.collapseRight?.();
  }

  // The window's name: the module and the course, never a file.
  call(title) {
    this.title = title;
    this.name();
  }

  name() {
    const { title, words } = this;
    const name = title ? words.say('window', { title }) : words.say('course');
    if (document.title !== name) document.title = name;
  }
}
