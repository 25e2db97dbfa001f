"""Measure all, print one table: ``python -m benchmarks``, with ``--write`` into the README too."""

import argparse
import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import (
    code_size,
    cohort,
    encounter,
    imports,
    journal,
    kernel_memory,
    light,
    log,
    notebook_size,
    opening,
    portfolio,
    single_case,
    talk,
)
from benchmarks.table import as_markdown, missed

PARTS = {
    "code_size": code_size.measure,
    "imports": imports.measure,
    "notebook_size": notebook_size.measure,
    "journal": journal.measure,
    "log": log.measure,
    "talk": talk.measure,
    "encounter": encounter.measure,
    "single_case": single_case.measure,
    "kernel_memory": kernel_memory.measure,
    "opening": opening.measure,
    "light": light.measure,
    "cohort": cohort.measure,
    "portfolio": portfolio.measure,
}
README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"


def main() -> int:
    """Print the table; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"any of {', '.join(PARTS)}; all if none")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    args = parser.parse_args()
    unknown = set(args.parts) - set(PARTS)
    if unknown or (args.write and args.parts):
        parser.error("name parts of the list, and write only the whole table")
    rows = [entry for name in args.parts or PARTS for entry in PARTS[name]()]
    table = f"{as_markdown(rows)}\n\n{_where()}"
    print(table)
    if args.write:
        _write(table)
    return int(any(missed(entry) for entry in rows))


def _where() -> str:
    day = datetime.now(UTC).date()
    return (
        f"Measured on {day} with Python {platform.python_version()}, "
        f"{platform.system()}, {os.cpu_count()} processors."
    )


def _write(table: str) -> None:
    before, begin, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"{README.name} has lost its lines {BEGIN} and {END}. Put them back.")
    README.write_text(f"{before}{begin}\n\n{table}\n\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
