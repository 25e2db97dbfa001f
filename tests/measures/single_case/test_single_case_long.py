"""Long series and tables of many cases: answered in time, and with the same numbers."""

import math

import pandas as pd
import pytest
from long_tables import sizes, table

from workbook.measures import single_case as sc
from workbook.measures.single_case.longform import LongForm
from workbook.words import word


def test_a_table_is_checked_once_for_all_that_is_asked_of_it(monkeypatch):
    form = LongForm(table())
    monkeypatch.setattr(LongForm, "__init__", None)  # a second check would fail
    assert sizes(form)["value"].tolist() == [0.875]
    assert sc.phase_summary(form)["mean"].tolist() == [2.5, 4]


def test_a_long_series_is_counted_by_sorting_and_gives_the_same(monkeypatch):
    a, b = [7 * i % 13 for i in range(40)], [11 * i % 17 for i in range(50)]
    before = [index(a, b, improvement="increase") for index in (sc.nap, sc.pand, sc.pnd)]
    monkeypatch.setattr("workbook.measures.single_case.pairs.MANY", 0)
    after = [index(a, b, improvement="increase") for index in (sc.nap, sc.pand, sc.pnd)]
    assert [each.value for each in before] == [each.value for each in after]
    assert (before[0].se, before[0].low) == (after[0].se, after[0].low)


def test_a_line_through_too_many_sessions_is_refused_in_words():
    long = list(range(2001))
    too_long = word("series_reasons", "too_long", most=2000)
    assert sc.trend_line(long).reason == too_long
    assert sc.tau_bc(long, [1, 2]).reason == too_long
    assert sc.trend_line(long, method="least-squares").slope == pytest.approx(1)


def test_a_long_table_is_answered_where_every_pair_would_take_too_long():
    rows = {"case": "x", "session": range(5000), "phase": ["A"] * 2500 + ["B"] * 2500}
    data = pd.DataFrame({**rows, "outcome": [n % 7 for n in range(5000)]})
    found = sizes(data, indices=["nap", "tau_bc", "tau_u", "lrm"]).set_index("index")
    assert found.loc["nap", "value"] == pytest.approx(0.5, abs=0.01)
    too_long = word("series_reasons", "too_long", most=2000)
    assert (found.loc[["tau_bc", "tau_u"], "reason"] == too_long).all()
    assert math.isnan(sc.phase_summary(data)["steady_slope"][0])
