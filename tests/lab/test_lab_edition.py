"""A new edition of a site: said when it waits, opened when the reader wants it, never by itself."""

import pytest

pytestmark = pytest.mark.browser

# A service worker's registration that only seems to be one; `come` lets a new edition come in.
START = """async ({ active = true, waiting = false } = {}) => {
  const worker = () => Object.assign(new EventTarget(),
    { said: [], postMessage(m) { this.said.push(m); } });
  const registration = Object.assign(new EventTarget(), { installing: null,
    waiting: waiting ? worker() : null, active: active ? worker() : null });
  const container = Object.assign(new EventTarget(), { ready: Promise.resolve(registration) });
  const made = window.made = { registration, container, found: [], reloads: 0,
    change: () => container.dispatchEvent(new Event('controllerchange')),
    come: () => { const one = registration.installing = worker();
      registration.dispatchEvent(new Event('updatefound'));
      Object.assign(registration, { installing: null, waiting: one });
      one.dispatchEvent(new Event('statechange')); } };
  const [found, reload] = [(open) => made.found.push(open), () => { made.reloads += 1; }];
  await edition.watchEdition(container, found, reload);
}"""
FOUND = "made.found.length"


def test_one_that_comes_while_somebody_works_is_told_and_nothing_else_happens(page):
    page.evaluate(START, {})
    assert page.evaluate(FOUND) == 0
    page.evaluate("made.come(); made.change()")
    assert page.evaluate(f"[{FOUND}, made.reloads]") == [1, 0]


def test_one_that_waits_since_an_earlier_visit_is_told(page):
    page.evaluate(START, {"waiting": True})
    assert page.evaluate(FOUND) == 1


def test_the_first_visit_of_all_brings_no_new_edition(page):
    page.evaluate(START, {"active": False})
    page.evaluate("made.come(); made.change()")
    assert page.evaluate(f"[{FOUND}, made.reloads]") == [0, 0]


def test_it_is_opened_once_it_has_taken_over(page):
    page.evaluate(START, {"waiting": True})
    page.evaluate("made.found[0]()")
    assert page.evaluate("[made.registration.waiting.said, made.reloads]") == [
        [{"sswp": "take"}],
        0,
    ]
    page.evaluate("made.change()")
    assert page.evaluate("made.reloads") == 1


def test_where_another_window_has_opened_it_the_page_is_loaded_again(page):
    page.evaluate(START, {"waiting": True})
    page.evaluate("made.registration.waiting = null; made.change(); made.found[0]()")
    assert page.evaluate("made.reloads") == 1


@pytest.mark.parametrize(("lite", "kept"), [(True, "0.8.6"), (False, None)])
def test_at_the_second_visit_jupyterlite_lets_the_worker_be(page, lite, kept):
    found = page.evaluate(
        """(lite) => { if (lite) document.body.dataset.jupyterLiteRoot = '..';
          const worker = { scriptURL: 'https://course.test/service-worker.js' };
          Object.defineProperty(navigator.serviceWorker, 'controller', { value: worker });
          browser.keepWorker((name) => ({ appVersion: '0.8.6' })[name]);
          return localStorage.getItem(`${worker.scriptURL}-version`); }""",
        lite,
    )
    assert found == kept
