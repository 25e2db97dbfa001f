"""What a person hears of JupyterLab's own parts: nothing, until the code is shown."""

import pytest

pytestmark = pytest.mark.browser

OPEN = """async () => {
  const panel = new fakes.Panel();
  const [cell] = panel.content.widgets;
  const name = (node, names) => Object.entries(names).forEach((pair) => node.setAttribute(...pair));
  name(panel.node, { role: 'tabpanel', 'aria-labelledby': 'tab' });
  name(panel.content.node, { role: 'region', 'aria-label': 'main area content' });
  name(cell.node, { 'aria-label': 'Code Cell Content' });
  window.named = () => [panel.node, panel.content.node, cell.node].map((node) => ['role',
    'aria-label', 'aria-labelledby'].map((one) => node.getAttribute(one)).filter(Boolean).join());
  window.again = async (text) => { name(cell.node, { 'aria-label': text }); await 0; };
  window.names = new lab_names.LabNames(panel);
  names.show(false);
}"""
THEIRS = ["tabpanel,tab", "region,main area content", "Code Cell Content"]
NOTHING = ["", "", ""]


def test_parts_of_jupyterlab_are_not_heard_while_code_is_hidden(page):
    page.evaluate(OPEN)
    assert page.evaluate("named()") == NOTHING
    page.evaluate("again('Code Cell Content with Output')")
    assert page.evaluate("named()") == NOTHING, "a cell that has run is named anew"


def test_with_the_code_their_names_come_back(page):
    page.evaluate(OPEN)
    page.evaluate("again('Code Cell Content with Output')")
    page.evaluate("names.show(true)")
    assert page.evaluate("named()") == [*THEIRS[:2], "Code Cell Content with Output"]
    page.evaluate("again('Code Cell Content')")
    assert page.evaluate("named()") == THEIRS, "they are left alone from then on"
    page.evaluate("names.show(false)")
    assert page.evaluate("named()") == NOTHING
