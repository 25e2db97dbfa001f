"""The pass rates on screen are those of the table, and the cautions are beside them."""

import pytest

from workbook.words import word, words

WANTED = [f"L{n:03d}" for n in range(1, 19)]


@pytest.fixture(scope="module")
def exam(built):
    return built["01/exam_pass_rates"]


@pytest.fixture(scope="module")
def counted(rows):
    return {row["id"]: row for row in rows("licensing_exam_outcomes")}


def test_table_and_picture_hold_the_eighteen_rates_of_the_file(exam, counted):
    wanted = {
        (counted[i]["level"], counted[i]["group"], float(counted[i]["pass_rate_pct"]))
        for i in WANTED
    }
    assert {(level, group, float(rate)) for level, group, rate, *_ in exam.rows} == wanted
    drawn = [r for data in exam.spec["datasets"].values() for r in data if "rate" in r]
    assert {(r["level"], r["group"], r["rate"]) for r in drawn} == wanted


def test_every_row_of_the_table_shows_evidence_and_source(exam):
    for *_, status, source in exam.rows:
        assert status in words("evidence").values()
        assert source in exam.sources


def test_each_level_starts_with_its_highest_rate(exam):
    for level in ("Bachelors", "Masters", "Clinical"):
        rates = [float(rate) for of, _, rate, *_ in exam.rows if of == level]
        assert rates == sorted(rates, reverse=True)
        assert len(rates) == 6


def test_bars_start_at_zero(exam):
    bars = next(layer for layer in exam.spec["layer"] if layer["mark"]["type"] == "bar")
    assert bars["encoding"]["x"]["scale"]["domain"] == [0, 100]


def test_title_and_sentence_say_the_numbers(exam):
    assert "83.9" in exam.title
    assert "45.0" in exam.title
    for number in ("76.2", "33.3", "85.8", "44.5", "83.9", "45.0"):
        assert number in exam.sentence


def test_the_note_says_that_sizes_are_missing_and_names_what_backs_it(exam, rows):
    assert word(exam.id, "no_sizes") in exam.note
    backed = {row["source_title"]: row for row in rows("counter_evidence")}
    named = {source.text for source in exam.sources}
    for claim in ("C025", "C026", "C027", "C028"):
        row = next(row for row in backed.values() if row["id"] == claim)
        assert any(text.startswith(row["source_title"]) for text in named)


def test_pointing_at_a_bar_tells_source_and_evidence(exam):
    bars = next(layer for layer in exam.spec["layer"] if layer["mark"]["type"] == "bar")
    assert {"source", "status", "label"} <= {tip["field"] for tip in bars["encoding"]["tooltip"]}
    assert all(r["source"] and r["status"] for r in exam.spec["datasets"]["rows_1"])
