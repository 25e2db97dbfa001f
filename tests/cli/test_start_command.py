"""`workbook start` from the terminal: it starts, it stops, and it speaks in sentences."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from workbook.cli import main
from workbook.cli.lab_settings import OVERRIDES, write_settings
from workbook.cli.server import Server, home, port_is_free
from workbook.cli.start import PORT, course_folder
from workbook.content.library import packaged_course
from workbook.words import word, words

WORKBOOK = "import sys; from workbook.cli import main; sys.exit(main())"
COMMAND = [sys.executable, "-c", WORKBOOK, "start"]


def begin(name):
    """Give the words of a sentence up to its first value."""
    return words("start_command")[name].partition("{")[0]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def workbook(*words, cwd, **environment):
    return subprocess.run(
        [*COMMAND, *words],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


# The whole command


@pytest.mark.lab
def test_check_from_an_empty_folder_works_whatever_a_person_s_own_jupyter_says(tmp_path):
    config, folder = tmp_path / "personal", tmp_path / "empty"
    (config / "labconfig").mkdir(parents=True)
    (config / "jupyter_server_config.py").write_text("raise SystemExit('personal')")
    off = {"disabledExtensions": {"sswp-course": True}}
    (config / "labconfig" / "page_config.json").write_text(json.dumps(off))
    before = sorted(config.rglob("*"))
    folder.mkdir()
    done = workbook("--check", cwd=folder, JUPYTER_CONFIG_DIR=str(config))
    assert done.returncode == 0, done.stdout + done.stderr
    course = folder / "solidarity-workbook"
    assert done.stdout == f"{word('start_command', 'starts', course=course)}\n"
    assert (course / "modules" / "00_start_here.ipynb").is_file()
    assert not running_for(course)
    assert sorted(config.rglob("*")) == before


def running_for(course):
    import psutil

    return [
        p.pid
        for p in psutil.process_iter(["cmdline"])
        if f"--ServerApp.root_dir={course}" in (p.info["cmdline"] or [])
    ]


@pytest.mark.lab
def test_check_fails_with_a_sentence_when_the_start_page_is_missing(tmp_path):
    (tmp_path / "modules" / "exercises").mkdir(parents=True)
    done = workbook("--check", cwd=tmp_path)
    assert done.returncode == 1
    assert begin("does_not_open") in done.stderr
    assert "Traceback" not in done.stderr


def test_a_taken_port_is_said_with_what_it_means(tmp_path, monkeypatch, capsys):
    (tmp_path / "modules" / "exercises").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["start", "--no-browser", "--port", str(port)]) == 1
    taken = word("start_command", "port_taken", port=port, next=port + 1)
    assert capsys.readouterr() == ("", f"{taken}\n")


@pytest.mark.lab
@pytest.mark.skipif(os.name != "posix", reason="signals of this kind exist on POSIX only")
def test_it_opens_tells_where_and_stops_cleanly(tmp_path):
    port = free_port()
    # A test runner in the background may ignore Ctrl+C, and its children with it.
    listen = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    process = subprocess.Popen(
        [sys.executable, "-c", listen + WORKBOOK, "start", "--no-browser", "--port", str(port)],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    printed = []
    for line in process.stdout:
        printed.append(line.strip())
        if line.strip() == words("start_command")["to_stop"]:
            break
    course = tmp_path / "solidarity-workbook"
    address = next(line for line in printed if line.startswith("http"))
    assert address.startswith(f"http://127.0.0.1:{port}/lab/tree/modules/00_start_here.ipynb")
    assert "token=" in address
    assert str(course / "my-work") in printed
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/api/contents")
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    assert words("start_command")["stopping"] in rest
    assert errors == ""
    assert port_is_free(port)
    assert not running_for(course)


class Waiting(Server):
    """A server whose child only waits, so that what happens around it can be seen soon."""

    def _command(self):
        return [sys.executable, "-c", "import time; time.sleep(60)"]

    def wait(self, seconds=0):
        return self

    def join(self):
        os.kill(os.getpid(), self.number)
        super().join()


@pytest.mark.skipif(os.name != "posix", reason="signals of this kind exist on POSIX only")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_closed_terminal_and_a_polite_kill_stop_it_like_a_key(
    number, tmp_path, monkeypatch, capsys
):
    (tmp_path / "modules" / "exercises").mkdir(parents=True)
    started = []

    def make(course, port):
        started.append(Waiting(course, port))
        started[0].number = number
        return started[0]

    monkeypatch.setattr("workbook.cli.start.Server", make)
    kept = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        line = ["start", "--no-browser", "--folder", str(tmp_path), "--port", str(free_port())]
        assert main(line) == 0
    finally:
        signal.signal(signal.SIGINT, kept)
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == words("start_command")["stopping"]
    assert err == ""
    assert not started[0].running()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_port_that_is_none_is_wrong_usage(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["start", "--port", "high"])
    assert stopped.value.code == 2
    assert word("start_command", "no_port", text="high", port=PORT) in capsys.readouterr().err


def test_help_has_an_example(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["start", "--help"])
    assert stopped.value.code == 0
    assert words("start_command")["example"].splitlines()[1] in capsys.readouterr().out


# The settings of a start


def test_settings_keep_what_was_there_and_add_the_course(tmp_path):
    (tmp_path / "page_config.json").write_text(
        json.dumps({"appName": "Mine", "disabledExtensions": {"mine": True, "not": False}})
    )
    (tmp_path / "overrides.json").write_text(
        json.dumps({"mine:plugin": {"a": 1}, "@jupyterlab/docmanager-extension:plugin": {"b": 2}})
    )
    assert main(["start", "--write-settings", str(tmp_path)]) == 0
    page = json.loads((tmp_path / "page_config.json").read_text())
    assert page["sswpCourse"] == "1"
    assert page["appName"] == "Mine"
    assert "mine" in page["disabledExtensions"]
    assert "not" not in page["disabledExtensions"]
    overrides = json.loads((tmp_path / "overrides.json").read_text())
    assert overrides["mine:plugin"] == {"a": 1}
    manager = overrides["@jupyterlab/docmanager-extension:plugin"]
    ours = {"autosave": False, "defaultViewers": {"markdown": "Markdown Preview"}}
    assert manager == {"b": 2} | ours
    assert sorted(p.name for p in tmp_path.iterdir()) == ["overrides.json", "page_config.json"]


def test_settings_begin_from_another_folder_each_time(tmp_path):
    base, folder = tmp_path / "base", tmp_path / "folder"
    base.mkdir()
    (base / "other.json").write_text("{}")
    folder.mkdir()
    (folder / "page_config.json").write_text('{"left": "over"}')
    write_settings(folder, base)
    assert "left" not in json.loads((folder / "page_config.json").read_text())
    assert (folder / "other.json").is_file()
    assert json.loads((folder / "overrides.json").read_text()) == OVERRIDES


def test_every_setting_is_one_that_jupyterlab_knows():
    schemas = Path(sys.prefix) / "share" / "jupyter" / "lab" / "schemas"
    for plugin, settings in OVERRIDES.items():
        package, _, name = plugin.partition(":")
        schema = json.loads((schemas / package / f"{name}.json").read_text(encoding="utf-8"))
        assert set(settings) <= set(schema["properties"]), plugin


def test_a_read_only_course_keeps_its_settings_elsewhere(tmp_path, monkeypatch):
    def refused(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refused)
    folder = home(tmp_path)
    assert tmp_path not in folder.parents
    assert folder.is_dir()
    assert list(tmp_path.iterdir()) == []


def test_this_start_has_settings_kernel_and_workspaces_of_its_own(tmp_path):
    server = Server(tmp_path, PORT)
    own = str(tmp_path / "my-work" / ".lab")
    scoped = [w for w in server._command() if "_dir=" in w and "root_dir" not in w]
    assert len(scoped) == 3
    assert all(own in word for word in scoped)
    environment = server._environment()
    assert environment["JUPYTER_PATH"].startswith(own)
    assert environment["JUPYTER_CONFIG_DIR"].startswith(own)


# Which course


def test_inside_a_course_that_course_opens(tmp_path):
    (tmp_path / "modules" / "exercises").mkdir(parents=True)
    assert course_folder(tmp_path / "modules") == tmp_path
    assert sorted(p.name for p in tmp_path.iterdir()) == ["modules"]


def test_inside_a_checkout_the_checkout_opens():
    assert course_folder(packaged_course() / "modules") == packaged_course()


def test_the_second_start_in_the_same_place_opens_the_same_copy(tmp_path):
    first = course_folder(tmp_path)
    page = first / "modules" / "00_start_here.ipynb"
    page.write_text("changed by its owner")
    assert course_folder(tmp_path) == first
    assert page.read_text() == "changed by its owner"
