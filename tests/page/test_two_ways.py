"""A module with two ways on the page: the core way leads, in the header and in the table."""

from stage import packaged_library

from workbook.widgets.panels import ProgressWidget, StartWidget
from workbook.words import word, words


def module_with_two_ways():
    return next(m for m in packaged_library().modules() if 0 < m.core_minutes < m.minutes)


def ahead_of(stage, module):
    rows = stage.desk.progress()
    return next(row for row in rows if row["id"] == module.number)["ahead"]


def test_a_module_with_two_ways_says_both_once_and_counts_the_core_way(stage):
    two_ways = module_with_two_ways()
    root = stage.panel(StartWidget(stage.desk, two_ways))
    ahead = ahead_of(stage, two_ways) | {"minutes": two_ways.core_minutes}
    text = root.inner_text()
    named = {"core": two_ways.core_minutes, "minutes": two_ways.minutes}
    assert word("module", "ways", **named) in text
    assert words("module")["ways_about"] in text
    assert text.count(str(two_ways.minutes)) == 1, "the longer way is named, and counts nothing"
    shown = stage.panel(ProgressWidget(stage.desk))
    line = shown.locator(f"[data-module='{two_ways.number}']").inner_text()
    assert word("progress", "line_core", **ahead) in line
    assert str(two_ways.core_minutes) in line and str(two_ways.minutes) not in line


def test_once_something_is_done_the_core_way_is_counted(stage):
    two_ways = module_with_two_ways()
    core = [e for e in stage.desk.counted(two_ways.number) if e.way == "core"]
    stage.journal.save(core[0].id, {"skipped": True}, edition=core[0].edition)
    root = stage.panel(StartWidget(stage.desk, two_ways))
    ahead = ahead_of(stage, two_ways)
    said = word("module", "left_core", **ahead, minutes=ahead["minutes_left"])
    assert said in root.inner_text()


def test_when_the_core_way_is_done_the_full_way_is_ahead(stage):
    two_ways = module_with_two_ways()
    for exercise in stage.desk.counted(two_ways.number):
        if exercise.way == "core":
            stage.journal.save(exercise.id, {"skipped": True}, edition=exercise.edition)
    root = stage.panel(StartWidget(stage.desk, two_ways))
    ahead = ahead_of(stage, two_ways)
    said = word("module", "left_full", **ahead, minutes=ahead["minutes_left"])
    assert said in root.inner_text()
