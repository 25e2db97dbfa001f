// Long exercises one item at a time: a row of numbers above shows them all, and each leads to its own.
// A kind says in `steps` what its items are; paper always shows all of them (steps.css).

const MANY = 6; // fewer items are never taken one by one
const ONE_BY_ONE = "sswp-one-by-one";

const prefersOne = () => { try { return localStorage.getItem(ONE_BY_ONE) === "1"; } catch { return false; } };
const prefer = (one) => {
  try { one ? localStorage.setItem(ONE_BY_ONE, "1") : localStorage.removeItem(ONE_BY_ONE); } catch { /* until the page closes */ }
};

const isAnswered = (node) => Boolean(node.querySelector(":checked")
  || [...node.querySelectorAll("textarea")].some((area) => area.value.trim()));

const QUESTIONS = ["fieldset > legend", ".sswp-part > div.sswp-ask"].join();
const wordsIn = (legend) => legend.firstElementChild ?? legend.appendChild(h("span", {}, ...legend.childNodes));

const steppingPart = {
  // A long exercise is a chapter of its own: each of its questions is a heading that can be jumped to.
  headItems() {
    const questions = [...this.kind.node.querySelectorAll(QUESTIONS)];
    if (questions.length < MANY) return;
    for (const question of questions) {
      const node = question.matches("legend") ? wordsIn(question) : question;
      node.setAttribute("role", "heading");
      node.setAttribute("aria-level", this.kind.node.contains(node.closest("section")) ? "5" : "4");
    }
  },

  stepper() {
    const nodes = this.kind.steps ?? [];
    this.headItems();
    Object.assign(this, { steps: nodes.length < MANY ? [] : nodes, step: null }); // null: all at once
    if (!this.steps.length) return null;
    for (const node of nodes) { node.tabIndex = -1; node.dataset.step = ""; }
    const act = (name, text, work) => button(text, work, { "data-act": name, "data-field": name });
    this.wayButton = act("one-by-one", "", () => this.takeAll(this.step !== null));
    this.numbers = h("ol", { class: "sswp-numbers", hidden: true, "aria-label": WORDS.step_numbers }, ...nodes.map((_, n) =>
      h("li", {}, button(String(n + 1), () => this.goToStep(n), { "data-act": "step", "data-field": `step:${n}` }))));
    this.stepCount = h("span", { class: "sswp-quiet" });
    this.backButton = act("step-back", WORDS.step_back, () => this.turn(-1));
    this.nextButton = act("step-next", WORDS.step_next, () => this.turn(1));
    this.turning = h("div", { class: "sswp-actions sswp-turning", hidden: true }, this.backButton, this.stepCount, this.nextButton);
    return h("div", { class: "sswp-way" }, this.wayButton, this.numbers);
  },

  // How this browser's reader took the last long exercise.
  beginSteps() {
    if (!this.steps.length) return;
    if (prefersOne()) this.showStep(this.firstStep());
    else this.showStep(null);
  },

  // Where the reader was typing, else the first item that is open.
  firstStep() {
    const typed = place.id === this.spec.id && this.root.querySelector(`[data-field="${CSS.escape(place.field)}"]`);
    const at = this.steps.findIndex((node) => typed && node.contains(typed));
    const open = this.steps.findIndex((node) => !isAnswered(node));
    return at >= 0 ? at : Math.max(0, open);
  },

  // The answers are back; a reader who has not turned yet goes on where they end.
  resumeSteps() {
    if (this.step !== null && !this.turned) this.showStep(this.firstStep());
  },

  takeAll(all) {
    prefer(!all);
    if (!all) return this.goToStep(this.firstStep());
    this.showStep(null);
    this.wayButton.focus({ preventScroll: true });
    this.announce(fill(WORDS.step_all_shown, { all: this.steps.length }));
  },

  turn(by) {
    const to = this.step + by;
    if (to >= 0 && to < this.steps.length) return this.goToStep(to);
    this.announce(fill(WORDS[by < 0 ? "step_first" : "step_last"], { all: this.steps.length }));
  },

  goToStep(n) {
    this.turned = true;
    this.showStep(n);
    this.steps[n].focus({ preventScroll: true });
    const { top } = this.steps[n].getBoundingClientRect();
    if (top < 0 || top > window.innerHeight - 80) this.steps[n].scrollIntoView({ block: "center" });
    this.announce(this.stepCount.textContent);
  },

  // The step in which something stands that is to be seen.
  openStepOf(node) {
    const n = this.step === null ? -1 : this.steps.findIndex((step) => step.contains(node));
    if (n >= 0 && n !== this.step) this.showStep(n);
  },

  showStep(n) {
    this.step = n;
    const one = n !== null;
    for (const [at, node] of this.steps.entries()) node.toggleAttribute("data-away", one && at !== n);
    for (const part of new Set(this.steps.map((node) => node.closest("section")))) {
      if (part && part !== this.root) part.toggleAttribute("data-away", one && !part.contains(this.steps[n]));
    }
    this.turning.hidden = this.numbers.hidden = !one;
    if (one) this.steps[n].after(this.turning);
    this.wayButton.textContent = fill(WORDS[one ? "step_all" : "step_one"], { all: this.steps.length });
    if (one) this.stepCount.textContent = fill(WORDS.step_of, { n: n + 1, all: this.steps.length });
    if (one) { setOff(this.backButton, n === 0); setOff(this.nextButton, n === this.steps.length - 1); }
    this.refreshSteps();
  },

  // The numbers say which items have an answer.
  refreshSteps() {
    if (!this.steps.length) return;
    for (const [n, item] of [...this.numbers.children].entries()) {
      const done = isAnswered(this.steps[n]);
      const number = item.firstChild;
      number.textContent = done ? `${n + 1} ✓` : String(n + 1);
      number.setAttribute("aria-label", fill(WORDS[done ? "step_answered" : "step_open"], { n: n + 1 }));
      number.toggleAttribute("data-answered", done);
      if (n === this.step) number.setAttribute("aria-current", "step");
      else number.removeAttribute("aria-current");
    }
  },
};
