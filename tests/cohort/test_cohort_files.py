"""What may lie among the hand-ins: one clear line each, and the rest is counted."""

import json
import zipfile

import pytest
from simulated import code, quick

from workbook.cohort import found, gather, rows
from workbook.cohort.count import figures
from workbook.cohort.files import LARGEST
from workbook.cohort.page import as_html
from workbook.cohort.records import as_csv
from workbook.errors import WorkbookError
from workbook.record.seal import seal
from workbook.words import word

ONE = {"schema": "workbook hand-in", "version": 1, "code": code(900), "number": 1}
ONE |= {"week": "2026-W48", "items": [{"id": "03/two_weeks", "edition": "", "facts": {}}]}
NESTED = b'{"schema":"workbook hand-in","version":1,"a":' + b"[" * 50 + b"]" * 50 + b"}"
DEEP = b'{"a":' * 100_000 + b"1" + b"}" * 100_000


@pytest.fixture
def folder(tmp_path, six):
    """Six good hand-ins, among which each test puts something else."""
    for n, data in enumerate(six):
        (tmp_path / f"good_{n}.json").write_bytes(data)
    return tmp_path


def told(folder):
    """Give the identifier of each line, once all good ones were counted."""
    gathered = gather(found([folder]))
    assert len(gathered.newest) >= 6
    return gathered.notes


def changed(**more):
    return seal({**ONE, **more})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "foreign"),
        (b"\xff\xfe\x00", "foreign"),
        (b"[]", "foreign"),
        (b"null", "foreign"),
        (b'{"schema": "workbook hand-in", "version": NaN}', "foreign"),
        (DEEP, "foreign"),
        (b'{"schema": "other"}', "foreign"),
        (changed(version=2), "newer"),
        (json.dumps(ONE).encode(), "altered"),
        (changed().replace(b"W48", b"W47"), "altered"),
        (NESTED, "altered"),
        (changed(code="<script>"), "shape"),
        (changed(code=7), "shape"),
        (changed(week="2026-11-29"), "shape"),
        (changed(number=0), "shape"),
        (changed(number=True), "shape"),
        (changed(items={}), "shape"),
        (changed(items=[1]), "shape"),
        (changed(items=ONE["items"] * 2), "shape"),
        (changed(items=[{"id": 1, "edition": "", "facts": {}}]), "shape"),
        (changed(items=[{"id": "x", "edition": "", "facts": {"a": [1]}}]), "shape"),
        (changed(items=[{"id": "x", "edition": "", "facts": {"a": True}}]), "shape"),
        (changed(items=[{"id": "x", "edition": "", "facts": {}, "texts": {"a": 1}}]), "shape"),
    ],
)  # fmt: skip
def test_what_is_no_hand_in_is_told_in_one_line(folder, data, reason):
    (folder / "odd.json").write_bytes(data)
    assert told(folder) == [word("cohort", f"refused_{reason}", name="odd.json", most=2)]


def test_a_file_of_100_mb_is_not_read(folder):
    with (folder / "huge.json").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    sources = [s for s in found([folder]) if s.name == "huge.json"]
    assert len(sources[0].read()) == LARGEST + 1
    assert told(folder) == [word("cohort", "refused_large", name="huge.json", most=2)]


def test_a_zip_member_that_unpacks_to_100_mb_is_not_unpacked(folder):
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr("bomb.json", b"0" * 100 * 1024 * 1024)
    [line] = told(folder)
    assert line == word("cohort", "refused_large", name="bomb.zip: bomb.json", most=2)


@pytest.mark.parametrize(
    "member",
    [
        "doejane_late_48213_901022_my-hand-in-1.json",  # Canvas
        "Jane Doe_48213_assignsubmission_file_/my-hand-in.json",  # Moodle
        "Jane Doe_48213_assignsubmission_file/my-hand-in.json",
        "../../outside.json",
        "folder\\inside.json",
    ],
)
def test_a_zip_file_of_a_learning_platform_is_read(tmp_path, course, member):
    with zipfile.ZipFile(tmp_path / "submissions.zip", "w") as whole:
        for n, data in enumerate(quick(course, 5)):
            whole.writestr(f"{n}/{member}", data)
        whole.writestr("__MACOSX/._x.json", b"0")
    gathered = gather(found([tmp_path / "submissions.zip"]))
    assert len(gathered.newest) == 5 and gathered.notes == []


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b""])
def test_a_broken_zip_file_is_told(folder, data):
    (folder / "broken.zip").write_bytes(data)
    assert told(folder) == [word("cohort", "refused_unreadable", name="broken.zip", most=2)]


