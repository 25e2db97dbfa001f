"""Whether a test gives itself away: by the length of options, or by questions of two options."""

from collections.abc import Iterable, Iterator

from ...content.markup import plain_words
from ...content.model import Exercise, Item
from ...words import Message, word
from ..chance import at_least

__all__ = ["CHANCE", "TWO_OPTIONS", "extreme_chances", "shape_problems"]

CHANCE = 0.05  # below this, lengths tell
TWO_OPTIONS = 0.10  # the largest share of questions with two options, such as true and false


def extreme_chances(items: Iterable[Item]) -> tuple[float, float]:
    """Give the chances that the fitting option is the longest, or the shortest, as often as it is.

    Parameters
    ----------
    items : iterable of Item
        Only one with one fitting option counts.

    Returns
    -------
    tuple of float
        For the longest and for the shortest: one-sided probabilities, 0-1, when lengths tell
        nothing and each of n options is as likely as the others.

    Examples
    --------
    >>> from workbook.content.model import Option
    >>> one = Item("a", "", (Option("a", "long enough", fits=True), Option("b", "short")))
    >>> extreme_chances([one] * 5)
    (0.03125, 1.0)
    """
    lengths = [_lengths(i) for i in items if sum(option.fits for option in i.options) == 1]
    chances = [1 / (len(others) + 1) for _, others in lengths]
    longest = sum(own > max(others) for own, others in lengths)
    shortest = sum(own < min(others) for own, others in lengths)
    return at_least(longest, chances), at_least(shortest, chances)


def _lengths(item: Item) -> tuple[int, list[int]]:
    own = next(len(plain_words(o.text)) for o in item.options if o.fits)
    return own, [len(plain_words(o.text)) for o in item.options if not o.fits]


def shape_problems(exercise: Exercise) -> Iterator[Message]:
    """List how a test gives itself away.

    Parameters
    ----------
    exercise : Exercise

    Examples
    --------
    >>> list(shape_problems(Exercise("06/x", "post_test", "T")))
    []
    """
    for name, chance in zip(("longest", "shortest"), extreme_chances(exercise.items), strict=True):
        if chance < CHANCE:
            yield word("post_test_file", name, chance=f"{chance:.3f}")
    two = sum(len(item.options) == 2 for item in exercise.items)
    if two > TWO_OPTIONS * len(exercise.items):
        yield word("post_test_file", "two_options", two=two, total=len(exercise.items))
