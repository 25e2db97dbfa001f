"""The file of a practice in threes: roles, rules, rounds, cards."""

import re
from typing import Any

from ...content.document import CLOSING, Document
from ...content.model import Item
from ...content.settings import is_words, mapping, whole
from ...words import word

__all__ = ["NEEDS", "PLAYERS", "build", "paragraphs"]

PLAYERS = ("practitioner", "person")
LISTS = ("rules", "tally")
NEEDS = ("roles", *LISTS, "minutes_each")
ROUND = "round_"
BOLD = re.compile(r"\*\*([^*]+)\*\*")
OWN = ("", "alone", *CLOSING)


def paragraphs(text: str) -> list[tuple[str, str]]:
    r"""Say of each paragraph of a case card for whose eyes it is; nothing where it is for both.

    Parameters
    ----------
    text : str
        Markdown; a paragraph that begins with bold words about one of `PLAYERS` is for that one.

    Examples
    --------
    >>> paragraphs("A desk.\n\n**The person knows:** Page two.")
    [('', 'A desk.'), ('person', '**The person knows:** Page two.')]
    """
    found = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    return [(_for_whom(part), part) for part in found]


def _for_whom(paragraph: str) -> str:
    """Look for one of the two in bold words, by its English name or in the language spoken now."""
    bold = BOLD.match(paragraph)
    names = {name: one for one in PLAYERS for name in (one, word("practice", f"knows_{one}"))}
    found = re.search(rf"\b({'|'.join(map(re.escape, names))})\b", bold[1]) if bold else None
    return names[found[1]] if found else ""


def build(document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
    """Read roles, rules and minutes; a part ``round_...`` is a round, any other a case card.

    Raises
    ------
    ContentError
        When a setting has the wrong form, or there is no round or no case card.

    Examples
    --------
    >>> front = {"roles": {"person": "You."}, "rules": ["Pause."], "tally": [], "minutes_each": "6"}
    >>> from workbook.content.document import Part
    >>> parts = [Part("", 1), Part("round_1", 2, ["Talk."]), Part("a_day_off", 4, ["Sun."])]
    >>> items, settings = build(Document("x.md", front, {}, parts))
    >>> [item.key for item in items], settings["minutes_each"]
    (['round_1', 'a_day_off'], 6)
    """
    items = tuple(
        Item(part.name, part.text, line=part.line)
        for part in document.parts
        if part.name not in OWN
    )
    rounds = [item.key for item in items if item.key.startswith(ROUND)]
    if not rounds or len(rounds) == len(items):
        document.stop(document.parts[0], word("practice_file", "no_round"))
    alone = document.part("alone")
    return items, {
        "rounds": rounds,
        "headings": {part.name: part.title for part in document.parts if part.name not in OWN},
        "minutes_each": _minutes(document),
        "alone": alone.text if alone else "",
        "roles": mapping(document, "roles"),
        **{key: _listing(document, key) for key in LISTS},
    }


def _minutes(document: Document) -> int:
    text, about = document.front["minutes_each"], word("practice_file", "minutes_each")
    return whole(document, "minutes_each", text, (1, 60), about)


def _listing(document: Document, key: str) -> list[str]:
    if not is_words(document.front[key], list):
        document.stop(key, word("practice_file", "listing", key=key))
    found: list[str] = document.front[key]
    return found
