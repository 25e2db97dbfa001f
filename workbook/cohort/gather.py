"""All hand-ins of a group: one for each person, the newest, with the first for comparison."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..words import word
from .envelope import HandIn, RefusedError, read_hand_in
from .files import Source

__all__ = ["Gathered", "gather"]


@dataclass(frozen=True)
class Gathered:
    """What is counted, and what is not.

    Parameters
    ----------
    newest : list of HandIn
        One for each code.
    pairs : list of (HandIn, HandIn)
        The first and the newest of each code that has handed in at two times.
    notes : list of str
        One line for each file that is left out, for whoever has the files.

    Examples
    --------
    >>> Gathered([], [], []).newest
    []
    """

    newest: list[HandIn]
    pairs: list[tuple[HandIn, HandIn]]
    notes: list[str]


def gather(sources: Iterable[Source], progress: Callable[[int], None] = lambda n: None) -> Gathered:
    """Read every file, and keep what counts.

    Parameters
    ----------
    sources : iterable of Source
    progress : callable
        Takes the number of files read so far.

    Returns
    -------
    Gathered
        Of several hand-ins under one code the newest counts. Two that differ and of which neither
        is newer are both left out.

    Examples
    --------
    >>> gather([Source("a.txt", 1, lambda: b"x")]).notes
    ['a.txt: not a hand-in of this workbook, so it is left out.']
    """
    by_code: dict[str, list[HandIn]] = {}
    notes: list[str] = []
    for n, source in enumerate(sources, 1):
        try:
            one = read_hand_in(source)
            by_code.setdefault(one.code, []).append(one)
        except RefusedError as reason:
            notes.append(str(reason))
        progress(n)
    newest, pairs = [], []
    for code in sorted(by_code):
        kept = _told(code, by_code[code], notes)
        newest += kept[-1:]
        if len(kept) > 1:
            pairs.append((kept[0], kept[-1]))
    return Gathered(newest, pairs, sorted(notes))


def _told(code: str, own: list[HandIn], notes: list[str]) -> list[HandIn]:
    """Give the hand-ins of one code in their order, each once, and say what is left out."""
    once: dict[str, HandIn] = {}
    for one in sorted(own, key=lambda each: (each.when, each.source)):
        if one.checksum in once:
            notes.append(word("cohort", "twice", name=one.source, other=once[one.checksum].source))
        once.setdefault(one.checksum, one)
    kept = list(once.values())
    times = [one.when for one in kept]
    if len(set(times)) < len(times):
        names = ", ".join(one.source for one in kept)
        notes.append(word("cohort", "neither", code=code, names=names))
        return []
    newest = kept[-1].source if kept else ""
    notes += [word("cohort", "older", name=one.source, newest=newest) for one in kept[:-1]]
    return kept
