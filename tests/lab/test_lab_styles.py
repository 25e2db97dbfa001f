"""One style sheet for all exercises, read once however many widgets bring it."""

import pytest

pytestmark = pytest.mark.browser

# What anywidget does with the style sheets of widgets; gives which texts the browser has read.
BRING = """async ([id, sheets]) => {
  const head = document.createElement('div');
  document.body.append(head);
  styles.keepStyles(head);
  const node = Object.assign(document.createElement('style'), { id });
  node.append(document.createTextNode(sheets[0]));
  head.append(node);
  await Promise.resolve();
  const read = [node.textContent];
  for (const sheet of sheets.slice(1)) {
    const before = node.firstChild;
    node.textContent = sheet;
    if (node.firstChild !== before) read.push(node.textContent);
  }
  return read; }"""
PAGE = "workbook.page"


@pytest.mark.parametrize(
    ("name", "sheets", "read"),
    [
        (PAGE, ["p { color: red }"] * 3, 1),
        (PAGE, ["p { color: red }", "p { color: blue }", "p { color: blue }"], 2),
        ("another.widget", ["p { color: red }"] * 3, 3),
    ],
)
def test_a_style_sheet_that_comes_again_is_not_read_again(page, name, sheets, read):
    found = page.evaluate(BRING, [name, sheets])
    assert len(found) == read
    assert found[-1] == sheets[-1]
