"""`workbook check --strict`: what this course asks of its own files, each broken once."""

import json

import pytest
from small_course import sample, write_book

from workbook.cli import main
from workbook.cli.check import report
from workbook.kinds import kind_of
from workbook.words import word

pytestmark = pytest.mark.usefixtures("no_charts")
POLICY = "private: []\nsourced: [sort]\nleast_share: 0.5\nlongest_text: 40\n"
BOOK = "modules/00_start.ipynb"
CHOICE, SORT = "00_start/choice.md", "00_start/sort.md"


@pytest.fixture
def strict(small):
    (small / "modules" / "policy.yaml").write_text(POLICY, encoding="utf-8")
    assert report(small, strict=True)["problems"] == []
    return small


def found(course, identifier=None):
    """Give the problems that only the strict check finds, each by its file and its own words."""
    more = report(course, strict=True)["problems"]
    plain = report(course)["problems"]
    return [(p.values["file"], p.values["problem"]) for p in more if p not in plain]


def edit(course, name, there, put):
    path = course / "modules" / "exercises" / name
    text = path.read_text(encoding="utf-8")
    assert there in text
    path.write_text(text.replace(there, put, 1), encoding="utf-8")


FILES = {
    "draft": (CHOICE, "draft: m9-e1", "draft: M9", ("draft", {"draft": "M9"})),
    "competencies": (
        CHOICE,
        "competencies: [1]",
        "competencies: []",
        ("empty", {"name": "competencies"}),
    ),
    "values": (CHOICE, "values: [integrity]", "values: []", ("empty", {"name": "values"})),
    "prompt": (CHOICE, "Which fits?", "", ("empty", {"name": "prompt"})),
    "purpose": (CHOICE, "purpose: Try it.", "purpose: Try it", ("sentence", {"name": "purpose"})),
    "debrief": (CHOICE, "## debrief\nA debrief.", "", ("no_part", {"name": "debrief"})),
    "facilitator": (SORT, "## facilitator\nFor the", "## hint2\nFor the", None),
    "year": (SORT, "The chair", "The chair of 1909", ("no_source", {"key": "chair"})),
    "long": (CHOICE, "minutes: 2", "minutes: 9", None),
}


def test_a_sentence_of_the_seed_that_no_learner_reads_whole_is_caught(strict):
    rows = strict / "modules" / "seed_claims.yaml"
    kept = rows.read_text(encoding="utf-8")
    for quote, missed in (("which  FITS", False), ("Which fits me?", True), ("ich fits?", True)):
        rows.write_text(
            f"{kept}\n  - {{id: S99, quote: {quote!r}, treated_in: [m9-e1]}}\n", "utf-8"
        )
        told = [problem for _, problem in found(strict)]
        assert (word("strict", "unquoted", claim="S99") in told) is missed


@pytest.mark.parametrize(("most", "caught"), [(1, True), (2, False), (2.5, False)])
def test_a_fact_of_an_exercise_that_passes_its_limit_is_caught(strict, most, caught):
    text = (kind_of("encounter").folder / "sample.md").read_text(encoding="utf-8")
    (strict / "modules" / "exercises" / "00_start" / "story.md").write_text(text, encoding="utf-8")
    policy = strict / "modules" / "policy.yaml"
    policy.write_text(POLICY + f"most: {{passages: 9, nodes: {most}}}\n", encoding="utf-8")
    values = {"name": "nodes", "found": "2", "most": str(most)}
    told = [problem for _, problem in found(strict)]
    assert (word("strict", "too_much", **values) in told) is caught


@pytest.mark.parametrize("name", [name for name in FILES if FILES[name][3]])
def test_a_file_that_does_not_keep_to_the_policy_is_caught(strict, name):
    file, there, put, (sentence, values) = FILES[name]
    edit(strict, file, there, put)
    assert (f"modules/exercises/{file}", word("strict", sentence, **values)) in found(strict)


def test_a_kind_whose_answers_stay_with_the_learner_is_private(strict):
    policy = POLICY.replace("private: []", "private: [choice, reflection]")
    (strict / "modules" / "policy.yaml").write_text(policy, encoding="utf-8")
    assert found(strict) == [(f"modules/exercises/{CHOICE}", word("strict", "not_private"))]


def test_a_facilitator_s_part_is_asked_for(strict):
    edit(strict, SORT, "## facilitator\nFor the facilitator.\n", "")
    file = f"modules/exercises/{SORT}"
    assert found(strict) == [(file, word("strict", "no_part", name="facilitator"))]


@pytest.mark.parametrize(("minutes", "sum_"), [("9", 15), ("5", 11)])
def test_minutes_that_do_not_fit_into_the_module_are_caught(strict, minutes, sum_):
    edit(strict, CHOICE, "minutes: 2", f"minutes: {minutes}")
    problem = word("strict", "minutes", minutes=sum_, all=8, least=0.5)
    assert found(strict) == [("modules/exercises/00_start/module.md", problem)]


def test_a_module_that_is_filled_too_little_is_caught(strict):
    edit(strict, "00_start/module.md", "minutes: 8", "minutes: 17")
    problem = word("strict", "minutes", minutes=8, all=17, least=0.5)
    assert found(strict) == [("modules/exercises/00_start/module.md", problem)]


def test_a_module_without_notebook_and_a_notebook_without_module_are_caught(strict):
    book = strict / BOOK
    book.rename(book.with_name("01_other.ipynb"))
    said = [problem.identifier for _, problem in found(strict)]
    assert {"strict.no_notebook", "strict.no_module", "strict.first_cell"} <= set(said)


