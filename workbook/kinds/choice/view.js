// One question with options, of which one or several are chosen.

kinds.choice = (view) => {
  const { spec } = view;
  const item = spec.items[0];
  const label = h("legend", { class: "sswp-quiet", text: spec.many ? WORDS.choose_many : WORDS.choose_one });
  const values = item.options.map((option) => [option.key, option.html, view.slot("", option.key)]);
  const common = { name: "c", label, describe: `${view.id}-prompt`, values };
  const group = spec.many
    ? checks(view, { ...common, pick: (chosen) => view.change({ chosen }) })
    : radios(view, { ...common, pick: (key) => view.change({ chosen: [key] }) });
  group.node.classList.add("sswp-tall");
  return {
    node: group.node,
    set: (response) => group.set(spec.many ? response.chosen ?? [] : response.chosen?.[0]),
    ready: (response) => (response.chosen ?? []).length > 0,
  };
};
