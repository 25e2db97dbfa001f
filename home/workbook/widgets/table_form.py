"""A form that takes a table of sessions, shows how it was read, and gives the report."""

from collections.abc import Callable, Mapping
from typing import Any

from ..words import words
from .page import PageWidget

__all__ = ["TableWidget"]

Look = Callable[[bytes, Mapping[str, Any]], dict[str, Any]]
Make = Callable[[bytes, str, Mapping[str, Any]], dict[str, str]]


class TableWidget(PageWidget):
    """Puts a table in, asks what is ambiguous, gives the page; keeps nothing.

    Parameters
    ----------
    look : callable
        Takes the file and what is said about it; gives its first rows, notes and a question.
    make : callable
        Takes the file, its name and what is said; gives the page and the numbers.

    Examples
    --------
    >>> repr(TableWidget(lambda data, said: {}, lambda data, name, said: {}))[:25]
    'A report from a table of '
    """

    parts, groups = ("dom", "host", "panel", "table_form"), ("table_form",)

    def __init__(self, look: Look, make: Make):
        self._look, self._make = look, make
        super().__init__(words("table_form")["plain"], {})

    def opened(self, message):
        """Say that the form is ready."""
        self.say(message, "ready")

    def left(self):
        """Go when no page shows the form."""
        self.close()

    def on_look(self, message):
        """Read the file that was chosen; it comes as its bytes and is written nowhere."""
        self.say(message, "looked", **self._look(bytes(message["buffers"][0]), message["said"]))

    def on_make(self, message):
        """Make the report from the same bytes."""
        data, name = bytes(message["buffers"][0]), message["name"]
        self.say(message, "made", **self._make(data, name, message["said"]))
