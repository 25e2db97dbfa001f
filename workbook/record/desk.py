"""Where one course meets its journal: what is done, what is shown, who must hear of a change."""

import functools
from collections.abc import Callable
from typing import Any

from ..content.library import Library
from ..content.model import Exercise, Module
from ..journal import Entry, Journal
from ..kinds import kind_of

__all__ = ["Desk"]


class Desk:
    """One course folder with one learner's journal.

    Parameters
    ----------
    library : Library
    journal : Journal

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> import tempfile
    >>> desk = Desk(Library(packaged_course()), Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> desk.progress()[0]["done"]
    0
    """

    def __init__(self, library: Library, journal: Journal) -> None:
        self.library, self.journal = library, journal
        self.erasures = 0  # how often answers were erased on purpose
        self._shown: dict[str, list[Any]] = {}
        self._listeners: list[Callable[[], None]] = []
        self._progress: Callable[[], list[dict]] = self._count

    def show(self, exercise_id: str, widget: Any) -> None:
        """Remember a widget that shows an exercise; one whose page has gone may go."""
        self._shown.setdefault(exercise_id, []).append(widget)
        for older in self.shown(exercise_id)[:-1]:
            if older.unseen:
                self.hide(exercise_id, older)

    def hide(self, exercise_id: str, widget: Any) -> None:
        """Forget a widget that no page shows any more, unless it is the newest."""
        shown = self._shown.get(exercise_id, [])
        if widget in shown[:-1]:
            shown.remove(widget)
            widget.close()

    def shown(self, exercise_id: str | None = None) -> list[Any]:
        """List the widgets of one exercise, or of all."""
        if exercise_id is not None:
            return list(self._shown.get(exercise_id, []))
        return [widget for widgets in self._shown.values() for widget in widgets]

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener()` after every change of the journal."""
        self._listeners.append(listener)

    def forget(self, listener: Callable[[], None]) -> None:
        """Call this listener no more."""
        self._listeners = [known for known in self._listeners if known != listener]

    def changed(self) -> None:
        """Tell everyone who listens that the journal has changed."""
        self._progress = functools.cache(self._count)  # counted once for all who listen
        try:
            for listener in list(self._listeners):
                listener()
        finally:
            self._progress = self._count

    def progress(self) -> list[dict]:
        """Count what is done, from the journal itself.

        Returns
        -------
        list of dict
            One for each module: ``id``, ``title``, ``file``, ``exists``, ``done``, ``total``,
            ``minutes`` and ``minutes_left`` (whole minutes) of all of it, ``ahead`` (the way that
            is ahead of the learner: ``way``, ``done``, ``total``, ``minutes_left``), and its
            ``exercises`` with what is done. ``way`` is "core" until the core way is done, then
            "full", and empty where a module has one way or all is done.
        """
        return self._progress()

    def _count(self) -> list[dict]:
        latest = self.journal.latest_of_each()
        return [self._module_progress(module, latest) for module in self.library.modules()]

    def _module_progress(self, module: Module, latest: dict[str, Entry]) -> dict:
        exercises = self.counted(module.number)
        open_ = {e.id for e in exercises if not _is_done(e, latest.get(e.id))}
        whole = _way("", exercises, open_, module.minutes)
        return {
            "id": module.number,
            "title": module.title,
            "file": module.notebook,
            "exists": (self.library.modules_folder / module.notebook).is_file(),
            "done": whole["done"],
            "total": whole["total"],
            "minutes": module.minutes,
            "minutes_left": whole["minutes_left"],
            "ahead": _ahead(module, exercises, open_, whole),
            "exercises": [{"id": e.id, "done": e.id not in open_} for e in exercises],
        }

    def counted(self, number: str) -> list[Exercise]:
        """List the exercises of a module that count: all that can be read and are not optional."""
        return [e for e in self.library.readable(number) if not e.optional]

    def done(self, exercise: Exercise) -> bool:
        """Say whether the latest answer to an exercise counts as done."""
        return _is_done(exercise, self.journal.latest(exercise.id))


def _is_done(exercise: Exercise, entry: Entry | None) -> bool:
    if entry is None:
        return False
    kind = kind_of(exercise)
    return kind.done(exercise, kind.read(exercise, entry.response))


def _ahead(module: Module, exercises: list[Exercise], open_: set[str], whole: dict) -> dict:
    """Count the core way as long as some of it is open, and all of the module after that."""
    core = [e for e in exercises if e.way == "core"]
    beside = sum(e.minutes for e in exercises if e.way != "core")
    minutes = module.core_minutes or module.minutes - beside
    if minutes >= module.minutes or not open_:
        return whole
    if any(e.id in open_ for e in core):
        return _way("core", core, open_, minutes)
    return whole | {"way": "full"}


def _way(way: str, exercises: list[Exercise], open_: set[str], minutes: int) -> dict:
    """Count one way; what is read counts as left by the share of the exercises that are open."""
    total = sum(e.minutes for e in exercises)
    left = sum(e.minutes for e in exercises if e.id in open_)
    reading = max(0, minutes - total)
    done = sum(e.id not in open_ for e in exercises)
    ahead = round(left + reading * left / total) if total else 0
    return {"way": way, "done": done, "total": len(exercises), "minutes_left": ahead}
