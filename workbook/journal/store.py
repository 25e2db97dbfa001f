"""The journal: an append-only file of answers that nothing but its owner makes shorter."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from workbook.errors import JournalError
from workbook.files import part_of, write
from workbook.journal import disk
from workbook.journal.entry import LEARNER, Entry, Learner, scan, stamp
from workbook.journal.export import read_export, write_export
from workbook.journal.index import fault_sentence
from workbook.journal.moment import later
from workbook.journal.remains import belongs
from workbook.journal.response import check_name, plain
from workbook.journal.shared import SharedFile
from workbook.words import word

__all__ = ["Journal"]

_UNWRITTEN: dict[Path, Learner] = {}  # of journals that could not be written yet


class Journal:
    """A learner's answers, one JSON line each, in one private file.

    Several programs may use one file at once, and several threads one `Journal`.

    Parameters
    ----------
    path : path
        The file. It is made, with its folder, at the first save.

    Examples
    --------
    >>> import tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> journal = Journal(Path(folder.name, "my-work", "journal.jsonl"))
    >>> entry = journal.save("01/who_benefits", {"chosen": ["b"]})
    >>> journal.latest("01/who_benefits").response
    {'chosen': ['b']}
    >>> journal.erase("01/who_benefits"), journal.count()
    (1, 0)
    >>> folder.cleanup()
    """

    def __init__(self, path: str | os.PathLike) -> None:
        self._file = SharedFile(path)
        self.path = self._file.path

    def __repr__(self) -> str:
        return f"Journal({str(self.path)!r})"

    def save(
        self,
        exercise: str,
        response: dict,
        edition: str = "",
        *,
        time: datetime | None = None,
        id: str = "",  # noqa: A002
    ) -> Entry:
        """Add an answer; return only when the disk has it.

        Parameters
        ----------
        exercise : str
            The exercise's id.
        response : dict
            Plain JSON values with text keys.
        edition : str
            The wording that was answered.
        time : datetime, optional
            When the words were typed, for a recovered draft; aware, at most now. Without it the
            answer is the latest of its exercise, whatever a clock says or said.
        id : str, optional
            A UUID; a save that is sent again with the same one is written once.

        Returns
        -------
        Entry
            As it will be read back.

        Raises
        ------
        JournalError
            If the answer could not be kept; the message says what to do.
        """
        check_name(exercise)
        if time is not None and time.tzinfo is None:
            raise ValueError("The time of a save must say its time zone.")
        response = plain(response)
        with self._file.writing("still_in_browser") as fd:
            if known := self._file.index.again(fd, exercise, id):
                return known
            moment, clock = self._moment(exercise, time)
            entry = Entry.new(exercise, response, str(edition), moment, clock=clock, id=id)
            line = entry.line()
            disk.append(fd, line, torn=self._file.index.torn)
            self._file.index.added(fd, entry, line)
        return entry

    def now(self) -> datetime:
        """Give the time of the clock that dates answers."""
        return datetime.now(UTC)

    def latest(self, exercise: str) -> Entry | None:
        """Return the answer with the greatest time, of equal ones the later line.

        Examples
        --------
        >>> Journal("no_file.jsonl").latest("01/who_benefits") is None
        True
        """
        found = self._file.ask(lambda fd: self._file.index.entries(fd, exercise, last=1))
        return found[0] if found else None

    def latest_of_each(self) -> dict[str, Entry]:
        """Return the latest answer to every exercise that has one; the file is opened once.

        Examples
        --------
        >>> Journal("no_file.jsonl").latest_of_each()
        {}
        """
        return self._file.ask(self._file.index.latest)

    def history(self, exercise: str) -> list[Entry]:
        """Return all answers to an exercise; the last one is the latest.

        Examples
        --------
        >>> Journal("no_file.jsonl").history("01/who_benefits")
        []
        """
        return self._file.ask(lambda fd: self._file.index.entries(fd, exercise))

    def entries(self) -> Iterator[Entry]:
        """Go through all answers in file order.

        Examples
        --------
        >>> list(Journal("no_file.jsonl").entries())
        []
        """
        for line in scan(self._file.read("untouched")):
            if line.entry and line.entry.exercise != LEARNER:
                yield line.entry

    def exercises(self) -> list[str]:
        """Return the ids of all exercises that have an answer, sorted.

        Examples
        --------
        >>> Journal("no_file.jsonl").exercises()
        []
        """
        return self._file.ask(lambda _: sorted(self._file.index.spans))

    def count(self) -> int:
        """Return how many answers there are, earlier ones included.

        Examples
        --------
        >>> Journal("no_file.jsonl").count()
        0
        """
        return self._file.ask(lambda _: sum(map(len, self._file.index.spans.values())))

    def newest(self) -> str:
        """Return the id of the answer that was added last, if any.

        Examples
        --------
        >>> Journal("no_file.jsonl").newest()
        ''
        """
        return self._file.ask(lambda _: self._file.index.newest)

    def problems(self) -> list[str]:
        """Say in one sentence each which lines of the file were left out, and why.

        Examples
        --------
        >>> Journal("no_file.jsonl").problems()
        []
        """
        faults = self._file.ask(lambda _: list(self._file.index.faults))
        return [fault_sentence(number, fault, self.path.name) for number, fault in faults]

    def learner(self) -> Learner:
        """Return the journal's own id and shuffle seed; make them at the first call.

        If the file cannot be written they stay the same in this process, so that exercises show.

        Examples
        --------
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     journal = Journal(Path(folder, "journal.jsonl"))
        ...     journal.learner() == Journal(journal.path).learner()
        True
        """
        try:
            found = self._file.ask(lambda _: self._file.index.learner)
            found = found or self._file.enrol("exercises_work", _UNWRITTEN.get(self.path))
            _UNWRITTEN.pop(self.path, None)
            return found
        except JournalError:
            return _UNWRITTEN.setdefault(self.path, Learner.new())

    def erase(self, exercise: str, *, entry: Entry | str | None = None) -> int:
        """Erase the answers to an exercise, or only one of them; return how many.

        Lines that cannot be read stay, unless they are the remains of a save to this exercise.

        Parameters
        ----------
        exercise : str
            The exercise's id.
        entry : Entry or str, optional
            One entry, or its id.

        Raises
        ------
        JournalError
            If nothing could be erased.
        """
        check_name(exercise)
        one = entry.id if isinstance(entry, Entry) else entry
        with self._file.exclusive("nothing_erased"):
            lines = list(scan(self._file.read("nothing_erased")))
            kept = [line.raw for line in lines if not belongs(line, exercise, one)]
            if len(kept) < len(lines):
                write(self.path, b"".join(raw + b"\n" for raw in kept), private=True)
                self._file.index.clear()
        return sum(bool(line.entry and belongs(line, exercise, one)) for line in lines)

    def erase_all(self) -> int:
        """Erase the whole file, the journal's id and unreadable lines too; return how many.

        Examples
        --------
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     Journal(Path(folder, "journal.jsonl")).erase_all()
        0
        """
        with self._file.exclusive("maybe_not_all_erased"):
            count = self.count()
            self.path.unlink(missing_ok=True)
            part_of(self.path).unlink(missing_ok=True)
            self._file.index.clear()
            _UNWRITTEN.pop(self.path, None)
        return count

    def export(self, path: str | os.PathLike, *, force: bool = False) -> int:
        """Write a copy of all answers, ``.jsonl`` or ``.csv``; return how many.

        Examples
        --------
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     Journal("no_file.jsonl").export(Path(folder, "answers.csv"))
        0
        """
        target = Path(path).expanduser()
        if os.path.realpath(target) == str(self.path):
            raise JournalError(word("journal", "is_the_journal", path=target))
        return write_export(self.entries(), target, force=force)

    def merge(self, path: str | os.PathLike) -> int:
        """Add the answers of a ``.jsonl`` export that are not here yet; return how many.

        Examples
        --------
        >>> Journal("journal.jsonl").merge("gone.jsonl")
        Traceback (most recent call last):
        ...
        workbook.errors.JournalError: There is no gone.jsonl. Nothing was imported. Check the name.
        """
        incoming = {entry.id: entry for entry in reversed(read_export(Path(path).expanduser())[0])}
        if not incoming:
            return 0
        with self._file.writing("not_all_imported") as fd:
            for line in scan(disk.read_at(fd, 0, os.fstat(fd).st_size)):
                if line.entry:
                    incoming.pop(line.entry.id, None)
            lines = [entry.line() for entry in reversed(incoming.values())]
            if lines:
                disk.append(fd, b"".join(lines), torn=self._file.index.torn)
        return len(lines)

    def _moment(self, exercise: str, time: datetime | None) -> tuple[str, str]:
        now = self.now()
        if time is not None:
            return stamp(min(time, now)), ""
        spans = self._file.index.spans.get(exercise)
        return later(now, spans[-1][0] if spans else "")
