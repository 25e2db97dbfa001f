"""Paper cards of a group beside its hand-ins: both sides, and nothing from fewer than five."""

import csv
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated import quick
from the_course import COURSE

from workbook.cli import main
from workbook.cohort.sides import sides
from workbook.measures.rating import mirror
from workbook.words import word, words

SCORES = st.floats(0, 100) | st.just(math.nan)


def cards(people, practitioners):
    return [("person", n) for n in people] + [("practitioner", n) for n in practitioners]


def test_the_persons_number_comes_first():
    both = sides(reversed(cards([50, 60, 60, 70, 80], [90, 80, 90, 100, 95, 91])))
    names = words("mirror")
    assert [(one.text, one.people, one.mean) for one in both] == [
        (names["person"], 5, 64),
        (names["practitioner"], 6, 91),
    ]


@given(st.lists(SCORES, max_size=9), st.lists(SCORES, max_size=9))
def test_nothing_is_shown_of_fewer_than_five_scored_cards(people, practitioners):
    scored = [[n for n in own if not math.isnan(n)] for own in (people, practitioners)]
    shown = sides(cards(people, practitioners))
    expected = [own for own, given_ in zip(scored, (people, practitioners), strict=True) if given_]
    for side, own in zip(shown, expected, strict=True):
        assert (side.people is None) == (len(own) < 5)
        assert (side.mean is None) == (len(own) < 5 or len(set(own)) == 1) == bool(side.reason)


def test_a_score_that_all_cards_share_tells_what_each_said():
    [side] = sides(cards([100] * 7, []))
    assert side.mean is None and side.people == 7
    assert side.reason.identifier == "cohort.same_cards"


@pytest.fixture
def group(tmp_path):
    folder = tmp_path / "group"
    folder.mkdir()
    for n, data in enumerate(quick(COURSE, 6)):
        (folder / f"{n}.json").write_bytes(data)
    return folder


def sheet(path, people, practitioners):
    """Type in cards, each with one answer on all scored lines but one."""
    names = list(mirror().lines)
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["side", "pair", "date", "worker", *names])
        for side, put in cards(people, practitioners):
            out.writerow([side, "", "", "", *[put] * (len(names) - 1), put % 5 + 1])
    return path


def test_both_sides_stand_in_the_report_and_in_the_table(group, tmp_path, capsys):
    typed = sheet(tmp_path / "triads.csv", [2, 3, 3, 4, 5], [5, 4, 4])
    page, table = tmp_path / "r.html", tmp_path / "r.csv"
    line = ["cohort", str(group), "--output", str(page), "--csv", str(table)]
    assert main([*line, "--cards", str(typed)]) == 0
    said = page.read_text("utf-8")
    assert word("cohort", "sides") in said
    assert word("cohort", "few_cards", side=words("mirror")["practitioner"], least=5) in said
    rows = list(csv.DictReader(table.read_text("utf-8-sig").splitlines()))
    both = [row for row in rows if row["title"] == word("cohort", "sides")]
    assert [(row["people"], row["value"]) for row in both] == [
        ("5", "60.0"),  # 27.5, 52.5, 52.5, 77.5, 90
        (word("cohort", "withheld"), word("cohort", "withheld")),
    ]


def test_a_report_without_cards_says_nothing_of_sides(group, tmp_path):
    page = tmp_path / "r.html"
    assert main(["cohort", str(group), "--output", str(page)]) == 0
    assert word("cohort", "sides") not in page.read_text("utf-8")


@pytest.mark.parametrize("twice", [True, False])
def test_a_sheet_that_does_not_serve_writes_nothing(group, tmp_path, capsys, twice):
    bad = sheet(tmp_path / "a.csv", [2] * 5, []) if twice else tmp_path / "none.csv"
    page = tmp_path / "r.html"
    line = ["cohort", str(group), "--output", str(page), "--cards", str(bad)]
    assert main([*line, *[str(bad)] * twice]) == 1
    assert capsys.readouterr().err.startswith("workbook: ") and not page.exists()
