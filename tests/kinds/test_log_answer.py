"""A line of the log as an answer: a week that no calendar has is left out."""

import pytest
from asking import clean


@pytest.mark.parametrize(
    ("week", "kept"),
    [
        ("2026-W53", "2026-W53"),
        ("2025-W53", ""),
        ("2026-W01", "2026-W01"),
        ("2026-W00", ""),
        ("2026-W60", ""),
        ("2026-11-30", ""),
        (202648, ""),
        (None, ""),
    ],
)
def test_a_week_that_there_is_stays(samples, week, kept):
    found = clean(samples["log"], {"line": "a", "week": week, "began": week})
    assert (found.get("week", ""), found.get("began", "")) == (kept, kept)
