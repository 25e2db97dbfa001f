"""Somebody who opens the browser edition in a browser of their own, and comes back."""

import base64
import json
import os
import signal
from contextlib import contextmanager
from types import SimpleNamespace
from urllib.parse import urlsplit

import psutil
from chromium import FLAGS, chromium_path

RUN = '[data-sswp="ready"],[data-sswp="stopped"],[data-sswp="waiting"]'
STARTED = 120_000
SAVED = """(name) => ['saved', 'feedback', 'restored'].includes(
  document.querySelector(`[data-exercise="${name}"]`)?.dataset.state)"""
JOURNAL = """async () => {
  const asked = (request) => new Promise((done) => {
    request.onsuccess = () => done(request.result);
  });
  for (const { name } of await indexedDB.databases()) {
    const base = await asked(indexedDB.open(name));
    if (!base.objectStoreNames.contains('files')) { base.close(); continue; }
    const files = base.transaction('files').objectStore('files');
    const found = await asked(files.get('my-work/journal.jsonl'));
    base.close();
    if (found) return [found.format, found.content];
  }
  return ['text', ''];
}"""
FORGET = "async () => (await caches.open('sswp-site')).delete('/sswp-whole')"


class Visitor:
    """One profile of a browser; `outside` lists what it asked of other addresses."""

    def __init__(self, browser_type, profile, address):
        self.browser_type, self.profile, self.address = browser_type, profile, address
        self.outside, self.faults, self.names = [], [], []
        self.context = self.page = None
        self.prepared = ""  # a script that each page begins with

    def begin(self, path="index.html"):
        """Start the browser and open a page of the site."""
        self.context = self.browser_type.launch_persistent_context(
            self.profile, executable_path=chromium_path(), args=list(FLAGS), accept_downloads=True
        )
        self.context.set_default_timeout(90_000)
        self.context.add_init_script(self.prepared)
        self.context.on("request", self.asked)
        self.context.on("weberror", lambda fault: self.faults.append(str(fault.error)))
        self.page = self.context.pages[0]
        self.go(path)

    def asked(self, request):
        """Note a request that leaves the site."""
        parts = urlsplit(request.url)
        if request.service_worker is None:  # that one keeps all files for later
            self.names.append(parts.path.rpartition("/")[2])
        if parts.scheme not in ("data", "blob") and not request.url.startswith(self.address):
            self.outside.append(request.url)

    def go(self, path):
        """Open a page of the site."""
        self.page.goto(self.address + path)

    def ran(self):
        """Wait until the page has run; give how it ended."""
        self.page.wait_for_selector(RUN, timeout=STARTED)
        return self.page.get_attribute(RUN, "data-sswp")

    def saved(self, exercise):
        """Wait until the page says that an answer is kept."""
        self.page.wait_for_function(SAVED, arg=exercise, timeout=60_000)

    def states(self):
        """Give the state of each exercise on the page."""
        found = self.page.locator("[data-exercise]").all()
        return {
            one.get_attribute("data-exercise"): one.get_attribute("data-state") for one in found
        }

    def journal(self):
        """Give the lines of the answers file, as the browser has them."""
        form, content = self.page.evaluate(JOURNAL)
        text = base64.b64decode(content).decode() if form == "base64" else content
        return [json.loads(line) for line in text.splitlines()]

    # What `learner.Exercise` asks of a visit, whose journal it is
    def history(self, exercise):
        """Give the answers to an exercise, the latest last."""
        lines = [line for line in self.journal() if line["exercise"] == exercise]
        return [SimpleNamespace(**line) for line in lines]

    def latest(self, exercise):
        """Give the latest answer to an exercise."""
        return (self.history(exercise) or [None])[-1]

    def kill(self):
        """End the browser as a crash or an empty battery would."""
        for process in psutil.process_iter(["cmdline"]):
            if f"--user-data-dir={self.profile}" in (process.info["cmdline"] or []):
                os.kill(process.pid, signal.SIGKILL)
                break

    def end(self):
        """Close the browser."""
        self.context.close()


@contextmanager
def visiting(chromium, profile, address):
    """Give a visitor whose browser is closed afterwards; nothing may have left the site."""
    visitor = Visitor(chromium.browser_type, str(profile), address)
    yield visitor
    visitor.end()
    assert visitor.outside == []
    assert visitor.faults == []
