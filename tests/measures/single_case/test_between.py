"""The between-case SMD beside plain matrices, and what is said where there is none."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.errors import WorkbookError
from workbook.measures.single_case import bc_smd
from workbook.words import word

COLUMNS = ["case", "session", "phase", "outcome"]


def table(seed, lengths, gaps=0.0, effect=2.0):
    rng = np.random.default_rng(seed)
    rows = []
    for case, phases in enumerate(lengths):
        level, t = rng.normal(0, 1), 0
        for turn, length in enumerate(phases):
            for place in range(length):
                t += 1
                if place == 0 or rng.random() >= gaps:
                    y = level + effect * (turn % 2) + rng.normal()
                    rows.append((case, t, "AB"[turn % 2], y))
    return pd.DataFrame(rows, columns=COLUMNS)


def by_matrices(frame):
    """Work through the articles' formulas with one row and one column for each session."""
    frame = frame.sort_values(["case", "session"], ignore_index=True)
    turned = (frame["phase"] != frame["phase"].shift()) | (frame["case"] != frame["case"].shift())
    frame["cell"] = turned.cumsum()
    frame["turn"] = frame["cell"] - frame.groupby("case")["cell"].transform("min")
    frame["point"] = frame.groupby("cell").cumcount()
    y, m = frame["outcome"].to_numpy(), frame["case"].nunique()
    again = frame["turn"].max() > 1
    case, time = frame["case"].to_numpy(), frame["session"].to_numpy(dtype=float)
    cells = pd.get_dummies(frame["cell"]).to_numpy(dtype=float)
    e = y - cells @ np.linalg.lstsq(cells, y, rcond=None)[0]
    size = cells.sum(axis=0)
    inside = frame["cell"].to_numpy() if again else case
    top = sum(e[i] * e[i + 1] for i in range(len(e) - 1) if inside[i] == inside[i + 1])
    phi = top / (e @ e) + ((size - 1) / size).sum() / (len(y) - len(size))

    def like(rho, clock):
        same = case[:, None] == case
        return same * (rho + (1 - rho) * phi ** np.abs(clock[:, None] - clock))

    clock = frame["point"].to_numpy(dtype=float) if again else time
    inner = like(0.0, clock) * (frame["cell"].to_numpy()[:, None] == frame["cell"].to_numpy())
    sigma = (e @ e) / (len(y) - np.trace(np.linalg.inv(cells.T @ cells) @ cells.T @ inner @ cells))
    names = frame[["turn", "point"]] if again else frame[["session", "phase"]]
    group = names.apply(tuple, axis=1)
    use = (group.groupby(group).transform("size") == m).to_numpy() | (not again)
    dummies = pd.get_dummies(group[use]).to_numpy(dtype=float)
    a = np.eye(use.sum()) - dummies @ np.linalg.pinv(dummies)
    free = np.trace(a)
    variance = y[use] @ a @ y[use] / free
    rho = max(0.0, 1 - sigma / variance)
    v = like(rho, time)
    av = a @ v[np.ix_(use, use)]
    nu = free**2 / np.trace(av @ av)
    w = np.where(frame["turn"] % 2, 1, -1) / size[frame["cell"].to_numpy() - 1] / (len(size) / 2)
    theta, change = math.sqrt(w @ v @ w), w @ y
    j = 1 - 3 / (4 * nu - 1)
    g, more = j * change / math.sqrt(variance), max(nu, 2.001) / (max(nu, 2.001) - 2)
    se = math.sqrt(j**2 * (theta**2 * more + g**2 * (more - 1 / j**2)))
    return g, se, nu, change, math.sqrt(variance), phi, rho, theta


@pytest.mark.parametrize("gaps", [0.0, 0.2])
@pytest.mark.parametrize(
    "lengths",
    [
        [(5, 12), (8, 9), (11, 6)],
        [(6, 9), (6, 9), (9, 6), (9, 7), (12, 4)],
        [(5, 5, 5, 5)] * 4,
        [(6, 5, 7, 5), (5, 5, 5, 6), (7, 7, 5, 5)],
    ],
)
def test_the_estimate_is_that_of_the_matrices(lengths, gaps):
    frame = table(len(lengths), lengths, gaps)
    found, theirs = bc_smd(frame.sample(frac=1, random_state=1)), by_matrices(frame)
    if math.isnan(found.value):
        assert found.reason == word("series_reasons", "bc_apart")
        return
    ours = found.value, found.se, found.df, *found[5:10]
    assert ours == pytest.approx(theirs, rel=1e-9)
    assert found.low < found.value < found.high


@given(st.integers(0, 10**6), st.floats(0.001, 1000), st.floats(-1000, 1000))
def test_another_unit_and_a_constant_change_nothing(seed, scale, constant):
    frame = table(seed, [(4, 6), (5, 5), (6, 4)])
    plain = bc_smd(frame)
    moved = bc_smd(frame.assign(outcome=frame["outcome"] * scale + constant))
    if plain.reason:
        assert moved.reason == plain.reason
        return
    assert (moved.value, moved.low) == pytest.approx((plain.value, plain.low), rel=1e-6, abs=1e-9)
    turned = bc_smd(frame.assign(outcome=-frame["outcome"]), improvement="decrease")
    assert (turned.value, turned.low) == pytest.approx((plain.value, plain.low))


@pytest.mark.parametrize(
    ("frame", "name"),
    [
        (table(1, [(4, 5), (5, 4)]), "bc_few"),
        (table(1, [(4, 5), (5, 4), (0, 9)]), "bc_phases"),
        (table(1, [(4, 5), (5, 4), (9,)]), "bc_phases"),
        (table(1, [(2, 2, 2, 2), (2, 2), (2, 2)]), "bc_phases"),
        (table(1, [(4, 5), (5, 4), (6, 3)]).assign(outcome=0.1), "bc_flat"),
        (pd.DataFrame([(c, 3 * c + t, "AB"[t], c + t) for c in range(3) for t in range(2)],
                      columns=COLUMNS), "bc_apart"),
    ],
)  # fmt: skip
def test_there_is_no_number_and_a_reason(frame, name):
    found = bc_smd(frame)
    assert found.reason.identifier == f"series_reasons.{name}"
    assert all(map(math.isnan, found[:10]))


def test_a_mistake_is_told():
    with pytest.raises(WorkbookError):
        bc_smd(table(1, [(4, 5)]), improvement="up")
    with pytest.raises(WorkbookError):
        bc_smd([1, 2, 3])
