"""A statement of completion: minutes of the exercises done, no credit, fields for a provider."""

from dataclasses import dataclass
from datetime import datetime

from ...content.library import Library
from ...content.model import Exercise, Module
from ...errors import WorkbookError
from ...html import Markup, element, page, table
from ...journal import Entry, Journal
from ...kinds import kind_of
from ...words import Message, word, words
from .page import HEAD, finished, style
from .weeks import NO_WEEK, Week, of_moment, week_of, week_words

__all__ = ["Worked", "statement_page", "worked"]

LONGEST = 200
FIELDS = ("provider", "approval", "dates", "credit", "signed")


@dataclass(frozen=True)
class Worked:
    """What was done of a module.

    Parameters
    ----------
    title : str
    done, total : int
        Exercises.
    minutes : float
        Measured, of those that are done.

    Examples
    --------
    >>> Worked("Roots", 2, 9, 14.5).minutes
    14.5
    """

    title: str
    done: int
    total: int
    minutes: float


def worked(library: Library, journal: Journal) -> list[Worked]:
    """Add up, for each module, the exercises that are done; one that was skipped is not.

    Parameters
    ----------
    library : Library
    journal : Journal

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> [each.done for each in worked(Library(packaged_course()), Journal("no_file.jsonl"))][:2]
    [0, 0]
    """
    return [_module(library, journal, module) for module in library.modules()]


def _module(library: Library, journal: Journal, module: Module) -> Worked:
    known = [e for i in library.exercise_ids(module.number) if (e := _readable(library, i))]
    done = [exercise for exercise in known if _done(exercise, journal)]
    minutes = sum(kind_of(exercise).work(exercise).minutes for exercise in done)
    return Worked(module.title, len(done), len(known), minutes)


def _readable(library: Library, exercise_id: str) -> Exercise | None:
    try:
        return library.exercise(exercise_id)
    except WorkbookError:
        return None


def _done(exercise: Exercise, journal: Journal) -> bool:
    entry, kind = journal.latest(exercise.id), kind_of(exercise)
    if entry is None:
        return False
    answer = kind.read(exercise, entry.response)
    return not answer.skipped and kind.complete(exercise, answer)


def statement_page(library: Library, journal: Journal, name: str, now: datetime) -> bytes:
    """Write the statement, on one page of paper.

    Parameters
    ----------
    library : Library
    journal : Journal
    name : str
        Whom it is for; it stands in the page and is kept nowhere.
    now : datetime
        When this is made.

    Raises
    ------
    WorkbookError
        When no name is given, or nothing is done yet.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> course, journal = Library(packaged_course()), Journal("no_file.jsonl")
    >>> statement_page(course, journal, " ", datetime(2026, 11, 22))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: Give the name that the statement is for. Nothing was written.
    """
    name = _name(name)
    modules = [module for module in worked(library, journal) if module.done]
    if not modules:
        raise WorkbookError(word("statement", "nothing"))
    said = words("statement")
    body = element(
        "main",
        element("h1", said["title"]),
        element("p", said["course"], class_="of"),
        element("p", name, class_="who", dir="auto"),
        *_time(modules, list(journal.entries()), now),
        element("p", said["no_credit"], class_="told"),
        _fields(said["own"]),
        element("h2", said["for_provider"]),
        _fields(*(said[field] for field in FIELDS)),
    )
    return finished(page(said["title"], body, style=style(), head=HEAD, body_class="statement"))


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise WorkbookError(word("statement", "no_name"))
    if len(name) > LONGEST:
        raise WorkbookError(word("statement", "long_name", n=LONGEST))
    return name


def _time(modules: list[Worked], entries: list[Entry], now: datetime) -> list[Markup]:
    said = words("statement")
    weeks = [week for entry in entries if (week := week_of(entry)) != NO_WEEK] or [of_moment(now)]
    total = round(sum(module.minutes for module in modules))
    rows = [
        [m.title, word("statement", "of", done=m.done, all=m.total), f"{m.minutes:.0f}"]
        for m in modules
    ]
    heads = [said["module"], said["exercises"], said["minutes"]]
    hours = word("statement", "hours", hours=total // 60, minutes=total % 60)
    return [
        element("p", _period(*weeks)),
        table(said["all"], heads, rows, class_="scroll"),
        element("p", element("strong", hours)),
        element("p", said["measured"], class_="when"),
    ]


def _period(*weeks: Week) -> Message:
    first, last = min(weeks), max(weeks)
    if first == last:
        return word("statement", "worked_in", week=week_words(first))
    return word("statement", "worked", first=week_words(first), last=week_words(last))


def _fields(*names: str) -> Markup:
    return element("div", *(element("p", name) for name in names), class_="fields")
