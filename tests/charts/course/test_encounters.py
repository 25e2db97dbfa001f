"""Figures of encounters: medical, with number, kind of average and definition beside them."""

import re

import pytest

from workbook.charts.course import m02_interruptions, m02_talk_shares, m02_understanding
from workbook.charts.kit import panels, tables
from workbook.words import word, words

CHARTS = ("02/interruptions", "02/understanding", "02/talk_shares")


@pytest.mark.parametrize("chart_id", CHARTS)
def test_every_study_is_labelled_medical(built, drawn, chart_id):
    chart = built[chart_id]
    assert {row[0].identifier for row in chart.rows} == {"encounter_figures.study"}
    assert all(figure["counted"].group == chart_id for figure in drawn(chart))


@pytest.mark.parametrize("chart_id", CHARTS)
def test_the_figures_of_the_table_are_those_of_the_file(built, rows, chart_id):
    file = {(r["study"], r["year"], r["measure"], r["group"]): r for r in rows("encounter_figures")}
    for head, measure, group, figure, number, status, source in built[chart_id].rows:
        row = file[head.values["study"], head.values["year"], measure, group]
        assert figure.startswith(f"{row['value']} {row['unit']}".strip())
        assert row["low"] in figure
        assert number.identifier == ("chart.counted" if row["n"] else "chart.not_counted")
        assert number.values.get("n", 0) == int(row["n"] or 0)
        assert (status, source.url) == (tables.evidence(row), row["url"])


def test_one_study_gives_two_numbers_by_two_definitions(built, drawn):
    chart = built["02/interruptions"]
    one = [f for f in drawn(chart) if f["row"].startswith("0|")]
    assert [f["wide_label"].values["value"] for f in one] == ["6.5", "31.4"]
    assert {f["wide_label"].values["average"] for f in one} == {"median"}
    assert one[0]["source"] == one[1]["source"]
    assert chart.sentence.index("6.5") < chart.sentence.index("31.4")


def test_seconds_carry_their_average_their_number_and_their_spread(built, drawn, table_row):
    others = [f for f in drawn(built["02/interruptions"]) if f["row"].startswith("1|")]
    for key, figure in zip(m02_interruptions.OTHERS, others, strict=True):
        row = table_row("encounter_figures", key)
        average = row["unit"].split()[-1]
        assert figure["wide_label"] == word(
            "02/interruptions", "label_wide", value=row["value"], average=average
        )
        assert figure["place"] == pytest.approx(float(row["value"]) / 60 * 100, abs=0.001)
        assert panels.counted(row) in figure["wide_name"] or not row["n"]
        assert row["n"] in figure["wide_name"]
        assert (figure["low"] is None) == (not row["low"])
    assert "27 of 40" in others[-1]["wide_name"]


def test_the_note_holds_the_figures_that_caution(built):
    note = built["02/interruptions"].note
    assert "67" in note
    assert "27 of 40" in note


def test_understanding_is_drawn_and_said_as_counted(built, drawn, table_row):
    chart = built["02/understanding"]
    values = [
        float(table_row("encounter_figures", key)["value"]) for key in m02_understanding.ASKED
    ]
    assert [f["place"] for f in drawn(chart)] == values == [84.6, 82.4, 59.2]
    assert re.findall(r"\d+\.\d", chart.sentence) == ["84.6", "82.4", "59.2"]
    for figure in ("70", "P = .83"):
        assert figure in chart.note


def test_what_has_different_units_has_different_axes(built, drawn):
    chart = built["02/talk_shares"]
    talk, score = ([f for f in drawn(chart) if f["row"].startswith(n)] for n in "01")
    assert {f["words"].name for f in talk} == {"share"}
    assert {f["words"].name for f in score} == {"score"}
    rows = [r for data in chart.spec["datasets"].values() for r in data]
    units = {r["row"]: r["wide_label"] for r in rows if "wide_label" in r and "axis" in r["row"]}
    parts = words("02/talk_shares")["parts"]
    assert units == {f"{n}|axis": parts[name]["unit"][0] for n, name in enumerate(parts)}
    assert len(set(units.values())) == len(parts) == 2


def test_talk_shares_are_derived_from_the_published_ratios(built, drawn, table_row):
    for key, ratio in m02_talk_shares.SHARES.items():
        share, times = (table_row("encounter_figures", k) for k in (key, ratio))
        r = float(times["value"])
        assert float(share["value"]) == pytest.approx(100 * r / (1 + r), abs=0.06)
        found = drawn(built["02/talk_shares"])
        figure = next(f for f in found if f["words"].values.get("ratio") == times["value"])
        assert (figure["place"], figure["status"]) == (
            float(share["value"]),
            tables.evidence(share),
        )
    title = built["02/talk_shares"].title
    assert title.index("59") < title.index("66")


def test_the_shared_decision_score_keeps_its_spread(built, drawn):
    score = drawn(built["02/talk_shares"])[-1]
    assert [score[key] for key in ("low", "place", "high")] == [9, 23, 37]
    assert "SD 14" in built["02/talk_shares"].sentence
