"""A class on a hub of this machine: learners answer, are stopped, come back; memory and time.

``python -m benchmarks.hub 10`` runs ten learners at once and prints what each needs.
"""

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from workbook.cli.lab_settings import write_server

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy" / "jupyterhub"
PROXY = "configurable-http-proxy@5.3.0"
CACHE = Path(tempfile.gettempdir()) / "workbook-npm-packages" / "proxy-5.3.0"
CONFIGURATION = """
ours = {{"get_config": get_config, "__file__": {deploy!r}}}
exec(compile(open({deploy!r}).read(), {deploy!r}, "exec"), ours)
c.JupyterHub.spawner_class = "simple"
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r} + "/{{username}}"
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub_port}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy_port}"
c.ConfigurableHTTPProxy.command = {proxy!r}
c.ConfigurableHTTPProxy.should_start = True
c.JupyterHub.services = [{{"name": "class", "api_token": {token!r}}}]
c.JupyterHub.load_roles = [{{"name": "class", "services": ["class"],
    "scopes": ["admin:users", "admin:servers", "access:servers"]}}]
c.JupyterHub.cookie_secret_file = {homes!r} + "/../cookie"
c.JupyterHub.db_url = "sqlite:///" + {homes!r} + "/../hub.sqlite"
c.JupyterHub.log_level = 30
c.Spawner.args = [*c.Spawner.args, *{as_root!r}]
c.Spawner.environment = {{"JUPYTER_CONFIG_PATH": {settings!r}}}
"""
ANSWER = """
from workbook.content.library import find_course
from workbook.journal import Journal, journal_path
import workbook as wb
journal = Journal(journal_path(find_course()))
wb.exercise({exercise!r})
journal.save({exercise!r}, {{"chosen": [{words!r}]}})
print("latest", journal.latest({exercise!r}).response["chosen"][0], len(list(journal.entries())))
"""


class Class(NamedTuple):
    """A running hub."""

    address: str
    token: str
    homes: Path
    process: subprocess.Popen

    def ask(self, method: str, path: str, body: object = None) -> object:
        """Ask the hub, or a learner's server through it."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"token {self.token}", "Content-Type": "application/json"}
        request = urllib.request.Request(
            self.address + path, data=data, headers=headers, method=method
        )
        with urllib.request.urlopen(request, timeout=180) as answer:
            return json.loads(answer.read() or b"null")

    def journal(self, name: str) -> Path:
        """Give the place of a learner's answers."""
        return self.homes / name / "solidarity-workbook" / "my-work" / "journal.jsonl"


def proxy_command() -> list[str]:
    """Give the proxy that a hub needs, installed once from its registry."""
    program = CACHE / "node_modules" / ".bin" / "configurable-http-proxy"
    if not program.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        npm = shutil.which("npm") or "npm"
        line = [npm, "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", PROXY]
        subprocess.run(line, cwd=CACHE, check=True, timeout=180, capture_output=True)
    return [str(program)]


@contextmanager
def running_class(folder: Path):
    """Start a hub on loopback, and end it with all its servers."""
    homes = folder / "homes"
    homes.mkdir(mode=0o755)
    port, hub_port, proxy_port = _free_ports(3)
    token = uuid.uuid4().hex
    configuration = folder / "jupyterhub_config.py"
    about = {"deploy": str(DEPLOY / "workbook_config.py"), "homes": str(homes), "port": port}
    about |= {"hub_port": hub_port, "proxy_port": proxy_port, "proxy": proxy_command(),
              "settings": str(write_server(folder / "settings")),
              "as_root": ["--allow-root"] * (os.getuid() == 0)}  # fmt: skip
    configuration.write_text(CONFIGURATION.format(**about, token=token), encoding="utf-8")
    programs = Path(sys.executable).parent
    environ = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    for name in [name for name in environ if name.startswith(("JUPYTER", "WORKBOOK"))]:
        del environ[name]
    line = [sys.executable, "-m", "jupyterhub", "--config", str(configuration)]
    with (folder / "hub.log").open("wb") as log:
        process = subprocess.Popen(
            line, cwd=folder, env=environ, stdout=log, stderr=log, start_new_session=True
        )
    there = Class(f"http://127.0.0.1:{port}", token, homes, process)
    try:
        _until(lambda: there.ask("GET", "/hub/api/"), 40)
        yield there
    finally:
        _end(process)


