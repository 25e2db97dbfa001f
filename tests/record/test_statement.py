"""A statement of completion: measured minutes of what is done, and no credit."""

import random
from datetime import datetime

import pytest
from simulated import answer

from workbook.errors import WorkbookError
from workbook.kinds import kind_of
from workbook.record.portfolio import statement_page
from workbook.record.portfolio.statement import LONGEST, worked
from workbook.words import word, words

NOW = datetime(2026, 11, 29, 12)
CHOICE, RATING = "00/what_it_claims", "00/start_line"


def save(library, journal, *names, **more):
    for name in names:
        exercise = library.exercise(name)
        given = answer(exercise, random.Random(1)) | more
        journal.save(name, given, exercise.edition)


def test_the_minutes_are_those_measured_of_what_is_done(library, journal):
    save(library, journal, CHOICE, RATING)
    [module] = [each for each in worked(library, journal) if each.done]
    exercises = [library.exercise(name) for name in (CHOICE, RATING)]
    minutes = sum(kind_of(each).work(each).minutes for each in exercises)
    assert module.done == 2 and module.minutes == pytest.approx(minutes)
    text = statement_page(library, journal, "Ada Person", NOW).decode("utf-8")
    assert word("statement", "hours", hours=0, minutes=round(minutes)) in text
    assert words("statement")["no_credit"] in text and "Ada Person" in text


def test_what_was_skipped_or_begun_does_not_count(library, journal):
    journal.save(CHOICE, {"skipped": True})
    journal.save("02/power_map", {"placed": {}, "shown": True})
    with pytest.raises(WorkbookError) as caught:
        statement_page(library, journal, "Ada Person", NOW)
    assert caught.value.args[0].identifier == "statement.nothing"


def test_the_name_is_kept_nowhere(library, journal):
    save(library, journal, CHOICE)
    before = journal.path.read_bytes()
    statement_page(library, journal, "Ada Person", NOW)
    assert journal.path.read_bytes() == before
    beside = {path.name for path in journal.path.parent.iterdir()}
    assert beside <= {journal.path.name, f"{journal.path.name}.lock"}


@pytest.mark.parametrize(
    ("name", "why"), [("", "no_name"), (" \n\t", "no_name"), ("x" * (LONGEST + 1), "long_name")]
)
def test_a_name_that_cannot_be_is_told(library, journal, name, why):
    save(library, journal, CHOICE)
    with pytest.raises(WorkbookError) as caught:
        statement_page(library, journal, name, NOW)
    assert caught.value.args[0].identifier == f"statement.{why}"


def test_a_name_is_never_markup(library, journal):
    save(library, journal, CHOICE)
    text = statement_page(library, journal, "<script>x</script> أنا", NOW).decode("utf-8")
    assert "<script" not in text and "أنا" in text
