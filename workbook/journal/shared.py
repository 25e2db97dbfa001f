"""One journal file as several programs and threads share it."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbook.journal import disk
from workbook.journal.entry import LEARNER, Entry, Learner
from workbook.journal.index import Index
from workbook.journal.lock import locked

__all__ = ["SharedFile"]


class SharedFile:
    """The file, its index, and the ways to hold them while nobody else changes them.

    Each way turns system errors into a sentence for a person; `safe` names the words of the group
    ``journal`` that say what is safe.

    Parameters
    ----------
    path : path
        Links are followed, so that all programs lock and replace the same file.

    Examples
    --------
    >>> SharedFile("no_file.jsonl").read("nothing_erased")
    b''
    """

    def __init__(self, path: str | os.PathLike) -> None:
        self.path = Path(os.path.realpath(Path(path).expanduser()))
        self.index = Index()
        self._mutex = threading.RLock()

    @contextmanager
    def exclusive(self, safe: str) -> Iterator[None]:
        """Be the only writer; turn system errors into sentences.

        Examples
        --------
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = SharedFile(Path(folder, "journal.jsonl"))
        ...     with file.exclusive("nothing_erased"):
        ...         file.path.exists()
        False
        """
        try:
            with self._mutex:
                if not self.path.parent.is_dir():
                    self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with locked(self.path):
                    yield
        except OSError as error:
            raise disk.sentence(error, self.path, safe) from error

    @contextmanager
    def writing(self, safe: str) -> Iterator[int]:
        """Be the only writer, with the file open at its end and the index up to date.

        Examples
        --------
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = SharedFile(Path(folder, "journal.jsonl"))
        ...     with file.writing("nothing_imported") as fd:
        ...         file.path.exists()
        True
        """
        with self.exclusive(safe), disk.opened(self.path) as fd:
            self.index.refresh(fd)
            yield fd

    def ask(self, question: Callable[[int | None], Any]) -> Any:
        """Bring the index up to date and ask it something about the open file.

        Examples
        --------
        >>> SharedFile("no_file.jsonl").ask(lambda fd: fd) is None
        True
        """
        try:
            with self._mutex, disk.reading(self.path) as fd:
                if fd is None:
                    self.index.clear()
                else:
                    self.index.refresh(fd)
                return question(fd)
        except OSError as error:
            raise disk.sentence(error, self.path, "untouched") from error

    def enrol(self, safe: str, learner: Learner | None = None) -> Learner:
        """Write the journal's own id, unless another program was faster; give the one that counts.

        Examples
        --------
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file, made = SharedFile(Path(folder, "journal.jsonl")), Learner.new()
        ...     file.enrol("exercises_work", made) == made
        True
        """
        learner = learner or Learner.new()
        with self.writing(safe) as fd:
            if self.index.learner:
                return self.index.learner
            disk.append(fd, Entry.new(LEARNER, asdict(learner)).line(), torn=self.index.torn)
        return learner

    def read(self, safe: str) -> bytes:
        """Return the whole file; nothing if there is none.

        Examples
        --------
        >>> SharedFile("no_file.jsonl").read("")
        b''
        """
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise disk.sentence(error, self.path, safe) from error
