// Situations with options; whatever is chosen, nothing is said about it.

kinds.situations = (view) => {
  const { spec } = view;
  const groups = {};
  for (const item of spec.items) {
    const pick = (key) => view.change({ picked: { ...(view.response.picked ?? {}), [item.key]: key } });
    const values = item.options.map((option) => [option.key, option.html]);
    const label = h("legend", {}, h("div", { html: item.html }));
    groups[item.key] = radios(view, { name: item.key, label, values, pick });
    groups[item.key].node.dataset.item = item.key;
    groups[item.key].node.classList.add("sswp-tall");
  }
  return {
    node: h("div", {}, ...spec.items.map((item) => groups[item.key].node)),
    set: (response) => { for (const item of spec.items) groups[item.key].set(response.picked?.[item.key]); },
  };
};
