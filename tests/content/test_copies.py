"""Copies that programs leave are no exercises and no modules, and the check names each."""

import shutil

import pytest
from small_course import make
from sweep import first

from workbook.cli.check import report
from workbook.content.copies import is_copy
from workbook.content.library import Library
from workbook.errors import WorkbookError
from workbook.widgets.transcript import TranscriptWidget
from workbook.words import word

# {0} is the name without its ending; who makes such copies
NAMES = [
    "{0} (1)",  # Google Drive, browsers, Windows
    "{0}(1)",
    "{0} 2",  # iCloud
    "{0} copy",  # Finder
    "{0} copy 3",
    "{0} Kopie",
    "{0} - Copy",  # Windows
    "{0} - Copy (2)",
    "{0} – Kopie",
    "Copy of {0}",  # Google Drive
    "Kopie von {0}",
    "Copy_of_{0}",
    "{0}-Copy1",  # Jupyter
    "{0}-copy",
    "{0}-DESKTOP-1",  # OneDrive
    "{0}-LAPTOP-0A1B2C3",
    "{0}-Janes-MacBook-Air",
    "{0}-janes-laptop",
    "{0}-pc7",
    "{0} (Jane's conflicted copy 2026-11-04)",  # Dropbox
    "{0} (JANE-PC's conflicted copy 2026-11-04)",
    "{0} (Jane Doe’s conflicted copy 2026-11-04 (1))",
    "{0} (In Konflikt stehende Kopie von Jane 2026-11-04)",
    "{0} (copie en conflit de Jane 2026-11-04)",
    "{0} (conflicted copy 2026-11-04 101112)",  # Nextcloud
    "{0}_conflict-20261104-101112",  # ownCloud
    "{0}.sync-conflict-20261104-101112-ABCDEFG",  # Syncthing
    "{0} (SFConflict jane@example.org 2026-11-04-10-11-12)",  # Seafile
    "{0} [Conflict]",
    "{0}.conflict",
    "{0} (copy)",
    "{0} (copy: conflict #1 on 2026-11-04)",  # Unison
    "{0} (Jane Doe)",  # Box
    "{0}__20221104104101",  # nbgitpuller
    "{0}_20221104104101",
    "{0}（1）",  # brackets of Chinese and Japanese
    "{0} - 副本",  # Windows, Finder and Google Drive in other languages
    "{0}副本",
    "{0}のコピー",
    "{0}_копия",
    "{0}·1",
    "{0}\u200b",
    "{0}_copy2",
    "{0}_kopie",
    "{0}.md",  # an ending twice
    "{0}_DESKTOP-1",
    "{0}_LOCAL_1234",  # git mergetool
    "{0}_2022-11-04",
    "{0}_20221104_104101",
    "{0}_DESKTOP-1_Nov-04-101112-2026_Conflict",  # Synology
    "{0}_冲突文件_JANE_20261104101112",
    "{0}~",
    "{0} (1)-DESKTOP-1",
    "{0}__20221104104101-Copy1",
]
HIDDEN = ["._{0}", ".#{0}", ".{0}"]
OWN = "start_line choice a m1_e2 what_2022_brought größe copy_the_map conflict_at_work 00_start"
OWN += " choice_2 choice_b a_copy_kept"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "course"
    return make(folder, ("00_start", ("choice", "sort")), ("01_next", ("rank",)))


@pytest.fixture
def small(made, tmp_path):
    return shutil.copytree(made, tmp_path / "course")


