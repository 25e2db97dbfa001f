"""Whole plays as a portfolio keeps them: step by step, both voices, and where it ended."""

from typing import Any

from ...html import Markup, element, fragment
from ...words import word, words
from ..keepsake import listed
from .answer import Played, finished
from .model import DIMENSIONS, Encounter
from .story import whole

__all__ = ["plays"]


def plays(encounter: Encounter, answer: Played) -> Markup:
    """Give each play that reached its end, the oldest first.

    Parameters
    ----------
    encounter : Encounter
    answer : Played

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> plays(two_weeks, Played(path=[], kept=[]))
    ''
    """
    paths = [path for path in answer.kept if list(path) != list(answer.path)]
    paths += [answer.path] if finished(encounter, answer.path) else []
    return fragment(*(_play(encounter, whole(encounter, path)) for path in paths))


def _play(encounter: Encounter, play: dict[str, Any]) -> Markup:
    end = play["ending"]
    return fragment(
        element("h4", word("encounter_said", "end", title=end["title"], n=play["minutes"])),
        *(_step(encounter, n, step) for n, step in enumerate(play["steps"], 1)),
        element("h5", word("encounter", "ended", title=end["title"])),
        *_voices(encounter, end),
        *(_html(end[name]) for name in ("over", "note") if end[name]),
        _html(end["known"], word("encounter", "known_to_person", person=encounter.person)),
        _sides(play),
    )


def _step(encounter: Encounter, n: int, step: dict[str, Any]) -> Markup:
    """Give the scene, what the learner chose, and what both thought of it."""
    said = words("encounter")
    title = word("encounter_said", "kept_step", n=n, title=step["title"])
    chosen = element("blockquote", _html(step["say"], said["your_words"]))
    fits = [_html(step["fits"], said["fits"])] if step["fits"] else []
    shift = [_html(step["shift"], said["shifted"])] if step["shift"] else []
    voices = _voices(encounter, step)
    return fragment(element("h5", title), _html(step["scene"]), chosen, *shift, *voices, *fits)


def _voices(encounter: Encounter, said: dict[str, Any]) -> list[Markup]:
    """Let the person speak first, then the practitioner."""
    you = word("encounter", "you", you=encounter.you)
    both = ((encounter.person, said["person"]), (you, said["you"]))
    return [_html(text, name) for name, text in both if text]


def _html(text: str, before: str = "") -> Markup:
    """Give the course's own words, after the name of whose they are."""
    head = fragment(element("strong", word("encounter_said", "kept_voice", name=before)), " ")
    inside = text.removeprefix("<p>") if text.startswith("<p>") else f"{text}</p>"
    return Markup(f'<p dir="auto">{head if before else ""}{inside}')


def _sides(play: dict[str, Any]) -> Markup:
    """List where each side stood at the end: words and the number of its bar."""
    said = words("encounter")
    named = zip(DIMENSIONS, play["bars"], strict=True)
    rows = [[word("sides", f"side_{n}"), bar["words"], str(bar["value"])] for n, bar in named]
    return listed(said["as_table"], [said["side"], said["zone"], said["now"]], rows)
