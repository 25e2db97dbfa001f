"""`workbook guide`: what it writes, and what it says when it cannot."""

import pytest
from sweep import sweep

from workbook.cli import main
from workbook.words import word

STARTS = {"html": b"<!doctype html>", "docx": b"PK", "md": b"# "}


def said(capsys, *line):
    code = main(["guide", *map(str, line)])
    return code, capsys.readouterr()


@pytest.mark.parametrize("form", sweep(sorted(STARTS), lambda form: form != "docx"))
def test_it_writes_each_form_once(tmp_path, capsys, form):
    out = tmp_path / f"guide.{form}"
    line = ["--plan", "90min", "--output", out]
    assert said(capsys, *line)[0] == 0
    assert out.read_bytes().startswith(STARTS[form])
    code, told = said(capsys, *line)
    assert code == 1 and str(word("guide_command", "already_there", path=out)) in told.err
    assert said(capsys, *line, "--force")[0] == 0


def test_slides_and_sheets(tmp_path, capsys):
    assert said(capsys, "--part", "slides", "--plan", "3h", "--output", tmp_path / "s.html")[0] == 0
    assert said(capsys, "--part", "sheets", "--output", tmp_path / "sheets")[0] == 0
    assert len(list((tmp_path / "sheets").glob("*.html"))) > 5
    assert said(capsys, "--part", "sheets", "--output", tmp_path / "sheets")[0] == 1


WRONG = [
    (["--output", "guide.odt"], "no_form"),
    (["--output", "guide.html", "--format", "docx"], "other_form"),
    (["--output", "nowhere/guide.html"], "no_place"),
    (["--part", "slides", "--output", "s.html"], "slides_plan"),
    (["--part", "slides", "--plan", "3h", "--output", "s.docx"], "only_page"),
    (["--part", "sheets", "--format", "md", "--output", "s"], "only_page"),
    (["--part", "sheets", "--plan", "3h", "--output", "s"], "no_plan_here"),
    (["--part", "sheets", "--output", "file"], "no_folder"),
    (["--part", "sheets", "--output", "nowhere/s"], "no_place"),
]


@pytest.mark.parametrize(("line", "name"), WRONG)
def test_a_mistake_is_one_sentence_and_writes_nothing(tmp_path, monkeypatch, capsys, line, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    code, told = said(capsys, *line)
    assert code == 1 and not told.out
    start = str(word("guide_command", name, path="{", form="{", known="{")).split("{")
    assert all(part.strip("'") in told.err for part in start)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_plan_that_is_not_there(tmp_path, capsys):
    code, told = said(capsys, "--plan", "2days", "--output", tmp_path / "g.html")
    assert code == 1 and "14weeks" in told.err and not list(tmp_path.iterdir())
