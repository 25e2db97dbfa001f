"""What helps the eye with one case: the conservative dual criterion and how often it errs."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..measures.single_case.dual_criterion import (
    DualCriterion,
    ErrorRates,
    dual_criterion,
    error_rates,
)
from ..words import Message, word

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Aid", "aids_of", "describe"]

ALIKE, LARGE = 0.3, 2.0  # autocorrelation and change for which the errors are told


class Aid(NamedTuple):
    """The criterion for one pair of phases, with its errors for series of these lengths.

    Parameters
    ----------
    label : str
    found : DualCriterion
    apart, alike : ErrorRates or None
        Where sessions are independent, and where neighbors are alike by 0.3.

    Examples
    --------
    >>> Aid("north", DualCriterion(5, 5, 5, 3.0, 0.0, 3.0), None, None).found.met
    True
    """

    label: str
    found: DualCriterion
    apart: ErrorRates | None
    alike: ErrorRates | None


def aids_of(frame: "DataFrame", improvement: dict[str, str]) -> dict[str, Aid]:
    """Look at each pair of phases of the frame.

    Parameters
    ----------
    frame : DataFrame
        Columns label, session, phase (``A`` or ``B``) and outcome.
    improvement : dict of str to str
        By label, ``increase`` or ``decrease``.

    Returns
    -------
    dict of str to Aid
        By label, where both phases have sessions.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("n", t, "AB"[t > 5], t // 6 * 3 + t % 2) for t in range(1, 12)]
    >>> frame = pd.DataFrame(rows, columns=["label", "session", "phase", "outcome"])
    >>> aids_of(frame, {"n": "increase"})["n"].found.met
    True
    """
    aids = {}
    for label, rows in frame.groupby("label", sort=False):
        first, later = (rows[rows["phase"] == phase] for phase in ("A", "B"))
        if not (len(first) and len(later)):
            continue
        found = dual_criterion(
            first["outcome"], later["outcome"], improvement=improvement[str(label)],
            sessions=np.append(first["session"], later["session"]).astype(float),
        )  # fmt: skip
        lengths = int(first["outcome"].notna().sum()), found.n
        rates = [error_rates(*lengths, effect=LARGE, autocorrelation=alike)
                 if found.needed and found.level == found.level else None
                 for alike in (0.0, ALIKE)]  # fmt: skip
        aids[str(label)] = Aid(str(label), found, *rates)
    return aids


def describe(aid: Aid) -> list[Message]:
    """Say what the criterion counts and how often it errs, or why it counts nothing.

    Parameters
    ----------
    aid : Aid

    Examples
    --------
    >>> aid = Aid("n", DualCriterion(3, 3, None, 2.0, 0.0, 2.0), None, None)
    >>> [said.identifier for said in describe(aid)]
    ['evaluate_aids.few_after']
    """
    found = aid.found
    if found.level != found.level:
        return [word("evaluate_aids", "few_before")]
    if found.needed is None or aid.apart is None or aid.alike is None:
        return [word("evaluate_aids", "few_after", beyond=found.beyond, n=found.n)]
    said = word("evaluate_aids", "beyond", beyond=found.beyond, n=found.n, needed=found.needed)
    errors = {
        "false": f"{aid.apart.false_alarm:.1%}",
        "alike": f"{aid.alike.false_alarm:.1%}",
        "missed": f"{aid.apart.missed:.0%}",
    }
    return [said, word("evaluate_aids", "errors", **errors)]
