"""How much of a list of sentences is covered: ``python benchmarks/identifiers.py FILE.csv``.

The file has the columns kind, sentence and covered, as ``tests/measures/talk/covering.csv``.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

from workbook.measures.talk import find_identifiers

OWN = Path(__file__).parents[1] / "tests/measures/talk/covering.csv"
ORDINARY = "ordinary"


def rows(path: Path) -> list[dict]:
    """Read a list of sentences."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_right(row: dict) -> bool:
    """Say whether all letters and digits to cover are covered, and of an ordinary line nothing."""
    marked = {n for each in find_identifiers(row["sentence"]) for n in range(each.start, each.stop)}
    if row["kind"] == ORDINARY:
        return not marked
    start = row["sentence"].index(row["covered"])
    return all(n in marked for n, c in enumerate(row["covered"], start) if c.isalnum())


def shares(path: Path) -> dict[str, list[bool]]:
    """Give for each kind whether each of its rows comes out right."""
    found: dict[str, list[bool]] = defaultdict(list)
    for row in rows(path):
        found[row["kind"]].append(is_right(row))
    return found


def main() -> int:
    """Print the share of each kind, and each sentence that comes out wrong."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else OWN
    found = shares(path)
    for row in rows(path):
        if not is_right(row):
            marked = [row["sentence"][a:b] for a, b, _ in find_identifiers(row["sentence"])]
            print(f"{row['kind']}: {row['sentence']}  marked: {marked}")
    for kind, right in found.items():
        print(f"{kind:<26} {sum(right)} of {len(right)}")
    items = [each for kind, right in found.items() if kind != ORDINARY for each in right]
    print(f"covered {sum(items)} of {len(items)}; ordinary lines marked "
          f"{len(found[ORDINARY]) - sum(found[ORDINARY])} of {len(found[ORDINARY])}")  # fmt: skip
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
