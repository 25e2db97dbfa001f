"""Every sentence that a person reads, one folder a language, English where a language lacks one.

The words of a language lie in ``words/<language>/*.yaml``; those that one kind of exercise brings
lie in English beside its program, in ``kinds/<kind>/words.yaml``. Each file holds groups, each
group names, each name a text with its values in curly brackets. ``WORKBOOK_WORDS`` may name a
folder with further languages, and ``WORKBOOK_LANGUAGE`` the language in which a program speaks.

Where YAML is slow to read (Python in a browser) ``ready.json`` holds all of a language at once;
`whole_language` gives what stands in it, and only a built site has it.
"""

import functools
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from string import Formatter
from typing import Any

__all__ = ["READY", "Message", "differences", "language", "languages", "use", "whole_language"]
__all__ += ["word", "words"]

SOURCE = "en"
FOLDER = Path(__file__).parent / "words"
KINDS = Path(__file__).parent / "kinds"
READY = "ready.json"

_chosen: ContextVar[str] = ContextVar("language", default="")


class Message(str):
    """A sentence that remembers where it comes from, so that it can be said in another language.

    Parameters
    ----------
    text : str
        The sentence as it reads now.
    group, name : str
        Where its words stand.
    values : mapping
        What was filled in; a value may be a message itself.

    Examples
    --------
    >>> left = word("module", "minutes", minutes=50)
    >>> left, left.identifier, left.values
    ('About 50 minutes', 'module.minutes', {'minutes': 50})
    """

    group: str
    name: str
    values: dict[str, Any]

    def __new__(
        cls, text: str = "", group: str = "", name: str = "", values: Mapping | None = None
    ):
        """Make the text and keep what it was made from."""
        made = super().__new__(cls, text)
        made.group, made.name, made.values = group, name, dict(values or {})
        return made

    @property
    def identifier(self) -> str:
        """The group and the name, as ``"module.minutes"``; empty for a text without words."""
        return f"{self.group}.{self.name}" if self.group else ""

    def say(self, language: str) -> "Message":
        """Give the same sentence in another language."""
        if not self.group:
            return self
        with use(language):
            values = {
                k: v.say(language) if isinstance(v, Message) else v for k, v in self.values.items()
            }
            return word(self.group, self.name, **values)


def language() -> str:
    """Give the language in which the program speaks now.

    Returns
    -------
    str
        What `use` has chosen, else ``WORKBOOK_LANGUAGE``, else ``"en"``.

    Examples
    --------
    >>> with use("es"):
    ...     language()
    'es'
    """
    return _chosen.get() or os.environ.get("WORKBOOK_LANGUAGE", "").strip() or SOURCE


@contextmanager
def use(language: str) -> Iterator[None]:
    """Speak another language inside a ``with`` block.

    Parameters
    ----------
    language : str
        Name of its folder, such as ``"es"``; words that it lacks are said in English.

    Examples
    --------
    >>> with use("en"):
    ...     str(word("module", "minutes", minutes=50))
    'About 50 minutes'
    """
    before = _chosen.set(language)
    try:
        yield
    finally:
        _chosen.reset(before)


def languages() -> list[str]:
    """List the languages that there are, English first.

    Examples
    --------
    >>> languages()[0]
    'en'
    """
    found = {path.name for base in _bases() if base.is_dir() for path in base.iterdir()}
    return [SOURCE, *sorted(found - {SOURCE})]


def _bases() -> tuple[Path, ...]:
    more = os.environ.get("WORKBOOK_WORDS")
    return (FOLDER, Path(more)) if more else (FOLDER,)


def words(group: str, language: str | None = None) -> dict[str, Any]:
    """Give all words of one group.

    Parameters
    ----------
    group : str
        A heading in one of the files, such as ``"exercise"``.
    language : str, optional
        The language that is spoken now when left out.

    Returns
    -------
    dict
        Name -> words; in English where the language lacks them.

    Raises
    ------
    KeyError
        When there is no such group.

    Examples
    --------
    >>> words("exercise")["saved"]
    'Saved'
    """
    spoken = language or _spoken()
    english = _groups(SOURCE, _bases())[group]
    if spoken == SOURCE:
        return english
    return _laid_over(english, _groups(spoken, _bases()).get(group, {}))


