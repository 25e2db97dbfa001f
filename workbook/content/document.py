"""The line grammar of an exercise file: front matter, prose, and its rule lines."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from ..errors import ContentError
from ..words import word
from .markup import titled

__all__ = ["CLOSING", "Document", "Part", "Rule", "read_document"]

HEADING = re.compile(r"^##\s+(?P<name>[^:]*[^:\s])(?::\s+(?P<title>.*\S))?\s*$")
NAME = re.compile(r"^[a-z][a-z0-9_]*$")
OPTION = re.compile(r"^- \[(?P<mark>.)\]\s+(?P<text>.+)$")
NAMED = re.compile(r"^- (?P<name>[a-z][a-z0-9_]*):\s+(?P<text>.+)$")
FEEDBACK = re.compile(r"^\s{2,}>\s?(?P<text>.*)$")
CONTINUED = re.compile(r"^\s{2,}(?P<text>\S.*)$")
FIELD = re.compile(r"^\s{2,3}- (?P<name>[a-z][a-z0-9_]*):(?P<text>.*)$")
LINK = re.compile(
    r"^\[(?P<words>.*\S)\s*\]\(#(?P<target>[^)\s]*)\)(?:\s+(?P<only>if|unless)\s+(?P<when>.+))?$"
)
CLOSING = ("hint", "debrief", "facilitator")  # parts that every kind may have


@dataclass
class Rule:
    """A rule line: an option (``- [x] text``), a named thing (``- name: text``), or a choice.

    Parameters
    ----------
    line : int
        1-based line number.
    text : str
        The words after the mark or the name.
    mark : str
        ``"x"`` or ``" "`` for an option, empty for a named thing.
    name : str
        The name of a named thing.
    feedback : list of str
        The lines of the ``> feedback`` below.
    target, when : str
        Of a choice ``- [text](#target) if when``: the part it leads to, and its condition.
    fields : list of Rule
        The lines ``  - name: text`` below a choice.

    Examples
    --------
    >>> Rule(3, "A hypothesis.", mark="x").mark
    'x'
    """

    line: int
    text: str
    mark: str = ""
    name: str = ""
    feedback: list[str] = field(default_factory=list)
    target: str = ""
    when: str = ""
    fields: list["Rule"] = field(default_factory=list)


@dataclass
class Part:
    """A heading with its prose and rule lines; the first part has no name.

    Parameters
    ----------
    name : str
        The heading; empty for the first part.
    line : int
        1-based line number.
    prose : list of str
        Lines with no rule.
    rules : list of Rule
        The rule lines.
    feedback : list of str
        Lines of ``> feedback`` that stand below the prose.
    feedback_line : int
        1-based line number of the first of them.
    own_title : str
        What stands after the name, as in ``## the_desk: At the desk``.

    Examples
    --------
    >>> Part("the_desk", 12).title, Part("the_desk", 12, own_title="En el mostrador").title
    ('The desk', 'En el mostrador')
    """

    name: str
    line: int
    prose: list[str] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    feedback: list[str] = field(default_factory=list)
    feedback_line: int = 0
    own_title: str = ""

    @property
    def title(self) -> str:
        """The title as it is shown: its own, or one made from the name."""
        return self.own_title or titled(self.name)

    @property
    def text(self) -> str:
        """The prose of the part as Markdown."""
        return "\n".join(self.prose).strip()


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
    lines = text.lstrip("\ufeff").splitlines()
    if not lines or lines[0].strip() != "---":
        raise ContentError(file, 1, word("document", "no_settings"))
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
    if end is None:
        raise ContentError(file, 1, word("document", "settings_open"))
    front, where, inner = _front("\n".join(lines[1:end]), file)
    add = _add_story_line if linked(front) else _add_line
    return Document(file, front, where, _parts(lines[end + 1 :], end + 2, file, add), inner)


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


def _parts(lines: list[str], first: int, file: str, add: Callable) -> list[Part]:
    parts = [Part("", first)]
    for number, line in enumerate(lines, first):
        heading = HEADING.match(line)
        if heading:
            _open_part(parts, heading, number, file)
        elif not line.startswith("# "):
            add(parts[-1], line, number, file)
    for rule in (rule for part in parts for rule in part.rules if rule.mark == "["):
        _close_choice(rule, file)
    return parts


def _open_part(parts: list[Part], heading: re.Match[str], line: int, file: str) -> None:
    name = heading["name"]
    if not NAME.match(name):
        raise ContentError(file, line, word("document", "part_name", name=name))
    if any(part.name == name for part in parts):
        raise ContentError(file, line, word("document", "part_twice", name=name))
    parts.append(Part(name, line, own_title=heading["title"] or ""))


def _add_line(part: Part, line: str, number: int, file: str) -> None:
    option, named, feedback = OPTION.match(line), NAMED.match(line), FEEDBACK.match(line)
    if option:
        if option["mark"] not in " xX":
            raise ContentError(file, number, word("document", "box"))
        part.rules.append(Rule(number, option["text"].strip(), mark=option["mark"].lower()))
    elif named:
        part.rules.append(Rule(number, named["text"].strip(), name=named["name"]))
    elif feedback:
        part.feedback_line = part.feedback_line or number
        (part.rules[-1] if part.rules else part).feedback.append(feedback["text"].strip())
    elif part.rules and line.strip():
        _continue_rule(part.rules[-1], line, number, file)
    elif not part.rules:
        part.prose.append(line)


def _continue_rule(rule: Rule, line: str, number: int, file: str) -> None:
    more = CONTINUED.match(line)
    if not more or rule.feedback:
        raise ContentError(file, number, word("document", "after_option"))
    rule.text += " " + more["text"].strip()


def _add_story_line(part: Part, line: str, number: int, file: str) -> None:
    last = part.rules[-1] if part.rules else None
    field_, more = FIELD.match(line), CONTINUED.match(line)
    if line.startswith("- [") and not OPTION.match(line):
        part.rules.append(Rule(number, line[2:].strip(), mark="["))
    elif last is None or last.mark != "[" or not line.strip():
        _add_line(part, line, number, file)
    elif field_:
        last.fields.append(Rule(number, field_["text"].strip(), name=field_["name"]))
    elif not more or (line[:4].strip() and (last.fields or more["text"].startswith("- "))):
        raise ContentError(file, number, word("document", "after_choice"))
    else:
        (last.fields[-1] if last.fields else last).text += " " + more["text"].strip()


def _close_choice(rule: Rule, file: str) -> None:
    """Split what was gathered into the words of a choice, its target and its condition."""
    found = LINK.match(rule.text)
    if not found:
        raise ContentError(file, rule.line, word("document", "choice"))
    rule.text, rule.target = found["words"], found["target"]
    if found["only"]:
        rule.when = found["when"] if found["only"] == "if" else f"not ({found['when']})"
