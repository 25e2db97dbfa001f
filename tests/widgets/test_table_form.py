"""The form for a table without a browser: asked, corrected, reported; nothing is kept."""

import json
from datetime import datetime

import pytest

from workbook.evaluation import form
from workbook.measures.randomization import draw_starts
from workbook.widgets.table_form import TableWidget
from workbook.words import word, words

ROWS = [f"harbor,{n},{'BL' if n < 7 else 'Tx'},{n % 4}" for n in range(1, 15)]
TABLE = "\n".join(["case,session,phase,outcome", *ROWS]).encode()
CODED = TABLE.replace(b"harbor,4,BL,0", b"harbor,4,BL,99")


@pytest.fixture
def form_page(page):
    return page(TableWidget(form.look, form.made))


def tell(form_page, do, data, **said):
    (answer,) = form_page.tell(do, name="cards.csv", said=said, buffers=[data])
    return answer


def test_the_first_rows_and_notes_are_shown(form_page):
    looked = tell(form_page, "look", TABLE)
    assert (looked["did"], looked["question"]) == ("looked", "")
    assert looked["rows"][0] == ["harbor", "1", "A", "1"]
    assert ["harbor", "7", "B", "3"] in looked["rows"]
    assert any("BL" in note for note in looked["notes"])


def test_what_is_ambiguous_is_asked_beside_the_rows_and_then_made(form_page):
    looked = tell(form_page, "look", CODED)
    assert "--missing '99'" in looked["question"]
    assert looked["rows"][4][1:] == ["harbor", "4", "BL", "99"]
    assert tell(form_page, "look", CODED, missing="99")["question"] == ""
    made = tell(form_page, "make", CODED, missing="99", improvement="increase", title="Voice & say")
    assert "<h1>Voice &amp; say</h1>" in made["page"]
    assert made["numbers"].startswith("\ufeffpart,case")


def test_who_counted_the_scale_and_the_plan_are_asked_too(form_page, undrawn):
    plan = draw_starts(["harbor"], 14, min_baseline=5, min_treatment=5, scheme="starts", seed=3)
    start = plan.lots["harbor"]
    rows = [f"harbor,{n},{'BL' if n < start else 'Tx'},{n % 4}" for n in range(1, 15)]
    table = "\n".join(["case,session,phase,outcome", *rows]).encode()
    said = {"improvement": "increase", "counted_by": "the desk", "scale": "count"}
    page = tell(form_page, "make", table, plan=json.dumps(plan.told()), **said)["page"]
    assert "the desk" in page
    assert word("evaluate", "scale_count") in page
    assert word("evaluate", "plan_date", date=datetime.fromisoformat(plan.date)) in page
    failed = tell(form_page, "make", table, plan="[" * 5000, **said)
    assert failed["did"] == "failed"


def test_a_mistake_is_a_sentence_on_the_page(form_page):
    failed = tell(form_page, "make", TABLE, improvement="increase", goal="much")
    assert (failed["did"], "much" in failed["message"]) == ("failed", True)
    assert tell(form_page, "look", b"PK\x03\x04rest")["rows"] == []


def test_a_package_that_python_lacks_is_named_on_the_page(page):
    def look(data, said):
        raise ModuleNotFoundError(name="pandas.core")

    failed = tell(page(TableWidget(look, form.made)), "look", TABLE)
    assert failed["message"] == str(word("trouble", "no_package", name="pandas"))


def test_the_table_is_never_in_a_trait(form_page):
    tell(form_page, "look", TABLE)
    assert "harbor" not in repr(form_page.widget.get_state())
    assert repr(form_page.widget) == words("table_form")["plain"]


def test_drawn_changes_of_four_phases_are_asked_too(form_page, undrawn):
    phases = ["AB"[n // 4 % 2] for n in range(16)]
    rows = [f"harbor,{n},{p},{n % 4 + (p == 'B')}" for n, p in enumerate(phases, 1)]
    table = "\n".join(["case,session,phase,outcome", *rows]).encode()
    said = {"improvement": "increase", "title": "Four"}
    plain = tell(form_page, "make", table, **said)["numbers"]
    drawn = tell(form_page, "make", table, drawn_phases="3", **said)["numbers"]
    assert drawn != plain
    failed = tell(form_page, "make", table, drawn_phases="0", **said)
    assert (failed["did"], failed["message"]) == ("failed", str(word("table_form", "few_drawn")))
