"""A long talk on the page: a bar while it is read, and findings that come in parts."""

import pytest
from mouse import click
from test_transcript_steps import Panel

NAMED = "\n".join(f"{'Ines' if n % 2 else 'Dalia'}: Call me at 555-{n:04d}." for n in range(250))


@pytest.fixture
def long_talk(stage):
    panel = Panel(stage)
    panel.paste(NAMED)
    return panel


def test_findings_come_in_parts_and_the_focus_goes_to_the_first_new_one(long_talk):
    shown = long_talk.find(".sswp-found li")
    assert shown.count() == 2 + 100
    long_talk.find("[data-act=more-found]").focus()
    long_talk.page.keyboard.press("Enter")
    assert shown.count() == 2 + 200
    assert "555-0100" in shown.nth(102).inner_text()
    assert shown.nth(102).locator("button:focus").count() == 1
    click(long_talk.find("[data-act=more-found]"))
    assert (shown.count(), long_talk.find("[data-act=more-found]:visible").count()) == (252, 0)
    assert "252" in long_talk.find("[data-act=mask]").inner_text()


@pytest.mark.slow
def test_a_bar_runs_only_while_a_long_text_is_read(stage):
    panel = Panel(stage)
    bars = panel.root.evaluate(
        """(node) => {
          const bar = node.querySelector("progress"), seen = [bar.hidden];
          new MutationObserver(() => seen.push(bar.hidden)).observe(bar, { attributes: true });
          return (window.seenBars = seen);
        }"""
    )
    assert bars == [True]
    panel.paste("Ines: Hello there, how are you?\nDalia: Well. " + "And so on. " * 40_000)
    assert panel.page.evaluate("window.seenBars") == [True, False, True]
    assert panel.find("progress:visible").count() == 0
