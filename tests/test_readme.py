"""What the documents say is so: commands, links, pictures, folders, versions, the format page."""

import os
import re
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

from workbook.cli import main
from workbook.content import reader
from workbook.kinds import kind_of, names

ROOT = Path(__file__).resolve().parents[1]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
COMMAND = re.compile(r"\bworkbook ([a-z-]+(?: (?:save|check))?)\b")
NAMING_COMMANDS = ("README.md", "CONTRIBUTING.md", "modules/README.md", "environment.yml")
IGNORED = [line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines()]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def kept(name):
    return name != ".git" and not any(fnmatch(name, pattern) for pattern in IGNORED)


def documents():
    for folder, folders, files in os.walk(ROOT):
        folders[:] = sorted(filter(kept, folders))
        yield from (Path(folder) / name for name in sorted(files) if name.endswith(".md"))


def read(name):
    return (ROOT / name).read_text("utf-8")


def section(text, heading):
    """Give what stands under a heading; a heading inside a fenced block ends nothing."""
    plain = FENCE.sub(lambda block: " " * len(block[0]), text)
    start = plain.index(f"\n## {heading}\n")
    end = plain.find("\n## ", start + 1)
    return text[start : end if end > 0 else None]


def blocks(text, language):
    return [body for kind, body in FENCE.findall(text) if kind == language]


def anchors(path):
    text = path.read_text("utf-8")
    titles = HEADING.findall(FENCE.sub("", text))
    titles += ["end"] if "\nkind: encounter\n" in text else []  # where a story ends, with no part
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken(path):
    text = re.sub(r"`[^`\n]*`", "", FENCE.sub("", path.read_text("utf-8")))
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        place = path.parent / file if file else path
        if not place.exists() or (anchor and anchor not in anchors(place)):
            yield f"{path.relative_to(ROOT)}: {target}"


def test_every_link_and_picture_of_every_document_is_there():
    found = list(documents())
    assert {ROOT / "README.md", ROOT / "modules" / "README.md"} <= set(found)
    assert [problem for path in found for problem in broken(path)] == []


def test_a_planted_broken_link_is_found(tmp_path, monkeypatch):
    page = tmp_path / "page.md"
    page.write_text("# Top\n\n![A](none.png) [b](#top) [c](#gone) `[d](code)`\n", "utf-8")
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    assert list(broken(page)) == ["page.md: none.png", "page.md: #gone"]


def test_the_two_commands_stand_in_the_readme():
    commands = "".join(blocks(read("README.md"), "bash")).splitlines()
    assert "pip install -e . && workbook start" in commands
    assert 'pip install -e ".[test]" && pytest' in commands
    assert "pytest" in "".join(PROJECT["optional-dependencies"]["test"])


@pytest.mark.parametrize("name", NAMING_COMMANDS)
def test_every_workbook_command_that_is_named_exists(name, capsys):
    text = read(name)
    named = [*blocks(text, "bash"), *re.findall(r"`(workbook [^`]+)`", text)]
    named += re.findall(r"^#\s+(workbook .+)$", text, re.MULTILINE)
    words = {found for part in named for found in COMMAND.findall(part)}
    assert words
    for command in words:
        with pytest.raises(SystemExit) as ended:
            main([*command.split(), "--help"])
        assert ended.value.code == 0, f"{name} names 'workbook {command}', which does not exist"


def test_the_map_lists_exactly_the_folders():
    rows = re.findall(r"^\| \[`([^`]+)/`\]", section(read("README.md"), "The map of folders"), re.M)
    real = sorted(p.name for p in ROOT.iterdir() if p.is_dir() and kept(p.name))
    assert sorted(rows) == real


def test_one_version_everywhere():
    cited = yaml.safe_load(read("CITATION.cff"))
    newest = re.search(r"^## (\d\S*)", read("CHANGELOG.md"), re.MULTILINE)[1]
    assert str(cited["version"]) == newest == PROJECT["version"]
    assert cited["title"] in read("LICENSE-CONTENT.md")


def test_the_environment_installs_this_project_on_a_python_that_it_allows():
    listed = yaml.safe_load(read("environment.yml"))["dependencies"]
    assert next(entry for entry in listed if isinstance(entry, dict)) == {"pip": ["-e ."]}
    python = next(entry for entry in listed if str(entry).startswith("python="))
    lowest = PROJECT["requires-python"].removeprefix(">=")
    assert tuple(map(int, python[7:].split("."))) >= tuple(map(int, lowest.split(".")))


def test_the_readme_claims_no_result():
    status = section(read("README.md"), "The status of the idea")
    assert "a hypothesis under test" in status
    assert "no result is claimed" in status


def test_ci_run_is_a_program_that_bash_can_read():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    assert "set -euo pipefail" in script.read_text("utf-8")


# The page about the exercise format ---------------------------------------------------------
FORMAT = read("modules/README.md")
SETTINGS = """title: T
draft: own-2
objective: "O"
minutes: 3
seed: [S01]
competencies: [1]
values: [integrity]
visibility: private
purpose: "P"
"""


def kinds_on_the_page():
    parts = re.split(r"^\*\*(\w+)\*\*: ", section(FORMAT, "The kinds"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_the_format_page_knows_every_kind_and_every_setting():
    assert set(kinds_on_the_page()) <= set(names())
    settings = section(FORMAT, "The settings")
    assert re.findall(r"^\| `(\w+)` \|", settings, re.MULTILINE) == list(reader.NEEDED)
    assert all(f"`{name}: " in settings for name in reader.ALLOWED)
    for name, text in kinds_on_the_page().items():
        asked = {*kind_of(name).needs, *kind_of(name).may}
        assert {setting for setting in asked if setting not in text} == set() or text.startswith(
            "as `"
        )


WITH_SNIPPET = [kind for kind, text in kinds_on_the_page().items() if "```" in text]


@pytest.mark.parametrize("kind", WITH_SNIPPET)
def test_each_snippet_of_the_format_page_can_be_read(kind):
    (snippet,) = blocks(kinds_on_the_page()[kind], "markdown")
    exercise = reader.parse_exercise(f"---\nkind: {kind}\n{SETTINGS}{snippet}", "00/snippet")
    assert exercise.kind == kind
    assert exercise.prompt
    assert exercise.items or kind == "lots"


def test_the_module_page_of_the_format_page_can_be_read(tmp_path):
    folder = tmp_path / "00_start_here"
    folder.mkdir()
    (snippet,) = blocks(section(FORMAT, "module.md"), "markdown")
    (folder / "module.md").write_text(snippet, "utf-8")
    assert reader.read_module(folder / "module.md").minutes == 20


def test_the_calls_of_the_format_page_show_what_is_there(library):
    import workbook
    from workbook.charts import chart_ids

    named = re.findall(r"^\| `wb\.(\w+)\((?:\"([^\"]+)\")?\)` \|", FORMAT, re.MULTILINE)
    assert {name for name, _ in named} | {"start"} == set(workbook.__all__)
    known = {*library.exercise_ids(), *chart_ids(), ""}
    assert {what for _, what in named} <= known
