// Who holds what: moments of a meeting, and the map that they draw.

kinds.power_map = (view) => {
  const { spec } = view;
  const sorted = kinds.sort(view);
  for (const item of spec.items) {
    sorted.node.querySelector(`[data-item="${item.key}"]`).append(view.slot(item.key));
  }
  const body = h("tbody");
  const holders = Object.entries(spec.labels);
  const head = h("tr", {}, ...[WORDS.map_side, ...holders.map(([, text]) => text)].map((text) => h("th", { scope: "col", text })));
  const map = h("table", { class: "sswp-map" }, h("caption", { text: WORDS.map_title }), h("thead", {}, head), body);
  const cell = (count) => h("td", {}, count ? h("span", { class: "sswp-marks", "aria-hidden": "true", text: "■".repeat(count) }) : null, count ? ` ${count}` : "");
  const redraw = (placed = {}) => body.replaceChildren(...Object.entries(spec.dimensions).map(([name, label]) => {
    const count = (holder) => spec.items.filter(({ key }) => spec.of[key] === name && placed[key] === holder).length;
    return h("tr", { "data-dimension": name }, h("th", { scope: "row", text: label }), ...holders.map(([holder]) => cell(count(holder))));
  }));
  redraw();
  return {
    ...sorted,
    node: h("div", {}, sorted.node, map),
    set: (response) => { sorted.set(response); redraw(response.placed); },
    changed: (response) => redraw(response.placed),
  };
};
