"""The clock of a play: a meeting that ends on time is not one that ran over."""

from dataclasses import replace

from workbook.kinds.encounter.answer import Played
from workbook.kinds.encounter.play import replay
from workbook.kinds.encounter.story import story
from workbook.words import word


def test_only_a_minute_beyond_the_budget_is_over(library):
    encounter = library.exercise("03/two_weeks").settings["encounter"]
    path = ["a", "a"]
    used = replay(encounter, path)[-1].minutes
    for budget, name in ((used, "clock"), (used - 1, "clock_over")):
        clock = story(replace(encounter, budget=budget), Played(path=path, kept=[]), "0")["clock"]
        values = {"used": used, "budget": budget, "over": 1, "waiting": encounter.waiting}
        assert clock["said"] == word("encounter", name, **values)
