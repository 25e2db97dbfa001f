"""HTML is escaped by default, in every place where text can stand."""

from html.parser import HTMLParser

import pytest

from workbook.html import Markup, bullets, element, escape, fragment, page, table
from workbook.words import use

BAD = '<b onclick="x">\'&'


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize(
    "made",
    [
        element("p", BAD, title=BAD),
        fragment(BAD),
        bullets([BAD, BAD]),
        table(BAD, [BAD, BAD], [(BAD, BAD)], class_=BAD, aria_label=BAD),
        table(BAD, [BAD, BAD], [(BAD, BAD)], grouped=True),
        page(BAD, BAD, body_class=BAD),
    ],
)
def test_text_cannot_become_markup(made):
    read = Tags(made)
    assert "b" not in {tag for tag, _ in read.tags}
    assert not any("onclick" in attrs for _, attrs in read.tags)
    assert BAD in read.text


def test_what_is_html_already_is_not_escaped_again():
    inner = element("b", "x & y")
    assert isinstance(inner, Markup)
    assert element("p", inner) == "<p><b>x &amp; y</b></p>"
    assert escape(inner) is inner


def test_an_attribute_has_its_own_name_or_is_left_out():
    made = element("p", class_="a", data_chart="01/x", aria_label="L", id=None)
    assert made == '<p class="a" data-chart="01/x" aria-label="L"></p>'


def test_a_table_is_a_region_with_a_caption_and_headings_on_both_sides():
    read = Tags(table("Visits", ["Who", "n"], [("all", "3"), ("some", "2")]))
    region = read.tags[0]
    assert region[1] == {"role": "region", "tabindex": "0", "aria-label": "Visits"}
    assert [attrs["scope"] for tag, attrs in read.tags if tag == "th"] == ["col"] * 2 + ["row"] * 2


def test_rows_that_share_a_heading_stand_below_it():
    rows = [("2020", "a", "1"), ("2020", "b", "2"), ("2021", "c", "3")]
    read = Tags(table("T", ["Year", "What", "n"], rows, grouped=True))
    scopes = [attrs["scope"] for tag, attrs in read.tags if tag == "th"]
    assert scopes == ["col", "col", "rowgroup", "row", "row", "rowgroup", "row"]
    assert [attrs["colspan"] for _, attrs in read.tags if "colspan" in attrs] == ["2", "2"]


def test_a_page_says_in_which_language_it_is():
    with use("es"):
        assert ("html", {"lang": "es"}) in Tags(page("T")).tags
    assert ("html", {"lang": "en"}) in Tags(page("T")).tags
