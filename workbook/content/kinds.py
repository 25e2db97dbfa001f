"""What each kind of exercise asks of its file: its settings, and how its parts become items."""

import itertools
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from string import ascii_lowercase

from . import encounter_reader, instrument, lots, practice
from .document import CLOSING, Document, Part, Rule
from .formula import evaluate, parse
from .model import Item, Option
from .settings import flag, is_words, mapping

__all__ = ["KINDS", "Kind"]

SOURCE = re.compile(r"^Source:\s*(.+)$", re.MULTILINE)
FIELD = re.compile(r"\{(\w+)(?::(,?)\.(\d)f)?\}")
MOST_INPUTS = 6
INPUT_KEYS = {"label", "from", "to", "start", "step", "unit"}


@dataclass(frozen=True)
class Kind:
    """The rules of one kind.

    Parameters
    ----------
    needs, may : tuple of str
        Settings that must or may stand in the front matter besides the common ones.
    build : callable
        Document -> (items, settings).

    Examples
    --------
    >>> KINDS["rank"].needs
    ('ends',)
    """

    needs: tuple[str, ...]
    may: tuple[str, ...]
    build: Callable[[Document], tuple[tuple[Item, ...], dict]]


def _feedback(rule: Rule) -> str:
    return " ".join(rule.feedback).strip()


def _body(document: Document) -> list[Part]:
    parts = [p for p in document.parts if p.name and p.name not in CLOSING]
    if not parts:
        document.stop(document.parts[0], "There is no part yet: write '## name'.")
    return parts


def _rules(document: Document, part: Part, *, named: bool, least: int = 1) -> list[Rule]:
    """Give a part's rule lines, all of one sort, and complain about any other."""
    shape = "- name: text" if named else "- [ ] text"
    for rule in part.rules:
        if bool(rule.name) is not named:
            document.stop(rule, f"Lines of this kind look like '{shape}'.")
    if len(part.rules) < least:
        document.stop(part, f"Here at least {least} line(s) '{shape}' are needed.")
    if named and len({r.name for r in part.rules}) < len(part.rules):
        document.stop(part, "Two lines have the same name.")
    return part.rules


def _split_source(text: str) -> tuple[str, str]:
    found = SOURCE.search(text)
    return (SOURCE.sub("", text).strip(), found[1].strip()) if found else (text, "")


def _choice(document: Document):
    top = document.parts[0]
    rules = _rules(document, top, named=False, least=2)
    if len(rules) > len(ascii_lowercase):
        document.stop(rules[-1], f"A choice has at most {len(ascii_lowercase)} options.")
    options = tuple(
        Option(key, r.text, _feedback(r), r.mark == "x", r.line)
        for key, r in zip(ascii_lowercase, rules, strict=False)
    )
    many = flag(document, "many")
    if not many and sum(o.fits for o in options) > 1:
        document.stop(top, "More than one option is marked [x]. Write 'many: yes' or keep one.")
    return (Item("", "", options, line=top.line),), {"many": many}


def _placed_options(document: Document, part: Part, labels: dict) -> tuple[Option, ...]:
    rules = _rules(document, part, named=False)
    for rule in rules:
        if rule.text not in labels:
            document.stop(rule, f"'{rule.text}' is none of {', '.join(labels)}.")
    if len({r.text for r in rules}) < len(rules):
        document.stop(part, "The same name stands here twice.")
    return tuple(Option(r.text, "", _feedback(r), r.mark == "x", r.line) for r in rules)


def _sort(document: Document):
    buckets = mapping(document, "buckets", 2)
    items = []
    for part in _body(document):
        options = _placed_options(document, part, buckets)
        missing = [b for b in buckets if b not in {o.key for o in options}]
        if missing:
            document.stop(part, f"'{part.name}' has no line for {', '.join(missing)}.")
        ordered = tuple(sorted(options, key=lambda o: list(buckets).index(o.key)))
        text, source = _split_source(part.text)
        items.append(Item(part.name, text, ordered, source=source, line=part.line))
    return tuple(items), {"buckets": buckets}


def _match(document: Document):
    items, settings = _sort(document)
    fitting = [o.key for item in items for o in item.options if o.fits]
    if sorted(fitting) != sorted(settings["buckets"]):
        document.stop(
            "buckets",
            "In a match every bucket is marked [x] exactly once. Use 'kind: sort' otherwise.",
        )
    return items, settings


def _power_map(document: Document):
    dimensions, holders = mapping(document, "dimensions", 1), mapping(document, "holders", 2)
    items, dimension_of = [], {}
    for part in _body(document):
        rules = _rules(document, part, named=True)
        rule = rules[0]
        if len(rules) > 1 or rule.name not in dimensions or rule.text not in holders:
            shape = f"'- dimension: holder' with one of {', '.join(dimensions)} and one of"
            document.stop(rules[-1], f"A moment has one line {shape} {', '.join(holders)}.")
        reading = (Option(rule.text, "", fits=True, line=rule.line),)
        items.append(Item(part.name, part.text, reading, _feedback(rule), line=part.line))
        dimension_of[part.name] = rule.name
    return tuple(items), {"buckets": holders, "dimensions": dimensions, "of": dimension_of}


