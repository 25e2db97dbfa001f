"""Two readers who coded an exercise before they saw its answers."""

import pytest

from workbook.readings.codings import Coded, codings, fingerprint, two_readers
from workbook.words import word

CODES = ["asks", "tells"]
REFERENCE = {"l1": ["asks"], "l2": ["tells"], "l3": []}
NAMES = {"l1": "one", "l2": "two", "l3": "three"}


def coded(**pairs):
    return {n: Coded("", tuple(map(frozenset, pair))) for n, pair in pairs.items()}


def test_where_they_agree_and_where_they_differ_is_said():
    found = coded(l1=(["asks"], ["asks"]), l2=(["tells"], ["asks"]), l3=([], []))
    said = two_readers(found, REFERENCE, CODES, NAMES)
    assert word("readers", "same", same=2, lines=3) in said
    assert word("readers", "differ", names="two") in said
    assert word("readers", "reference", first=3, second=2, lines=3) in said
    assert word("readers", "who") in said


def test_the_kappa_counts_each_code_on_each_line():
    found = coded(l1=(["asks"], ["asks"]), l2=(["tells"], ["asks"]), l3=([], []))
    # marks of the first: yes no, no yes, no no; of the second: yes no, yes no, no no
    assert word("readers", "kappa", kappa="0.25") in two_readers(found, REFERENCE, CODES, NAMES)


def test_two_readers_who_agree_on_all_differ_nowhere():
    found = coded(l1=(["asks"], ["asks"]), l2=(["tells"], ["tells"]))
    said = two_readers(found, REFERENCE, CODES, NAMES)
    assert word("readers", "same", same=2, lines=2) in said
    assert word("readers", "kappa", kappa="1.00") in said
    assert word("readers", "differ", names="").rstrip(".") not in said


def test_a_line_that_is_gone_does_not_count():
    assert two_readers(coded(old=(["asks"], [])), REFERENCE, CODES, NAMES) == ""


@pytest.mark.parametrize(("cell", "codes"), [("", set()), (" asks ; tells", {"asks", "tells"})])
def test_a_table_is_read_cell_by_cell(tmp_path, cell, codes):
    table = tmp_path / "readers.csv"
    table.write_text(f"exercise,line,text,reader_1,reader_2\n01/x,l1,ab,{cell},asks\n")
    assert codings(table) == {"01/x": {"l1": Coded("ab", (frozenset(codes), frozenset({"asks"})))}}


def test_a_fingerprint_changes_with_the_words():
    assert fingerprint("One line.") != fingerprint("One lane.")
