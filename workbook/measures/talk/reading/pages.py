"""What stands around a talk and is no part of it: pages, numbers of lines, words of a program."""

import re
from collections import Counter
from collections.abc import Sequence

from .headers import Line
from .labels import split_label
from .shapes import is_session

__all__ = ["without_line_numbers", "without_pages", "without_spoken_times"]

PAGE = (
    r"(?:page|seite|página|pagina|pág\.|pag\.|str\.|p\.)\s*\d{1,4}"
    r"(?:\s*(?:of|von|de|di|sur|/)\s*\d{1,4})?"
)
ONLY_PAGE = re.compile(
    rf"[-–—|\s]*(?:{PAGE}|\d{{1,4}}\s*\|\s*page|\d{{1,4}}\s*(?:of|/|von)\s*\d{{1,4}}"
    r"|[-–—]\s*\d{1,4}\s*[-–—])[-–—|\s]*",
    re.IGNORECASE,
)
BESIDE_PAGE = re.compile(rf"{PAGE}\W*$|^\W*{PAGE}\b", re.IGNORECASE)
NUMBER = re.compile(r"\d{1,4}")
NUMBERED = re.compile(r"\(?(\d{1,5})(?:[.)]\s+|\s+)(?=\S)")
EMPTY = re.compile(r"(\d{1,5})")  # a numbered line with nothing on it
MOST = 0.8
MEETING = r"(?i:meeting|reuni[oó]n|réunion|reunião|besprechung|riunione|transcription)"
ENDED = r"(?i:ended|finaliz|termin|beendet|encerrad)"
FROM_TOOLS = re.compile(  # what Meet, Teams, Otter, Rev and courts write around a talk
    r"This editable transcript was computer generated|Esta transcripción editable se"
    r"|Cette transcription modifiable|Dieses bearbeitbare Transkript|Esta transcrição editável"
    rf"|[^:]{{0,20}}{MEETING}\b[^:]{{0,20}}{ENDED}[^:]{{0,20}}\d:\d\d:\d\d\W{{0,5}}$"
    rf"|[^:]{{0,20}}{MEETING}\b[^:]{{0,20}}\d:\d\d:\d\d {ENDED}\w{{0,3}}\W{{0,5}}$"
    r"|\(?(?:Transcribed|Transcript(?:ion)? (?:created|generated|provided)|Generated)"
    r" (?:by|with) \S+"
    r"|This transcript was exported on "
    r"|[^:]{1,80} (?:(?:started|stopped) transcription"
    r"|(?:inició|detuvo|ha iniciado|ha detenido) la transcripción"
    r"|a (?:démarré|commencé|lancé|arrêté) la transcription"
    r"|hat die Transkription (?:gestartet|begonnen|beendet|angehalten)"
    r"|(?:iniciou|parou|interrompeu) a transcrição"
    r"|ha (?:avviato|interrotto|arrestato) la trascrizione)\.?$"
    r"|(?:\W*END OF TRANSCRIPT\W*)$|BY (?:MR|MS|MRS|DR|MISS|THE)\b[^:]{0,40}:$"
)
SPOKEN = re.compile(  # a time in words, above the same one in figures, as Teams writes for readers
    r"\s*(?:\d{1,3}\s[^\W\d_]{1,10}\s){0,2}\d{1,2}\s(?:sec|sek|seg)\w{0,7}$", re.IGNORECASE
)
LONGEST_SPOKEN = 60  # letters at the end of a line
FIGURES = re.compile(r"\d{1,3}:\d\d(?::\d\d)?")


