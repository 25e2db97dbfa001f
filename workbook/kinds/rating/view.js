// Statements are rated on a scale of words.

kinds.rating = (view) => {
  const { spec } = view;
  const groups = {};
  for (const item of spec.items) {
    groups[item.key] = radios(view, {
      name: item.key, label: itemLabel(item), values: anchors(spec), look: false,
      pick: (key) => view.change({ ratings: { ...(view.response.ratings ?? {}), [item.key]: key } }),
    });
    groups[item.key].node.dataset.item = item.key;
  }
  return {
    node: h("div", {}, ...spec.items.map((item) => groups[item.key].node)),
    steps: spec.items.map((item) => groups[item.key].node),
    set: (response) => { for (const item of spec.items) groups[item.key].set(response.ratings?.[item.key]); },
  };
};
