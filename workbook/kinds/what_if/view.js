// Numbers to move, sentences that follow them, and a picture of then and now.

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
  const form = spec.items.map(({ plain }) => plain.match(/\{result(:[^}]*)?\}/)?.[0]).find(Boolean) ?? "{result:.1f}";
  const redraw = () => {
    const now = values();
    const at = { result: compute(spec.formula, now), ...now };
    const before = compute(spec.formula, start);
    for (const { item, node } of lines) node.textContent = sentence(item.plain, at);
    const short = (result) => sentence(form, { result }); // as the sentence below says it
    picture.replaceChildren(bars([[WORDS.at_start, before, short(before)], [WORDS.now, at.result, short(at.result)]], spec.top));
  };
  const set = (name, number, source) => {
    const rule = spec.inputs[name];
    if (!Number.isFinite(number) || number < rule.from || number > rule.to) return;
    for (const field of fields[name]) if (field !== source) field.value = number;
    view.change({ inputs: { ...values(), [name]: number } }, TYPING_WAIT);
    redraw();
    clearTimeout(view.telling);
    view.telling = setTimeout(() => view.announce(lines.map(({ node }) => node.textContent).join(" "), true), TYPING_WAIT);
  };
  const controls = Object.entries(spec.inputs).map(([name, rule]) => {
    const make = (type) => h("input", { type, min: rule.from, max: rule.to, step: rule.step, value: rule.start, "data-choice": name, "data-field": `${name}:${type}`,
      "aria-label": type === "number" ? `${rule.label}, ${rule.unit || WORDS.number}` : rule.label, on: {
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
