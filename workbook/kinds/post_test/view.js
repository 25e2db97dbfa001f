// Questions that are counted together; a change takes the count and the notes away again.

kinds.post_test = (view) => {
  const { spec } = view;
  const groups = {};
  for (const item of spec.items) {
    const pick = (key) => {
      if (view.response.picked?.[item.key] === key) return;
      view.change({ picked: { ...(view.response.picked ?? {}), [item.key]: key }, shown: false });
    };
    const values = item.options.map((option) => [option.key, option.html, view.slot(item.key, option.key)]);
    const label = h("legend", {}, h("div", { html: item.html }));
    groups[item.key] = radios(view, { name: item.key, label, values, pick });
    groups[item.key].node.dataset.item = item.key;
    groups[item.key].node.classList.add("sswp-tall");
  }
  const count = h("p", { class: "sswp-count", hidden: true });
  return {
    node: h("div", {}, ...spec.items.map((item) => groups[item.key].node), count),
    set: (response) => { for (const item of spec.items) groups[item.key].set(response.picked?.[item.key]); },
    ready: (response) => Object.keys(response.picked ?? {}).length === spec.items.length,
    found: (found) => {
      count.textContent = found.count ?? "";
      count.hidden = !found.count;
      return found.count ?? "";
    },
  };
};
