"""The page for administrators, followed to the letter with a prefix in the place of the machine."""

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy" / "jupyterhub"
PAGE = (DEPLOY / "README.md").read_text(encoding="utf-8")
BLOCKS = [re.sub("(?m)^ +", "", block) for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)]


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """A place that stands for /, with an environment that finds what this one has."""
    place = tmp_path_factory.mktemp("machine")
    prefix = place / "opt" / "tljh" / "user"
    subprocess.run([sys.executable, "-m", "venv", prefix], check=True)
    [site] = prefix.glob("lib/python*/site-packages")
    (site / "outer.pth").write_text(sysconfig.get_path("purelib") + "\n")
    (place / "opt" / "tljh" / "config" / "jupyterhub_config.d").mkdir(parents=True)
    programs = place / "programs"
    programs.mkdir()
    for name, text in {"sudo": 'exec "$@"', "tljh-config": f'echo "$@" >> {place}/tljh'}.items():
        (programs / name).write_text(f"#!/bin/sh\n{text}\n")
        (programs / name).chmod(0o755)
    return place


@pytest.fixture(scope="module")
def followed(machine, tmp_path_factory):
    """Run every line of the page's sh blocks, in a copy of the course's source."""
    script = "set -eu\n" + "\n".join(BLOCKS).replace("/opt/tljh", f"{machine}/opt/tljh")
    out = tmp_path_factory.mktemp("dist")
    script = script.replace("dist/", f"{out}/").replace("--wheel-dir dist", f"--wheel-dir {out}")
    environ = {**os.environ, "PATH": f"{machine / 'programs'}:{Path(sys.executable).parent}:"
               + os.environ["PATH"]}  # fmt: skip
    done = subprocess.run(["sh", "-c", script], cwd=ROOT, env=environ, capture_output=True,
                          text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return machine


@pytest.mark.build
def test_the_prefix_has_the_course_and_its_quiet_settings(followed):
    prefix = followed / "opt" / "tljh" / "user"
    [site] = prefix.glob("lib/python*/site-packages")
    assert (site / "workbook").is_dir()
    settings = prefix / "share" / "jupyter" / "lab" / "settings"
    assert '"sswpCourse": "1"' in (settings / "page_config.json").read_text()
    kernel = (prefix / "share" / "jupyter" / "kernels" / "python3" / "kernel.json").read_text()
    assert str(prefix / "bin" / "python") in kernel


@pytest.mark.build
def test_what_is_installed_builds_the_light_edition(followed, tmp_path):
    """It asks for nothing that lies in the source only."""
    program = followed / "opt" / "tljh" / "user" / "bin" / "workbook"
    line = [program, "site", "--light", "--out", "public"]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "watchEdition" in (tmp_path / "public" / "edition.js").read_text(encoding="utf-8")


@pytest.mark.build
def test_the_hub_would_start_servers_with_the_script_that_was_installed(followed):
    config = followed / "opt" / "tljh" / "config" / "jupyterhub_config.d" / "workbook_config.py"
    found = _configured(config)
    [program] = found["Spawner"]["cmd"]
    assert os.access(program, os.X_OK)
    assert Path(program).parent == followed / "opt" / "tljh" / "user" / "bin"
    assert (followed / "tljh").read_text().splitlines()[-1] == "reload"


def _configured(path):
    from traitlets.config import Config

    config = Config()
    code = compile(path.read_text(encoding="utf-8"), str(path), "exec")
    exec(code, {"get_config": lambda: config, "__file__": str(path)})  # noqa: S102
    return config


def test_the_configuration_finds_the_script_beside_it():
    [program] = _configured(DEPLOY / "workbook_config.py")["Spawner"]["cmd"]
    assert os.access(program, os.X_OK)


def test_the_values_and_the_image_name_the_same_things():
    values = yaml.safe_load((DEPLOY / "values.yaml").read_text(encoding="utf-8"))
    image = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    user = values["singleuser"]
    assert user["cmd"][0] in image
    assert user["storage"]["homeMountPath"] in image
    assert f"{user['image']['name']}:{user['image']['tag']}" in PAGE
    for copied in re.findall(r"COPY (deploy/\S+)", image):
        assert (ROOT / copied).is_file()
    assert "environment.yml" in image
    assert values["cull"]["enabled"]


def test_the_script_lets_a_learner_in_when_the_copy_cannot_be_brought_up_to_date(tmp_path):
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, text in {"workbook": "exit 1", "jupyterhub-singleuser": 'echo in "$@"'}.items():
        (programs / name).write_text(f"#!/bin/sh\n{text}\n")
        (programs / name).chmod(0o755)
    environ = {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(tmp_path)}
    done = subprocess.run([DEPLOY / "course-singleuser", "--port=1"], env=environ, check=True,
                          capture_output=True, text=True)  # fmt: skip
    course = tmp_path / "solidarity-workbook"
    assert done.stdout == f"in --ServerApp.root_dir={course} --port=1\n"
    assert (course / "my-work").stat().st_mode & 0o777 == 0o700
