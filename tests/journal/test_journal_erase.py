"""Erasing: one answer, one exercise, all; what is left, and what must not be."""

import pytest

from workbook.journal import Entry


def test_erase_one_exercise_or_one_entry(journal):
    first, second = journal.save(ID, {"n": 1}), journal.save(ID, {"n": 2})
    other = journal.save("01/other", {"n": 3})
    assert journal.erase(ID, entry=second) == 1
    assert journal.latest(ID) == first
    assert journal.erase("01/other", entry=first.id) == 0
    assert journal.erase(ID) == 1
    assert journal.latest(ID) is None
    assert list(journal.entries()) == [other]
    assert journal.erase(ID) == 0


def test_erase_keeps_every_line_it_could_not_read(journal):
    journal.save(ID, {"n": 1})
    strange = [
        b'{"version": 2, "exercise": "01/who_benefits"}',
        b"not JSON",
        b"[1, 2]",
        b"\xff\x00",
    ]
    with journal.path.open("ab") as file:
        file.write(b"\n".join(strange) + b"\n")
    journal.save(ID, {"n": 2})
    journal.erase(ID)
    assert journal.path.read_bytes().split(b"\n") == [*strange, b""]


def test_erase_takes_the_remains_of_a_save_to_that_exercise(journal):
    line = journal.save(ID, {"text": "a secret"}).line()
    other = journal.save("01/other", {"text": "kept"}).line()
    with journal.path.open("ab") as file:
        file.write(other[:-5] + b"\n" + line[:-5])
    journal.erase(ID)
    assert journal.path.read_bytes() == other + other[:-5] + b"\n"


ID = "01/who_benefits"


def cut_lines(mine, other):
    """Give lines that end before their time, and whether erasing the first exercise takes them."""
    inside = b', "response": ' + other.line()[:-1]
    return {
        "in the answer": (mine.line()[:-9], True),
        "before the answer": (mine.line().partition(b', "response"')[0], True),
        "other spaces": (mine.line().replace(b'": ', b'":')[:-9], True),
        "before the exercise": (mine.line().partition(b', "exercise"')[0], False),
        "in the name": (mine.line().partition(ID[:-3].encode())[0] + ID[:-3].encode(), False),
        "two of it": (mine.line()[:-9] + mine.line()[:-1], True),
        "one of it, then another": (mine.line()[:-9] + other.line()[:-1], False),
        "another inside": (mine.line().partition(b', "response"')[0] + inside, False),
        "after something else": (b"my notes: " + mine.line()[:-9], False),
        "a newer version": (mine.line().replace(b"1", b"2", 1)[:-9], False),
    }


CUTS = cut_lines(Entry.new(ID, {}), Entry.new("01/other", {}))


@pytest.mark.parametrize("name", CUTS)
def test_erase_takes_a_cut_line_only_where_it_holds_nothing_else(journal, name):
    mine = Entry.new(ID, {"text": 'a secret, {"version": 1, "exercise": "01/other"}'})
    line, goes = cut_lines(mine, Entry.new("01/other", {"text": "kept"}))[name]
    journal.path.parent.mkdir()
    journal.path.write_bytes(line + b"\n" + mine.line())
    journal.erase(ID)
    assert journal.path.read_bytes() == (b"" if goes else line + b"\n")


def test_erase_keeps_the_learner_and_erase_all_does_not(journal):
    learner = journal.learner()
    journal.save(ID, {"text": "a secret"})
    journal.erase(ID)
    assert journal.learner() == learner
    journal.save(ID, {"text": "a secret"})
    with journal.path.open("ab") as file:
        file.write(b"torn secret")
    assert journal.erase_all() == 1
    left = b"".join(file.read_bytes() for file in journal.path.parent.iterdir())
    assert left == b""
    assert journal.learner().journal != learner.journal
    assert journal.erase_all() == 0


def test_erase_all_takes_what_an_interrupted_erase_left(journal):
    journal.save(ID, {})
    part = journal.path.with_name(journal.path.name + ".part")
    part.write_bytes(b"a secret")
    journal.erase_all()
    assert not part.exists()


def test_erase_is_not_stopped_by_what_an_interrupted_erase_left(journal):
    journal.save(ID, {})
    part = journal.path.with_name(journal.path.name + ".part")
    part.write_bytes(b"a secret")
    assert journal.erase(ID) == 1
    assert journal.path.read_bytes() == b"" and not part.exists()
