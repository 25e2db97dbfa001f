"""What gives an answer away before anyone has thought about the question."""

from collections.abc import Iterable

from ..content.model import Item

__all__ = ["asks_alone"]


def asks_alone(items: Iterable[Item]) -> int:
    """Count the questions in which only what fits asks something.

    Parameters
    ----------
    items : iterable of Item
        Questions with options; those without a fitting option, or without another, do not count.

    Returns
    -------
    int
        How many.

    Examples
    --------
    >>> from workbook.content.model import Option
    >>> fits, other = Option("a", "What helps?", fits=True), Option("b", "Do this.")
    >>> asks_alone([Item("", "", (fits, other))])
    1
    """
    return sum(_alone(item) for item in items)


def _alone(item: Item) -> bool:
    fitting = [option for option in item.options if option.fits]
    others = [option for option in item.options if not option.fits]
    asked = any("?" in option.text for option in others)
    return bool(fitting and others) and not asked and all("?" in o.text for o in fitting)
