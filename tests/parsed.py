"""The programs of the package as Python takes them apart: each once for all who read them."""

import ast
import functools
from pathlib import Path


@functools.cache
def parsed(path: Path) -> ast.Module:
    """Give the tree of a file that stays as it is; it is only read."""
    return ast.parse(path.read_text(encoding="utf-8"))
