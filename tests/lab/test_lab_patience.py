"""The time a widget has until it is there."""

import pytest

pytestmark = pytest.mark.browser

# What was asked for is noted, and asked by scripts that say where they come from.
ASKED = """(address) => {
  const asked = [];
  const signals = { timeout: (milliseconds) => asked.push(milliseconds) };
  patience.giveTime(signals);
  const ask = new Function('signals', `signals.timeout(2000)\\n//# sourceURL=${address}`);
  ask(signals);
  return asked;
}"""
ANYWIDGET = "http://localhost/lab/extensions/anywidget/static/528.d9f5934c.js"


def test_a_widget_may_take_longer_than_two_seconds_to_be_there(page):
    assert page.evaluate(ASKED, ANYWIDGET) == [page.evaluate("patience.LONG")]


def test_any_other_script_gets_the_time_it_asks_for(page):
    assert page.evaluate(ASKED, "http://localhost/lab/static/main.js") == [2000]


def test_the_browser_s_own_signals_still_end(page):
    ended = """async () => {
      patience.giveTime();
      const signal = AbortSignal.timeout(10);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return signal.reason.name;
    }"""
    assert page.evaluate(ended) == "TimeoutError"
