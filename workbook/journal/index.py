"""Where each answer is in the journal file, kept up to date at little cost."""

import os
from bisect import insort

from workbook.journal.disk import read_at
from workbook.journal.entry import LEARNER, Entry, Learner, Line, scan
from workbook.words import Message, word

__all__ = ["Index", "fault_sentence"]

_AGAIN = 50  # so many answers back a save that is sent again is looked for


class Index:
    """The places of all entries, by exercise; the words themselves stay in the file.

    Attributes
    ----------
    spans : dict of str to list of (str, int, int, str)
        Per exercise the time, first byte, length and id of each entry, oldest first.
    faults : list of (int, str)
        Line number and kind of each line that was left out.
    learner : Learner or None
        The journal's id and seed, once it has them.
    torn : bool
        The file does not end in a newline.
    newest : str
        The id of the entry that stands last in the file.

    Examples
    --------
    >>> import tempfile
    >>> index = Index()
    >>> with tempfile.TemporaryFile() as file:
    ...     _ = file.write(Entry.new("01/who_benefits", {}).line() + b"torn")
    ...     file.flush()
    ...     index.refresh(file.fileno())
    >>> len(index.spans["01/who_benefits"]), index.faults, index.torn
    (1, [(2, 'torn')], True)
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget everything, as for a file that is gone.

        Examples
        --------
        >>> index = Index()
        >>> index.clear()
        >>> index.spans
        {}
        """
        self.spans: dict[str, list[tuple[str, int, int, str]]] = {}
        self.faults: list[tuple[int, str]] = []
        self.learner: Learner | None = None
        self.torn = False
        self.newest = ""
        self._end = 0
        self._number = 1
        self._last = Line(1, 0, b"", None, "")
        self._seen = (0, 0, 0)

    def refresh(self, fd: int) -> None:
        """Read what was added since the last time; read all again if the file was changed.

        The last known line must still be where it was: a file number alone proves nothing,
        because the system gives the number of a replaced file to the next one.

        Examples
        --------
        >>> index = Index()
        >>> with open(os.devnull, "rb") as file:
        ...     index.refresh(file.fileno())
        """
        state = os.fstat(fd)
        if not self._continues(fd, state):
            self.clear()
        if state.st_size > self._end:
            self._take(read_at(fd, self._end, state.st_size - self._end))
        self._seen = state.st_dev, state.st_ino, state.st_mtime_ns

    def added(self, fd: int, entry: Entry, raw: bytes) -> None:
        """Note a line that was appended under the lock just after `refresh`.

        It is left to the next `refresh` if the file is not as expected.

        Parameters
        ----------
        fd : int
            The file that was given to `refresh`.
        entry : Entry
            What was appended.
        raw : bytes
            Its whole line.

        Examples
        --------
        >>> index = Index()
        >>> with open(os.devnull, "rb") as file:
        ...     index.added(file.fileno(), Entry.new("01/who_benefits", {}), b"elsewhere")
        >>> index.spans
        {}
        """
        state = os.fstat(fd)
        if not self.torn and state.st_size == self._end + len(raw):
            self._note(Line(self._number, self._end, raw[:-1], entry, ""))
            self._end = state.st_size
            self._number += 1
            self._seen = state.st_dev, state.st_ino, state.st_mtime_ns

    def entries(self, fd: int | None, exercise: str, last: int = 0) -> list[Entry]:
        """Read the entries of one exercise, oldest first.

        Parameters
        ----------
        fd : int or None
            The file that was given to `refresh`; None where there is none yet.
        exercise : str
            The exercise's id.
        last : int
            Only so many, from the newest; 0 means all.

        Examples
        --------
        >>> Index().entries(-1, "01/who_benefits")
        []
        """
        if fd is None:
            return []
        spans = self.spans.get(exercise, [])[-last:]
        return [Entry.read(read_at(fd, start, size)) for _, start, size, _ in spans]

    def latest(self, fd: int | None) -> dict[str, Entry]:
        """Read the newest entry of each exercise.

        Examples
        --------
        >>> Index().latest(None)
        {}
        """
        return {name: self.entries(fd, name, last=1)[0] for name in self.spans}

    def again(self, fd: int, exercise: str, id: str) -> Entry | None:  # noqa: A002
        """Give an entry that was saved not long ago, if it is among the last ones.

        Parameters
        ----------
        fd : int
            The file that was given to `refresh`.
        exercise : str
            The exercise's id.
        id : str
            The id of the entry; empty for none.

        Examples
        --------
        >>> Index().again(-1, "01/who_benefits", "") is None
        True
        """
        for _, start, size, known in self.spans.get(exercise, [])[-_AGAIN:] if id else []:
            if known == id:
                return Entry.read(read_at(fd, start, size))
        return None

    def _continues(self, fd: int, state: os.stat_result) -> bool:
        if (state.st_dev, state.st_ino) != self._seen[:2] or state.st_size < self._end:
            return False
        if state.st_size == self._end and state.st_mtime_ns != self._seen[2]:
            return False
        if state.st_size > self._end and self.torn:
            return False
        known = self._last.raw  # empty as long as the file holds only blank lines
        return bool(known) and read_at(fd, self._last.start, len(known)) == known

    def _take(self, data: bytes) -> None:
        self.torn = not data.endswith(b"\n")
        for line in scan(data, self._number, self._end):
            self._note(line)
        if self.torn and self._last.fault == "broken":
            self.faults[-1] = (self._last.number, "torn")
        self._end += len(data)
        self._number += data.count(b"\n")

    def _note(self, line: Line) -> None:
        self._last = line
        if line.entry is None:
            self.faults.append((line.number, line.fault))
        elif line.entry.exercise == LEARNER:
            self.learner = self.learner or _learner(line.entry)
        else:
            self.newest = line.entry.id
            spans = self.spans.setdefault(line.entry.exercise, [])
            insort(spans, (line.entry.time, line.start, len(line.raw), line.entry.id))


def fault_sentence(number: int, fault: str, name: str) -> Message:
    """Say in plain words why a line was left out.

    Parameters
    ----------
    number : int
        The line's number, from 1.
    fault : str
        ``broken``, ``torn``, ``foreign`` or ``newer``.
    name : str
        The file's name.

    Examples
    --------
    >>> fault_sentence(3, "broken", "journal.jsonl")
    'Line 3 of journal.jsonl cannot be read, so it is left out; it is kept in the file.'
    """
    return word("journal", f"line_{fault}", line=number, name=name)


def _learner(entry: Entry) -> Learner | None:
    journal, seed = entry.response.get("journal"), entry.response.get("seed")
    return Learner(journal, seed) if type(journal) is str and type(seed) is int else None
