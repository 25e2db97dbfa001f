// What is done, module by module.

function drawProgress(root) {
  const heads = [WORDS.module, WORDS.done, WORDS.left];
  const lines = table("", WORDS.title, heads);
  root.append(lines);
  return {
    state({ modules }) {
      lines.tBodies[0].replaceChildren(...modules.map((module) => tableRow(heads, { "data-module": module.id }, module.title,
        [module.exists ? fill(module.core_total < module.total ? WORDS.line_core : WORDS.line, module) : WORDS.coming], [String(module.minutes_left)])));
    },
  };
}

const render = ({ model, el }) => panel(model, el, { name: "progress", title: WORDS.title, draw: drawProgress });
