"""A question or answer that begins with a sign is the same one in a table of numbers."""

import pytest

from workbook.cohort.earlier import beside, read_earlier
from workbook.cohort.figures import Figures, ItemFigures, Row, Table
from workbook.cohort.records import as_csv


def picture(people, counts, question, labels):
    tables = (Table(labels, (Row(question, counts, frozenset()),)),)
    return Figures(people, (ItemFigures("00/x", "00", "One", tables, (), ()),), ())


@pytest.mark.parametrize(
    ("question", "labels"),
    [("Who", ("a", "b")), ("- Who", ("a", "b")), ("=", ("+1", "-1")), ("'a", ("@a", "'b"))],
)
def test_what_two_pictures_give_away_together_is_withheld_whatever_a_text_begins_with(
    tmp_path, question, labels
):
    table = tmp_path / "first.csv"
    table.write_bytes(as_csv(picture(20, (8, 12), question, labels)))
    found = beside(picture(25, (13, 12), question, labels), read_earlier(table))
    assert found.items[0].tables[0].rows[0].counts == (None, None)
