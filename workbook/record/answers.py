"""What a learner has answered, as a person reads it, in the order of the course."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..content.library import Library
from ..content.markup import plain_words
from ..content.model import Exercise
from ..errors import WorkbookError
from ..journal import Entry, Journal
from ..journal.export import readable
from ..journal.moment import believed
from ..kinds import kind_of
from ..kinds.answer import Answer as KindAnswer
from ..words import Message, word
from .bookmarks import bookmark_ids, exercise_in
from .order import course_order

__all__ = [
    "Answer", "Answered", "answered", "histories", "in_words", "local_date", "module_title",
    "unsaid",
]  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """One saved answer in words.

    Parameters
    ----------
    lines : tuple of str
        The learner's words, one line for each part; a line may hold line ends.
    when : datetime or None
        When it was saved, in the time of this computer; None where no clock can be trusted.
    wording : str
        Of the exercise as it was answered: ``same``, ``changed``, ``unstated`` or ``gone``.
    picture : str
        SVG that says the same as the lines; empty where there is none.

    Examples
    --------
    >>> Answer(("It is tested.",), datetime(2026, 11, 22, 8, 5), "same").lines
    ('It is tested.',)
    """

    lines: tuple[str, ...]
    when: datetime | None
    wording: str
    picture: str = ""


@dataclass(frozen=True)
class Answered:
    """One exercise with all that was answered to it.

    Parameters
    ----------
    id : str
        Module number and file name.
    module : str
        What the module is called.
    title, question : str
        Empty where the exercise is not in the course any more.
    private : bool
    answers : tuple of Answer
        The newest first; never empty.

    Examples
    --------
    >>> Answered("01/x", "Module 01", "", "", False, ()).id
    '01/x'
    """

    id: str
    module: str
    title: str
    question: str
    private: bool
    answers: tuple[Answer, ...]


def answered(library: Library, journal: Journal) -> list[Answered]:
    """Give every answer of a journal in the order of the course.

    Exercises that are not in the course any more come last, with what is known of them.

    Parameters
    ----------
    library : Library
    journal : Journal

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> answered(Library(packaged_course()), Journal("no_file.jsonl"))
    []
    """
    found = histories(library, journal.entries())
    return [_answered(library, *each) for each in found.items()]


def histories(library: Library, entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Sort answers by exercise, in the order of the course; those of an exercise newest first.

    Exercises that are not in the course any more come last.

    Parameters
    ----------
    library : Library
    entries : iterable of Entry

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> saved = [Entry.new("05/log", {}), Entry.new("00/start_line", {})]
    >>> list(histories(Library(packaged_course()), saved))
    ['00/start_line', '05/log']
    """
    found: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.time):
        found.setdefault(entry.exercise, []).append(entry)
    known = sorted([*course_order(library), *bookmark_ids(library)], key=lambda name: name[:2])
    order = [i for i in known if i in found]
    return {i: found[i][::-1] for i in order + sorted(set(found) - set(order))}


def _answered(library: Library, exercise_id: str, entries: list[Entry]) -> Answered:
    exercise, module = _exercise(library, exercise_id), module_title(library, exercise_id)
    answers = tuple(_answer(exercise, entry) for entry in entries)
    if exercise is None:
        return Answered(exercise_id, module, "", "", False, answers)
    question, private = plain_words(exercise.prompt), exercise.visibility == "private"
    return Answered(exercise_id, module, exercise.title, question, private, answers)


def _exercise(library: Library, exercise_id: str) -> Exercise | None:
    """Load an exercise; None where it is gone or its author has broken it just now."""
    try:
        return exercise_in(library, exercise_id)
    except WorkbookError:
        return None


def module_title(library: Library, exercise_id: str) -> Message:
    """Say to which module an exercise belongs, or that it is not in the course any more.

    Parameters
    ----------
    library : Library
    exercise_id : str

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> module_title(Library(packaged_course()), "99/x")
    'Module 99'
    """
    number, slash, _ = exercise_id.partition("/")
    if not slash:
        return word("record", "elsewhere")
    try:
        return word("record", "module", number=number, title=library.module(number).title)
    except WorkbookError:
        return word("record", "module_gone", number=number)


def _answer(exercise: Exercise | None, entry: Entry) -> Answer:
    date = believed(entry)
    when = date.astimezone() if date else None
    if exercise is None:
        return Answer(_as_saved(entry.response), when, "gone")
    wording = "same" if entry.edition == exercise.edition else "changed"
    told = wording if entry.edition else "unstated"
    return Answer(_lines(exercise, entry), when, told, _picture(exercise, entry))


def _picture(exercise: Exercise, entry: Entry) -> str:
    kind = kind_of(exercise)
    return kind.picture(exercise, kind.read(exercise, entry.response))


def _lines(exercise: Exercise, entry: Entry) -> tuple[str, ...]:
    """Say an answer in words; what the wording of today has no place for is not left out."""
    answer = kind_of(exercise).read(exercise, entry.response)
    return tuple(in_words(exercise, answer)) + unsaid(exercise, entry)


def in_words(exercise: Exercise, answer: KindAnswer) -> list[str]:
    """Say an answer as its kind does; of one that was passed over, that it was.

    Parameters
    ----------
    exercise : Exercise
    answer : workbook.kinds.answer.Answer

    Examples
    --------
    >>> one = Exercise("01/x", "reflection", "T")
    >>> in_words(one, kind_of(one).read(one, {"skipped": True}))
    ['You skipped this one.']
    """
    lines = list(kind_of(exercise).say(exercise, answer))
    return [word("record", "skipped")] if answer.skipped and not lines else lines


def unsaid(exercise: Exercise | None, entry: Entry) -> tuple[str, ...]:
    """Give an answer as it was saved, where the wording of today has no place for all of it.

    Parameters
    ----------
    exercise : Exercise or None
        None where the course has it no more.
    entry : Entry

    Examples
    --------
    >>> unsaid(None, Entry.new("01/gone", {"chosen": ["b"]}))
    ('As it was saved: chosen: b',)
    """
    if exercise is None:
        return _as_saved(entry.response)
    answer = kind_of(exercise).read(exercise, entry.response)
    dropped = set(_texts(entry.response)) - set(_texts(answer.response))
    return () if in_words(exercise, answer) and not dropped else _as_saved(entry.response)


def _as_saved(response: dict) -> tuple[str, ...]:
    kept = {name: value for name, value in response.items() if value not in ([], {}, "", None)}
    if not kept:
        return (word("record", "empty"),)
    return (word("record", "as_saved", response=readable(kept)),)


def _texts(value: Any) -> Iterator[str]:
    """Give every text inside a response, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def local_date(when: datetime | None) -> Message:
    """Say a moment as a person would.

    Parameters
    ----------
    when : datetime or None
        None where no clock can be trusted.

    Examples
    --------
    >>> local_date(datetime(2026, 11, 22, 8, 5))
    '22 November 2026, 08:05'
    """
    if when is None:
        return word("record", "no_date")
    month = word("record", "months").split("|")[when.month - 1]
    return word("record", "date", day=when.day, month=month, year=when.year, time=f"{when:%H:%M}")
