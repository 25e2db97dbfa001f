// What is done, module by module.

function drawProgress(root) {
  const body = h("tbody");
  const head = h("tr", {}, ...[WORDS.module, WORDS.done, WORDS.left].map((text) => h("th", { scope: "col", text })));
  root.append(h("table", {}, h("caption", { text: WORDS.title }), h("thead", {}, head), body));
  return {
    state({ modules }) {
      body.replaceChildren(...modules.map((module) => h("tr", { "data-module": module.id },
        h("th", { scope: "row", text: module.title }),
        h("td", { text: module.exists ? fill(WORDS.line, module) : WORDS.coming }),
        h("td", { text: String(module.minutes_left) }))));
    },
  };
}

const render = ({ model, el }) => panel(model, el, { name: "progress", title: WORDS.title, draw: drawProgress });
