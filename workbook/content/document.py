"""An exercise file as its grammar reads it: front matter with line numbers, and parts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from ..errors import ContentError
from ..words import word
from .parts import CLOSING, Part, Rule, read_parts
from .ready import remembered

__all__ = ["CLOSING", "Document", "Part", "Rule", "read_document"]


@dataclass
class Document:
    """One file, read by its grammar.

    Parameters
    ----------
    file : str
        Its name, for messages.
    front : dict
        The settings: strings, lists and mappings of strings.
    lines : dict
        Setting -> 1-based line number.
    parts : list of Part
        The prompt first.
    inner : dict
        (Setting, name below it) -> 1-based line number.

    Examples
    --------
    >>> Document("x.md", {"kind": "choice"}, {"kind": 2}, [Part("", 4)]).part("hint") is None
    True
    """

    file: str
    front: dict
    lines: dict[str, int]
    parts: list[Part]
    inner: dict[tuple[str, str], int] = field(default_factory=dict)

    def part(self, name: str) -> Part | None:
        """Give the part of that name, or None."""
        return next((part for part in self.parts if part.name == name), None)

    def stop(self, at, message: str) -> NoReturn:
        """Say what is the matter at a setting (by its name), a part, a rule or a line number."""
        line = self.lines.get(at, 1) if isinstance(at, str) else getattr(at, "line", at)
        raise ContentError(self.file, line, message) from None


def read_document(
    text: str, file: str, linked: Callable[[dict], bool] = lambda front: False
) -> Document:
    r"""Read a file's text by its grammar.

    Parameters
    ----------
    text : str
        The whole file.
    file : str
        Its name, for messages.
    linked : callable
        Front matter -> whether the parts hold choices that lead to other parts.

    Returns
    -------
    Document
        Front matter and parts, each with line numbers.

    Raises
    ------
    ContentError
        With file, line, what is the matter and what to do.

    Examples
    --------
    >>> d = read_document("---\nkind: choice\n---\nWhich?\n\n- [x] This.\n  > Yes.\n", "x.md")
    >>> d.front, d.parts[0].text, d.parts[0].rules[0].feedback
    ({'kind': 'choice'}, 'Which?', ['Yes.'])
    """
    return remembered(text, file, lambda: _document(text, file, linked))


def _document(text: str, file: str, linked: Callable[[dict], bool]) -> Document:
    lines = text.lstrip("\ufeff").splitlines()
    if not lines or lines[0].strip() != "---":
        raise ContentError(file, 1, word("document", "no_settings"))
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
    if end is None:
        raise ContentError(file, 1, word("document", "settings_open"))
    front, where, inner = _front("\n".join(lines[1:end]), file)
    parts = read_parts(lines[end + 1 :], end + 2, file, linked(front))
    return Document(file, front, where, parts, inner)


def _front(text: str, file: str) -> tuple[dict, dict[str, int], dict[tuple[str, str], int]]:
    try:
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        if not isinstance(node, yaml.MappingNode):
            raise ContentError(file, 2, word("document", "settings_shape"))
        front = _plain(node, file)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise ContentError(file, line, word("document", "setting_unread")) from None
    inner = {
        (key.value, name.value): name.start_mark.line + 2
        for key, value in node.value
        if isinstance(value, yaml.MappingNode)
        for name, _ in value.value
    }
    return front, {key.value: key.start_mark.line + 2 for key, _ in node.value}, inner


def _plain(node, file: str):
    """Turn YAML nodes into strings, lists and mappings; a doubled name is an error."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, file) for child in node.value]
    found = {}
    for key, value in node.value:
        line = key.start_mark.line + 2
        if not isinstance(key, yaml.ScalarNode):
            raise ContentError(file, line, word("document", "setting_name"))
        if key.value in found:
            raise ContentError(file, line, word("document", "setting_twice", name=key.value))
        found[key.value] = _plain(value, file)
    return found