def test_a_mail_program_may_change_line_ends_and_add_a_mark(folder):
    data = changed().replace(b"\n", b"\r\n")
    (folder / "mailed.json").write_bytes(b"\xef\xbb\xbf" + data)
    assert told(folder) == []


def test_the_same_hand_in_twice_is_counted_once(folder):
    copy = (folder / "good_0.json").read_bytes()
    (folder / "good_0 (1).json").write_bytes(copy)
    assert len(gather(found([folder])).newest) == 6
    [line] = told(folder)
    assert line.startswith("good_0") and "good_0 (1).json" in line


def test_the_later_hand_in_counts(folder, course):
    items = [{"id": "03/two_weeks", "edition": "", "facts": {"ending": "all_yours"}}]
    (folder / "a_late.json").write_bytes(changed(number=2, items=items))
    (folder / "b_early.json").write_bytes(changed())
    gathered = gather(found([folder]))
    assert gathered.notes == [word("cohort", "older", name="b_early.json", newest="a_late.json")]
    [mine] = [one for one in gathered.newest if one.code == code(900)]
    assert mine.items["03/two_weeks"].facts == {"ending": "all_yours"}


def test_of_two_that_differ_and_are_of_one_time_neither_counts(folder):
    (folder / "one.json").write_bytes(changed())
    (folder / "two.json").write_bytes(changed(items=[]))
    gathered = gather(found([folder]))
    names = "one.json, two.json"
    assert gathered.notes == [word("cohort", "neither", code=code(900), names=names)]
    assert len(gathered.newest) == 6


def add(folder, item):
    (folder / "mine.json").write_bytes(changed(items=[item]))
    lines = []
    return gather(found([folder])), lines


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ({"id": "03/two_weeks", "edition": "0123", "facts": {"ending": "all_yours"}}, "edition"),
        ({"id": "00/start_line", "edition": "", "facts": {"facts": "1"}}, "unknown"),
        ({"id": "09/none", "edition": "", "facts": {}}, "unknown"),
        ({"id": "03/two_weeks", "edition": "", "facts": {"ending": "heaven"}}, "value"),
        ({"id": "03/two_weeks", "edition": "", "facts": {"ending": 3}}, "value"),
        ({"id": "03/two_weeks", "edition": "", "facts": {"other": "x"}}, "value"),
        ({"id": "03/two_weeks", "edition": "", "facts": {}, "texts": {"a": "x"}}, "value"),
    ],
)
def test_an_item_that_cannot_be_counted_is_told(folder, course, item, reason):
    gathered, lines = add(folder, item)
    figures(course, gathered, lines.append)
    assert lines == [word("cohort", f"left_{reason}", id=item["id"], n=1)]


def test_names_of_files_cannot_write_to_the_terminal(folder):
    (folder / "a\x1b[31m.json").write_bytes(b"0")
    [line] = told(folder)
    assert "\x1b" not in line


def test_a_path_that_is_not_there_is_told(tmp_path):
    with pytest.raises(WorkbookError) as refused:
        list(found([tmp_path / "nothing"]))
    assert refused.value.args[0].identifier == "cohort.not_there"


def test_rows_are_facts_for_a_database(folder):
    (folder / "odd.json").write_bytes(b"0")
    first = next(rows([folder]))
    assert first.item.count("/") == 1 and (first.value is None) is not (first.amount is None)
    assert {row.code for row in rows([folder])} == {code(n) for n in range(6)}


# What people write --------------------------------------------------------------------------
MARKUP = "<script>alert(1)</script>"
FORMULA = '=HYPERLINK("https://example.org")'


@pytest.fixture
def written(tmp_path):
    """A report on a card of one's own whose words may be handed in, with odd words."""
    from small_course import every_kind

    from workbook.content.library import Library

    library = Library(every_kind(tmp_path / "course"))
    [card] = [i for i in library.exercise_ids() if i.endswith("/instrument")]
    for n, text in enumerate((MARKUP, FORMULA, "Plain.", "", "")):
        item = {"id": card, "edition": library.exercise(card).edition, "facts": {}}
        item |= {"texts": {"person.open": text}} if text else {}
        data = changed(code=code(n), items=[item])
        (tmp_path / f"{n}.json").write_bytes(data)
    return figures(library, gather(found(sorted(tmp_path.glob("*.json")))))


def test_words_are_shown_only_where_they_were_handed_in(written):
    [(_, texts)] = [own for item in written.items for own in item.texts]
    assert sorted(texts) == sorted([MARKUP, FORMULA, "Plain."])


def test_script_in_words_is_text_on_the_page(written):
    page = as_html(written)
    assert MARKUP not in page and "&lt;script&gt;" in page


def test_no_spreadsheet_computes_a_cell(written):
    assert not any(line.startswith(("=", '"=')) for line in as_csv(written).decode().splitlines())
