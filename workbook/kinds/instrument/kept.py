"""What the cards show, as a portfolio keeps it: the person first, and no verdict."""

from ...content.model import Exercise
from ...html import Markup, element, fragment
from ...words import words
from ..keepsake import listed, picture
from .cards import Filled
from .results import results

__all__ = ["kept"]


def kept(exercise: Exercise, answer: Filled) -> Markup:
    """Give both scores with their limits, each line of the card at hand, and the cards over time.

    Parameters
    ----------
    exercise : Exercise
    answer : Filled

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> kept(Library(packaged_course()).exercise("03/mirror"), Filled(cards=[]))
    ''
    """
    found, said = results(exercise, answer), words("instrument")
    parts: list[Markup] = []
    if now := found["now"]:
        told = [*now["scores"], now["gap"], *now["questions"], now["key"], now["status"]]
        rows = [[*row[:-1], picture(", ".join(row[:-1]), row[-1], "narrow")] for row in now["rows"]]
        parts += [element("h4", said["results"]), *_said(told)]
        parts.append(listed(said["results"], now["heads"], rows))
    if over := found["over"]:
        label = "; ".join(", ".join(row) for row in over["rows"])
        parts += [element("h4", said["over_time"]), picture(label, over["picture"])]
        parts += [*_said([over["key"]]), listed(said["over_time"], over["heads"], over["rows"])]
    return fragment(*parts)


def _said(sentences: list[str]) -> list[Markup]:
    return [element("p", sentence, dir="auto") for sentence in sentences if sentence]
