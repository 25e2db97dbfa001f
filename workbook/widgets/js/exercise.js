// One exercise on the page: draw, keep a draft, save, say what happened, answer with notes.

const ACK_WAIT = 2500;
const TYPING_WAIT = 500;
const RETRY_WAIT = 4000;
const OPEN_WAIT = 3000;
const kinds = {};
const isEmpty = (response) => Object.values(response).every((value) => typeof value === "object" && !Object.keys(value).length);

class ExerciseView {
  constructor(model, el) {
    Object.assign(this, { model, el, spec: model.get("spec"), id: Math.random().toString(36).slice(2) });
    Object.assign(this, { response: {}, sent: {}, undoStack: [], leavers: [], base: null, seq: 0, slots: new Map(), noted: new Set() });
    this.draw();
    this.listen();
    this.hold(true);
    this.opening = setTimeout(() => this.restore({ entry: null, earlier: [] }), OPEN_WAIT);
    this.send({ do: "open" });
  }

  // Until the saved answer is back, nothing can be typed over it.
  hold(on) {
    for (const area of this.root.querySelectorAll("textarea")) area.readOnly = on;
    this.root.setAttribute("aria-busy", on ? "true" : "false");
  }

  // ---- drawing
  draw() {
    const { spec } = this;
    const title = `${this.id}-title`;
    this.kind = kinds[spec.kind](this);
    this.status = h("span", { class: "sswp-said" });
    this.heard = h("span", { class: "sswp-unseen" });
    this.parts = { hint: h("div"), notice: h("div"), earlier: h("div"), debrief: h("div") };
    this.root = h("section", { class: "sswp sswp-exercise", "aria-labelledby": title, "data-exercise": spec.id, "data-kind": spec.kind, "data-state": "untouched" },
      h("header", {}, h("h3", { id: title, text: spec.title }), h("span", { class: "sswp-quiet", text: fill(WORDS.minutes, { n: spec.minutes }) })),
      spec.private ? h("p", { class: "sswp-private", text: WORDS.private }) : null,
      spec.note ? h("div", { class: "sswp-before" }, h("strong", { text: WORDS.before }), h("div", { html: spec.note })) : null,
      this.parts.earlier, h("div", { class: "sswp-prompt", id: `${this.id}-prompt`, html: spec.prompt }),
      this.kind.node, this.parts.hint, this.actions(), this.parts.debrief, this.parts.notice,
      h("p", { class: "sswp-status", role: "status" }, this.status, this.heard));
    guardKeys(this.root);
    keepStill(this.root);
    watchPlace(this.root, spec.id);
    this.el.replaceChildren(this.root);
  }

  actions() {
    const { spec } = this;
    this.undoButton = button(WORDS.undo, () => this.undo(), { "data-act": "undo", "data-field": "undo" });
    this.resetButton = button(WORDS.reset, () => this.reset(), { "data-act": "reset", "data-field": "reset" });
    const row = h("div", { class: "sswp-actions" });
    if (spec.reveal) {
      this.revealButton = button(WORDS[spec.reveal], () => this.reveal(), { class: "sswp-button sswp-main", "data-act": "reveal", "data-field": "reveal" });
      row.append(this.revealButton);
    }
    if (spec.hint) row.append(button(WORDS.hint, () => this.change({ hinted: true }), { "data-act": "hint", "data-field": "hint" }));
    row.append(this.undoButton, this.resetButton, button(WORDS.skip, () => this.skip(), { "data-act": "skip", "data-field": "skip" }));
    this.refreshActions();
    return row;
  }

  refreshActions() {
    setOff(this.undoButton, this.undoStack.length === 0);
    setOff(this.resetButton, isEmpty(this.response));
    if (this.revealButton) setOff(this.revealButton, !(this.kind.ready?.(this.response) ?? true));
  }

  // A place for a note, below an option or an item.
  slot(item, option = "") {
    const node = h("div", { class: "sswp-slot" });
    this.slots.set(`${item}|${option}`, node);
    return node;
  }

