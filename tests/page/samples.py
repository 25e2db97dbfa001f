"""One small exercise of every kind that there is."""

import functools
import importlib.util
from pathlib import Path

from workbook.content.kinds import KINDS

from workbook.content.reader import parse_exercise

CONTENT = Path(__file__).resolve().parents[1] / "content" / "sample_files.py"


def kinds():
    """List the kinds that there are."""
    return sorted(KINDS)


@functools.cache
def text_of(kind):
    """Give the sample file of a kind."""
    spec = importlib.util.spec_from_file_location("content_samples", CONTENT)
    files = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(files)
    seen = "private" if kind == "reflection" else "none"
    front = files.FRONT.format(kind=kind, visibility=seen, settings=files.SETTINGS[kind])
    return front + files.BODIES[kind] + files.CLOSING


def exercise_of(kind):
    """Read the sample of a kind."""
    return parse_exercise(text_of(kind), f"09/{kind}")
