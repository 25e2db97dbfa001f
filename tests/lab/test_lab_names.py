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


CHART = """async () => {
  const panel = new fakes.Panel();
  new lab_names.LabNames(panel);
  document.body.append(panel.node);
  const area = document.createElement('div');
  area.className = 'jp-OutputArea';
  area.innerHTML = `<div class="vega-embed" role="graphics-document"
      aria-label="Two desks. One asks more."></div>
    <section data-chart="02/x" aria-label="Two desks: words"><p>One asks more.</p>
    <table><caption>Two desks</caption><tr><td>7</td></tr></table></section>`;
  panel.content.widgets[0].node.append(area);
  await 0;
  const mark = '<path role="graphics-symbol" aria-label="7 times"/>';
  area.firstChild.innerHTML = `<svg role="presentation">${mark}</svg>`; }"""


def test_a_chart_is_heard_once(page):
    page.evaluate(CHART)
    page.locator(".vega-embed > svg[aria-hidden]").wait_for(state="attached")
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    heard = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"] and node["role"]["value"] != "InlineTextBox"
    ]
    assert ("graphics-document", "Two desks.") in heard
    assert [role for role, name in heard if "One asks more." in name] == ["StaticText"]
    assert not [name for _, name in heard if name == "7 times"], "the marks stand in the table"
    assert ("cell", "7") in heard or ("StaticText", "7") in heard


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
