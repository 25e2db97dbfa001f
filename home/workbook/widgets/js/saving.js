// An answer on its way to the disk: sent, acknowledged, refused.

const ACK_WAIT = 2500;
const TYPING_WAIT = 500;

const savingPart = {
  save(aim) {
    clearTimeout(this.typing);
    this.typing = null;
    if (this.model.early) return this.keepEarly();
    const response = structuredClone(this.response);
    if (JSON.stringify(this.sent) !== JSON.stringify(response)) this.undoStack.push(this.sent);
    this.sent = response;
    this.tries = 0;
    this.pending = { seq: ++this.seq, id: newId(), response, aim };
    this.known = [...this.known, this.pending.id].slice(-KNOWN);
    this.go("save");
    this.refreshActions();
    return this.sendSave();
  },

  sendSave() {
    const { seq, id, response } = this.pending;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.late(seq), ACK_WAIT);
    this.send({ do: "save", seq, id, response, edition: this.spec.edition, base: this.base });
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
    this.aim = aim;
    this.pending = null;
    this.clearUnsaved();
    this.fillPart("notice");
    this.feedback(feedback, true);
    this.go(`kept as ${elsewhere ? "both" : aim}`, { time: elsewhere && clock(elsewhere) });
  },

  // Words that cannot be saved, or the journal that cannot be opened.
  failed({ seq, message, why }) {
    if (this.pending ? seq !== this.pending.seq : seq) return;
    if (this.pending) {
      this.unsaved("failed", message, why ?? message);
    } else if (this.root.getAttribute("aria-busy") === "true") {
      this.restore({ entry: null, earlier: [] });
      this.go("closed", { text: message });
    }
  },
};
