"""Binder, as far as this machine can be one: its environment, its server, its variables.

There is no conda here: of `environment.yml` the part for pip is installed, into a new environment
of the Python that the file names, or of this one where that is not installed.
"""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import psutil
import yaml
from running_lab import PACKAGE, Lab, free_port

BASE, TOKEN = "/user/x-abc", "s3cret"
BINDER = {
    "BINDER_SERVICE_HOST": "10.0.0.1",
    "BINDER_LAUNCH_HOST": "https://binder.example/",
    "BINDER_REQUEST": "v2/gh/someone/course/HEAD",
    "BINDER_REPO_URL": "https://git.example/someone/course",
    "BINDER_REF_URL": "https://git.example/someone/course/tree/0",
}
AWAY = shutil.ignore_patterns(".git", "my-work", "test-screens", "__pycache__", ".*_cache")


def python_of(environment):
    """Give the Python that an `environment.yml` asks for, or the one that runs here."""
    [asked] = [one for one in environment["dependencies"] if str(one).startswith("python=")]
    version = asked.removeprefix("python=")
    beside = Path(sys.base_prefix).parent.glob(f"{version}*/bin/python{version}")
    found = filter(None, [shutil.which(f"python{version}"), *beside])
    return next((path for path in found if _runs(path)), sys.executable)


def _runs(path):
    return subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode == 0


def installed(folder):
    """Make home and environment as repo2docker would, and run `postBuild` in them."""
    home, prefix = folder / "home", folder / "environment"
    shutil.copytree(PACKAGE, home, ignore=AWAY)
    environment = yaml.safe_load((home / "environment.yml").read_text(encoding="utf-8"))
    subprocess.run([python_of(environment), "-m", "venv", prefix], check=True)
    [lines] = [one["pip"] for one in environment["dependencies"] if isinstance(one, dict)]
    tested = ["--constraint", PACKAGE / "requirements" / "tested.txt"]
    asked = [word for line in lines for word in line.split()]
    pip = [prefix / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-compile"]
    subprocess.run([*pip, *tested, *asked], cwd=home, check=True)
    subprocess.run([home / "postBuild"], cwd=home, env=surroundings(home, prefix), check=True)
    return home, prefix


def surroundings(home, prefix):
    """Give the variables of a program on Binder; nothing of this machine's own Jupyter."""
    kept = {"LANG", "LC_ALL", "TMPDIR"}
    path = os.pathsep.join([str(prefix / "bin"), os.environ["PATH"]])
    found = {name: value for name, value in os.environ.items() if name in kept}
    return found | BINDER | {"HOME": str(home), "PATH": path}


@contextmanager
def launched(home, prefix):
    """Start the server as Binder's hub does, in the home folder and below an address of its own."""
    port = free_port()
    line = [prefix / "bin" / "jupyter", "lab", "--no-browser", "--ServerApp.ip=127.0.0.1"]
    line += [f"--ServerApp.port={port}", f"--ServerApp.base_url={BASE}/"]
    line += [f"--IdentityProvider.token={TOKEN}", "--LabApp.expose_app_in_browser=True"]
    line += ["--allow-root"] * (os.getuid() == 0)
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        line, cwd=home, env=surroundings(home, prefix), stdout=quiet, stderr=quiet
    )
    lab = Lab(f"http://127.0.0.1:{port}{BASE}", TOKEN, Path(home), process)
    try:
        _answers(f"{lab.url}/api/status?token={TOKEN}", process)
        yield lab
    finally:
        process.terminate()
        process.wait(30)


def _answers(address, process, seconds=120):
    end = time.monotonic() + seconds
    while True:
        try:
            return urllib.request.urlopen(address, timeout=60).close()
        except OSError:
            assert process.poll() is None and time.monotonic() < end, "the server does not answer"
            time.sleep(0.2)


def megabytes(process):
    """Give the memory of a server with its kernels; pages they share are counted by share."""
    there = psutil.Process(process.pid)
    return sum(one.memory_full_info().pss for one in (there, *there.children(recursive=True))) / 1e6
