"""All that can be said of how far several coders agree, from one set of codes."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ...errors import WorkbookError
from ...words import word
from ..result import Measure
from .ac1 import gwet_ac1
from .alpha import krippendorff_alpha
from .coders import cohen_kappa, percent_agreement
from .raters import icc

__all__ = ["Comparison", "compare_coders"]

AMOUNTS = ("interval", "ratio")
WEIGHTS = {"nominal": None, "ordinal": "linear", "interval": "quadratic", "ratio": "quadratic"}


class Comparison(NamedTuple):
    """How far coders agree, how often each used each code, and where they differ.

    Parameters
    ----------
    measures : list of Measure
        For two coders the share of units alike and kappa; then AC1 (for names),
        alpha, and ICC(2,1) (for amounts).
    counts : dict
        Each code to how often each coder gave it, most frequent first.
    differ : list of int
        Places of the units that were not coded alike by all who coded them.

    Examples
    --------
    >>> Comparison([], {"asks": [3, 4]}, [2]).differ
    [2]
    """

    measures: list[Measure]
    counts: dict
    differ: list[int]


def compare_coders(codes: Sequence[Sequence], *, level="nominal", order=()) -> Comparison:
    """Compare the codes of two or more people.

    Parameters
    ----------
    codes : sequence of sequence
        One list for each coder, in the same order of units; None is not coded.
    level : str
        As in `krippendorff_alpha`.
    order : sequence, optional
        The codes from one end of the scale to the other, for ``ordinal``; numbers need none.

    Returns
    -------
    Comparison

    Examples
    --------
    >>> found = compare_coders(["aabb", "abbb"])
    >>> [measure.name for measure in found.measures], found.differ
    (['percent_agreement', 'cohen_kappa', 'gwet_ac1', 'krippendorff_alpha'], [1])
    """
    try:
        given = [list(each) for each in codes]
        used = Counter(code for each in given for code in each if code is not None)
    except TypeError:  # no list, or codes that cannot be compared
        raise WorkbookError(word("agreement_errors", "no_code")) from None
    counts = {code: [each.count(code) for each in given] for code, _ in used.most_common()}
    rated = given if level == "nominal" else _amounts(given, order)
    measures = []
    if len(given) == 2:
        kappa = cohen_kappa(*rated, weights=WEIGHTS.get(level))
        measures = [percent_agreement(*given), kappa]
    if level == "nominal":
        measures.append(gwet_ac1(*given))
    measures.append(krippendorff_alpha(*rated, level=level))
    if level in AMOUNTS:
        measures.append(icc(list(zip(*rated, strict=True))))
    differ = [
        at
        for at, unit in enumerate(zip(*given, strict=True))
        if len({code for code in unit if code is not None}) > 1
    ]
    return Comparison(measures, counts, differ)


def _amounts(given, order) -> list[list]:
    """Give each code its number: its place in the order, or the number that it is."""
    place = {str(code).strip().casefold(): float(at) for at, code in enumerate(order, 1)}

    def amount(code):
        if code is None:
            return None
        if order and str(code).strip().casefold() in place:
            return place[str(code).strip().casefold()]
        try:
            if order:
                raise ValueError
            return float(str(code).replace(",", "."))
        except ValueError:
            raise WorkbookError(word("agreement_errors", "no_order", code=code)) from None

    return [[amount(code) for code in each] for each in given]
