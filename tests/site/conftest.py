"""One browser edition for all tests, with the Pyodide that lies beside the checkout."""

import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "browser"))  # a learner works the same there

WITHOUT = (
    "LEFT OUT: the browser edition with all its packages was not tested, since ../shared/pyodide "
    "is not beside this checkout (numpy for the browser comes from no registry yet)."
)


@pytest.fixture(scope="session")
def pyodide(root):
    """Give the folder of the distribution; where it lies its tests must pass."""
    found = root.parent / "shared" / "pyodide"
    if found.is_dir():
        return found
    warnings.warn(WITHOUT, stacklevel=1)
    return pytest.skip(WITHOUT)


@pytest.fixture(scope="session")
def builder(root, tmp_path_factory):
    """Give the command of an environment of its own: the builder's Lab extension has no place here.

    JupyterLab loads every extension of its environment, and the builder's says in the console
    that it belongs to another application.
    """
    folder = tmp_path_factory.mktemp("builder") / "environment"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    line = ["-m", "pip", "install", "--quiet", "--constraint", root / "requirements" / "tested.txt"]
    subprocess.run([folder / "bin" / "python", *line, f"{root}[site]"], check=True)
    return folder / "bin" / "workbook"


@pytest.fixture(scope="session")
def course_with_every_kind(root, tmp_path_factory):
    """Give the course with one page more, which shows an exercise of every kind."""
    from every_kind import one_of_each
    from scratch import write_notebook

    folder = tmp_path_factory.mktemp("course")
    for part in ("modules", "datasets"):
        shutil.copytree(root / part, folder / part)
    calls = [f'wb.exercise("{exercise_id}")' for exercise_id in one_of_each()]
    page = folder / "modules" / "every_kind.ipynb"
    calls += ["wb.transcript()", 'wb.exercise("05/log")', "wb.my_answers()"]
    write_notebook(page, "# A page", "import workbook as wb", *calls)
    return folder


@pytest.fixture(scope="session")
def site(pyodide, builder, course_with_every_kind, tmp_path_factory):
    """Build the site once, as a person would."""
    folder = tmp_path_factory.mktemp("site") / "public"
    line = [builder, "site", "--out", folder, "--pyodide", pyodide]
    subprocess.run(line, cwd=course_with_every_kind, check=True)
    return folder


@pytest.fixture(scope="session")
def official_site(builder, root, tmp_path_factory):
    """Build the site as anybody can, with nothing but packages from the registries."""
    folder = tmp_path_factory.mktemp("official") / "public"
    subprocess.run([builder, "site", "--out", folder], cwd=root, check=True)
    return folder
