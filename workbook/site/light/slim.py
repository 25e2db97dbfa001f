"""Scripts and styles without what only their readers need: notes and indents."""

import re

__all__ = ["slim_script", "slim_style"]

NOTE = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def slim_script(text: str) -> str:
    r"""Leave out whole-line comments and indents of a script; nothing within a line changes.

    A text that goes over several lines would change, so our scripts have none (tested).

    Examples
    --------
    >>> slim_script("// Say.\nif (a) {\n  b();\n}\n")
    'if (a) {\nb();\n}\n'
    """
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def slim_style(text: str) -> str:
    r"""Leave out comments and indents of a style.

    Examples
    --------
    >>> slim_style("/* One. */\na {\n  color: red;\n}\n")
    'a {\ncolor: red;\n}\n'
    """
    lines = (line.strip() for line in NOTE.sub("", text).splitlines())
    return "".join(f"{line}\n" for line in lines if line)
