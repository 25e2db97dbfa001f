"""The form for a table: choose, answer what is asked, get the report; by mouse and by keys."""

import pytest
from look import look
from mouse import click

from workbook.evaluation import form
from workbook.widgets.table_form import TableWidget
from workbook.words import words

WORDS = words("table_form")
ROWS = [f"north,{n},{'BL' if n < 7 else 'Tx'},{99 if n == 4 else n % 4}" for n in range(1, 15)]
TABLE = "\n".join(["case,session,phase,outcome", *ROWS]).encode()


class Form:
    """The form on the bare page."""

    def __init__(self, stage):
        self.stage, self.page = stage, stage.page
        self.root = stage.panel(TableWidget(form.look, form.made))

    def find(self, selector):
        return self.root.locator(selector)

    def press(self, act):
        click(self.find(f"[data-act={act}]"))
        self.stage.quiet()

    def choose(self, content=TABLE):
        file = {"name": "cards.csv", "mimeType": "text/csv", "buffer": content}
        self.stage.put_file(self.find("[data-field=table-file]"), file)

    def said(self):
        return self.find("[role=status]").inner_text()


@pytest.fixture
def shown(stage):
    return Form(stage)


def test_a_question_is_answered_and_the_report_is_made(shown):
    shown.choose()
    assert shown.said() == WORDS["asked"]
    assert "--missing" in shown.find("[data-part=asked]").inner_text()
    assert shown.find("[data-act=make]").get_attribute("aria-disabled") == "true"
    shown.find("[data-field=missing]").fill("99")
    shown.press("again")
    assert shown.find("[data-part=asked]").count() == 0
    assert WORDS["as_understood"] in shown.find("caption").inner_text()
    shown.find("[data-field=improvement]").select_option("increase")
    shown.press("make")
    assert shown.said() == WORDS["made"]
    assert shown.find("iframe").get_attribute("sandbox") == ""
    with shown.page.expect_download() as saved:
        click(shown.find("[data-act=save-page]"))
    assert saved.value.suggested_filename == "cards-report.html"


def test_by_keys_alone(shown):
    shown.choose()
    shown.find("[data-field=missing]").fill("99")
    shown.find("[data-act=again]").focus()
    shown.page.keyboard.press("Enter")
    shown.stage.quiet()
    shown.find("[data-field=improvement]").focus()
    shown.page.keyboard.press("ArrowDown")
    shown.find("[data-act=make]").focus()
    shown.page.keyboard.press("Space")
    shown.stage.quiet()
    focused = shown.page.locator(":focus").get_attribute("data-act")
    assert (shown.said(), focused) == (WORDS["made"], "save-page")


def test_an_answer_is_one_button_and_the_next_field_has_the_focus(shown):
    shown.choose()
    shown.find("[data-act=offer]").focus()
    shown.page.keyboard.press("Enter")
    shown.stage.quiet()
    assert shown.find("[data-part=asked]").count() == 0
    assert shown.find("[data-field=missing]").input_value() == "99"
    assert shown.page.locator(":focus").get_attribute("data-field") == "improvement"


def test_an_answer_that_is_to_be_looked_at_fills_in_the_fields_only(shown):
    shown.choose(TABLE.replace(b"BL", b"red").replace(b"Tx", b"blue").replace(b"99", b"3"))
    shown.press("offer")
    assert shown.find("[data-part=asked]").count() == 1
    assert shown.page.locator(":focus").get_attribute("data-field") == "before"
    assert shown.find("[data-field=after]").input_value() == "blue"
    shown.press("again")
    assert shown.find("[data-part=asked]").count() == 0


@pytest.mark.parametrize("step", ["empty", "asked", "made"])
def test_every_step_looks_right(shown, step):
    if step != "empty":
        shown.choose()
    if step == "made":
        shown.find("[data-field=missing]").fill("99")
        shown.press("again")
        shown.find("[data-field=improvement]").select_option("increase")
        shown.press("make")
    look(shown.stage, step)