def _rank(document: Document):
    ends = mapping(document, "ends", 2)
    if set(ends) != {"first", "last"}:
        document.stop("ends", "'ends' has two lines: 'first: words' and 'last: words'.")
    items = tuple(Item(p.name, *_text_feedback_source(p), line=p.line) for p in _body(document))
    return items, {"ends": ends}


def _text_feedback_source(part: Part) -> tuple[str, tuple, str, str]:
    text, source = _split_source(part.text)
    return text, (), " ".join(part.feedback).strip(), source


def _annotate(document: Document):
    codes = mapping(document, "codes", 2)
    items = []
    for part in _body(document):
        options = _placed_options(document, part, codes) if part.rules else ()
        reasons = " ".join(o.feedback for o in options if o.feedback)
        reason = reasons or " ".join(part.feedback).strip()
        items.append(Item(part.name, part.text, options, reason, line=part.line))
    return tuple(items), {"codes": codes}


def _rating(document: Document):
    scale = document.front["scale"]
    if not is_words(scale, list) or not 2 <= len(scale) <= 9:
        document.stop("scale", "'scale' is a list of 2 to 9 words, from the lowest to the highest.")
    rules = _rules(document, document.parts[0], named=True)
    items = tuple(Item(r.name, r.text, feedback=_feedback(r), line=r.line) for r in rules)
    extra = {key: flag(document, key) for key in ("cannot_tell", "does_not_apply")}
    return items, {"scale": scale, **extra}


def _reflection(document: Document):
    if document.front.get("visibility") != "private":
        document.stop("visibility", "A reflection is always 'visibility: private'.")
    return tuple(Item(p.name, p.text, line=p.line) for p in _body(document)), {}


def _what_if(document: Document):
    inputs = _inputs(document)
    try:
        tree = parse(document.front["result"], tuple(inputs))
    except ValueError as error:
        document.stop("result", str(error))
    rules = _rules(document, document.parts[0], named=True)
    for rule in rules:
        _check_sentence(document, rule, inputs)
    items = tuple(Item(r.name, r.text, feedback=_feedback(r), line=r.line) for r in rules)
    return items, {"inputs": inputs, "formula": tree, "top": _largest(tree, inputs)}


def _inputs(document: Document) -> dict[str, dict]:
    wrote = document.front["inputs"]
    if not isinstance(wrote, dict) or not 1 <= len(wrote) <= MOST_INPUTS:
        document.stop(
            "inputs", f"'inputs' has 1 to {MOST_INPUTS} lines 'name: {{label: words, ...}}'."
        )
    return {name: _input(document, name, value) for name, value in wrote.items()}


def _input(document: Document, name: str, value) -> dict:
    line = document.lines["inputs"]
    if not is_words(value, dict) or set(value) != INPUT_KEYS:
        keys = ", ".join(sorted(INPUT_KEYS))
        document.stop(line, f"Input '{name}' needs exactly: {keys}.")
    try:
        numbers = {key: float(value[key]) for key in ("from", "to", "start", "step")}
    except ValueError:
        numbers = {}
    if not numbers or not all(map(math.isfinite, numbers.values())):
        document.stop(line, f"'from', 'to', 'start' and 'step' of '{name}' are numbers.")
    if not numbers["from"] <= numbers["start"] <= numbers["to"] or numbers["step"] <= 0:
        document.stop(
            line, f"Input '{name}' must start between 'from' and 'to', with a step above 0."
        )
    return {"label": value["label"], "unit": value["unit"], **numbers}


def _check_sentence(document: Document, rule: Rule, inputs: dict) -> None:
    rest = FIELD.sub("", rule.text)
    unknown = [m[1] for m in FIELD.finditer(rule.text) if m[1] not in {"result", *inputs}]
    if unknown or "{" in rest:
        document.stop(
            rule, "Between { } stands 'result' or an input, with a format such as {result:.1f}."
        )


def _largest(tree: list, inputs: dict) -> float:
    """Give the largest result at the corners of the inputs: the length of the picture."""
    corners = itertools.product(*({v["from"], v["start"], v["to"]} for v in inputs.values()))
    results = [evaluate(tree, dict(zip(inputs, corner, strict=True))) for corner in corners]
    return max((r for r in results if math.isfinite(r)), default=1.0) or 1.0


KINDS = {
    "choice": Kind((), ("many",), _choice),
    "sort": Kind(("buckets",), (), _sort),
    "match": Kind(("buckets",), (), _match),
    "rank": Kind(("ends",), (), _rank),
    "annotate": Kind(("codes",), (), _annotate),
    "power_map": Kind(("dimensions", "holders"), (), _power_map),
    "rating": Kind(("scale",), ("cannot_tell", "does_not_apply"), _rating),
    "reflection": Kind((), (), _reflection),
    "what_if": Kind(("inputs", "result"), (), _what_if),
    "encounter": Kind(encounter_reader.NEEDS, (), encounter_reader.build),
    "instrument": Kind(instrument.NEEDED, ("does_not_apply", "short_names"), instrument.build),
    "practice": Kind(practice.NEEDED, (), practice.build),
    "lots": Kind(lots.NEEDED, (), lots.build),
}