def change(course, work):
    """Change the cells of the notebook."""
    path = course / BOOK
    book = json.loads(path.read_text(encoding="utf-8"))
    work(book["cells"])
    path.write_text(json.dumps(book), encoding="utf-8")


def rename(cells):
    cells[2]["id"] = "3f2a-random"


def no_header(cells):
    cells[1]["source"] = ["import workbook as wb"]


def no_progress(cells):
    del cells[-1]


def untitled(cells):
    cells[0]["source"] = ["Start"]


def no_key_points(cells):
    cells[-2]["source"] = ["Keep them."]


def no_output(cells):
    cells[2]["outputs"] = []


def twice(cells):
    cells.insert(3, {**cells[2], "id": "choice-again"})


def tagged(cells):
    cells[0]["source"] += ["\n<b>Bold</b>"]


def two_sentences(cells):
    cells[0]["source"] += ["\nThis is one. That is two."]


def wordy(cells):
    cells[0]["source"] += ["\n" + "word " * 50]


BOOKS = {
    rename: ("cell_name", {"exercise": "00/choice", "id": "3f2a-random", "wanted": "choice"}),
    no_header: ("first_cell", {"number": "00"}),
    no_progress: ("last_cell", {}),
    untitled: ("no_title", {}),
    no_key_points: ("no_key_points", {}),
    no_output: ("no_output", {"id": "choice"}),
    twice: ("shown_often", {"exercise": "00/choice", "n": 2}),
    tagged: ("tag", {"line": "<b>Bold</b>"}),
    two_sentences: ("sentences", {"line": "This is one. That is two."}),
    wordy: ("long_cell", {"n": 52, "most": 40}),
}


@pytest.mark.parametrize("work", BOOKS, ids=lambda work: work.__name__)
def test_a_notebook_that_does_not_keep_to_the_policy_is_caught(strict, work):
    sentence, values = BOOKS[work]
    change(strict, work)
    assert (BOOK, word("strict", sentence, **values)) in found(strict)


def test_lists_tables_and_quotations_may_hold_two_sentences(strict):
    def quoted(cells):
        lines = ["\n- One. Two.", "\n> One. Two.", '\nShe said: "One. Two."']
        cells[0]["source"] += lines

    change(strict, quoted)
    assert found(strict) == []


def test_a_course_without_a_policy_asks_less(strict):
    (strict / "modules" / "policy.yaml").unlink()
    edit(strict, *FILES["year"][:3])
    edit(strict, "00_start/module.md", "minutes: 8", "minutes: 60")
    assert found(strict) == []


@pytest.mark.parametrize("text", ["- a list", "private: [", "\x00"])
def test_a_policy_that_cannot_be_read_is_a_sentence(strict, capsys, text):
    (strict / "modules" / "policy.yaml").write_text(text, encoding="utf-8")
    assert main(["check", "--strict", "--folder", str(strict)]) == 1
    said = capsys.readouterr().err
    assert said == f"workbook: modules/policy.yaml: {word('strict', 'no_policy')}\n"


def test_a_lecturer_s_added_exercise_is_well_in_the_ordinary_check(strict, capsys):
    """Saved from JupyterLab, with a random cell id, and short of what this course asks."""
    path = strict / "modules" / "exercises" / "00_start" / "mine.md"
    text = sample("choice", 9).partition("\n## debrief")[0].replace("minutes: 2", "minutes: 30")
    path.write_text(text + "\n", encoding="utf-8")
    ids = [f"00/{kind}" for kind in ("choice", "sort", "reflection", "encounter")]
    write_book(strict, "00_start", [*ids, "00/mine"])

    def random_id(cells):
        cells[-3]["id"] = "a1b2c3d4"

    change(strict, random_id)
    said = {problem.name for _, problem in found(strict)}
    assert {"minutes", "no_part", "cell_name"} <= said
    canonical = [p for p in report(strict)["problems"] if p.identifier != "notebooks.problem"]
    assert canonical == []


def test_a_module_that_cannot_be_read_is_told_once(strict):
    edit(strict, "00_start/module.md", "minutes: 8", "minutes: eight")
    said = report(strict, strict=True)["problems"]
    assert len([p for p in said if "module.md" in p]) == 1


def test_the_command_asks_for_it(strict, capsys):
    edit(strict, *FILES["year"][:3])
    line = ["check", "--folder", str(strict)]
    assert main(line) == 0
    assert main([*line, "--strict"]) == 1
    assert word("strict", "no_source", key="chair") in capsys.readouterr().out
    assert main([*line, "--strict", "--json"]) == 1
    assert len(json.loads(capsys.readouterr().out)["problems"]) == 1


def test_a_part_for_leaders_without_a_lead_is_caught(strict):
    policy = strict / "modules" / "policy.yaml"
    policy.write_text(POLICY + "leads: [Safety]\n", encoding="utf-8")
    missing = word("strict", "no_lead", lead="Safety")
    files = {file for file, problem in found(strict) if problem == missing}
    assert any(file.endswith(SORT) for file in files)
    edit(strict, SORT, "## facilitator\n", "## facilitator\n**Safety.** Stop at any time.\n")
    after = {file for file, problem in found(strict) if problem == missing}
    assert files - after == {file for file in files if file.endswith(SORT)}
