"""Jupyter's server gives out drawings: only those that were written since it began, or none."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from workbook.cli.lab_pages import Drawings


def written(drawings):
    """Ask in a thread of its own: a browser of other tests may have a loop in this one."""
    with ThreadPoolExecutor() as other:
        return other.submit(lambda: asyncio.run(drawings.written())).result()


def test_they_are_there_once_they_are_written(small, tmp_path):
    drawings = Drawings(tmp_path / "pages", small)
    assert written(drawings)
    assert (drawings.folder / "00.json").is_file()


def test_what_an_earlier_server_left_is_not_given_out_when_nothing_could_be_written(tmp_path):
    (tmp_path / "pages").write_text("in the way")
    assert not written(Drawings(tmp_path / "pages", tmp_path))
