"""Documents that were read when a site was built."""

import pytest
from the_course import COURSE

from workbook.content import ready
from workbook.content.document import read_document
from workbook.content.model import place

ONE = COURSE.path("00/what_it_claims")


def read():
    return read_document(ONE.read_text("utf-8"), place(ONE))


@pytest.fixture
def laid(monkeypatch):
    """Lay one document ready."""
    with ready.recording() as found:
        read()
    monkeypatch.setattr(ready, "_laid", lambda: found)


def test_what_was_laid_ready_is_what_would_be_read(laid, monkeypatch):
    before = read()
    monkeypatch.setattr(ready, "_laid", dict)
    assert read() == before


def test_it_is_not_read_again_and_each_has_it_alone(laid):
    one = ready.remembered(ONE.read_text("utf-8"), place(ONE), lambda: pytest.fail("read again"))
    one.front.clear()
    assert read().front


def test_a_text_that_has_changed_is_read(laid):
    changed = ONE.read_text("utf-8").replace("kind: choice", "kind: rank")
    assert read_document(changed, place(ONE)).front["kind"] == "rank"
