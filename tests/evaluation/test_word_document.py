"""The report for a word processor: the same words, tables and pictures as the page."""

import io
import re

import docx
import pytest

from workbook.cli import main
from workbook.evaluation import Question, document, evaluate, page, read_sessions
from workbook.evaluation.board import sentences


@pytest.fixture(
    scope="module",
    params=["clear_change", pytest.param("four_workers", marks=pytest.mark.slow)],
)
def both(invented, request):
    report = invented(request.param)
    html = page(report, "today")
    return report, html, docx.Document(io.BytesIO(document(html)))


def test_it_begins_with_the_title_and_the_four_sentences(both):
    report, _, made = both
    first = [paragraph.text for paragraph in made.paragraphs[:5]]
    assert first == [report.title, *sentences(report)]
    assert made.paragraphs[0].style.name == "Heading 1"
    assert made.core_properties.title == report.title
    assert made.core_properties.author == ""


def test_every_table_and_every_picture_of_the_page_is_there_once(both):
    _, html, made = both
    assert len(made.tables) == html.count("<table")
    assert len(made.inline_shapes) == html.count('class="wide"')
    said = [shape._inline.docPr.get("descr") for shape in made.inline_shapes]
    assert all(said), "each picture is read aloud as its sentence"
    rows = [len(table.rows) for table in made.tables]
    assert rows == [part.count("<tr") for part in re.findall(r"<table.*?</table>", html, re.S)]


def test_captions_stay_with_their_tables_and_headings_are_repeated(both):
    _, _, made = both
    captions = [p for p in made.paragraphs if p.style.name == "Caption"]
    assert len(captions) == len(made.tables)
    assert all(caption.paragraph_format.keep_with_next for caption in captions)
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in made.tables)


def test_names_from_the_file_stay_text(table):
    report = evaluate(read_sessions(table(case="<b>R&D</b>")), Question("increase"))
    made = docx.Document(io.BytesIO(document(page(report, "today"))))
    assert "<b>R&D</b>" in [p.text for p in made.paragraphs if p.style.name == "Heading 3"]


def test_the_command_writes_it_where_the_name_asks_for_it(table, tmp_path):
    path = tmp_path / "cards.csv"
    path.write_bytes(table())
    line = ["evaluate", str(path), "--improvement", "increase", "--output"]
    assert main([*line, str(tmp_path / "report.docx")]) == 0
    assert docx.Document(str(tmp_path / "report.docx")).tables
    assert (tmp_path / "numbers.csv").exists() or list(tmp_path.glob("*numbers.csv"))
