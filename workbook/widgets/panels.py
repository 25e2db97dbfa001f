"""Parts of the page that show the journal's state: header, progress, recall, answers."""

import contextlib
from collections.abc import Callable

from ..content.library import Library
from ..content.markup import plain_words
from ..content.model import Exercise, Module
from ..errors import JournalError, WorkbookError
from ..record.bookmarks import exercise_in
from ..record.desk import Desk
from ..record.log import reminders
from ..record.recalled import recalled
from ..record.resume import go_on
from ..record.safety import given
from ..words import word, words
from .answers_file import AnswersFile
from .hand_in import HandInFile
from .page import PageWidget
from .page_notes import PageNotes
from .portfolio_file import PortfolioFile
from .start import module_time, start_spec

__all__ = [
    "AnswersWidget", "ProgressWidget", "RecallWidget", "StartWidget", "recall_spec",
]  # fmt: skip


class _Panel(PageWidget):
    """A part of the page that is told the state when it opens and after every change.

    Parameters
    ----------
    desk : Desk
    plain : str
        The text form.
    spec : dict
        What never changes.
    """

    def __init__(self, desk: Desk, plain: str, spec: dict):
        self._desk = desk
        super().__init__(plain, spec)
        desk.listen(self.tell)

    def state(self) -> dict:
        """Give what the view shows now."""
        return {"modules": self._desk.progress()}

    def tell(self):
        """Send the state to every view."""
        if self._views:
            self.send({"did": "state", **self.state()})

    def opened(self, message):
        """Send the state to a view that has just opened."""
        self.say(message, "state", **self.state())

    def left(self):
        """Listen no more, and go."""
        self._desk.forget(self.tell)
        self.close()


class StartWidget(AnswersFile, PageNotes, _Panel):
    """The header of a module.

    Parameters
    ----------
    desk : Desk
    module : Module
    stale : dict, optional
        ``{"old": ..., "new": ...}`` when the learner's copy is older than the installed course.
    open_new : callable, optional
        Unpacks the new edition; gives the path of its notebook below the course folder.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> from workbook.journal import Journal
    >>> library = Library(packaged_course())
    >>> desk = Desk(library, Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> repr(StartWidget(desk, library.module("00"))).startswith("Start here. About ")
    True
    """

    parts, groups = ("dom", "host", "panel", "safety", "start"), ("safety", "module")

    def __init__(self, desk: Desk, module: Module, stale=None, open_new: Callable | None = None):
        self._stale, self._open_new = stale, open_new
        objectives = "; ".join(plain_words(o).rstrip(".") for o in module.objectives)
        about = {"title": module.title, "time": module_time(module), "objectives": objectives}
        plain = word("module", "plain", **about)
        note = f"\n{words('module')['content_note']}: {plain_words(module.content_note)}"
        whole = plain + (note if module.content_note else "")
        super().__init__(desk, whole, start_spec(desk.library, module))

    def state(self) -> dict:
        """Give the progress, the place of the answers, and what is the matter with them."""
        journal = self._desk.journal
        try:
            trouble = " ".join(journal.problems())
        except JournalError as error:
            trouble = str(error)
        found = {"path": str(journal.path), "trouble": trouble, "stale": self._stale}
        found["reminders"] = reminders(self._desk, self.spec["module"])
        more = {"safety": self.safe(), "next": self._next()}
        return super().state() | found | more | self.marks()

    def opened(self, message):
        """Look for copies of the answers, then send the state."""
        self.look_beside()
        super().opened(message)

    def _next(self) -> dict | None:
        with contextlib.suppress(JournalError):
            return go_on(self._desk)
        return None

    def on_open_new(self, message):
        """Unpack the new edition and tell the page where it is."""
        self.say(message, "opened", path=self._open_new())


