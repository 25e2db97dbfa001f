"""The server and the kernels behind a page."""

import json
import os
import time
import urllib.request

import psutil


def ask(lab, path, method="GET"):
    headers = {"Authorization": f"token {lab.token}"}
    request = urllib.request.Request(f"{lab.url}/api/{path}", headers=headers, method=method)
    with urllib.request.urlopen(request) as answer:
        text = answer.read()
    return json.loads(text) if text else None


def kernel_of(lab, notebook):
    """Give the process of a notebook's kernel."""
    (kernel,) = [s["kernel"]["id"] for s in ask(lab, "sessions") if s["path"] == notebook]
    (found,) = [
        process
        for process in psutil.process_iter(["cmdline"])
        if f"kernel-{kernel}" in " ".join(process.info["cmdline"] or [])
    ]
    return found


def end_kernels(lab):
    for session in ask(lab, "sessions"):
        ask(lab, f"sessions/{session['id']}", "DELETE")


def server_log(lab):
    """Read what `workbook start` has printed since it gave its address."""
    os.set_blocking(lab.process.stdout.fileno(), False)
    while line := lab.process.stdout.readline():
        lab.printed.append(line)
    return "".join(lab.printed)


def wait_until(condition, seconds=60):
    """Wait for a condition outside the browser."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False
