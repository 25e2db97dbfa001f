"""A log in the journal: reminded of on the start page, merged from two computers."""

from datetime import UTC, date, datetime, time
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.content.library import Library
from workbook.content.reader import parse_exercise
from workbook.errors import WorkbookError
from workbook.journal import Journal
from workbook.kinds import Learner, kind_of
from workbook.record.desk import Desk
from workbook.record.export import export_answers
from workbook.record.log import reminders, the_log

SAMPLE = (kind_of("log").folder / "sample.md").read_text(encoding="utf-8")
LOG = parse_exercise(SAMPLE, "00/log")
KIND = kind_of(LOG)


class ClockJournal(Journal):
    """A journal on a day of the test's own."""

    today = date(2026, 11, 29)

    def now(self):
        return datetime.combine(self.today, time(12), UTC)


MODULE = """---
kind: module
title: Start
draft: m0
minutes: 5
content_note: Nothing.
objectives:
  - Try it.
---
Try it.
"""


@pytest.fixture
def desk(tmp_path):
    """A course with nothing but a log."""
    folder = tmp_path / "modules" / "exercises" / "00_start"
    folder.mkdir(parents=True)
    (folder / "log.md").write_text(SAMPLE, encoding="utf-8")
    (folder / "module.md").write_text(MODULE, encoding="utf-8")
    return Desk(Library(tmp_path), ClockJournal(tmp_path / "journal.jsonl"))


def lines(journal):
    """Give the lines that stand: name -> what it gave."""
    answers = [KIND.read(LOG, e.response) for e in journal.history(LOG.id)]
    found = KIND.asked(LOG, {"all": True}, Learner(earlier=lambda: answers))["lines"]
    return {line["response"]["line"]: line["response"].get("gave") for line in found}


def test_the_log_of_a_course_is_found(desk, tmp_path):
    assert the_log(desk.library).id == "00/log"
    with pytest.raises(WorkbookError):
        the_log(Library(tmp_path / "elsewhere"))


@pytest.mark.parametrize(
    ("today", "weeks"),
    [
        (date(2026, 11, 29), None),  # the Sunday of that week
        (date(2026, 12, 6), None),
        (date(2026, 12, 7), 2),
        (date(2027, 1, 4), 6),  # over the end of a year of 53 weeks
        (date(2026, 1, 1), None),  # a clock that went back
    ],
)
def test_a_log_is_reminded_of_after_two_weeks(desk, today, weeks):
    desk.journal.today = today
    assert reminders(desk, "00") == []
    desk.journal.save("00/log", {"line": "a", "week": "2026-W48", "did": "yes"})
    found = reminders(desk, "00")
    assert len(found) == bool(weeks)
    assert not weeks or str(weeks) in found[0]
    assert reminders(desk, "01") == []


def test_a_log_whose_lines_are_all_gone_is_no_reminder(desk):
    desk.journal.save("00/log", {"line": "a", "week": "2026-W40", "did": "yes"})
    desk.journal.save("00/log", {"line": "a", "gone": True})
    assert reminders(desk, "00") == []


@pytest.mark.parametrize("ending", ["csv", "html", "md", "jsonl"])
def test_each_line_is_in_every_copy(desk, tmp_path, ending):
    for n in range(3):
        response = {"line": f"l{n}", "week": "2026-W48", "text": f"words {n}"}
        desk.journal.save("00/log", response)
    target = tmp_path / f"copy.{ending}"
    assert export_answers(desk.library, desk.journal, target) == 3
    written = target.read_text(encoding="utf-8")
    assert all(f"words {n}" in written for n in range(3))


ACTS = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from("12345-")), max_size=12
)


def act(journal, name, gave):
    line = {"line": name, "gone": True} if gave == "-" else None
    journal.save(LOG.id, line or {"line": name, "week": "2026-W48", "gave": gave})


@given(acts=ACTS)
def test_two_computers_come_to_the_same_log_and_lose_nothing(tmp_path_factory, acts):
    folder = tmp_path_factory.mktemp(uuid4().hex)
    two = {name: Journal(folder / f"{name}.jsonl") for name in "ab"}
    for computer, name, gave in acts:
        act(two[computer], name, gave)
    for journal in two.values():
        journal.learner()
        journal.export(folder / f"{journal.path.stem}-copy.jsonl", force=True)
    two["a"].merge(folder / "b-copy.jsonl")
    two["b"].merge(folder / "a-copy.jsonl")
    assert two["a"].merge(folder / "b-copy.jsonl") == 0
    assert lines(two["a"]) == lines(two["b"])
    last = {name: gave for _, name, gave in acts}
    assert lines(two["a"]) == {name: gave for name, gave in last.items() if gave != "-"}
    assert two["a"].count() == len(acts)
