"""Time marks at the head and the end of what was said: times, and never words."""

import re

from .times import SPAN, STAMP

__all__ = ["without_times"]

F4 = r"#\d{1,3}:\d{1,2}:\d{1,2}-\d{1,3}#"
FIRST = re.compile(
    rf"\s*([\[(]\s*(?:{STAMP}|{F4[1:-1]})\s*[\])]|{F4}|{SPAN}(?=\t|\s{{3}}))(?:\s*[-–—|]\s+)?\s*"
)
LAST = re.compile(rf"\s*({F4})\s*$")
BEHIND_TAB = re.compile(rf"\s*\t\s*({SPAN})\s*$")


def without_times(text: str) -> tuple[str, str, str]:
    """Take the time marks from the head and the end of what was said.

    Parameters
    ----------
    text : str
        One thing that was said.

    Returns
    -------
    tuple of str
        The rest, the first time of the head and the mark of the end, each empty without.

    Examples
    --------
    >>> without_times("[00:00:05] What matters? #00:00:09-5#")
    ('What matters?', '[00:00:05]', '#00:00:09-5#')
    """
    start, stop = "", ""
    while match := FIRST.match(text):
        start, text = start or match[1], text[match.end() :]
    while text.endswith("#") and (match := LAST.search(text, max(0, len(text) - 40))):
        stop, text = stop or match[1], text[: match.start()]
    if "\t" in text[-40:] and (match := BEHIND_TAB.search(text, max(0, len(text) - 40))):
        stop, text = stop or match[1], text[: match.start()]
    return text, start, stop
