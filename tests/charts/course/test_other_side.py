"""The other side: whole pairs only, in the order asked for, each with its source."""

import json
import re
import shutil

import pytest

from workbook.charts import outputs
from workbook.charts.course import findings
from workbook.charts.kit.model import Source
from workbook.words import use, word, words


@pytest.fixture(scope="module")
def panel(built):
    return built["01/other_side"]


def test_it_is_words_only(panel):
    assert panel.spec == {}
    ((data, metadata),) = outputs(panel)
    assert set(data) == {"text/html", "text/plain"}
    assert metadata == {}


def test_it_holds_every_finding_on_its_claims(panel, rows):
    wanted = [r["finding"] for r in rows("counter_evidence")
              if r["claim_tested"] in words("01/other_side")["claims"]]  # fmt: skip
    assert sorted(row[1] for row in panel.rows) == sorted(wanted)
    assert re.findall(r"\d+", panel.sentence)[:2] == [f"{len(wanted)}", "4"]


def test_claims_come_in_the_order_asked_for_and_in_the_words_of_a_language(
    datasets, tmp_path, monkeypatch
):
    claims = list(words("01/other_side")["claims"])
    said = {claims[0]: "A", claims[3]: "B"}
    text = {"01/other_side": {"claims": said}}
    (tmp_path / "es").mkdir()
    (tmp_path / "es" / "x.yaml").write_text(json.dumps(text), encoding="utf-8")
    monkeypatch.setenv("WORKBOOK_WORDS", str(tmp_path))
    with use("es"):
        panel = findings.panel("01/other_side", datasets)
    shown = [word("findings", "claim", claim=said.get(claim, claim)) for claim in claims]
    assert list(dict.fromkeys(row[0] for row in panel.rows)) == shown


def test_the_midwives_stand_next_to_each_other(panel):
    findings = [row[1] for row in panel.rows]
    first = next(n for n, finding in enumerate(findings) if "maternal mortality" in finding)
    assert "Black midwives" in findings[first + 1]


def test_without_the_displaced_midwives_the_other_half_is_left_out(tmp_path, datasets):
    folder = shutil.copytree(datasets, tmp_path / "datasets")
    path = folder / "counter_evidence.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("C035,")))
    shown = findings.panel("01/other_side", folder).rows
    assert not any("midwives" in row[1] for row in shown)
    assert shown


def test_numbers_of_cases_and_direction_are_said(panel):
    kim = next(row for row in panel.rows if "20 percent" in row[1])
    assert kim[2] == word("findings", "direction_mixed")
    assert kim[3] == word("chart", "counted", n=88_678, unit="examinees")
    assert all(isinstance(row[-1], Source) for row in panel.rows)


def test_the_hierarchy_panel_holds_every_finding_on_its_claims(built, rows):
    panel, claims = built["02/other_side"], words("02/other_side")["claims"]
    wanted = [r for r in rows("counter_evidence") if r["claim_tested"] in claims]
    assert {r["claim_tested"] for r in wanted} == set(claims)
    assert sorted(row[1] for row in panel.rows) == sorted(r["finding"] for r in wanted)
    assert list(dict.fromkeys(row[0] for row in panel.rows)) == [
        word("findings", "claim", claim=claim) for claim in claims
    ]
    assert re.findall(r"\d+", panel.sentence)[:2] == [f"{len(wanted)}", "5"]


def test_matching_says_how_large_its_effects_are(built):
    counted = {row[1]: row[3] for row in built["02/other_side"].rows}
    assert counted["Matching has almost no average effect on outcome"] == (
        word("findings", "effect", value="0.09")
        + ", "
        + word("chart", "counted", n=53, unit="studies")
    )


def test_only_the_hierarchy_panel_has_a_caution_of_its_own(built):
    caution = words("02/other_side")["caution"]
    assert built["02/other_side"].note.endswith(caution)
    assert caution not in built["01/other_side"].note
