"""Copies of all answers that a person reads: a table, a page, a text."""

import csv
import errno
import html
import io
import json
import os
import re
import stat
from datetime import UTC, datetime

import mistune
import pytest
from page_tags import Page

from workbook.errors import JournalError
from workbook.journal import Journal
from workbook.kinds import kind_of, names
from workbook.record import export as module
from workbook.record.export import FORMS, export_answers
from workbook.record.spreadsheet import LONGEST
from workbook.words import word, words

FORMULA = '=HYPERLINK("https://example.org","x")'
MARKUP = "<script>alert(1)</script><b>bold</b> & \"q\" 's' <!-- x -->"
ARABIC = "أنا أعمل مع الناس.\nשלום"
LINES = "first\n\n  indented\r\nlast\ttab"
MARKS = (
    "# no heading\n- no item\n1. none\n> none\n***none*** `none` [none](x) |a|b|\n===\n---\n![x](y)"
)
ODD = "null \x00 bell \x07 half \ud83d next\u2028line"
HARD = {"formula": FORMULA, "markup": MARKUP, "arabic": ARABIC, "lines": LINES, "marks": MARKS}


def rows(path):
    text = path.read_bytes().decode("utf-8-sig")
    head, *found = csv.reader(io.StringIO(text, newline=""))
    assert head == word("record", "columns").split("|")
    return [dict(zip(head, row, strict=True)) for row in found]


def quoted(path):
    """Give the tags of a Markdown text, and the words of each of its quotations."""
    page = mistune.html(path.read_bytes().decode("utf-8"))
    parts = re.findall(r"<blockquote>(.*?)</blockquote>", page, re.DOTALL)
    plain = [re.sub(r"<br ?/?>\n?", "\n", part) for part in parts]
    plain = [re.sub(r"</p>\s*<p>", "\n\n", part) for part in plain]
    return set(re.findall(r"<(\w+)", page)), [unescape(re.sub(r"</?p>", "", p)) for p in plain]


def unescape(text):
    return html.unescape(text).strip().replace("\u00a0", " ")


# What every form holds --------------------------------------------------------------------------
@pytest.mark.parametrize("ending", FORMS)
def test_an_answer_to_every_kind_is_there_in_words(every, journal, target, ending):
    said = {}
    for exercise_id in every.exercise_ids():
        exercise = every.exercise(exercise_id)
        [sample, *_] = json.loads((kind_of(exercise).folder / "sample.json").read_text("utf-8"))
        journal.save(exercise_id, sample["response"], exercise.edition)
        said[exercise.kind] = sample["words"]
    assert set(said) == set(names())
    assert export_answers(every, journal, target(ending)) == len(said)
    text = {
        ".csv": lambda path: "\n".join(row[words_of_answer()] for row in rows(path)),
        ".html": lambda path: "\n".join(Page(path).quotes),
        ".md": lambda path: "\n".join(quoted(path)[1]),
    }[ending](target(ending))
    missing = {kind: line for kind, lines in said.items() for line in lines if line not in text}
    assert missing == {}


def words_of_answer():
    return word("record", "columns").split("|")[3]


@pytest.mark.parametrize("ending", FORMS)
def test_an_empty_journal_gives_an_empty_copy(every, journal, target, ending):
    assert export_answers(every, journal, target(ending)) == 0
    if ending == ".csv":
        assert rows(target(ending)) == []
    else:
        assert word("record", "none") in target(ending).read_text("utf-8")


@pytest.mark.parametrize("ending", [*FORMS, ".jsonl", ".CSV"])
def test_a_file_that_is_there_is_overwritten_only_by_force(every, reflect, journal, target, ending):
    reflect("Mine.")
    target(ending).write_text("older")
    with pytest.raises(JournalError) as caught:
        export_answers(every, journal, target(ending))
    assert caught.value.args[0].identifier == "journal.already_there"
    assert target(ending).read_text() == "older"
    assert export_answers(every, journal, target(ending), force=True) == 1
    assert "Mine." in target(ending).read_text("utf-8")
    if os.name == "posix":
        assert stat.S_IMODE(target(ending).stat().st_mode) == 0o600


@pytest.mark.parametrize("ending", FORMS)
def test_a_full_disk_is_a_sentence_and_leaves_nothing(
    every, reflect, journal, target, monkeypatch, ending
):  # noqa: E501
    reflect("Mine.")

    def full(fd):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(JournalError) as caught:
        export_answers(every, journal, target(ending))
    parts = caught.value.args[0].values
    assert parts["happened"].identifier == "journal.disk_full"
    assert parts["safe"].identifier == "journal.nothing_exported"
    assert not target(ending).exists()


