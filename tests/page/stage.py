"""One bare page for all tests of this folder, and Python widgets that answer it."""

import functools
import json
import tempfile
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from driver import Shown
from samples import exercise_of
from the_course import COURSE

from workbook.journal import Journal
from workbook.record.desk import Desk
from workbook.widgets.exercise import exercise_widget

HERE = Path(__file__).parent
HOUR = 3600  # the page lives an hour ago: whatever it leaps, it stays behind the real clock
ADDRESS = "http://bare.localhost/"
# JupyterLab's own light and dark colours.
LIGHT = {"content-font-color1": "rgba(0,0,0,.87)", "layout-color1": "white"} | {
    "layout-color2": "#eee",
    "border-color1": "#bdbdbd",
}
DARK = {"content-font-color1": "#fff", "layout-color1": "#212121"} | {
    "layout-color2": "#424242",
    "border-color1": "#616161",
}
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A bare page</title>
<style>body { margin: 0; background: var(--jp-layout-color1); } main { padding: 8px; }</style>
<style id="ours"></style></head><body><h1 hidden>A bare page</h1><main></main>
<script>{script}
bare.clock.set({now});</script></body></html>"""
THEME = """([light, colours]) => { document.body.dataset.jpThemeLight = light;
  for (const [name, value] of Object.entries(colours))
    document.documentElement.style.setProperty(`--jp-${name}`, value); }"""
LEAVE = "(id) => { const el = document.getElementById(id); el.leave(); el.remove(); }"
TELL = "([name, message]) => bare.models.get(name).hear(message)"
DRESS = "(css) => { document.querySelector('#ours').textContent = css; }"
SHOW = """async ([name, key, spec, id]) => {
  (await bare.show(name, key, spec)).id = id;
  await bare.quiet(); }"""


@functools.cache
def packaged_library():
    """Read the course once for all tests."""
    return COURSE


class StageJournal(Journal):
    """A journal whose clock is that of the page, which may stand still or leap."""

    def __init__(self, path, stage):
        super().__init__(path)
        self._stage = stage

    def now(self):
        return self._stage.now()

    def save(self, *args, time=None, **more):
        return super().save(*args, time=time or self._stage.now(), **more)


class Stage:
    """The page, and the widgets behind it; every test starts with an empty one.

    Parameters
    ----------
    page : playwright.sync_api.Page
    """

    def __init__(self, page):
        self.page = page
        page.route(f"{ADDRESS}**", self._serve)
        page.expose_function("askPython", self._ask)
        self._folder = tempfile.TemporaryDirectory(prefix="bare-page-")
        self._journals, self._look, self._now = count(), None, time.time() - HOUR
        self._brought, self._dress = set(), None
        self.clear()

    # One test after the other ------------------------------------------------------------
    def clear(self):
        """Begin with an empty page, browser and journal."""
        self.widgets, self._outbox, self._ids = {}, [], count()
        path = Path(self._folder.name) / str(next(self._journals)) / "journal.jsonl"
        self.journal = StageJournal(path, self)
        self.desk = Desk(packaged_library(), self.journal)
        if self.page.url != ADDRESS:
            self.open()
        self._now = time.time() - HOUR
        self.page.evaluate("(now) => bare.clear(now)", self._now * 1000)
        self.look(1200, "Light")

    def open(self):
        """Open the page (again): what it showed goes as in a browser, what is stored stays."""
        self.page.goto(ADDRESS, wait_until="domcontentloaded")
        self._brought, self._dress = set(), None
        was, self._look = self._look, None
        self.look(*(was or (1200, "Light")))

    def restart(self):
        """Let a new program answer, as a new kernel does; the journal stays."""
        self.widgets = {}
        self.journal = StageJournal(self.journal.path, self)
        self.desk = Desk(packaged_library(), self.journal)

    def look(self, width, theme):
        """Set the width of the window and the colours."""
        here = self.page.viewport_size
        if (width, theme) == self._look and here == {"width": width, "height": 800}:
            return
        self._look = width, theme
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(color_scheme=theme.lower())
        self.page.evaluate(
            THEME, [str(theme == "Light").lower(), LIGHT if theme == "Light" else DARK]
        )

    def _serve(self, route):
        script = (HERE / "bare.js").read_text("utf-8")
        page = PAGE.replace("{script}", script).replace("{now}", str(self._now * 1000))
        route.fulfill(body=page, content_type="text/html; charset=utf-8")

    # Widgets -----------------------------------------------------------------------------
    def add(self, widget, name=None):
        """Let a widget answer the page; give its name."""
        name = name or f"w{len(self.widgets)}"
        self.widgets[name] = widget
        widget.send = lambda message, buffers=None: self._outbox.append([name, message])
        return name

    def bring(self, widget):
        """Give the page the program of a widget, once, and its style; give the program's key."""
        key = str(hash(widget._esm))
        if key not in self._brought:
            self.page.evaluate("(program) => bare.bring(...program)", [key, widget._esm])
            self._brought.add(key)
        if widget._css != self._dress:
            self.page.evaluate(DRESS, widget._css)
            self._dress = widget._css
        return key

    def view(self, name):
        """Show a view of a widget; give where it stands."""
        widget, place = self.widgets[name], f"view{next(self._ids)}"
        spec = json.loads(json.dumps(widget.spec))
        self.page.evaluate(SHOW, [name, self.bring(widget), spec, place])
        return place

    def exercise(self, exercise, busy=False):
        """Show an exercise (its object, or the name of a kind whose sample is meant)."""
        made = exercise_of(exercise) if isinstance(exercise, str) else exercise
        name = self.add(exercise_widget(made, self.desk))
        shown = Shown(self, name, made, self.view(name))
        if not busy:
            shown.until_open()
        return shown

    def course(self, exercise_id):
        """Show an exercise of the course."""
        return self.exercise(packaged_library().exercise(exercise_id))

    def reload(self, shown):
        """Open the page again, as a learner who comes back; a new program answers."""
        self.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
        self.quiet()
        self.restart()
        self.open()
        again = self.exercise(shown.made)
        again.quick = shown.quick
        return again

    def panel(self, widget):
        """Show a panel; give where it stands on the page."""
        name = self.add(widget)
        root = self.page.locator(f"#{self.view(name)} > .sswp")
        root.name = name
        return root

    def again(self, shown):
        """Show one more view of the same model."""
        return Shown(self, shown.name, shown.made, self.view(shown.name))

    def leave(self, place):
        """Take a view off the page, as a re-run of its cell does."""
        self.page.evaluate(LEAVE, place)

    def clear_views(self, keep=False):
        """Take all views off the page at once, as when it is left; ``keep`` the modes."""
        self.page.evaluate("bare.clearViews()")
        if not keep:
            self.modes()

    # Messages ----------------------------------------------------------------------------
    def _ask(self, name, message, buffers):
        if name in self.widgets:
            self.widgets[name]._handle_custom_msg(message, [bytes(b) for b in buffers])
        return self._drain()

    def _drain(self):
        sent = json.loads(json.dumps(self._outbox))
        self._outbox.clear()
        return sent

    def push(self):
        """Bring to the page what Python has sent by itself."""
        self.page.evaluate("(found) => bare.deliver(found)", self._drain())

    def put_file(self, field, file):
        """Choose a file in a field, and wait until it is read and answered."""
        field.set_input_files(file)
        self.quiet()

    def quiet(self):
        """Wait until every file is read and every message of the page is answered."""
        self.page.evaluate("() => bare.quiet()")

    def modes(self, **modes):
        """Make messages wait or fail: ``all="deaf"``, ``save="hold"``, ``all="throws"``."""
        self.page.evaluate("(modes) => bare.modes(modes)", modes)

    def release(self):
        """Bring what was held back, and answer at once from now on."""
        self.modes()
        self.page.evaluate("() => bare.release()")
        self.quiet()

    def tell(self, name, message):
        """Send a message of the test's own to the views of a widget."""
        self.page.evaluate(TELL, [name, message])

    def sent(self, name, do=None):
        """Give what the page has sent."""
        found = self.page.evaluate("(name) => bare.models.get(name).sent", name)
        return [m for m in found if do in (None, m["do"])]

    def now(self):
        """Give the time of the page."""
        return datetime.fromtimestamp(self._now, UTC)

    def ask(self, shown, do, **more):
        """Let Python answer a question that the page has not asked, and bring the answer."""
        view = self.sent(shown.name)[0]["view"]
        self.widgets[shown.name]._handle_custom_msg({"do": do, "view": view, **more}, [])
        self.push()

    def pass_time(self, milliseconds):
        """Let the clock of the page run, timers and all; what comes next comes later."""
        self._now += milliseconds / 1000
        self.page.evaluate("(leap) => bare.pass(leap)", milliseconds)
        self._now += 0.001
