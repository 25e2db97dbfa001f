"""A headless Firefox driven over WebDriver BiDi, straight over its web socket: no driver needed."""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from chromium import LOCAL, REQUIRED

NAMES = ("firefox-esr", "firefox")
HOW = (
    "The tests in Firefox need one. Install it (Debian: `apt install firefox-esr`), or set "
    "FIREFOX to its path. WORKBOOK_REQUIRE_BROWSER=1 makes this a failure."
)
# Nothing that Firefox does by itself; what a page does stays as it is for everybody.
SETTINGS = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.type": 0,
    "nimbus.rollouts.enabled": False,
    "services.settings.server": "http://127.0.0.1:1/",
    "toolkit.telemetry.enabled": False,
}
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
KEYS = {"Control": "\ue009", "Shift": "\ue008", "Tab": "\ue004", "Enter": "\ue007"}
KEYS |= {"Space": " ", "Escape": "\ue00c", "ArrowDown": "\ue015", "ArrowLeft": "\ue012"}
EVENTS = ["log.entryAdded", "network.beforeRequestSent", "browsingContext.load"]


def firefox_path():
    """Give the path of a Firefox; without one the test is skipped, or fails where one must be."""
    found = os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    return (pytest.fail if REQUIRED else pytest.skip)(HOW)


class Firefox:
    """One running Firefox: commands go out, answers and events come in.

    Parameters
    ----------
    address : str
        The web socket that Firefox has printed.
    """

    def __init__(self, address):
        import websocket

        self._socket = websocket.create_connection(
            f"{address}/session", timeout=60, suppress_origin=True
        )
        self._numbers, self.events = count(1), []
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=EVENTS)

    def ask(self, method, **params):
        """Send one command and give its result; a refusal fails the test."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.recv())
            if message["type"] == "event":
                self.events.append(message)
            elif message.get("id") == number:
                assert message["type"] == "success", f"{method}: {message}"
                return message["result"]

    def new_page(self):
        """Open a page in a container of its own: nothing is stored there yet."""
        container = self.ask("browser.createUserContext")["userContext"]
        made = self.ask("browsingContext.create", type="tab", userContext=container)
        return FirefoxPage(self, made["context"])

    def close(self):
        self.ask("session.end")
        self._socket.close()


class FirefoxPage:
    """One page in Firefox."""

    def __init__(self, browser, context):
        self.browser, self.context = browser, context
        self._ways = {None}  # how each page came here; the empty one by none

    def _ask(self, method, **params):
        return self.browser.ask(method, context=self.context, **params)

    def goto(self, url):
        self._came(self._ask("browsingContext.navigate", url=url, wait="interactive"))

    def reload(self):
        self._came(self._ask("browsingContext.reload", wait="interactive"))

    def _came(self, way):
        self._ways.add(way["navigation"])

    def size(self, width, height):
        self._ask("browsingContext.setViewport", viewport={"width": width, "height": height})

    def evaluate(self, function, *values):
        """Call a JavaScript function with values that JSON can say; give what it gives back."""
        code = f"Promise.resolve(({function})(...{json.dumps(values)})).then(JSON.stringify)"
        found = self.browser.ask(
            "script.evaluate",
            expression=code,
            target={"context": self.context},
            awaitPromise=True,
            userActivation=True,
        )
        assert found["type"] == "success", found["exceptionDetails"]["text"]
        return json.loads(found["result"].get("value", "null"))

    def until(self, function, *values, seconds=60):
        """Wait until a function gives something true; give that."""
        end = time.monotonic() + seconds
        while not (found := self.evaluate(function, *values)):
            assert time.monotonic() < end, f"waited for {function} {values}"
            time.sleep(0.05)
        return found

    def leave(self, function, *values, seconds=60):
        """Call a function after which the page loads another one; wait until that is there.

        The page itself is asked nothing meanwhile: one that goes cannot answer.
        """
        self.evaluate(f"(...values) => {{ setTimeout({function}, 200, ...values); }}", *values)
        end = time.monotonic() + seconds
        while not (others := self._loads() - self._ways):
            assert time.monotonic() < end, f"no page came after {function}"
            time.sleep(0.05)
            self.browser.ask("session.status")  # what has happened comes along
        self._ways |= others

    def _loads(self):
        """Give the ways of the pages that have loaded here."""
        found = [each["params"] for each in self.browser.events if each["method"] == EVENTS[2]]
        return {each["navigation"] for each in found if each["context"] == self.context}

    def click(self, selector):
        """Press the mouse in the middle of the first match that is to be seen."""
        x, y = self.until(
            """(selector) => { const node = [...document.querySelectorAll(selector)]
                .find((each) => each.checkVisibility({ visibilityProperty: true }));
              node?.scrollIntoView({ block: 'center', behavior: 'instant' });
              const box = node?.getBoundingClientRect();
              return node && [box.x + box.width / 2, box.y + box.height / 2].map(Math.round); }""",
            selector,
        )
        steps = [{"type": "pointerMove", "x": x, "y": y}]
        steps += [{"type": f"pointer{way}", "button": 0} for way in ("Down", "Up")]
        self._act("pointer", steps)

    def type(self, text):
        """Type letter by letter."""
        self._act("key", [step for letter in text for step in stroke(letter)])

    def press(self, keys):
        """Press one key, or several together as in ``Control+z``."""
        named = [KEYS.get(key, key) for key in keys.split("+")]
        downs = [{"type": "keyDown", "value": key} for key in named]
        self._act("key", downs + [{"type": "keyUp", "value": key} for key in reversed(named)])

    def _act(self, sort, steps):
        self._ask("input.performActions", actions=[{"type": sort, "id": sort, "actions": steps}])

    # What the page has done ---------------------------------------------------------------
    def mine(self, method):
        """Give the events of one sort that this page has raised."""
        self.evaluate("() => 1")  # what is on its way has come
        found = [event["params"] for event in self.browser.events if event["method"] == method]
        return [each for each in found if self.context in str(each)]

    def outside(self):
        """List requests that left the machine."""
        urls = [urlsplit(each["request"]["url"]) for each in self.mine(EVENTS[1])]
        there = [url for url in urls if url.scheme.startswith(("http", "ws"))]
        return [url.geturl() for url in there if url.hostname not in LOCAL]

    def faults(self):
        """List errors that nothing caught."""
        every = [each for each in self.mine(EVENTS[0]) if each["level"] == "error"]
        return [each["text"] for each in every if each["type"] == "javascript"]


def stroke(letter):
    return [{"type": "keyDown", "value": letter}, {"type": "keyUp", "value": letter}]


@contextmanager
def one_firefox():
    """Start a Firefox with an empty profile, and end it afterwards."""
    path = firefox_path()
    with tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as profile:
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in SETTINGS.items()]
        Path(profile, "user.js").write_text("\n".join(lines), encoding="utf-8")
        call = [path, "--headless", "--no-remote", "--profile", profile]
        process = subprocess.Popen(
            [*call, "--remote-debugging-port=0", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        try:
            browser = Firefox(_address(process))
            yield browser
            browser.close()
        finally:
            _end(process)


def _address(process):
    """Read what Firefox prints until it says where it listens."""
    printed = []
    for line in process.stderr:
        printed.append(line)
        if found := LISTENING.search(line):
            return found.group(1)
    raise AssertionError(f"Firefox does not listen: {''.join(printed)}")


def _end(process):
    """End it with all of its own processes."""
    for which in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, which)
            process.wait(10)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue
        break
    process.stderr.close()
