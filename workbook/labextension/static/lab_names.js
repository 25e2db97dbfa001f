// What JupyterLab calls its parts, kept from a person who hears the page: cells, files, panels.

const NAMES = ['role', 'aria-label', 'aria-labelledby'];

const DRAWN = '.vega-embed > svg:not([aria-hidden])';

// A chart is heard once: its title names the picture, the sentence below says what it shows, the table has its numbers.
function hearOnce(svg) {
  const [picture, said] = [svg.parentElement, svg.closest('.jp-OutputArea')?.querySelector('[data-chart] > p')?.textContent];
  svg.setAttribute('aria-hidden', 'true');
  if (said) picture.setAttribute('aria-label', (picture.getAttribute('aria-label') ?? '').replace(said, '').trim());
}

// The parts around the course's own content. A panel is called by its tab, which is called by its file.
function partsOf({ node, content }) {
  const cells = content.node.querySelector('.jp-WindowedPanel-viewport');
  return [node, content.node, ...(cells ? [cells] : []), ...content.widgets.map((cell) => cell.node)];
}

// JupyterLab names a cell anew with each output, so what it says later is taken away as well.
export class LabNames {
  constructor(panel) {
    Object.assign(this, { panel, taken: [] });
    this.watch = new MutationObserver((all) => {
      for (const { target, attributeName } of all) this.take(target, attributeName);
    });
    this.charts = new MutationObserver(() => panel.content.node.querySelectorAll(DRAWN).forEach(hearOnce));
    this.charts.observe(panel.content.node, { childList: true, subtree: true });
    panel.disposed.connect(() => { this.watch.disconnect(); this.charts.disconnect(); });
  }

  take(node, name) {
    const value = node.getAttribute(name);
    if (value === null) return;
    this.taken.push([node, name, value]);
    node.removeAttribute(name);
  }

  // With the code, JupyterLab's own names come back.
  show(shown) {
    this.watch.disconnect();
    if (shown) {
      for (const [node, name, value] of this.taken.splice(0)) node.setAttribute(name, value);
      return;
    }
    for (const node of partsOf(this.panel)) {
      for (const name of NAMES) this.take(node, name);
      this.watch.observe(node, { attributeFilter: NAMES });
    }
  }
}