class ProgressWidget(_Panel):
    """A table of what is done, recounted from the journal.

    Parameters
    ----------
    desk : Desk

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> from workbook.journal import Journal
    >>> library = Library(packaged_course())
    >>> desk = Desk(library, Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> ProgressWidget(desk).state()["modules"][0]["done"]
    0
    """

    parts, groups = ("dom", "host", "panel", "progress"), ("progress",)

    def __init__(self, desk: Desk):
        super().__init__(desk, words("progress")["plain"], {})


def recall_spec(library: Library, exercise: Exercise) -> dict:
    """Give what the panel of an earlier answer draws before the answer is known.

    Parameters
    ----------
    library : Library
    exercise : Exercise
        The one that was answered.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> library = Library(packaged_course())
    >>> recall_spec(library, library.exercise("00/start_line"))["place"]
    'modules/00_start_here.ipynb'
    """
    place = f"modules/{library.module(exercise.id.partition('/')[0]).notebook}"
    return {"id": exercise.id, "title": exercise.title, "place": place}


class RecallWidget(_Panel):
    """The learner's own earlier answer, to read only.

    Parameters
    ----------
    desk : Desk
    exercise : Exercise

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> from workbook.journal import Journal
    >>> library = Library(packaged_course())
    >>> desk = Desk(library, Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> RecallWidget(desk, library.exercise("00/start_line")).state()
    {'lines': [], 'time': None}
    """

    parts, groups = ("dom", "host", "panel", "recall"), ("recall",)

    def __init__(self, desk: Desk, exercise: Exercise):
        self._exercise = exercise
        plain = word("recall", "plain", title=exercise.title)
        super().__init__(desk, plain, recall_spec(desk.library, exercise))

    def state(self) -> dict:
        """Give the answer in words, with its time."""
        entry = self._desk.journal.latest(self._exercise.id)
        if not entry:
            return {"lines": [], "time": None}
        lines = recalled(self._desk.journal, self._exercise, entry)
        return {"lines": lines, "time": entry.time if lines else None}


class AnswersWidget(AnswersFile, HandInFile, PortfolioFile, _Panel):
    """Where the answers are; a copy out, a copy in, a portfolio, a hand-in, erasing one or all.

    Parameters
    ----------
    desk : Desk

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> from workbook.journal import Journal
    >>> library = Library(packaged_course())
    >>> desk = Desk(library, Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> AnswersWidget(desk).state()["entries"]
    0
    """

    parts = ("dom", "host", "draft", "panel", "safety", "hand_in", "portfolio", "answers")
    groups = ("safety", "hand_in_page", "portfolio_page", "answers")

    def __init__(self, desk: Desk):
        super().__init__(desk, words("answers")["plain"], {})

    def state(self) -> dict:
        """Give the place, the number of answers, and the exercises they belong to."""
        journal, (answers, exercises) = self._desk.journal, given(self._desk)
        titles = [{"id": i, "title": self._title(i)} for i in journal.exercises()]
        return {
            "path": str(journal.path),
            "entries": journal.count(),
            "exercises": titles,
            "sure_all": word("answers", "sure_all", answers=answers, exercises=exercises),
            "safety": self.safe(),
        }

    def opened(self, message):
        """Look for copies of the answers, then send the state."""
        self.look_beside()
        super().opened(message)

    def _title(self, exercise_id: str) -> str:
        try:
            return exercise_in(self._desk.library, exercise_id).title
        except WorkbookError:
            return exercise_id

    def on_erase(self, message):
        """Erase the answers to one exercise."""
        self._erase(message["exercise"])

    def on_erase_all(self, _message):
        """Erase every answer."""
        self._erase(None)

    def _erase(self, exercise_id: str | None):
        journal = self._desk.journal
        name = journal.learner().journal
        journal.erase(exercise_id) if exercise_id else journal.erase_all()
        self._desk.erasures += 1
        for widget in self._desk.shown(exercise_id):
            widget.tell_erased(journal.learner().journal)
        self._desk.changed()
        self.send({"did": "erased", "exercise": exercise_id, "journal": name})
