"""A whole course taken home: the time of its portfolio, and beside that of reading the course."""

import random
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from workbook.content.library import Library, packaged_course
from workbook.journal import Journal
from workbook.record.portfolio import gather, portfolio_page

TESTS = Path(__file__).resolve().parents[1] / "tests"


def measure() -> list[dict]:
    """Return one dict (name, value, bar, unit) per measure; bar None means that none is set."""
    sys.path.insert(0, str(TESTS))
    from simulated import fill

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "journal.jsonl")
        fill(path, Library(packaged_course()), random.Random(7), share=1)
        read = min(_timed(_read) for _ in range(3))
        made = min(_timed(lambda: _page(path)) for _ in range(3))
    return [
        _row("portfolio of a whole course", made, 2.0, "s"),
        _row("portfolio of a whole course / reading the course", made / read, 6.0, "ratio"),
    ]


def _read() -> None:
    library = Library(packaged_course())
    for exercise_id in library.exercise_ids():
        library.exercise(exercise_id)


def _page(path: Path) -> None:
    found = gather(Library(packaged_course()), Journal(path))
    portfolio_page(found, datetime.now())


def _timed(action) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _row(name: str, value: float, bar: float | None, unit: str) -> dict:
    return {"name": name, "value": value, "bar": bar, "unit": unit}
