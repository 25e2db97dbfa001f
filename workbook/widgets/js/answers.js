// The learner's own file: where it is, a copy out, a copy in, and erasing.

function drawAnswers(root, spec, send) {
  const safe = safety(send);
  const hand = handIn(send);
  const take = takeHome(send);
  const count = h("p");
  const said = statusLine();
  const sure = h("div");
  const which = h("select", { "data-field": "which", "aria-label": WORDS.which });
  const file = h("input", { type: "file", accept: ".jsonl,.json,.html", class: "sswp-unseen", tabindex: "-1", "aria-hidden": "true", on: { change: () => bringIn(file, send) } });
  const ask = (words, message, opener) => {
    const close = (text) => { sure.replaceChildren(); said.textContent = text; opener.focus(); };
    const no = button(WORDS.no, () => close(WORDS.kept), { "data-act": "no" });
    const yes = button(WORDS.yes, () => { close(""); send(message); }, { "data-act": "yes" });
    sure.replaceChildren(h("div", { class: "sswp-notice", role: "group", "aria-label": words }, h("p", { text: words }), no, yes));
    no.focus();
  };
  const eraseOne = button(WORDS.erase_one, () => which.value && ask(fill(WORDS.sure_one, { title: which.selectedOptions[0].textContent }), { do: "erase", exercise: which.value }, eraseOne), { "data-act": "erase-one" });
  const eraseAll = button(WORDS.erase_all, () => ask(spec.sure_all, { do: "erase_all" }, eraseAll), { "data-act": "erase-all" });
  const [back, copies] = safe.boxes;
  root.append(h("h3", { text: WORDS.title }), safe.where, count, back, copies,
    h("div", { class: "sswp-actions" }, button(WORDS.export, () => send({ do: "export" }), { "data-act": "export" }),
      button(WORDS.import, () => file.click(), { "data-act": "import" }), file),
    h("div", { class: "sswp-actions" }, which, eraseOne, eraseAll), sure, said, take.node, hand.node);
  return {
    state({ entries, exercises, sure_all, safety: state }) {
      spec.sure_all = sure_all;
      safe.state(state);
      hand.look();
      count.textContent = entries ? fill(WORDS.count, { entries, exercises: exercises.length }) : WORDS.none;
      which.replaceChildren(...exercises.map(({ id, title }) => h("option", { value: id, text: title })));
      const gone = [which, eraseOne, eraseAll];
      if (!entries && gone.includes(document.activeElement)) root.querySelector("[data-act=export]").focus();
      for (const node of gone) node.hidden = !entries;
    },
    exported: safe.exported,
    remembered: safe.remembered,
    brought({ said: text }) { said.textContent = text; },
    imported({ added }) { said.textContent = fill(WORDS.imported, { added }); },
    erased({ exercise, journal }) { eraseDrafts(journal, exercise ?? ""); said.textContent = WORDS.erased; },
    failed({ message }) { if (take.failed(message)) return; said.textContent = message; hand.failed(message); },
    ...hand.answers,
    ...take.answers,
  };
}

const render = ({ model, el }) => panel(model, el, { name: "answers", title: WORDS.title, draw: drawAnswers, unanswered: WORDS.unanswered });
