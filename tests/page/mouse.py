"""A click where a mouse would click, on the stage: nothing moves there while its clock stands."""

POINT = """async (node) => {
  if (window !== window.top) return null;
  await bare.quiet(); // what an answer brings would move it
  node.scrollIntoViewIfNeeded();
  const { x, y, width, height } = node.getBoundingClientRect();
  const middle = [x + width / 2, y + height / 2];
  return node.contains(document.elementFromPoint(...middle)) && !node.disabled ? middle : null; }"""


def click(locator):
    """Click in the middle of what is found there; wait for it only where it lies behind another.

    Playwright looks at three frames first to see whether it moves, which takes most of a click.
    """
    middle = locator.evaluate(POINT)
    locator.page.mouse.click(*middle) if middle else locator.click()
