// The notes of an answer, each at its place, and what is read out of them.

const noteBox = (title, html) => html ? [h("div", { class: "sswp-note" }, h("strong", { text: title }), h("div", { html }))] : [];

const READ_OUT = 400; // letters that are read out at once
const MOVED_TO = ["shown", "hinted"]; // what the learner has asked for

const notesPart = {
  hasNotes() { return Boolean(this.noted.size || this.parts.debrief.childElementCount); },

  feedback(found, outLoud) {
    const fresh = this.placeNotes(found.notes);
    const boxes = this.fillBoxes(found);
    const own = this.ownNews(this.kind.found?.(found, outLoud) ?? "");
    const ofWhat = (note) => fresh.length > 1 ? `${asSentence(askedAt(note))} ${aloud(note)}` : aloud(note);
    const boxed = (box) => box && aloud(box);
    const said = [own, boxed(boxes.hint), ...fresh.map(ofWhat), boxed(boxes.debrief)].filter(Boolean);
    if (!outLoud || !said.length) return;
    const text = said.map(asSentence).join(" ");
    if (text.length <= READ_OUT) return this.announce(text, true);
    this.announce(fill(WORDS.notes_open, { n: Math.max(1, fresh.length) }), true);
    if (MOVED_TO.includes(this.aim)) this.moveTo(this.aim === "hinted" ? boxes.hint : fresh[0]);
  },

  // What the kind itself has to say, if it has not said it before.
  ownNews(text) {
    const before = this.ownSaid;
    this.ownSaid = text;
    return text === before ? "" : text;
  },

  // A long note is read at the reader's own pace, where it stands.
  moveTo(note) {
    if (!note || !this.root.contains(document.activeElement)) return;
    this.openStepOf(note);
    note.tabIndex = -1;
    note.focus();
  },

  // Give the notes that were not there before.
  placeNotes(notes) {
    const before = this.noted;
    this.noted = new Set();
    for (const node of this.slots.values()) node.replaceChildren();
    return notes.map((note) => this.showNote(note)).filter((node) => node && !before.has(node.dataset.note));
  },

  // Give the box of a hint or a closing that was not there before.
  fillBoxes(found) {
    const fillBox = (name, title) => {
      const there = this.parts[name].childElementCount;
      this.parts[name].replaceChildren(...noteBox(title, found[name]));
      return there ? null : this.parts[name].firstElementChild;
    };
    return { hint: fillBox("hint", WORDS.hint_title), debrief: fillBox("debrief", WORDS.debrief) };
  },

  showNote(note) {
    const name = `${note.item}|${note.option}`;
    const slot = this.slots.get(name) ?? this.slots.get(`${note.item}|`);
    if (!slot || !(note.html || note.codes || note.place)) return null;
    const node = h("div", { class: "sswp-note", "data-note": name }, h("strong", { text: this.noteTitle(note) }), h("div", { html: note.html }));
    if (note.fits) node.dataset.fits = "";
    slot.append(node);
    this.noted.add(name);
    return node;
  },

  noteTitle(note) {
    if (note.place) return fill(WORDS.author_place, note);
    if (note.codes) return note.codes.length ? fill(WORDS.reference, { codes: note.codes.join("; ") }) : WORDS.reference_none;
    return this.spec.labels?.[note.option] ?? WORDS.note;
  },
};
