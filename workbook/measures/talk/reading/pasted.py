"""Lines of talk: ``Name: words``, a name above the words, a chat; however they are marked."""

import re
from collections.abc import Mapping, Sequence

from ....words import word
from ..turns import TranscriptError, plain_name
from .blocks import blocks_above, blocks_of
from .clocks import clocks_between
from .dated import dated_blocks, read_dated
from .directions import almost_named, without_directions
from .forms import asked_in_court, same_form, signed_letters
from .headers import Line, headers_of, lines_of, shown, time_lines
from .inline import at_names, at_times, names_inside
from .labels import Label, split_label
from .mail import is_mail, read_mail
from .marks import without_times
from .messages import is_messages, read_messages
from .numbering import without_numbers, without_turn_numbers
from .pages import without_line_numbers, without_pages, without_spoken_times
from .rows import Asked, Found, Row
from .shapes import is_head
from .voices import Head, voices_of

__all__ = ["read_pasted"]

MOST_ABOVE = 12  # lines above the first name
HEADING = re.compile(
    r"(?:transcript|transcription|transcripción|transkript|transkription|transcrição|trascrizione)",
    re.IGNORECASE,
)
CHANGE = re.compile(r">{2,3}\s*")
ENDS = tuple(".?!…。？！؟।")


def read_pasted(text: str, answers: Mapping[str, bool] | None = None) -> Found:
    r"""Read lines of talk; a line without a name goes on with the one before.

    Parameters
    ----------
    text : str
        Lines; a time such as [00:12] may stand before or behind the name, or the name and the time
        on a line above the words.
    answers : mapping of str to bool, optional
        Label to whether it is somebody who speaks.

    Returns
    -------
    Found

    Raises
    ------
    TranscriptError
        When no line has a name.

    Examples
    --------
    >>> read_pasted("Ines: What matters\nmost?\n[00:12] Dalia: The school.").rows[1]
    Row(row=3, speaker='Dalia', text='The school.', start='[00:12]', stop=None, code='')
    """
    lines = lines_of(text)
    if not lines:
        raise TranscriptError(word("talk_errors", "no_word"))
    if is_messages(lines):
        return read_messages(lines)
    if is_mail(lines):
        return read_mail(lines)
    if blocks := dated_blocks(lines):
        return read_dated(lines, blocks)
    lines, around = without_pages(lines)
    if not lines:
        raise TranscriptError(word("talk_errors", "nameless_line"), around[0].row)
    lines = at_times(at_names(without_line_numbers(without_spoken_times(lines))))
    lines, inside = names_inside(lines, answers or {})
    found = _read_lines(lines, answers)
    notes = [word("talk_notes", "around", row=line.row, line=shown(line)) for line in around]
    asked = sorted([*found.asked, *inside], key=lambda each: each.row)
    return found._replace(notes=[*found.notes, *notes], asked=asked)


def _read_lines(lines: list[Line], answers: Mapping[str, bool] | None) -> Found:
    """Read lines that are all of the talk, or stand above it."""
    times = time_lines(lines)
    asked: list = []
    counted: list[Head] = []
    letters = signed_letters([line.text for line in lines])
    starts = {n: (label, 1) for n, label in letters.items()}
    starts = starts or headers_of(lines, times) or blocks_above(lines)
    times |= clocks_between(lines, starts) if not letters else {}
    skipped = _above(lines, starts) if starts else _document_head(lines)
    if not starts:
        heads = [head for head in _heads(lines, times) if head.place not in skipped]
        counted = without_turn_numbers(heads)
        heads = without_directions(counted or heads)
        places, asked = voices_of(heads, answers, (line.text for line in lines))
        labels = {head.place: head.label for head in heads if head.place in places}
        slips, more = _slips(lines, labels, answers or {})
        starts = {n: (label, 1) for n, label in sorted({**labels, **slips}.items())}
        asked = sorted([*asked, *more], key=lambda each: each.row)
    if not starts:
        skipped = set()
        formed = same_form([line.text for line in lines])
        starts = {n: (label, 1) for n, label in formed.items()} or blocks_of(lines)
    if not starts:
        raise TranscriptError(word("talk_errors", "nameless_line"), lines[0].row)
    found = _assembled(lines, starts, skipped | set(times), asked, set(times))
    notes = [word("talk_notes", "turn_numbers")] if counted else []
    return found._replace(notes=[*notes, *found.notes])


