"""The Chromium that tests look through, and what no page may do in it."""

import os
import shutil
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

REQUIRED = os.environ.get("WORKBOOK_REQUIRE_BROWSER") == "1"
# Debian's Chromium without windows of its own: a page in it costs a third less.
WITHOUT_WINDOWS = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome")
HOW = (
    "The browser tests need a Chromium. Install one (for example `apt install chromium`), or set "
    "CHROMIUM to its path. WORKBOOK_REQUIRE_BROWSER=1 makes this a failure."
)
# A later list takes the place of Playwright's own, so its names that matter here are in it. The
# omnibox draws two pages of its own for every window, which cost more than the page that is tested.
# With `RenderDocument` a page that is opened anew is built anew, and costs half as much again.
WITHOUT = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "RenderDocument",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    f"--disable-features={','.join(WITHOUT)}",
)
# Nothing is found outside this machine, so what asks for it fails, and is seen by failing.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
UNCAUGHT = "Uncaught:"
# JupyterLab's own words for what it had asked of a kernel that is started anew; nobody waits.
LET_GO = "Canceled future for"
LOCAL = {"127.0.0.1", "localhost", ""}


def chromium_path():
    """Give the path of a Chromium; without one the test is skipped, or fails where one must be."""
    named = os.environ.get("CHROMIUM")
    found = named or next((path for path in map(shutil.which, NAMES) if path), None)
    if found:
        return found
    if REQUIRED:
        pytest.fail(HOW)
    return pytest.skip(HOW)


def bare_chromium_path():
    """Give the path of the Chromium for pages that need no JupyterLab: the lightest there is."""
    return os.environ.get("CHROMIUM") or shutil.which(WITHOUT_WINDOWS) or chromium_path()


@contextmanager
def launched(playwright, path):
    """Start a Chromium and end it afterwards."""
    browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, ALONE])
    yield browser
    browser.close()


@contextmanager
def one_chromium():
    """Start a whole Chromium with a Playwright of its own, and end both afterwards."""
    path = chromium_path()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, launched(playwright, path) as browser:
        yield browser


def anywhere(fault):
    """Count every error on the page."""
    return bool(fault)


@contextmanager
def watched(context, counts=anywhere):
    """Watch a browser that is `ALONE`: nothing may be asked of others, no error that counts raised.

    `counts` takes the text of an error with where it came from; that of an error which nothing
    caught begins with `UNCAUGHT`. What JupyterLab says of a kernel that is no more never counts.
    """
    outside, faults = [], []

    def asked(request):
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob", "file") and parts.hostname not in LOCAL:
            outside.append(request.url)

    def noted(text):
        if LET_GO not in text and counts(text):
            faults.append(text)

    def logged(message):
        text = f"{message.text} {message.location.get('url', '')}"
        if message.type == "error":
            noted(text)

    def raised(fault):
        noted(f"{UNCAUGHT} {fault.error.stack or fault.error}")

    context.set_default_timeout(60_000)
    context.on("requestfailed", asked)  # each request that is told of costs more than its answer
    context.on("console", logged)
    context.on("weberror", raised)
    yield context
    context.close()
    assert not outside, f"requests left the machine: {outside}"
    assert not faults, f"the page raised errors: {faults}"
