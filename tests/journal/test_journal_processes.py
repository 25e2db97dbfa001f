"""Several real programs on one journal, some of them killed."""

import random
import subprocess
import sys
import threading
import time

import pytest
from sweep import first

from workbook.journal import Journal

SAVE = """
import sys
from workbook.journal import Journal
path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
journal = Journal(path)
print("ready", flush=True)
sys.stdin.readline()
for n in range(count):
    entry = journal.save(name, {"n": n, "text": name * (n % 50)})
    print(entry.id, flush=True)
"""

ERASE = """
import sys
from workbook.journal import Journal
journal = Journal(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
for n in range(int(sys.argv[3])):
    journal.save(sys.argv[2], {"n": n})
    assert journal.erase(sys.argv[2]) == 1
"""

LEARNER = """
import sys
from workbook.journal import Journal
print("ready", flush=True)
sys.stdin.readline()
print(Journal(sys.argv[1]).learner())
"""


def begin(script, path, *args):
    command = [sys.executable, "-c", script, str(path), *map(str, args)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "ready\n"
    return child


def run_together(children):
    """Start them at one moment and return what each has printed."""
    for child in children:
        child.stdin.write("go\n")
        child.stdin.flush()
    said = [child.communicate(timeout=120)[0].splitlines() for child in children]
    assert [child.returncode for child in children] == [0] * len(children)
    return said


def test_four_programs_at_once_lose_and_tear_nothing(tmp_path):
    path = tmp_path / "my-work" / "journal.jsonl"
    said = run_together([begin(SAVE, path, f"01/p{n}", 60) for n in range(4)])
    journal = Journal(path)
    assert journal.problems() == []
    for n, ids in enumerate(said):
        assert [entry.id for entry in journal.history(f"01/p{n}")] == ids
        assert len(ids) == 60


def test_an_erase_never_loses_what_another_program_adds(tmp_path):
    path = tmp_path / "journal.jsonl"
    watching = Journal(path)
    writers = [begin(SAVE, path, f"01/p{n}", 80) for n in range(2)]
    erasers = [begin(ERASE, path, f"02/gone{n}", 80) for n in range(2)]
    said = run_together(writers + erasers)
    for journal in (watching, Journal(path)):
        assert journal.problems() == []
        assert journal.exercises() == ["01/p0", "01/p1"]
        for n in range(2):
            assert [entry.id for entry in journal.history(f"01/p{n}")] == said[n]


def test_programs_agree_on_one_learner(tmp_path):
    for attempt in range(3):
        path = tmp_path / f"{attempt}.jsonl"
        said = run_together([begin(LEARNER, path) for _ in range(4)])
        assert {line for lines in said for line in lines} == {str(Journal(path).learner())}
        assert path.read_bytes().count(b"_learner") == 1


@pytest.mark.parametrize("seed", first(3, range(8)))
def test_what_was_acknowledged_survives_a_kill(tmp_path, seed):
    path = tmp_path / "journal.jsonl"
    child = begin(SAVE, path, "01/p", 100_000)
    child.stdin.write("go\n")
    child.stdin.flush()
    first = child.stdout.readline().strip()
    time.sleep(random.Random(seed).uniform(0, 0.15))
    child.kill()
    said = [first, *child.stdout.read().split()]  # communicate() would pass over what is buffered
    child.wait(60)
    known = [entry.id for entry in Journal(path).entries()]
    assert [name for name in said if len(name) == 36] == known[: len(said)]
    assert len(known) <= len(said) + 1  # at most the one that was not acknowledged yet
    after = Journal(path).save("01/p", {"after": True})
    assert Journal(path).latest("01/p") == after


@pytest.mark.parametrize("seed", first(2, range(4)))
def test_a_killed_erase_leaves_a_whole_journal(tmp_path, seed):
    path = tmp_path / "journal.jsonl"
    kept = [Journal(path).save("01/kept", {"text": "word " * 500}) for _ in range(20)]
    child = begin(ERASE, path, "02/gone", 100_000)
    child.stdin.write("go\n")
    child.stdin.flush()
    time.sleep(random.Random(seed).uniform(0.02, 0.15))
    child.kill()
    child.communicate(timeout=60)
    journal = Journal(path)
    assert journal.history("01/kept") == kept
    assert journal.problems() == []
    journal.erase("02/gone")
    assert journal.save("01/kept", {"after": True}) == journal.latest("01/kept")


def test_threads_share_one_journal(tmp_path):
    journal, saved = Journal(tmp_path / "journal.jsonl"), []

    def work(n):
        for k in range(40):
            entry = journal.save(f"01/t{n}", {"k": k})
            saved.append(entry.id)
            assert journal.latest(f"01/t{n}") == entry

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(saved) == 160
    assert sorted(saved) == sorted(entry.id for entry in Journal(journal.path).entries())
