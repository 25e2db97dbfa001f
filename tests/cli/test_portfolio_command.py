"""`workbook portfolio`, as a person types it."""

import io
import json
import os
import stat

import docx
import pytest
from the_course import COURSE

from workbook.cli import main
from workbook.journal import Journal
from workbook.words import word, words

MIRROR = "03/mirror"
PLAIN, PLAN = "04/it_went_up", "05/my_plan"
SAID = words("portfolio_command")


@pytest.fixture
def journal(tmp_path):
    library, journal = COURSE, Journal(tmp_path / "journal.jsonl")
    journal.save(PLAIN, {"chosen": ["b"]}, library.exercise(PLAIN).edition)
    plan = library.exercise(PLAN)
    journal.save(PLAN, {"texts": {plan.items[0].key: "My own plan."}}, plan.edition)
    return journal


@pytest.fixture
def ask(journal, tmp_path, capsys):
    def run(name, *more):
        path = tmp_path / name
        code = main(["portfolio", "--output", str(path), "--journal", str(journal.path), *more])
        return code, path, "".join(capsys.readouterr())

    return run


def test_the_page_is_private_and_holds_both(ask):
    code, path, said = ask("mine.html")
    assert code == 0 and said.strip() == word("portfolio_command", "wrote", path=path, n=2)
    assert "My own plan." in path.read_text("utf-8")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_private(ask):
    code, path, said = ask("mine.html", "--without-private")
    assert code == 0 and said.strip() == word("portfolio_command", "wrote_shared", path=path, n=1)
    assert "My own plan." not in path.read_text("utf-8")


@pytest.mark.parametrize("name", ["mine.html", "mine.json", "mine.jsonl", "MINE.JSON"])
def test_every_form_but_a_document_brings_the_same_journal_back(ask, journal, tmp_path, name):
    _, path, _ = ask(name)
    again = tmp_path / "again.jsonl"
    assert main(["journal", "import", str(path), "--journal", str(again)]) == 0
    lines = [entry.line() for entry in journal.entries()]
    assert again.read_bytes() == b"".join(lines)


def test_json_is_one_document(ask, journal):
    _, path, _ = ask("mine.json")
    found = json.loads(path.read_text("utf-8"))
    assert len(found["answers"]) == journal.count()


def test_a_page_to_share_cannot_be_brought_back_and_says_so(ask, tmp_path, capsys):
    _, path, _ = ask("mine.html", "--without-private")
    again = str(tmp_path / "again.jsonl")
    assert main(["journal", "import", str(path), "--journal", again]) == 1
    assert word("journal", "page_without_answers", name=path.name) in capsys.readouterr().err


@pytest.mark.slow
def test_a_document_has_the_pictures_that_stand_alone(ask, journal):
    card = {"about": ""}
    lines = {i.key.partition(".")[2] for i in COURSE.exercise(MIRROR).items}
    for side in ("person", "practitioner"):
        card[side] = {name: "3" for name in lines if name}
    journal.save(MIRROR, {"cards": [card, card]})
    _, path, _ = ask("mine.docx")
    found = docx.Document(io.BytesIO(path.read_bytes()))
    assert len(found.inline_shapes) == 1, "the cards over time; of the lines of a table the words"
    assert found.tables


@pytest.mark.slow
def test_a_document_reads_the_same(ask):
    code, path, _ = ask("mine.docx")
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(path.read_bytes())).paragraphs)
    assert code == 0 and "My own plan." in text and "workbook-answers" not in text
    assert words("portfolio")["carries_none"] in text
    assert word("portfolio", "carries", n=2) not in text


def test_a_statement(ask):
    code, path, said = ask("st.html", "--statement", "Ada Person")
    assert code == 0 and "Ada Person" in path.read_text("utf-8") and "Ada" not in said


@pytest.mark.parametrize(
    ("name", "more", "why"),
    [
        ("mine.odt", (), SAID["other_ending"]),
        ("mine", (), SAID["other_ending"]),
        ("mine.json", ("--without-private",), SAID["copy_private"]),
        ("st.json", ("--statement", "Ada"), SAID["statement_ending"]),
        ("st.html", ("--statement", "Ada", "--without-private"), SAID["statement_private"]),
        ("st.html", ("--statement", " "), words("statement")["no_name"]),
    ],
)
def test_what_does_not_go_together_is_one_sentence_and_nothing_is_written(ask, name, more, why):
    code, path, said = ask(name, *more)
    assert code == 1 and said == f"workbook: {why}\n" and not path.exists()


def test_an_unknown_language_names_the_known_ones(ask):
    code, path, said = ask("mine.html", "--language", "xx")
    assert code == 1 and "en" in said and not path.exists()


def test_a_language_is_that_of_the_page(ask, spanish):
    code, path, _ = ask("mine.html", "--language", spanish)
    assert code == 0 and '<html lang="es">' in path.read_text("utf-8")


def test_a_language_from_right_to_left_runs_that_way(ask, spanish, tmp_path, monkeypatch):
    (tmp_path / "words" / "es").rename(tmp_path / "words" / "ar")
    code, path, _ = ask("mine.html", "--language", "ar")
    assert code == 0 and '<html lang="ar" dir="rtl">' in path.read_text("utf-8")


@pytest.mark.parametrize("name", ["mine.html", "mine.jsonl"])
def test_a_file_is_overwritten_only_by_force(ask, name, tmp_path):
    (tmp_path / name).write_text("older")
    code, path, _ = ask(name)
    assert code == 1 and path.read_text() == "older"
    assert ask(name, "--force")[0] == 0 and path.read_text() != "older"


def test_the_journal_itself_is_never_the_target(ask, journal):
    before = journal.path.read_bytes()
    code, _, said = ask("journal.jsonl", "--force")
    assert code == 1 and str(journal.path) in said
    assert journal.path.read_bytes() == before


def test_no_folder_and_a_folder_are_sentences(ask, tmp_path):
    (tmp_path / "d.html").mkdir()
    for name in ("nowhere/mine.html", "d.html"):
        code, _, said = ask(name)
        assert code == 1 and said.startswith("workbook: ") and "Traceback" not in said


@pytest.mark.parametrize("name", ["mine.html", "mine.json"])
def test_nothing_answered_is_one_kind_sentence(tmp_path, capsys, name):
    missing, path = str(tmp_path / "none.jsonl"), tmp_path / name
    assert main(["portfolio", "--output", str(path), "--journal", missing]) == 1
    assert capsys.readouterr().err == f"workbook: {words('portfolio')['nothing']}\n"
    assert not path.exists()
