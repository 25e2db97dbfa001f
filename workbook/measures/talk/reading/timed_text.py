"""Timed text in XML: TTML as broadcasters and Netflix write it, and the captions of YouTube."""

import html
import re
from collections.abc import Mapping
from xml.etree import ElementTree

from ....words import word
from ..turns import TranscriptError
from .captions import rows_of_cues
from .cues import Cue
from .rows import Found
from .times import seconds

__all__ = ["is_timed_text", "read_timed_text"]

FORM = re.compile(
    r"(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    r"<(?:\w{1,9}:)?(?:tt|timedtext|transcript)[\s>]",
    re.DOTALL,
)
OFFSET = re.compile(r"(\d{1,12}(?:\.\d{1,9})?)(h|ms|m|s|t|f)")
SIZES = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
STARTS, LENGTHS = ("begin", "start", "t"), ("dur", "d")
PLACES = ("p", "text")  # elements that are captions


def is_timed_text(text: str) -> bool:
    """Say whether a text is timed text.

    Examples
    --------
    >>> is_timed_text('<tt xml:lang="en"><body/></tt>'), is_timed_text("<html>")
    (True, False)
    """
    return bool(FORM.match(text.lstrip("\ufeff \n\t")[:3000]))


def read_timed_text(text: str, answers: Mapping[str, bool] | None = None) -> Found:
    """Read timed text; an agent, or a name before the words, says who speaks.

    Parameters
    ----------
    text : str
        A whole file.
    answers : mapping of str to bool, optional
        Label to whether it is somebody who speaks.

    Returns
    -------
    Found
        Its rows are counted by captions.

    Raises
    ------
    TranscriptError
        When it is not whole, or no caption says who speaks.

    Examples
    --------
    >>> said = '<p begin="1s" end="2.5s">Ines: Hello.</p>'
    >>> read_timed_text(f"<tt><body><div>{said}</div></body></tt>").rows[0][1:5]
    ('Ines', 'Hello.', '1', '2.5')
    """
    if "<!DOCTYPE" in text[:4000] or "<!ENTITY" in text[:4000]:
        raise TranscriptError(word("talk_errors", "xml_broken"))
    try:
        root = ElementTree.fromstring(text.lstrip("\ufeff \n\t"))  # noqa: S314
    except (ElementTree.ParseError, ValueError, LookupError):
        raise TranscriptError(word("talk_errors", "xml_broken")) from None
    agents = _agents(root)
    for node in root.iter():
        _mark(node, agents)
    parts = {"t": _part(root, "tickRate", 1), "f": _part(root, "frameRate", 30)}
    places = [node for node in root.iter() if _name(node) in PLACES and _given(node, *STARTS)]
    return rows_of_cues([_cue(n, node, parts) for n, node in enumerate(places, 1)], answers)


def _name(node) -> str:
    return str(node.tag).rpartition("}")[2]


def _given(node, *names: str) -> str:
    """Give an attribute, whatever space of names it is in."""
    values = {str(key).rpartition("}")[2]: value for key, value in node.attrib.items()}
    return next((values[name] for name in names if name in values), "")


def _part(root, name: str, usual: int) -> float:
    """Give the seconds of a tick or of a frame."""
    rate = _given(root, name)
    return 1 / (int(rate) if rate.isdecimal() and int(rate) else usual)


def _agents(root) -> dict[str, str]:
    """Give the identifier of each agent to its name."""
    found = {}
    for node in root.iter():
        if _name(node) == "agent" and (identifier := _given(node, "id")):
            names = [each.text or "" for each in node.iter() if _name(each) == "name"]
            found[identifier] = next(filter(str.strip, names), identifier).strip()
    return found


def _mark(node, agents: Mapping[str, str]) -> None:
    """Write the ends of lines and who speaks into the words, as captions have them."""
    node.text = html.escape(html.unescape(node.text or ""), quote=False)
    node.tail = html.escape(html.unescape(node.tail or ""), quote=False)
    if _name(node) == "br":
        node.tail = f"\n{node.tail}"
    elif _name(node) in (*PLACES, "span") and (agent := _given(node, "agent")):
        node.text = f"<v {agents.get(agent, agent)}>{node.text}"


def _cue(number: int, node, parts: Mapping[str, float]) -> Cue:
    lines = ((False, " ".join(line.split())) for line in "".join(node.itertext()).split("\n"))
    start, stop = _time(node, STARTS, parts), _time(node, ("end",), parts)
    length = _time(node, LENGTHS, parts)
    if length and start and not stop:
        stop = _sum(start, length)
    return Cue(number, start, stop, [line for line in lines if line[1]])


def _time(node, names: tuple[str, ...], parts: Mapping[str, float]) -> str:
    """Give a time as seconds or a clock; as written where it is neither."""
    written = _given(node, *names).strip()
    if offset := OFFSET.fullmatch(written):
        return f"{float(offset[1]) * {**SIZES, **parts}[offset[2]]:.10g}"
    thousandths = written.isdecimal() and not _given(node, "begin", "start")
    return f"{int(written) / 1000:.10g}" if thousandths else written


def _sum(start: str, length: str) -> str:
    try:
        return f"{(seconds(start) or 0) + (seconds(length) or 0):.10g}"
    except ValueError:
        return ""
