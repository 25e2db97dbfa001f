"""Figures of encounters: medical, with number, kind of average and definition beside them."""

import pytest

CHARTS = ("02/interruptions", "02/understanding", "02/talk_shares")


@pytest.mark.parametrize("chart_id", CHARTS)
def test_every_study_is_labelled_medical(built, drawn, chart_id):
    chart = built[chart_id]
    assert all("(medical: " in row[0] for row in chart.rows)
    assert all("medical" in figure["counted"] for figure in drawn(chart))
    assert "medical" in chart.sentence.lower()
    assert "social work" in chart.note


@pytest.mark.parametrize("chart_id", CHARTS)
def test_the_figures_of_the_table_are_those_of_the_file(built, rows, chart_id):
    file = {
        (f"{r['study']}, {r['year']}", r["measure"], r["group"]): r
        for r in rows("encounter_figures")
    }
    for head, measure, group, figure, number, status, source in built[chart_id].rows:
        row = file[head.partition(" (medical: ")[0], measure, group]
        assert figure.startswith(f"{row['value']} {row['unit']}".strip())
        assert row["low"] in figure
        assert (f"n = {int(row['n']):,} " in number) if row["n"] else ("not confirmed" in number)
        assert (status, source.url) == (row["status"], row["url"])


def test_one_study_gives_two_numbers_by_two_definitions(built, drawn):
    chart = built["02/interruptions"]
    one = [f for f in drawn(chart) if f["row"].startswith("0|")]
    assert [f["wide_label"] for f in one] == ["6.5 s, median", "31.4 s, median"]
    assert one[0]["source"] == one[1]["source"]
    assert "6.5 seconds to any interruption and 31.4 seconds to one" in chart.sentence


def test_seconds_carry_their_average_their_number_and_their_spread(built, drawn, table_row):
    others = [f for f in drawn(built["02/interruptions"]) if f["row"].startswith("1|")]
    for key, figure in zip(interruptions.OTHERS, others, strict=True):
        row = table_row("encounter_figures", key)
        assert figure["wide_label"] == f"{row['value']} s, {row['unit'].split()[-1]}"
        assert figure["place"] == pytest.approx(float(row["value"]) / 60 * 100, abs=0.001)
        number = f"n = {row['n']}" if row["n"] else "not confirmed"
        assert number in figure["wide_name"]
        assert (figure["low"] is None) == (not row["low"])
    assert "27 of 40" in others[-1]["wide_name"]


def test_the_studies_are_not_read_as_a_trend(built):
    note = built["02/interruptions"].note
    for words in ("not steps of one trend", "a mean is another kind of average than a median",
                  "67 percent of the interruptions were backchannels"):  # fmt: skip
        assert words in note


def test_understanding_is_drawn_and_said_as_counted(built, drawn, table_row):
    chart = built["02/understanding"]
    values = [float(table_row("encounter_figures", key)["value"]) for key in understanding.ASKED]
    assert [f["place"] for f in drawn(chart)] == values == [84.6, 82.4, 59.2]
    assert "84.6 percent where the patient finished" in chart.sentence
    assert "59.2 percent where nobody had asked" in chart.sentence
    for words in ("70 medical visits", "P = .83", "no proof that there is none"):
        assert words in chart.note


def test_what_has_different_units_has_different_axes(built, drawn):
    chart = built["02/talk_shares"]
    talk, score = ([f for f in drawn(chart) if f["row"].startswith(n)] for n in "01")
    assert all("percent of statements" in f["words"] for f in talk)
    assert all("points" in f["words"] for f in score)
    rows = [r for data in chart.spec["datasets"].values() for r in data]
    units = {r["row"]: r["wide_label"] for r in rows if "wide_label" in r and "axis" in r["row"]}
    assert units["0|axis"].startswith("Percent of coded statements")
    assert units["1|axis"].startswith("Points of 100")


def test_talk_shares_are_derived_from_the_published_ratios(built, drawn, table_row):
    for key, (ratio, _) in talk_shares.SHARES.items():
        share, times = (table_row("encounter_figures", k) for k in (key, ratio))
        r = float(times["value"])
        assert float(share["value"]) == pytest.approx(100 * r / (1 + r), abs=0.06)
        figure = next(f for f in drawn(built["02/talk_shares"]) if times["value"] in f["words"])
        assert (figure["place"], figure["status"]) == (float(share["value"]), "derived")
    assert "59 to 66 percent" in built["02/talk_shares"].title


def test_the_shared_decision_score_keeps_its_spread(built, drawn):
    score = drawn(built["02/talk_shares"])[-1]
    assert [score[key] for key in ("low", "place", "high")] == [9, 23, 37]
    assert "SD 14" in built["02/talk_shares"].sentence


def test_talk_share_is_a_count_and_no_grade(built):
    assert "a count, not a grade" in built["02/talk_shares"].note
    assert "not what the person felt" in built["02/talk_shares"].note
