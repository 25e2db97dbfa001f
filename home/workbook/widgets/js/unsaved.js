// An answer that is not saved yet: told at the answered item and in the course bar, tried again
// by itself until it is saved.

const RETRY_WAITS = [4000, 8000, 15000, 30000];
const HOLDERS = "[data-item], fieldset, .sswp-part, li, details, [role=group], section";

// A short sentence in the bar above the page (labextension/static/notices.js); no text takes it away.
const tellBar = (id, text, buttons = []) => document.dispatchEvent(new CustomEvent("sswp-notice", { detail: { id, text, buttons } }));

const unsavedPart = {
  // Where the learner is answering: what fails is told there.
  watchAnswers() {
    const note = ({ target }) => { if (this.kind.node.contains(target) && !this.parts.unsaved.contains(target)) this.answeredAt = target; };
    for (const type of ["focusin", "input", "change", "click"]) this.root.addEventListener(type, note, true);
    const { signal } = this.leaving;
    const soon = () => { if (this.at === "unsaved") this.again(); };
    for (const type of ["online", "focus"]) window.addEventListener(type, soon, { signal });
  },

  late(seq) {
    if (this.pending?.seq !== seq) return;
    this.unsaved("late", this.stored === false ? WORDS.unsaved_no_draft : WORDS.unsaved);
  },

  again() { if (this.pending) this.sendSave(); },

  // `why`: what has happened and what can be done about it, where Python has said so.
  unsaved(event, text, why = "") {
    this.go(event, { text });
    this.why = why;
    this.showUnsaved();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.again(), RETRY_WAITS[Math.min(this.tries, RETRY_WAITS.length - 1)]);
    this.tries += 1;
  },

  showUnsaved() {
    const copy = this.stored === false ? "gone" : "kept"; // in this browser
    const said = (where) => WORDS[`not_saved_${copy}_${where}`];
    const box = this.parts.unsaved;
    if (!box.childElementCount) {
      box.append(h("p", { "data-said": "" }), h("p", { class: "sswp-quiet", "data-why": "" }), h("div", { class: "sswp-actions" },
        button(WORDS.download, () => this.downloadAnswer(), { "data-act": "download", "data-field": "download" }),
        button(WORDS.try_again, () => this.again(), { "data-act": "retry", "data-field": "retry" })));
    }
    box.querySelector("[data-said]").textContent = said("here");
    box.querySelector("[data-why]").textContent = this.why;
    box.hidden = false;
    this.placeUnsaved(box);
    openSaves.set(this.spec.id, this);
    tellBar("unsaved", openSaves.size > 1 ? fill(said("many"), { n: openSaves.size }) : fill(said("of"), this.spec),
      [{ text: WORDS.download, work: downloadUnsaved }]);
  },

  placeUnsaved(box) {
    const at = this.answeredAt?.isConnected && this.kind.node.contains(this.answeredAt) ? this.answeredAt.closest(HOLDERS) : null;
    const holder = this.kind.node.contains(at) ? at : this.kind.node;
    if (box.parentElement !== holder && !box.contains(document.activeElement)) holder.append(box);
  },

  // It is saved, erased, or the page goes.
  clearUnsaved() {
    this.tries = 0;
    const box = this.parts.unsaved;
    if (!box.hidden) {
      const held = box.contains(document.activeElement);
      box.hidden = true;
      box.replaceChildren();
      if (held) (this.answeredAt?.isConnected ? this.answeredAt : this.undoButton).focus({ preventScroll: true });
    }
    if (openSaves.get(this.spec.id) !== this) return;
    openSaves.delete(this.spec.id);
    tellBar("unsaved", "");
    [...openSaves.values()].at(-1)?.showUnsaved();
  },

  downloadAnswer() { download(`${this.spec.id.replace("/", "-")}.json`, this.asLine()); },

  // A line of the answers file, so that it can be brought in again.
  asLine() {
    const { id, edition } = this.spec;
    return JSON.stringify({ version: 1, id: this.pending?.id ?? newId(), time: new Date(journalTime()).toISOString(), exercise: id, edition, response: this.response });
  },
};

// The exercises of this page whose answers are not saved yet.
const openSaves = (window.__sswpUnsaved ??= new Map());

function downloadUnsaved() {
  const views = [...openSaves.values()];
  if (views.length === 1) views[0].downloadAnswer();
  else download(WORDS.not_saved_file, views.map((view) => `${view.asLine()}\n`).join(""));
}
