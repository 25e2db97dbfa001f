"""What a page asks of the answers file: a copy out, a copy in, the copies beside it."""

import tempfile
from pathlib import Path

from ..errors import JournalError
from ..journal.copies import Copy, copies
from ..record.desk import Desk
from ..record.erased import bring_in
from ..record.safety import safety
from ..words import word

__all__ = ["AnswersFile"]

EXPORT_NAME = "my-workbook-answers.jsonl"


class AnswersFile:
    """The part of a panel that looks after the answers file; the panel is a page widget.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> from workbook.journal import Journal
    >>> from workbook.widgets.panels import AnswersWidget
    >>> journal = Journal(tempfile.mkdtemp() + "/journal.jsonl")
    >>> _ = journal.save("00/what_it_claims", {"chosen": {"": "c"}, "shown": True})
    >>> panel = AnswersWidget(Desk(Library(packaged_course()), journal))
    >>> panel.look_beside()
    >>> [panel.safe()[name] for name in ("entries", "copies")]
    [1, []]
    """

    _desk: Desk
    _copies: tuple[Copy, ...] = ()

    def look_beside(self):
        """Look for copies of the journal; a page that opens asks once."""
        try:
            self._copies = tuple(copies(self._desk.journal))
        except JournalError:
            self._copies = ()

    def safe(self) -> dict:
        """Give what the view says about the safety of the answers."""
        return safety(self._desk, self._copies)

    def on_export(self, message):
        """Send a copy of all answers for the page to download."""
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / EXPORT_NAME
            self._desk.journal.export(copy)
            text = copy.read_text(encoding="utf-8")
        self.say(message, "exported", name=EXPORT_NAME, text=text)

    def on_import(self, message):
        """Add the answers of a copy."""
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / EXPORT_NAME
            copy.write_text(message["text"], encoding="utf-8")
            added = bring_in(self._desk.library, self._desk.journal, copy)
        self._brought()
        self.say(message, "imported", added=added)

    def on_bring(self, message):
        """Add the answers of a copy that lies beside the journal."""
        [found] = [c for c in self._copies if c.name == message["name"]] or [None]
        if found is None:
            raise JournalError(word("safety", "copy_gone", name=message["name"]))
        bring_in(self._desk.library, self._desk.journal, found.path)
        self._brought()
        exercises = word("safety", "exercises", n=found.exercises)
        self.say(message, "brought", said=word("safety", "brought", exercises=exercises))

    def _brought(self):
        """Let everything that is open show what was added."""
        self.look_beside()
        for widget in self._desk.shown():
            widget.tell_brought()
        self._desk.changed()

    def on_remembered(self, message):
        """Say whether an answer that the page has seen before is still in the file."""
        there = any(entry.id == message["newest"] for entry in self._desk.journal.entries())
        self.say(message, "remembered", there=there)
