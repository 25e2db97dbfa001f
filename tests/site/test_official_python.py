"""The site that anybody can build: it asks one public address for Python, and waits well for it."""

import json
from urllib.parse import urlsplit

import pytest
from static_host import given_out
from visitor import Visitor

pytestmark = [pytest.mark.slow, pytest.mark.browser]

FIRST = "00/agreements_and_exits"
CHOSEN = f'[data-exercise="{FIRST}"] :checked'


@pytest.fixture
def visitor(chromium, official_site, tmp_path):
    """A learner to whom Python never comes: no other address answers."""
    with given_out(official_site) as address:
        made = Visitor(chromium.browser_type, str(tmp_path / "profile"), address)
        yield made
        made.end()


def test_an_answer_is_taken_before_python_is_there_and_is_there_again(visitor):
    visitor.begin()
    visitor.context.route(lambda url: not url.startswith(visitor.address), lambda r: r.abort())
    for visit in range(2):
        visitor.go("index.html")
        page = visitor.page
        page.wait_for_selector(f'[data-exercise="{FIRST}"]')
        if not visit:
            page.locator(f'[data-exercise="{FIRST}"] [data-choice]').first.click()
        page.locator(CHOSEN).wait_for()
        assert visitor.states()[FIRST] == "draft", visit
        assert page.locator('[data-sswp="ready"]').count() == 0
    assert {urlsplit(url).hostname for url in visitor.outside} <= {"cdn.jsdelivr.net"}


def test_the_site_asks_for_the_official_python_and_brings_what_that_lacks(official_site):
    settings = json.loads((official_site / "jupyter-lite.json").read_text(encoding="utf-8"))
    found = settings["jupyter-config-data"]
    [kernel] = [v for k, v in found["litePluginSettings"].items() if "pyodide-kernel" in k]
    assert "pyodideUrl" not in kernel
    assert kernel["disablePyPIFallback"] is True, "no other address is asked for packages"
    assert "sswp-workbook" in found["sswpFirst"]
    wheels = [path.name for path in official_site.rglob("*.whl")]
    for name in ("sswp_workbook", "ipywidgets", "anywidget", "mistune"):
        assert [wheel for wheel in wheels if wheel.startswith(name)], name
