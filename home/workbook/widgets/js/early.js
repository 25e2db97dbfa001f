// Before Python is there: an exercise is drawn from what the course knows, keeps what is typed in this
// browser, and is taken over, where it stands, by the widget that Python sends.

const withoutPython = (spec) => ({ early: true, get: () => spec, on() {}, off() {}, send() {} });
const sameDrawing = (one, other) => JSON.stringify({ ...one, journal: "" }) === JSON.stringify({ ...other, journal: "" });

// A journal that was begun anew has another name; what was typed meanwhile belongs to it.
function moveDrafts(from, to) {
  if (from.journal === to.journal) return;
  for (const { key } of readDrafts(from)) {
    const kept = localStorage.getItem(key);
    localStorage.setItem(draftPrefix(to.journal, to.id) + key.slice(draftPrefix(from.journal, from.id).length), kept);
    localStorage.removeItem(key);
  }
}

const earlyPart = {
  begin() {
    if (this.model.early) return this.beginEarly();
    this.hold(true);
    return this.ask();
  },

  ask() {
    this.opening = setTimeout(() => this.restore({ entry: null, earlier: [] }), OPEN_WAIT);
    this.send({ do: "open" });
  },

  beginEarly() {
    const draft = readDrafts(this.spec).at(-1);
    if (!draft || draft.edition !== this.spec.edition) return;
    this.response = this.sent = draft.response;
    this.kind.set(draft.response);
    this.refreshActions();
    this.waitForPython();
  },

  // In place of a save: the draft is in this browser. What was there before may be a saved answer that
  // nobody here knows yet, so an empty start is no step to undo to.
  keepEarly() {
    if (!isEmpty(this.sent) && JSON.stringify(this.sent) !== JSON.stringify(this.response)) this.undoStack.push(this.sent);
    this.sent = structuredClone(this.response);
    this.refreshActions();
    this.waitForPython();
  },

  waitForPython() {
    this.go("change");
    this.say(this.stored === false ? WORDS.unsaved_no_draft : WORDS.early);
  },

  // The widget of the same exercise goes on with this view; nothing is drawn again.
  adopt(model) {
    const spec = model.get("spec");
    if (!sameDrawing(spec, this.spec)) return false;
    moveDrafts(this.spec, spec);
    this.listenTo(model);
    this.spec = spec;
    this.unsent = Boolean(this.touched);
    this.root.setAttribute("aria-busy", "true");
    this.ask();
    return true;
  },

  // What was typed before Python was there is saved once it is known what was saved before.
  saveUnsent() {
    if (!this.unsent) return;
    this.unsent = false;
    if (!this.undoStack.length) this.undoStack.push({});
    this.sent = structuredClone(this.response);
    this.save(this.aim ?? "saved");
  },

  // The widget has gone, with its Python or with its output; the view stays and waits for the next.
  release(model) {
    if (this.model !== model) return;
    this.away();
    this.send({ do: "gone" });
    clearTimeout(this.waiting);
    clearTimeout(this.opening);
    this.touched = Boolean(this.pending);
    this.pending = null;
    this.listenTo(withoutPython(this.spec));
    if (this.touched) this.waitForPython();
  },

  listenTo(model) {
    this.model.off("msg:custom", this.onMessage);
    this.model = model;
    model.on("msg:custom", this.onMessage);
  },
};
