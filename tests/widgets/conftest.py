"""A page without a browser: messages go in as JupyterLab sends them, and what is sent is kept."""

import json

import ipywidgets
import pytest

from workbook.content.reader import parse_exercise
from workbook.kinds import kind_of, names
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


@pytest.fixture(autouse=True)
def no_widget_left():
    """Close what a test has made: every open widget stays in memory."""
    yield
    ipywidgets.Widget.close_all()


@pytest.fixture(scope="session")
def samples():
    """Exercise id -> the sample of a kind."""
    files = {f"09/{kind}": kind_of(kind).folder / "sample.md" for kind in names()}
    return {id_: parse_exercise(file.read_text("utf-8"), id_) for id_, file in files.items()}


@pytest.fixture(scope="session")
def answers():
    """Exercise id -> a whole answer to the sample, with its notes and its hint asked for."""
    files = {f"09/{kind}": kind_of(kind).folder / "sample.json" for kind in names()}
    found = {id_: json.loads(file.read_text("utf-8"))[0] for id_, file in files.items()}
    return {id_: one["response"] | {"shown": True, "hinted": True} for id_, one in found.items()}


@pytest.fixture
def shown(desk, samples):
    """Show an exercise of the course, or a sample; more than once gives more widgets."""

    def show(exercise_id, view="v1", where=desk):
        exercise = samples.get(exercise_id) or where.library.exercise(exercise_id)
        return Page(exercise_widget(exercise, where), view)

    return show
