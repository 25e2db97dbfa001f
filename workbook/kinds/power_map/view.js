// Who holds what: moments of a meeting, and the map that they draw.

kinds.power_map = (view) => {
  const { spec } = view;
  const sorted = placing(view);
  for (const item of spec.items) {
    sorted.node.querySelector(`[data-item="${item.key}"]`).append(view.slot(item.key));
  }
  const holders = Object.keys(spec.labels);
  const heads = [WORDS.map_side, ...Object.values(spec.labels)];
  const map = table("sswp-map", WORDS.map_title, heads);
  const cell = (count) => count ? [h("span", { class: "sswp-marks", "aria-hidden": "true", text: "■".repeat(count) }), ` ${count}`] : [];
  const seats = { practitioner: "left", shared: "middle", person: "right", system: "outside" };
  const picture = h("div", { class: "sswp-map-room", hidden: !holders.some((holder) => seats[holder]) });
  const seated = ["practitioner", "person", "system"].map((holder) => spec.labels[holder] ?? "");
  const lie = (placed) => drawRoom(picture, spec.items.map(({ key }) => [spec.of[key], seats[placed[key]]]), seated);
  const redraw = (placed = {}) => {
    lie(placed);
    map.tBodies[0].replaceChildren(...Object.entries(spec.dimensions).map(([name, label]) => {
      const count = (holder) => spec.items.filter(({ key }) => spec.of[key] === name && placed[key] === holder).length;
      return tableRow(heads, { "data-dimension": name }, signed(name, label), ...holders.map((holder) => cell(count(holder))));
    }));
  };
  redraw();
  return {
    ...sorted,
    node: h("div", {}, sorted.node, picture, map),
    set: (response) => { sorted.set(response); redraw(response.placed); },
    changed: (response) => redraw(response.placed),
    wants: () => WORDS.answer_first,
    ready: (response) => Object.keys(response.placed ?? {}).length > 0, // the notes of the other moments, unanswered
  };
};
