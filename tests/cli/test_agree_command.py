"""`workbook agree`: files of several coders, matched, compared, and mistakes."""

import json

import pytest

from workbook.cli import main
from workbook.measures.agreement import gwet_ac1, icc, krippendorff_alpha
from workbook.words import word, words

ANNA = "line,code\n1,asks\n2,tells\n3,asks\n4, ASKS\n5,tells\n6,asks\n"
BEN = "line;code\n3;asks\n1;asks\n2;asks\n4;asks\n5;tells\n7;tells\n"


@pytest.fixture
def files(tmp_path):
    def made(*texts):
        paths = []
        for number, text in enumerate(texts):
            path = tmp_path / f"{'abc'[number]}.csv"
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
        return paths

    return made


def test_units_are_matched_by_name_in_whatever_order(files, capsys):
    assert main(["agree", *files(ANNA, BEN), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["measures"]["percent_agreement"]["units"] == 5
    assert found["measures"]["percent_agreement"]["value"] == pytest.approx(0.8)
    assert found["differ"] == ["2"]
    assert found["counts"] == {"asks": [4, 4], "tells": [2, 2]}
    assert found["notes"] == [
        word("agree_files", "spelled", codes="asks, ASKS"),
        word("agree_files", "left_over", shared=5, all=7),
    ]
    both = gwet_ac1(list("ataata") + [None], [*"aaaat", None, "t"]).value
    assert found["measures"]["gwet_ac1"]["value"] == pytest.approx(both)


def test_the_terminal_says_how_often_each_code_was_given(files, capsys):
    assert main(["agree", *files(ANNA, BEN)]) == 0
    said = capsys.readouterr().out
    assert word("agree_command", "count", code="asks", counts="4, 4") in said
    assert word("agree_command", "differ", units="2", n=1, shown=10) in said


def test_three_coders_of_ranks(files, capsys):
    tables = ["unit,code\n" + "".join(f"{n},{c}\n" for n, c in enumerate(codes))
              for codes in (["low", "high", "middle"], ["low", "high", "high"],
                            ["low", "middle", "middle"])]  # fmt: skip
    line = ["agree", *files(*tables), "--level", "ordinal", "--order", "low, middle, high"]
    assert main([*line, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["measures"]
    assert found.keys() == {"krippendorff_alpha"}
    ranks = krippendorff_alpha([1, 3, 2], [1, 3, 3], [1, 2, 2], level="ordinal").value
    assert found["krippendorff_alpha"]["value"] == pytest.approx(ranks)


def test_the_units_side_by_side_are_written_once(files, tmp_path, capsys):
    out = tmp_path / "both.csv"
    line = ["agree", *files(ANNA, BEN), "--output", str(out)]
    assert main(line) == 0
    rows = out.read_text(encoding="utf-8-sig").splitlines()
    assert rows[2] == "2,tells,asks,no" and rows[-1] == "7,,tells,"
    capsys.readouterr()
    assert main(line) == 1
    assert (
        capsys.readouterr().err == f"workbook: {word('agree_command', 'already_there', path=out)}\n"
    )
    assert main([*line, "--force"]) == 0


@pytest.mark.parametrize(
    ("texts", "more", "name"),
    [
        ([ANNA], [], "agree_files.one_file"),
        ([ANNA, "line,code\n"], [], "agree_files.no_rows"),
        ([ANNA, "line,code\n1,a\n1,b\n"], [], "agree_files.twice"),
        ([ANNA, "line,code\n,a\n"], [], "agree_files.no_unit"),
        ([ANNA, "line,code\n8,a\n"], [], "agree_files.no_shared"),
        ([ANNA, "line,first,second\n1,a,b\n"], [], "agree_files.which_code"),
        ([ANNA, "name,code,note\n1,a,b\n"], [], "agree_files.which_unit"),
        ([ANNA, BEN], ["--code", "theme"], "agree_files.which_code"),
        ([ANNA, BEN], ["--level", "interval"], "agreement_errors.no_order"),
        ([ANNA, BEN], ["--level", "ordinal", "--order", "asks"], "agreement_errors.no_order"),
        ([ANNA, BEN], ["--order", "asks, tells"], "agree_command.order_of_what"),
        ([ANNA, BEN], ["--output", "no/such/folder/x.csv"], "agree_command.no_place"),
    ],
)
def test_a_mistake_is_one_sentence(files, capsys, texts, more, name):
    assert main(["agree", *files(*texts), *more]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("workbook: ") and err.count("\n") == 1
    group, _, key = name.partition(".")
    start = words(group)[key].split("{")[0] or words(group)[key].split("}")[1].split("{")[0]
    assert start.strip() in err


def test_the_same_file_twice_is_no_agreement(files, capsys):
    (path,) = files(ANNA)
    assert main(["agree", path, path]) == 1
    assert capsys.readouterr().err == f"workbook: {word('agree_files', 'same_file')}\n"


def test_amounts_have_the_intraclass_correlation_of_complete_units(files, capsys):
    codes = [[1, 4, 3, "", 2], [2, 4, 3, 5, 1], [1, 4, 2, 5, 2]]
    tables = ["unit,code\n" + "".join(f"{n},{c}\n" for n, c in enumerate(each)) for each in codes]
    assert main(["agree", *files(*tables), "--level", "interval", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["measures"]["icc"]
    expected = icc([[1, 2, 1], [4, 4, 4], [3, 3, 2], [2, 1, 2]])
    assert (found["value"], found["units"]) == (pytest.approx(expected.value), 4)
    assert main(["agree", *files(*tables), "--level", "interval"]) == 0
    assert words("agree_command")["of_icc"] in capsys.readouterr().out
