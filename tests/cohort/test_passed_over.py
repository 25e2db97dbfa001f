"""Nothing that lies among the hand-ins is passed over in silence."""

import json
import stat
import zipfile

import pytest

from workbook.cohort import found, gather
from workbook.cohort.count import MOST_LINES, figures
from workbook.record.seal import seal
from workbook.words import word


@pytest.fixture
def folder(tmp_path, six):
    """Six good hand-ins, among which each test puts something else."""
    for n, data in enumerate(six):
        (tmp_path / f"good_{n}.json").write_bytes(data)
    return tmp_path


def notes(folder):
    gathered = gather(found([folder]))
    assert len(gathered.newest) == 6
    return gathered.notes


@pytest.mark.parametrize("target", ["gone.json", "."])
def test_a_link_that_leads_to_no_file_is_told(folder, target):
    (folder / "link.json").symlink_to(target)
    assert notes(folder) == [word("cohort", "refused_unreadable", name="link.json", most=2)]


def test_a_link_in_a_zip_file_is_told(folder):
    link = zipfile.ZipInfo("link.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(folder / "some.zip", "w") as whole:
        whole.writestr(link, "/etc/hostname")
    name = "some.zip: link.json"
    assert notes(folder) == [word("cohort", "refused_unreadable", name=name, most=2)]


def test_a_zip_file_in_a_zip_file_is_told(folder, six):
    with zipfile.ZipFile(folder / "inner.zip", "w") as inner:
        inner.writestr("good.json", six[0])
    with zipfile.ZipFile(folder / "outer.zip", "w") as outer:
        outer.write(folder / "inner.zip", "inner.zip")
    (folder / "inner.zip").unlink()
    assert notes(folder) == [word("cohort", "refused_zip", name="outer.zip: inner.zip", most=2)]


@pytest.mark.parametrize("many", [MOST_LINES, MOST_LINES + 1])
def test_many_exercises_with_another_wording_are_one_line(course, tmp_path, six, many):
    """One of six has the wording of another edition in its first exercises."""
    other = json.loads(six[0])
    for item in other["items"][:many]:
        item["edition"] = "0" * 12
    for n, data in enumerate([seal(other), *six[1:]]):
        (tmp_path / f"{n}.json").write_bytes(data)
    said: list[str] = []
    figures(course, gather(found([tmp_path])), said.append)
    ids = sorted(item["id"] for item in other["items"][:many])
    one_each = [word("cohort", "left_edition", id=name, n=1) for name in ids]
    together = word("cohort", "left_many_edition", n=many, items=many, ids=", ".join(ids))
    assert said == (one_each if many <= MOST_LINES else [together])
