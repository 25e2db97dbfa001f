"""No sentence that a learner reads stands in a page script: all come from the words."""

import re
from pathlib import Path

import pytest

import workbook

PACKAGE = Path(workbook.__file__).parent
SCRIPTS = sorted(path for room in ("widgets", "kinds") for path in (PACKAGE / room).rglob("*.js"))
COMMENT = re.compile(r"(?m)(?<![:\"'`\\])//.*$")
STRING = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`")
# Class names, selectors, styles and the like hold no space between two plain words of letters.
TAGS = {"a", "button", "details", "input", "label", "select", "summary", "table", "textarea"}
WORD = re.compile(r"(?<![\w.#\[$-])[A-Za-zÀ-ÿ]{2,}(?![\w:=\]-])")


def texts(code):
    """Give what stands in quotes, without what is filled in."""
    code = COMMENT.sub("", code)
    for match in STRING.finditer(code):
        yield re.sub(r"\$\{[^}]*\}", " ", next(filter(None, match.groups()), ""))


def sentences(code):
    return [text for text in texts(code) if says(text)]


def says(text):
    """Say whether a text has three or more words of letters in a row, as people write."""
    plain = re.sub(r"[\w-]+: [^;]+;?", " ", text) if ";" in text else text  # a style
    names = text.split()
    if all(re.fullmatch(r"sswp-[\w-]+|sswp", name) or name.strip(",") in TAGS for name in names):
        return False
    return len(WORD.findall(plain)) >= 3 and not re.search(r"[<>\[\]{}=]", plain)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_sentence_stands_in_a_script(path):
    found = sentences(path.read_text("utf-8"))
    assert found == []


def test_a_sentence_is_found_and_code_is_not():
    assert sentences('say("Your answer is saved.")') == ["Your answer is saved."]
    assert sentences("say(`You have ${n} answers left`)") == ["You have   answers left"]
    assert sentences('h("div", { class: "sswp-button sswp-main sswp-wide" })') == []
    assert sentences("// an answer that is not saved\nconst a = 'x';") == []
    assert sentences('node.closest("button, summary, select, label")') == []


def test_there_are_scripts_to_look_at():
    assert len(SCRIPTS) > 15