@pytest.mark.parametrize("pattern", first(12, NAMES))
def test_a_copy_is_left_out_wherever_it_lies_and_named(small, pattern, monkeypatch):
    monkeypatch.setattr("workbook.cli.check._charts", lambda _root: (0, 0, []))
    modules, before = small / "modules", Library(small).exercise_ids()
    folder = modules / "exercises" / "00_start"
    names = [pattern.format(name) for name in ("choice", "module", "00_start", "sort")]
    shutil.copy(folder / "choice.md", folder / f"{names[0]}.md")
    shutil.copy(folder / "module.md", folder / f"{names[1]}.md")
    shutil.copytree(folder, folder.with_name(names[2]))
    shutil.copy(modules / "00_start.ipynb", modules / f"{names[2]}.ipynb")
    library = Library(small)
    assert library.exercise_ids() == before
    assert [module.number for module in library.modules()] == ["00", "01"]
    assert [book.name for book in library.notebooks()] == ["00_start.ipynb", "01_next.ipynb"]
    for name in names[:2]:
        with pytest.raises(WorkbookError):
            library.exercise(f"00/{name}")
    made = [f"modules/exercises/00_start/{names[0]}.md", f"modules/exercises/{names[2]}"]
    made += [f"modules/exercises/00_start/{names[1]}.md", f"modules/{names[2]}.ipynb"]
    said = {word("check_command", "copy", file=file) for file in made}
    assert set(report(small)["problems"]) == said
    for file in made:
        path = small / file
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert report(small)["problems"] == []


@pytest.mark.parametrize("pattern", ["{0} (1)", "{0}-DESKTOP-1", "{0}__20221104104101"])
def test_the_one_that_is_left_alone_is_no_exercise_either(small, pattern):
    folder = small / "modules" / "exercises" / "00_start"
    (folder / "choice.md").rename(folder / f"{pattern.format('choice')}.md")
    assert Library(small).exercise_ids("00") == ["00/sort"]
    assert len(Library(small).copies()) == 1


@pytest.mark.parametrize("pattern", HIDDEN)
def test_hidden_companions_of_a_file_are_left_out_in_silence(small, pattern):
    before = Library(small).exercise_ids()
    folder = small / "modules" / "exercises" / "00_start"
    (folder / f"{pattern.format('choice')}.md").write_bytes(b"\x00\x05\x16\x07")
    assert Library(small).exercise_ids() == before
    assert Library(small).copies() == []


@pytest.mark.parametrize("pattern", first(12, NAMES))
def test_copies_of_encounters_cards_data_and_whole_folders(small, pattern):
    for folder, file in (("encounters", "story.md"), ("instruments", "card.md")):
        (small / "modules" / folder).mkdir()
        (small / "modules" / folder / file).write_text("---", encoding="utf-8")
    (small / "datasets" / "transcripts").mkdir(parents=True)
    (small / "datasets" / "transcripts" / "talk.csv").write_text("", encoding="utf-8")
    before = Library(small).exercise_ids()
    made = ["modules/encounters/story.md", "modules/instruments/card.md"]
    made += ["datasets/transcripts/talk.csv", "modules"]
    copies = [(small / file).with_stem(pattern.format((small / file).stem)) for file in made]
    for source, copy in zip(made[:3], copies, strict=False):
        shutil.copy(small / source, copy)
    shutil.copytree(small / "modules", copies[3])
    library = Library(small)
    assert library.exercise_ids() == before
    found = {path for path in library.copies() if path.suffix or path.parent == small}
    assert found >= set(copies[:3])
    assert copies[3] in found or not pattern.startswith("{0}")


def test_a_copied_transcript_is_no_example(desk, monkeypatch, tmp_path):
    talks = tmp_path / "datasets" / "transcripts"
    talks.mkdir(parents=True)
    for name in ("talk.csv", "talk-DESKTOP-1.csv", "talk (1).csv"):
        (talks / name).write_text("turn,speaker,text\n1,a,b\n", encoding="utf-8")
    monkeypatch.setattr(desk.library, "root", tmp_path)
    assert [one["name"] for one in TranscriptWidget(desk).spec["examples"]] == ["talk"]


@pytest.mark.parametrize("name", OWN.split())
def test_names_of_the_course_are_their_own(name):
    assert not is_copy(name, set(OWN.split()) - {name})


def test_the_course_has_no_copies(library):
    assert library.copies() == []
