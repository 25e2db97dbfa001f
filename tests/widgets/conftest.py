"""A page without a browser: messages go in as JupyterLab sends them, and what is sent is kept."""

import pytest

from workbook.content.instrument import SIDES, badge, statements
from workbook.content.play import begin, choose, open_choices
from workbook.readings.lots import draw
from workbook.widgets.exercise import exercise_widget


class Page:
    """One view of one widget."""

    def __init__(self, widget, view="v1"):
        self.widget, self.view, self.sent = widget, view, []
        widget.send = self.keep

    def keep(self, content, buffers=None):
        self.sent.append(content)

    def tell(self, do, **more):
        """Send a message of the page; give what was sent back."""
        before = len(self.sent)
        message = {"do": do, "view": self.view, **more}
        self.widget._handle_custom_msg(message, [])
        return self.sent[before:]

    def save(self, response, seq=1, base=None, edition=None, **more):
        stamp = self.widget.spec["edition"] if edition is None else edition
        return self.tell("save", seq=seq, response=response, edition=stamp, base=base, **more)


@pytest.fixture
def page():
    return Page


@pytest.fixture
def shown(desk):
    """Show an exercise of the course; more than once gives more widgets."""

    def show(exercise_id, view="v1", where=desk):
        return Page(exercise_widget(where.library.exercise(exercise_id), where), view)

    return show


@pytest.fixture
def answers(library):
    """Exercise id -> a whole answer to it, for every exercise of the course."""
    return {i: whole(library.exercise(i)) for i in library.exercise_ids()}


def first_choices(encounter):
    """Take the first open choice of every scene."""
    state = begin(encounter)
    while not state.over:
        state = choose(encounter, state, open_choices(encounter, state)[0].key)
    return list(state.path)


FOUR = {"cases": 4, "weeks": 21, "baseline": 6, "treatment": 6, "scheme": "orders"}
SECRET = "a sentence that only the learner may see"


def both_cards(exercise):
    """Fill in every line of both cards, and say a word in private."""
    sides = {side: dict.fromkeys(statements(exercise, side), "4") for side in SIDES}
    about = {"about": SECRET, "open": {"person": SECRET}, "status": badge(exercise)}
    return {"cards": [{**about, **sides}]}


def whole(exercise):
    keys = [item.key for item in exercise.items]
    buckets = list(exercise.settings.get("buckets", ()))
    made = {
        "choice": lambda: {"chosen": [exercise.items[0].options[0].key]},
        "sort": lambda: {"placed": dict.fromkeys(keys, buckets[0])},
        "power_map": lambda: {"placed": dict.fromkeys(keys, buckets[0])},
        "match": lambda: {"placed": dict(zip(keys, buckets, strict=True))},
        "rank": lambda: {"order": keys[::-1]},
        "annotate": lambda: {"marks": {keys[0]: [next(iter(exercise.settings["codes"]))]}},
        "rating": lambda: {"ratings": dict.fromkeys(keys, "1")},
        "reflection": lambda: {"texts": dict.fromkeys(keys, SECRET)},
        "what_if": lambda: {"inputs": {n: v["to"] for n, v in exercise.settings["inputs"].items()}},
        "instrument": lambda: both_cards(exercise),
        "practice": lambda: {"done": exercise.settings["rounds"][:1]},
        "lots": lambda: {
            "inputs": {**exercise.settings["first"], "scheme": "orders"},
            "plans": [draw(FOUR)],
        },
        "encounter": lambda: {"path": first_choices(exercise.settings["encounter"]), "kept": []},
    }
    return {**made[exercise.kind](), "shown": True, "hinted": True}
