"""How a log grows: 12 weeks and three years of lines, as ratios within one run."""

import shutil
import tempfile
import time
from pathlib import Path

from workbook.content.library import Library, packaged_course
from workbook.content.reader import parse_exercise
from workbook.journal import Journal
from workbook.journal.entry import Entry
from workbook.kinds import kind_of
from workbook.record.desk import Desk
from workbook.record.export import export_answers
from workbook.widgets.exercise import exercise_widget

LINES = {"12 weeks": (48, 12), "3 years": (2_000, 156)}  # lines, and weeks that they lie in
OPENED = 5
SIDES = ("held", "shared", "handed_off", "cannot_tell")


def measure() -> list[dict]:
    """Return one dict (name, value, bar, unit) per measure; bar None means that none is set."""
    sample = (kind_of("log").folder / "sample.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        _log(Path(scratch, "before"), sample, *LINES["12 weeks"])  # what is imported only once
        found = {name: _log(Path(scratch, name), sample, *size) for name, size in LINES.items()}
    rows = []
    for act in ("open", "save", "export"):
        short, long = (found[name][act] for name in LINES)
        rows.append(_row(f"log of 2,000 lines, {act}", 1000 * long, None, "ms"))
        rows.append(_row(f"log, {act}: a line of 2,000 / a line of 48", long / short, 42, "ratio"))
    return rows


def _line(n: int, lines: int, weeks: int) -> dict:
    year, week = divmod(n * weeks // lines % 156, 52)
    sides = {"information": SIDES[n % 4], "voice": SIDES[n // 4 % 4]}
    line = {"line": f"l{n}", "week": f"{2024 + year}-W{week + 1:02}", "place": "desk"}
    return line | {"sides": sides, "did": "yes", "gave": str(1 + n % 5), "text": "I asked first."}


def _log(folder: Path, sample: str, lines: int, weeks: int) -> dict[str, float]:
    course = folder / "modules" / "exercises" / "00_start"
    course.mkdir(parents=True)
    (course / "log.md").write_text(sample, encoding="utf-8")
    shutil.copy(packaged_course() / "modules" / "exercises" / "00_start_here" / "module.md", course)
    exercise = parse_exercise(sample, "00/log")
    path = folder / "journal.jsonl"
    entries = (
        Entry.new(exercise.id, _line(n, lines, weeks), exercise.edition) for n in range(lines)
    )
    path.write_bytes(b"".join(entry.line() for entry in entries))
    opened = []
    for _ in range(OPENED):  # by a program of its own each time, which has read nothing yet
        desk = Desk(Library(folder), Journal(path))
        widget = exercise_widget(exercise, desk)
        widget.send = lambda *_: None
        opened.append(_timed(lambda w=widget: w._receive(w, {"do": "open", "view": "v"}, [])))
    saved = [
        _timed(lambda n=n: _save(widget, exercise, n, _line(lines + n, lines, weeks)))
        for n in range(9)
    ]
    target = folder / "log.html"
    export = _timed(lambda: export_answers(desk.library, desk.journal, target))
    return {"open": min(opened), "save": sorted(saved)[4], "export": export}


def _save(widget, exercise, n: int, response: dict) -> None:
    about = {"view": "v", "seq": n, "id": "", "edition": exercise.edition}
    widget._receive(widget, {"do": "save", "response": response, **about}, [])


def _timed(action) -> float:
    start = time.process_time()  # what else the machine does is not the log's
    action()
    return time.process_time() - start


def _row(name: str, value: float, bar: float | None, unit: str) -> dict:
    return {"name": name, "value": value, "bar": bar, "unit": unit}
