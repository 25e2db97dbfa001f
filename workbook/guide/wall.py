"""What a slide shows of an exercise below its question: what can be chosen, and, folded, what fits.

Only what many can read from afar is put on a wall: one question with its options, things to mark,
or a few things of which each has its place. Longer exercises are read from sheets.
"""

import random
from collections.abc import Sequence

from ..content.model import Exercise
from ..html import Markup, element, fragment
from ..kinds import kind_of
from ..kinds.question import MARK, ONE, YES, Question
from ..words import word, words

__all__ = ["wall_part"]

MOST_WORDS = 150


def wall_part(exercise: Exercise) -> Markup:
    """Write what can be chosen, in a mixed order, and what fits, to be opened later.

    Parameters
    ----------
    exercise : Exercise

    Returns
    -------
    Markup
        Empty where there is nothing to choose, or too much for a wall.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> made = wall_part(Library(packaged_course()).exercise("00/what_it_claims"))
    >>> made.count("<li>"), made.count("<details>")
    (5, 1)
    """
    questions = [q for q in kind_of(exercise).questions(exercise) if q.form in (ONE, MARK)]
    if not questions or any(q.scale != "fits" or q.of for q in questions):
        return fragment()
    rows = _rows(questions)
    if not rows or sum(len(f"{text} {fits}".split()) for text, fits in rows) > MOST_WORDS:
        return fragment()
    random.Random(exercise.id).shuffle(rows)
    shown = element("ol", *(element("li", text) for text, _ in rows), type="A")
    return fragment(_places(questions), shown, _folded(rows, single=_single(questions)))


def _single(questions: Sequence[Question]) -> bool:
    """Say whether what is listed are answers, of which some fit, and no things to be placed."""
    return len(questions) == 1 or questions[0].form == MARK


def _rows(questions: Sequence[Question]) -> list[tuple[str, str]]:
    """Give each thing that is listed with what fits; an empty text where an answer does not."""
    said = words("guide")["fits_plain"]
    if questions[0].form == MARK:
        return [(q.text, said if q.points.get(YES) else "") for q in questions]
    if len(questions) == 1:
        values = questions[0].values.items()
        return [(text, said if questions[0].points[key] else "") for key, text in values]
    if any(q.values != questions[0].values for q in questions):
        return []
    return [(q.text, ", ".join(q.values[k] for k, n in q.points.items() if n)) for q in questions]


def _places(questions: Sequence[Question]) -> Markup:
    if _single(questions):
        return fragment()
    values = " / ".join(questions[0].values.values())
    return element("p", word("guide", "each_one", values=values))


def _folded(rows: Sequence[tuple[str, str]], *, single: bool) -> Markup:
    told = [(text, fits) for text, fits in rows if fits]
    lines = [element("li", text if single else f"{text} {fits}") for text, fits in told]
    if not lines:
        return fragment()
    return element(
        "details", element("summary", words("guide")["open_later"]), *[element("ul", *lines)]
    )
