"""A chart as a picture in a file of its own, which follows light and dark by itself."""

from ...design import COLORS, token

__all__ = ["still_picture"]


def still_picture(drawn: str) -> str:
    """Let a picture take the dark colors where the reader's device asks for them.

    Parameters
    ----------
    drawn : str
        SVG in the light colors.

    Examples
    --------
    >>> made = still_picture('<svg><path fill="#2a2520"/></svg>')
    >>> "prefers-color-scheme:dark" in made, made[-28:]
    (True, '<path fill="#2a2520"/></svg>')
    """
    rules = "".join(
        f'[{part}="{token(f"{name}-light")}"]{{{part}:{token(f"{name}-dark")}}}'
        for name in COLORS
        for part in ("fill", "stroke")
    )
    style = f"<style>@media (prefers-color-scheme:dark){{{rules}}}</style>"
    end = drawn.index(">") + 1
    return drawn[:end] + style + drawn[end:]
