"""The parts of an exercise file below its front matter: headings, prose, rule lines."""

import re
from dataclasses import dataclass, field

from ..errors import ContentError
from ..words import word
from .markup import titled

__all__ = ["CLOSING", "Part", "Rule", "read_parts"]

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


def read_parts(lines: list[str], first: int, file: str, linked: bool = False) -> list[Part]:
    """Read the lines below the front matter.

    Parameters
    ----------
    lines : list of str
    first : int
        1-based number of the first of them in the file.
    file : str
        Its name, for messages.
    linked : bool
        Whether the parts hold choices that lead to other parts.

    Raises
    ------
    ContentError
        With file, line, what is the matter and what to do.

    Examples
    --------
    >>> parts = read_parts(["Which?", "", "## desk", "The desk", "- [x] near"], 4, "x.md")
    >>> [(part.name, part.line, part.text) for part in parts]
    [('', 4, 'Which?'), ('desk', 6, 'The desk')]
    """
    parts, add = [Part("", first)], _add_story_line if linked else _add_line
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
