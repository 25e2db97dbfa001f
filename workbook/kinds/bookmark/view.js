// A place to come back to: a box to tick, and a note that grows with what is written.

kinds.bookmark = (view) => {
  const id = `${view.id}-note`;
  const texts = (note) => ({ texts: note ? { note } : {} });
  const box = checks(view, { name: "mark", label: h("legend", { class: "sswp-unseen", text: view.spec.title }),
    values: Object.entries(view.spec.labels), pick: (marked) => view.change({ marked }) });
  const grow = () => { area.style.height = "auto"; area.style.height = `${Math.max(area.scrollHeight, 96)}px`; };
  const area = h("textarea", { id, rows: 3, "data-field": "note", on: {
    input: () => { grow(); view.change(texts(area.value), TYPING_WAIT); },
  } });
  return {
    node: h("div", {}, box.node, h("label", { for: id, class: "sswp-ask", text: WORDS.note_label }), area),
    set: (response) => { box.set(response.marked); area.value = response.texts?.note ?? ""; requestAnimationFrame(grow); },
  };
};
