"""Plans to the minute: which exercises, in which order, in how much time.

A plan is a file ``modules/facilitators/plans/<name>.yaml``.
Its minutes add up, and its exercises are there, or the file is not taken.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..content.library import Library
from ..content.model import place
from ..errors import ContentError, WorkbookError
from ..words import Message, word

__all__ = ["Plan", "Session", "Step", "plan_names", "read_plan"]

STEP = {"minutes", "exercise", "title", "do", "only", "leave_out"}
SESSION = {"title", "minutes", "bring", "steps"}
PLAN = {"title", "about", "sessions", "pages"}


@dataclass(frozen=True)
class Step:
    """One thing that a group does.

    Parameters
    ----------
    minutes : int
    title : str
        What stands in the plan; the title of the exercise where the file gives none.
    do : str
        What the leader does, as Markdown.
    exercise : str
        Id of the exercise; empty for a break, an opening or a close.
    only : str
        Which part of the exercise, when there is no time for all of it.
    leave_out : int
        1 for what is left out first when time is short, 2 for the next; 0 for what stays.

    Examples
    --------
    >>> Step(5, "Close", "Thank them.").exercise
    ''
    """

    minutes: int
    title: str
    do: str
    exercise: str = ""
    only: str = ""
    leave_out: int = 0


@dataclass(frozen=True)
class Session:
    """One meeting of a group: its minutes are those of its steps.

    Parameters
    ----------
    title : str
    minutes : int
    steps : tuple of Step
    bring : tuple of str
        What has to lie on the table.

    Examples
    --------
    >>> Session("First", 5, (Step(5, "Close", "Thank them."),)).starts
    (0,)
    """

    title: str
    minutes: int
    steps: tuple[Step, ...]
    bring: tuple[str, ...] = ()

    @property
    def starts(self) -> tuple[int, ...]:
        """Give the minute at which each step begins, from 0."""
        return tuple(sum(s.minutes for s in self.steps[:n]) for n in range(len(self.steps)))


@dataclass(frozen=True)
class Plan:
    """One way to lead the course.

    Parameters
    ----------
    name, title, about : str
        The name of its file, a heading, and for whom it is.
    sessions : tuple of Session
    pages : tuple of str
        Which pages for leaders follow, such as ``"debates"``; all where it is None.

    Examples
    --------
    >>> Plan("90min", "Ninety minutes", "A first look.", ()).exercises
    ()
    """

    name: str
    title: str
    about: str
    sessions: tuple[Session, ...]
    pages: tuple[str, ...] | None = None

    @property
    def exercises(self) -> tuple[str, ...]:
        """Give the ids of its exercises, each once, in its order."""
        found = (step.exercise for session in self.sessions for step in session.steps)
        return tuple(dict.fromkeys(filter(None, found)))


def plan_names(library: Library) -> list[str]:
    """List the plans of a course.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> "90min" in plan_names(Library(packaged_course()))
    True
    """
    return sorted(path.stem for path in _folder(library).glob("*.yaml"))


def read_plan(library: Library, name: str) -> Plan:
    """Read and check a plan.

    Parameters
    ----------
    library : Library
    name : str
        Such as ``90min``.

    Raises
    ------
    workbook.errors.WorkbookError
        When there is no such plan, or when its minutes do not add up, an exercise is not there,
        or one is given less time than it takes and the plan does not say which part is done.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> read_plan(Library(packaged_course()), "90min").sessions[0].minutes
    90
    """
    if name not in plan_names(library):
        known = ", ".join(plan_names(library)) or word("guide", "none")
        raise WorkbookError(word("guide", "no_plan", plan=name[:40], known=known))
    path = _folder(library) / f"{name}.yaml"
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        raise _wrong(path, word("guide", "unread")) from None
    _keys(path, found, PLAN, {"title", "sessions"}, word("guide", "top"))
    sessions = tuple(_session(library, path, each) for each in _list(path, found["sessions"]))
    pages = _pages(path, found["pages"]) if "pages" in found else None
    return Plan(name, str(found["title"]), str(found.get("about", "")), sessions, pages)


def _pages(path: Path, found: Any) -> tuple[str, ...]:
    """Give the names of pages; one that is not there is told."""
    leaders = path.parent.parent
    known = {page.stem for page in (*leaders.glob("*.md"), *leaders.glob("*.yaml"))}
    for name in _list(path, found):
        if name not in known:
            raise _wrong(path, word("guide", "no_page", page=name, known=", ".join(sorted(known))))
    return tuple(found)


def _folder(library: Library) -> Path:
    return library.modules_folder / "facilitators" / "plans"


def _wrong(path: Path, problem: Message) -> ContentError:
    return ContentError(place(path), 0, problem)


def _keys(path: Path, found: Any, allowed: set[str], needed: set[str], where: str) -> None:
    if not isinstance(found, Mapping):
        raise _wrong(path, word("guide", "no_names", where=where))
    for name in sorted(map(str, set(found) - allowed)):
        raise _wrong(path, word("guide", "unknown", name=name, where=where))
    for name in sorted(needed - set(found)):
        raise _wrong(path, word("guide", "missing", name=name, where=where))


def _list(path: Path, found: Any) -> list:
    if not isinstance(found, list) or not found:
        raise _wrong(path, word("guide", "no_list"))
    return found


def _whole(path: Path, found: Any, where: str) -> int:
    if isinstance(found, bool) or not isinstance(found, int) or not 0 < found <= 600:
        raise _wrong(path, word("guide", "no_minutes", where=where))
    return found


def _session(library: Library, path: Path, found: Any) -> Session:
    _keys(path, found, SESSION, {"title", "minutes", "steps"}, word("guide", "a_session"))
    title = str(found["title"])
    minutes = _whole(path, found["minutes"], title)
    steps = tuple(_steps(library, path, _list(path, found["steps"])))
    total = sum(step.minutes for step in steps)
    if total != minutes:
        raise _wrong(path, word("guide", "sum", session=title, total=total, minutes=minutes))
    bring = _list(path, found["bring"]) if "bring" in found else []
    return Session(title, minutes, steps, tuple(map(str, bring)))


def _order(path: Path, found: Any, where: str) -> int:
    if isinstance(found, bool) or not isinstance(found, int) or found < 0:
        raise _wrong(path, word("guide", "no_order", where=where))
    return found


def _steps(library: Library, path: Path, rows: list) -> Iterator[Step]:
    for n, row in enumerate(rows, 1):
        where = word("guide", "a_step", n=n)
        _keys(path, row, STEP, {"minutes", "do"}, where)
        step = Step(
            minutes=_whole(path, row["minutes"], where),
            title=str(row.get("title", "")),
            do=str(row["do"]),
            exercise=str(row.get("exercise", "")),
            only=str(row.get("only", "")),
            leave_out=_order(path, row.get("leave_out", 0), where),
        )
        yield _told(library, path, step, where)


def _told(library: Library, path: Path, step: Step, where: str) -> Step:
    """Give a step its title; say what is wrong with its exercise."""
    if not step.exercise:
        if not step.title:
            raise _wrong(path, word("guide", "missing", name="title", where=where))
        return step
    if step.exercise not in library.exercise_ids():
        raise _wrong(path, word("guide", "no_exercise", exercise=step.exercise))
    exercise = library.exercise(step.exercise)
    if step.minutes < exercise.minutes and not step.only:
        named = {"exercise": step.exercise, "given": step.minutes, "takes": exercise.minutes}
        raise _wrong(path, word("guide", "too_short", **named))
    return Step(**{**vars(step), "title": step.title or exercise.title})