def _spoken() -> str:
    return language()


def word(group: str, name: str, /, **values: Any) -> Message:
    """Give one sentence with its values filled in.

    Parameters
    ----------
    group, name : str
        Where the words stand. Words with the forms ``one`` and ``other`` are chosen by `n`.
    **values
        One for each part in curly brackets.

    Examples
    --------
    >>> word("module", "minutes", minutes=50)
    'About 50 minutes'
    """
    text = words(group)[name]
    if isinstance(text, Mapping):
        text = text["one" if values["n"] == 1 else "other"]
    return Message(text.format(**values), group, name, values)


def differences(language: str) -> dict[str, list[str]]:
    """Compare the words of a language with the English ones.

    Parameters
    ----------
    language : str
        Name of its folder.

    Returns
    -------
    dict
        ``missing``, ``unknown`` and ``other_values`` (its curly parts differ from the English
        ones): lists of ``"group.name"``.

    Examples
    --------
    >>> differences("en")
    {'missing': [], 'unknown': [], 'other_values': []}
    """
    english, other = (_flat(_groups(name, _bases())) for name in (SOURCE, language))
    changed = [
        name for name in english if name in other and _fields(english[name]) != _fields(other[name])
    ]
    return {
        "missing": [name for name in english if name not in other],
        "unknown": [name for name in other if name not in english],
        "other_values": changed,
    }


def _fields(text: str) -> set[str]:
    try:
        return {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    except ValueError:  # a bracket that is left open
        return {text}


def _flat(found: Any, name: str = "") -> dict[str, str]:
    """Give every text below a group, a list or a form, by its name with dots."""
    if isinstance(found, str):
        return {name: found}
    pairs = found.items() if isinstance(found, Mapping) else enumerate(found)
    dot = "." if name else ""
    return {k: v for key, each in pairs for k, v in _flat(each, f"{name}{dot}{key}").items()}


def _laid_over(english: Any, other: Any) -> Any:
    """Lay a language over the English words, key by key."""
    if isinstance(english, Mapping) and isinstance(other, Mapping):
        return {k: _laid_over(v, other[k]) if k in other else v for k, v in english.items()}
    return other


@functools.cache
def _groups(language: str, bases: tuple[Path, ...]) -> dict[str, dict]:
    """Read every file of a language; the words of a further folder lie over those before."""
    found: dict[str, dict] = {}
    for base in bases:
        found = _joined(found, _ready(base / language / READY) or _read(_files(base, language)))
    return found


def _files(base: Path, language: str) -> list[Path]:
    kinds = KINDS.glob("*/words.yaml") if (base, language) == (FOLDER, SOURCE) else ()
    return [*sorted((base / language).glob("*.yaml")), *sorted(kinds)]


def _ready(file: Path) -> dict[str, dict]:
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def whole_language(language: str) -> str:
    """Give all words that the package has in a language, as the text of ``ready.json``.

    Parameters
    ----------
    language : str
        Name of its folder.

    Examples
    --------
    >>> json.loads(whole_language("en"))["exercise"]["saved"]
    'Saved'
    """
    return json.dumps(_read(_files(FOLDER, language)), ensure_ascii=False)


def _read(files: list[Path]) -> dict[str, dict]:
    """Read the files of one place; a group stands in one of them only, or a KeyError names both."""
    import yaml  # not before a word is said: the measures are imported without it

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    found: dict[str, dict] = {}
    for path in files:
        with path.open("rb") as file:  # so that an error names it
            groups = yaml.load(file, loader) or {}
        if not isinstance(groups, dict) or found.keys() & groups:
            raise KeyError(str(path), *found.keys() & groups)
        found |= groups
    return found


def _joined(one: Any, other: Any) -> Any:
    """Lay words over others, key by key; keys of either stay."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        both = {k: _joined(one[k], v) if k in one else v for k, v in other.items()}
        return {**one, **both}
    return other
