"""One browser edition for all tests, with the Pyodide that lies beside the checkout."""

import shutil
import subprocess
import sys
import sysconfig
import tomllib
import warnings
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "browser"))  # a learner works the same there

WORKBOOK = "import sys; from workbook.cli import main; sys.exit(main())"
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
def build(root, tmp_path_factory):
    """Give what builds a site, in an environment of its own: the builder and what is here already.

    JupyterLab loads every extension of its environment, and the builder's says in the console
    that it belongs to another application.
    """
    folder = tmp_path_factory.mktemp("builder") / "environment"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    [packages] = folder.glob("lib/python*/site-packages")
    outer = f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    (packages / "outer.pth").write_text(outer, encoding="utf-8")
    python, tested = folder / "bin" / "python", root / "requirements" / "tested.txt"
    asked = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    line = ["-m", "pip", "install", "--quiet", "--no-compile", "--constraint", tested]
    extra = asked["project"]["optional-dependencies"]["site"]
    subprocess.run([python, *line, *extra], check=True)
    extensions = Path("share", "jupyter", "labextensions")
    shutil.copytree(Path(sys.prefix) / extensions, folder / extensions, dirs_exist_ok=True)

    def built(course, name, *more):
        public = tmp_path_factory.mktemp(name) / "public"
        command = [python, "-c", WORKBOOK, "site", "--out", public, *more]
        subprocess.run(command, cwd=course, check=True)
        return public

    return built


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
def site(pyodide, build, course_with_every_kind):
    """Build the site once, as a person would."""
    return build(course_with_every_kind, "site", "--pyodide", pyodide)


@pytest.fixture(scope="session")
def official_site(build, root):
    """Build the site as anybody can, with nothing but packages from the registries."""
    return build(root, "official")
