// The life of one exercise on the page, as a table that runs (exercise.js, `go`).
//
// is     the data-state that outside scripts may wait for; none: it stays as it was
// noted  the data-state when the answer has notes
// says   the name in WORDS of the sentence that is shown; none: the sentence comes with the event
// on     event -> the next state; an event that a state does not name changes nothing
//
// Events of the learner: change (typed or chosen, not sent yet), save (on its way).
// Events of Python: found, cleared, nothing, closed (the answer to "open"), kept as ... and failed
// (the answer to a save), elsewhere, erased. Event of the clock: late.

const always = { change: "draft", save: "saving", found: "restored", cleared: "untouched", elsewhere: "elsewhere", erased: "erased" };
const outcomes = ["saved", "undone", "reset", "skipped", "hinted", "shown", "recovered", "both"];
const kept = Object.fromEntries(outcomes.map((name) => [`kept as ${name}`, name]));
const onItsWay = { ...always, ...kept, late: "unsaved", failed: "unsaved" };
const onDisk = { is: "saved", noted: "feedback", on: always };

const STATES = {
  opening: { is: "untouched", says: "", on: { ...always, nothing: "untouched" } },
  untouched: { is: "untouched", says: "", on: { ...always, closed: "trouble" } },
  trouble: { is: "untouched", on: always },
  draft: { is: "draft", says: "draft", on: { ...always, late: "unsaved", failed: "unsaved" } },
  saving: { is: "draft", says: "saving", on: onItsWay },
  unsaved: { is: "unsaved", says: "unsaved", on: onItsWay },
  saved: { ...onDisk, says: "saved" },
  hinted: { ...onDisk, says: "saved" },
  shown: { ...onDisk, says: "saved" },
  undone: { ...onDisk, says: "undone" },
  reset: { ...onDisk, says: "was_reset" },
  skipped: { ...onDisk, says: "skipped" },
  both: { ...onDisk, says: "elsewhere_saved" },
  recovered: { is: "restored", says: "recovered", on: always },
  restored: { is: "restored", on: always },
  elsewhere: { says: "elsewhere", on: onItsWay },
  erased: { is: "untouched", says: "", on: always },
};
