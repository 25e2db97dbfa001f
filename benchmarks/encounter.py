"""How long all paths of an encounter take, against importing pandas."""

from benchmarks.imports import medians
from benchmarks.table import row

READY = (
    "from workbook.content.library import Library, packaged_course; "
    "from workbook.kinds.encounter.walk import walk; "
    "found = Library(packaged_course()).exercise('03/two_weeks').settings['encounter']"
)


def measure() -> list[dict]:
    """Return rows for both in seconds of processor time and their ratio; medians of five."""
    cost = medians({"pandas": ("", "import pandas"), "walk": (READY, "walk(found)")})
    pandas, walk = cost["pandas"][0], cost["walk"][0]
    return [
        row("`import pandas`, CPU", pandas, unit="s"),
        row("all paths of Two weeks, CPU", walk, unit="s"),
        row("all paths of Two weeks against `import pandas`", walk / pandas, 3),
    ]
