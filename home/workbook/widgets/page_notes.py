"""Bookmarks and notes on the sections of a page: their answers travel by the page's header."""

import contextlib
from collections.abc import Callable
from typing import Any

from ..content.model import Exercise
from ..errors import JournalError
from ..kinds import Learner
from ..record.bookmarks import bookmark, bookmarks, is_bookmark
from ..record.desk import Desk
from ..words import word
from .exercise import ExerciseWidget
from .spec import view_spec

__all__ = ["PageNotes"]


class _Note(ExerciseWidget):
    """The bookmark of one section; what it says goes through the header."""

    def __init__(self, exercise: Exercise, desk: Desk, tell: Callable[[Any], None]):
        self._say = tell
        super().__init__(exercise, desk)

    def send(self, content, buffers=None):
        """Hand over what a view of this section is to hear."""
        self._say(content)


class PageNotes:
    """The part of the header that looks after bookmarks; the header is a page widget.

    Examples
    --------
    >>> callable(PageNotes.marks)
    True
    """

    _desk: Desk
    send: Callable[..., None]

    def marks(self) -> dict[str, Any]:
        """Give the bookmarks there are, and what a view of one that is not opened yet draws."""
        with contextlib.suppress(JournalError):
            return self._marks()
        return {}

    def _marks(self) -> dict[str, Any]:
        learner = self._desk.journal.learner()
        any_ = bookmark(self._desk.library, "00/section:")
        drawn = view_spec(any_, Learner(str(learner.seed)), learner.journal)
        title = word("bookmarks", "title", section="{section}")
        return {"bookmarks": bookmarks(self._desk), "bookmark": {**drawn, "title": title}}

    def on_note(self, message):
        """Let the bookmark of a section hear what its view has to say."""
        name = message.get("id")
        if not isinstance(name, str) or not is_bookmark(name):
            return
        notes = self.__dict__.setdefault("_notes", {})
        if name not in notes:
            made = bookmark(self._desk.library, name)
            notes[name] = _Note(made, self._desk, lambda said: self._tell(name, said))
        notes[name]._receive(notes[name], message["message"], None)

    def _tell(self, name: str, said: Any):
        self.send({"did": "note", "id": name, "message": said})
