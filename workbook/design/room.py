"""The room: two people, a table, and where each of the six things lies between them."""

import functools
import html
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from .signs import SIDES, signs_data

__all__ = ["PLACES", "room", "room_data", "room_style"]

PLACES = ("left", "middle", "right", "outside")


@functools.cache
def room_data() -> dict[str, Any]:
    """Give the measures of the room; a page's script draws from the same as `ROOM`.

    Returns
    -------
    dict
        In units of the picture: its size, the two columns of each place, the three rows, and what
        stands still.

    Examples
    --------
    >>> sorted(room_data()["columns"])
    ['left', 'middle', 'right']
    """
    return json.loads(Path(__file__).with_name("room.json").read_text(encoding="utf-8"))


@functools.cache
def room_style() -> str:
    """Give the style of the signs and the room, for every page that shows one.

    Returns
    -------
    str
        CSS, to stand after `workbook.design.colors`.

    Examples
    --------
    >>> ".wb-sign" in room_style()
    True
    """
    return Path(__file__).with_name("room.css").read_text(encoding="utf-8")


def room(things: Iterable[tuple[str, str]], names: Sequence[str] = ()) -> str:
    """Draw where the things lie; the same words stand beside the picture, so nobody hears it.

    Parameters
    ----------
    things : iterable of (str, str)
        The name of a side and the place of its sign: ``"left"`` and ``"right"`` are with the
        person who sits there, ``"middle"`` is on the table, ``"outside"`` is with neither. One
        side may lie in several places; what is no side or no place is left out.
    names : sequence of str, optional
        Who sits left and right, and what "outside" is called; a small picture has none.

    Returns
    -------
    str
        SVG without a size of its own, in the colors of the page.

    Examples
    --------
    >>> made = room([("voice", "left"), ("record", "middle")], ("You", "Ms. Ray"))
    >>> made.count("wb-thing"), 'data-thing="voice" data-place="left"' in made
    (2, True)
    """
    data = room_data()
    known = [each for each in things if each[0] in SIDES and each[1] in PLACES]
    beyond = any(place == "outside" for _, place in known)
    height = data["outside"]["height"] if beyond else data["height"] if names else data["names"] - 4
    inside = [data["back"], data["shelf"] if beyond else "", _names(names, beyond)]
    inside += [_thing(*each) for each in known]
    return (
        f'<svg class="wb-room" viewBox="0 0 {data["width"]} {height}" aria-hidden="true" '
        f'focusable="false">{"".join(inside)}</svg>'
    )


def _thing(side: str, place: str) -> str:
    x, y = _at(side, place)
    return (
        f'<g class="wb-thing" data-thing="{side}" data-place="{place}" '
        f'transform="translate({x} {y})"><circle r="{room_data()["chip"]}"/>'
        f'<g transform="translate(-9.6 -9.6) scale(0.8)"><path d="{signs_data()[side]}"/></g></g>'
    )


def _at(side: str, place: str) -> tuple[int, int]:
    """Give the middle of a thing: each has a line of its own, and only its place changes."""
    data, n = room_data(), SIDES.index(side)
    if place == "outside":
        return data["outside"]["x"][n], data["outside"]["y"]
    return data["columns"][place][n // 3], data["rows"][n % 3]


def _names(names: Sequence[str], beyond: bool) -> str:
    data = room_data()
    width, line, end = data["width"], data["height"] - 8, ' text-anchor="end"'
    places = [(4, line, ""), (width - 4, line, end)]
    if beyond:
        places.append((width - 30, data["outside"]["height"] - 6, end))
    return "".join(
        f'<text x="{x}" y="{y}"{anchor}>{html.escape(name, quote=False)}</text>'
        for name, (x, y, anchor) in zip(names, places, strict=False)
    )
