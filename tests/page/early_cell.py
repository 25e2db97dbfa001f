"""A cell of a page as the extension leaves it: a drawing beside the place of its output."""

import json

from driver import Shown
from samples import exercise_of

from workbook.widgets.exercise import exercise_widget

CELL = """(id) => {
  document.querySelector("main").innerHTML = `<div class="jp-Cell">
    <div class="sswp-here"><div class="sswp-host" id="${id}"></div></div>
    <div id="out"></div></div>`; }"""
DRAW = """([key, spec, id]) => {
  const view = bare.run(key);
  const model = { early: true, get: () => spec, on() {}, off() {}, send() {} };
  view.render({ model, el: document.getElementById(id) }); }"""
ARRIVE = """async ([name, key, spec]) => {
  const el = await bare.show(name, key, spec, document.querySelector("#out"));
  el.id = name; }"""


class EarlyCell(Shown):
    """An exercise that is drawn before its program is there.

    Parameters
    ----------
    stage : Stage
    kind : str
        Its sample is the exercise.
    """

    def __init__(self, stage, kind):
        super().__init__(stage, "early", exercise_of(kind), "early-host")
        self.widget = exercise_widget(self.made, stage.desk)
        stage.page.evaluate(CELL, self.place)
        self.draw()

    def spec(self, **changed):
        return json.loads(json.dumps(self.widget.spec)) | changed

    def draw(self, **changed):
        self.page.evaluate(DRAW, [self.stage.bring(self.widget), self.spec(**changed), self.place])

    def arrive(self, name="live", **changed):
        """Let a widget come, as it does when the cell has run."""
        widget = exercise_widget(self.made, self.stage.desk)
        self.stage.add(widget, name)
        self.page.evaluate(ARRIVE, [name, self.stage.bring(widget), self.spec(**changed)])
        self.stage.quiet()
        self.until_open()
        self.settle()

    def end(self, name="live"):
        """Let a widget go, as it does when its program ends or its cell runs again."""
        self.stage.leave(name)
        self.stage.quiet()
