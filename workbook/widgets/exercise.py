"""One exercise on the page: what its view is told, and how its answers reach the journal."""

import contextlib
from pathlib import Path
from typing import Any
from uuid import UUID

from ..content.model import Exercise
from ..content.static import as_text
from ..errors import JournalError
from ..journal import Entry
from ..journal.moment import just_before, named
from ..kinds import Answer, Learner, kind_of
from ..record.desk import Desk
from ..words import words
from .page import PageWidget
from .spec import view_spec

__all__ = ["SHARED", "ExerciseWidget", "exercise_parts", "exercise_widget"]

EARLIER = 20
KNOWN = 200
# The page script around every kind, in the order in which its parts need each other.
SHARED = (
    *("dom", "room", "host", "draft", "states", "drawing", "telling", "saving", "unsaved"),
    *("restoring", "notes", "stepping", "early", "exercise"),
)


class ExerciseWidget(PageWidget):
    """The widget of one exercise; answers travel as messages and never as traits.

    Parameters
    ----------
    exercise : Exercise
    desk : Desk
        Journal, library and the other widgets of this course.

    Examples
    --------
    >>> from workbook.widgets.exercise import exercise_widget
    >>> callable(exercise_widget)
    True
    """

    def __init__(self, exercise: Exercise, desk: Desk):
        self._exercise, self._desk, self._kind = exercise, desk, kind_of(exercise)
        self._handled: dict[str, dict] = {}  # view -> the answer to its last save
        self._answers: dict[str, Answer] = {}  # entry -> what it holds, read once
        self.parts, self.groups = exercise_parts(exercise.kind)
        known = desk.journal.learner()
        spec = view_spec(exercise, self._learner(seed=known.seed), known.journal)
        super().__init__(as_text(exercise), spec)
        desk.show(exercise.id, self)

    # What a page asks for -------------------------------------------------------------
    def opened(self, message):
        """Send the latest answer, its notes, and the answers before it."""
        history = self._desk.journal.history(self._exercise.id)
        latest = history[-1] if history else None
        current = bool(latest) and self._current(latest)
        self.say(
            message,
            "restore",
            forced=bool(message.get("forced")),
            entry=self._entry(latest) if latest else None,
            feedback=self._feedback(self._read(latest), history) if current else None,
            earlier=self._earlier(history) if current else [],
            **(self._known(history) if latest else {}),
        )

    def on_save(self, message):
        """Write an answer to the journal, then say so."""
        known = self._handled.get(message["view"])
        if known and known["seq"] == message["seq"]:
            self.send(known)
        else:
            self._save(message)

    def on_keep(self, message):
        """Write an older draft to the journal with the time at which it was typed."""
        journal, exercise_id = self._desk.journal, self._exercise.id
        typed = just_before(named(message["typed"]), journal.latest(exercise_id))
        known = [e for e in journal.history(exercise_id) if e.response == message["response"]]
        entry = (
            known[-1]
            if known
            else journal.save(
                exercise_id, message["response"], edition=message["edition"], time=typed
            )
        )
        self.send(self._saved(message, entry) | {"kept": True, "edition": message["edition"]})
        self._desk.changed()

    def on_check(self, message):
        """Say whether another window or process has answered since, or the answer is gone."""
        history, base = self._desk.journal.history(self._exercise.id), message.get("base")
        latest = history[-1] if history else None
        if base and all(entry.id != base for entry in history):
            self.say(message, "lost")
        elif latest and latest.id != base:
            self.say(message, "elsewhere", entry=self._entry(latest))

    def on_ask(self, message):
        """Answer a question that belongs to the kind; nothing is saved."""
        reply = self._kind.asked(self._exercise, message, self._learner())
        self.say(message, "answered", **reply)

    def on_gone(self, message):
        """Forget a view and what it was told."""
        self._handled.pop(message["view"], None)
        super().on_gone(message)

    def left(self):
        """Close a replaced widget that no page shows any more."""
        self._desk.hide(self._exercise.id, self)

    def tell_erased(self, journal: str):
        """Tell all views that the answers are erased, and under which name drafts go on."""
        self._handled.clear()
        self._answers.clear()
        self.send({"did": "erased", "journal": journal})

    def tell_brought(self):
        """Tell all views that answers were brought in: what nobody has touched shows them."""
        self.send({"did": "brought"})

    # How it is done ---------------------------------------------------------------------
    def _read(self, entry: Entry) -> Answer:
        """Give what an entry of the journal holds; it is read once."""
        if entry.id not in self._answers:
            self._answers[entry.id] = self._kind.read(self._exercise, entry.response)
        return self._answers[entry.id]

    def _learner(self, history: list[Entry] | None = None, seed: int | None = None) -> Learner:
        """Give who answers; the journal is asked for the answers where they are not at hand."""

        def earlier() -> list[Answer]:
            known = self._desk.journal.history(self._exercise.id) if history is None else history
            return [self._read(entry) for entry in known]

        seed = self._desk.journal.learner().seed if seed is None else seed
        return Learner(str(seed), earlier)

    def _feedback(self, answer: Answer, history: list[Entry] | None = None) -> dict[str, Any]:
        """Give the notes that an answer calls for, and what its kind says besides."""
        more = self._kind.found(self._exercise, answer, self._learner(history))
        return self._kind.feedback(self._exercise, answer) | more

    def _earlier(self, history: list[Entry]) -> list[dict[str, Any]]:
        """Give the answers before the latest, repeats left out, and only so many."""
        found: list[dict[str, Any]] = []
        for entry in reversed(history[:-1]):
            response = self._read(entry).response
            if not found or response != found[-1]:
                found.append(response)
            if len(found) == EARLIER:
                break
        return found[::-1]

    def _current(self, entry: Entry) -> bool:
        return self._kind.lasting or entry.edition == self._exercise.edition

    def _entry(self, entry: Entry) -> dict[str, Any]:
        answer = self._read(entry)
        return {
            "id": entry.id,
            "time": entry.time,
            "response": answer.response,
            "current": self._current(entry),
            "words": self._kind.say(self._exercise, answer) or [str(entry.response)],
            "usable": any(answer.given.values()),
        }

    def _known(self, history: list[Entry]) -> dict[str, Any]:
        """Give what tells a page whether words that it kept are newer than the latest answer."""
        return {"ids": [entry.id for entry in history[-KNOWN:]], "now": self._now()}

    def _now(self) -> float:
        return self._desk.journal.now().timestamp() * 1000

    def _save(self, message):
        unknown = self._unknown(message)
        again = unknown if unknown and _says(unknown, message) else None
        entry = again or self._written(message)
        self._clear(entry)
        answer = self._saved(message, entry) | {
            "seq": message["seq"],
            "elsewhere": unknown.time if unknown and not again else None,
            "feedback": self._feedback(self._read(entry)),
        }
        self._handled[message["view"]] = answer
        self.send(answer)
        self._tell_others(message["view"], entry)

    def _unknown(self, message) -> Entry | None:
        """Give the latest answer where the page that saves does not build on it."""
        own = self._handled.get(message["view"])  # a save may go out before the last is answered
        before = self._latest()
        known = (message.get("base"), own and own["entry"]["id"])
        return before if before and before.id not in known else None

    def _written(self, message) -> Entry:
        response, id_ = message["response"], _uuid(message.get("id") or "")
        return self._desk.journal.save(
            self._exercise.id, response, edition=message["edition"], id=id_
        )

    def _clear(self, entry: Entry):
        """Take earlier answers out of the file where the new one asks for it."""
        answer, journal = self._read(entry), self._desk.journal
        for earlier in journal.history(self._exercise.id):
            if earlier.id != entry.id and self._kind.outdates(answer, self._read(earlier)):
                journal.erase(self._exercise.id, entry=earlier)

    def _latest(self):
        """Give the latest answer; a journal that cannot be read says why when it is written."""
        with contextlib.suppress(JournalError):
            return self._desk.journal.latest(self._exercise.id)
        return None

    def _saved(self, message, entry) -> dict:
        return {
            "to": message["view"],
            "did": "saved",
            "response": message["response"],
            "entry": {"id": entry.id, "time": entry.time},
            "now": self._now(),
        }

    def _tell_others(self, view, entry):
        told = {"did": "elsewhere", "from": view, "entry": self._entry(entry)}
        for widget in self._desk.shown(self._exercise.id):
            widget.send(told)
        self._desk.changed()


