"""The invented tables: made by the program beside them, the same to the byte, and said to be so."""

import csv
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbook.charts import load
from workbook.measures.randomization import Plan
from workbook.measures.rating import mirror, read_cards

DATASETS = Path(__file__).resolve().parents[2] / "datasets"
PROGRAM = DATASETS / "synthesize.py"
SPEC = importlib.util.spec_from_file_location("synthesize", PROGRAM)
synthesize = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(synthesize)


@pytest.fixture(scope="module")
def cards():
    return read_cards(DATASETS / "mirror_cards.csv", instrument=mirror())


def test_running_it_again_gives_the_same_bytes(tmp_path):
    known = {**os.environ, "PYTHONPATH": str(DATASETS.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, str(PROGRAM), str(tmp_path)], check=True, env=known)
    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.*")}
    plans = {f"plans/{name}.json" for name in synthesize.PLANS}
    assert set(map(Path.as_posix, made)) == {f"{name}.csv" for name in synthesize.TABLES} | plans
    for name in made:
        assert (tmp_path / name).read_bytes() == (DATASETS / name).read_bytes(), name


@pytest.mark.parametrize("name", synthesize.PLANS)
def test_a_plan_follows_its_seed_and_its_table_kept_to_it(name):
    plan = Plan.load(DATASETS / "plans" / f"{name}.json")
    assert plan.check() == []
    with (DATASETS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        after = [row for row in csv.DictReader(file) if row["phase"] == "B"]
    starts = {
        case: min(int(r["session"]) for r in after if r["case"] == case) for case in plan.lots
    }
    assert starts == plan.lots


def test_a_new_table_leaves_the_others_as_they_are(tmp_path, monkeypatch):
    def drawn(random):
        yield {"a": random.random()}

    tables = {"first": (("a",), drawn), **synthesize.TABLES}
    monkeypatch.setattr(synthesize, "TABLES", tables)
    synthesize.main(tmp_path)
    kept = (tmp_path / "mirror_cards.csv").read_bytes()
    assert kept == (DATASETS / "mirror_cards.csv").read_bytes()
    assert len((tmp_path / "first.csv").read_text("utf-8").splitlines()) == 2


def test_another_seed_gives_other_cards(tmp_path, monkeypatch):
    monkeypatch.setattr(synthesize, "SEED", synthesize.SEED + 1)
    synthesize.main(tmp_path)
    made = (tmp_path / "mirror_cards.csv").read_bytes()
    assert made != (DATASETS / "mirror_cards.csv").read_bytes()


def test_the_cards_are_of_one_practitioner_over_twelve_weeks_with_both_sides(cards):
    assert {card.worker for card in cards} == {"w1"}
    assert min(card.date for card in cards) >= "2026-01-05"
    assert max(card.date for card in cards) < "2026-03-30"
    sides = {side: {c.pair for c in cards if c.side == side} for side in ("person", "practitioner")}
    assert sides["person"] < sides["practitioner"], "not everyone puts a card into the box"
    assert len(sides["practitioner"]) == sum(synthesize.BLOCKS)


def test_some_answers_are_left_out_and_neither_side_is_always_higher(cards):
    lines = mirror().lines
    assert 0 < sum(len(lines) - len(set(lines) & set(card.answers)) for card in cards) < 60
    means = {
        (card.pair, card.side): sum(card.answers.values()) / len(card.answers) for card in cards
    }
    gaps = [
        means[pair, "practitioner"] - mean
        for (pair, side), mean in means.items()
        if side == "person"
    ]
    assert min(gaps) < -0.3
    assert max(gaps) > 0.9


def test_only_the_person_is_asked_whether_the_worker_was_on_their_side():
    with (DATASETS / "mirror_cards.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for name in synthesize.PERSON_ONLY:
        assert not any(row[name] for row in rows if row["side"] == "practitioner")
        assert any(row[name] for row in rows if row["side"] == "person")


CARDS, WEEKS = (
    ("03/both_sides", "03/over_time", "04/three_pairs"),
    ("04/move_the_start", "04/four_lines"),
)


@pytest.mark.parametrize("chart_id", CARDS + WEEKS)
def test_the_source_of_a_chart_says_invented_and_names_the_program(chart_id):
    chart = load(chart_id, DATASETS)
    (source,) = chart.sources
    assert "datasets/synthesize.py" in source.text
    assert "seed" not in source.text, "on a page the seed text is meant"
    assert source.text.startswith("Invented")
    assert ("not yet validated" in chart.note) == (chart_id in CARDS)


def test_the_descriptions_say_invented_and_name_the_seed():
    for name in ("README.md", "datapackage.json"):
        text = (DATASETS / name).read_text("utf-8")
        line = next(line for line in text.splitlines() if f"seed {synthesize.SEED}" in line)
        assert "nvented" in line + text[text.index("mirror_cards.csv") :][:200]
