"""What a portfolio is made of: own words, notes that were opened, pictures that stand still."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..content.markup import labelled, plain_words
from ..content.model import Exercise
from ..html import Markup, element, escape, fragment, table
from ..words import word, words

__all__ = ["listed", "notes_opened", "on_scale", "own_words", "picture"]

# A picture of the page has classes, which a style sheet draws; a still one says by itself how it
# is drawn, so that it is the same in a file, on paper and in a word processor.
INK, LINE, ACCENT = "var(--wb-ink)", "var(--wb-line)", "var(--wb-accent)"
DRAWN = {
    "sswp-tick": f'fill="none" stroke="{LINE}"',
    "sswp-between": f'fill="none" stroke="{INK}" stroke-width="2"',
    "sswp-person": f'fill="{ACCENT}"',
    "sswp-practitioner": f'fill="none" stroke="{INK}" stroke-width="2"',
    "sswp-course-person": f'fill="none" stroke="{ACCENT}" stroke-width="2"',
    "sswp-course-practitioner": f'fill="none" stroke="{INK}" stroke-dasharray="5 4"',
    "sswp-back": f'fill="var(--wb-tint)" stroke="{LINE}"',
    "sswp-bar0": 'fill="var(--wb-quiet)"',
    "sswp-bar1": f'fill="{ACCENT}"',
    "sswp-log-start": f'fill="none" stroke="{INK}" stroke-dasharray="4 3"',
    "sswp-log-weeks": f'fill="{ACCENT}"',
    "sswp-course": f'fill="{INK}" font-size="12"',
    "sswp-bars": f'fill="{INK}" font-size="12"',
    "sswp-strip": f'fill="{INK}"',
}


def own_words(lines: Iterable[str]) -> Markup:
    """Quote what a learner put, one paragraph for each line; nothing where there is no line.

    Parameters
    ----------
    lines : iterable of str

    Examples
    --------
    >>> own_words(["I asked < once."])
    '<blockquote><p dir="auto">I asked &lt; once.</p></blockquote>'
    >>> own_words([])
    ''
    """
    said = [element("p", line, dir="auto") for line in lines]
    return element("blockquote", *said) if said else Markup()


def picture(label: str, drawn: str, place: str = "wide") -> Markup:
    """Let a picture of the page stand still, with the words that say the same.

    Parameters
    ----------
    label : str
        What a screen reader says instead.
    drawn : str
        SVG with a ``viewBox``, whose classes are those of the page.
    place : {"wide", "narrow"}
        ``narrow`` in the cell of a table, of which a document for a word processor has the words.

    Examples
    --------
    >>> picture("Two.", '<svg class="x" viewBox="0 0 4 2"></svg>')  # doctest: +ELLIPSIS
    '<div class="wide" role="img" aria-label="Two."><svg xmlns=... viewBox="0 0 4 2"></svg></div>'
    """
    for name, look in DRAWN.items():
        drawn = drawn.replace(f'class="{name}"', look)
    size = drawn.partition('viewBox="')[2].partition('"')[0].split()
    about = f'xmlns="http://www.w3.org/2000/svg" width="{size[2]}" height="{size[3]}"'
    whole = Markup(drawn.replace("<svg", f"<svg {about}", 1))
    return element("div", whole, class_=place, role="img", aria_label=label)


def on_scale(put: int, points: int) -> str:
    """Draw one answer as a dot on its scale.

    Parameters
    ----------
    put : int
        The point that was put, from 1.
    points : int
        How many points the scale has.

    Returns
    -------
    str
        SVG for `picture`.

    Examples
    --------
    >>> 'cx="33"' in on_scale(2, 5)
    True
    """
    step, left, middle = 22, 11, 10
    ticks = "".join(f"M{left + n * step} 5v10" for n in range(points))
    axis = f'<path class="sswp-tick" d="M{left} {middle}h{(points - 1) * step}{ticks}"/>'
    place = left + (put - 1) * step
    dot = f'<circle class="sswp-person" cx="{place}" cy="{middle}" r="6"/>'
    return f'<svg viewBox="0 0 {points * step} 20">{axis}{dot}</svg>'


def notes_opened(
    exercise: Exercise, found: Mapping[str, Any], labels: Mapping[str, str] | None = None
) -> Markup:
    """Give the hint, the notes and the closing that an answer has opened.

    Parameters
    ----------
    exercise : Exercise
    found : mapping
        From `Kind.feedback`.
    labels : mapping, optional
        What can be chosen for every item alike.

    Examples
    --------
    >>> notes_opened(Exercise("01/x", "reflection", "T"), {"notes": [], "debrief": "", "hint": ""})
    ''
    """
    said = words("exercise")
    notes = [_note(exercise, note, labels or {}) for note in found["notes"]]
    notes += [
        _boxed(said[name], found[key])
        for name, key in (("hint_title", "hint"), ("debrief", "debrief"))
        if found[key]
    ]
    notes = [note for note in notes if note]
    title = element("h4", words("portfolio")["notes"])
    return element("div", title, *notes, class_="notes", dir="auto") if notes else Markup()


def _note(exercise: Exercise, note: Mapping[str, Any], labels: Mapping[str, str]) -> Markup:
    """Say what a note is about, then the note."""
    item, choice = _item(exercise, note), _choice(exercise, note, labels)
    about = labelled(item, choice) if item and choice else item or choice
    if not (note["html"] or note.get("codes") or note.get("place")):
        return Markup()
    return _boxed(about or words("exercise")["note"], note["html"])


def _item(exercise: Exercise, note: Mapping[str, Any]) -> str:
    item = exercise.item(note["item"])
    return plain_words(item.text).rstrip(": ") if item and len(exercise.items) > 1 else ""


def _choice(exercise: Exercise, note: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    if note.get("place"):
        return word("exercise", "author_place", place=note["place"])
    if "codes" in note:
        codes = "; ".join(note["codes"])
        return word("exercise", "reference", codes=codes) if codes else _no_mark()
    item = exercise.item(note["item"])
    options = {option.key: option.text for option in item.options} if item else {}
    return labels.get(note["option"]) or plain_words(options.get(note["option"], ""))


def _no_mark() -> str:
    return words("exercise")["reference_none"]


def _boxed(title: str, html: str) -> Markup:
    head = element("p", element("strong", title), class_="about")
    return fragment(head, Markup(html) if html else escape(""))


def listed(caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Markup:
    """Write a table that scrolls by keyboard; it is no landmark, since a portfolio has many.

    Parameters
    ----------
    caption : str
    heads : sequence of str
    rows : iterable of sequence
        Texts or `Markup`; the first of a row is its heading.

    Examples
    --------
    >>> listed("Sides", ["Side", "n"], [("Voice", "1")])[:53]
    '<div class="scroll" role="group" tabindex="0" aria-la'
    """
    whole = table(caption, heads, rows, class_="scroll")
    return Markup(whole.replace('role="region"', 'role="group"', 1))
