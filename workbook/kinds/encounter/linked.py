"""An encounter as scenes that lead to each other by links, for a page without a program."""

from ...content.markup import inline_html, to_html
from ...html import Markup, element, fragment
from ...words import word, words
from .model import END, Choice, Encounter, Ending, Passage

__all__ = ["linked"]


def linked(encounter: Encounter, name: str) -> str:
    """Give every scene with its choices, and behind each choice what it shifted.

    Parameters
    ----------
    encounter : Encounter
    name : str
        What the address of each scene begins with.

    Returns
    -------
    str
        HTML. A scene, a choice and the endings are each one part with an address.

    Examples
    --------
    >>> door = Passage("the_door", "The door", choices=(Choice("a", "Go.", "end"),))
    >>> one = Encounter("Sam", "Denise", "", "", "", (25.0,) * 6, 20, "", "",
    ...                 {"the_door": door}, {}, "the_door")
    >>> 'href="#x-the_door-a"' in linked(one, "x")
    True
    """
    said = words("encounter_linked")
    parts = [_scene(encounter, passage, name) for passage in encounter.passages.values()]
    return fragment(
        element("div", Markup(to_html(encounter.opening))),
        element("h2", words("encounter")["known_to_you"]),
        element("div", Markup(to_html(encounter.known_to_you))),
        element("p", said["how"], class_="sswp-quiet"),
        element("p", element("a", words("encounter")["begin"], href=f"#{name}-{encounter.first}")),
        element("div", *parts, _endings(encounter, name), class_="story"),
    )


def _scene(encounter: Encounter, passage: Passage, name: str) -> Markup:
    said = words("encounter_linked")
    paragraphs = (
        fragment(
            element("p", said["some_paths"], class_="sswp-quiet") if when else "",
            Markup(to_html(text)),
        )
        for when, text in passage.paragraphs
    )
    place = f"{name}-{passage.name}"
    choices = (_offered(choice, place) for choice in passage.choices)
    scene = element(
        "section",
        element("h2", passage.title),
        *paragraphs,
        element("ul", *choices),
        id=place,
        class_="scene",
    )
    return fragment(scene, *(_echo(encounter, choice, name, place) for choice in passage.choices))


def _offered(choice: Choice, place: str) -> Markup:
    link = element("a", Markup(_unlinked(choice.say)), href=f"#{place}-{choice.key}")
    more = element("span", f" {words('encounter_linked')['sometimes']}", class_="sswp-quiet")
    return element("li", link, more if choice.when else "")


def _echo(encounter: Encounter, choice: Choice, name: str, place: str) -> Markup:
    """Give what a choice shifted, both voices folded, and the way on."""
    said = words("encounter")
    voices = [
        element("p", element("strong", f"{title}: "), Markup(inline_html(text)))
        for title, text in (
            (encounter.person, choice.person),
            (word("encounter", "you", you=encounter.you), choice.you),
            (said["fits"], choice.fits),
        )
        if text
    ]
    folded = element("details", element("summary", words("encounter_linked")["both"]), *voices)
    on = words("encounter_linked")["endings" if choice.target == END else "on"]
    return element(
        "section",
        element("h2", said["your_words"]),
        element("p", Markup(inline_html(choice.say))),
        element("p", element("strong", f"{said['shifted']}: "), Markup(inline_html(choice.shift))),
        folded if voices else "",
        element("p", element("a", on, href=f"#{name}-{choice.target}")),
        element("p", element("a", words("encounter_linked")["back"], href=f"#{place}")),
        id=f"{place}-{choice.key}",
        class_="scene",
    )


def _endings(encounter: Encounter, name: str) -> Markup:
    said = words("encounter_linked")
    return element(
        "section",
        element("h2", said["endings"]),
        element("p", said["which"]),
        *(_ending(encounter, end) for end in encounter.endings.values()),
        element("p", element("a", said["again"], href=f"#{name}-{encounter.first}")),
        id=f"{name}-{END}",
        class_="scene",
    )


def _ending(encounter: Encounter, end: Ending) -> Markup:
    voices = (
        (encounter.person, end.person),
        (word("encounter", "you", you=encounter.you), end.you),
    )
    told = (
        fragment(element("p", element("strong", title)), Markup(to_html(text)))
        for title, text in voices
        if text
    )
    return element("details", element("summary", end.title), *told, Markup(to_html(end.note)))


def _unlinked(text: str) -> str:
    """Give the words of a choice; a link inside a link is none."""
    return inline_html(text).replace("<a ", "<span ").replace("</a>", "</span>")
