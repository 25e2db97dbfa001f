"""What `workbook evaluate` is told about a table, from the command line to the files."""

import csv

import pytest

from workbook.cli import main
from workbook.evaluation.table.workbook_file import sheets_of
from workbook.measures.randomization import draw_starts
from workbook.words import word

pytestmark = pytest.mark.usefixtures("undrawn")
VALUES = [3.1, 3.4, 2.9, 3.3, 3.0, 3.2, 3.8, 4.1, 3.9, 4.4, 4.2, 4.5, 4.3, 4.6]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder, rows, head="case,session,phase,outcome", name="a.csv"):
    (folder / name).write_text("\n".join([head, *rows]) + "\n", "utf-8")


def rows_of(case="north", before="A", after="B", values=VALUES):
    return [f"{case},{n},{before if n < 7 else after},{y}" for n, y in enumerate(values, 1)]


def evaluate(*more, data="a.csv", way="increase"):
    return main(["evaluate", data, "--improvement", way, *more])


def numbers(folder, name="a-numbers.csv", **options):
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, **options))


def mean_of(folder, phase, **options):
    wanted = ("phase", phase, "mean")
    return [
        float(row["value"])
        for row in numbers(folder, **options)
        if (row["part"], row["phase"], row["name"]) == wanted
    ]


@pytest.mark.parametrize(
    ("values", "said", "before"),
    [
        ([99 if n == 3 else y for n, y in enumerate(VALUES)], ["--missing", "99, -9"], 3.12),
        ([-9 if n == 3 else y for n, y in enumerate(VALUES)], ["--missing", "-9, 99"], 3.12),
        ([44 if n == 3 else y for n, y in enumerate(VALUES)], ["--range", "0:50"], 59.6 / 6),
        (["1.020"] * 6 + ["1.400"] * 8, ["--decimal", "comma"], 1020),
        (["1.020"] * 6 + ["1.400"] * 8, ["--decimal", "point"], 1.02),
    ],
)
def test_a_question_is_asked_once_and_its_answer_is_an_option(folder, capsys, values, said, before):
    write(folder, rows_of(values=values))
    assert evaluate() == 1
    assert said[0] in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["a.csv"]
    assert evaluate(*said) == 0
    assert mean_of(folder, "A") == pytest.approx([before])


def test_the_words_of_the_phases_are_named(folder):
    rows = rows_of(before="W1", after="W2") + ["north,15,W3,9.9"]
    write(folder, rows)
    assert evaluate() == 1
    assert evaluate("--before", "W1", "--after", "W2", "--leave-out", "W3") == 0
    assert mean_of(folder, "B") == pytest.approx([sum(VALUES[6:]) / 8])


def test_how_the_table_was_read_is_told_in_the_window_and_on_the_page(folder, capsys):
    write(folder, [*rows_of(before="BL", after="Tx"), "Total,,,52"])
    assert evaluate("--title", "Voice, spring & summer") == 0
    err, page = capsys.readouterr().err, (folder / "a-report.html").read_text("utf-8")
    row = word("table", "total_rows", n=1, rows="16", word="Total")
    assert str(row) in err and "sums up others" in page
    assert "<h1>Voice, spring &amp; summer</h1>" in page


def test_several_outcomes_are_one_page_and_one_file(folder, capsys):
    rows = [f"{m},{row}" for m in ("voice", "trust") for row in rows_of()]
    write(folder, rows, head="measure,case,session,phase,outcome")
    assert evaluate("--title", "Both", way="voice=increase, trust=decrease") == 0
    page = (folder / "a-report.html").read_text("utf-8")
    assert page.count("<h1>") == page.count("<main>") == 1
    assert '<a href="#outcome2">trust</a>' in page and 'id="outcome2"' in page
    ways = {row["measure"]: row["value"] for row in numbers(folder) if row["name"] == "improvement"}
    assert ways == {"voice": "increase", "trust": "decrease"}
    ids = [part.split('"')[0] for part in page.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


def test_one_way_is_lacking_for_an_outcome(folder, capsys):
    rows = [f"{m},{row}" for m in ("voice", "trust") for row in rows_of()]
    write(folder, rows, head="measure,case,session,phase,outcome")
    assert evaluate(way="voice=increase") == 1
    said = word("evaluate", "no_option", option="improvement", case="trust")
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("sign", "name"), [(";", "semicolon"), ("\t", "tab"), (",", "comma")])
def test_the_sign_between_the_numbers_is_chosen(folder, sign, name):
    write(folder, rows_of(case="Zoé Müller"))
    assert evaluate("--separator", name) == 0
    assert (folder / "a-numbers.csv").read_bytes().startswith(b"\xef\xbb\xbfpart")
    assert "Zoé Müller" in {row["case"] for row in numbers(folder, delimiter=sign)}


def test_a_sign_that_is_none_is_refused(folder, capsys):
    write(folder, rows_of())
    assert evaluate("--separator", "x") == 1
    assert word("evaluate_command", "no_separator", text="x") in capsys.readouterr().err


@pytest.mark.parametrize(
    "more", [["--numbers", "n.xlsx"], ["--output", "n.xlsx"], ["--output", "n.XLSX"]]
)
def test_the_numbers_as_a_workbook(folder, more):
    write(folder, rows_of())
    assert evaluate(*more) == 0
    sheets = sheets_of((folder / more[1]).read_bytes())
    assert sheets[1].name == "north"
    assert len(list(folder.glob("*.html"))) == 1


def test_a_plan_may_write_the_cases_in_other_capitals(folder, capsys):
    cases = ["worker A", "worker B", "worker C"]
    plan = draw_starts(cases, 14, min_baseline=3, min_treatment=3, scheme="starts", seed=3)
    plan.save(folder / "plan.json")
    rows = [
        f"{case.title()},{n},{'B' if n >= plan.lots[case] else 'A'},{y}"
        for case in cases
        for n, y in enumerate(VALUES, 1)
    ]
    write(folder, rows)
    assert evaluate("--plan", "plan.json") == 0
    assert {"p"} <= {row["name"] for row in numbers(folder) if row["part"] == "test"}
    said = word("table", "called_as", first="Worker A", second="worker A")
    assert said in capsys.readouterr().err


def test_the_same_options_in_help(capsys):
    with pytest.raises(SystemExit):
        main(["evaluate", "--help"])
    out = capsys.readouterr().out
    for option in ("sheet", "before", "after", "leave-out", "missing", "range", "decimal", "title",
                   "columns", "plan", "output", "separator"):  # fmt: skip
        assert f"--{option}" in out
