"""One caption: its times, its lines, and its words without the signs of the form."""

import html
import re
from typing import NamedTuple

__all__ = ["Cue", "plain_line"]

TAG = re.compile(
    r"</?[a-z][^<>]{0,120}>|<\d{1,3}:[\d:.]{1,12}>|</?[a-z]>|\{\\[a-z][^{}]{0,40}\}", re.IGNORECASE
)


class Cue(NamedTuple):
    """One caption.

    Parameters
    ----------
    row : int
        Where it stands.
    start, stop : str
        Its times as written.
    lines : list of (bool, str)
        Its lines, each with whether an empty one stands above.

    Examples
    --------
    >>> Cue(3, "0:01", "0:02", [(False, "Ines: Hello.")]).start
    '0:01'
    """

    row: int
    start: str
    stop: str
    lines: list


def plain_line(line: str) -> str:
    """Give a line of a caption without tags and double spaces.

    Examples
    --------
    >>> plain_line("<i>Hello</i>  &amp; good day")
    'Hello & good day'
    """
    return " ".join(html.unescape(TAG.sub("", line)).split())
