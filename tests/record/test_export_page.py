"""Copies of all answers for people: the page, the text, and the command that writes them."""

import re

import pytest
from page_tags import Page

from workbook.cli import main
from workbook.journal import Journal
from workbook.record.export import FORMS, export_answers
from workbook.words import word


@pytest.fixture
def page(every, reflect, journal, target):
    for text in ("First.", "Second."):
        reflect(text)
    journal.save("gone", {"texts": {"x": "Old."}})
    export_answers(every, journal, target(".html"))
    return Page(target(".html"))


def test_the_page_stands_alone(page):
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.tags}
    assert not [
        a for _, attributes in page.tags for a in attributes if a in ("src", "href", "style")
    ]
    assert ("html", {"lang": "en"}) in page.tags
    [policy] = [a["content"] for t, a in page.tags if a.get("http-equiv")]
    assert policy.startswith("default-src 'none'")


def test_its_headings_go_down_one_step_at_a_time(page):
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= before + 1 for before, later in zip(levels, levels[1:], strict=False))
    assert levels == [1, 2, 3, 2, 3]


def test_words_of_a_learner_find_their_own_direction(page):
    quotes = [n for n, (tag, _) in enumerate(page.tags) if tag == "blockquote"]
    assert all(page.tags[n + 1] == ("p", {"dir": "auto"}) for n in quotes)


def test_private_answers_earlier_ones_and_those_to_nothing_are_marked(page):
    text = " ".join(page.text)
    assert text.count(word("record", "private")) == 1
    assert word("record", "earlier", n=1) in text
    assert word("record", "wording_gone") in text
    assert [n for n, (tag, _) in enumerate(page.tags) if tag == "details"]


def test_the_text_marks_them_too(every, reflect, journal, target):
    reflect("First.")
    reflect("Second.")
    export_answers(every, journal, target(".md"))
    text = target(".md").read_text("utf-8")
    assert f"**{word('record', 'private')}**" in text
    assert f"#### {word('record', 'earlier', n=1)}" in text


@pytest.mark.parametrize("ending", FORMS)
def test_the_command_writes_a_readable_copy_of_the_course_around_it(
    course, tmp_path, monkeypatch, capsys, ending
):
    monkeypatch.setenv("WORKBOOK_JOURNAL", str(tmp_path / "journal.jsonl"))
    monkeypatch.chdir(course)
    Journal(tmp_path / "journal.jsonl").save("00/what_it_claims", {"chosen": ["b"]})
    path = tmp_path / f"mine{ending}"
    assert main(["journal", "export", str(path)]) == 0
    answers = word("journal_command", "answers", n=1)
    said = word("journal_command", "wrote", answers=answers, path=path)
    assert capsys.readouterr().out == f"{said}\n"
    assert "A hypothesis for any profession" in path.read_text("utf-8")
    assert main(["journal", "export", str(path)]) == 1
    assert main(["journal", "export", str(path), "--force"]) == 0


def test_the_command_works_where_there_is_no_course(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    journal = Journal(tmp_path / "j.jsonl")
    journal.save("00/what_it_claims", {"chosen": ["b"]})
    line = ["journal", "--journal", str(journal.path), "export", str(tmp_path / "a.md")]
    assert main(line) == 0