def _uuid(name: str) -> str:
    """Give the id that a page has made, so that a save that is sent again is written once."""
    try:
        return str(UUID(name, version=4)) if name else ""
    except (ValueError, AttributeError, TypeError):
        return ""


def _says(entry: Entry, message) -> bool:
    """Say whether an answer that a page did not know of has the very words it sends.

    A browser that crashed may bring back what it had sent; a slow one sends before it has heard.
    """
    return (entry.response, entry.edition) == (message["response"], message["edition"])


def exercise_parts(kind: str) -> tuple[tuple[str | Path, ...], tuple[str, ...]]:
    """Give the script files of a kind's view and the groups of its words.

    Parameters
    ----------
    kind : str
        Its name; a group of words of that name lies over those of every exercise.

    Examples
    --------
    >>> parts, groups = exercise_parts("rank")
    >>> parts[0], parts[-2], parts[-1].name, groups
    ('dom', 'exercise', 'view.js', ('exercise', 'rank'))
    """
    one = kind_of(kind)
    own: tuple[str, ...] = ()
    with contextlib.suppress(KeyError):
        own = (kind,) if words(kind) else ()
    return (*SHARED, *one.scripts, one.folder / "view.js"), ("exercise", *own)


def exercise_widget(exercise: Exercise, desk: Desk) -> ExerciseWidget:
    """Make the widget of an exercise.

    Parameters
    ----------
    exercise : Exercise
    desk : Desk

    Returns
    -------
    ExerciseWidget

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> from workbook.journal import Journal
    >>> library = Library(packaged_course())
    >>> desk = Desk(library, Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> widget = exercise_widget(library.exercise("00/what_it_claims"), desk)
    >>> "( ) " in repr(widget)
    True
    """
    return ExerciseWidget(exercise, desk)