def without_pages(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    r"""Take away numbers and running heads of pages, and what a program wrote around the talk.

    Parameters
    ----------
    lines : sequence of Line

    Returns
    -------
    tuple of (list of Line, list of Line)
        The lines of the talk, and those left out.

    Examples
    --------
    >>> from workbook.measures.talk.reading.headers import lines_of
    >>> kept, out = without_pages(lines_of("Ines: Hello\nPage 2 of 3\nthere.\nDalia: Hi."))
    >>> [line.text for line in kept], out[0].row
    (['Ines: Hello', 'there.', 'Dalia: Hi.'], 2)
    """
    heads = Counter(_masked(line.text) for line in lines if BESIDE_PAGE.search(line.text))
    out = _counting(lines)
    for n, line in enumerate(lines):
        beside = heads[_masked(line.text)] > 1 and bool(BESIDE_PAGE.search(line.text))
        if beside or ONLY_PAGE.fullmatch(line.text) or FROM_TOOLS.match(line.text):
            out.add(n)
    out |= _running(lines, out) | _sessions(lines)
    kept = [line for n, line in enumerate(lines) if n not in out]
    return kept, [lines[n] for n in sorted(out)]


def _masked(text: str) -> str:
    return re.sub(r"\d+", "0", text.casefold())


def _counting(lines: Sequence[Line]) -> set[int]:
    """Find lines that hold nothing but a number, where these count on with talk between."""
    found = [(n, int(line.text)) for n, line in enumerate(lines) if NUMBER.fullmatch(line.text)]
    steps = list(zip(found, found[1:], strict=False))
    counts = all(after[1] == before[1] + 1 and after[0] > before[0] + 1 for before, after in steps)
    return {n for n, _ in found} if steps and counts else set()


def _sessions(lines: Sequence[Line]) -> set[int]:
    """Find headings of further parts of a talk: an empty line above, and a name below."""
    return {
        n
        for n, line in enumerate(lines[:-1])
        if n and line.opens and is_session(line.text[:90]) and split_label(lines[n + 1].text)
    }


def _running(lines: Sequence[Line], out: set[int]) -> set[int]:
    """Find a line that comes again beside the numbers of pages, and nowhere else."""
    beside = {n for each in out for n in (each - 1, each + 1) if 0 <= n < len(lines)} - out
    near = Counter(lines[n].text for n in beside if ":" not in lines[n].text)
    all_of = Counter(line.text for line in lines)
    return {n for n in beside if 1 < near[lines[n].text] == all_of[lines[n].text]}


def without_line_numbers(lines: Sequence[Line]) -> list[Line]:
    r"""Take the number of each line away, where nearly all lines are counted.

    Parameters
    ----------
    lines : sequence of Line

    Examples
    --------
    >>> from workbook.measures.talk.reading.headers import lines_of
    >>> lines = lines_of("1 Ines: Hello\n2 there.\n3 Dalia: Hi.")
    >>> [line.text for line in without_line_numbers(lines)]
    ['Ines: Hello', 'there.', 'Dalia: Hi.']
    """
    matches = [NUMBERED.match(line.text) or EMPTY.fullmatch(line.text) for line in lines]
    numbers = [int(match[1]) for match in matches if match]
    follows = sum(n in (before + 1, 1) for before, n in zip(numbers, numbers[1:], strict=False))
    if len(numbers) < max(3, MOST * len(lines)) or follows < MOST * (len(numbers) - 1):
        return list(lines)
    found, opens = [], False
    for line, match in zip(lines, matches, strict=True):
        text = line.text[match.end() :] if match else line.text
        if text:
            found.append(line._replace(text=text, opens=line.opens or opens))
        opens = not text
    return found


def without_spoken_times(lines: Sequence[Line]) -> list[Line]:
    r"""Take away a time in words where the same time stands below it in figures.

    Parameters
    ----------
    lines : sequence of Line

    Examples
    --------
    >>> from workbook.measures.talk.reading.headers import lines_of
    >>> lines = lines_of("Ines   0 minutes 3 seconds\n0:03\nHello.")
    >>> [line.text for line in without_spoken_times(lines)]
    ['Ines', '0:03', 'Hello.']
    """
    figures = [bool(FIGURES.fullmatch(line.text)) for line in lines]
    found = [line._replace(text=_without_words(line.text)) if below else line
             for line, below in zip(lines, [*figures[1:], False], strict=True)]  # fmt: skip
    again = {n for n in range(2, len(found)) if figures[n - 1]
             and _without_words(lines[n].text) == found[n - 2].text != lines[n].text}  # fmt: skip
    return [line for n, line in enumerate(found) if line.text and n not in again]


def _without_words(text: str) -> str:
    match = SPOKEN.search(text, max(0, len(text) - LONGEST_SPOKEN))
    return text[: match.start()].rstrip() if match else text
