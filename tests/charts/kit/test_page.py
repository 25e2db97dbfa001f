"""The words beside a picture: a region, links that say where they lead, a table with headings."""

import re
from html.parser import HTMLParser

from workbook.charts import Chart, Source, outputs
from workbook.charts.kit.page import bundle

VOID = {"br", "img", "hr"}


class Page(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.text = [], [], ""
        self.feed(html)
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.text += data

    def all(self, name):
        return [attrs for tag, attrs in self.tags if tag == name]


def page_of(chart):
    return Page(outputs(chart)[-1][0]["text/html"])


def test_it_is_one_named_region_with_the_sentence_and_the_note(chart):
    page = page_of(chart)
    assert page.tags[0][0] == "section"
    assert page.tags[0][1]["data-chart"] == chart.id
    assert page.tags[0][1]["aria-label"].startswith(chart.title)
    assert chart.sentence in page.text
    assert chart.note in page.text


def test_links_open_apart_and_say_where_they_lead(chart):
    links = page_of(chart).all("a")
    assert {link["href"] for link in links} >= {s.url for s in chart.sources if s.url}
    assert all((link["target"], link["rel"]) == ("_blank", "noopener") for link in links)


def test_no_script_and_nothing_fetched(chart):
    html = outputs(chart)[-1][0]["text/html"]
    assert not re.search(r"<(script|img|iframe|link)\b|\bon\w+=|url\(|@import", html)


def test_a_picture_comes_with_a_folded_table_that_has_headings(chart):
    page = page_of(chart)
    if not chart.spec:
        assert not page.all("table")
        return
    scopes = [attrs["scope"] for attrs in page.all("th")]
    assert len(page.all("table")) == len(page.all("caption")) == 1
    assert "open" not in page.all("details")[0]
    assert scopes.count("row") == len(chart.rows)
    assert scopes.count("rowgroup") == len({row[0] for row in chart.rows})
    assert scopes.count("col") == len(chart.columns) - 1
    region = next(attrs for attrs in page.all("div") if attrs.get("role") == "region")
    assert region["tabindex"] == "0"
    assert region["aria-label"]


def test_the_plain_form_names_each_source_once(chart):
    text = outputs(chart)[-1][0]["text/plain"]
    named = re.findall(r"^Source: (.*)$", text, re.MULTILINE)
    assert named == list(dict.fromkeys(s.text for s in chart.sources))
    assert text.endswith(chart.note)


def test_words_from_a_table_cannot_become_markup():
    bad = '<b onclick="x">&'
    chart = Chart("01/x", bad, bad, (Source(bad, 'https://e.org/"><i>'),), bad, ("A",), ((bad,),))
    page = Page(bundle(Chart(**{**vars(chart), "spec": {"mark": "bar"}}))[0]["text/html"])
    assert not page.all("b")
    assert not page.all("i")
    assert page.text.count(bad) >= 5


def test_a_printed_source_is_shown_as_printed():
    chart = Chart("01/x", "T", "S.", (Source("Book"),), "N.", ("A",), (("1",),), {"mark": "bar"})
    page = page_of(chart)
    assert "Book (printed source)" in page.text
    assert not page.all("a")
