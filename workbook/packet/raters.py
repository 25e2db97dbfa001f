"""An empty table for one rater of recorded talks, in the form that `workbook agree` reads."""

from ..content.model import Exercise
from ..files import table

__all__ = ["rater_table"]

TALKS = 20  # with fewer, the interval of an agreement says little


def rater_table(card: Exercise, talks: int = TALKS) -> bytes:
    r"""Write a row for each talk and side; a rater fills in the amount.

    Parameters
    ----------
    card : Exercise
        A scale, such as the observer's card.
    talks : int
        How many recordings, 1 or more.

    Examples
    --------
    >>> from workbook.content.model import Item
    >>> card = Exercise("06/x", "rating", "T", items=(Item("voice", "Voice."),))
    >>> rater_table(card, 1).decode("utf-8-sig").splitlines()
    ['unit,code', 'talk 1 voice,']
    """
    rows = [[f"talk {n} {item.key}", ""] for n in range(1, talks + 1) for item in card.items]
    return table([["unit", "code"], *rows])
