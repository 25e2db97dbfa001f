"""Ways into each state of an exercise, and how each event comes about, as on a learner's page."""

from contextlib import suppress

SHORT, TYPED, LATE, AGAIN = 20, 600, 2600, 4100
TROUBLE = "The answers file cannot be opened just now."


class Learner:
    """One learner with one exercise (the sample of `rank`) whose clock stands still."""

    def __init__(self, stage, kind="rank"):
        self.stage, self.kind = stage, kind
        self.begin()

    def begin(self):
        self.stage.clear()

    def open(self, busy=False):
        self.shown = self.stage.exercise(self.kind, busy)
        return self.shown

    # What the learner does; the clock does not move yet
    def change(self):
        self.shown.find("[data-move=down]").first.dispatch_event("click")

    def press(self, act):
        self.shown.find(f"[data-act={act}]").dispatch_event("click")
        self.stage.pass_time(SHORT)

    def answer(self):
        self.change()
        self.stage.pass_time(SHORT)

    # What others do
    def other_answers(self):
        made = self.shown.made
        order = [item["key"] for item in self.stage.widgets[self.shown.name].spec["items"]]
        return self.stage.journal.save(made.id, {"order": order}, edition=made.edition)

    def plant_draft(self):
        """Leave words in the browser, as another page of it does that was closed."""
        spec = self.stage.widgets[self.shown.name].spec
        order = [item["key"] for item in spec["items"]][::-1]
        self.stage.page.evaluate(
            """([spec, response]) => localStorage.setItem(`sswp:${spec.journal}:${spec.id}:other`,
              JSON.stringify({ response, time: Date.now() + 5, edition: spec.edition }))""",
            [{**spec, "journal": self.stage.journal.learner().journal}, {"order": order}],
        )

    def look(self):
        """Come back to the window: the page asks whether it is still up to date."""
        self.stage.page.evaluate("window.dispatchEvent(new Event('focus'))")
        self.stage.quiet()

    def tell(self, **message):
        self.stage.tell(self.shown.name, message)

    def reopen(self):
        """Come back to a page that the browser had kept: it asks for the answer once more."""
        event = "new PageTransitionEvent('pageshow', { persisted: true })"
        self.stage.page.evaluate(f"window.dispatchEvent({event})")
        self.stage.quiet()
        self.stage.pass_time(SHORT)

    def at(self):
        return self.shown.root.get_attribute("data-at")

    def seq(self):
        saves = self.stage.sent(self.shown.name, "save")
        return saves[-1]["seq"] if saves else None


def opened(learner):
    learner.open()


def opening(learner):
    learner.stage.modes(open="hold")
    learner.open(busy=True)


def trouble(learner):
    learner.stage.modes(open="deaf")
    learner.open(busy=True)
    learner.tell(did="failed", message=TROUBLE)
    learner.stage.modes()


def draft(learner):
    learner.open()
    learner.change()


def saving(learner):
    learner.open()
    learner.stage.modes(save="hold")
    learner.answer()


def unsaved(learner):
    learner.open()
    learner.stage.modes(save="deaf")
    learner.answer()
    learner.stage.pass_time(LATE)


def saved(learner):
    learner.open()
    learner.answer()


def pressed(act):
    def way(learner):
        saved(learner)
        learner.answer()
        learner.press(act)

    return way


def both(learner):
    learner.open()
    learner.other_answers()
    learner.answer()


def recovered(learner):
    learner.open()
    learner.plant_draft()
    learner.reopen()


def restored(learner):
    learner.open()
    learner.other_answers()
    learner.reopen()


def elsewhere(learner):
    learner.open()
    learner.other_answers()
    learner.look()


def erased(learner):
    saved(learner)
    erase(learner)


def erase(learner):
    journal, widget = learner.stage.journal, learner.stage.widgets[learner.shown.name]
    with suppress(OSError):
        journal.erase_all()
    widget.tell_erased(journal.learner().journal)
    learner.stage.push()


WAYS = {
    "opening": opening,
    "untouched": opened,
    "trouble": trouble,
    "draft": draft,
    "saving": saving,
    "unsaved": unsaved,
    "saved": saved,
    "hinted": pressed("hint"),
    "shown": pressed("reveal"),
    "undone": pressed("undo"),
    "reset": pressed("reset"),
    "skipped": pressed("skip"),
    "both": both,
    "recovered": recovered,
    "restored": restored,
    "elsewhere": elsewhere,
    "erased": erased,
}


# Events -------------------------------------------------------------------------------------
def save(learner):
    """Send the answer: typed words, an undo, or a draft that is found when nothing was typed."""
    learner.stage.modes(save="hold")
    undo = learner.shown.find("[data-act=undo][aria-disabled=false]")
    if learner.at() == "draft":
        learner.stage.pass_time(SHORT)
    elif undo.count():
        undo.dispatch_event("click")
    else:
        learner.plant_draft()
        learner.reopen()


def found(learner):
    learner.stage.modes()
    learner.other_answers()
    learner.stage.ask(learner.shown, "open", forced=True)


def cleared(learner):
    learner.stage.modes()
    made = learner.shown.made
    learner.stage.journal.save(made.id, {}, edition=made.edition)
    learner.stage.ask(learner.shown, "open", forced=True)


def nothing(learner):
    learner.stage.release()


def closed(learner):
    """Hear that the journal cannot be opened, while the page still waits for it."""
    learner.begin()
    trouble(learner)


def answered_elsewhere(learner):
    entry = {"id": "another", "time": "2026-01-05T09:00:00+00:00"}
    learner.tell(**{"did": "elsewhere", "from": "another view", "entry": entry})


def late(learner):
    learner.stage.pass_time(LATE)
    if learner.at() != "unsaved":
        learner.stage.pass_time(AGAIN)


def failed(learner):
    learner.tell(did="failed", seq=learner.seq(), message=TROUBLE)


EVENTS = {
    "change": Learner.change,
    "save": save,
    "found": found,
    "cleared": cleared,
    "nothing": nothing,
    "closed": closed,
    "elsewhere": answered_elsewhere,
    "erased": erase,
    "late": late,
    "failed": failed,
}


# Answers to a save: (before it, what brings it about)
def recover(learner):
    learner.plant_draft()
    learner.reopen()


def beside(learner):
    learner.other_answers()
    learner.answer()


KEPT = {
    "saved": (opened, Learner.answer),
    "undone": (saved, lambda learner: learner.press("undo")),
    "reset": (saved, lambda learner: learner.press("reset")),
    "skipped": (opened, lambda learner: learner.press("skip")),
    "hinted": (opened, lambda learner: learner.press("hint")),
    "shown": (opened, lambda learner: learner.press("reveal")),
    "recovered": (opened, recover),
    "both": (opened, beside),
}
