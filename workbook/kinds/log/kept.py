"""A log as a portfolio keeps it: every line that stands, and what they show over the weeks."""

from ...content.model import Exercise
from ...html import Markup, element, fragment
from ...words import word, words
from ..answer import Learner
from ..keepsake import listed, own_words, picture
from .entries import Logged, began, standing
from .shown import over, said

__all__ = ["kept"]


def kept(exercise: Exercise, learner: Learner) -> Markup:
    """Give the lines of a log, the oldest first, after what they show.

    Parameters
    ----------
    exercise : Exercise
    learner : Learner
        All answers are read.

    Examples
    --------
    >>> kept(Exercise("05/log", "log", "T"), Learner())
    ''
    """
    answers = learner.earlier()
    lines, start = standing(answers), began(answers)
    told = own_words(said(exercise, start)) if start else Markup()
    if not lines:
        return told
    title = element("h4", words("log")["lines"])
    every = element("ol", *(_line(exercise, line) for line in lines))
    return fragment(told, _shown(exercise, lines, start), title, every)


def _line(exercise: Exercise, line: Logged) -> Markup:
    week, *parts = said(exercise, line)
    return element(
        "li", word("log_said", "kept_line", week=week, words="; ".join(parts)), dir="auto"
    )


def _shown(exercise: Exercise, lines: list[Logged], start: Logged | None) -> Markup:
    """Say what the weeks show: words first, then pictures and a table once there are enough."""
    seen, heading = over(exercise, lines, start), words("log")["over"]
    told = [element("p", sentence) for sentence in [*seen["words"], *seen.get("case", [])]]
    if not seen["ready"]:
        return fragment(*told)
    drawn = [part for each in seen["pictures"] for part in _picture(each)]
    table = listed(words("log")["as_table"], seen["heads"], seen["rows"])
    return fragment(element("h4", heading), *told, *drawn, table)


def _picture(each: dict[str, str]) -> list[Markup]:
    return [element("p", each["said"]), picture(each["said"], each["svg"])]
