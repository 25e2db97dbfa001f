// Lines are marked with codes; where the exercise asks for it, a text is written below them.

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
  const id = `${view.id}-write`;
  const grow = () => { area.style.height = "auto"; area.style.height = `${Math.max(area.scrollHeight, 72)}px`; };
  const area = h("textarea", { id: `${id}-area`, rows: 3, "data-field": "write", "aria-labelledby": id, on: { input: () => {
    grow();
    view.change({ text: area.value }, TYPING_WAIT);
  } } });
  const writing = spec.write ? [h("div", { class: "sswp-part" }, h("div", { id, class: "sswp-ask", html: spec.write }), area)] : [];
  return {
    node: h("div", { class: "sswp-lines" }, ...spec.items.map((item) => groups[item.key].node), ...writing, told),
    steps: spec.items.map((item) => groups[item.key].node),
    set: (response) => {
      for (const item of spec.items) groups[item.key].set(response.marks?.[item.key]);
      if (spec.write) { area.value = response.text ?? ""; requestAnimationFrame(grow); }
    },
    ready: (response) => Object.keys(response.marks ?? {}).length > 0,
    found: ({ agreement, reading }) => {
      const text = agreement ? `${fill(WORDS.agreement, agreement)} ${reading.said}` : "";
      told.textContent = text;
      told.classList.toggle("sswp-quiet", Boolean(reading?.weak));
      return text;
    },
  };
};
