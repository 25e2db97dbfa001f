"""What the desk keeps of the widgets that pages show."""

from workbook.widgets.panels import ProgressWidget, StartWidget

ID = "00/what_it_claims"


def test_progress_is_counted_once_for_all_panels_and_anew_for_each_change(desk, page, monkeypatch):
    module = desk.library.module("00")
    views = [page(w) for w in (StartWidget(desk, module), ProgressWidget(desk))]
    for view in views:
        view.tell("open")
    counted, count = [], desk._module_progress
    monkeypatch.setattr(desk, "_module_progress", lambda *of: counted.append(of) or count(*of))
    for n, response in enumerate(({"chosen": ["a"]}, {"chosen": []}), start=1):
        desk.journal.save(ID, response)
        desk.changed()
        assert len(counted) == n * len(desk.library.modules())
        assert [view.sent[-1]["modules"][0]["done"] for view in views] == [2 - n] * 2


def test_a_widget_of_a_page_that_has_gone_goes_when_the_next_page_shows_it(desk, shown):
    for n in range(5):
        view = shown(ID, f"v{n}")
        view.tell("open")
        assert desk.shown(ID) == [view.widget]
        view.tell("gone")


def test_a_page_that_comes_back_keeps_its_widget(desk, shown):
    first = shown(ID)
    for did in ("open", "gone", "open"):
        first.tell(did)
    second = shown(ID, "v2")
    assert desk.shown(ID) == [first.widget, second.widget], "neither is closed before its time"
