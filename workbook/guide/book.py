"""The whole guide as one Markdown text, from which the page and the document are made."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..content.library import Library
from ..content.model import Exercise
from ..words import word, words
from .part import exercise_part
from .plans import Plan, Session
from .seed_text import seed_part
from .sheets import exercise_sheets
from .shown import shown_part
from .standards import standards_part

__all__ = ["book", "shifted"]

STEM = re.compile(r"^(#+) \d\d_\w+: ")
BEFORE = "before_the_room"
STANDARDS = "standards"
AFTER = (
    *("discussion", "debates", "assignments", "syllabus", "readings", STANDARDS),
    *("supervision", "data_agreement", "group_picture", "care_and_pay", "restricted_states"),
)


def book(library: Library, plan: Plan | None = None) -> str:
    """Write the guide.

    Parameters
    ----------
    library : Library
        The course.
    plan : Plan, optional
        With one, its sessions come first, and only its exercises follow, with their texts.

    Returns
    -------
    str
        Markdown, with one heading of the first level.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> book(Library(packaged_course())).startswith("# ")
    True
    """
    return "\n\n".join(part.strip() for part in _parts(library, plan) if part.strip()) + "\n"


def _parts(library: Library, plan: Plan | None) -> Iterator[str]:
    said = words("guide")
    title = word("guide", "title_plan", plan=plan.title) if plan else said["title"]
    yield f"# {title}"
    yield said["about"]
    if plan:
        yield plan.about
        yield from (_session(library, session) for session in plan.sessions)
    yield _file(library, BEFORE)
    yield f"## {said['exercises']}"
    yield said["exercises_about"]
    yield from _exercises(library, plan)
    for name in AFTER if plan is None or plan.pages is None else plan.pages:
        yield standards_part(library) if name == STANDARDS else _file(library, name)
    if plan is None:
        yield seed_part(library)


def _exercises(library: Library, plan: Plan | None) -> Iterator[str]:
    wanted = plan.exercises if plan else tuple(library.exercise_ids())
    for module in library.modules():
        own = [name for name in wanted if name[:2] == module.number]
        if own:
            yield f"## {word('guide', 'module', n=int(module.number), title=module.title)}"
            yield "\n".join(f"- {objective}" for objective in module.objectives)
            yield module.content_note
        for name in own:
            exercise = library.exercise(name)
            yield exercise_part(library, exercise, level=3)
            if plan:
                yield shown_part(exercise, level=4)


def _session(library: Library, session: Session) -> str:
    lines = [f"## {session.title}", str(word("guide", "minutes_all", n=session.minutes))]
    if session.bring:  # a group meets
        lines += _before(library, session)
    lines.append(_table(session))
    first = sorted((s for s in session.steps if s.leave_out), key=lambda s: s.leave_out)
    if first:
        lines.append(str(word("guide", "leave_out", steps="; ".join(s.title for s in first))))
    return "\n\n".join(lines)


def _before(library: Library, session: Session) -> list[str]:
    """List what has to be there, what of it can be printed, and what people are sent."""
    said = words("guide")
    exercises = [library.exercise(step.exercise) for step in session.steps if step.exercise]
    named = " ".join(session.bring)
    more = [each for each in exercises if not any(n in named for n in exercise_sheets(each))]
    notes = (f"{each.title}: {each.content_note}" for each in exercises if each.content_note)
    return [
        *_listed(said["bring"], session.bring),
        *_listed(said["to_print"], map(_printed, filter(exercise_sheets, more))),
        *_listed(said["notes_to_send"], notes),
    ]


def _table(session: Session) -> str:
    said = words("guide")
    rows = [f"| {' | '.join(said['plan_columns'])} |\n| ---: | ---: | --- | --- |"]
    for start, step in zip(session.starts, session.steps, strict=True):
        what = f"{step.title} ({step.exercise})" if step.exercise else step.title
        do = f"{step.do} {said['only']} {step.only}" if step.only else step.do
        rows.append(f"| {start} | {step.minutes} | {what} | {' '.join(do.split())} |")
    return "\n".join(rows)


def _listed(head: str, things: Iterable[str]) -> list[str]:
    """Give a list below its head; nothing where there is nothing to list."""
    rows = "\n".join(f"- {thing}" for thing in things)
    return [f"{head}\n\n{rows}"] if rows else []


def _printed(exercise: Exercise) -> str:
    names = f" {words('guide')['either']} ".join(exercise_sheets(exercise))
    return f"{exercise.title}: {names}"


def _file(library: Library, name: str) -> str:
    """Give a page for leaders; nothing where the course has none of that name."""
    path: Path = library.modules_folder / "facilitators" / f"{name}.md"
    return shifted(path.read_text(encoding="utf-8")) if path.is_file() else ""


def shifted(text: str) -> str:
    r"""Put the headings of a text one level lower, without the file names of modules.

    Examples
    --------
    >>> shifted("# A\n## B")
    '## A\n### B'
    """
    lines = (STEM.sub(r"\1 ", line) for line in text.splitlines())
    return "\n".join(f"#{line}" if line.startswith("#") else line for line in lines)
