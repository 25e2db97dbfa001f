"""The random code by which hand-ins of one person are matched, and where it is kept."""

import json
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import JournalError, WorkbookError
from ..files import write
from ..journal import Journal
from ..journal.disk import sentence
from ..words import word

__all__ = ["ALPHABET", "Codes", "draw", "read_code"]

ALPHABET = "CDFHJKMNPQRTVWXY2346789"  # no look-alikes, no vowels; 23 of them, a prime number
LENGTH = 8  # seven by chance, and one that tells a typing mistake
OWN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{2,22}[A-Za-z0-9]")


def draw() -> str:
    """Draw a code.

    Examples
    --------
    >>> read_code(draw().lower()) is not None
    True
    """
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    whole = letters + _check(letters)
    return f"{whole[:4]}-{whole[4:]}"


def _check(letters: str) -> str:
    """Give the letter that a slip of one letter, or of two neighbors, makes wrong."""
    total = sum(place * ALPHABET.index(letter) for place, letter in enumerate(letters, 1))
    return ALPHABET[-total * pow(LENGTH, -1, len(ALPHABET)) % len(ALPHABET)]


def read_code(text: str) -> str:
    """Read a code that somebody types: one of ours, or one that a course has given out.

    Parameters
    ----------
    text : str
        Small letters and spaces around it do not matter.

    Raises
    ------
    WorkbookError
        When it has another form, or looks like one of ours and its check letter does not fit.

    Examples
    --------
    >>> read_code(" group-07 ")
    'GROUP-07'
    """
    code = text.strip().upper()
    if not OWN.fullmatch(code):
        raise WorkbookError(word("hand_in", "no_code", code=text[:40]))
    plain = code.replace("-", "")
    drawn = len(code) == LENGTH + 1 and code[4] == "-" and set(plain) <= set(ALPHABET)
    if drawn and _check(plain[:-1]) != plain[-1]:
        raise WorkbookError(word("hand_in", "mistyped", code=code))
    return code


@dataclass
class Codes:
    """The code of one journal, kept beside it, with how often each code was used.

    Parameters
    ----------
    path : Path
    code : str
        Empty before the first one.
    used : dict
        Code -> hand-ins written so far.

    Examples
    --------
    >>> import tempfile
    >>> journal = Journal(tempfile.mkdtemp() + "/journal.jsonl")
    >>> first = Codes.beside(journal).keep()
    >>> Codes.beside(journal).keep() == first
    True
    """

    path: Path
    code: str = ""
    used: dict[str, int] = field(default_factory=dict)

    @classmethod
    def beside(cls, journal: Journal) -> "Codes":
        """Read what is kept beside a journal.

        Raises
        ------
        JournalError
            When the file is there and cannot be read.
        """
        path = Path(journal.path).with_name(f"hand-in-code-of-{Path(journal.path).stem}.json")
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            code, used = found["code"], found["used"]
            whole = all(type(n) is int and n >= 0 for n in used.values())
        except FileNotFoundError:
            return cls(path)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            whole = False
        if not whole or not isinstance(code, str):
            raise JournalError(word("hand_in", "code_file", path=path))
        return cls(path, code, used)

    def keep(self, code: str = "") -> str:
        """Give the code to use: the one that was asked for, the one from before, or a new one."""
        asked = read_code(code) if code.strip() else ""
        if not self.code or (asked and asked != self.code):
            self.code = asked or self.code or draw()
            self._write()
        return self.code

    def next(self) -> int:
        """Give the number of the next hand-in under the code."""
        return self.used.get(self.code, 0) + 1

    def count(self) -> None:
        """Remember that a hand-in was written under the code."""
        self.used[self.code] = self.next()
        self._write()

    def _write(self) -> None:
        text = json.dumps({"code": self.code, "used": self.used}, indent=1) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write(self.path, text, private=True)
        except OSError as error:
            raise sentence(error, self.path, "nothing_exported") from error
