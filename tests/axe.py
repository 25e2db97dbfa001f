"""What axe-core finds on a page, and what is cut off or too small there."""

OURS = ".sswp, section[data-chart], .vega-embed, .sswp-bar, .sswp-panel"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# These judge a whole page, and the page is JupyterLab's.
WHOLE_PAGE = ("region", "landmark-one-main", "page-has-heading-one", "bypass", "heading-order")
TARGETS = """() => [...document.querySelectorAll('.sswp, .sswp-bar, .sswp-panel')].flatMap((root) =>
  [...root.querySelectorAll('button, input, select, textarea, summary')]
  .map((node) => [node, (node.closest('label') ?? node).getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
  .map(([node]) => node.outerHTML.slice(0, 120)))"""
CUT = """() => [...document.querySelectorAll('.sswp, .sswp *')].filter((node) =>
  node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0 && !node.closest('.sswp-unseen')
  && !node.ownerSVGElement // words in a picture grow with it
  && getComputedStyle(node).display !== 'inline' && !['INPUT', 'SELECT'].includes(node.tagName))
  .map((node) => node.outerHTML.slice(0, 120))"""


def looked(page, **what):
    """Let axe-core look; it is large, and a page that has it is not brought it again."""
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe("0") if page.evaluate("() => 'axe' in window") else Axe()
    return axe.run(page, **what).response


def findings(page, context=OURS):
    """Run axe-core on what is ours and say what it found, in one line for each node."""
    options = {
        "runOnly": {"type": "tag", "values": RULES},
        "rules": {name: {"enabled": False} for name in WHOLE_PAGE},
        "resultTypes": ["violations"],
    }
    present = page.evaluate("() => document.querySelectorAll('.sswp').length")
    assert present > 2, "axe must have something to look at"
    found = looked(page, context=context, options=options)
    assert found["passes"], "axe looked at nothing"
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary'][-140:]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
