// What stands around every exercise: its title, its prompt, its buttons, its sentence.

const drawingPart = {
  draw() {
    const { spec } = this;
    this.kind = kinds[spec.kind](this);
    this.status = h("span", { class: "sswp-said", "aria-live": "off" });
    this.heard = h("span", { class: "sswp-unseen" });
    const steps = this.stepper();
    this.parts = { hint: h("div"), notice: h("div"), earlier: h("div"), debrief: h("div"),
      unsaved: h("div", { class: "sswp-notice", "data-unsaved": "", hidden: true }) };
    this.root = h("section", { class: "sswp sswp-exercise", "aria-labelledby": `${this.id}-title`, "data-exercise": spec.id, "data-kind": spec.kind, "data-state": "untouched", "data-at": this.at },
      ...this.before(), ...[steps, this.kind.node].filter(Boolean), this.parts.hint, this.actions(), this.parts.debrief, this.parts.notice,
      h("p", { class: "sswp-status", role: "status", "aria-atomic": "false" }, this.status, this.heard));
    guardKeys(this.root);
    keepStill(this.root);
    watchPlace(this.root, spec.id);
    this.beginSteps();
    this.el.replaceChildren(this.root);
  },

  before() {
    const { spec } = this;
    return [h("header", {}, h("h3", { id: `${this.id}-title`, text: spec.title }), spec.task === false ? null : h("span", { class: "sswp-quiet", text: fill(spec.full ? WORDS.minutes_full : WORDS.minutes, { n: spec.minutes }) })),
      spec.private ? h("p", { class: "sswp-private", text: WORDS.private }) : null,
      spec.note ? h("div", { class: "sswp-before" }, h("strong", { text: WORDS.before }), h("div", { html: spec.note })) : null,
      this.parts.earlier, h("div", { class: "sswp-prompt", id: `${this.id}-prompt`, html: spec.prompt })].filter(Boolean);
  },

  actions() {
    const { spec } = this;
    const act = (name, text, props = {}) => button(text, () => this[name](), { "data-act": name, "data-field": name, ...props });
    this.undoButton = act("undo", WORDS.undo);
    this.resetButton = act("reset", WORDS.reset);
    this.revealButton = spec.reveal && act("reveal", WORDS[spec.reveal], { class: "sswp-button sswp-main" });
    const hint = spec.hint && act("hint", WORDS.hint);
    this.wanted = h("p", { class: "sswp-quiet", id: `${this.id}-wanted`, "data-wanted": "" });
    this.revealButton?.setAttribute?.("aria-describedby", this.wanted.id);
    const row = h("div", { class: "sswp-actions" }, ...[this.revealButton, hint, this.undoButton, this.resetButton, spec.task !== false && act("skip", WORDS.skip)].filter(Boolean), this.wanted);
    this.refreshActions();
    return row;
  },

  // A button that cannot be used yet says why.
  notYet(node) {
    const why = node === this.revealButton ? this.wants() : WORDS[node === this.undoButton ? "nothing_to_undo" : "nothing_to_reset"];
    this.wanted.textContent = why;
    this.announce(why);
  },

  refreshActions() {
    this.refreshSteps();
    setOff(this.undoButton, this.undoStack.length === 0);
    setOff(this.resetButton, isEmpty(this.response));
    const ready = this.kind.ready?.(this.response) ?? true;
    if (this.revealButton) setOff(this.revealButton, !ready);
    this.wanted.textContent = this.revealButton && !ready ? this.wants() : "";
  },

  // What is to be done before the notes can be shown.
  wants() { return this.kind.wants?.(this.response) ?? WORDS.answer_first; },

  // A place for a note, below an option or an item.
  slot(item, option = "") {
    const node = h("div", { class: "sswp-slot" });
    this.slots.set(`${item}|${option}`, node);
    return node;
  },

  // A box that goes while the focus is in it hands the focus to a button that stays.
  fillPart(name, ...nodes) {
    const held = this.parts[name].contains(document.activeElement);
    this.parts[name].replaceChildren(...nodes);
    if (held) this.undoButton.focus({ preventScroll: true });
  },
};
