"""Taking everything home, on the page: the portfolio, and a statement for a name."""

import pytest
from look import look
from mouse import click
from test_hand_in_page import POWER, PRIVATE, press, save

from workbook.journal.export import read_export
from workbook.widgets.panels import AnswersWidget
from workbook.words import word, words

PAGE = words("portfolio_page")


def opened(stage):
    return stage.panel(AnswersWidget(stage.desk))


def said(root):
    return root.locator("[data-take]").inner_text()


def taken(stage, root, act):
    with stage.page.expect_download() as found:
        click(root.locator(f"[data-act={act}]"))
    stage.quiet()
    return found.value.suggested_filename, found.value.path()


@pytest.fixture
def root(stage):
    save(stage, POWER, PRIVATE)
    return opened(stage)


def test_the_downloaded_page_brings_everything_back(stage, root, tmp_path):
    name, path = taken(stage, root, "portfolio")
    assert name in said(root)
    entries, problems = read_export(path)
    assert entries == list(stage.journal.entries()) and problems == []
    stage.journal.erase_all()
    copy = tmp_path / name
    copy.write_bytes(path.read_bytes())
    stage.put_file(root.locator("input[type=file]"), copy)
    assert list(stage.journal.entries()) == entries


def test_without_what_is_private(stage, root):
    root.locator("[data-field=without-private]").check()
    name, path = taken(stage, root, "portfolio")
    text = path.read_text("utf-8")
    left = word("portfolio", "left_exercises", n=1)
    assert word("portfolio", "left_out", what=left) in text
    assert "application/json" not in text


def test_a_statement_holds_the_name_and_nothing_else_does(stage, root):
    before = stage.journal.path.read_bytes()
    click(root.locator("[data-panel-part=statement] > summary"))
    field = root.locator("[data-field=statement-name]")
    field.fill("Ada <b>")
    _, path = taken(stage, root, "statement")
    assert "Ada &lt;b&gt;" in path.read_text("utf-8")
    assert field.input_value() == ""
    assert stage.journal.path.read_bytes() == before
    kept = stage.page.evaluate("JSON.stringify({ ...localStorage })")
    assert "Ada" not in kept


def test_what_is_missing_is_told_beside_the_button(stage):
    root = opened(stage)
    press(stage, root, "portfolio")
    assert said(root) == words("portfolio")["nothing"]
    click(root.locator("[data-panel-part=statement] > summary"))
    root.locator("[data-field=statement-name]").focus()
    stage.page.keyboard.press("Enter")
    stage.quiet()
    assert said(root) == words("statement")["no_name"]
    assert PAGE["take_title"] in root.inner_text()
    look(stage, "take-home")
