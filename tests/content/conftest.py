"""One small exercise of each kind, as an author would write it."""

from pathlib import Path

import pytest
from sample_files import BODIES, CLOSING, FRONT, SETTINGS


@pytest.fixture(scope="session")
def texts():
    """Kind -> the text of a whole file."""
    found = {}
    for kind, body in BODIES.items():
        seen = "private" if kind == "reflection" else "none"
        front = FRONT.format(kind=kind, visibility=seen, settings=SETTINGS[kind])
        found[kind] = front + body + CLOSING
    return found


@pytest.fixture(scope="session")
def samples(texts):
    """Kind -> exercise."""
    from workbook.content.reader import parse_exercise

    return {kind: parse_exercise(text, f"09/{kind}") for kind, text in texts.items()}


@pytest.fixture(scope="session")
def story_text():
    """The text of a small encounter with conditions of every sort."""
    return Path(__file__).with_name("the_borrowed_chair.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def story(story_text):
    """Read the small encounter as an exercise."""
    from workbook.content.reader import parse_exercise

    return parse_exercise(story_text, "03/the_borrowed_chair")
