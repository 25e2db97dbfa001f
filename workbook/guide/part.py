"""The part of one exercise in the guide, from what its file says to whoever leads a group."""

import re
from typing import NamedTuple

from ..content.library import Library
from ..content.model import Exercise
from ..words import word, words

__all__ = ["Told", "exercise_part", "told"]

LEAD = re.compile(r"^\*\*(?P<name>[^*]+)\.\*\* +(?P<text>.+)$")


class Told(NamedTuple):
    """A facilitator part, taken apart.

    Parameters
    ----------
    notes : str
        What stands before the first lead.
    leads : dict of str to str
        Each line that begins with a lead such as ``**Safety.**``, in the order of the file.

    Examples
    --------
    >>> Told("", {"Safety": "Stop."}).leads["Safety"]
    'Stop.'
    """

    notes: str
    leads: dict[str, str]


def told(facilitator: str) -> Told:
    r"""Take a facilitator part apart.

    Parameters
    ----------
    facilitator : str
        Markdown; a line after a lead that has no lead of its own belongs to the one above.

    Examples
    --------
    >>> told("Ask.\n**Safety.** Stop.\nAt once.").leads
    {'Safety': 'Stop. At once.'}
    """
    notes: list[str] = []
    leads: dict[str, str] = {}
    last = ""
    for line in facilitator.splitlines():
        found = LEAD.match(line.strip())
        if found:
            last = found["name"]
            leads[last] = f"{leads[last]} {found['text']}" if last in leads else found["text"]
        elif last and line.strip():
            leads[last] += f" {line.strip()}"
        else:
            notes.append(line)
    return Told("\n".join(notes).strip(), leads)


def exercise_part(library: Library, exercise: Exercise, level: int = 3) -> str:
    """Write the part of one exercise, as Markdown.

    Parameters
    ----------
    library : Library
        For the objectives of its module.
    exercise : Exercise
    level : int
        Of its heading.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> course = Library(packaged_course())
    >>> exercise_part(course, course.exercise("00/start_line")).splitlines()[0]
    '### Mark your start line'
    """
    said, found = words("guide"), told(exercise.facilitator)
    lines = [f"{'#' * level} {exercise.title}", _facts(exercise)]
    lines += [f"{said['purpose']} {exercise.purpose}", f"{said['objective']} {exercise.objective}"]
    if exercise.content_note:
        lines.append(f"{said['content_note']} {exercise.content_note}")
    if found.notes:
        lines.append(found.notes)
    if found.leads:
        lines.append("\n".join(f"- **{name}.** {text}" for name, text in found.leads.items()))
    if exercise.debrief:
        lines.append(f"{said['debrief']} {' '.join(exercise.debrief.split())}")
    return "\n\n".join(line for line in lines if line)


def _facts(exercise: Exercise) -> str:
    """Give in one line where it is, how long it takes, and who may see the answers."""
    said = words("guide")
    facts = [exercise.id, word("guide", "minutes", n=exercise.minutes)]
    facts += [said["way"][exercise.way], said["visibility"][exercise.visibility]]
    facts += [said["optional"]] * exercise.optional + [said["asked_again"]] * exercise.post_test
    return f"*{' · '.join(facts)}*"
