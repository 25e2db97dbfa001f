// Each item is put into a bucket; exclusive: each bucket is used once.

function placing(view, exclusive = false) {
  const { spec } = view;
  const buckets = Object.entries(spec.labels);
  const placed = () => ({ ...(view.response.placed ?? {}) });
  const pick = (item, bucket) => {
    const next = placed();
    const other = exclusive && Object.keys(next).find((key) => key !== item && next[key] === bucket);
    if (other) delete next[other];
    next[item] = bucket;
    if (other) { groups[other].set(null); view.announce(fill(WORDS.taken, { bucket: spec.labels[bucket] })); }
    view.change({ placed: next });
  };
  const groups = {};
  for (const item of spec.items) {
    groups[item.key] = radios(view, {
      name: item.key, label: itemLabel(item), values: buckets.map(([key, text]) => [key, text]), pick: (bucket) => pick(item.key, bucket),
    });
    groups[item.key].node.dataset.item = item.key;
    groups[item.key].node.append(...buckets.map(([key]) => view.slot(item.key, key)));
  }
  return {
    node: h("div", {}, ...spec.items.map((item) => groups[item.key].node)),
    steps: spec.items.map((item) => groups[item.key].node),
    set: (response) => { for (const item of spec.items) groups[item.key].set(response.placed?.[item.key]); },
    wants: (response) => fill(WORDS.place_first, { n: spec.items.length - Object.keys(response.placed ?? {}).length, all: spec.items.length }),
    ready: (response) => Object.keys(response.placed ?? {}).length === spec.items.length,
  };
}
