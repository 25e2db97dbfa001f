"""The tables of `datasets/`: described, sourced, and nothing shown that is not confirmed."""

import csv
import json
import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from frictionless import Package, system

DATASETS = Path(__file__).resolve().parents[2] / "datasets"
DESCRIBED = json.loads((DATASETS / "datapackage.json").read_text(encoding="utf-8"))
INVENTED = {f"transcripts/{path.name}" for path in (DATASETS / "transcripts").glob("*.csv")}
INVENTED |= {"mirror_cards.csv", "school_pair.csv", "opening_question.csv", "four_workers.csv"}
INVENTED |= {"clear_change.csv", "strong_trend.csv"}
LOOKUPS = {"professions.csv", "codings/readers.csv"} | INVENTED  # our own, and fiction: no figures
FIGURES = sorted({r["path"] for r in DESCRIBED["resources"]} - LOOKUPS)


def rows_of(name):
    with (DATASETS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def report_on(folder):
    with system.use_context(trusted=True):
        return Package(folder / "datapackage.json").validate()


@pytest.fixture
def copied(tmp_path):
    return Path(shutil.copytree(DATASETS, tmp_path / "datasets"))


def test_all_tables_fit_their_description():
    report = report_on(DATASETS)
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
    assert report.stats["tasks"] == len(DESCRIBED["resources"])


def test_every_csv_is_described():
    found = {path.relative_to(DATASETS).as_posix() for path in DATASETS.rglob("*.csv")}
    assert {r["path"] for r in DESCRIBED["resources"]} == found


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("timeline.csv", ",corroborated,", ",unverified,"),
        ("timeline.csv", ",GB,poor relief,", ",GB,astrology,"),
        ("timeline.csv", "T002,", "T001,"),
        ("licensing_exam_outcomes.csv", ",76.2,", ",176.2,"),
        ("licensure_growth.csv", ",upper,", ",roughly,"),
        ("counter_evidence.csv", ",against_claim,", ",against,"),
        ("served_populations.csv", ",168063,", ",many,"),
        ("mirror_cards.csv", "practitioner,blue-52,", "person,blue-52,"),
        ("mirror_cards.csv", ",w1,5,", ",w1,6,"),
    ],
)
def test_the_description_refuses_a_faulty_row(copied, name, old, new):
    path = copied / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with system.use_context(trusted=True):
        package = Package(copied / "datapackage.json")
        [table] = [resource for resource in package.resources if resource.path == name]
        assert not table.validate().valid


@pytest.mark.parametrize("name", FIGURES)
def test_every_row_has_source_time_and_status(name):
    for row in rows_of(name):
        assert row["status"] in {"verified", "corroborated", "derived", "reported"}, row["id"]
        assert row["source_title"].strip(), row["id"]
        assert row["source_org"].strip(), row["id"]
        years = [row.get(key) or "" for key in ("year", "period", "source_year", "source_title")]
        dated = any(re.search(r"\d{4}|not stated", year) for year in years)
        assert dated or "year of the source: to be checked" in row["note"], row["id"]


@pytest.mark.parametrize("name", FIGURES)
def test_addresses_are_web_addresses_or_absent(name):
    for row in rows_of(name):
        parts = urlsplit(row["url"])
        assert not row["url"] or (parts.scheme in {"http", "https"} and "." in parts.netloc), row


@pytest.mark.parametrize("name", FIGURES)
def test_names_of_sources_hold_no_working_notes(name):
    for row in rows_of(name):
        assert "to be checked" not in row["source_title"] + row["source_org"], row["id"]


def test_the_midwives_stand_together():
    claims = {row["id"]: row["claim_tested"] for row in rows_of("counter_evidence.csv")}
    assert "C001" not in claims or claims["C035"] == claims["C001"]


def test_confirmed_additions_to_the_timeline_are_there():
    rows = {row["id"]: row for row in rows_of("timeline.csv")}
    roles = {i: rows[f"T{i:03d}"]["role"] for i in range(85, 97)}
    harm = {86, 87, 89, 91}
    assert roles == {i: "harm" if i in harm else "resistance" for i in range(85, 97)}
    assert rows["T088"]["date"] == "1925-08-01"


def test_an_event_ends_after_it_begins_and_its_day_lies_in_its_year():
    for row in rows_of("timeline.csv"):
        assert not row["year_end"] or int(row["year_end"]) > int(row["year"]), row["id"]
        assert not row["date"] or row["date"].startswith(row["year"]), row["id"]


def test_readme_names_every_file_and_no_row_of_ours_is_lost():
    """A lecturer may add rows; the number in the README counts those that we stand for."""
    readme = (DATASETS / "README.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| `(\w+\.csv)` \| (\d+) \|", readme, re.MULTILINE))
    assert set(table) == {path.name for path in DATASETS.glob("*.csv")}
    lost = {name for name, count in table.items() if not 0 < int(count) <= len(rows_of(name))}
    assert lost == set()
