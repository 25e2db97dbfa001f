// Kinds where something is put in order, written or tried out: rank, reflection, what_if.

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

kinds.reflection = (view) => {
  const areas = view.spec.items.map((item, n) => {
    const id = `${view.id}-${item.key}`;
    const grow = (area) => { area.style.height = "auto"; area.style.height = `${Math.max(area.scrollHeight, 96)}px`; };
    const area = h("textarea", { id: `${id}-area`, rows: 4, "data-field": item.key, "aria-labelledby": id, on: {
      input: () => { grow(area); view.change({ texts: read() }, TYPING_WAIT); },
    } });
    return { item, area, grow, node: h("div", { class: "sswp-part" }, h("div", { id, class: "sswp-ask", html: item.html }), area) };
  });
  const read = () => Object.fromEntries(areas.filter(({ area }) => area.value).map(({ item, area }) => [item.key, area.value]));
  return {
    node: h("div", {}, ...areas.map((part) => part.node)),
    set: (response) => { for (const { item, area, grow } of areas) { area.value = response.texts?.[item.key] ?? ""; requestAnimationFrame(() => grow(area)); } },
  };
};

const SIGNS = { "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b };

function compute([head, ...rest], values) {
  if (head === "num") return rest[0];
  if (head === "in") return values[rest[0]];
  const numbers = rest.map((branch) => compute(branch, values));
  return SIGNS[head] ? SIGNS[head](...numbers) : Math[head](...numbers);
}

const sentence = (text, values) => text.replace(/\{(\w+)(?::(,?)\.(\d)f)?\}/g, (all, name, comma, digits) => {
  const number = values[name];
  if (!Number.isFinite(number)) return "…";
  return digits === undefined ? String(number) : number.toLocaleString("en-US", { minimumFractionDigits: +digits, maximumFractionDigits: +digits, useGrouping: comma === "," });
});

function bars(rows, top) {
  const NS = "http://www.w3.org/2000/svg";
  const make = (tag, attributes, text = "") => {
    const node = document.createElementNS(NS, tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.textContent = text;
    return node;
  };
  const picture = make("svg", { viewBox: "0 0 400 96", class: "sswp-bars", "aria-hidden": "true" });
  rows.forEach(([label, value, words], n) => {
    const y = 6 + n * 46;
    const width = Number.isFinite(value) ? Math.max(0, Math.min(1, value / top)) * 390 : 0;
    picture.append(make("text", { x: 5, y: y + 10 }, `${label}: ${words}`), make("rect", { x: 5, y: y + 16, width: 390, height: 18, class: "sswp-back" }), make("rect", { x: 5, y: y + 16, width, height: 18, class: `sswp-bar${n}` }));
  });
  return picture;
}

kinds.what_if = (view) => {
  const { spec } = view;
  const start = Object.fromEntries(Object.entries(spec.inputs).map(([name, rule]) => [name, rule.start]));
  const fields = {};
  const values = () => ({ ...start, ...(view.response.inputs ?? {}) });
  const picture = h("div", { class: "sswp-picture" });
  const lines = spec.items.map((item) => ({ item, node: h("p", { class: "sswp-result" }), note: h("div", { class: "sswp-quiet", html: item.note }) }));
  const redraw = () => {
    const now = values();
    const at = { result: compute(spec.formula, now), ...now };
    const before = compute(spec.formula, start);
    for (const { item, node } of lines) node.textContent = sentence(item.plain, at);
    const short = (number) => (Number.isFinite(number) ? String(Math.round(number * 10) / 10) : "…");
    picture.replaceChildren(bars([[WORDS.at_start, before, short(before)], [WORDS.now, at.result, short(at.result)]], spec.top));
  };
  const set = (name, number, source) => {
    const rule = spec.inputs[name];
    if (!Number.isFinite(number) || number < rule.from || number > rule.to) return;
    for (const field of fields[name]) if (field !== source) field.value = number;
    view.change({ inputs: { ...values(), [name]: number } }, TYPING_WAIT);
    redraw();
    clearTimeout(view.telling);
    view.telling = setTimeout(() => view.announce(lines.map(({ node }) => node.textContent).join(" ")), 700);
  };
  const controls = Object.entries(spec.inputs).map(([name, rule]) => {
    const make = (type) => h("input", { type, min: rule.from, max: rule.to, step: rule.step, value: rule.start, "data-choice": name, "data-field": `${name}:${type}`,
      "aria-label": type === "number" ? `${rule.label}, ${rule.unit || "number"}` : rule.label, on: {
        input: (event) => set(name, event.target.valueAsNumber, event.target),
        change: (event) => { event.target.value = values()[name]; },
      } });
    fields[name] = [make("range"), make("number")];
    return h("div", { class: "sswp-slider", "data-item": name }, h("span", { class: "sswp-ask", text: rule.label }), ...fields[name], h("span", { class: "sswp-quiet", text: rule.unit }));
  });
  redraw();
  return {
    node: h("div", {}, ...controls, picture, ...lines.flatMap(({ node, note }) => [node, note])),
    set: (response) => {
      for (const [name, number] of Object.entries({ ...start, ...(response.inputs ?? {}) })) for (const field of fields[name]) field.value = number;
      redraw();
    },
  };
};
