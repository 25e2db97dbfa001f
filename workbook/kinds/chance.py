"""How likely it is that lengths which tell nothing would tell as much as they do."""

from collections.abc import Iterable

__all__ = ["at_least"]


def at_least(hits: int, chances: Iterable[float]) -> float:
    """Give the probability of so many hits or more (a Poisson-binomial sum, computed exactly).

    Parameters
    ----------
    hits : int
        How many there are.
    chances : iterable of float
        The chance of each single one.

    Returns
    -------
    float
        0-1.

    Examples
    --------
    >>> at_least(2, [0.5, 0.5])
    0.25
    """
    spread = [1.0]
    for chance in chances:
        none, one = [*spread, 0.0], [0.0, *spread]
        spread = [a * (1 - chance) + b * chance for a, b in zip(none, one, strict=True)]
    return sum(spread[hits:])