  // A choice that is on its way; one that the workbook does not answer can be made again.
  saving() { return this.typing || (this.pending && this.root.dataset.state !== "unsaved"); }
  state(name) { this.root.dataset.state = name; }
  say(text) { if (this.status.textContent !== text) this.status.textContent = text; }

  // Read out by screen readers. With `too`, what was to be read out just now stays.
  announce(text, too = false) {
    const lately = too && Date.now() - this.toldAt < 1500;
    Object.assign(this, { tidings: lately ? `${this.tidings} ${text}` : text, toldAt: Date.now() });
    this.heard.textContent = "";
    setTimeout(() => { this.heard.textContent = this.tidings; }, 50);
  }

  // What was read out of an earlier answer is no longer true.
  hush() {
    this.heard.textContent = "";
  }

  // A box that goes while the focus is in it hands the focus to a button that stays.
  fillPart(name, ...nodes) {
    const held = this.parts[name].contains(document.activeElement);
    this.parts[name].replaceChildren(...nodes);
    if (held) this.undoButton.focus({ preventScroll: true });
  }

  // ---- what the learner does
  change(part, wait = 0) {
    const { skipped, ...rest } = this.response;
    this.response = { ...rest, ...part };
    this.touched = true;
    this.kind.changed?.(this.response);
    this.kept = writeDraft(this.spec, this.response);
    this.state("draft");
    this.say(WORDS.draft);
    this.refreshActions();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.save(), wait);
  }

  undo() {
    if (isOff(this.undoButton)) return;
    this.put(this.undoStack.pop(), WORDS.undone);
  }

  reset() {
    if (isOff(this.resetButton)) return;
    this.undoStack.push(this.sent);
    this.put({}, WORDS.was_reset);
  }

  put(response, words) {
    this.response = response;
    this.sent = response;
    this.touched = true;
    this.toldAt = 0;
    this.hush();
    this.kind.set(response);
    this.kept = writeDraft(this.spec, response);
    this.save({ words });
  }

  skip() { this.change({ skipped: true }); }
  reveal() { if (!isOff(this.revealButton)) this.change({ ...this.kind.revealing?.(), shown: true }); }

  // ---- saving
  save(extra = {}) {
    clearTimeout(this.typing);
    this.typing = null;
    const response = structuredClone(this.response);
    if (JSON.stringify(this.sent) !== JSON.stringify(response)) this.undoStack.push(this.sent);
    this.sent = response;
    this.pending = { seq: ++this.seq, response, words: extra.words };
    this.say(WORDS.saving);
    this.refreshActions();
    this.sendSave();
  }

  sendSave() {
    const { seq, response } = this.pending;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.late(seq), ACK_WAIT);
    this.send({ do: "save", seq, response, edition: this.spec.edition, base: this.base });
  }

  late(seq) {
    if (this.pending?.seq !== seq) return;
    this.unsaved(this.kept === false ? WORDS.unsaved_no_draft : WORDS.unsaved);
    this.waiting = setTimeout(() => this.pending && this.sendSave(), RETRY_WAIT);
  }

  unsaved(words) {
    this.state("unsaved");
    this.say(words);
    if (this.parts.notice.querySelector("[data-act=download]")) return;
    this.fillPart("notice", h("div", { class: "sswp-notice" },
      button(WORDS.try_again, () => this.pending && this.sendSave(), { "data-act": "retry", "data-field": "retry" }),
      button(WORDS.download, () => this.downloadAnswer(), { "data-act": "download", "data-field": "download" })));
  }

  downloadAnswer() {
    const line = { exercise: this.spec.id, edition: this.spec.edition, time: new Date().toISOString(), response: this.response };
    download(`${this.spec.id.replace("/", "-")}.json`, JSON.stringify(line, null, 2));
  }

  flush() { if (this.typing) this.save(); }

  // The page may be gone in a moment: an option that was only looked at counts as well.
  away() {
    for (const leaver of this.leavers) leaver();
    this.flush();
  }

  send(message) {
    try {
      this.model.send({ ...message, view: this.id });
    } catch {
      // The kernel is away. The draft is here, and the wait above says so.
    }
  }

  // ---- what Python says
  hear(message) {
    if (message.to && message.to !== this.id) return;
    if (message.did === "restore") this.restore(message);
    else if (message.did === "saved") this.saved(message);
    else if (message.did === "failed") this.failed(message);
    else if (message.did === "elsewhere" && message.from !== this.id) this.elsewhere(message);
    else if (message.did === "erased") this.erased(message);
    else if (message.did === "answered") this.kind.answered?.(message);
  }

  restore({ entry, feedback, earlier, forced }) {
    clearTimeout(this.opening);
    this.base = entry?.id ?? this.base;
    const untouched = forced || !this.touched;
    this.undoStack = untouched ? earlier : [...earlier, ...(entry ? [entry.response] : []), ...this.undoStack];
    const drafts = forced ? [] : readDrafts(this.spec).filter((draft) => untouched || !draft.key.endsWith(pageId));
    const fresher = untouched && drafts.length && (!entry || drafts.at(-1).time > Date.parse(entry.time)) ? drafts.pop() : null;
    drafts.forEach((draft) => this.keepOlder(draft));
    if (fresher && fresher.edition === this.spec.edition) this.recover(fresher);
    else if (fresher) this.keepOlder(fresher);
    else if (entry && untouched) this.showEntry(entry, feedback);
    if (untouched) this.fillPart("notice");
    this.refreshActions();
    this.hold(false);
    backToPlace(this.root, this.spec.id);
  }

  showEntry(entry, feedback) {
    if (!entry.current) return this.earlier(entry);
    this.response = this.sent = entry.response;
    this.kind.set(entry.response);
    this.feedback(feedback, false);
    if (isEmpty(entry.response)) return this.blank();
    this.state("restored");
    this.say(`${WORDS.restored} (${clock(entry.time)})`);
  }

  recover(draft) {
    this.response = draft.response;
    this.kind.set(draft.response);
    this.save({ words: WORDS.recovered });
    this.pending.restored = true;
  }

  keepOlder(draft) {
    this.send({ do: "keep", response: draft.response, edition: draft.edition, typed: draft.time, key: draft.key });
  }

  keptOlder({ edition }) {
    this.announce(WORDS.recovered_older);
    if (edition !== this.spec.edition) this.send({ do: "open" });
  }

  earlier(entry) {
    const use = entry.usable ? button(WORDS.use_earlier, () => { this.kind.set(entry.response); this.change(entry.response); this.fillPart("earlier"); }, { "data-act": "use-earlier", "data-field": "use-earlier" }) : null;
    this.fillPart("earlier", h("div", { class: "sswp-notice", "data-earlier": "" },
      h("strong", { text: `${WORDS.earlier} (${clock(entry.time)})` }), h("p", { text: WORDS.earlier_why }),
      h("ul", {}, ...entry.words.map((text) => h("li", { text }))), use));
  }

  saved(message) {
    dropDrafts(this.spec, message.response);
    if (message.kept) return this.keptOlder(message);
    this.base = message.entry.id;
    if (message.seq !== this.pending?.seq) return;
    const { words, restored } = this.pending;
    clearTimeout(this.waiting);
    this.pending = null;
    this.fillPart("notice");
    this.feedback(message.feedback, true);
    this.state(restored ? "restored" : this.noted.size || message.feedback.debrief ? "feedback" : "saved");
    const other = message.elsewhere && fill(WORDS.elsewhere_saved, { time: clock(message.elsewhere) });
    this.say(other || words || (this.response.skipped ? WORDS.skipped : WORDS.saved));
  }

  failed({ seq, message }) {
    if (this.pending ? seq !== this.pending.seq : seq) return;
    if (this.pending) {
      clearTimeout(this.waiting);
      this.unsaved(message);
    } else if (this.root.getAttribute("aria-busy") === "true") {
      this.restore({ entry: null, earlier: [] });
      if (!this.pending) this.say(message);
    }
  }

  elsewhere({ entry }) {
    if (entry.id === this.base) return;
    const words = fill(WORDS.elsewhere, { time: clock(entry.time) });
    this.fillPart("notice", h("div", { class: "sswp-notice", "data-elsewhere": "" }, h("p", { text: words }),
      button(WORDS.show_other, () => this.send({ do: "open", forced: true }), { "data-act": "show-other", "data-field": "show-other" })));
    this.say(words);
  }

  erased({ journal }) {
    clearTimeout(this.typing);
    clearTimeout(this.waiting);
    Object.assign(this, { response: {}, sent: {}, undoStack: [], base: null, pending: null, typing: null, touched: false });
    eraseDrafts(this.spec.journal, this.spec.id);
    this.spec = { ...this.spec, journal };
    this.kind.set({});
    this.feedback({ notes: [], debrief: "", hint: "" }, false);
    this.fillPart("earlier");
    this.fillPart("notice");
    this.blank();
    this.refreshActions();
  }

  blank() {
    this.state("untouched");
    this.say("");
    this.hush();
  }

  // ---- notes
  feedback(found, aloud) {
    const before = this.noted;
    this.noted = new Set();
    for (const node of this.slots.values()) node.replaceChildren();
    const fresh = found.notes.map((note) => this.showNote(note)).filter((node) => node && !before.has(node.dataset.note));
    const box = (title, html) => html ? [h("div", { class: "sswp-note" }, h("strong", { text: title }), h("div", { html }))] : [];
    const closing = found.debrief && !this.parts.debrief.childElementCount;
    const hinted = found.hint && !this.parts.hint.childElementCount;
    this.parts.debrief.replaceChildren(...box(WORDS.debrief, found.debrief));
    this.parts.hint.replaceChildren(...box(WORDS.hint_title, found.hint));
    const agreement = found.agreement ? `${fill(WORDS.agreement, found.agreement)} ${found.reading.said}` : "";
    this.kind.told?.(agreement, found.reading?.weak);
    this.kind.found?.(found, aloud);
    if (!aloud) return;
    const said = [agreement, hinted ? this.parts.hint.textContent : "", ...fresh.map((n) => n.textContent), closing ? this.parts.debrief.textContent : ""];
    if (said.some(Boolean)) this.announce(said.filter(Boolean).join(" "), true);
  }

  showNote(note) {
    const slot = this.slots.get(`${note.item}|${note.option}`) ?? this.slots.get(`${note.item}|`);
    if (!slot || !(note.html || note.codes || note.place)) return null;
    const name = `${note.item}|${note.option}`;
    const node = h("div", { class: "sswp-note", "data-note": name }, h("strong", { text: this.noteTitle(note) }), h("div", { html: note.html }));
    if (note.fits) node.dataset.fits = "";
    slot.append(node);
    this.noted.add(name);
    return node;
  }

  noteTitle(note) {
    if (note.place) return fill(WORDS.author_place, note);
    if (note.codes) return note.codes.length ? fill(WORDS.reference, { codes: note.codes.join("; ") }) : WORDS.reference_none;
    return this.spec.labels?.[note.option] ?? WORDS.note;
  }

  // ---- life on the page
  listen() {
    this.leaving = onLeaving((message) => { this.away(); this.send(message); });
    const { signal } = this.leaving;
    this.onMessage = (message) => this.hear(message);
    this.model.on("msg:custom", this.onMessage);
    this.root.addEventListener("focusout", () => this.flush());
    window.addEventListener("focus", () => this.send({ do: "check", base: this.base }), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && this.away(), { signal });
  }

  leave() {
    catchKeys(this.spec.id);
    this.away();
    clearTimeout(this.waiting);
    clearTimeout(this.opening);
    this.leaving.abort();
    this.model.off("msg:custom", this.onMessage);
    this.send({ do: "gone" });
  }
}

function render({ model, el }) {
  const view = new ExerciseView(model, el);
  return () => view.leave();
}
