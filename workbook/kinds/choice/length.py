"""Whether the length of an option tells that it fits."""

from collections.abc import Iterable

from ...content.markup import plain_words
from ...content.model import Exercise
from ..chance import at_least

__all__ = ["CHANCE", "longest_tell"]

CHANCE = 0.05


def longest_tell(exercises: Iterable[Exercise]) -> float:
    """Give the chance that the fitting option is the longest at least as often as it is.

    Parameters
    ----------
    exercises : iterable of Exercise
        Of the kind `choice`; only one with one fitting option counts.

    Returns
    -------
    float
        One-sided probability, 0-1, when lengths tell nothing: each exercise with n options has
        the chance 1/n (a Poisson-binomial sum, computed exactly).

    Examples
    --------
    >>> from workbook.content.model import Item, Option
    >>> pair = (Option("a", "long enough", fits=True), Option("b", "short"))
    >>> longest_tell([Exercise("00/x", "choice", "T", items=(Item("", "", pair),))] * 5)
    0.03125
    """
    chances, seen = [], 0
    for exercise in exercises:
        options = [option for item in exercise.items for option in item.options]
        fitting = [option for option in options if option.fits]
        if len(fitting) != 1:
            continue
        lengths = [len(plain_words(option.text)) for option in options]
        own = len(plain_words(fitting[0].text))
        seen += own == max(lengths) and lengths.count(own) == 1
        chances.append(1 / len(lengths))
    return at_least(seen, chances)
