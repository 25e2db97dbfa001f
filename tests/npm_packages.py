"""Packages of the npm registry for tests: unpacked once into a cache, never part of the product."""

import functools
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import pytest

CACHE = Path(tempfile.gettempdir()) / "workbook-npm-packages"
REQUIRED = os.environ.get("WORKBOOK_REQUIRE_BROWSER") == "1"


@functools.cache
def npm_package(name: str, version: str) -> Path:
    """Give the folder of one package; where npm is not, the test is left out and says so."""
    folder = CACHE / f"{name.replace('/', '-').lstrip('@')}-{version}"
    if not folder.is_dir():
        _fetch(f"{name}@{version}", folder)
    return folder / "package"


def _fetch(what: str, folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        if REQUIRED:
            pytest.fail(f"npm is needed for {what}; install it (Debian: npm).")
        pytest.skip(f"npm is not installed, and {what} comes from its registry")
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as part:
        line = [npm, "pack", what, "--silent"]
        done = subprocess.run(
            line, cwd=part, capture_output=True, text=True, timeout=120, check=False
        )
        if done.returncode:
            (pytest.fail if REQUIRED else pytest.skip)(f"{what} was not to be had: {done.stderr}")
        [archive] = Path(part).glob("*.tgz")
        with tarfile.open(archive) as packed:
            packed.extractall(f"{part}/out", filter="data")
        try:
            Path(part, "out").rename(folder)
        except OSError:  # another worker was faster
            assert folder.is_dir()
