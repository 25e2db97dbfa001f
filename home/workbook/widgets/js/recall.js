// The learner's own earlier words, to read only.

function drawRecall(root, spec) {
  const said = h("div");
  root.append(h("h3", { text: fill(WORDS.title, spec) }), said);
  root.dataset.recall = spec.id;
  const go = () => document.dispatchEvent(new CustomEvent("sswp-open", { detail: { path: spec.place } }));
  const there = spec.place ? [button(fill(WORDS.go, spec), go, { "data-act": "go" })] : [];
  const earlier = ({ lines, time }) => [h("p", { class: "sswp-quiet", text: fill(WORDS.date, { date: clock(time) }) }),
    ownWords(lines)];
  const none = () => [h("p", { class: "sswp-quiet", text: WORDS.none }), ...there];
  return { state: ({ lines, time }) => renew(said, { lines, time }, time ? earlier : none) };
}

const render = ({ model, el }) => panel(model, el, { name: "recall", title: fill(WORDS.title, model.get("spec")), draw: drawRecall });
