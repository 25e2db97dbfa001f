"""The parts of an encounter file become passages, choices and endings."""

import re
from collections.abc import Callable, Iterator
from string import ascii_lowercase

from ...content.document import CLOSING, Document, Part, Rule
from ...content.model import Item, Option
from ...content.settings import mapping, needed_part, whole
from ...words import word
from .conditions import Condition, condition
from .model import (
    DIMENSIONS,
    DIRECTIONS,
    END,
    STRENGTHS,
    ZONE,
    Choice,
    Encounter,
    Ending,
    Passage,
)

__all__ = ["NEEDS", "build"]

NEEDS = ("you", "person", "start", "budget", "waiting", "over", "endings")
MAY = ("role_held_by",)
ROLES = ("you", "person")
KNOWN = ("known_to_you", "known_to_person")
TEXTS = ("shift", "person", "you", "fits")
FIELDS = ("pulls", "minutes", *TEXTS)
VOICES = ("person", "you", "note")
PARAGRAPH = re.compile(r"^\((if|unless) ((?:[^()]|\([^()]*\))+)\)\s*(.*)$", re.DOTALL)
PULL = {"sides": DIMENSIONS, "directions": DIRECTIONS, "strengths": [*map(str, STRENGTHS)]}
OTHERWISE = "otherwise"
MOST_MINUTES = 60
LOW, HIGH = ZONE


def _bar(place: int) -> Callable:
    return lambda bars, minutes: bars[place]


NUMBERS = {
    **{name: _bar(place) for place, name in enumerate(DIMENSIONS)},
    "held": lambda bars, minutes: [bar < LOW for bar in bars].count(True),
    "shared": lambda bars, minutes: [LOW <= bar <= HIGH for bar in bars].count(True),
    "handed_off": lambda bars, minutes: [bar > HIGH for bar in bars].count(True),
    "minutes": lambda bars, minutes: minutes,
}


def build(document: Document) -> tuple[tuple[Item, ...], dict]:
    """Build the encounter of a file, with one item for each passage.

    Parameters
    ----------
    document : Document

    Returns
    -------
    tuple
        (items, {"encounter": Encounter})

    Raises
    ------
    ContentError
        With file, line, what is the matter and what to do.

    Examples
    --------
    >>> from workbook.content.document import Part
    >>> build(Document("x.md", {"endings": {}}, {"endings": 3}, [Part("", 4)]))
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: x.md, line 3: There is no ending 'otherwise' yet.
    """
    encounter = _Reader(document).encounter()
    items = tuple(_item(passage) for passage in encounter.passages.values())
    return items, {"encounter": encounter}


def _item(passage: Passage) -> Item:
    options = (Option(c.key, c.say, c.shift, line=c.line) for c in passage.choices)
    return Item(passage.name, passage.scene, tuple(options), line=passage.line)


def _only(text: str) -> tuple[str, str] | None:
    """Part a text that is only said on some paths from its condition; None for any other."""
    found = PARAGRAPH.match(text)
    if not found:
        return None
    return found[2] if found[1] == "if" else f"not ({found[2]})", found[3]


