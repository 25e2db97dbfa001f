// The two cards of an instrument: each side's lines, what they show, and the cards that were kept.

kinds.instrument = (view) => {
  const { spec } = view;
  const EMPTY = { about: "", person: {}, practitioner: {}, open: {} };
  const cards = () => view.response.cards ?? [];
  const card = (response = view.response) => ({ ...EMPTY, ...response.cards?.at(-1) });
  const put = (part, wait) => view.change({ cards: [...cards().slice(0, -1), { ...card(), ...part, status: spec.badge }] }, wait);
  const fill_in = []; // each puts what a card holds into its field
  let told = 0;

  const area = (name, label, read, write, props = {}) => {
    const id = `${view.id}-${name}`;
    const node = h("textarea", { id, "data-field": name, ...props, on: { input: () => put(write(node.value), TYPING_WAIT) } });
    fill_in.push((at) => { node.value = read(at) ?? ""; });
    return h("div", { class: "sswp-part" }, h("label", { for: id, class: "sswp-ask", html: label }), node);
  };
  const rated = (side, name, item) => {
    const pick = (key) => put({ [side]: { ...card()[side], [name]: key } });
    const label = itemLabel(item);
    label.prepend(h("span", { class: "sswp-line-sign", html: sign(spec.signs[name]) }));
    const group = radios(view, { name: item.key, label, values: anchors(spec), look: false, pick });
    group.node.dataset.item = item.key;
    fill_in.push((at) => group.set(at[side][name]));
    return group.node;
  };
  const line = (side, item) => {
    const name = item.key.slice(side.length + 1);
    if (name !== spec.open) return rated(side, name, item);
    const write = (text) => { const { [side]: gone, ...open } = card().open; return { open: text ? { ...open, [side]: text } : open }; };
    return area(item.key, item.html, (at) => at.open[side], write, { rows: 2 });
  };
  const steps = [];
  const asked = (side, item) => { steps.push(line(side, item)); return steps.at(-1); };
  const sides = spec.cards.map(({ side, title, how }) => h("section", { class: "sswp-card", "data-side": side, "aria-labelledby": `${view.id}-${side}` },
    h("h4", { id: `${view.id}-${side}`, text: title }), h("div", { class: "sswp-quiet", html: how }),
    ...spec.items.filter(({ key }) => key.startsWith(`${side}.`)).map((item) => asked(side, item))));

  const about = area("about", WORDS.about, (at) => at.about, (text) => ({ about: text }), { rows: 1, class: "sswp-short", "aria-describedby": `${view.id}-how` });
  about.append(h("p", { id: `${view.id}-how`, class: "sswp-quiet", text: WORDS.about_how }));
  const changed = (response) => setOff(another, JSON.stringify({ ...card(response), status: undefined }) === JSON.stringify(EMPTY));
  const set = (response) => {
    for (const field of fill_in) field(card(response));
    changed(response);
  };
  const another = button(WORDS.another, () => {
    if (isOff(another)) return;
    view.change({ cards: [...cards(), EMPTY] });
    set(view.response);
    about.querySelector("textarea").focus();
    view.announce(WORDS.another_done);
  }, { "data-act": "another", "data-field": "another" });

  const rows = (heads, lines) => lines.map(([label, ...cells]) => tableRow(heads, {}, label, ...cells.map((html) => [h("span", { html })])));
  const show = ({ scores, gap, questions, status, key, heads, rows: lines, sides: of }) => [
    ...scores.map((text) => h("p", { class: "sswp-result", text })), gap ? h("p", { text: gap }) : null, h("p", { class: "sswp-quiet", text: status }),
    table("sswp-sides-table", key, heads, ...rows(heads, lines.map((cells, n) => [signed(of[n], cells[0]), ...cells.slice(1, -1), `<span aria-hidden="true">${cells.at(-1)}</span>`]))),
    ...(questions.length ? [h("h5", { text: WORDS.questions }), h("ul", {}, ...questions.map((text) => h("li", { text })))] : [])];
  const course = ({ key, heads, rows: lines, picture }) => [h("h4", { text: WORDS.over_time }),
    h("div", { "aria-hidden": "true", html: picture }), table("", key, heads, ...rows(heads, lines))];
  const results = h("div", { class: "sswp-results" });
  const draw = (now, over) => results.replaceChildren(h("h4", { text: WORDS.results }),
    ...(now ? show(now) : [h("p", { class: "sswp-quiet", text: fill(WORDS.results_wait, spec) })]).filter(Boolean), ...(over ? course(over) : []));
  draw();

  const named = Object.entries(spec.sides);
  const key = named.length ? [h("p", { class: "sswp-quiet", id: `${view.id}-signs`, text: WORDS.signs }),
    h("ul", { class: "sswp-sides-key", "aria-labelledby": `${view.id}-signs` }, ...named.map(([side, text]) => h("li", {}, signed(side, text))))] : [];

  const print = (name) => printButton(WORDS[`print_${name}`], spec.title, spec.sheets[name], `print-${name}`);
  const more = h("details", {}, h("summary", { text: WORDS.more, "data-field": "more" }),
    ...spec.about.flatMap(([title, html]) => [h("h4", { text: title }), h("div", { html })]));
  set({});
  return {
    node: h("div", { class: "sswp-instrument" }, h("p", { class: "sswp-validity", text: spec.badge }), h("p", { class: "sswp-quiet", text: spec.status }), about, ...key, ...sides, results,
      h("div", { class: "sswp-actions" }, another, print("cards"), print("large")), more),
    steps,
    set,
    changed,
    found: ({ mirror }, aloud) => {
      draw(mirror?.now, mirror?.over);
      const scores = mirror?.now?.scores ?? [];
      if (aloud && scores.length > told) view.announce(fill(WORDS.came, { text: scores.join(" ") }), true);
      told = scores.length;
    },
  };
};
