"""`workbook cards`: from paper cards to the table of `evaluate`, and the blank sheets."""

import csv
import datetime

import pytest
from xlsxwriter import Workbook

from workbook.cli import main
from workbook.measures.rating import mirror
from workbook.words import word, words

LINES = mirror().lines
MONDAY = datetime.date(2026, 3, 2)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def cards(worker="w1", week=1, n=5, side="person", value=3, form="%Y-%m-%d"):
    """Give so many cards of one worker and week, all lines alike."""
    for k in range(n):
        day = MONDAY + datetime.timedelta(7 * (week - 1) + k % 5)
        yield [side, "", day.strftime(form), worker, *[value] * len(LINES)]


def both(worker="w1", weeks=10, start=6, n=5):
    for week in range(1, weeks + 1):
        value = 2 + 2 * (week >= start) + week % 2
        yield from cards(worker, week, n, "person", value)
        yield from cards(worker, week, n, "practitioner", min(5, value + 1))


def write(folder, rows, name="a.csv", head=("side", "pair", "date", "worker", *LINES)):
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])


def run(*more):
    return main(["cards", *more])


def table(folder, name="a-weeks.csv"):
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_cards_lie_in_blocks_by_worker_and_week_with_both_sides(folder):
    write(folder, [*both("w1"), *both("w2", start=8)])
    assert run("a.csv", "--start", "w1=6, w2=2026-04-20") == 0
    found = table(folder)
    assert [row["phase"] for row in found if row["case"] == "w1"] == ["A"] * 5 + ["B"] * 5
    assert [row["phase"] for row in found if row["case"] == "w2"] == ["A"] * 7 + ["B"] * 3
    first = found[0]
    assert (first["session"], first["cards"], first["week_of"]) == ("1", "5", "2026-03-02")
    assert [float(first[side]) for side in ("outcome", "person", "practitioner")] == [50, 50, 75]


def test_the_table_feeds_evaluate_and_shows_both_sides(folder, undrawn):
    write(folder, [*both("w1"), *both("w2", start=8)])
    assert run("a.csv", "--start", "w1=6, w2=8", "--output", "weeks.csv") == 0
    assert main(["evaluate", "weeks.csv", "--improvement", "increase"]) == 0
    page = (folder / "weeks-report.html").read_text("utf-8")
    assert words("evaluate")["mirror"] in page


def test_a_table_without_starts_is_read_with_before_and_after(folder, capsys, undrawn):
    write(folder, both())
    assert run("a.csv") == 0
    assert "--before" in capsys.readouterr().out
    line = ["evaluate", "a-weeks.csv", "--improvement", "increase", "--before", "1-5"]
    assert main([*line, "--after", "6-10"]) == 0


def test_fewer_than_five_cards_of_a_side_show_nothing(folder, capsys):
    few = [*cards(week=2, n=4), *cards(week=2, n=5, side="practitioner"), *cards(week=3, n=4)]
    write(folder, [*cards(), *few, *cards(week=4)])
    assert run("a.csv", "--start", "4") == 0
    found = table(folder)
    assert [row["session"] for row in found] == ["1", "2", "4"]
    assert (found[1]["person"], found[1]["person_cards"], found[1]["cards"]) == ("", "", "")
    assert found[1]["practitioner"] == "50.0"
    assert word("cards_command", "left_few", n=2) in capsys.readouterr().err


def test_a_card_with_too_few_lines_does_not_count_to_the_five(folder, capsys):
    rows = list(cards())
    rows[0][4:8] = [""] * 4
    write(folder, rows)
    assert run("a.csv") == 1
    assert word("card_sheets", "all_few", n=1, least=5) in capsys.readouterr().err
    assert not (folder / "a-weeks.csv").exists()


def test_cards_without_a_date_or_a_worker_are_counted_and_told(folder, capsys):
    rows = [
        *both(),
        ["person", "", "", "w1", *[3] * 10],
        ["person", "", "2026-03-02", "", *[3] * 10],
    ]
    write(folder, rows)
    assert run("a.csv", "--start", "6") == 0
    assert word("cards_command", "left_loose", n=2) in capsys.readouterr().err


def test_a_week_in_which_the_change_began_midway_is_left_out(folder, capsys):
    write(folder, both())
    assert run("a.csv", "--start", "2026-04-08") == 0
    assert "6" not in [row["session"] for row in table(folder)]
    assert word("cards_command", "left_mixed", n=10) in capsys.readouterr().err


def test_sheets_of_several_files_and_kinds_are_read_together(folder):
    write(folder, both(weeks=5))
    with Workbook(folder / "b.xlsx") as book:
        sheet = book.add_worksheet("Cards")
        sheet.write_row(0, 0, ["Cards of April, typed in by the office"])
        sheet.write_row(2, 0, ["side", "pair", "date", "worker", *LINES])
        for n, row in enumerate(card for week in (6, 7) for card in cards(week=week)):
            sheet.write_row(n + 3, 0, row)
    assert run("a.csv", "b.xlsx", "--start", "6") == 0
    assert [row["session"] for row in table(folder)] == [str(n) for n in range(1, 8)]


