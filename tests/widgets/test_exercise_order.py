"""The order in which a learner sees what can be chosen."""

import pytest

from workbook.journal import Journal
from workbook.record.desk import Desk
from workbook.widgets.exercise import exercise_widget


def order(widget):
    items = widget.spec["items"]
    return [o["key"] for o in items[0]["options"]] or [item["key"] for item in items]


@pytest.mark.parametrize("exercise_id", ["00/what_it_claims", "01/weigh_the_roots"])
def test_one_learner_sees_one_order_and_learners_differ(library, tmp_path, exercise_id):
    exercise, orders = library.exercise(exercise_id), []
    for learner in range(12):
        desk = Desk(library, Journal(tmp_path / f"{learner}.jsonl"))
        again = Desk(library, Journal(tmp_path / f"{learner}.jsonl"))
        orders.append(order(exercise_widget(exercise, desk)))
        assert order(exercise_widget(exercise, again)) == orders[-1]
    keys = sorted([o.key for o in exercise.items[0].options] or [i.key for i in exercise.items])
    assert all(sorted(found) == keys for found in orders)
    assert len({tuple(found) for found in orders}) > 3


@pytest.mark.parametrize("exercise_id", ["01/one_mechanism", "00/start_line", "01/where_i_stand"])
def test_what_has_an_order_of_its_own_keeps_it(shown, library, exercise_id):
    spec = shown(exercise_id).widget.spec
    exercise = library.exercise(exercise_id)
    assert [i["key"] for i in spec["items"]] == [i.key for i in exercise.items]
    if "buckets" in exercise.settings:
        assert list(spec["labels"]) == list(exercise.settings["buckets"])
