"""Documents of the course that were read when a site was built.

Python in a browser is slow to read YAML, and a page counts what is done in all of the course. A
site lays the documents beside this module as it read them, each under a digest of its text: one
whose text has changed is not found there, and is read.
"""

import functools
import hashlib
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TypeVar

__all__ = ["LAID", "recording", "remembered", "written"]

LAID = "ready.pickle"
Read = TypeVar("Read")

_recorded: ContextVar[dict[str, bytes] | None] = ContextVar("recorded", default=None)


def remembered(text: str, file: str, read: Callable[[], Read]) -> Read:
    """Give a document that was laid ready; where there is none, read it.

    Parameters
    ----------
    text, file : str
        Its text, and its name for messages.
    read : callable
        Reads it.

    Examples
    --------
    >>> remembered("A text.", "x.md", lambda: "read")
    'read'
    """
    laid, found = _laid(), _recorded.get()
    if not laid and found is None:
        return read()
    name = hashlib.sha256(f"{file}\n{text}".encode()).hexdigest()
    if name in laid:
        return pickle.loads(laid[name])
    made = read()
    if found is not None:
        found[name] = pickle.dumps(made)
    return made


@contextmanager
def recording() -> Iterator[dict[str, bytes]]:
    """Note every document that is read meanwhile.

    Examples
    --------
    >>> with recording() as found:
    ...     _ = remembered("A text.", "x.md", lambda: "read")
    >>> len(found)
    1
    """
    found: dict[str, bytes] = {}
    before = _recorded.set(found)
    try:
        yield found
    finally:
        _recorded.reset(before)


def written(found: dict[str, bytes]) -> bytes:
    """Give what a site lays beside this module.

    Examples
    --------
    >>> pickle.loads(written({"b": b"2", "a": b"1"}))
    {'a': b'1', 'b': b'2'}
    """
    return pickle.dumps(dict(sorted(found.items())))


@functools.cache
def _laid() -> dict[str, Any]:
    file = Path(__file__).with_name(LAID)
    return pickle.loads(file.read_bytes()) if file.is_file() else {}
