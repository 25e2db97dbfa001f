"""Hedges, Pustejovsky and Shadish (2012, 2013): the four worked examples of g_AB.

The outcomes were read off figures of other people's articles and are not repeated here. What
follows from the sessions alone (degrees of freedom and the error of the mean change) is computed
from which sessions there were, and the last step from the printed figures; all at the six digits
that the authors' program scdhlm prints. The sums over outcomes are compared with matrices in
tests/measures/single_case/test_between.py.
"""

import numpy as np
import pandas as pd
import pytest

from workbook.measures.single_case.between import corrected
from workbook.measures.single_case.study import error, freedom, read

SADDLER = ["1234 567", "123 567", "1345 678", "1345 678", "1567 89x", "1567 89x"]
LASKI = [(4, 13), (5, 13), (7, 16), (10, 17), (7, 16), (7, 14), (8, 19), (11, 20)]
ANGLESEA = [(7, 6, 7, 7), (4, 4, 3, 3), (4, 4, 4, 2)]


def study(cases):
    """Build a study from (session, phase) of each case; the outcomes play no part."""
    rows = [
        (case, t, phase, case + t % 3)
        for case, sessions in enumerate(cases)
        for t, phase in sessions
    ]
    return read(pd.DataFrame(rows, columns=["case", "session", "phase", "outcome"]))


def saddler():
    places = "0123456789x"
    return [
        [(places.index(t), phase) for part, phase in zip(each.split(), "AB", strict=True)
         for t in part]
        for each in SADDLER
    ]  # fmt: skip


def laski():
    return [[(t, "B" if t > a else "A") for t in range(1, last + 1)] for a, last in LASKI]


def anglesea():
    return [list(enumerate("".join(p * n for p, n in zip("ABAB", each, strict=True)), 1))
            for each in ANGLESEA]  # fmt: skip


# The sessions; autocorrelation, share between cases; df, theta; change, variance; g, its variance.
EXAMPLES = {
    "Saddler, writing quality": (
        saddler, (0.099650, 0.633212), (8.918146, 0.200641), (2.097222, 0.952381),
        (1.963073, 0.33491289),
    ),
    "Laski": (
        laski, (0.016526, 0.693966), (13.100415, 0.102497), (31.822475, 465.815861),
        (1.388385, 0.10050132),
    ),
    "Anglesea": (
        anglesea, (0.175859, 0.915510), (2.340135, 0.091347), (86.870476, 2347.845708),
        (1.149507, 2.43956417),
    ),
    "Lambert": (
        None, (0.224680, 0.029868), (164.492271, 0.144926), (-5.457995, 4.673913),
        (-2.513073, 0.04054616),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EXAMPLES)
def test_degrees_of_freedom_and_the_error_follow_from_the_sessions(name):
    sessions, nuisance, printed, _, _ = EXAMPLES[name]
    if sessions is None:  # which sessions of Lambert were missed is not printed in the article
        return
    found = study(sessions())
    assert freedom(found, *nuisance) == pytest.approx(printed[0], rel=1e-5)
    assert error(found, *nuisance) == pytest.approx(printed[1], abs=1e-6)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_corrected_estimate_and_its_variance(name):
    _, _, (df, theta), (change, variance), (value, printed) = EXAMPLES[name]
    found, se = corrected(change / np.sqrt(variance), df, theta)
    assert found == pytest.approx(value, abs=2e-6)
    # The error of an estimate with 2.3 degrees of freedom hangs on every digit of them.
    assert se**2 == pytest.approx(printed, rel=2e-5)
