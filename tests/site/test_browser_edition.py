"""The course in the browser: answers taken at once, kept over a crash, there without network."""

import json

import pytest
from kept import NOTICE, next_edition, port_of, until_kept
from static_host import given_out
from visitor import FORGET, visiting

from workbook.words import words

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAGE, NEWER = "files/modules/00_start_here.ipynb", "This is the newer edition."
FIRST, SECOND = "00/agreements_and_exits", "00/what_it_claims"


@pytest.fixture(scope="module")
def next_site(site, tmp_path_factory):
    """The same site with one sentence more on its start page, as its next edition."""
    book = json.loads((site / PAGE).read_text("utf-8"))
    first = next(cell for cell in book["cells"] if cell["cell_type"] == "markdown")
    first["source"] = [*first["source"], f"\n\n{NEWER}\n"]
    changed = {PAGE: json.dumps(book)}
    return next_edition(site, tmp_path_factory.mktemp("next") / "public", changed)


def choose(visitor, exercise, n=0):
    visitor.page.locator(f'[data-exercise="{exercise}"] [data-choice]').nth(n).click()


def answers(visitor, exercise):
    return [line["response"] for line in visitor.journal() if line["exercise"] == exercise]


def large(visitor):
    return [name for name in visitor.names if name.startswith(("numpy", "pandas", "altair"))]


def until(page, question, seconds=90):
    for _ in range(seconds * 2):
        if page.evaluate(question):
            return
        page.wait_for_timeout(500)
    pytest.fail(f"not so after {seconds} s: {question}")


def test_an_answer_is_taken_at_once_and_kept_over_a_crash_and_without_a_network(
    chromium, site, next_site, tmp_path
):
    profile = tmp_path / "profile"
    with given_out(site) as address, visiting(chromium, profile, address) as visitor:
        visitor.begin()
        page = visitor.page
        page.wait_for_selector(f'[data-exercise="{FIRST}"]')
        assert page.locator('[data-sswp="running"],[data-sswp="ready"]').count() == 0
        choose(visitor, FIRST)
        assert visitor.states()[FIRST] == "draft"
        assert visitor.ran() == "ready"
        assert not large(visitor), "a page without a chart needs none of them"
        visitor.saved(FIRST)
        choose(visitor, SECOND)
        visitor.saved(SECOND)
        visitor.kill()
        visitor.begin()
        visitor.page.evaluate(FORGET)  # what was kept at the crash is looked at again
        assert visitor.ran() == "ready"
        visitor.saved(FIRST)
        assert len(answers(visitor, FIRST)) == len(answers(visitor, SECOND)) == 1
        until_kept(visitor.page)
    assert_there_without_a_server(chromium, profile, address)
    with given_out(next_site, port_of(address)):
        assert_the_new_edition_is_opened_when_wanted(chromium, profile, address)


def assert_there_without_a_server(chromium, profile, address):
    with visiting(chromium, profile, address) as visitor:
        visitor.begin("00_start_here.html")
        assert visitor.ran() == "ready"
        visitor.saved(FIRST)


def assert_the_new_edition_is_opened_when_wanted(chromium, profile, address):
    with visiting(chromium, profile, address) as visitor:
        visitor.begin("00_start_here.html")
        told = visitor.page.locator(NOTICE)
        told.wait_for(timeout=180_000)
        assert visitor.page.get_by_text(NEWER).count() == 0, "nothing changes while somebody works"
        told.get_by_text(words("lab")["open_edition"]).click()
        read = visitor.page.locator(".jp-RenderedMarkdown", has_text=NEWER)  # not the hidden source
        read.wait_for(timeout=180_000)  # the worker that is there ends first what Python asks
        visitor.faults.clear()  # the page that was left may have been cut off in a request
        assert visitor.ran() == "ready"
        visitor.saved(FIRST)
        assert visitor.page.locator(NOTICE).count() == 0


def test_charts_come_late_and_a_copy_brings_erased_answers_back(chromium, site, tmp_path):
    with given_out(site) as address, visiting(chromium, tmp_path / "profile", address) as visitor:
        visitor.begin("01_colonial_roots.html")
        page = visitor.page
        assert visitor.ran() == "ready"
        assert page.locator("[data-chart]").count() >= 4
        assert large(visitor), "they come when a chart asks for them"
        assert set(visitor.states().values()) == {"untouched"}
        visitor.go("00_start_here.html")
        page.wait_for_selector(f'[data-exercise="{FIRST}"]')
        choose(visitor, FIRST)
        visitor.saved(FIRST)
        with page.expect_download() as loading:
            page.locator('[data-act="export"]:visible').first.click()
        copy = tmp_path / "copy.jsonl"
        loading.value.save_as(copy)
        erase_everything(page)
        until(page, f"() => document.querySelector('[data-exercise=\"{FIRST}\"]')"
                    ".dataset.state === 'untouched'")  # fmt: skip
        assert answers(visitor, FIRST) == []
        with page.expect_file_chooser() as asking:
            page.locator('[data-act="import"]:visible').first.click()
        asking.value.set_files(copy)
        visitor.saved(FIRST)
        assert len(answers(visitor, FIRST)) == 1


def erase_everything(page):
    page.locator('[data-act="erase-all"]').first.click()
    page.locator('[data-act="yes"]').first.click()
