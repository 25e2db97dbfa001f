"""One small exercise of each kind, as an author would write it: the sample in its folder."""

from pathlib import Path

import pytest

from workbook.content.reader import parse_exercise
from workbook.kinds import kind_of, names


@pytest.fixture(scope="session")
def texts():
    """Kind -> the text of a whole file."""
    files = {kind: kind_of(kind).folder / "sample.md" for kind in names()}
    return {kind: file.read_text(encoding="utf-8") for kind, file in files.items()}


@pytest.fixture(scope="session")
def samples(texts):
    """Kind -> exercise."""
    return {kind: parse_exercise(text, f"09/{kind}") for kind, text in texts.items()}


@pytest.fixture(scope="session")
def story_text():
    """The text of a small encounter with conditions of every sort."""
    return Path(__file__).with_name("the_borrowed_chair.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def story(story_text):
    """Read the small encounter as an exercise."""
    return parse_exercise(story_text, "03/the_borrowed_chair")
