"""A drawn picture whose colors follow the page around it, light or dark, without drawing again."""

import re

from ...design import COLORS, token

__all__ = ["light", "rules", "themed"]

VALUES = {token(f"{name}-light"): name for name in COLORS}


def themed(drawn: str) -> str:
    """Let a picture take its colors from the page, which knows light and dark.

    Parameters
    ----------
    drawn : str
        SVG in the light colors, as `workbook.charts.kit.render.svg` draws it.

    Returns
    -------
    str
        SVG for a page with `workbook.design.colors`.

    Examples
    --------
    >>> themed('<path fill="#2a2520"/>')
    '<path fill="var(--wb-ink)"/>'
    """
    for value, name in VALUES.items():
        drawn = drawn.replace(f'"{value}"', f'"var(--wb-{name})"')
    return drawn


def light(drawn: str) -> str:
    """Give a picture the light colors, for paper and for a place that has no style.

    Parameters
    ----------
    drawn : str
        SVG from a page.

    Examples
    --------
    >>> light('<path fill="var(--wb-ink)"/>')
    '<path fill="#2a2520"/>'
    """
    return re.sub(r"var\(--wb-([a-z]+)\)", lambda found: token(f"{found[1]}-light"), drawn)


def rules() -> str:
    """Give the style by which a picture that Vega draws in the light colors follows the page.

    Its own paper keeps its words readable where a reader has forced colors.

    Examples
    --------
    >>> '[fill="#2a2520"]{fill:var(--wb-ink)}' in rules()
    True
    """
    made = (
        f'.vega-embed svg [{part}="{value}"]{{{part}:var(--wb-{name})}}'
        for value, name in VALUES.items()
        for part in ("fill", "stroke")
    )
    own = ".vega-embed svg{background:var(--wb-paper)!important;forced-color-adjust:none}"
    return "".join([own, *made])
