"""One small exercise of each kind, as an author would write it: the sample in its folder."""

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
