"""What the repository holds, and what the wheel will say of itself."""

import re
import subprocess
import sys
import tomllib

import pytest
import yaml

from workbook.site.light.assets import EDITION

FOLDERS = {"modules", "datasets", "workbook", "tests", "benchmarks", "requirements", ".ci"}
# What a build, a run or a test leaves behind, and what a learner writes.
LEFT_BEHIND = {"build", "dist", "my-work", ".venv", "venv", "test-screens", "__pycache__"}
LEFT_BEHIND |= {".pytest_cache", ".ruff_cache", ".mypy_cache", ".hypothesis", ".ipynb_checkpoints"}
BUILT = (".pyc", ".whl", ".egg-info", ".tar.gz", ".local.json", ".log")
OTHER_CONFIGURATION = {"setup.cfg", "setup.py", "tox.ini", "pytest.ini", ".flake8", "ruff.toml"}
OTHER_CONFIGURATION |= {"requirements.txt", ".coveragerc", "nbval.cfg", "mypy.ini", "MANIFEST.in"}
# Folders of one person's machine; put together here so that this file does not name them itself.
MACHINE = re.compile("|".join(rf"(?<![\w./-])/{name}/[a-z]" for name in ("work", "root", "home")))
HOSTS = re.compile("pypi" + r"\.org|pythonhosted" + r"\.org|npmjs" + r"\.(?:org|com)")
COMMANDED = {".ci/run", "postBuild"}


