"""How fast the journal is, as ratios within one run: ``python benchmarks/journal.py``."""

import json
import os
import statistics
import tempfile
import time
import uuid
from pathlib import Path

from workbook.journal import Journal
from workbook.journal.entry import Entry

SAVES = 2_000
ENTRIES = 100_000
WORDS = "They asked me first what I wanted to talk about, and I said it. " * 4


def measure() -> list[dict]:
    """Return one dict (name, value, bar, unit) per measure; bar None means that none is set."""
    folder = os.environ.get("BENCHMARK_FOLDER")  # another disk, for example a network home
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        return _saves(Path(scratch)) + _replay(Path(scratch))


def _saves(folder: Path) -> list[dict]:
    journal, bare, saved = Journal(folder / "journal.jsonl"), [], []
    fd = os.open(folder / "bare.jsonl", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    line = journal.save("01/who_benefits", {"text": WORDS}).line()
    for number in range(2 * SAVES):  # in turns, so that a busy disk slows both alike
        if number % 2:
            name = str(uuid.uuid4())  # as a page sends one
            saved.append(_timed(lambda name=name: _save(journal, name)))
        else:
            bare.append(_timed(lambda: (os.write(fd, line), os.fsync(fd))))
    os.close(fd)
    rows = []
    for name, cut in (("median", 49), ("p99", 98)):
        ours = statistics.quantiles(saved, n=100)[cut]
        theirs = statistics.quantiles(bare, n=100)[cut]
        rows += [
            _row(f"journal save, {name}", 1000 * ours, None, "ms"),
            _row(f"bare write + fsync, {name}", 1000 * theirs, None, "ms"),
            _row(f"journal save / bare write + fsync, {name}", ours / theirs, 2, "ratio"),
        ]
    return rows


def _save(journal: Journal, name: str) -> None:
    journal.save("01/who_benefits", {"text": WORDS}, id=name)


def _replay(folder: Path) -> list[dict]:
    path = folder / "long.jsonl"
    entries = (Entry.new(f"01/e{n % 40}", {"text": WORDS, "n": n}) for n in range(ENTRIES))
    path.write_bytes(b"".join(entry.line() for entry in entries))
    loads = min(_timed(lambda: [json.loads(raw) for raw in path.open("rb")]) for _ in range(3))
    replay = min(_timed(lambda: Journal(path).latest("01/e7")) for _ in range(3))
    journal = Journal(path)
    journal.latest("01/e7")
    with path.open("ab") as other:
        other.write(Entry.new("01/e7", {"text": "by another program"}).line())
    after = _timed(lambda: journal.latest("01/e7"))
    return [
        _row(f"replay of {ENTRIES:,} entries", replay, None, "s"),
        _row("replay / json.loads of the same lines", replay / loads, None, "ratio"),
        _row("latest after another program's save", 1000 * after, None, "ms"),
    ]


def _timed(action) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _row(name: str, value: float, bar: float | None, unit: str) -> dict:
    return {"name": name, "value": value, "bar": bar, "unit": unit}


def main() -> int:
    """Print the table; exit 1 if a bar is missed."""
    rows = measure()
    for row in rows:
        bar = "" if row["bar"] is None else f"  (bar {row['bar']:g})"
        print(f"{row['name']:<45} {row['value']:10.3f} {row['unit']}{bar}")
    return int(any(row["bar"] is not None and row["value"] > row["bar"] for row in rows))


if __name__ == "__main__":
    raise SystemExit(main())
