// A plan drawn by lot: what it can reach is said before the draw, and every draw stays listed.

kinds.lots = (view) => {
  const { spec } = view;
  const inputs = () => ({ ...spec.first, ...view.response.inputs });
  const put = (part, wait) => view.change({ inputs: { ...inputs(), ...part } }, wait);
  const fields = Object.entries(spec.bounds).map(([name, [min, max]]) => {
    const node = h("input", { type: "number", min, max, step: 1, required: true, "data-choice": name, "data-field": name, on: {
      input: () => node.checkValidity() && put({ [name]: node.valueAsNumber }, TYPING_WAIT),
      change: () => { node.value = inputs()[name]; },
    } });
    const label = h("label", { class: "sswp-slider sswp-number", "data-item": name },
      h("span", { class: "sswp-ask", text: `${WORDS[name]} (${fill(WORDS.bounds, { min, max })})` }), node);
    return { name, node, label };
  });
  const ways = radios(view, { name: "scheme", label: h("legend", { text: WORDS.scheme }), look: false,
    values: spec.schemes.map((key) => [key, WORDS[`scheme_${key}`]]), pick: (scheme) => put({ scheme }) });
  ways.node.classList.add("sswp-tall");

  const before = h("div", { class: "sswp-results" });
  const list = h("div");
  const said = h("p", { class: "sswp-quiet" });
  let found = spec.lots;
  let waiting = null;
  const ready = () => setOff(draw, Boolean(waiting) || !found.plan.ready);
  const answered = (words) => {
    clearTimeout(waiting);
    waiting = null;
    said.textContent = words;
    if (words) view.announce(words);
    ready();
  };
  const draw = button(WORDS.draw, () => {
    if (isOff(draw)) return;
    waiting = setTimeout(() => answered(WORDS.no_answer), ACK_WAIT);
    ready();
    view.send({ do: "ask", inputs: inputs() });
  }, { class: "sswp-button sswp-main", "data-act": "draw", "data-field": "draw" });

  const one = ({ title, heads, rows, picture, plan }, n) => h("section", { "data-draw": n + 1 },
    table("", title, heads, ...rows.map((cells) => tableRow(heads, {}, ...cells.map((cell, place) => place ? [cell] : cell)))),
    h("div", { "aria-hidden": "true", html: picture }),
    button(fill(WORDS.download_plan, { n: n + 1 }), () => download(n ? `plan-${n + 1}.json` : "plan.json", `${JSON.stringify(plan, null, 2)}\n`),
      { "data-act": "download-plan", "data-field": `download-plan:${n}` }));
  const show = ({ plan, drawn }) => {
    before.replaceChildren(h("h4", { text: WORDS.before }), h("p", { class: "sswp-result", text: plan.ways }),
      ...plan.about.map(([name, text]) => h("p", {}, h("strong", { text: `${name}.` }), ` ${text}`)));
    if (list.childElementCount > drawn.length) list.replaceChildren();
    const there = list.childElementCount; // what is listed stays, and so does the focus in it
    list.append(...drawn.slice(there).map((each, n) => one(each, there + n)));
    draw.textContent = drawn.length ? WORDS.draw_again : WORDS.draw;
    spoils.hidden = !drawn.length;
    found = { plan, drawn };
    ready();
  };
  const spoils = h("p", { text: WORDS.spoils });
  const set = (response) => {
    const now = { ...spec.first, ...response.inputs };
    for (const { name, node } of fields) node.value = now[name];
    ways.set(now.scheme);
    single(now);
  };
  const single = ({ scheme }) => { fields[0].node.disabled = scheme === "one_start"; };
  set({});
  show(found);
  return {
    node: h("div", { class: "sswp-lots" }, ...fields.map(({ label }) => label), ways.node, before, h("div", { class: "sswp-actions" }, draw), said, spoils, list),
    set,
    changed: () => single(inputs()),
    answered: ({ plan, trouble }) => {
      if (!waiting) return; // too late: the page has said that nothing was drawn
      answered(trouble ?? "");
      if (plan) view.change({ inputs: inputs(), plans: [...(view.response.plans ?? []), plan] });
    },
    found: ({ lots = spec.lots }, aloud) => {
      const news = [lots.plan.ways !== found.plan.ways && lots.plan.ways, lots.drawn.length > found.drawn.length && lots.drawn.at(-1).words];
      show(lots);
      if (aloud && news.some(Boolean)) view.announce(news.filter(Boolean).join(" "), true);
    },
  };
};
