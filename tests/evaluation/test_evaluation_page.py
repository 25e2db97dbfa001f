"""The page and the table of numbers: whole, quiet, and honest about what they hold."""

import csv
import io
import json
import math
import re
import statistics
from datetime import UTC, datetime
from html import escape
from html.parser import HTMLParser

import pytest
from sweep import first

from workbook.evaluation import Question, as_csv, as_json, evaluate, page, read_sessions
from workbook.evaluation.pictures import case_chart, mirror_chart
from workbook.measures.rating import mirror
from workbook.readings.describe import number
from workbook.words import _flat as flat
from workbook.words import word, words

VERDICTS = (
    "works", "worked", "effective", "ineffective", "significant", "insignificant", "large effect",
    "small effect", "medium effect", "strong effect", "no effect", "proves", "proof that", "proven",
    "succeeded", "success", "failed", "failure", "better worker", "questionable", "equality score",
)  # fmt: skip


def text_of(html):
    html = re.sub(r"<style>.*?</style>", "", html, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def verdicts(text):
    return [each for each in VERDICTS if re.search(rf"\b{each}\b", text, re.IGNORECASE)]


@pytest.fixture(scope="module", params=first(1, ["clear_change", "strong_trend", "four_workers"]))
def made(request, invented):
    report = invented(request.param)
    return report, page(report, "2026-01-05")


def test_no_sentence_passes_a_verdict(made):
    report, html = made
    assert verdicts(text_of(html)) == []
    assert verdicts(as_csv(report)) == []
    assert verdicts(json.dumps(as_json(report))) == []


def test_no_word_of_the_report_passes_a_verdict():
    groups = [f"evaluate{part}" for part in ("", "_board", "_aids", "_checks")]
    told = [text for group in groups for text in flat(words(group)).values()]
    assert [text for text in told if verdicts(text)] == []
    assert verdicts("This was a Large effect and it works.") == ["works", "large effect"]


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing(made):
    _, html = made
    assert "<script" not in html
    assert not re.search(r"(?:src|href)=|url\((?!#)|@import", html)
    assert not re.search(r" on\w+=", html)


def test_the_page_is_whole(made):
    _, html = made
    held = []

    class Balance(HTMLParser):
        def handle_starttag(self, tag, attrs):
            if tag not in ("meta", "br"):
                held.append(tag)

        def handle_endtag(self, tag):
            assert held.pop() == tag

    Balance().feed(html)
    assert held == []


def test_every_case_has_picture_sentence_table_counts_and_limits(made):
    report, html = made
    text = text_of(html)
    for case in report.sessions.cases:
        assert word("evaluate", "phases", case=case) in text
        assert word("evaluate", "sizes", case=case) in text
        assert case_chart(report, case).sentence in text
    cases = len(report.sessions.cases)
    pictures = cases + len(report.mirror) + (cases > 1)  # all cases together
    assert html.count("<svg") == 2 * pictures, "each is drawn wide and narrow"
    assert html.count("<details>") == pictures + cases, "and the numbers of other reports"
    interval = word("evaluate", "size_columns").split("|")[2]
    assert text.count(interval) == 3 * len(report.sessions.cases), (
        "in the caption, in the heading, and in that of other reports"
    )


def test_the_lots_are_told_with_the_smallest_p_and_the_unverified_date(made):
    report, html = made
    text, found = text_of(html), report.tests[0].result
    about = {"who": report.tests[0].case or word("evaluate", "test_all"), "p": f"{found.p:.3f}"}
    ways, reached = f"{found.n_assignments:,}", f"{round(found.p * found.n_assignments):,}"
    assert word("evaluate", "test_p", **about, n=ways, reached=reached) in text
    assert word("evaluate", "test_least", n=ways, least=f"{found.smallest_p:.3f}") in text
    assert word("evaluate", "plan_date", date=datetime(2026, 1, 2, 9, tzinfo=UTC)) in text
    assert as_json(report)["plan_date"] == {"date": report.question.plan.date, "verified": False}


def test_the_status_of_the_mirror_goes_with_its_numbers(made):
    report, html = made
    assert (mirror().status in text_of(html)) == bool(report.mirror)
    assert (mirror().status in as_csv(report)) == bool(report.mirror)
    assert (mirror().status in as_json(report)["notes"]) == bool(report.mirror)


def test_a_side_with_fewer_than_five_cards_is_nowhere_shown(invented):
    report = invented("clear_change")
    found = report.sessions.columns
    few = found["session"][found["person_cards"] < 5].tolist()
    assert few
    rows = csv.DictReader(io.StringIO(as_csv(report)))
    told = {(int(r["session"]), r["name"]): r["value"] for r in rows if r["part"] == "mirror"}
    for session in few:
        assert told[session, "person"] == told[session, "gap"] == ""
    assert any(told[session, "practitioner"] for session in few)
    assert any(value for (_, name), value in told.items() if name == "gap")


def test_the_mirror_without_its_counts_is_not_shown(undrawn):
    data = b"session,phase,outcome,person,practitioner\n1,A,2,50,60\n2,B,3,55,60\n"
    report = evaluate(read_sessions(data), Question("increase"))
    assert report.mirror == {}
    assert report.mirror_note == word("evaluate", "mirror_lacks")
    assert escape(report.mirror_note) in page(report, "today")


def test_names_from_the_file_stay_text(table, undrawn):
    name = "<b onclick=x>=1+1"
    report = evaluate(read_sessions(table(case=name)), Question("increase"))
    assert "<b onclick" not in page(report, "today")
    report = evaluate(read_sessions(table(case="=1+1")), Question("increase"))
    cases = {row["case"] for row in csv.DictReader(io.StringIO(as_csv(report)))}
    assert "'=1+1" in cases
    assert "=1+1" not in cases


def test_csv_and_json_hold_the_same_numbers_and_no_nan(made):
    report, _ = made
    rows = list(csv.DictReader(io.StringIO(as_csv(report))))
    told = as_json(report)["numbers"]
    assert len(rows) == len(told)
    assert {row["part"] for row in rows} >= {"phase", "index", "pooled", "test"}
    assert "NaN" not in json.dumps(as_json(report), allow_nan=False)
    for row, other in zip(rows, told, strict=True):
        assert row["value"] == ("" if other["value"] is None else str(other["value"]))


def test_without_the_drawing_program_the_table_stands_open(table, monkeypatch):
    def missing(chart, width):
        raise ImportError

    monkeypatch.setattr("workbook.evaluation.html_parts.svg", missing)
    html = page(evaluate(read_sessions(table()), Question("increase")), "today")
    assert "<svg" not in html
    assert word("evaluate", "no_picture") in html
    assert "<details open>" in html


def test_of_many_cases_those_are_drawn_that_moved_least(table, monkeypatch):
    monkeypatch.setattr("workbook.evaluation.findings.MANY", 1)
    monkeypatch.setattr("workbook.evaluation.findings.DRAWN", 1)
    monkeypatch.setattr("workbook.evaluation.html_board.DRAWN", 1)
    worse = table({n: f"south,{n},B,-{n}" for n in range(6, 12)}, case="south")
    report = evaluate(read_sessions(table() + worse.split(b"\n", 1)[1]), Question("increase"))
    html = page(report, "today")
    assert report.shown == ["south"]
    assert html.count("<figure") == 2, "the stack and the case"
    assert word("evaluate", "more_cases", drawn=1, all="2") in text_of(html)
    assert word("evaluate_board", "other_way", n=1, cases="south") in text_of(html)


def test_the_table_of_numbers_holds_all_that_is_needed_to_work_them_out_again(made):
    report, _ = made
    rows = list(csv.DictReader(io.StringIO(as_csv(report))))
    settings = {row["name"]: row["value"] for row in rows if row["part"] == "setting"}
    assert settings["improvement"] == "increase"
    assert settings["plan_date"] == report.question.plan.date
    outcomes = [row for row in rows if row["part"] == "session"]
    assert len(outcomes) == len(report.sessions.columns["row"])
    nap = [row for row in rows if row["name"] == "nap" and row["part"] == "index"]
    assert {row["confidence"] for row in nap} == {"0.95"}
    assert {row["confidence"] for row in rows if row["name"] == "pnd"} <= {""}
    assert "can_show" in as_json(report)


def test_a_gap_of_the_mirror_is_told_for_each_phase_apart(invented):
    report = invented("clear_change")
    [case] = report.sessions.cases
    gaps = mirror_chart(report, case).sentence.values["gaps"]
    shown = [row for row in report.mirror[case] if not math.isnan(row.gap)]
    for phase in (0, 1):
        mine = [row.gap for row in shown if row.phase == phase]
        middle = number(statistics.median(mine), "+.0f")
        about = {"gap": middle, "phase": "AB"[phase], "n": len(mine)}
        assert word("evaluate", "mirror_gap_in", **about) in gaps


def test_answers_from_one_to_five_are_not_drawn_as_points_of_a_hundred():
    head = "session,phase,outcome,person,practitioner,person_cards,practitioner_cards\n"
    rows = "".join(f"{t},{'AB'[t > 5]},{t},3.5,4.1,6,6\n" for t in range(1, 11))
    report = evaluate(read_sessions((head + rows).encode()), Question("increase"))
    assert report.mirror == {}
    assert report.mirror_note == word("evaluate", "mirror_scale")


@pytest.mark.parametrize("side", ["person", "practitioner"])
def test_nothing_in_the_mirror_follows_a_start_that_changes_nothing(invented, side):
    [rows] = invented("strong_trend").mirror.values()
    shown = [(row.phase, getattr(row, side)) for row in rows]
    before, after = ([y for phase, y in shown if phase == p and y > 0] for p in (0, 1))
    assert abs(statistics.fmean(after) - statistics.fmean(before)) < 6
