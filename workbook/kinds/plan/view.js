// One plan: a few fields, each with an example below its label, and a page to print.

kinds.plan = (view) => {
  const { spec } = view;
  const fields = spec.items.map((item) => {
    const id = `${view.id}-${item.key}`;
    const grow = () => { area.style.height = "auto"; area.style.height = `${Math.max(area.scrollHeight, 52)}px`; };
    const area = h("textarea", { id: `${id}-area`, rows: 2, maxlength: spec.longest, dir: "auto", "data-field": item.key,
      "aria-labelledby": id, "aria-describedby": `${id}-example`, on: {
        input: () => { grow(); view.change({ texts: read() }, TYPING_WAIT); },
      } });
    return { item, area, grow, node: h("div", { class: "sswp-part" }, h("label", { id, for: `${id}-area`, class: "sswp-ask", style: "display: block", html: item.html }),
      h("p", { id: `${id}-example`, class: "sswp-example", html: fill(WORDS.example, { text: spec.examples[item.key] }) }), area) };
  });
  const read = () => Object.fromEntries(fields.filter(({ area }) => area.value.trim()).map(({ item, area }) => [item.key, area.value]));
  const print = () => {
    const page = new DOMParser().parseFromString(spec.printed, "text/html");
    for (const { item, area } of fields) page.querySelector(`[data-plan="${item.key}"]`).textContent = area.value;
    printSheet(spec.title, `<!doctype html>${page.documentElement.outerHTML}`);
  };
  return {
    node: h("div", {}, ...fields.map((field) => field.node), h("div", { class: "sswp-actions" }, button(WORDS.print_plan, print, { "data-act": "print", "data-field": "print" }))),
    set: (response) => { for (const { item, area, grow } of fields) { area.value = response.texts?.[item.key] ?? ""; requestAnimationFrame(grow); } },
  };
};
