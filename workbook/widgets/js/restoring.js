// What is on disk or in this browser comes back: saved answers, drafts, answers given elsewhere.

const OPEN_WAIT = 3000;
const KNOWN = 20; // so many answers back a page remembers what it builds on
const sameWords = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const restoringPart = {
  restore({ entry: saved, feedback, earlier, forced, ids, now }) {
    clearTimeout(this.opening);
    const entry = saved && { ...saved, ids, now };
    if (entry) this.learn(entry);
    const free = forced || !this.touched; // nothing on the page would be written over
    this.undoStack = free ? earlier : [...earlier, ...(entry ? [entry.response] : []), ...this.undoStack];
    const draft = forced ? null : this.takeDrafts(entry, free);
    if (draft) this.recover(draft, entry);
    else if (entry && free) this.showEntry(entry, feedback);
    this.go("nothing");
    if (free) this.fillPart("notice");
    this.refreshActions();
    this.hold(false);
    this.saveUnsent();
    this.resumeSteps();
    whenShown(this.root, () => backToPlace(this.root, this.spec.id));
  },

  // What the page shows builds on this answer from now on.
  learn({ id, now }) {
    setClock(now);
    this.base = id;
    if (!this.known.includes(id)) this.known = [...this.known, id].slice(-KNOWN);
  },

  // The draft that is newer than what is saved; the other ones go to the journal.
  takeDrafts(entry, free) {
    const drafts = leftDrafts(this.spec, this.id);
    for (const draft of drafts) if (entry && sameWords(draft.response, entry.response)) dropDrafts(this.spec, draft.response);
    const open = drafts.filter((draft) => !(entry && sameWords(draft.response, entry.response)));
    const draft = free && open.length && isNewer(open.at(-1), entry) ? open.pop() : null;
    for (const older of open) this.keepOlder(older);
    return draft;
  },

  recover(draft, entry) {
    if (draft.edition !== this.spec.edition) return this.keepOlder(draft);
    if (entry?.current) this.sent = entry.response; // what Undo brings back
    if (entry && draft.on && !draft.on.includes(entry.id)) this.base = draft.on.at(-1) ?? null; // both are told
    this.response = draft.response;
    this.kind.set(draft.response);
    this.keepDraft();
    this.save("recovered");
  },

  keepOlder(draft) {
    this.send({ do: "keep", response: draft.response, edition: draft.edition, typed: draft.time, key: draft.key });
  },

  keptOlder({ edition, response }) {
    this.announce(WORDS.recovered_older);
    if (edition !== this.spec.edition) return this.send({ do: "open" });
    const show = () => { this.fillPart("notice"); this.kind.set(response); this.change(response); };
    this.fillPart("notice", h("div", { class: "sswp-notice", "data-older": "" }, h("p", { text: WORDS.recovered_older }),
      button(WORDS.show_older, show, { "data-act": "show-older", "data-field": "show-older" })));
  },

  showEntry(entry, feedback) {
    if (!entry.current) return this.earlier(entry);
    this.response = this.sent = entry.response;
    this.kind.set(entry.response);
    this.feedback(feedback, false);
    if (isEmpty(entry.response)) this.blank("cleared");
    else this.go("found", { text: `${WORDS.restored} (${clock(entry.time)})` });
  },

  earlier(entry) {
    const use = () => { this.kind.set(entry.response); this.change(entry.response); this.fillPart("earlier"); };
    this.fillPart("earlier", h("div", { class: "sswp-notice", "data-earlier": "" },
      h("strong", { text: `${WORDS.earlier} (${clock(entry.time)})` }), h("p", { text: WORDS.earlier_why }),
      ownWords(entry.words),
      entry.usable ? button(WORDS.use_earlier, use, { "data-act": "use-earlier", "data-field": "use-earlier" }) : null));
  },

  elsewhere({ entry }) {
    if (entry.id === this.base) return;
    const time = clock(entry.time);
    this.fillPart("notice", h("div", { class: "sswp-notice", "data-elsewhere": "" }, h("p", { text: fill(WORDS.elsewhere, { time }) }),
      button(WORDS.show_other, () => this.send({ do: "open", forced: true }), { "data-act": "show-other", "data-field": "show-other" })));
    this.go("elsewhere", { time });
  },

  // The file holds the answer no more that is shown here: an older one took its place, or it was erased.
  lost() {
    if (this.pending || this.typing || this.parts.notice.querySelector("[data-lost]")) return;
    const again = () => { this.fillPart("notice"); this.save("saved"); };
    this.fillPart("notice", h("div", { class: "sswp-notice", "data-lost": "" }, h("p", { text: WORDS.lost }),
      button(WORDS.save_again, again, { "data-act": "save-again", "data-field": "save-again" })));
    this.announce(WORDS.lost);
  },

  erased({ journal }) {
    clearTimeout(this.typing);
    clearTimeout(this.waiting);
    Object.assign(this, { response: {}, sent: {}, undoStack: [], base: null, known: [], pending: null, typing: null, touched: false });
    eraseDrafts(this.spec.journal, this.spec.id);
    this.spec = { ...this.spec, journal };
    this.kind.set({});
    this.feedback({ notes: [], debrief: "", hint: "" }, false);
    this.clearUnsaved();
    this.fillPart("earlier");
    this.fillPart("notice");
    this.blank("erased");
    this.refreshActions();
  },

  blank(event) {
    this.go(event);
    this.hush();
  },
};