def test_a_plan_gives_the_starts(folder):
    from workbook.measures.randomization import draw_starts

    plan = draw_starts(["w1"], 10, min_baseline=3, min_treatment=3, scheme="starts", seed=1)
    plan.save(folder / "plan.json")
    write(folder, both("W1"))
    assert run("a.csv", "--plan", "plan.json") == 0
    assert sum(row["phase"] == "A" for row in table(folder)) == plan.lots["w1"] - 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((0, 0, "worker"), "Row 2"),
        ((1, 4, 7), "Row 3"),
        ((2, 2, "in May"), "in May"),
    ],
)
def test_a_mistake_is_named_with_its_file(folder, capsys, change, said):
    rows = list(both())
    row, column, value = change
    rows[row][column] = value
    write(folder, rows)
    assert run("a.csv", "--start", "6") == 1
    err = capsys.readouterr().err
    assert "a.csv" in err and said in err and "Traceback" not in err
    assert [path.name for path in folder.iterdir()] == ["a.csv"]


def test_the_same_sheet_or_the_same_card_twice_is_refused(folder, capsys):
    rows = list(both())
    write(folder, rows)
    write(folder, rows, "b.csv")
    assert run("a.csv", "b.csv") == 1
    assert (
        word("cards_command", "same_file", path="b.csv", other="a.csv") in capsys.readouterr().err
    )
    rows[0][1] = "pink 61"
    write(folder, rows)
    write(folder, rows[:1], "b.csv")
    assert run("a.csv", "b.csv") == 1
    about = {"pair": "pink 61", "first": "b.csv", "other": "a.csv"}
    assert word("card_sheets", "pair_in_two", **about) in capsys.readouterr().err


@pytest.mark.parametrize(
    ("start", "name"), [("soon", "no_start"), ("w9=6", "no_worker"), ("w1=6", "start_lost")]
)
def test_a_start_that_cannot_be_used_is_refused(folder, capsys, start, name):
    write(folder, [*both("w1"), *both("w2")])
    assert run("a.csv", "--start", start) == 1
    assert words("card_sheets")[name].split("{")[0] in capsys.readouterr().err


def test_blank_sheets_are_made_and_the_one_to_fill_in_is_read_again(folder):
    assert run("--blank") == 0
    assert {path.suffix for path in folder.iterdir()} == {".csv", ".html"}
    page = (folder / "mirror-to-print.html").read_text("utf-8")
    assert page.count("<article>") == 2 and "I had a real say" in page
    blank = (folder / "mirror-to-fill-in.csv").read_text("utf-8-sig").strip()
    rows = [",".join(map(str, card)) + "," * 4 for week in (1, 2) for card in cards(week=week)]
    (folder / "mirror-to-fill-in.csv").write_text("\n".join([blank, *rows]), "utf-8")
    assert run("mirror-to-fill-in.csv", "--start", "2") == 0
    assert run("--blank") == 1


def test_a_published_form_is_scored_through_the_same_door(folder):
    head = ["date", "worker", *(f"line_{n}" for n in range(1, 11))]
    rows = [[row[2], row[3], *[value] * 10]
            for week, value in ((1, 3), (2, 3), (3, 5)) for row in cards(week=week)]  # fmt: skip
    write(folder, rows, head=head)
    assert run("a.csv", "--form", "care", "--start", "3") == 0
    assert [(row["measure"], row["outcome"], row["cards"]) for row in table(folder)] == [
        ("care_total", "30.0", "5"), ("care_total", "30.0", "5"), ("care_total", "50.0", "5"),
    ]  # fmt: skip
    assert run("--blank", "--form", "care") == 0
    assert len((folder / "care-to-fill-in.csv").read_text("utf-8-sig").split(",")) == 12


def test_collaborate_is_scored_over_the_encounters_of_a_block(folder):
    rows = [[row[2], row[3], 9, 9, 9 if n % 2 else 6]
            for week in (1, 2) for n, row in enumerate(cards(week=week, n=26))]  # fmt: skip
    write(folder, rows, head=["date", "worker", "a", "b", "c"])
    assert run("a.csv", "--form", "collaborate", "--start", "2") == 0
    top = [row for row in table(folder) if row["measure"] == "collaborate_top"]
    assert [row["outcome"] for row in top] == ["50.0", "50.0"]


@pytest.mark.parametrize(
    ("line", "name"), [([], "no_files"), (["--blank", "--output", "nowhere"], "no_folder")]
)
def test_what_is_lacking_is_said(folder, capsys, line, name):
    assert run(*line) == 1
    assert words("cards_command")[name].split("{")[0] in capsys.readouterr().err


def test_a_form_that_is_none_lists_those_that_are(folder, capsys):
    write(folder, both())
    assert run("a.csv", "--form", "cares") == 1
    assert "collaborate" in capsys.readouterr().err
