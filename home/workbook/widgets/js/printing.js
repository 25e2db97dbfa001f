// Print a sheet of its own: a whole document in a hidden frame, so that it needs no network.

function printSheet(title, sheet) {
  document.querySelector("iframe[data-sswp-sheet]")?.remove();
  const frame = h("iframe", { "data-sswp-sheet": "", title, srcdoc: sheet, "aria-hidden": "true", tabindex: "-1",
    style: "position: fixed; right: 100%; width: 1px; height: 1px; border: 0", on: { load: () => frame.contentWindow.print() } });
  document.body.append(frame);
}

const printButton = (words, title, sheet, act) => button(words, () => printSheet(title, sheet), { "data-act": act, "data-field": act });
