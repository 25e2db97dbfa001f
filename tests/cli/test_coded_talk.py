"""Two coders' tables of the turns of a talk, counted for both sides by `workbook agree`."""

import json

import pytest

from workbook.cli import main
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
