"""What goes into a portfolio: the answers in the order of the course, and what is left out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ...content.library import Library
from ...content.markup import plain_words
from ...content.model import Exercise
from ...errors import WorkbookError
from ...html import Markup
from ...journal import Entry, Journal
from ...kinds import kind_of
from ...kinds.answer import Learner
from ...kinds.keepsake import own_words
from ...words import word
from ..answers import histories, in_words, module_title, unsaid
from ..bookmarks import exercise_in, is_bookmark
from ..offer import questions_of
from ..recalled import recalled
from ..talk_numbers import KEPT_AS, talk_numbers
from .weeks import NO_WEEK, Week, week_of

__all__ = ["Part", "Portfolio", "gather"]


@dataclass(frozen=True)
class Part:
    """One exercise of a portfolio.

    Parameters
    ----------
    module, title, question : str
        Plain words; the question may be empty.
    private : bool
    week : tuple of int
        Year and week of the newest answer; ``(0, 0)`` where no clock can be trusted.
    wording : str
        Of the exercise as it was answered: ``same``, ``changed``, ``unstated`` or ``gone``.
    body : Markup
        The answer, with what the kind adds to it.
    earlier : tuple
        A week and the lines of the last other answer in it, the newest first.

    Examples
    --------
    >>> Part("Module 01", "Pause", "", False, (2026, 48), "same", Markup(), ()).week
    (2026, 48)
    """

    module: str
    title: str
    question: str
    private: bool
    week: Week
    wording: str
    body: Markup
    earlier: tuple[tuple[Week, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Portfolio:
    """All parts, with what was left out of them.

    Parameters
    ----------
    parts : tuple of Part
    whole : bool
        Nothing was left out as private.
    left : mapping
        How many ``exercises``, ``bookmarks`` and answers to exercises that are ``gone``.
    unread : int
        Lines of the journal that could not be read.
    entries : tuple of Entry
        Every saved answer, for a whole portfolio; none otherwise.

    Examples
    --------
    >>> Portfolio((), True, {}, 0, ()).whole
    True
    """

    parts: tuple[Part, ...]
    whole: bool
    left: Mapping[str, int]
    unread: int
    entries: tuple[Entry, ...]


def gather(library: Library, journal: Journal, *, without_private: bool = False) -> Portfolio:
    """Read a journal into a portfolio.

    Parameters
    ----------
    library : Library
        The course that was answered.
    journal : Journal
    without_private : bool
        Leave out private exercises, bookmarks, and answers of which nobody can say any more
        whether they were private.

    Raises
    ------
    WorkbookError
        When there is nothing to put into it.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> gather(Library(packaged_course()), Journal("no_file.jsonl"))
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: You have no saved answers yet, so there is nothing to put ...
    """
    entries, left, parts = tuple(journal.entries()), Counter[str](), []
    for exercise_id, own in _in_order(histories(library, entries)):
        exercise = _exercise(library, exercise_id)
        reason = _private(exercise_id, exercise) if without_private else ""
        if reason:
            left[reason] += 1
        else:
            parts.append(
                _part(library, journal, exercise, own, shared=without_private)
                if exercise
                else _unknown(library, own)
            )
    if not parts:
        raise WorkbookError(word("portfolio", "nothing_shared" if left else "nothing"))
    carried = () if without_private else entries
    return Portfolio(tuple(parts), not without_private, left, len(journal.problems()), carried)


def _in_order(found: Mapping[str, list[Entry]]) -> list[tuple[str, list[Entry]]]:
    """Put the numbers of a talk, which answer no exercise, at the end of their module."""
    own = [each for each in found.items() if each[0] == KEPT_AS]
    rest = [each for each in found.items() if each[0] != KEPT_AS]
    place = sum(each[0][:2] <= KEPT_AS[:2] for each in rest)
    return [*rest[:place], *own, *rest[place:]]


def _exercise(library: Library, exercise_id: str) -> Exercise | None:
    """Load an exercise; None where it is gone or its author has broken it just now."""
    try:
        return exercise_in(library, exercise_id)
    except WorkbookError:
        return None


def _private(exercise_id: str, exercise: Exercise | None) -> str:
    """Say as what an answer is left out; nothing where it stays."""
    if is_bookmark(exercise_id):
        return "bookmarks"
    if exercise is None:
        return "" if exercise_id == KEPT_AS else "gone"
    return "exercises" if exercise.visibility == "private" else ""


def _part(
    library: Library, journal: Journal, exercise: Exercise, entries: list[Entry], *, shared: bool
) -> Part:
    newest = entries[0]
    lines = _lines(journal, exercise, newest, shared)
    kind = kind_of(exercise)
    learner = Learner(
        earlier=lambda: [kind.read(exercise, each.response) for each in reversed(entries)]
    )
    answer = _answer(exercise, newest, shared)
    rest = () if shared else unsaid(exercise, newest)
    body = kind.kept(exercise, answer, learner, lines) + own_words(rest)
    wording = "same" if newest.edition == exercise.edition else "changed"
    earlier = () if kind.lasting else _earlier(exercise, entries, shared)
    return Part(
        module_title(library, exercise.id),
        exercise.title,
        plain_words(exercise.prompt),
        exercise.visibility == "private",
        week_of(newest),
        "same" if kind.lasting else wording if newest.edition else "unstated",
        Markup(body),
        earlier,
    )


def _answer(exercise: Exercise, entry: Entry, shared: bool):
    kind = kind_of(exercise)
    answer = kind.read(exercise, entry.response)
    return kind.shareable(exercise, answer) if shared else answer


def _lines(journal: Journal, exercise: Exercise, entry: Entry, shared: bool) -> list[str]:
    """Say an answer in words, beside other answers where the exercise asks for that."""
    kind = kind_of(exercise)
    if kind.compared(exercise) and not shared:
        return recalled(journal, exercise, entry)
    return in_words(exercise, _answer(exercise, entry, shared))


def _earlier(
    exercise: Exercise, entries: list[Entry], shared: bool
) -> tuple[tuple[Week, tuple[str, ...]], ...]:
    """Give the last answer of each earlier week that says something else than the one after."""
    found: list[tuple[Week, tuple[str, ...]]] = []
    newest, *rest = entries
    after, week = tuple(_words(exercise, newest, shared)), week_of(newest)
    for entry in rest:
        own = week_of(entry)
        if own == week and own != NO_WEEK:
            continue  # of a week the last answer counts
        lines = tuple(_words(exercise, entry, shared))
        if lines and lines != after:
            found.append((own, lines))
        after, week = lines, own
    return tuple(found)


def _words(exercise: Exercise, entry: Entry, shared: bool) -> list[str]:
    more = () if shared else unsaid(exercise, entry)
    return [*in_words(exercise, _answer(exercise, entry, shared)), *more]


def _unknown(library: Library, entries: list[Entry]) -> Part:
    """Give what is known of an answer without an exercise: the numbers of a talk, or as saved."""
    newest = entries[0]
    exercise_id = newest.exercise
    title, lines, wording = exercise_id, unsaid(None, newest), "gone"
    module = word("record", "elsewhere")
    if exercise_id == KEPT_AS:
        _, questions = questions_of(library, exercise_id)
        numbers = talk_numbers(newest.response)
        title, wording = word("portfolio", "talk"), "same"
        module = module_title(library, exercise_id)
        lines = tuple(
            word("portfolio", "talk_line", question=q.text, answer=f"{numbers[q.key]:g}")
            for q in questions
            if q.key in numbers
        )
    body = own_words(lines)
    return Part(module, title, "", False, week_of(newest), wording, body, ())
