"""A bookmark of a section, as the header of a page keeps and gives it."""

import pytest

from workbook.widgets.panels import AnswersWidget, StartWidget

ID = "01/section:title"
NOTE = {"marked": ["here"], "texts": {"note": "Mine."}}


@pytest.fixture
def header(desk, page):
    view = page(StartWidget(desk, desk.library.module("01")))
    view.tell("open")
    return view


def heard(view, did):
    """Give what a view of the section was told."""
    found = [m["message"] for m in view.sent if m["did"] == "note" and m["id"] == ID]
    return [message for message in found if message["did"] == did]


def tell(view, do, **message):
    view.tell("note", id=ID, message={"do": do, "view": "n1", **message})


def test_it_is_saved_acknowledged_listed_and_restored(desk, header):
    tell(header, "open")
    assert heard(header, "restore")[0]["entry"] is None
    tell(header, "save", seq=1, response=NOTE, edition="section")
    assert heard(header, "saved")[0]["response"] == NOTE
    assert desk.journal.latest(ID).response == NOTE
    [state] = [m for m in header.sent if m["did"] == "state"][-1:]
    assert [one["id"] for one in state["bookmarks"]] == [ID]
    tell(header, "open")
    entry = heard(header, "restore")[-1]["entry"]
    assert entry["response"] == NOTE and entry["current"]


@pytest.mark.parametrize("name", ["01/who_benefits", "", None, "section:x", 3])
def test_only_a_section_is_written_in_this_way(desk, header, name):
    header.tell("note", id=name, message={"do": "save", "view": "n1", "seq": 1, "response": {}})
    assert desk.journal.count() == 0


def test_it_is_erased_with_the_rest_and_its_view_hears_of_it(desk, header, page):
    tell(header, "open")
    tell(header, "save", seq=1, response=NOTE, edition="section")
    page(AnswersWidget(desk)).tell("erase_all")
    assert heard(header, "erased") and desk.journal.latest(ID) is None


def test_what_is_drawn_before_it_is_opened_is_no_answer(desk, header):
    desk.journal.save(ID, NOTE)
    desk.changed()
    [state] = [m for m in header.sent if m["did"] == "state"][-1:]
    assert "Mine." not in str(state)
    assert state["bookmark"]["private"] and "{section}" in state["bookmark"]["title"]
