// A field for each question, which grows with what is written.

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
    steps: areas.map((part) => part.node),
    set: (response) => { for (const { item, area, grow } of areas) { area.value = response.texts?.[item.key] ?? ""; requestAnimationFrame(() => grow(area)); } },
  };
};