class _Reader:
    """One file on its way to an encounter."""

    def __init__(self, document: Document):
        self.document = document
        self.front, self.stop = document.front, document.stop
        self.flags = {flag for rule in self._rules() for flag in self._set(rule)}

    def line(self, key: str, name: str = "") -> int:
        return self.document.inner.get((key, name), self.document.lines[key])

    def _rules(self) -> Iterator[Rule]:
        return (rule for part in self.document.parts for rule in part.rules if rule.mark == "[")

    # The whole ---------------------------------------------------------------------------
    def encounter(self) -> Encounter:
        endings, known = self._endings(), {key: self._known(key) for key in KNOWN}
        apart = ("", *KNOWN, *CLOSING, *endings)
        parts = [part for part in self.document.parts if part.name not in apart]
        if not parts:
            self.stop(self.document.parts[0].line, word("encounter_file", "no_passage"))
        found = Encounter(
            opening=self.document.parts[0].text,
            start=self._start(),
            served=self._role() == "person",
            budget=whole(self.document, self.line("budget"), self.front["budget"], (1, 600)),
            passages={part.name: self._passage(part) for part in parts},
            endings=endings,
            first=parts[0].name,
            **{key: self.front[key] for key in ("you", "person", "waiting", "over")},
            **known,
        )
        self._check_ways(found)
        return found

    def _start(self) -> tuple[float, ...]:
        value, line = mapping(self.document, "start"), self.line("start")
        for name in set(value) ^ set(DIMENSIONS):
            sides = ", ".join(DIMENSIONS)
            message = word("encounter_file", "start", sides=sides, name=name)
            self.stop(self.line("start", name), message)
        wholes = (whole(self.document, line, value[name], (0, 100)) for name in DIMENSIONS)
        return tuple(map(float, wholes))

    def _role(self) -> str:
        role = self.front.get("role_held_by", "you")
        if role not in ROLES:
            known = ", ".join(ROLES)
            self.stop("role_held_by", word("encounter_file", "role", found=role, known=known))
        return role

    def _known(self, name: str) -> str:
        part = self.document.part(name)
        if part is None or not part.text:
            self.stop(part.line if part else 1, word("encounter_file", "no_known", name=name))
        if part.rules:
            self.stop(part.rules[0].line, word("encounter_file", "known_rule"))
        return part.text

    def _condition(self, text: str, line: int) -> Condition:
        try:
            return condition(text, NUMBERS, self.flags)
        except ValueError as error:
            self.stop(line, error.args[0])

    # Passages ----------------------------------------------------------------------------
    def _passage(self, part: Part) -> Passage:
        wrong = next((r for r in part.rules if r.mark != "[" or r.feedback), None)
        if wrong:
            self.stop(wrong.line, word("encounter_file", "passage_rule"))
        if not part.rules or len(part.rules) > len(ascii_lowercase):
            most = len(ascii_lowercase)
            self.stop(part.line, word("encounter_file", "choices", name=part.name, most=most))
        paragraphs = tuple(self._paragraphs(part))
        texts = {when and when.text for when, _ in paragraphs}
        if None not in texts and not any(f"not ({text})" in texts for text in texts):
            self.stop(part.line, word("encounter_file", "scene", name=part.name))
        rules = zip(ascii_lowercase, part.rules, strict=False)
        choices = tuple(self._choice(key, rule) for key, rule in rules)
        return Passage(part.name, part.title, paragraphs, choices, part.line)

    def _paragraphs(self, part: Part) -> Iterator[tuple[Condition | None, str]]:
        line = part.line + 1
        for text in re.split(r"\n(?=\s*\n)", "\n".join(part.prose)):
            above = text[: len(text) - len(text.lstrip())].count("\n")
            if only := _only(text.strip()):
                yield self._condition(only[0], line + above), only[1]
            elif text.strip():
                yield None, text.strip()
            line += text.count("\n") + 1

    def _choice(self, key: str, rule: Rule) -> Choice:
        fields = {field.name: field for field in rule.fields}
        missing = [name for name in FIELDS if name not in fields]
        if missing:
            self.stop(rule.line, word("encounter_file", "lacks", names=", ".join(missing)))
        for place, field in enumerate(rule.fields):
            twice = field.name in [other.name for other in rule.fields[:place]]
            if field.name not in (*FIELDS, "sets") or twice or not field.text:
                message = word("encounter_file", "fields", names=", ".join(FIELDS))
                self.stop(field.line, message)
        return Choice(
            key,
            rule.text,
            rule.target,
            self._pulls(fields["pulls"]),
            self._minutes(fields["minutes"]),
            self._set(rule),
            self._condition(rule.when, rule.line) if rule.when else None,
            **{name: fields[name].text for name in TEXTS},
            line=rule.line,
        )

    def _minutes(self, field: Rule) -> int:
        return whole(self.document, field.line, field.text, (0, MOST_MINUTES))

    def _pulls(self, field: Rule) -> tuple[tuple[str, str, int], ...]:
        if field.text == "none":
            return ()
        found = [tuple(each.split()) for each in field.text.split(",")]
        for words in found:
            if len(words) != 3:
                self.stop(field.line, word("encounter_file", "pull"))
            for part, (sort, known) in zip(words, PULL.items(), strict=True):
                if part not in known:
                    values = {"found": part, "known": ", ".join(known)}
                    self.stop(field.line, word("encounter_file", f"pull_{sort}", **values))
        if len({words[0] for words in found}) < len(found):
            self.stop(field.line, word("encounter_file", "pull_twice"))
        return tuple((dimension, to, int(strength)) for dimension, to, strength in found)

    def _set(self, rule: Rule) -> tuple[str, ...]:
        fields = [field for field in rule.fields if field.name == "sets"]
        flags = tuple(flag.strip() for field in fields for flag in field.text.split(","))
        for flag in flags:
            if flag in NUMBERS or not re.fullmatch("[a-z][a-z0-9_]*", flag):
                self.stop(fields[0].line, word("encounter_file", "flag", name=flag))
        return flags

    # Endings -----------------------------------------------------------------------------
    def _endings(self) -> dict[str, Ending]:
        whens = mapping(self.document, "endings")
        names = list(whens)
        for name, when in whens.items():
            if (when == OTHERWISE) != (name == names[-1]):
                message = word("encounter_file", "last_ending", name=OTHERWISE)
                self.stop(self.line("endings", name), message)
        if not names:
            self.stop(self.line("endings"), word("encounter_file", "no_ending", name=OTHERWISE))
        return {name: self._ending(name, when) for name, when in whens.items()}

    def _ending(self, name: str, when: str) -> Ending:
        line, part = self.line("endings", name), self.document.part(name)
        if part is None:
            self.stop(line, word("encounter_file", "ending_part", name=name))
        wrong = next((rule for rule in part.rules if not rule.name or rule.feedback), None)
        if wrong:
            self.stop(wrong.line, word("encounter_file", "ending_rule"))
        only = {rule.line for rule in part.rules if rule.name in VOICES and _only(rule.text)}
        whole = [rule for rule in part.rules if rule.line not in only]
        said = {rule.name: rule.text for rule in whole}
        if len(said) < len(whole) or set(said) - {"look_again"} != set(VOICES) or part.text:
            self.stop(part.line, word("encounter_file", "ending_fields", names=", ".join(VOICES)))
        again = tuple(filter(None, map(str.strip, said.pop("look_again", "").split(","))))
        found = None if when == OTHERWISE else self._condition(when, line)
        more = tuple(self._more(rule) for rule in part.rules if rule.line in only)
        return Ending(name, part.title, found, **said, look_again=again, line=line, more=more)

    def _more(self, rule: Rule) -> tuple[str, Condition, str]:
        when, text = _only(rule.text) or ("", "")
        return rule.name, self._condition(when, rule.line), text

    # Where choices lead ------------------------------------------------------------------
    def _check_ways(self, found: Encounter) -> None:
        for choice in found.choices():
            if choice.target not in (*found.passages, END):
                message = word("encounter_file", "target", target=choice.target, end=END)
                self.stop(choice.line, message)
        reached = self._reached(found, found.first, (), set())
        for name in found.passages:
            if name not in reached:
                self.stop(found.passages[name].line, word("encounter_file", "unled", name=name))
        for ending in found.endings.values():
            for name in ending.look_again:
                if name not in found.passages:
                    part = needed_part(self.document, ending.name)
                    self.stop(part.line, word("encounter_file", "look_again", name=name))

    def _reached(self, found: Encounter, name: str, before: tuple, done: set) -> set[str]:
        """Go on from a passage; on no way may a passage come twice."""
        for choice in found.passages[name].choices:
            if choice.target in (*before, name):
                self.stop(choice.line, word("encounter_file", "back"))
            if choice.target not in (END, *done):
                self._reached(found, choice.target, (*before, name), done)
        done.add(name)
        return done
