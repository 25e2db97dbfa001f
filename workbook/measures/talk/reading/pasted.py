"""Lines of talk: ``Name: words``, a name above the words, a chat; however they are marked."""

import re
from collections.abc import Mapping, Sequence

from ....words import word
from ..turns import TranscriptError, plain_name
from .headers import Line, blocks_of, headers_of, lines_of, time_lines
from .labels import INVISIBLE, Label, is_head, shape, split_label, tidy
from .rows import Found, Row
from .times import CLOCK, SPAN
from .voices import Head, voices_of

__all__ = ["read_pasted"]

MOST_ABOVE = 12  # lines above the first name
SHOWN = 60  # letters of a line in a note
DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
MESSAGE = re.compile(
    rf"\[?(?:{CLOCK}),\s*{DAY}\]?\s+|\[?{DAY},?[\sT]+(?:{CLOCK})(?:\s?[ap]\.?\s?m\.?)?Z?\]?\s*(?:[-–—]\s+|\s)",
    re.IGNORECASE,
)
DASHED = re.compile(
    rf"(?:[\[(]?{SPAN}[\])]?\s+)?([^\s:](?:[^:\n]{{0,58}}?[^\s:])?)\s+[-–—]\s+(?=\S)"
)
LETTERED = re.compile(r"([A-Z]{1,3}\d{0,2})\.\s+(?=\S)")  # Q. and A., as courts write
BRACKETED = re.compile(r"[\[(]([^\[\]()\n]{1,60})[\])]\s+(?=\S)")
POINTED = re.compile(r"<([^<>\n]{1,60})>\s+(?=\S)|([^\s:>|<][^:>|\n]{0,58}?)\s*[>|]\s+(?=\S)")
FORMS = (DASHED, BRACKETED, LETTERED, POINTED)
NUMBERED = re.compile(r"\(?(\d{1,5})[.)]?\s+(?=\D)")
FROM_TOOLS = re.compile(  # what Meet and Teams write around a talk
    r"This editable transcript was computer generated|(?:Meeting|Transcription) ended after"
    r"|.{1,80} (?:started|stopped) transcription$"
)
CHANGE = re.compile(r">{2,3}\s*")
ENDS = tuple(".?!…。？！؟।")
MOST = 0.8


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
    if MESSAGE.match(INVISIBLE.sub("", lines[0].text)):
        return _messages(lines)
    times = time_lines(lines)
    asked: list = []
    starts = headers_of(lines, times)
    skipped = _above(lines, starts) if starts else _document_head(lines)
    if not starts:
        heads = [head for head in _heads(lines, times) if head.place not in skipped]
        places, asked = voices_of(heads, answers, (line.text for line in lines))
        starts = {head.place: (head.label, 1) for head in heads if head.place in places}
    if not starts:
        skipped = set()
        starts = next(filter(None, (_all_of(lines, form) for form in FORMS)), {})
        starts = starts or blocks_of(lines)
    if not starts:
        raise TranscriptError(word("talk_errors", "nameless_line"), lines[0].row)
    return _assembled(lines, starts, skipped | set(times), asked, set(times))


def _heads(lines: Sequence[Line], times) -> list[Head]:
    found = []
    for n, line in enumerate(lines):
        label = None if n in times else split_label(line.text)
        if label:
            before = "" if line.opens else lines[n - 1].text
            found.append(Head(n, line.row, line.text, label, before))
    return _without_numbers(found)


def _without_numbers(heads: list[Head]) -> list[Head]:
    """Take the numbers of lines from before the names, where they count on."""
    matches = [NUMBERED.match(head.label.name) for head in heads]
    numbers = [int(match[1]) for match in matches if match]
    if len(numbers) < max(2, len(heads)) or sorted(set(numbers)) != numbers:
        return heads
    return [
        head._replace(label=head.label._replace(name=head.label.name[match.end() :]))
        for head, match in zip(heads, matches, strict=True)
        if match
    ]


def _document_head(lines: Sequence[Line]) -> set[int]:
    """Find the lines of a document's head, such as ``Date: 12 March``, above the talk."""
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
    for n, label in enumerate(labels):
        alone = label and is_head(label.name) and names.count(plain_name(label.name)) == 1
        if not alone:
            return set(range(n)) if len(lines) > n else set()
    return set()


def _is_short(line: Line, label: Label | None) -> bool:
    return len(label.rest.split()) <= 10 if label else not line.text.endswith(ENDS)


def _above(lines: Sequence[Line], starts) -> set[int]:
    return set() if min(starts) == 0 else set(range(min(starts)))


def _messages(lines: Sequence[Line]) -> Found:
    """Read a chat: each line with a date is a message, and others go on."""
    rows: list[list] = []
    nobody: list[str] = []
    taken = False
    for line in lines:
        text = INVISIBLE.sub("", line.text)
        match = MESSAGE.match(text)
        label = split_label(text[match.end() :]) if match else None
        taken = taken if not match else label is not None
        if label:
            rows.append([line.row, label.name, [label.rest]])
        elif match or not taken:
            nobody.append(_shown(line))
        else:
            rows[-1][2].append(text)
    if not rows:
        raise TranscriptError(word("talk_errors", "nameless_line"), lines[0].row)
    notes = [word("talk_notes", "no_message", line=line) for line in nobody]
    return Found([Row(row, name, " ".join(said).strip()) for row, name, said in rows], notes)


def _all_of(lines: Sequence[Line], form: re.Pattern) -> dict[int, tuple[Label, int]]:
    """Read a form such as ``Name - words`` where nearly every line is like this."""
    found = {}
    for n, line in enumerate(lines):
        match = form.match(line.text[:200])
        name = tidy((match[1] or match[match.lastindex or 0]).strip("*_")) if match else ""
        if match and shape(name) == "sure":
            found[n] = (Label(name, line.text[match.end() :].strip(), "", True), 1)
    names = {plain_name(label.name) for label, _ in found.values()}
    several = len(found) >= 2 and len(names) <= max(2, len(found) / 2)
    return found if several and len(found) >= MOST * len(lines) else {}


def _assembled(lines, starts, skipped: set[int], asked, times: set[int]) -> Found:
    """Put the words below each name together, and say what is left out."""
    first, notes, rows = min(starts), [], []
    marked = any(CHANGE.match(lines[n].text) for n in starts)
    over, clock = 0, None
    above = [n for n in range(first) if n not in times]
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
        elif FROM_TOOLS.match(line.text):
            notes.append(word("talk_notes", "from_tools", row=line.row, line=_shown(line)))
        elif n in skipped or (n < first and not line.text.endswith(ENDS)):
            notes.append(word("talk_notes", "head", row=line.row, line=_shown(line)))
        elif not rows or (marked and CHANGE.match(line.text)):
            rows.append([line.row, "", [CHANGE.sub("", line.text, count=1)], None])
        else:
            rows[-1][2].append(line.text)
    if times and all(size == 1 for _, size in starts.values()):
        notes.append(word("talk_notes", "time_lines", count=len(times)))
    made = [Row(row, who, " ".join(said).strip(), start) for row, who, said, start in rows]
    return Found(made, notes, asked)


def _shown(line: Line) -> str:
    text = " ".join(line.text.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
