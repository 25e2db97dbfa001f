"""One browser edition for all tests, with the Pyodide that lies beside the checkout."""

import warnings

import pytest

from workbook.cli import main

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
def site(pyodide, tmp_path_factory):
    """Build the site once, as a person would."""
    folder = tmp_path_factory.mktemp("site") / "public"
    assert main(["site", "--out", str(folder), "--pyodide", str(pyodide)]) == 0
    return folder
