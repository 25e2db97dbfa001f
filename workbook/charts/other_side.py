"""The other side: findings that cut against the course's own claims, and what backs them."""

from collections import Counter

from workbook.charts import describe, tables
from workbook.charts.told import told

__all__ = ["CLAIMS", "build"]

CLAIMS = {  # by module, in the order to show
    "01": (
        "professions mainly protect themselves",
        "licensing exams are biased",
        "exclusions in the Social Security Act were racially motivated",
        "apology is repair",
    ),
    "02": (
        "interruption and talk share are harm in themselves",
        "clients want to share every decision",
        "shared identity is what makes an encounter equal",
        "the profession is simply whiter than those it serves",
        "child welfare disproportionality shows agency bias",
    ),
}
CAUTION = {
    "02": (
        " The figures on interrupting and deciding are medical. The finding of Drake et al. is "
        "told here by a critic of it. How much people want to decide differs from person to "
        "person: ask each person; never infer it. An effect size d of about 0.2 is often called "
        "small, 0.5 medium, 0.8 large."
    )
}
PAIRS = {"C001": "C035"}  # a finding that is never shown without its other half
DIRECTIONS = {
    "against_seed": "Cuts against the seed",
    "for_seed": "Backs the seed",
    "mixed": "Cuts both ways",
}


def build(chart_id, datasets):
    """Build the panel of findings for and against the claims of a module; it has no picture."""
    module = chart_id.partition("/")[0]
    claims = CLAIMS[module]
    rows = [r for r in tables.read(datasets, "counter_evidence") if r["claim_tested"] in claims]
    ids = {row["id"] for row in rows}
    rows = [row for row in rows if PAIRS.get(row["id"], row["id"]) in ids]
    rows.sort(key=lambda row: (claims.index(row["claim_tested"]), _order(row)))
    said = told(
        chart_id,
        findings=len(rows),
        claims=len(claims),
        directions=_directions(rows),
        caution=CAUTION.get(module, ""),
    )
    return said.chart(tables.sources(rows), [_table_row(row) for row in rows])


def _order(row):
    """Keep paired findings together, the rest in the order of the file."""
    first = {half: whole for whole, half in PAIRS.items()}
    return (first.get(row["id"], row["id"]), row["id"])


def _directions(rows):
    counts = Counter(row["direction"] for row in rows)
    parts = [f"{counts[key]} {name.lower()}" for key, name in DIRECTIONS.items() if key in counts]
    said = describe.in_words(parts)
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
