"""Names on lines of their own above what is said, with nothing beside them."""

from collections import Counter
from collections.abc import Sequence

from ..turns import plain_name
from .headers import Line, bare_name, is_name_line
from .labels import Label, split_label, tidy
from .shapes import is_ordinary, shape

__all__ = ["blocks_above", "blocks_of"]

MOST = 0.8


def blocks_of(lines: Sequence[Line]) -> dict[int, tuple[Label, int]]:
    r"""Find names on a line of their own above each paragraph, with nothing beside them.

    Examples
    --------
    >>> from workbook.measures.talk.reading.headers import lines_of
    >>> text = "Ines\nWhat matters?\n\nDalia\nThe school.\n\nInes\nTell me more."
    >>> [label.name for label, _ in blocks_of(lines_of(text)).values()]
    ['Ines', 'Dalia', 'Ines']
    """
    opened = [n for n, line in enumerate(lines) if line.opens]
    found = {
        n: Label(bare_name(lines[n].text), "", "", True)
        for n in opened
        if is_name_line(lines[n].text) and n + 1 < len(lines) and not lines[n + 1].opens
    }
    names = {plain_name(label.name) for label in found.values()}
    fits = len(found) >= 3 and len(names) < len(found) and len(found) >= MOST * len(opened)
    return {n: (label, 1) for n, label in found.items()} if fits else _names_between(lines)


def blocks_above(lines: Sequence[Line]) -> dict[int, tuple[Label, int]]:
    r"""Find names above paragraphs, as `blocks_of` does, where no name stands before a colon.

    Examples
    --------
    >>> from workbook.measures.talk.reading.headers import lines_of
    >>> text = "Ines\nI ask: why?\n\nDalia\nFirst: no.\n\nInes\nTell me more."
    >>> list(blocks_above(lines_of(text)))
    [0, 2, 4]
    """
    found = blocks_of(lines)
    labels = [label for line in lines if found and (label := split_label(line.text))]
    counts = Counter(plain_name(label.name) for label in labels if shape(label.name) == "sure")
    return {} if any(count > 1 for count in counts.values()) else found


def _names_between(lines: Sequence[Line]) -> dict[int, tuple[Label, int]]:
    """Find names on lines of their own that come again, without empty lines around them."""
    counts = Counter(line.text for line in lines)
    names = {text for text, count in counts.items() if count > 1 and is_name_line(text)}
    names = {text for text in names if not is_ordinary(text)}
    found = [n for n, line in enumerate(lines) if line.text in names]
    apart = all(after > before + 1 for before, after in zip(found, found[1:], strict=False))
    if len(names) < 2 or found[0] != 0 or not apart or found[-1] + 1 >= len(lines):
        single = _capital_names(lines)
        return single if len(single) > 2 else {}
    return {n: (Label(tidy(lines[n].text), "", "", True), 1) for n in found}


def _capital_names(lines: Sequence[Line]) -> dict[int, tuple[Label, int]]:
    """Find names all in capitals on lines of their own, in a talk that is not in capitals."""
    found = [n for n, line in enumerate(lines) if line.text.isupper() and is_name_line(line.text)]
    apart = all(after > before + 1 for before, after in zip(found, found[1:], strict=False))
    repeated = len({lines[n].text for n in found}) < len(found)
    if not found or found[0] != 0 or not apart or not repeated or found[-1] + 1 >= len(lines):
        return {}
    return {n: (Label(tidy(lines[n].text), "", "", True), 1) for n in found}
