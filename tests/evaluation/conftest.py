"""What the tests of the report share: tables of sessions, and the invented workers with a plan."""

from pathlib import Path

import pytest

from workbook.evaluation import Question, evaluate, read_sessions
from workbook.measures.randomization import Plan

DATASETS = Path(__file__).resolve().parents[2] / "datasets"


def drawn(name):
    return Plan.load(DATASETS / "plans" / f"{name}.json")


@pytest.fixture
def plan_of():
    """Give the lots of an invented table."""
    return drawn


@pytest.fixture(scope="session")
def invented():
    """Work out an invented table together with its lots."""

    def make(name):
        sessions = read_sessions(DATASETS / f"{name}.csv")
        return evaluate(sessions, Question("increase", plan=drawn(name)))

    return make


@pytest.fixture
def table():
    """Write rows of one case, five sessions in A and six in B, with some rows changed."""

    def make(changes=(), head="case,session,phase,outcome", case="north"):
        rows = [f"{case},{n},{'A' if n < 6 else 'B'},{n % 4}" for n in range(1, 12)]
        for n, row in dict(changes).items():
            rows[n - 1] = row
        return ("\n".join([head, *[r for r in rows if r is not None]]) + "\n").encode()

    return make
