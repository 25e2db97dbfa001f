"""An earlier answer in words, alone or beside other answers on the same lines."""

from ..content.model import Exercise
from ..journal import Entry, Journal
from ..kinds import kind_of

__all__ = ["recalled"]


def recalled(journal: Journal, exercise: Exercise, entry: Entry) -> list[str]:
    """Say an answer, a line for each part.

    Where the exercise names others to compare with, each part says, a line for each, what was put
    at each time that has an answer.

    Parameters
    ----------
    journal : Journal
    exercise : Exercise
    entry : Entry
        An answer to that exercise.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> journal = Journal(tempfile.mkdtemp() + "/journal.jsonl")
    >>> line = Library(packaged_course()).exercise("05/start_line_now")
    >>> first = journal.save("00/start_line", {"ratings": {"facts": "4"}})
    >>> now = journal.save(line.id, {"ratings": {"facts": "3"}})
    >>> print(recalled(journal, line, now)[0])
    The person heard the facts that I used to decide.
    At the start: In most
    Now: In about half
    """
    kind = kind_of(exercise)
    latest = {other: journal.latest(other) for other in kind.compared(exercise)}
    found = {other: kind.read(exercise, one.response) for other, one in latest.items() if one}
    if len(found) < 2:
        return kind.say(exercise, kind.read(exercise, entry.response))
    return kind.say_compared(exercise, found)
