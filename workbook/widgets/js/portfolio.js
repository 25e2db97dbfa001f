// Everything in one file to keep, and a statement of the time spent; the name stays in that file.

function takeHome(send) {
  let asked = false; // whether the answer that comes next is to this part of the panel
  const said = h("p", { class: "sswp-status", "aria-live": "polite", "data-take": "" });
  const ask = (message) => { asked = true; said.textContent = ""; send(message); };
  const without = h("input", { type: "checkbox", "data-field": "without-private" });
  const name = h("input", { type: "text", autocomplete: "off", spellcheck: "false", maxlength: "200", dir: "auto", "data-field": "statement-name",
    on: { keydown: (event) => event.key === "Enter" && state() } });
  const state = () => ask({ do: "statement", name: name.value });
  const node = h("div", { class: "sswp-take" },
    h("h4", { text: WORDS.take_title }), h("p", { text: WORDS.take_about }),
    h("label", { class: "sswp-hand-in-item" }, without, h("span", { text: WORDS.take_without })),
    h("div", { class: "sswp-actions" }, button(WORDS.take, () => ask({ do: "portfolio", without_private: without.checked }), { class: "sswp-button sswp-main", "data-act": "portfolio" })),
    h("details", { "data-panel-part": "statement" }, h("summary", { text: WORDS.state_summary }), h("p", { text: WORDS.state_about }),
      h("label", { class: "sswp-hand-in-code" }, h("span", { text: WORDS.state_name }), name),
      h("div", { class: "sswp-actions" }, button(WORDS.state, state, { "data-act": "statement" }))),
    said);
  return {
    node,
    // Say what is the matter here, when this part has asked; tell whether it has.
    failed(text) {
      if (asked) said.textContent = text;
      const own = asked;
      asked = false;
      return own;
    },
    answers: {
      taken_home({ name: file, text }) {
        asked = false;
        download(file, text);
        said.textContent = fill(WORDS.taken_home, { name: file });
        name.value = "";
      },
    },
  };
}
