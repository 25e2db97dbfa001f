"""The other side: findings for and against claims that are often heard beside the seed text."""

from collections import Counter
from pathlib import Path

from workbook.charts.kit import tables
from workbook.charts.kit.chart_words import chart_words
from workbook.charts.kit.model import Cell, Chart
from workbook.charts.kit.tables import TableRow
from workbook.readings import describe
from workbook.words import word, words

__all__ = ["panel"]

PAIRS = {"C001": "C035"}  # a finding that is never shown without its other half
DIRECTIONS = ("against_claim", "for_claim", "mixed")  # seen from the claim, not from the seed text


def panel(chart_id: str, datasets: Path) -> Chart:
    """Build the panel of findings for and against claims heard in a module; it has no picture.

    Parameters
    ----------
    chart_id : str
        Its words have the group ``claims``: each claim as the table has it, and as it is shown.
    datasets : pathlib.Path

    Returns
    -------
    workbook.charts.Chart

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> panel("01/other_side", packaged_course() / "datasets").spec
    {}
    """
    claims = list(words(chart_id)["claims"])
    rows = [r for r in tables.read(datasets, "counter_evidence") if r["claim_tested"] in claims]
    ids = {row["id"] for row in rows}
    rows = [row for row in rows if PAIRS.get(row["id"], row["id"]) in ids]
    rows.sort(key=lambda row: (claims.index(row["claim_tested"]), _order(row)))
    caution = words(chart_id).get("caution")
    text = chart_words(
        chart_id,
        findings=len(rows),
        claims=len(claims),
        directions=_directions(rows),
        caution=f" {caution}" if caution else "",
    )
    return text.chart(tables.sources(rows), [_table_row(chart_id, row) for row in rows])


def _order(row: TableRow) -> tuple[str, str]:
    """Keep paired findings together, the rest in the order of the file."""
    first = {half: whole for whole, half in PAIRS.items()}
    return (first.get(row["id"], row["id"]), row["id"])


def _directions(rows: list[TableRow]) -> str:
    counts = Counter(row["direction"] for row in rows)
    known = [name for name in DIRECTIONS if name in counts]
    return describe.in_words([word("findings", f"count_{name}", n=counts[name]) for name in known])


def _table_row(chart_id: str, row: TableRow) -> tuple[Cell, ...]:
    claim = words(chart_id)["claims"][row["claim_tested"]]
    numbers: list[str] = []
    if row["unit"] == "d":
        numbers.append(word("findings", "effect", value=row["value"]))
    if row["n"]:
        numbers.append(word("chart", "counted", n=int(row["n"]), unit=row["n_unit"]))
    return (
        word("findings", "claim", claim=claim),
        row["finding"],
        word("findings", f"direction_{row['direction']}"),
        ", ".join(numbers),
        word("findings", "evidence", status=tables.evidence(row)),
        tables.source(row),
    )
