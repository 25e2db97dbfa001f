"""Two pictures of one group, a week apart: what they would give away together is withheld."""

import csv
from collections import defaultdict
from itertools import product

import pytest
from simulated import quick
from test_suppress import tables

from workbook.cli import main
from workbook.cohort import found, gather
from workbook.cohort.count import figures
from workbook.cohort.earlier import Earlier, beside, read_earlier, together
from workbook.cohort.figures import Change, Figures, ItemFigures, Median, seen
from workbook.cohort.records import as_csv, records
from workbook.cohort.suppress import LEAST, VALUES
from workbook.errors import WorkbookError
from workbook.words import word


def second(before, new):
    """Give how the second row may be seen once the first one was."""
    now = seen([a + b for a, b in zip(before, new, strict=True)])
    return now if together(now, seen(before), sum(new)) else (None,) * len(now)


@pytest.mark.parametrize(("cells", "people", "more"), [(2, 12, 9), (3, 8, 6), (3, 7, 7)])
def test_who_has_both_pictures_and_the_program_finds_no_withheld_count(cells, people, more):
    """The strongest adversary: tries every group and all newcomers, keeps what looks alike."""
    alike = defaultdict(list)
    for before, new in product(tables(people, cells), tables(more, cells)):
        alike[seen(before), second(before, new)].append((before, new))
    for (first, last), possible in alike.items():
        for place in range(cells):
            new = {each[1][place] for each in possible}
            now = {each[0][place] + each[1][place] for each in possible}
            assert last[place] is not None or len(now) >= VALUES, (first, last)
            assert min(new) >= LEAST or len(new) >= VALUES, (first, last)


def test_without_the_rule_one_newcomer_is_found_out():
    """The tests here can fail: twenty-one beside twenty tell what the newcomer answered."""
    assert not together((9, 12), (8, 12), 1)
    assert not together((13, 12), (8, 12), 5)  # all five alike


@pytest.fixture(scope="module")
def weeks(course, tmp_path_factory):
    """Folders with the hand-ins of 12, 14 and 40 people, the first of whom are the same."""
    made = list(quick(course, 40))
    folders = {}
    for n in (12, 14, 40):
        folder = folders[n] = tmp_path_factory.mktemp("week")
        for place, data in enumerate(made[:n]):
            (folder / f"{place}.json").write_bytes(data)
    return folders


@pytest.fixture(scope="module")
def table(weeks, course, tmp_path_factory):
    path = tmp_path_factory.mktemp("shown") / "first.csv"
    path.write_bytes(as_csv(figures(course, gather(found([weeks[12]])))))
    return path


@pytest.mark.slow
def test_a_later_picture_withholds_more_and_says_so(weeks, table, tmp_path):
    texts = {}
    for name, more in (("alone", []), ("beside", ["--earlier", str(table)])):
        page, numbers = tmp_path / f"{name}.html", tmp_path / f"{name}.csv"
        line = ["cohort", str(weeks[40]), "--output", str(page), "--csv", str(numbers)]
        assert main([*line, *more]) == 0
        texts[name] = numbers.read_text("utf-8-sig"), page.read_text("utf-8")
    alone, both = (list(csv.reader(texts[name][0].splitlines())) for name in texts)
    changed = [(a[4], b[4]) for a, b in zip(alone, both, strict=True) if a != b]
    assert changed and {after for _, after in changed} == {word("cohort", "withheld")}
    assert word("cohort", "beside", n=12) in texts["beside"][1]
    assert word("cohort", "beside", n=12) not in texts["alone"][1]


def test_two_people_between_two_pictures_are_too_few(weeks, table, tmp_path, capsys):
    page = tmp_path / "r.html"
    line = ["cohort", str(weeks[14]), "--output", str(page), "--earlier", str(table)]
    assert main(line) == 1 and not page.exists()
    said = word("cohort", "few_between", n=2, least=LEAST)
    assert capsys.readouterr().err.strip().endswith(str(said))


def test_the_same_group_again_is_shown_as_before(weeks, table, course):
    counted = figures(course, gather(found([weeks[12]])))
    assert beside(counted, read_earlier(table)).items == counted.items


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"\xff\xfe", b"item\n" * 3, None])
def test_what_is_no_such_table_is_told(tmp_path, data):
    path = tmp_path / "t.csv"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(WorkbookError) as refused:
        read_earlier(path)
    assert refused.value.args[0].identifier == "cohort.not_earlier"


def test_a_question_that_is_new_is_shown(weeks, course):
    counted = figures(course, gather(found([weeks[12]])))
    assert beside(counted, Earlier(40)).items == counted.items


def pictured(people, part, number):
    """Make a picture with one median and one change, both from a part of the group."""
    item = ItemFigures("01/x", "Module 01", "X", (), (Median("Visits", number, part),), ())
    return Figures(people, (item,), (Change("X", number, -0.1, 2.0, part, ""),))


@pytest.fixture
def shown_earlier(tmp_path):
    def write(figures):
        (tmp_path / "earlier.csv").write_bytes(as_csv(figures))
        return read_earlier(tmp_path / "earlier.csv")

    return write


@pytest.mark.parametrize(
    ("people", "part", "number", "safe"),
    [
        (36, 21, 1.5, False),  # one of six newcomers gave a number, and it moved the middle
        (36, 20, 0.7, False),  # no newcomer gave one, so an old number was changed
        (36, 26, 0.7, False),  # all newcomers gave one
        (45, 27, 0.9, True),
        (30, 20, 0.7, True),  # the same picture again
        (30, 20, 0.9, False),  # one person is another, or answered anew
        (30, 21, 0.7, False),
        (36, None, 0.7, False),  # now withheld, and told before
    ],
)
def test_numbers_from_a_part_of_the_group_are_compared_too(
    shown_earlier, people, part, number, safe
):
    earlier = shown_earlier(pictured(30, 20, 0.7))
    found = beside(pictured(people, part, number), earlier)
    [median], [change] = found.items[0].medians, found.changes
    kept = number if safe else None
    assert [median.value, change.value] == [kept, kept]
    assert [median.people, change.people] == ([part, part] if safe else [None, None])
    assert (change.reason == "") == safe
    assert str(21) not in str([row[4] for row in records(found)[2:]])
