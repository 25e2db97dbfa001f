"""The line grammar: what each kind of line becomes, and which lines are refused."""

import pytest

from workbook.content.document import read_document
from workbook.errors import ContentError

TOP = "---\nkind: choice\n---\n"


def read(body, top=TOP):
    return read_document(top + body, "x.md")


def test_prose_before_the_first_rule_is_the_prompt():
    first = read("# A title\nWhich?\n\nNow.\n\n- [ ] One\n").parts[0]
    assert first.text == "Which?\n\nNow."
    assert (first.rules[0].line, first.rules[0].text, first.rules[0].mark) == (9, "One", " ")


def test_an_option_and_its_feedback_may_run_over_lines():
    rule = read("- [X] One\n  and more.\n  > Said\n  > on.\n").parts[0].rules[0]
    assert (rule.text, rule.mark, rule.feedback) == ("One and more.", "x", ["Said", "on."])


def test_a_heading_may_say_its_title_in_other_words():
    own, named = read("Text.\n\n## one_2: En el mostrador\nx\n\n## the_desk\nx\n").parts[1:]
    assert [(part.name, part.title) for part in (own, named)] == [
        ("one_2", "En el mostrador"),
        ("the_desk", "The desk"),
    ]


def test_a_heading_opens_a_part_with_its_line():
    part = read("Text.\n\n## one_2\nInside.\n").part("one_2")
    assert (part.line, part.text) == (6, "Inside.")


def test_feedback_without_an_option_belongs_to_the_part():
    assert read("## one\nText.\n\n  > Said.\n").part("one").feedback == ["Said."]


@pytest.mark.parametrize("text", ["yes", "9:30", "010", "! no", "No", "# not", "1e3", "null"])
def test_settings_stay_words(text):
    front = read_document(f"---\nkind: '{text}'\nlist: ['{text}']\n---\n", "x.md").front
    assert front == {"kind": text, "list": [text]}


@pytest.mark.parametrize("word", ["yes", "010", "1.50", "null", "~", "2026-11-22"])
def test_bare_settings_stay_words_too(word):
    assert read_document(f"---\nkind: {word}\n---\n", "x.md").front == {"kind": word}


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm():
    text = "\ufeff" + (TOP + "Which?\n\n- [x] One\n").replace("\n", "\r\n")
    assert read_document(text, "x.md").parts[0].rules[0].text == "One"


@pytest.mark.parametrize(
    ("text", "line", "identifier"),
    [
        ("", 1, "document.no_settings"),
        ("kind: choice\n", 1, "document.no_settings"),
        ("---\nkind: choice\n", 1, "document.settings_open"),
        ("---\n- a\n---\n", 2, "document.settings_shape"),
        ("---\n---\n", 2, "document.settings_shape"),
        ("---\nkind: a: b\n---\n", 2, "document.setting_unread"),
        ('---\nkind: a\ntitle: "x\n---\n', 3, "document.setting_unread"),
        ('---\ntitle: "\\UFFFFFFFF"\n---\n', 1, "document.setting_unread"),
        ("---\nkind: a\nkind: b\n---\n", 3, "document.setting_twice"),
        ("---\nends:\n  first: a\n  first: b\n---\n", 4, "document.setting_twice"),
        ("---\n? [a, b]\n: c\n---\n", 2, "document.setting_name"),
        ("---\nkind: &k [*k]\n---\n", 1, "document.setting_unread"),
        ("---\nkind: " + "[" * 5000 + "\n---\n", 1, "document.setting_unread"),
        (TOP + "## Ask me\n", 4, "document.part_name"),
        (TOP + "## one\n\n## one\n", 6, "document.part_twice"),
        (TOP + "- [v] One\n", 4, "document.box"),
        (TOP + "- [ ] One\n  > Said.\nMore.\n", 6, "document.after_option"),
        (TOP + "- [ ] One\n  > Said.\n  more\n", 6, "document.after_option"),
    ],
)
def test_a_bad_line_is_named(text, line, identifier):
    with pytest.raises(ContentError) as caught:
        read_document(text, "x.md")
    assert (caught.value.file, caught.value.line) == ("x.md", line)
    assert caught.value.message.identifier == identifier
    assert str(caught.value) == f"x.md, line {line}: {caught.value.message}"
