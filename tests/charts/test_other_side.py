"""The other side: whole pairs only, in the order asked for, each with its source."""

import shutil

import pytest

from workbook.charts.kit.model import Source


@pytest.fixture(scope="module")
def panel(built):
    return built["01/other_side"]


def test_it_is_words_only(panel):
    assert panel.spec == {}
    ((data, metadata),) = panel.outputs()
    assert set(data) == {"text/html", "text/plain"}
    assert metadata == {}


def test_it_holds_every_finding_on_its_claims(panel, rows):
    wanted = [r["finding"] for r in rows("counter_evidence")
              if r["claim_tested"] in other_side.CLAIMS["01"]]  # fmt: skip
    assert sorted(row[1] for row in panel.rows) == sorted(wanted)
    assert panel.sentence.startswith(f"{len(wanted)} findings on 4 claims")


def test_claims_come_in_the_order_asked_for(datasets, monkeypatch):
    claims = ("apology is repair", "licensing exams are biased")
    monkeypatch.setitem(other_side.CLAIMS, "01", claims)
    panel = other_side.build("01/other_side", datasets)
    assert list(dict.fromkeys(row[0] for row in panel.rows)) == [f"The claim: {c}" for c in claims]


def test_the_midwives_stand_next_to_each_other(panel):
    findings = [row[1] for row in panel.rows]
    first = next(n for n, finding in enumerate(findings) if "maternal mortality" in finding)
    assert "Black midwives" in findings[first + 1]


def test_without_the_displaced_midwives_the_other_half_is_left_out(tmp_path, datasets):
    folder = shutil.copytree(datasets, tmp_path / "datasets")
    path = folder / "counter_evidence.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("C035,")))
    shown = other_side.build("01/other_side", folder).rows
    assert not any("midwives" in row[1] for row in shown)
    assert shown


def test_numbers_of_cases_and_direction_are_said(panel):
    kim = next(row for row in panel.rows if "20 percent" in row[1])
    assert kim[2] == "Cuts both ways"
    assert kim[3] == "n = 88,678 examinees"
    assert all(isinstance(row[-1], Source) for row in panel.rows)


def test_the_hierarchy_panel_holds_every_finding_on_its_claims(built, rows):
    panel, claims = built["02/other_side"], other_side.CLAIMS["02"]
    wanted = [r for r in rows("counter_evidence") if r["claim_tested"] in claims]
    assert {r["claim_tested"] for r in wanted} == set(claims)
    assert sorted(row[1] for row in panel.rows) == sorted(r["finding"] for r in wanted)
    assert list(dict.fromkeys(row[0] for row in panel.rows)) == [f"The claim: {c}" for c in claims]
    assert panel.sentence.startswith(f"{len(wanted)} findings on 5 claims")


def test_matching_says_how_large_its_effects_are(built):
    counted = {row[1]: row[3] for row in built["02/other_side"].rows}
    assert counted["Matching has almost no average effect on outcome"] == (
        "effect size d = 0.09, n = 53 studies"
    )


def test_the_hierarchy_panel_warns_of_inferring_and_of_a_finding_told_by_a_critic(built):
    note = built["02/other_side"].note
    for words in ("ask each person; never infer it", "medical", "told here by a critic"):
        assert words in note
    assert "never infer it" not in built["01/other_side"].note