def _heads(lines: Sequence[Line], times) -> list[Head]:
    found = []
    court = asked_in_court([line.text for line in lines])
    for n, line in enumerate(lines):
        label = None if n in times else court.get(n) or split_label(line.text)
        if label:
            before = "" if line.opens else lines[n - 1].text
            found.append(Head(n, line.row, line.text, label, before))
    return without_numbers(found)


def _slips(lines: Sequence[Line], labels: Mapping[int, Label], answers) -> tuple[dict, list]:
    """Ask about lines with another sign than a colon behind a name; they are taken as its words."""
    names = {plain_name(label.name): label.name for label in labels.values()}
    found: dict[int, Label] = {}
    asked: dict[str, Asked] = {}
    for n, label in almost_named([line.text for line in lines], list(names.values())).items():
        if n in labels:
            continue
        if label.name not in answers:
            asked.setdefault(label.name, Asked(label.name, lines[n].row, shown(lines[n]), True))
        if answers.get(label.name, True):
            found[n] = label._replace(name=names[plain_name(label.name.rstrip(";=-–— "))])
    return found, list(asked.values())


def _document_head(lines: Sequence[Line]) -> set[int]:
    """Find the lines of a document's head, such as ``Date: 12 March``, above the talk."""
    if below := _below_heading(lines):
        return set(range(below))
    end = next((n for n, line in enumerate(lines) if n and line.opens), 0)
    labels = [split_label(line.text) for line in lines[: max(end, MOST_ABOVE)]]
    block = labels[:end]
    names = [plain_name(label.name) for label in labels if label]
    if (
        0 < end <= MOST_ABOVE
        and all(map(_is_short, lines[:end], block))
        and any(label and is_head(label.name) for label in block)
        and any(map(split_label, (line.text for line in lines[end : end + 50])))
    ):
        return set(range(end))
    last = 0
    for n, (line, label) in enumerate(zip(lines, labels, strict=False)):
        if label and not (is_head(label.name) and names.count(plain_name(label.name)) == 1):
            break
        if not label and not _is_short(line, None):
            break
        last = n + 1 if label or _is_note(line) and last else last
    return set(range(last)) if len(lines) > last else set()


def _below_heading(lines: Sequence[Line]) -> int:
    """Find where the talk begins below a heading that says no more than that it is one."""
    place = next(
        (n for n, line in enumerate(lines[:MOST_ABOVE]) if HEADING.fullmatch(line.text)), 0
    )
    above, below = ({plain_name(label.name) for line in part if (label := split_label(line.text))}
                    for part in (lines[:place], lines[place + 1 :]))  # fmt: skip
    return 0 if above & below or not below else place + 1 if place else 0


def _is_note(line: Line) -> bool:
    return line.text.startswith("[") and line.text.endswith("]")


def _is_short(line: Line, label: Label | None) -> bool:
    return len(label.rest.split()) <= 10 if label else not line.text.endswith(ENDS)


def _above(lines: Sequence[Line], starts) -> set[int]:
    return set() if min(starts) == 0 else set(range(min(starts)))


def _assembled(lines, starts, skipped: set[int], asked, times: set[int]) -> Found:
    """Put the words below each name together, and say what is left out."""
    first, notes, rows = min(starts), [], []
    marked = any(CHANGE.match(lines[n].text) for n in starts)
    over, clock = 0, None
    above = [n for n in range(first) if n not in times and n not in skipped]
    if len(above) > MOST_ABOVE or len(above) > len(lines) / 2:
        raise TranscriptError(word("talk_errors", "nameless_line"), lines[0].row)
    for n, line in enumerate(lines):
        if n in starts:
            label, size = starts[n]
            over = n + size
            speaker = "" if not label.name.strip("?") else label.name
            rows.append([line.row, speaker, [label.rest], label.start or clock])
            clock = None
        elif n < over:
            continue
        elif n in times:
            clock = line.text
        elif n in skipped or (n < first and not line.text.endswith(ENDS)):
            notes.append(word("talk_notes", "head", row=line.row, line=shown(line)))
        elif not rows or (marked and CHANGE.match(line.text)):
            rows.append([line.row, "", [CHANGE.sub("", line.text, count=1)], None])
        else:
            rows[-1][2].append(without_times(line.text)[0])
    if times and all(size == 1 for _, size in starts.values()):
        notes.append(word("talk_notes", "time_lines", count=len(times)))
    made = [Row(row, who, " ".join(said).strip(), start) for row, who, said, start in rows]
    return Found(made, notes, asked)
