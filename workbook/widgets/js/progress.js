// What is done, module by module.

function drawProgress(root) {
  const heads = [WORDS.module, WORDS.done, WORDS.left];
  const lines = table("", WORDS.title, heads);
  root.append(lines);
  return {
    state({ modules }) {
      lines.tBodies[0].replaceChildren(...modules.map(({ id, title, exists, ahead }) => tableRow(heads, { "data-module": id }, title,
        [exists ? fill(WORDS[ahead.way ? `line_${ahead.way}` : "line"], ahead) : WORDS.coming], [String(ahead.minutes_left)])));
    },
  };
}

const render = ({ model, el }) => panel(model, el, { name: "progress", title: WORDS.title, draw: drawProgress });
