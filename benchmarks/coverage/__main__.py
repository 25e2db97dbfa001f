"""Print the table of coverage; with ``--write`` put it into ``docs/coverage.md``."""

import argparse
from pathlib import Path

from benchmarks.coverage import others, series

PAGE = Path(__file__).resolve().parents[2] / "docs" / "coverage.md"
TABLES = {"series": "<!-- series: begin -->", "others": "<!-- others: begin -->"}
END = "<!-- end -->"


def main() -> None:
    """Simulate, and print or write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.coverage", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/coverage.md")
    texts = {"series": of_series(), "others": of_others()}
    if parser.parse_args().write:
        page = PAGE.read_text(encoding="utf-8")
        for name, begin in TABLES.items():
            before, _, rest = page.partition(begin)
            page = f"{before}{begin}\n\n{texts[name]}\n{END}{rest.partition(END)[2]}"
        PAGE.write_text(page, encoding="utf-8")
    else:
        print("\n".join(texts.values()))


def of_series() -> str:
    """Give the table of two phases."""
    sizes = [f"{m} + {n}" for m, n in series.SIZES]
    lines = [["interval", "level moves by", "alike", *sizes]]
    for row in series.rows():
        cells = [told(series.coverage(row, size)) for size in series.SIZES]
        lines.append([row.name, f"{row.effect:g}", f"{row.alike:g}", *cells])
    return table(lines)


def of_others() -> str:
    """Give the table of lots, several cases, coders and forms."""
    lines = [[each.name, each.setting, told(others.coverage(each))] for each in others.others()]
    return table([["interval", "setting", "holds in %"], *lines])


def told(cell: series.Cell) -> str:
    """Give a cell as the page has it."""
    if cell.given < 0.005:
        return "-"
    some = f" ({100 * cell.given:.0f})" if cell.given < 0.995 else ""
    return f"{100 * cell.held:.1f}{some}"


def table(lines: list[list[str]]) -> str:
    """Write lines as a table."""
    head, *rest = [f"| {' | '.join(line)} |" for line in lines]
    return "\n".join([head, f"|{' --- |' * len(lines[0])}", *rest]) + "\n"


if __name__ == "__main__":
    main()
