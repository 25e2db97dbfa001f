"""Any sequence of events: no word is lost, and what goes wrong is told."""

import random

import pytest
from ways import SHORT, TROUBLE
from writing import areas, close_and_open, texts, written

from workbook.words import words

WORDS = words("exercise")
QUIET = {"opening", "untouched", "erased"}


class Monkey:
    """Whatever may happen to one exercise, in any order."""

    def __init__(self, writer, seed):
        self.writer, self.stage, self.chance = writer, writer.stage, random.Random(seed)
        self.n = 0
        writer.open()

    def type(self):
        self.n += 1
        if areas(self.writer).first.is_editable():
            areas(self.writer).first.fill(f"word {self.n}")

    def wait(self):
        self.stage.pass_time(self.chance.choice([10, 300, 600, 2600, 4200, 9000]))

    def go_deaf(self):
        self.stage.modes(**{self.chance.choice(["all", "save"]): self.chance.choice(FAULTS)})

    def answer_again(self):
        self.stage.release()

    def act(self):
        act = self.chance.choice(["undo", "reset", "skip", "hint", "retry", "show-other"])
        for node in self.writer.shown.find(f"[data-act={act}]").all():
            node.dispatch_event("click")

    def other(self):
        made = self.writer.shown.made
        self.n += 1
        response = {"texts": {"moment": f"other {self.n}"}}
        self.stage.journal.save(made.id, response, edition=made.edition)

    def look(self):
        self.writer.look()

    def trouble(self):
        self.writer.tell(did="failed", seq=self.writer.seq(), message=TROUBLE)

    def run_again(self):
        self.stage.leave(self.writer.shown.place)
        self.stage.restart()
        self.writer.open(busy=True)

    def close(self):
        self.stage.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
        self.stage.clear_views(keep=True)
        self.writer.open(busy=True)

    def step(self):
        names = ["type"] * 4 + ["wait"] * 3 + ["act"] * 2
        names += ["go_deaf", "answer_again", "other", "look", "trouble", "run_again", "close"]
        name = self.chance.choice(names)
        getattr(self, name)()
        return name


FAULTS = ["deaf", "hold", "throws"]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_no_sequence_of_events_loses_words_or_says_nothing(writer, seed):
    monkey, done = Monkey(writer, seed), []
    for _ in range(30):
        done.append(monkey.step())
        shown = writer.shown
        assert writer.at() in QUIET or shown.said(), done
        kept = [response.get("texts", {}) for response in (*shown.drafts(), *shown.history())]
        now = written(writer)
        assert not now or now in [each.get("moment") for each in kept], (now, done)
    writer.stage.release()
    writer.stage.pass_time(12_000)
    now = written(writer)
    close_and_open(writer)
    writer.stage.pass_time(SHORT)
    assert not now or now in texts(writer), done
    assert written(writer) == writer.shown.latest().get("texts", {}).get("moment", ""), done
    assert writer.shown.drafts() == [], done
