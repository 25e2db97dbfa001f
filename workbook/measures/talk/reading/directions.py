"""Notes beside a name, such as ``Dalia (crying):``, and names before a sign that is no colon."""

import re
from collections.abc import Sequence

from ..turns import plain_name
from .labels import Label
from .shapes import shape
from .voices import Head

__all__ = ["almost_named", "without_directions"]

NOTED = re.compile(r"(.{1,80}?)\s*(?:\(([^()]{2,60})\)|\[([^\[\]]{2,60})\])")
ALMOST = re.compile(r"([^:;=\n]{1,60}?)(?:\s?[;=]|\s[-–—])\s+(?=\S)")
PRONOUNS = re.compile(r"(?:she|he|they)\b.*", re.IGNORECASE)


def without_directions(heads: Sequence[Head]) -> list[Head]:
    """Give what is noted beside a name back to the words, as a note in square brackets.

    A note begins with a small letter, and the name stands without it too or with another one.

    Parameters
    ----------
    heads : sequence of Head

    Examples
    --------
    >>> labels = [Label("Dalia (crying)", "No."), Label("Dalia", "Yes.")]
    >>> heads = [Head(n, n + 1, "", label) for n, label in enumerate(labels)]
    >>> without_directions(heads)[0].label[:2]
    ('Dalia', '[crying] No.')
    """
    noted = {head.place: match for head in heads if (match := NOTED.fullmatch(head.label.name))}
    bare = {plain_name(head.label.name) for head in heads}
    notes: dict[str, set[str]] = {}
    for match in noted.values():
        notes.setdefault(plain_name(match[1]), set()).add(plain_name(match[2] or match[3]))
    several = {name for name, found in notes.items() if name in bare or len(found) > 1}
    return [_head(head, noted.get(head.place), several) for head in heads]


def _head(head: Head, match: re.Match | None, several: set[str]) -> Head:
    note = (match[2] or match[3]) if match else ""
    if not match or plain_name(match[1]) not in several or not _is_direction(note):
        return head
    said = f"[{note}] {head.label.rest}".strip()
    return head._replace(label=head.label._replace(name=match[1], rest=said))


def _is_direction(note: str) -> bool:
    role = shape(note) == "sure"  # as in ``Dalia (mother)``
    return note[:1].islower() and not role and not PRONOUNS.fullmatch(note)


def almost_named(lines: Sequence[str], names: Sequence[str]) -> dict[int, Label]:
    """Find lines where a sign that is no colon stands behind a name that speaks elsewhere.

    Parameters
    ----------
    lines, names : sequence of str

    Returns
    -------
    dict of int to Label
        The label keeps the sign, so that it is asked about by itself.

    Examples
    --------
    >>> almost_named(["Dalia; Hard.", "Dalia, come in."], ["Dalia"])[0].name
    'Dalia;'
    """
    known = {plain_name(name) for name in names}
    found = {}
    for n, line in enumerate(lines):
        match = ALMOST.match(line[:80])
        if match and plain_name(match[1]) in known:
            found[n] = Label(line[: match.end()].strip(), line[match.end() :].strip())
    return found
