"""Put the codes of two readers side by side: python join.py READER_1 READER_2.

Each folder holds a file for each exercise that its reader coded, such as ``01_read_the_act.csv``,
with the columns ``line`` and ``codes`` (several set apart by semicolons; empty where none fits).
Written are ``readers.csv`` here and, the first time, its description in ``datapackage.json``.
The page of an exercise then says how far the two agree; without the table it says nothing.
"""

import csv
import json
import sys
from pathlib import Path

from workbook.content.library import Library
from workbook.content.model import Exercise
from workbook.readings.codings import fingerprint

HERE = Path(__file__).resolve().parent
COLUMNS = ("exercise", "line", "text", "reader_1", "reader_2")
REQUIRED = COLUMNS[:3]


def codes_of(path: Path, exercise: Exercise) -> dict[str, str]:
    """Read one file, and stop at a line or a code that the exercise does not have."""
    known = exercise.settings.get("codes") or exercise.settings["buckets"]
    lines, found = {item.key for item in exercise.items}, {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            line, codes = row["line"].strip(), [c.strip() for c in row["codes"].split(";")]
            codes = [code for code in codes if code]
            wrong = [code for code in codes if code not in known]
            if line not in lines or line in found or wrong:
                sys.exit(f"{path}: line {line!r}, codes {row['codes']!r}: please look.")
            found[line] = "; ".join(sorted(codes))
    return found


def rows(library: Library, folders: list[Path]) -> list[dict[str, str]]:
    """Join what both have coded; what only one has is named and left out."""
    joined = []
    for name in library.exercise_ids():
        paths = [folder / f"{name.replace('/', '_')}.csv" for folder in folders]
        there = [path.is_file() for path in paths]
        if any(there) and not all(there):
            print(f"Left out, since only one reader has it: {name}")
        if not all(there):
            continue
        exercise = library.exercise(name)
        first, second = (codes_of(path, exercise) for path in paths)
        for item in exercise.items:
            if item.key in first and item.key in second:
                cells = name, item.key, fingerprint(item.text), first[item.key], second[item.key]
                joined.append(dict(zip(COLUMNS, cells, strict=True)))
            else:
                print(f"Left out, since one reader has no row for it: {name}, {item.key}")
    return joined


def describe(package: Path) -> None:
    """Add the table to the description of the datasets, unless it is there."""
    described = json.loads(package.read_text(encoding="utf-8"))
    if any(each["name"] == "readers" for each in described["resources"]):
        return
    fields = [{"name": name, "type": "string"} for name in COLUMNS]
    for field in fields[: len(REQUIRED)]:
        field["constraints"] = {"required": True}
    described["resources"].append(
        {
            "name": "readers",
            "path": "codings/readers.csv",
            "title": "Codes of two readers who had not seen the answers of the exercises",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": fields},
        }
    )
    text = json.dumps(described, indent=1, ensure_ascii=False) + "\n"
    package.write_text(text, encoding="utf-8")


def main(first: str, second: str) -> None:
    """Write the table, and say how many lines it has."""
    joined = rows(Library(HERE.parent.parent), [Path(first), Path(second)])
    if not joined:
        sys.exit("No file stands in both folders under the name of an exercise.")
    with (HERE / "readers.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(joined)
    describe(HERE.parent / "datapackage.json")
    print(f"Wrote {len(joined)} lines of {len({row['exercise'] for row in joined})} exercises.")


if __name__ == "__main__":
    main(*sys.argv[1:])
