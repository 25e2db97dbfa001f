"""What is said of two readers who coded the lines of an exercise before they saw its answers."""

from collections.abc import Mapping

from ..content.markup import plain_words
from ..content.model import Exercise

__all__ = ["closing_with_readers", "readers_said", "reference"]

LONGEST = 60  # letters by which a learner knows a line


def reference(exercise: Exercise) -> dict[str, list[str]]:
    """Give the codes or places that an exercise shows as fitting.

    Parameters
    ----------
    exercise : Exercise

    Examples
    --------
    >>> reference(Exercise("01/x", "annotate", "T"))
    {}
    """
    return {item.key: [o.key for o in item.options if o.fits] for item in exercise.items}


def readers_said(exercise: Exercise, codes: Mapping[str, str]) -> str:
    """Say how far two readers agreed, from ``datasets/codings/readers.csv`` of the course.

    Parameters
    ----------
    exercise : Exercise
    codes : mapping
        Code to its label.

    Returns
    -------
    str
        Empty where no one coded the exercise, or where every line has other words by now.

    Examples
    --------
    >>> readers_said(Exercise("01/x", "annotate", "T"), {})
    ''
    """
    above = exercise.file.resolve().parents if exercise.file else ()
    table = above[3] / "datasets" / "codings" / "readers.csv" if len(above) > 3 else None
    if table is None or not table.is_file():
        return ""
    from ..readings.codings import codings, fingerprint, two_readers

    coded = codings(table).get(exercise.id, {})
    texts = {item.key: item.text for item in exercise.items}
    read = {n: c for n, c in coded.items() if n in texts and c.text == fingerprint(texts[n])}
    names = {key: _short(text) for key, text in texts.items()}
    return two_readers(read, reference(exercise), codes, names)


def closing_with_readers(exercise: Exercise, codes: Mapping[str, str]) -> str:
    """Give the debrief, and how far two readers agreed.

    Parameters
    ----------
    exercise : Exercise
    codes : mapping
        Code to its label.

    Examples
    --------
    >>> closing_with_readers(Exercise("01/x", "annotate", "T", debrief="Look back."), {})
    'Look back.'
    """
    return "\n\n".join(filter(None, [exercise.debrief, readers_said(exercise, codes)]))


def _short(text: str) -> str:
    """Give the first words of a line in quotation marks."""
    words = plain_words(text).strip('"\u201c\u201d')
    cut = words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} ..."
    return f"\u201c{cut}\u201d"