def test_a_crash_while_it_is_made_leaves_the_older_copy(
    every, reflect, journal, target, monkeypatch
):
    reflect("Mine.")
    target(".html").write_text("older")
    monkeypatch.setattr(module, "answered", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        export_answers(every, journal, target(".html"), force=True)
    assert target(".html").read_text() == "older"


@pytest.mark.parametrize("ending", [".xlsx", ".txt", "", ".json"])
def test_another_ending_is_answered_with_a_sentence(every, journal, target, ending):
    with pytest.raises(JournalError) as caught:
        export_answers(every, journal, target(ending))
    assert caught.value.args[0].identifier == "record.other_ending"
    assert not target(ending).exists()


def test_the_journal_itself_is_never_overwritten(every, tmp_path):
    journal = Journal(tmp_path / "mine.csv")
    journal.save("00/x", {})
    before = journal.path.read_bytes()
    with pytest.raises(JournalError) as caught:
        export_answers(every, journal, journal.path, force=True)
    assert caught.value.args[0].identifier == "journal.is_the_journal"
    assert journal.path.read_bytes() == before


def test_the_machine_form_is_that_of_the_journal(every, reflect, journal, target):
    entry = reflect("Mine.")
    assert export_answers(every, journal, target(".jsonl")) == 1
    assert target(".jsonl").read_bytes() == entry.line()


@pytest.mark.parametrize("name", HARD)
def test_hard_words_come_whole_in_every_form(every, reflect, journal, target, name):
    reflect(HARD[name])
    for ending in FORMS:
        export_answers(every, journal, target(ending))
    own = "\n".join(HARD[name].splitlines())
    [row] = rows(target(".csv"))
    assert own in "\n".join(row[words_of_answer()].splitlines())
    page = Page(target(".html"))
    assert own in page.quotes[0]
    assert not {"script", "b"} & {tag for tag, _ in page.tags}
    tags, [quote] = quoted(target(".md"))
    assert [line.split() for line in own.splitlines()] == [
        line.split() for line in quote.partition(": ")[2].splitlines()
    ]
    assert tags <= {"h1", "h2", "h3", "p", "blockquote", "br", "em", "strong"}


@pytest.mark.parametrize("ending", FORMS)
def test_characters_that_no_file_holds_do_not_stop_a_copy(every, reflect, journal, target, ending):
    reflect(ODD)
    assert export_answers(every, journal, target(ending)) == 1
    text = target(ending).read_bytes().decode("utf-8")
    assert "bell" in text
    assert ending != ".html" or not re.search("[\x00-\x08]", text)


@pytest.mark.parametrize("ending", FORMS)
def test_a_very_long_answer_comes_whole(every, reflect, journal, target, ending):
    long = "".join(f"{n:>9}," for n in range(10_000))
    assert len(long) == 100_000
    reflect(long)
    assert export_answers(every, journal, target(ending)) == 1
    if ending == ".csv":
        cells = [row[words_of_answer()] for row in rows(target(ending))]
        assert max(map(len, cells)) <= LONGEST + 1
        parts = [word("record", "part", n=n, all=len(cells)) for n in range(1, len(cells) + 1)]
        assert [list(row.values())[-1] for row in rows(target(ending))] == parts
        found = "".join(cells)
    else:
        found = (
            Page(target(ending)).quotes[0] if ending == ".html" else quoted(target(ending))[1][0]
        )
    assert long.split() == found.partition(": ")[2].split()


# The table ------------------------------------------------------------------------------------
def test_a_row_says_everything_about_its_answer(every, reflect, journal, target, far_east):
    [one] = [i for i in every.exercise_ids() if i.endswith("/choice")]
    response = {"chosen": ["b"]}
    journal.save(one, response, "0" * 12, time=datetime(2026, 11, 22, 20, 30, tzinfo=UTC))
    reflect("First.")
    reflect("Second.")
    export_answers(every, journal, target(".csv"))
    said, columns = words("record"), word("record", "columns").split("|")
    by_title = {}
    for row in rows(target(".csv")):
        by_title.setdefault(row[columns[0]], []).append([row[name] for name in columns[3:8]])
    choice = every.exercise(one)
    [module] = [m for m in by_title if m.startswith(word("record", "module_gone", number=one[:2]))]
    answer = kind_of(choice).say(choice, kind_of(choice).read(choice, response))[0]
    expected = [answer, "2026-11-23 05:30", said["newest"], said["wording_changed"], said["no"]]
    assert expected in by_title[module]
    reflections = [
        [said["newest"], said["wording_same"], said["yes"]],
        [said["earlier_one"], said["wording_same"], said["yes"]],
    ]
    others = [row[2:] for m, found in by_title.items() for row in found if row != expected]
    assert others == reflections


def test_a_formula_as_a_whole_answer_is_no_formula(every, journal, target):
    journal.save("=1+1", {"=2": FORMULA}, "")
    export_answers(every, journal, target(".csv"))
    for row in rows(target(".csv")):
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


# The command ------------------------------------------------------------------------------------
