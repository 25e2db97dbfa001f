"""Markdown becomes safe HTML and plain words, whatever stands in it."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.content.markup import inline_html, plain_words, to_html

ALLOWED = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "br", "hr"}
ALLOWED |= {"img", "h1", "h2", "h3", "h4", "h5", "h6"}
PIECES = ["<script>", "</p>", "<img src=x onerror=y>", "*", "**", "[a](", ")", "javascript:x", "`"]
PIECES += ["# ", "- ", "> ", "\n", "a", "&lt;", "![", "](", "<a href='x' onclick=y>", '"', "1. "]


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_html_of_an_author_is_shown_as_text(markdown):
    for tag, attributes in Tags(to_html(markdown)).found:
        assert tag in ALLOWED
        assert not any(name.startswith("on") for name in attributes)
        address = attributes.get("href") or attributes.get("src") or ""
        assert not address.strip().lower().startswith(("javascript:", "data:", "vbscript:"))


@given(st.text(max_size=200))
def test_any_text_has_a_form(text):
    assert isinstance(to_html(text), str)
    assert isinstance(inline_html(text), str)
    assert isinstance(plain_words(text), str)


def test_a_link_opens_a_tab_of_its_own():
    html = to_html("[page](https://example.org)")
    assert 'target="_blank" rel="noopener noreferrer" href="https://example.org"' in html


def test_one_paragraph_loses_its_frame_and_two_keep_theirs():
    assert inline_html("One *word*.") == "One <em>word</em>."
    assert inline_html("One.\n\nTwo.").count("<p>") == 2


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("", ""),
        ("One\nline.", "One line."),
        ("One.\n\nTwo.", "One.\nTwo."),
        ("*a* **b** `c`", "a b c"),
        ("- a\n- b", "- a\n- b"),
        ("> said", "said"),
        ('Tom & Ana\'s "x" <y>', 'Tom & Ana\'s "x" <y>'),
        ("[a](https://example.org/?x=1&y=2)", "a (https://example.org/?x=1&y=2)"),
        ("[a](https://example.org/a_(b))", "a (https://example.org/a_(b))"),
    ],
)
def test_plain_words(markdown, words):
    assert plain_words(markdown) == words


@given(st.from_regex(r"[A-Za-z]{1,12}( [A-Za-z]{1,12}){0,8}\.", fullmatch=True))
def test_a_plain_sentence_stays_as_it_is(sentence):
    assert plain_words(sentence) == sentence
    assert re.sub("<[^>]+>", "", to_html(sentence)) == sentence
