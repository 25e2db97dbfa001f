// A sheet for practice in threes: roles, rules, cards, rounds, and a timer that only counts up.

function timer(view, minutes) {
  let begun = null;
  let before = 0;
  let next = null;
  const passed = () => before + (begun === null ? 0 : Date.now() - begun);
  const face = h("strong", { role: "timer", "aria-live": "off" });
  const tick = () => {
    const seconds = Math.floor(passed() / 1000);
    face.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    go.textContent = begun === null ? WORDS.start : WORDS.pause;
    clearTimeout(next);
    if (begun !== null && !view.leaving.signal.aborted) next = setTimeout(tick, 250);
  };
  const turn = () => { before = passed(); begun = begun === null ? Date.now() : null; tick(); };
  const stop = () => { before = 0; begun = null; tick(); };
  const go = button(WORDS.start, turn, { "data-act": "timer", "data-field": "timer" });
  face.textContent = "0:00";
  return h("details", { class: "sswp-timer" }, h("summary", { text: WORDS.timer, "data-field": "timer-shown" }),
    h("p", {}, face, ` ${fill(WORDS.timer_of, { n: minutes })}`),
    h("div", { class: "sswp-actions" }, go, button(WORDS.again, stop, { "data-act": "timer-again", "data-field": "timer-again" })));
}

kinds.practice = (view) => {
  const { spec } = view;
  const label = h("legend", { class: "sswp-ask", text: WORDS.rounds_done });
  const rounds = checks(view, { name: "round", label, values: spec.rounds, pick: (done) => view.change({ done }) });
  rounds.node.classList.add("sswp-tall");
  return {
    node: h("div", { class: "sswp-practice" }, h("div", { html: spec.sheet }), timer(view, spec.minutes_each), rounds.node,
      h("div", { class: "sswp-actions" }, printButton(WORDS.print, spec.title, spec.printed, "print"))),
    set: (response) => rounds.set(response.done),
  };
};
