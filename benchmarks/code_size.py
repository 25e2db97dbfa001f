"""How many lines of code each room of the package holds; no bar, a number to look at."""

import ast
import io
import tokenize
from collections import Counter
from pathlib import Path

from benchmarks.table import row

PACKAGE = Path(__file__).resolve().parents[1] / "workbook"
NOT_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
DESCRIBED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def measure() -> list[dict]:
    """Return a row for each room and language, and one for the whole of each language."""
    rows = []
    for name, suffix, count in (("Python", ".py", python_lines), ("JavaScript", ".js", full_lines)):
        sizes = Counter()
        for path in sorted(PACKAGE.rglob(f"*{suffix}")):
            sizes[_room(path)] += count(path.read_text(encoding="utf-8"))
        rows += [row(f"{name} in `{room}`", size, unit="lines") for room, size in sizes.items()]
        rows.append(row(f"{name} in all", sizes.total(), unit="lines"))
    return rows


def _room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else "workbook"


def full_lines(text: str) -> int:
    """Count the lines that are not empty."""
    return sum(bool(line.strip()) for line in text.splitlines())


def python_lines(text: str) -> int:
    """Count the lines that hold code: no docstring, no comment, no empty line.

    Examples
    --------
    >>> python_lines("# A note.\\n\\nx = 1  # why\\n")
    1
    """
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in NOT_CODE and token.string:
            lines |= set(range(token.start[0], token.end[0] + 1))
    return len(lines - _docstrings(ast.parse(text)))


def _docstrings(tree: ast.Module) -> set[int]:
    described = [n for n in ast.walk(tree) if isinstance(n, DESCRIBED) and ast.get_docstring(n)]
    spans = ((node.body[0].lineno, node.body[0].end_lineno) for node in described)
    return {line for first, last in spans for line in range(first, last + 1)}