def _end(process: subprocess.Popen) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(30)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _free_ports(n: int) -> list[int]:
    sockets = [socket.socket() for _ in range(n)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _until(ask, seconds: float):
    """Ask again until there is an answer that is not None."""
    end = time.monotonic() + seconds
    while True:
        try:
            if (found := ask()) is not None:
                return found
        except OSError:
            if time.monotonic() > end:
                raise
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.3)


def begin(there: Class, name: str) -> None:
    """Sign a learner in and wait for their server."""
    try:
        there.ask("POST", f"/hub/api/users/{name}", {})
    except urllib.error.HTTPError as error:
        if error.code != 409:  # is there already
            raise
    there.ask("POST", f"/hub/api/users/{name}/server", {})

    def ready():
        servers = there.ask("GET", f"/hub/api/users/{name}")["servers"]
        return True if servers.get("", {}).get("ready") else None

    _until(ready, 240)


def answer(there: Class, name: str, exercise: str, words: str) -> str:
    """Let a learner's own Python save an answer; give what it printed."""
    import websocket

    base = f"/user/{name}/api/kernels"
    kernel = there.ask("POST", base, {"name": "python3", "path": "modules"})["id"]
    socket_address = there.address.replace("http", "ws") + f"{base}/{kernel}/channels"
    header = [f"Authorization: token {there.token}"]
    connection = websocket.create_connection(socket_address, header=header, timeout=180)
    try:
        connection.send(json.dumps(_execute(ANSWER.format(exercise=exercise, words=words))))
        return _printed(connection)
    finally:
        connection.close()


def _printed(connection) -> str:
    """Collect what is printed until the kernel has replied and is idle; both come by own ways."""
    printed, left = "", {"reply", "idle"}
    while left:
        message = json.loads(connection.recv())
        kind, content = message["header"]["msg_type"], message["content"]
        if message["parent_header"].get("msg_type") != "execute_request":
            continue
        if kind == "stream":
            printed += content["text"]
        if kind == "execute_reply":
            if content["status"] != "ok":
                raise RuntimeError(content)
            left.discard("reply")
        if kind == "status" and content["execution_state"] == "idle":
            left.discard("idle")
    return printed.strip()


def _execute(code: str) -> dict:
    header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "version": "5.3",
              "username": "", "session": uuid.uuid4().hex}  # fmt: skip
    content = {"code": code, "silent": False, "store_history": False, "stop_on_error": True}
    return {"header": header, "parent_header": {}, "metadata": {}, "content": content,
            "channel": "shell", "buffers": []}  # fmt: skip


def end(there: Class, name: str) -> None:
    """Stop a learner's server, as culling does."""
    there.ask("DELETE", f"/hub/api/users/{name}/server")

    def gone():
        servers = there.ask("GET", f"/hub/api/users/{name}")["servers"]
        return None if servers else True

    _until(gone, 60)


def memory(name: str, homes: Path) -> dict[str, float]:
    """Give the megabytes of a learner's server and kernels, shared pages counted by share."""
    found = {"server": 0.0, "kernel": 0.0}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environ = (folder / "environ").read_bytes()
            if f"HOME={homes / name}\0".encode() not in environ:
                continue
            command = (folder / "cmdline").read_bytes()
            rollup = (folder / "smaps_rollup").read_text()
        except (OSError, PermissionError):
            continue
        [share] = [line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")]
        found["kernel" if b"ipykernel" in command else "server"] += int(share) / 1024
    return found


def main() -> None:
    """Run a class and print what it needed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hub", description=__doc__)
    parser.add_argument("learners", type=int, nargs="?", default=10)
    learners = [f"learner{n}" for n in range(min(parser.parse_args().learners, 20))]
    with tempfile.TemporaryDirectory() as folder, running_class(Path(folder)) as there:
        with ThreadPoolExecutor(len(learners)) as together:
            begun = time.monotonic()
            list(together.map(lambda name: begin(there, name), learners))
            signed_in = time.monotonic() - begun
            list(together.map(lambda n: answer(there, n, "00/what_it_claims", "b"), learners))
            answered = time.monotonic() - begun - signed_in
            needs = [memory(name, there.homes) for name in learners]
            list(together.map(lambda name: end(there, name), learners))
        kept = sum(there.journal(name).is_file() for name in learners)
        for part in ("server", "kernel"):
            sizes = [each[part] for each in needs]
            print(f"{part}: {min(sizes):.0f} to {max(sizes):.0f} MB each")
        print(f"{len(learners)} signed in in {signed_in:.1f} s, answered in {answered:.1f} s")
        print(f"answers kept after all were stopped: {kept} of {len(learners)}")


if __name__ == "__main__":
    main()
