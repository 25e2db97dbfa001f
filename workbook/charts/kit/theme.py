"""Colours, shapes and type of every chart: calm, and never colour alone."""

from pathlib import Path
from typing import Any

from ...design import token

__all__ = [
    "ACCENT",
    "CONFIG",
    "GRID",
    "INK",
    "MUTED",
    "PAPER",
    "ROOMY",
    "RULE",
    "SIDE_COLORS",
    "css",
    "heading",
    "quoted",
]

PAPER, INK = token("paper-light"), token("ink-light")
MUTED, RULE = token("quiet-light"), token("rule-light")
ACCENT, GRID = token("accent-light"), token("grid-light")
SIDE_COLORS = {"practitioner": ACCENT, "person": token("second-light"), "shared": MUTED}
FONT, TITLE_FONT = (token(name).replace('"', "'") for name in ("plain", "reading"))
TIERS = ((760, 92, 110), (460, 54, 66), (0, 24, 30))  # from this width: letters a line, two sizes
ROOMY = f"width >= {TIERS[-2][0]}"  # where there is room for words in full, as Vega asks it

CONFIG: dict[str, Any] = {
    "background": PAPER,
    "font": FONT,
    "padding": 12,
    "view": {"stroke": None},
    "title": {
        "anchor": "start",
        "frame": "bounds",
        "color": INK,
        "font": TITLE_FONT,
        "fontWeight": 600,
        "lineHeight": 20,
        "offset": 14,
        "subtitleColor": MUTED,
        "subtitleFont": FONT,
        "subtitleFontSize": 12,
        "subtitleLineHeight": 17,
        "subtitlePadding": 6,
    },
    "axis": {
        "labelColor": INK,
        "titleColor": MUTED,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "gridColor": GRID,
        "domainColor": RULE,
        "tickColor": RULE,
    },
    "text": {"color": INK, "fontSize": 12},
}


def css(name: str) -> str:
    """Give a style sheet of this folder, on one line as it stands in every output.

    Examples
    --------
    >>> css("slider")[:10]
    '.vega-embe'
    """
    text = Path(__file__).with_name(f"{name}.css").read_text(encoding="utf-8")
    return "".join(text.splitlines())


def heading(title: str, *details: str, now: str = "") -> dict[str, Any]:
    """Make a chart heading that breaks its lines by the width of the chart.

    Parameters
    ----------
    title : str
        The finding.
    *details : str
        Lines below it: what is counted, where it comes from.
    now : str
        What Vega computes for one more line of the finding: what the reader has chosen to see.

    Returns
    -------
    dict
        A Vega-Lite title.

    Examples
    --------
    >>> heading("Short")["text"]["expr"]
    "width >= 760 ? ['Short'] : width >= 460 ? ['Short'] : ['Short']"
    """
    return {
        "text": _lines(0, title, now=now),
        "subtitle": _lines(1, *details),
        "fontSize": {"expr": f"{ROOMY} ? 15 : 13"},
    }


def _lines(size: int, *texts: str, now: str = "") -> dict[str, str]:
    from textwrap import wrap

    def balanced(text: str, limit: int) -> list[str]:
        count = len(wrap(text, limit))
        while limit > 1 and len(wrap(text, limit - 1)) == count:
            limit -= 1
        return wrap(text, limit)

    def broken(limit: int) -> str:
        lines = [quoted(line) for text in texts for line in balanced(text, limit)]
        return f"[{', '.join([*lines, now] if now else lines)}]"

    *wider, (_, *narrowest) = TIERS
    choices = "".join(f"width >= {tier[0]} ? {broken(tier[size + 1])} : " for tier in wider)
    return {"expr": choices + broken(narrowest[size])}


def quoted(line: str) -> str:
    """Write a text as Vega reads it in an expression.

    Examples
    --------
    >>> quoted("A desk")
    "'A desk'"
    """
    return "'" + line.replace("\\", "\\\\").replace("'", "\\'") + "'"
