// One exercise on the page: what the learner does, and how it goes from state to state.

const kinds = {};
const UNDER_WAY = ["draft", "saving"];
const isEmpty = (response) => Object.values(response).every((value) => typeof value === "object" && !Object.keys(value).length);

class ExerciseView {
  constructor(model, el) {
    Object.assign(this, { model, el, spec: model.get("spec"), id: Math.random().toString(36).slice(2), at: "opening" });
    Object.assign(this, { response: {}, sent: {}, undoStack: [], leavers: [], base: null, known: [], seq: 0, tries: 0, slots: new Map(), noted: new Set() });
    liveViews.add(this.id);
    this.draw();
    this.listen();
    this.begin();
  }

  // Until the saved answer is back, nothing can be typed over it.
  hold(on) {
    for (const area of this.root.querySelectorAll("textarea")) area.readOnly = on;
    this.root.setAttribute("aria-busy", on ? "true" : "false");
  }

  // ---- states (states.js)
  go(event, { text, ...values } = {}) {
    const next = STATES[this.at].on[event];
    if (!next) return;
    const { is, noted, says, quiet } = STATES[next];
    this.root.dataset.at = this.at = next;
    if (is) this.root.dataset.state = noted && this.hasNotes() ? noted : is;
    this.say(text ?? fill(WORDS[says] ?? "", values), UNDER_WAY.includes(next) || (quiet && !this.root.contains(document.activeElement)));
  }

  // A choice that is on its way; one that the workbook does not answer can be made again.
  saving() { return this.typing || (this.pending && this.at !== "unsaved"); }

  // ---- what the learner does
  change(part, wait = 0, aim = "saved") {
    const { skipped, ...rest } = this.response;
    this.response = { ...rest, ...whole(part) };
    this.touched = true;
    this.aim = aim;
    this.kind.changed?.(this.response);
    this.keepDraft();
    this.go("change");
    this.refreshActions();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.save(this.aim), wait);
  }

  undo() {
    if (isOff(this.undoButton)) return this.notYet(this.undoButton);
    const before = this.undoStack.pop();
    this.takeBack(before, "undone");
  }

  skip() { this.change({ skipped: true }, 0, "skipped"); }
  hint() { this.change({ hinted: true }, 0, "hinted"); }
  reveal() {
    if (isOff(this.revealButton)) return this.notYet(this.revealButton);
    this.change({ ...this.kind.revealing?.(), shown: true }, 0, "shown");
  }

  reset() {
    if (isOff(this.resetButton)) return this.notYet(this.resetButton);
    this.undoStack.push(this.sent);
    this.takeBack({}, "reset", null);
  }

  // To an earlier answer; where answers stand side by side, the kind says which one does that.
  takeBack(before, aim, steps = this.undoStack) {
    this.put(this.kind.back?.(this.response, before, steps) ?? before, aim);
    this.response = this.sent = before;
    this.refreshActions();
  }

  // A whole answer, in place of the one that is there.
  put(response, aim) {
    this.response = this.sent = response;
    this.touched = true;
    this.hush();
    this.kind.set(response);
    this.keepDraft();
    this.save(aim);
  }

  keepDraft() { this.stored = writeDraft(this.spec, this.id, this.response, this.known); }
  flush() { if (this.typing) this.save(this.aim); }

  // The page may be gone in a moment: an option that was only looked at counts as well.
  away() {
    for (const leaver of this.leavers) leaver();
    this.flush();
  }

  // ---- life on the page
  listen() {
    this.leaving = onLeaving((message) => { this.away(); this.send(message); });
    const { signal } = this.leaving;
    this.watchAnswers();
    this.onMessage = (message) => this.hear(message);
    this.model.on("msg:custom", this.onMessage);
    this.root.addEventListener("focusout", () => this.flush());
    window.addEventListener("focus", () => this.send({ do: "check", base: this.base }), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && this.away(), { signal });
  }

  send(message) {
    try {
      this.model.send({ ...message, view: this.id });
    } catch {
      // The kernel is away. The draft is here, and the wait for an answer says so.
    }
  }

  hear(message) {
    if (message.to && message.to !== this.id) return;
    if (message.did === "restore") this.restore(message);
    else if (message.did === "saved") this.kept(message);
    else if (message.did === "failed") this.failed(message);
    else if (message.did === "elsewhere" && message.from !== this.id) this.elsewhere(message);
    else if (message.did === "lost") this.lost();
    else if (message.did === "erased") this.erased(message);
    else if (message.did === "brought") this.send({ do: this.touched ? "check" : "open", base: this.base });
    else if (message.did === "answered") this.kind.answered?.(message);
  }

  leave() {
    catchKeys(this.spec.id);
    this.away();
    clearTimeout(this.waiting);
    clearTimeout(this.opening);
    this.hush();
    this.clearUnsaved();
    liveViews.delete(this.id);
    this.leaving.abort();
    this.model.off("msg:custom", this.onMessage);
    this.send({ do: "gone" });
  }
}

Object.assign(ExerciseView.prototype, drawingPart, tellingPart, savingPart, unsavedPart, restoringPart, notesPart, steppingPart, earlyPart);

// In a place that outlives its widgets the view is kept; a widget whose exercise has changed draws anew.
function drawIn(place, model) {
  const kept = place.sswpView;
  if (kept?.adopt(model)) return () => kept.release(model);
  kept?.leave();
  if (kept) moveDrafts(kept.spec, model.get("spec"));
  const view = new ExerciseView(model, place);
  if (!place.matches(".sswp-host")) return () => view.leave();
  place.sswpView = view;
  return () => view.release(model);
}

const render = ({ model, el }) => settle(model, el, (place) => drawIn(place, model));
