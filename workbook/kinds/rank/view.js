// Things are put in an order with buttons up and down.

kinds.rank = (view) => {
  const { spec } = view;
  const first = spec.items.map((item) => item.key);
  const list = h("ol", { class: "sswp-rank" });
  const items = new Map(spec.items.map((item) => [item.key, item]));
  const order = () => [...list.children].map((row) => row.dataset.item);
  const move = (key, step) => {
    const keys = order();
    const from = keys.indexOf(key);
    const to = from + step;
    if (to < 0 || to >= keys.length) return;
    keys.splice(to, 0, ...keys.splice(from, 1));
    arrange(keys);
    list.querySelector(`[data-field="${key}:${step < 0 ? "up" : "down"}"]`).focus();
    view.change({ order: keys });
    view.announce(fill(WORDS.moved, { item: items.get(key).plain, place: to + 1, all: keys.length }));
  };
  const mover = (item, name, step) => button(WORDS[`${name}_short`], (event) => isOff(event.currentTarget) || move(item.key, step), {
    "aria-label": fill(WORDS[name], { item: item.plain }), "data-choice": item.key, "data-move": name, "data-field": `${item.key}:${name}`,
  });
  for (const item of spec.items) {
    const moves = h("span", { class: "sswp-moves" }, mover(item, "up", -1), mover(item, "down", 1));
    list.append(h("li", { "data-item": item.key }, h("div", { class: "sswp-row" }, h("span", { html: item.html }), moves), view.slot(item.key)));
  }
  const arrange = (keys) => {
    keys.forEach((key, n) => {
      const row = list.querySelector(`[data-item="${key}"]`);
      list.append(row);
      setOff(row.querySelector("[data-move=up]"), n === 0);
      setOff(row.querySelector("[data-move=down]"), n === keys.length - 1);
    });
  };
  arrange(first);
  const end = (name) => h("p", { class: "sswp-end", text: spec.labels[name] });
  return {
    node: h("div", {}, end("first"), list, end("last")),
    set: (response) => arrange(response.order?.length ? response.order : first),
    revealing: () => ({ order: order() }),
  };
};
