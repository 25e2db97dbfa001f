// Lines are marked with codes.

kinds.annotate = (view) => {
  const { spec } = view;
  const codes = Object.entries(spec.labels);
  const told = h("p", { class: "sswp-told" });
  const groups = {};
  for (const item of spec.items) {
    const pick = (chosen) => {
      const { [item.key]: gone, ...marks } = view.response.marks ?? {};
      view.change({ marks: chosen.length ? { ...marks, [item.key]: chosen } : marks });
    };
    groups[item.key] = checks(view, { name: item.key, label: itemLabel(item), values: codes, pick });
    groups[item.key].node.dataset.item = item.key;
    groups[item.key].node.append(view.slot(item.key));
  }
  return {
    node: h("div", { class: "sswp-lines" }, ...spec.items.map((item) => groups[item.key].node), told),
    steps: spec.items.map((item) => groups[item.key].node),
    set: (response) => { for (const item of spec.items) groups[item.key].set(response.marks?.[item.key]); },
    ready: (response) => Object.keys(response.marks ?? {}).length > 0,
    found: ({ agreement, reading }) => {
      const text = agreement ? `${fill(WORDS.agreement, agreement)} ${reading.said}` : "";
      told.textContent = text;
      told.classList.toggle("sswp-quiet", Boolean(reading?.weak));
      return text;
    },
  };
};
