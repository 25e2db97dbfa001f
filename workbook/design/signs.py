"""The signs of the six sides of a meeting: one shape each, always beside its word."""

import functools
import json
import re
from pathlib import Path

__all__ = ["SIDES", "sign", "sign_mark", "signs_data"]

SIDES = ("information", "decisions", "voice", "relationship", "setting", "record")


@functools.cache
def signs_data() -> dict[str, str]:
    """Give the shape of each sign, as an SVG path on 24 by 24 units.

    Returns
    -------
    dict of str to str
        By the name of the side, in the order of `SIDES`; a page's script has the same in
        `SIDE_SIGNS`.

    Examples
    --------
    >>> list(signs_data()) == list(SIDES)
    True
    """
    return json.loads(Path(__file__).with_name("signs.json").read_text(encoding="utf-8"))


def sign(side: str) -> str:
    """Give a sign to stand before the word of its side; nobody hears it.

    Parameters
    ----------
    side : str
        One of `SIDES`.

    Returns
    -------
    str
        SVG as high as a line of text, in the color of the text; empty for what is no side.

    Examples
    --------
    >>> sign("voice")[:45]
    '<svg class="wb-sign" data-sign="voice" viewBo'
    >>> sign("weather")
    ''
    """
    shape = signs_data().get(side)
    if shape is None:
        return ""
    return (
        f'<svg class="wb-sign" data-sign="{side}" viewBox="0 0 24 24" width="18" height="18" '
        'fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" '
        f'stroke-linecap="round" aria-hidden="true" focusable="false"><path d="{shape}"/></svg>'
    )


def sign_mark(side: str) -> str:
    """Give a sign as the shape of a mark in a chart, within -1 and 1 on both axes.

    Parameters
    ----------
    side : str
        One of `SIDES`.

    Returns
    -------
    str
        An SVG path; empty for what is no side.

    Examples
    --------
    >>> sign_mark("voice")[:16]
    'M-0.75 -0.667h1.'
    >>> sign_mark("weather")
    ''
    """
    steps = re.findall(r"([A-Za-z])([^A-Za-z]*)", signs_data().get(side, ""))
    return "".join(name + _scaled(name, [float(n) for n in NUMBER.findall(rest)])
                   for name, rest in steps)  # fmt: skip


NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
ARC = (True, True, False, False, False, True, True)  # which numbers of an arc are lengths


def _scaled(name: str, numbers: list[float]) -> str:
    """Bring the numbers of one step of a path from 24 by 24 units to 2 by 2 around the middle."""
    moved = 1.0 if name.isupper() else 0.0
    lengths = ARC * len(numbers) if name in "aA" else (True,) * len(numbers)
    return " ".join(
        f"{n / 12 - moved if length else n:.3g}"
        for n, length in zip(numbers, lengths, strict=False)
    )
