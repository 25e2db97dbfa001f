"""The benchmark table: what it says about a bar, and where it is written."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def command(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks import __main__ as found

    monkeypatch.setattr(found, "PARTS", {"imports": rows, "opening": list})
    return found


def rows():
    from benchmarks.table import row

    return [row("fine", 0.1, 0.3), row("over", 2500, 2000, "bytes"), row("no bar", 1.5, unit="s")]


def run(command, monkeypatch, *words):
    monkeypatch.setattr(sys, "argv", ["benchmarks", *words])
    return command.main()


def test_a_missed_bar_is_said_with_its_distance_and_fails_the_command(command, monkeypatch, capsys):
    assert run(command, monkeypatch) == 1
    printed = capsys.readouterr().out
    assert "| fine | 0.100 | 0.3 | met |" in printed
    assert "| over | 2,500 bytes | 2,000 | missed by 500 |" in printed
    assert "| no bar | 1.500 s |  |  |" in printed


def test_the_table_is_written_between_its_marks_only(command, monkeypatch, tmp_path, capsys):
    page = tmp_path / "README.md"
    page.write_text(f"Before.\n\n{command.BEGIN}\n\nearlier\n\n{command.END}\n\nAfter.\n", "utf-8")
    monkeypatch.setattr(command, "README", page)
    run(command, monkeypatch, "--write")
    text = page.read_text("utf-8")
    assert text.startswith("Before.\n") and text.endswith("\n\nAfter.\n")
    assert "earlier" not in text and "| over |" in text
    page.write_text("No marks.\n", "utf-8")
    with pytest.raises(SystemExit, match="lost its lines"):
        run(command, monkeypatch, "--write")
    assert page.read_text("utf-8") == "No marks.\n"


@pytest.mark.parametrize("words", [["nothing"], ["imports", "--write"]])
def test_an_unknown_part_or_half_a_table_is_refused(command, monkeypatch, capsys, words):
    with pytest.raises(SystemExit) as ended:
        run(command, monkeypatch, *words)
    assert ended.value.code == 2


def test_the_readme_of_the_benchmarks_describes_every_part(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks.__main__ import BEGIN, END, PARTS, README

    text = README.read_text("utf-8")
    assert all(f"| `{name}` |" in text for name in PARTS)
    assert text.count(BEGIN) == text.count(END) == 1


def test_lines_of_code_are_counted_without_words_about_them(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks.code_size import full_lines, python_lines

    top = '"""A page.\n\nMore."""\n\n# note\nx = 1  # why\n\n\n'
    assert python_lines(top + 'def f():\n    """Do."""\n    return x\n') == 3
    assert full_lines("let x;\n\n  \nlet y;\n") == 2


@pytest.mark.slow
def test_every_room_has_its_size(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks.code_size import measure

    sizes = {entry["name"]: entry["value"] for entry in measure()}
    rooms = {path.parent.name for path in (ROOT / "workbook").glob("*/__init__.py")}
    assert {f"Python in `{room}`" for room in rooms} <= set(sizes)
    assert sizes["Python in all"] == sum(
        size for name, size in sizes.items() if name.startswith("Python in `")
    )
