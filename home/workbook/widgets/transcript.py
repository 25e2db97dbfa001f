"""A guided panel for a transcript: look, mask, name the roles, see both sides."""

from pathlib import Path

from ..content.copies import without_copies
from ..content.markup import titled
from ..errors import WorkbookError
from ..readings import talk
from ..record.desk import Desk
from ..record.talk_numbers import KEPT_AS
from ..words import word, words
from .page import PageWidget

__all__ = ["TranscriptWidget"]


class TranscriptWidget(PageWidget):
    """Puts a transcript in, shows its profile; keeps nothing unless asked, then only numbers.

    Parameters
    ----------
    desk : Desk
        The journal, and the folder of the course.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> from workbook.journal import Journal
    >>> desk = Desk(Library(packaged_course()), Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> repr(TranscriptWidget(desk)).startswith("Count a talk of your own")
    True
    """

    parts, groups = ("dom", "host", "panel", "transcript"), ("talk",)

    def __init__(self, desk: Desk):
        self._desk = desk
        self._folder = desk.library.root / "datasets" / "transcripts"
        examples = [{"name": p.stem, "title": _title(p)} for p in self._files()]
        limits = {**talk.limits(), **talk.LENGTHS}
        super().__init__(words("talk")["plain"], {"examples": examples, "limits": limits})

    def _files(self) -> list[Path]:
        return sorted(without_copies(self._folder.glob("*.csv")))

    def opened(self, message):
        """Say that the panel is ready."""
        self.say(message, "ready")

    def left(self):
        """Go when no page shows the panel."""
        self.close()

    def on_look(self, message):
        """Read the text or the file that was put in; a file comes as its bytes."""
        file = message.get("buffers")
        source = bytes(file[0]) if file else message["text"]
        name, voices = message.get("name", ""), message.get("voices")
        self.say(message, "looked", **talk.look(source, name=name, voices=voices))

    def on_example(self, message):
        """Read one of the invented transcripts of the course."""
        name, known = message["name"], {path.stem: path for path in self._files()}
        if name not in known:
            raise WorkbookError(word("talk", "no_example", name=name))
        self.say(message, "looked", **talk.look(known[name].read_text(encoding="utf-8")))

    def on_mask(self, message):
        """Cover what was found, one thing of it, or something that the check missed."""
        turns, also = message["turns"], message.get("also", "")
        found = talk.masked(turns, message.get("only"), also)
        if also and found["turns"] == [list(row) for row in turns]:
            raise WorkbookError(word("talk", "also_none", text=also))
        self.say(message, "looked", **found)

    def on_profile(self, message):
        """Measure from both sides."""
        turns, roles = message["turns"], message["roles"]
        intervals = message.get("intervals")
        self.say(message, "profile", **talk.profile(turns, roles, intervals=intervals))

    def on_keep(self, message):
        """Write the numbers of the last profile to the journal, and no word of the talk."""
        self._desk.journal.save(KEPT_AS, {"numbers": message["numbers"]})
        self._desk.changed()
        self.say(message, "kept")


def _title(path: Path) -> str:
    """Give the title of a transcript of the course; one of their own has the name of its file."""
    known = path.stem in words("transcripts")
    return word("transcripts", path.stem) if known else titled(path.stem)
