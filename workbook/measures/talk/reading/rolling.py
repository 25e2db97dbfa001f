"""Captions that roll: each shows the words before it again, and they are said once."""

import re
from collections.abc import Sequence
from operator import and_, mul

from .cues import Cue, plain_line
from .times import seconds

__all__ = ["without_repeats"]

SPOKEN_CLOCK = re.compile(r"<\d{1,3}:\d{2}[\d:.]{0,9}>")
LEAST, HALF = 2, 0.5  # captions that show others again, before a file is taken to roll
PAUSE = 0.5  # seconds after a caption, from which the same words are said again


def without_repeats(cues: Sequence[Cue]) -> tuple[list[Cue], int]:
    """Leave out what captions show a second time, where at least half of them do.

    Parameters
    ----------
    cues : sequence of Cue

    Returns
    -------
    tuple of (list of Cue, int)
        The captions, and how many showed words again.

    Examples
    --------
    >>> said = ["Ines: How", "Ines: How was", "Ines: How was it?"]
    >>> cues = [Cue(n, f"0:0{n}", f"0:0{n + 1}", [(False, line)]) for n, line in enumerate(said)]
    >>> kept, count = without_repeats(cues)
    >>> [cue.lines for cue in kept], kept[0].start, count
    ([[(False, 'Ines: How was it?')]], '0:00', 2)
    """
    if any(SPOKEN_CLOCK.search(line) for cue in cues for _, line in cue.lines):
        return _without_same_lines(cues), 0
    joined = list(map(_follows, cues, cues[1:]))
    again = [0, *map(mul, joined, map(_shown_again, cues, cues[1:]))]
    grows = [False, *map(and_, joined, map(_goes_on, cues, cues[1:]))]
    count = sum(bool(lines) or more for lines, more in zip(again, grows, strict=True))
    if count < LEAST or count < HALF * (len(cues) - 1):
        return list(cues), 0
    found: list[Cue] = []
    last = None
    for before, cue, lines, more in zip([None, *cues], cues, again, grows, strict=False):
        if more and found and last is before:
            said = [*found[-1].lines[:-1], cue.lines[-1]]
            found[-1] = found[-1]._replace(stop=cue.stop, lines=said)
            last = cue
        elif cue.lines[lines:]:
            found.append(cue._replace(lines=cue.lines[lines:]))
            last = cue
    return found, count


def _without_same_lines(cues: Sequence[Cue]) -> list[Cue]:
    """Leave out lines that captions with a time for each word show a second time."""
    last, found = "", []
    for cue in cues:
        lines = []
        for blank, line in cue.lines:
            plain = plain_line(line)
            if plain and plain != last:
                lines.append((blank, line))
                last = plain
        if lines:
            found.append(cue._replace(lines=lines))
    return found


def _follows(before: Cue, cue: Cue) -> bool:
    """Say whether a caption comes without a pause after the one before it."""
    try:
        start, stop = seconds(cue.start), seconds(before.stop)
    except ValueError:
        return True
    return start is None or stop is None or start - stop < PAUSE


def _shown_again(before: Cue, cue: Cue) -> int:
    """Count the lines at the head of a caption that end the one before it."""
    old, new = _texts(before), _texts(cue)
    most = min(len(old), len(new) - (len(new) > 1))
    return next((k for k in range(most, 0, -1) if old[-k:] == new[:k]), 0)


def _goes_on(before: Cue, cue: Cue) -> bool:
    """Say whether a caption is the one before it with more words at the end."""
    old, new = _texts(before), _texts(cue)
    if not old or len(old) != len(new) or old[:-1] != new[:-1]:
        return False
    return new[-1].startswith(f"{old[-1]} ")


def _texts(cue: Cue) -> list[str]:
    return [line.replace("</v>", "").rstrip() for _, line in cue.lines]
