// An answer on its way to the disk: sent, sent again, taken along as a file, acknowledged.

const ACK_WAIT = 2500;
const TYPING_WAIT = 500;
const RETRY_WAIT = 4000;

const savingPart = {
  save(aim) {
    clearTimeout(this.typing);
    this.typing = null;
    const response = structuredClone(this.response);
    if (JSON.stringify(this.sent) !== JSON.stringify(response)) this.undoStack.push(this.sent);
    this.sent = response;
    this.pending = { seq: ++this.seq, id: newId(), response, aim };
    this.known = [...this.known, this.pending.id].slice(-KNOWN);
    this.go("save");
    this.refreshActions();
    this.sendSave();
  },

  sendSave() {
    const { seq, id, response } = this.pending;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.late(seq), ACK_WAIT);
    this.send({ do: "save", seq, id, response, edition: this.spec.edition, base: this.base });
  },

  late(seq) {
    if (this.pending?.seq !== seq) return;
    this.unsaved("late", this.stored === false ? WORDS.unsaved_no_draft : WORDS.unsaved);
    this.waiting = setTimeout(() => this.again(), RETRY_WAIT);
  },

  again() { if (this.pending) this.sendSave(); },

  unsaved(event, text) {
    this.go(event, { text });
    if (this.parts.notice.querySelector("[data-act=download]")) return;
    this.fillPart("notice", h("div", { class: "sswp-notice" },
      button(WORDS.try_again, () => this.again(), { "data-act": "retry", "data-field": "retry" }),
      button(WORDS.download, () => this.downloadAnswer(), { "data-act": "download", "data-field": "download" })));
  },

  downloadAnswer() {
    const line = { exercise: this.spec.id, edition: this.spec.edition, time: new Date().toISOString(), response: this.response };
    download(`${this.spec.id.replace("/", "-")}.json`, JSON.stringify(line, null, 2));
  },

  kept(message) {
    dropDrafts(this.spec, message.response);
    if (message.kept) return this.keptOlder(message);
    this.learn({ ...message.entry, now: message.now });
    if (message.seq === this.pending?.seq) this.settle(message);
    else if (this.at === "erased") this.send({ do: "open" }); // it was written after the erasing
  },

  settle({ feedback, elsewhere }) {
    const aim = this.pending.aim === "saved" && this.pending.response.skipped ? "skipped" : this.pending.aim;
    clearTimeout(this.waiting);
    this.pending = null;
    this.fillPart("notice");
    this.feedback(feedback, true);
    this.go(`kept as ${elsewhere ? "both" : aim}`, { time: elsewhere && clock(elsewhere) });
  },

  // Words that cannot be saved, or the journal that cannot be opened.
  failed({ seq, message }) {
    if (this.pending ? seq !== this.pending.seq : seq) return;
    if (this.pending) {
      clearTimeout(this.waiting);
      this.unsaved("failed", message);
    } else if (this.root.getAttribute("aria-busy") === "true") {
      this.restore({ entry: null, earlier: [] });
      this.go("closed", { text: message });
    }
  },
};
