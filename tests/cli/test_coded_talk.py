"""Two coders' tables of the turns of a talk, counted for both sides by `workbook agree`."""

import csv
import json

import pytest
from xlsxwriter import Workbook

from workbook.cli import main
from workbook.cli.code_sheet import HEAD, LONGEST, rows_of
from workbook.files import table
from workbook.measures.talk import CODES
from workbook.words import word

GIVEN = ["question", "proposes", "reflection", "decides_person"] * 5


@pytest.fixture
def coded(tmp_path):
    """Write a talk of two people and two tables of codes; give the command line."""

    def made(second=GIVEN, first=GIVEN, roles="ines=practitioner, Dalia=person", names=None):
        talk = [f"{('Dalia', 'Ines')[n % 2]}: Here is what I say." for n in range(1, 21)]
        (tmp_path / "talk.txt").write_text("\n".join(talk), encoding="utf-8")
        line = ["agree"]
        for name, codes in (("a", first), ("b", second)):
            rows = [f"{n},{code}" for n, code in zip(names or range(1, 21), codes, strict=True)]
            (tmp_path / f"{name}.csv").write_text("\n".join(["turn,code", *rows]))
            line.append(str(tmp_path / f"{name}.csv"))
        return [*line, "--transcript", str(tmp_path / "talk.txt"), "--roles", roles]

    return made


def test_codes_are_counted_for_both_sides_where_the_coders_agree(coded, capsys):
    assert main([*coded(), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["talk"]
    assert not found["greyed_out"] and not found["notes"]
    values = {(each["name"], each["role"]): each["value"] for each in found["measures"]}
    assert values["reflection_share", "practitioner"] == 0.5
    assert values["decides", "person"] == 1
    assert main(coded()) == 0
    assert word("agree_talk", "head") in capsys.readouterr().out


def test_nothing_is_shown_where_they_do_not(coded, capsys):
    other = ["proposes"] * 10 + ["question"] * 10
    assert main([*coded(other), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["talk"]
    assert found["greyed_out"] and found["reason"] and found["measures"] == []


@pytest.mark.parametrize(
    ("given", "name", "about"),
    [
        ({"roles": ""}, "who", {"speakers": "Ines, Dalia", "name": ""}),
        ({"roles": "Bo=person"}, "no_speaker", {"speakers": "Ines, Dalia", "name": "Bo"}),
        ({"names": [f"x{n}" for n in range(20)]}, "no_turns", {"unit": "x0"}),
        ({"first": ["asks"] * 20}, "own_codes", {"codes": ", ".join(CODES)}),
    ],
)
def test_what_does_not_fit_is_said_in_a_sentence(coded, capsys, given, name, about):
    assert main(coded(**given)) == 1
    assert str(word("agree_talk", name, **about)) in capsys.readouterr().err


def test_roles_belong_to_a_transcript(coded, capsys):
    *line, _, _, roles, text = coded()
    assert main([*line, roles, text]) == 1
    assert word("agree_talk", "roles_of_what") in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sheet_to_code_is_written_filled_in_and_read_back(tmp_path, capsys, ending):
    talk = tmp_path / "talk.txt"
    said = [f"{('Dalia', 'Ines')[n % 2]}: = {'Here is what I say. ' * 90}" for n in range(20)]
    talk.write_text("\n".join(said), encoding="utf-8")
    sheet = tmp_path / f"sheet.{ending}"
    assert main(["agree", "--transcript", str(talk), "--to-code", str(sheet)]) == 0
    assert str(word("agree_talk", "sheet", path=sheet, n=20)) in capsys.readouterr().out
    rows = _rows(sheet)
    assert (rows[0], len(rows)) == (list(HEAD), 21)
    assert rows[1][:2] == ["1", "Dalia"] and rows[20][0] == "20"
    files = [_filled(tmp_path / f"{name}.{ending}", rows) for name in "ab"]
    line = ["agree", *files, "--transcript", str(talk), "--json"]
    assert main([*line, "--roles", "Ines=practitioner, Dalia=person"]) == 0
    found = json.loads(capsys.readouterr().out)["talk"]
    assert not found["greyed_out"]


def _rows(sheet):
    if sheet.suffix == ".csv":
        return list(csv.reader(sheet.read_text(encoding="utf-8-sig").splitlines()))
    return [cells for _, cells in rows_of(sheet) if any(cells)]


def _filled(path, rows):
    """Write the sheet as a coder leaves it."""
    coded = [rows[0], *([*row[:3], code] for row, code in zip(rows[1:], GIVEN, strict=True))]
    if path.suffix == ".csv":
        path.write_bytes(table(coded))
        return str(path)
    with Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("turns")
        for place, row in enumerate(coded):
            sheet.write_row(place, 0, [int(row[0]) if row[0].isdigit() else row[0], *row[1:]])
        book.add_worksheet("codes").write(0, 0, "what is meant")
    return str(path)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("sign", ["a", "\U0001f600"])
def test_a_turn_is_never_cut_to_fit_its_cell(tmp_path, capsys, ending, sign):
    sheet, talk = tmp_path / f"sheet.{ending}", tmp_path / "talk.txt"
    line = ["agree", "--transcript", str(talk), "--to-code", str(sheet)]
    most = LONGEST // (len(sign.encode("utf-16-le")) // 2)
    talk.write_text(f"Ines: {sign * (most + 1)}\nBo: Hm.", encoding="utf-8")
    assert main(line) == 1 and not sheet.exists()
    assert str(word("agree_talk", "long_turn", turn=1, most=LONGEST)) in capsys.readouterr().err
    talk.write_text(f"Ines: {sign * most}\nBo: Hm.", encoding="utf-8")
    assert main(line) == 0
    assert _rows(sheet)[1][2] == sign * most


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (["--to-code", "a.xlsx"], "sheet_of_what"),
        (["x.csv", "y.csv", "--transcript", "talk.txt", "--to-code", "a.xlsx"], "sheet_of_what"),
        (["--transcript", "talk.txt", "--to-code", "a.pdf"], "form_of_sheet"),
        (["--transcript", "talk.txt", "--to-code", "a.csv", "--output", "b.csv"], "sheet_alone"),
        (["--transcript", "talk.txt", "--to-code", "a.csv", "--roles", "A=person"], "sheet_alone"),
        (["--transcript", "talk.txt", "--to-code", "a.csv", "--json"], "sheet_alone"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused(tmp_path, monkeypatch, capsys, line, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.txt").write_text("Ines: What matters?", encoding="utf-8")
    assert main(["agree", *line]) == 1
    about = {"path": "a.pdf"} if name == "form_of_sheet" else {}
    about |= {"option": next((each for each in line[4:] if each[:2] == "--"), "")}
    assert str(word("agree_talk", name, **about)) in capsys.readouterr().err
    assert main(["agree", "--transcript", "talk.txt", "--to-code", "talk.txt"]) == 1
    assert (tmp_path / "talk.txt").read_text(encoding="utf-8") == "Ines: What matters?"
