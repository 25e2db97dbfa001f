"""The other side: findings that cut against the course's own claims, and what backs them."""

from workbook.charts import describe, tables
from workbook.charts.model import Chart

__all__ = ["CLAIMS", "build"]

CLAIMS = (
    "professions mainly protect themselves",
    "licensing exams are biased",
    "exclusions in the Social Security Act were racially motivated",
    "apology is repair",
)
PAIRS = {"C001": "C035"}  # a finding that is never shown without its other half
DIRECTIONS = {
    "against_seed": "Cuts against the seed",
    "for_seed": "Backs the seed",
    "mixed": "Cuts both ways",
}


def build(chart_id, datasets, claims=CLAIMS, caution=""):
    """Build the panel of findings for and against some claims.

    Parameters
    ----------
    chart_id : str
    datasets : pathlib.Path
    claims : sequence of str
        Claims as worded in ``counter_evidence.csv``, in the order to show.
    caution : str
        What else the findings on these claims do not show.

    Returns
    -------
    workbook.charts.Chart
        Without a picture: it is read, not looked at.

    Raises
    ------
    workbook.errors.ContentError
        When the table is missing or a row may not be shown.

    Examples
    --------
    >>> from pathlib import Path
    >>> build("01/x", Path("nowhere"))
    Traceback (most recent call last):
    ...
    workbook.errors.ContentError: nowhere/counter_evidence.csv: The table is missing. \
Restore it from the course files.
    """
    rows = [r for r in tables.read(datasets, "counter_evidence") if r["claim_tested"] in claims]
    ids = {row["id"] for row in rows}
    rows = [row for row in rows if PAIRS.get(row["id"], row["id"]) in ids]
    rows.sort(key=lambda row: (claims.index(row["claim_tested"]), _order(row)))
    counts = {
        name.lower(): sum(row["direction"] == key for row in rows)
        for key, name in DIRECTIONS.items()
    }
    said = describe.in_words([f"{count} {name}" for name, count in counts.items() if count])
    return Chart(
        chart_id,
        "The other side",
        f"{len(rows)} findings on {len(claims)} claims of this module: {_number_first(said)}.",
        tables.sources(rows),
        "A list is not a vote: one careful study can outweigh many. Most findings were read as "
        f"summaries. Findings about other professions need not hold for yours. {caution}".rstrip(),
        ("Claim", "Finding", "What it does", "Counted", "Evidence", "Source"),
        tuple(_table_row(row) for row in rows),
        grouped=True,
    )


def _order(row):
    """Keep paired findings together, the rest in the order of the file."""
    first = {half: whole for whole, half in PAIRS.items()}
    return (first.get(row["id"], row["id"]), row["id"])


def _number_first(said):
    return said.replace("cuts ", "cut ").replace("backs ", "back ")


def _table_row(row):
    claim = row["claim_tested"]
    numbers = [f"effect size d = {row['value']}"] if row["unit"] == "d" else []
    numbers += [f"n = {int(row['n']):,} {row['n_unit']}"] if row["n"] else []
    return (
        f"The claim: {claim}",
        row["finding"],
        DIRECTIONS[row["direction"]],
        ", ".join(numbers),
        f"Evidence: {row['status']}",
        tables.source(row),
    )
