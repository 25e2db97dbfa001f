"""`workbook evaluate` from the command line: two whole files, or one sentence and no file."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sweep import first

from workbook import files
from workbook.cli import main
from workbook.measures.randomization import draw_starts
from workbook.words import word

pytestmark = pytest.mark.usefixtures("undrawn")
STATUS = Path("/proc/self/status")
PEAK = "from workbook.cli import main; r = main(); print(open('/proc/self/status').read()); exit(r)"


@pytest.fixture
def folder(tmp_path, root, monkeypatch):
    """A folder with the invented workers and their plan."""
    cases = [f"worker {letter}" for letter in "ABCD"]
    plan = draw_starts(cases, 21, min_baseline=6, min_treatment=6, scheme="orders", seed=615)
    plan.save(tmp_path / "plan.json")
    (tmp_path / "cards.csv").write_bytes((root / "datasets" / "four_workers.csv").read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def evaluate(*more, data="cards.csv", way="increase"):
    return main(["evaluate", data, "--improvement", way, *more])


def told(name, **values):
    return word("evaluate_command", name, **values)


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_a_report_and_its_numbers_are_written_and_private(folder, capsys):
    assert evaluate("--plan", "plan.json") == 0
    assert names(folder) == {"cards.csv", "plan.json", "cards-report.html", "cards-numbers.csv"}
    assert "p is 0.042" in (folder / "cards-report.html").read_text("utf-8")
    wrote = told("wrote", page="cards-report.html", table="cards-numbers.csv")
    assert capsys.readouterr().out == f"{wrote}\n"
    if os.name == "posix":
        assert stat.S_IMODE((folder / "cards-report.html").stat().st_mode) == 0o600


def test_json_is_one_object_and_progress_goes_elsewhere(folder, capsys):
    assert evaluate("--plan", "plan.json", "--json") == 0
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert found["design"] == "drawn_orders"
    assert found["report"] == "cards-report.html"
    p = [row["value"] for row in found["numbers"] if row["name"] == "p"]
    assert p == [pytest.approx(1 / 24)]
    assert word("evaluate", "drawing", n=4, all=4) in err


def test_files_that_are_there_are_kept_unless_forced(folder, capsys):
    kept = folder / "cards-numbers.csv"
    kept.write_text("mine", "utf-8")
    assert evaluate() == 1
    assert kept.read_text("utf-8") == "mine"
    assert "cards-report.html" not in names(folder)
    assert told("already_there", path="cards-numbers.csv") in capsys.readouterr().err
    assert evaluate("--force") == 0
    assert kept.read_bytes().startswith(b"\xef\xbb\xbfpart,case")


@pytest.mark.parametrize("option", [("--output", "cards.csv"), ("--numbers", "plan.json")])
def test_the_data_and_the_plan_are_never_overwritten(folder, option, capsys):
    before = (folder / option[1]).read_bytes()
    assert evaluate("--plan", "plan.json", "--force", *option) == 1
    assert told("same_names") in capsys.readouterr().err
    assert (folder / option[1]).read_bytes() == before


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--plan", "no.json"), "no.json "),
        (("--plan", "cards.csv"), "cards.csv "),
        (("--goal", "five"), told("no_goal", text="five")),
        (("--output", "nowhere/report.html"), told("no_place", path="nowhere/report.html")),
        (("--columns", "outcome=rating"), "'rating'"),
    ],
)
def test_a_mistake_is_one_sentence_and_leaves_no_file(folder, more, said, capsys):
    assert evaluate(*more) == 1
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err
    assert names(folder) == {"cards.csv", "plan.json"}


@pytest.mark.parametrize("data", [".", "no.csv"])
def test_what_is_no_file_is_refused(folder, data, capsys):
    assert evaluate(data=data) == 1
    said = told("is_folder", path=".") if data == "." else word("sessions", "choose")
    assert said in capsys.readouterr().err


def test_a_way_that_is_none_is_refused(folder, capsys):
    assert evaluate(way="up") == 1
    assert told("no_way", text="up") in capsys.readouterr().err


def test_a_run_that_fails_at_the_end_leaves_no_file(folder, monkeypatch, capsys):
    def full(fd):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert evaluate() == 1
    about = {"path": "cards-report.html", "reason": "no space left on device"}
    assert capsys.readouterr().err.endswith(f"workbook: {told('not_written', **about)}\n")
    assert names(folder) == {"cards.csv", "plan.json"}


@pytest.mark.parametrize("force", first(1, [False, True]))
def test_when_the_second_file_fails_the_first_is_as_it_was(folder, monkeypatch, capsys, force):
    page = folder / "cards-report.html"
    if force:
        page.write_text("an older page", "utf-8")

    def full(part, data, private, fill=files._fill):
        if "numbers" in part.name:
            raise OSError(28, "No space left on device")
        fill(part, data, private)

    monkeypatch.setattr(files, "_fill", full)
    assert evaluate(*["--force"] * force) == 1
    about = {"path": "cards-numbers.csv", "reason": "no space left on device"}
    assert told("not_written", **about) in capsys.readouterr().err
    assert names(folder) == {"cards.csv", "plan.json", *[page.name] * force}
    assert not force or page.read_text("utf-8") == "an older page"


@pytest.mark.parametrize("name", [".", "/", "x" * 300, ""])
def test_a_name_that_cannot_be_used_is_told(folder, capsys, name):
    assert evaluate("--output", name) == 1
    assert "workbook: " in capsys.readouterr().err
    assert names(folder) == {"cards.csv", "plan.json"}


@pytest.mark.skipif(os.name != "posix", reason="devices have names in folders only there")
def test_what_is_no_file_is_never_replaced(folder, capsys):
    os.mkfifo(folder / "pipe.csv")
    assert evaluate("--numbers", "pipe.csv", "--force") == 1
    assert told("no_file", path="pipe.csv") in capsys.readouterr().err
    assert stat.S_ISFIFO((folder / "pipe.csv").stat().st_mode)


def test_a_stop_by_hand_writes_nothing_and_is_told_once(folder, monkeypatch, capsys):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("workbook.evaluation.page", stop)
    with pytest.raises(KeyboardInterrupt):  # `workbook.__main__` makes it 130
        evaluate()
    assert "topped" not in capsys.readouterr().err
    assert names(folder) == {"cards.csv", "plan.json"}


@pytest.mark.parametrize("line", [["cards.csv"], ["cards.csv", "--improvement"], []])
def test_wrong_usage_ends_with_two(folder, line):
    with pytest.raises(SystemExit) as ended:
        main(["evaluate", *line])
    assert ended.value.code == 2


def test_help_shows_examples_and_the_form_of_the_table(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["evaluate", "--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert '--wide "week: north=7, south=10"' in out
    assert "case,session,phase,outcome" in out


def test_ways_and_goals_by_case(folder):
    ways = ", ".join(f"worker {c}={'increase' if c < 'D' else 'decrease'}" for c in "ABCD")
    goals = ", ".join(f"worker {c}=4" for c in "ABCD")
    assert evaluate("--plan", "plan.json", "--goal", goals, way=ways) == 0
    text = (folder / "cards-report.html").read_text("utf-8")
    assert word("evaluate", "turned") in text
    assert word("evaluate", "goal_behind", goal=4) in text


@pytest.mark.slow
@pytest.mark.skipif(not STATUS.exists(), reason="the peak of memory is read from Linux's /proc")
def test_many_rows_are_worked_through_in_bounded_memory(tmp_path):
    path = tmp_path / "many.csv"
    rows = (
        f"c{case},{t},{'A' if t <= 40 else 'B'},{t * 7 % 11}"
        for case in range(2000)
        for t in range(1, 101)
    )
    path.write_text("\n".join(["case,session,phase,outcome", *rows]), "utf-8")
    line = [sys.executable, "-c", PEAK, "evaluate", str(path), "--improvement", "increase"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    peak = re.search(r"VmHWM:\s+(\d+) kB", done.stdout)
    assert int(peak[1]) < 1 << 20, "200,000 sessions must fit into 1 GiB"
    assert word("evaluate", "computing", n=200_000) in done.stderr
    html = (tmp_path / "many-report.html").read_text("utf-8")
    assert word("evaluate", "more_cases", drawn=12, all="2,000") in html
    assert len((tmp_path / "many-numbers.csv").read_text("utf-8").splitlines()) > 2000 * 20
