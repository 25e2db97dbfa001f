"""The ladder of designs, from a private log to a stepped wedge: what each can carry, in words."""

from workbook.charts.model import Source
from workbook.charts.told import told

__all__ = ["build"]

OWN = Source("The order and the wording are this course's own", kind="our summary")
READ = {  # rung: a page that says more
    3: Source(
        "Single-case designs technical documentation, What Works Clearinghouse, 2010",
        "https://ies.ed.gov/ncee/wwc/Document/229",
    ),
    6: Source(
        "Hemming and Taljaard 2020, when is a stepped-wedge trial a good choice?",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC7394949",
    ),
}


def build(chart_id, _datasets):
    """Build the ladder of designs; it has no picture and no numbers of a table.

    Parameters
    ----------
    chart_id : str
    _datasets : pathlib.Path

    Returns
    -------
    workbook.charts.Chart

    Examples
    --------
    >>> len({row[0] for row in build("04/ladder", None).rows})
    7
    """
    said = told(chart_id)
    rows = []
    for n, (rung, *cells) in enumerate(said.parts["rungs"]):
        heads = said.columns[1:]
        name = f"{said.columns[0]} {n}. {rung}"
        rows += [(name, f"{head}: {cell}") for head, cell in zip(heads, cells, strict=True) if cell]
        rows += [(name, READ[n])] if n in READ else []
    return said.chart((OWN, *READ.values()), rows)
