"""How kinds read the parts and rule lines of their files, in one way for all."""

import re

from ..content.document import CLOSING, Document, Part, Rule
from ..content.model import Option
from ..words import word

__all__ = ["body", "feedback", "named_options", "rules", "split_source"]

SOURCE = re.compile(r"^Source:\s*(.+)$", re.MULTILINE)


def feedback(line: Rule | Part) -> str:
    """Give the feedback below a line or a part.

    Examples
    --------
    >>> feedback(Rule(3, "Near.", feedback=["It fits", "here."]))
    'It fits here.'
    """
    return " ".join(line.feedback).strip()


def body(document: Document) -> list[Part]:
    """Give the parts with a name, without hint, debrief and facilitator.

    Raises
    ------
    ContentError
        When there is none.

    Examples
    --------
    >>> document = Document("x.md", {}, {}, [Part("", 1), Part("desk", 2), Part("hint", 4)])
    >>> [part.name for part in body(document)]
    ['desk']
    """
    parts = [p for p in document.parts if p.name and p.name not in CLOSING]
    if not parts:
        document.stop(document.parts[0], word("lines", "no_part"))
    return parts


def rules(document: Document, part: Part, *, named: bool, least: int = 1) -> list[Rule]:
    """Give a part's rule lines, all of one sort, and complain about any other.

    Parameters
    ----------
    document : Document
    part : Part
    named : bool
        Whether they look like ``- name: text``, or else like ``- [ ] text``.
    least : int
        So many are needed.

    Raises
    ------
    ContentError
        When there are too few of them, or others, or two of one name.

    Examples
    --------
    >>> part = Part("", 1, rules=[Rule(2, "Often.", name="often")])
    >>> [rule.name for rule in rules(Document("x.md", {}, {}, [part]), part, named=True)]
    ['often']
    """
    shape = word("lines", "named" if named else "option")
    for rule in part.rules:
        if bool(rule.name) is not named:
            document.stop(rule, word("lines", "other_shape", shape=shape))
    if len(part.rules) < least:
        document.stop(part, word("lines", "too_few", least=least, shape=shape))
    if named and len({r.name for r in part.rules}) < len(part.rules):
        document.stop(part, word("lines", "same_name"))
    return part.rules


def split_source(text: str) -> tuple[str, str]:
    r"""Take the line ``Source: ...`` out of a text.

    Returns
    -------
    tuple of str
        The text without it, and the source.

    Examples
    --------
    >>> split_source("The desk\nSource: A page")
    ('The desk', 'A page')
    """
    found = SOURCE.search(text)
    return (SOURCE.sub("", text).strip(), found[1].strip()) if found else (text, "")


def named_options(document: Document, part: Part, labels: dict[str, str]) -> tuple[Option, ...]:
    """Read lines ``- [x] key``, each with one of the keys that the front matter has.

    Parameters
    ----------
    document : Document
    part : Part
    labels : dict
        The keys, with their words.

    Raises
    ------
    ContentError
        When a key is none of them, or stands there twice.

    Examples
    --------
    >>> part = Part("desk", 1, rules=[Rule(2, "near", mark="x")])
    >>> named_options(Document("x.md", {}, {}, [part]), part, {"near": "Near"})[0].fits
    True
    """
    found = rules(document, part, named=False)
    for rule in found:
        if rule.text not in labels:
            known = ", ".join(labels)
            document.stop(rule, word("lines", "unknown_key", key=rule.text, known=known))
    if len({r.text for r in found}) < len(found):
        document.stop(part, word("lines", "same_key"))
    return tuple(Option(r.text, "", feedback(r), r.mark == "x", r.line) for r in found)
