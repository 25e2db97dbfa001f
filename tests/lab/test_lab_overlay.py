"""What JupyterLab measures of a strip beside each output: only while the strip is there to see."""

import pytest

pytestmark = pytest.mark.browser

SWITCH = """(steps) => {
  let measured = 0;
  class Cell { updatePromptOverlayIcon() { measured += 1; } }
  const cells = [new Cell(), { model: {} }];
  return steps.map((shown) => {
    overlay.measureOverlays(cells, shown);
    const at = measured;
    cells[0].updatePromptOverlayIcon();
    return [at, measured];
  }); }"""


def test_nothing_is_measured_while_code_is_hidden(page):
    assert page.evaluate(SWITCH, [False, False]) == [[0, 0], [0, 0]]


def test_code_that_is_shown_is_measured_at_once_and_from_then_on(page):
    assert page.evaluate(SWITCH, [False, True, True]) == [[0, 0], [1, 2], [2, 3]]


def test_a_page_that_shows_its_code_from_the_start_is_left_alone(page):
    assert page.evaluate(SWITCH, [True]) == [[0, 1]]
