"""What one exercise adds to a saved notebook and to a running page."""

import json
import tempfile
from pathlib import Path

from benchmarks.table import row
from workbook.content.library import Library, packaged_course
from workbook.content.static import as_text
from workbook.journal import Journal
from workbook.notebooks import calls


def measure() -> list[dict]:
    """Return rows for bytes over the wording, and for widget models, the most of any exercise."""
    library = Library(packaged_course())
    saved = dict(_saved(library))
    extra = {i: size - _wording(library, i) for i, size in saved.items()}
    beside = {i: size - _laid(library, i) for i, size in saved.items()}
    models = dict(_models(library, saved))
    most, heaviest = max(extra, key=extra.get), max(models, key=models.get)
    return [
        row(
            f"bytes saved over its wording, the most of {len(extra)} exercises ({most})",
            extra[most],
            2000,
            "bytes",
        ),
        row(
            "bytes saved besides the wording as a notebook lays its lines, the most",
            max(beside.values()),
            unit="bytes",
        ),
        row(
            "bytes saved against the wording, all exercises together",
            sum(saved.values()) / sum(_wording(library, i) for i in saved),
        ),
        row(f"widget models of one exercise, the most ({heaviest})", models[heaviest], 4, "models"),
    ]


def _saved(library: Library):
    """Give id and bytes of the outputs of each exercise, as they stand in the notebook file."""
    for book in sorted(library.modules_folder.glob("*.ipynb")):
        for cell in json.loads(book.read_text(encoding="utf-8"))["cells"]:
            called = calls("".join(cell["source"])) if cell["cell_type"] == "code" else None
            for name, arguments in called or ():
                if name == "exercise":
                    text = json.dumps(cell["outputs"], indent=1, ensure_ascii=False)
                    yield arguments[0], len(text.encode())


def _wording(library: Library, exercise_id: str) -> int:
    return len(as_text(library.exercise(exercise_id)).encode())


def _laid(library: Library, exercise_id: str) -> int:
    """Count the wording with the signs that the format of notebooks puts around each line."""
    lines = as_text(library.exercise(exercise_id)).splitlines(keepends=True)
    text = json.dumps([{"data": {"text/plain": lines}}], indent=1, ensure_ascii=False)
    return len(text.encode())


def _models(library: Library, ids):
    """Count the widget models that each exercise makes."""
    from ipywidgets import Widget

    from workbook.record.desk import Desk
    from workbook.widgets.exercise import exercise_widget

    def count():
        return len(Widget.get_manager_state()["state"])

    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(library, Journal(Path(folder) / "journal.jsonl"))
        kept = []
        for exercise_id in ids:
            before = count()
            kept.append(exercise_widget(library.exercise(exercise_id), desk))
            yield exercise_id, count() - before
