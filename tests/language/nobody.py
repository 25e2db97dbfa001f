"""A learner of the course in the language that nobody speaks, who has answered everything."""

from pathlib import Path

from language.visible import texts

JOURNAL = Path(__file__).parents[1] / "fixtures" / "journal_0_1_0.jsonl"


def own_words(entries):
    """Give what the learner wrote, which is in their own language; longest first."""
    wrote = {line for e in entries for text in texts(e.response) for line in text.splitlines()}
    return sorted((line.strip() for line in wrote if " " in line), key=len, reverse=True)
