"""The figures of thirty invented learners, recounted from their files in another way."""

import csv
import html
import io
import json
import re
from collections import Counter
from zipfile import ZipFile

import pytest

from workbook.cohort.change import FEWEST_QUESTIONS
from workbook.cohort.count import figures
from workbook.cohort.figures import seen
from workbook.cohort.gather import Gathered
from workbook.cohort.known import known_items
from workbook.cohort.page import as_html
from workbook.cohort.records import as_csv, as_xlsx
from workbook.cohort.suppress import LEAST
from workbook.errors import WorkbookError
from workbook.words import word


@pytest.fixture(scope="module")
def newest(thirty):
    """The newest file of each learner, read without the program."""
    files = [json.loads(path.read_text()) for path in sorted(thirty.glob("*.json"))]
    return list({one["code"]: one for one in files}.values())


def rows(counted):
    return {
        (item.id, table.labels, row.of, row.text): row.counts
        for item in counted.items
        for table in item.tables
        for row in table.rows
    }


def test_thirty_learners_are_counted_once_each(counted, gathered):
    assert counted.people == 30 and len(gathered.pairs) == 10


def test_every_item_that_is_not_private_is_there_and_no_other(counted, course):
    shown = {item.id for item in counted.items}
    private = {i for i in course.exercise_ids() if course.exercise(i).visibility == "private"}
    assert len(shown) > 35 and not shown & private


def test_counts_are_those_of_the_files_with_small_ones_withheld(counted, newest, course):
    told = 0
    for item in (each for each in counted.items if len(each.tables) == 1):
        for table in item.tables:
            if len(table.rows) == 1 and not table.marks:
                facts = [i["facts"] for one in newest for i in one["items"] if i["id"] == item.id]
                values = Counter(value for fact in facts for value in fact.values())
                [row] = table.rows
                assert sum(values.values()) <= 30
                assert set(row.counts) - {None} <= {*values.values(), 30 - sum(values.values())}
                told += 1
    assert told > 15


def test_no_small_count_is_in_any_form_of_the_report(counted):
    for row in csv.DictReader(io.StringIO(as_csv(counted).decode("utf-8-sig"))):
        assert row["people"] == word("cohort", "withheld") or int(row["people"]) >= LEAST
    assert not re.search(r">[0-4] \(", as_html(counted))
    assert re.search(r">\d\d \(", as_html(counted))


def test_counts_of_one_question_are_all_people_or_withheld(counted):
    found = rows(counted)
    assert len(found) > 200
    for counts in found.values():
        assert sum(c for c in counts if c is not None) <= 30
        assert None in counts or sum(counts) == 30


def test_before_and_after_has_one_effect_with_an_interval(counted):
    change, *each = counted.changes
    assert change.people == 10 and change.low < change.value < change.high
    assert len(each) > 5 and len({one.text for one in each}) == len(each)
    assert all(one.people is None or LEAST <= one.people <= 10 for one in each)


def test_an_exercise_of_fewer_than_three_questions_has_no_change_of_its_own(counted, course):
    known = {item.title: item for item in known_items(course).values()}
    for change in counted.changes[1:]:
        assert sum(bool(q.scale) for q in known[change.text].questions) >= FEWEST_QUESTIONS


def test_several_changes_are_told_as_several_looks(counted):
    sure = sum(change.low is not None for change in counted.changes)
    assert sure > 1 and word("cohort", "changes_many", n=sure) in html.unescape(as_html(counted))


def test_few_pairs_give_no_effect(course, gathered):
    few = Gathered(gathered.newest, gathered.pairs[:4], [])
    changes = figures(course, few).changes
    assert changes
    for change in changes:
        assert change.value is None and change.people is None and change.reason


def test_pairs_that_leave_a_few_out_are_not_numbered(course, gathered):
    fewer = Gathered(gathered.newest[:12], gathered.pairs[:10], [])
    change, *each = figures(course, fewer).changes
    assert change.people is None and change.value is not None
    assert all(one.people is None or min(one.people, 12 - one.people) >= LEAST for one in each)
    assert any(one.people is None for one in each)
    assert seen([10, 2]) == (None, None)


def test_medians_are_rounded_and_withheld_with_few_people(counted, course, gathered):
    medians = [m for item in counted.items for m in item.medians]
    assert len(medians) > 20
    assert all(m.value is None or float(f"{m.value:.2g}") == m.value for m in medians)
    few = figures(course, Gathered(gathered.newest[:5], [], []))
    assert all(m.people is None or m.people >= LEAST for i in few.items for m in i.medians)


def test_endings_are_told_in_words(counted):
    [item] = [item for item in counted.items if item.id == "03/two_weeks"]
    [table] = item.tables
    assert table.rows[0].text == word("counted", "ending")
    assert word("cohort", "no_answer") == table.labels[-1]


def test_fewer_than_five_give_no_report(course, gathered):
    with pytest.raises(WorkbookError) as refused:
        figures(course, Gathered(gathered.newest[:4], [], []))
    assert refused.value.args[0].identifier == "cohort.too_few"


def test_no_code_and_no_file_name_is_in_the_report(counted, gathered):
    whole = as_html(counted) + as_csv(counted).decode()
    for one in gathered.newest:
        assert one.code not in whole and one.source not in whole and one.week not in whole


def test_the_page_has_no_script_and_asks_for_nothing(counted):
    page = as_html(counted)
    assert "<script" not in page and "http" not in page.replace("http-equiv", "")


def test_the_same_numbers_are_in_the_workbook(counted, tmp_path):
    path = tmp_path / "numbers.xlsx"
    path.write_bytes(as_xlsx(counted))
    from python_calamine import CalamineWorkbook

    [sheet, _] = CalamineWorkbook.from_path(path).sheet_names
    found = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
    plain = list(csv.reader(io.StringIO(as_csv(counted).decode("utf-8-sig"))))
    assert len(found) == len(plain)
    assert [str(row[3]) for row in found] == [row[3] for row in plain]
    assert "vbaProject" not in str(ZipFile(path).namelist())
