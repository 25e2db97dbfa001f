// A few questions, each answered at once; one from before leads back to where it stood.

kinds.again = (view) => {
  const { spec } = view;
  const groups = {};
  const back = {};
  for (const item of spec.items) {
    const pick = (key) => {
      if (back[item.key]) back[item.key].hidden = false;
      view.change({ picked: { ...(view.response.picked ?? {}), [item.key]: key } });
    };
    const values = item.options.map((option) => [option.key, option.html, view.slot(item.key, option.key)]);
    const label = h("legend", {}, h("div", { html: item.html }));
    groups[item.key] = radios(view, { name: item.key, label, values, pick });
    const { node } = groups[item.key];
    node.dataset.item = item.key;
    node.classList.add("sswp-tall");
    const place = spec.places[item.key];
    if (!place) continue;
    const go = () => document.dispatchEvent(new CustomEvent("sswp-open", { detail: { path: place.path, cell: place.cell } }));
    back[item.key] = h("div", { class: "sswp-actions", hidden: true }, button(fill(WORDS.look_again, place), go, { "data-act": "go", "data-field": `go:${item.key}` }));
    node.append(back[item.key]);
  }
  return {
    node: h("div", {}, ...spec.items.map((item) => groups[item.key].node)),
    set: (response) => {
      for (const item of spec.items) {
        const picked = response.picked?.[item.key];
        groups[item.key].set(picked);
        if (back[item.key]) back[item.key].hidden = !picked;
      }
    },
    ready: (response) => Object.keys(response.picked ?? {}).length === spec.items.length,
  };
};
