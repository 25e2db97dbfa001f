"""The course as a book: every chapter is well-formed, and every link stays inside it."""

import re
import sys
import xml.etree.ElementTree as ET
import zipfile

import pytest

from workbook.errors import WorkbookError
from workbook.html import Markup
from workbook.site.light.book import BOOK, book_html, write_book
from workbook.site.light.shell import Page
from workbook.words import words

ONE = Page(
    "one.html",
    "One & two",
    Markup(
        '<section id="start"><h2>Here</h2><p><a href="two.html#start">On</a>, '
        '<a href="two.html">two</a>, <a href="data.csv">rows</a>, '
        '<a href="https://example.org/">out</a></p>'
        '<img src="picture.svg" alt="A picture"></section>'
        '<div class="place" id="progress"><div data-view="progress" data-call="progress">'
        "<noscript><p>Paper.</p></noscript><script>{}</script></div></div>"
    ),
)
TWO = Page(
    "two.html", "Two", Markup('<section id="start"><p><a href="#start">Top</a></p></section>')
)


def test_links_stay_in_the_book_and_what_is_of_no_use_goes():
    made = book_html([ONE, TWO])
    assert set(re.findall(r'href="([^"]*)"', made)) == {
        "#two.start",
        "#two",
        "https://example.org/",
    }
    assert "rows" in made
    for gone in ("data.csv", "noscript", "<script", "progress"):
        assert gone not in made


@pytest.mark.slow
def test_a_book_is_well_formed(tmp_path):
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
    (tmp_path / "picture.svg").write_text(picture)
    write_book([ONE, TWO], tmp_path)
    with zipfile.ZipFile(tmp_path / BOOK) as book:
        texts = {n: book.read(n).decode() for n in book.namelist() if n.endswith(".xhtml")}
        assert book.read("mimetype") == b"application/epub+zip"
        assert any(name.endswith(".svg") for name in book.namelist())
    for text in texts.values():
        ET.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", text))
    whole = "".join(texts.values())
    assert 'alt="A picture"' in whole
    assert "One &amp; two" in whole


def test_without_pandoc_a_sentence_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    with pytest.raises(WorkbookError, match=re.escape(words("light_command")["no_pandoc"])):
        write_book([ONE], tmp_path)