@pytest.fixture(scope="module")
def tracked(root):
    line = ["git", "-C", str(root), "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    names = done.stdout.splitlines() if done.returncode == 0 else every_file(root)
    return [name for name in names if (root / name).is_file()]


def every_file(root):
    """Stand in for git where the tests run from an unpacked archive."""
    found = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return [path.as_posix() for path in found if not is_left_behind(path.as_posix())]


def is_left_behind(name):
    return any(part in LEFT_BEHIND or part.endswith(BUILT) for part in name.split("/"))


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_top_has_the_folders_of_the_course(tracked):
    assert {name.partition("/")[0] for name in tracked} >= FOLDERS


def test_nothing_that_a_build_or_a_run_leaves_behind_is_kept(tracked):
    assert [name for name in tracked if is_left_behind(name)] == []


@pytest.mark.parametrize(
    "name", ["dist/a.whl", "workbook/__pycache__/x.pyc", ".mypy_cache/3.11/a.json", "my-work/a"]
)
def test_what_is_left_behind_is_noticed(name):
    assert is_left_behind(name)
    assert not is_left_behind("workbook/journal/store.py")


def test_there_is_one_configuration_file(tracked):
    names = {name.rpartition("/")[2] for name in tracked}
    assert names & OTHER_CONFIGURATION == set()
    manifests = {name for name in tracked if name.endswith("package.json")}
    assert manifests <= {"workbook/labextension/package.json", "datasets/datapackage.json"}


def test_no_file_is_empty_but_markers(root, tracked):
    empty = {name for name in tracked if (root / name).stat().st_size == 0}
    assert empty <= {"workbook/py.typed"}


def text(path):
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_file_names_a_folder_of_one_machine_or_a_registry(root, tracked):
    found = [
        f"{name}: {match[0]}"
        for name in tracked
        for match in (MACHINE.search(text(root / name)), HOSTS.search(text(root / name)))
        if match
    ]
    assert found == []


@pytest.mark.parametrize("path", ["cd /{}/main", "see /{}/x", "'/{}/me/course'"])
@pytest.mark.parametrize("name", ["work", "root", "home"])
def test_a_folder_of_one_machine_is_noticed(path, name):
    assert MACHINE.search(path.format(name))


@pytest.mark.parametrize(
    "path", ["modules/" + "work/x", "https://example.org/home/a", "at home/work"]
)
def test_other_paths_are_left_alone(path):
    assert not MACHINE.search(path)


def test_the_environment_installs_the_project_and_repeats_nothing(root, project):
    """A dependency that the environment names must be one of the project's own."""
    found = yaml.safe_load((root / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    inner = [line for entry in found if isinstance(entry, dict) for line in entry["pip"]]
    assert [line for line in inner if line.startswith(("-e .", "."))] != []
    outer = {re.split(r"[<>=!~ ]", entry)[0] for entry in found if isinstance(entry, str)}
    needed = {re.split(r"[<>=!~ ;\[]", line)[0] for line in project["project"]["dependencies"]}
    assert outer - {"python", "pip", "nodejs"} <= needed
    version = next(e for e in found if isinstance(e, str) and e.startswith("python="))
    lowest = project["project"]["requires-python"].removeprefix(">=")
    assert tuple(map(int, version[7:].split("."))) >= tuple(map(int, lowest.split(".")))


def test_every_third_package_that_is_imported_is_asked_for(root, project):
    from test_layers import imports

    extra = project["project"]["optional-dependencies"]  # imported by `workbook site` alone
    named = [*project["project"]["dependencies"], *extra["book"], *extra["site"]]
    asked = " ".join(named).replace("-", "_").lower()
    given = {"yaml": "pyyaml", "IPython": "ipywidgets", "traitlets": "ipywidgets"}
    given |= {"nbclient": "jupyterlab", "jupyter_server": "jupyterlab", "packaging": "jupyterlab",
              "tornado": "jupyterlab"}  # fmt: skip
    for found in imports(root):
        name = found.target.partition(".")[0]
        if name != "workbook" and name not in __import__("sys").stdlib_module_names:
            assert given.get(name, name).lower() in asked, f"{found.file}:{found.line} {name}"


def test_the_wheel_carries_the_course_and_the_extension(root, project):
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    edition = EDITION.relative_to(root).as_posix()  # of the extension, which is left out
    assert wheel["force-include"] == {
        "modules": "workbook/course/modules",
        "datasets": "workbook/course/datasets",
        edition: edition,
    }
    [(source, target)] = wheel["shared-data"].items()
    assert (root / source / "package.json").is_file()
    assert target == "share/jupyter/labextensions/sswp-course"
    assert (root / "workbook" / "py.typed").is_file()


def test_the_installed_version_is_that_of_the_project(project):
    from workbook.unpack import edition

    assert edition() == project["project"]["version"]


def asked_for(project):
    from packaging.requirements import Requirement

    asked = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["test"]
    return {canonical(found.name): found for found in map(Requirement, asked)}


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_tested_versions_are_those_that_the_project_allows(root, project):
    from packaging.requirements import Requirement

    text = (root / "requirements" / "tested.txt").read_text(encoding="utf-8")
    pinned = [Requirement(line) for line in text.splitlines() if not line.startswith("#")]
    for name, asked in asked_for(project).items():
        versions = [
            str(pin.specifier).removeprefix("==") for pin in pinned if canonical(pin.name) == name
        ]
        assert versions, f"{name} is not in requirements/tested.txt"
        assert all(asked.specifier.contains(version) for version in versions), name


def test_the_lowest_version_of_each_dependency_is_named(root, project):
    line = [sys.executable, str(root / ".ci" / "lowest.py")]
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    named = dict(line.partition(";")[0].split("==") for line in done.stdout.splitlines())
    assert {canonical(name) for name in named} == set(asked_for(project))
    assert named["mistune"] == "3.3"


@pytest.mark.parametrize("name", sorted(COMMANDED))
def test_scripts_can_be_run_and_stop_at_the_first_failure(root, name):
    path = root / name
    assert path.stat().st_mode & 0o111
    assert path.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash")
    assert "set -euo pipefail" in path.read_text(encoding="utf-8")


def test_both_licenses_are_there(root, project):
    names = project["project"]["license-files"]
    assert all((root / name).stat().st_size > 200 for name in names)
