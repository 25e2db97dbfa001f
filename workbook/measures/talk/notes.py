"""Notes of a transcriber and time marks inside what was said: shown, and nobody's words."""

import re

__all__ = ["spoken"]

NOTE = re.compile(
    r"\[[^\[\]]{0,300}\]|#\d{1,3}:\d{1,2}:\d{1,2}-\d{1,3}#|\(\d{1,3}:\d{2}(?::\d{2})?(?:\.\d{1,3})?\)"
    r"|\(\d{0,2}\.\d{0,2}\)|<[^\W\d_][^<>\n]{2,60}>"  # a pause; a picture that is not in a chat
)


def spoken(text: str) -> str:
    """Give what was said, without notes in square brackets and time marks.

    Examples
    --------
    >>> spoken("The school. [inaudible 00:00:12] And the bus. #00:00:14-5#").split()
    ['The', 'school.', 'And', 'the', 'bus.']
    """
    noted = "[" in text or "(" in text or "#" in text or "<" in text
    return NOTE.sub(" ", text) if noted else text
