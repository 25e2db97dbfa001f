// A hand-in for whoever leads a group: choose item by item, look at what leaves, download it.

function handIn(send) {
  const list = h("div");
  const file = h("div");
  const said = h("p", { class: "sswp-status", "aria-live": "polite" });
  const code = h("input", { type: "text", autocomplete: "off", spellcheck: "false", maxlength: "24", "data-field": "code", on: { input: () => forget() } });
  const picked = { items: new Set(), texts: new Set() };
  const forget = () => { file.replaceChildren(); said.textContent = ""; };
  const box = (set, id, text, name) => h("label", { class: "sswp-hand-in-item" },
    h("input", { type: "checkbox", [`data-${name}`]: id, checked: set.has(id), on: { change: ({ target }) => { set[target.checked ? "add" : "delete"](id); forget(); } } }), h("span", { text }));
  const item = ({ id, title, lines, texts }) => h("li", {}, box(picked.items, id, title, "item"),
    texts.length ? box(picked.texts, id, WORDS.hand_words, "texts") : null,
    h("details", {}, h("summary", { text: fill(WORDS.hand_what, { title }) }), ownWords([...lines, ...texts])));
  const show = () => {
    const items = [...picked.items];
    if (!items.length) { said.textContent = WORDS.hand_none_chosen; return; }
    send({ do: "hand_in_show", items, texts: items.filter((id) => picked.texts.has(id)), code: code.value });
  };
  const all = (on, offers) => {
    for (const { id } of offers) picked.items[on ? "add" : "delete"](id);
    for (const node of list.querySelectorAll("[data-item]")) node.checked = on;
    forget();
  };
  const open = h("details", { "data-panel-part": "hand-in", on: { toggle: () => open.open && send({ do: "hand_in" }) } },
    h("summary", { text: WORDS.hand_title }), h("p", { text: WORDS.hand_about }), list, file, said);
  return {
    node: open,
    look() { if (open.open) send({ do: "hand_in" }); },
    failed(text) { if (open.open) said.textContent = text; },
    answers: {
      offered({ offers, code: kept }) {
        const known = offers.map(({ id }) => id);
        for (const set of Object.values(picked)) for (const id of set) if (!known.includes(id)) set.delete(id);
        if (kept) code.value = kept;
        renew(list, offers, () => {
          forget();
          if (!offers.length) return [h("p", { text: WORDS.hand_nothing })];
          return [
            h("fieldset", {}, h("legend", { text: WORDS.hand_choose }), h("ul", { class: "sswp-hand-in" }, ...offers.map(item))),
            h("div", { class: "sswp-actions" }, button(WORDS.hand_all, () => all(true, offers), { "data-act": "hand-in-all" }),
              button(WORDS.hand_no_item, () => all(false, offers), { "data-act": "hand-in-none" })),
            h("label", { class: "sswp-hand-in-code" }, h("span", { text: WORDS.hand_code }), code),
            h("div", { class: "sswp-actions" }, button(WORDS.hand_show, show, { "data-act": "hand-in-show" })),
          ];
        });
      },
      leaves({ name, text, code: used }) {
        code.value = used;
        const take = () => { download(name, text); send({ do: "hand_in_taken" }); };
        const whole = h("pre", { class: "sswp-hand-in-file", tabindex: "0", role: "region", "aria-label": WORDS.hand_exact, text });
        file.replaceChildren(h("p", { text: fill(WORDS.hand_leaves, { n: picked.items.size, size: text.length }) }), whole,
          h("p", { text: fill(WORDS.hand_keep_code, { code: used }) }),
          h("div", { class: "sswp-actions" }, button(WORDS.hand_download, take, { "data-act": "hand-in-download" })));
        whole.focus({ preventScroll: true });
        said.textContent = WORDS.hand_look;
      },
      taken() { file.replaceChildren(); said.textContent = WORDS.hand_taken; },
    },
  };
}
