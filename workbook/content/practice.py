"""A sheet for practice in threes: roles, rules, rounds, cards; kept is only which rounds."""

import re
from collections.abc import Mapping

from .document import CLOSING, Document
from .markup import plain_words
from .model import Exercise, Item
from .settings import is_words, mapping, whole

__all__ = ["NEEDED", "PLAYERS", "build", "clean", "in_words", "paragraphs", "titled"]

PLAYERS = ("practitioner", "person")
LISTS = ("rules", "tally")
NEEDED = ("roles", *LISTS, "minutes_each")
ROUND = "round_"
ONLY_FOR = re.compile(rf"\*\*[^*]*\b({'|'.join(PLAYERS)})\b[^*]*\*\*")
OWN = ("", "alone", *CLOSING)


def titled(name: str) -> str:
    """Turn the name of a part into its title.

    Examples
    --------
    >>> titled("a_day_off")
    'A day off'
    """
    return name.replace("_", " ").capitalize()


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
    return [(match[1] if (match := ONLY_FOR.match(part)) else "", part) for part in found]


def build(document: Document) -> tuple[tuple[Item, ...], dict]:
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
        document.stop(
            document.parts[0], "A practice needs a part '## round_1' and a part for each case card."
        )
    alone = document.part("alone")
    return items, {
        "rounds": rounds,
        "headings": {item.key: titled(item.key) for item in items},
        "minutes_each": _minutes(document),
        "alone": alone.text if alone else "",
        "roles": mapping(document, "roles"),
        **{key: _listing(document, key) for key in LISTS},
    }


def _minutes(document: Document) -> int:
    text, about = document.front["minutes_each"], "the minutes of one round"
    return whole(document, "minutes_each", text, (1, 60), about)


def _listing(document: Document, key: str) -> list[str]:
    if not is_words(document.front[key], list):
        document.stop(key, f"'{key}' is a list of lines '- words'.")
    return document.front[key]


def clean(exercise: Exercise, value) -> list[str]:
    """Keep the names of rounds that this sheet has, in its own order.

    Parameters
    ----------
    exercise : Exercise
    value
        As it came from a page.

    Examples
    --------
    >>> clean(Exercise("03/x", "practice", "T", settings={"rounds": ["round_1"]}), ["round_1", "z"])
    ['round_1']
    """
    done = value if isinstance(value, list) else []
    return [name for name in exercise.settings["rounds"] if name in done]


def in_words(exercise: Exercise, kept: Mapping) -> list[str]:
    """Say which rounds were done.

    Parameters
    ----------
    exercise : Exercise
    kept : mapping
        A cleaned response.

    Examples
    --------
    >>> one = Exercise("03/x", "practice", "T", items=(Item("round_1", "Talk."),))
    >>> in_words(one, {"done": ["round_1"]})
    ['Round 1: Talk.']
    """
    return [f"{titled(name)}: {plain_words(exercise.item(name).text)}" for name in kept["done"]]
