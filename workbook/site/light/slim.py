"""Scripts and styles without what only their readers need: notes, indents, long inner names.

A minifier writes them where one is installed (``pip install '.[site]'``; it has no
wheel for macOS); elsewhere notes and indents go, and pages work alike with some more bytes.
"""

import functools
import re
from typing import Any

__all__ = ["minifier", "slim_script", "slim_style"]

NOTE = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


@functools.cache
def minifier() -> Any:
    """Give the minifier, or None where it is not installed.

    Examples
    --------
    >>> minifier() is minifier()
    True
    """
    try:
        import minify  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        return None
    return minify


def slim_script(text: str) -> str:
    r"""Leave out whole-line comments and indents of a script; nothing within a line changes.

    A text that goes over several lines would change, so our scripts have none (tested).

    Examples
    --------
    >>> "Say" in slim_script("// Say.\nif (a) {\n  b();\n}\n")
    False
    """
    if small := minifier():
        return small.string("application/javascript", text)
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def slim_style(text: str) -> str:
    r"""Leave out comments and indents of a style.

    Examples
    --------
    >>> "One" in slim_style("/* One. */\na {\n  color: red;\n}\n")
    False
    """
    if small := minifier():
        return small.string("text/css", text)
    lines = (line.strip() for line in NOTE.sub("", text).splitlines())
    return "".join(f"{line}\n" for line in lines if line)
