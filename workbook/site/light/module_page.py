"""One module as a page: its text, its charts, and places for its exercises."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ...charts import Chart, load
from ...charts.kit.page import sources_html, table_html
from ...charts.kit.render import svg
from ...content.library import Library
from ...content.markup import to_html
from ...content.model import Exercise, Module
from ...guide.shown import text_part
from ...html import Markup, bullets, element, fragment
from ...kinds import Learner, kind_of
from ...kinds.ahead import laid_out
from ...words import word, words
from .picture import still_picture
from .reading import linked_files, section_html, slug
from .shell import Page
from .views import wanted
from .written import bare, chart_figure, narrow, needs_full, place, written_exercise

__all__ = ["SEED", "Made", "answers_place", "module_page"]

SEED = "1"  # all learners see items in one order, as in the browser edition
NARROW = 300  # of a picture for a phone, in pixels
LONG = 2000  # signs of a table that stands on the page of its module
CALL = re.compile(r"^wb\.(\w+)\((?:\"([^\"]*)\")?\)\s*$", re.MULTILINE)


@dataclass
class Made:
    """What pages need besides themselves.

    Parameters
    ----------
    views : set of str
        Names of kinds and panels.
    texts : dict
        Name of a file -> what stands in it: pictures, and what was laid out for a view.
    stories : list of Page
        Encounters and long tables, each on a page of its own.
    files : set of str
        Files of the course that pages link to.

    Examples
    --------
    >>> Made().views
    set()
    """

    views: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)
    stories: list[Page] = field(default_factory=list)
    files: set[str] = field(default_factory=set)


def module_page(library: Library, module: Module, made: Made, full: str = "") -> Page:
    """Write the page of one module.

    Parameters
    ----------
    library : Library
    module : Module
    made : Made
        Filled with what the page needs.
    full : str
        The address of the full edition, if it is known.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> library = Library(packaged_course())
    >>> made = Made()
    >>> page = module_page(library, library.module("00"), made)
    >>> page.name, "choice" in made.views
    ('00_start_here.html', True)
    """
    book = json.loads((library.modules_folder / module.notebook).read_text(encoding="utf-8"))
    cells = [(c["cell_type"], c["id"], "".join(c["source"])) for c in book["cells"]]
    writer = _Writer(library, module, made, full, _places(cells))
    parts = [part for cell in cells for part in writer.cell(*cell)]
    alive = tuple(f"views/{name}" for kind in writer.exercises[:1] for name in wanted(kind))
    return Page(f"{module.name}.html", module.title, fragment(*parts), alive)


def _places(cells: list[tuple[str, str, str]]) -> dict[str, str]:
    """Give for each heading, as JupyterLab addresses it, the address of its cell."""
    found = {}
    for kind, name, source in cells:
        heading = re.match(r"#+ (.+)", source)
        if kind == "markdown" and heading:
            found[slug(heading[1])] = name
    return found


@dataclass
class _Writer:
    library: Library
    module: Module
    made: Made
    full: str
    places: dict[str, str]
    exercises: list[str] = field(default_factory=list)
    panels: list[str] = field(default_factory=list)

    def cell(self, kind: str, name: str, source: str) -> Iterator[Markup]:
        if kind == "markdown":
            yield self.text(name, source)
            return
        for call, what in CALL.findall(source):
            yield getattr(self, f"on_{call}")(what, name)

    def text(self, name: str, source: str) -> Markup:
        self.made.files |= set(linked_files(source))
        text = re.sub(r"\A# .+\n*", "", source)  # the page has its title already
        drawn = section_html(text, places=self.places)
        tag = "section" if "<h" in drawn else "div"
        return element(tag, Markup(drawn), id=name) if drawn else Markup("")

    def on_start(self, number: str, name: str) -> Markup:
        from ...widgets.start import start_spec

        spec, said = start_spec(self.library, self.module), words("module")
        spec["exercises"] = [each for each in spec["exercises"] if self._can_be_done(each["id"])]
        written = element(
            "div",
            element("div", element("strong", said["content_note"]), Markup(spec["note"]),
                    class_="sswp-before") if spec["note"] else "",
            element("p", spec["minutes"], class_="sswp-progress-line"),
            element("p", spec["ways"], class_="sswp-quiet") if spec["ways"] else "",
            _begin(spec["begin"]) if spec["begin"] else "",
            element("details", element("summary", said["you_will"]), Markup(spec["about"]),
                    bullets(map(Markup, spec["objectives"]))),
            class_="sswp sswp-start",
        )  # fmt: skip
        return self._panel("start", self._lay(f"start-{number}", {"spec": spec}), written, name)

    def _can_be_done(self, exercise_id: str) -> bool:
        exercise = self.library.exercise(exercise_id)
        return kind_of(exercise).ahead(exercise) is not None

    def on_exercise(self, exercise_id: str, name: str) -> Markup:
        from ...widgets.page import kind_style

        exercise = self.library.exercise(exercise_id)
        kind, story = kind_of(exercise), self._story(exercise)
        ahead = kind.ahead(exercise)
        if ahead is None:
            more = needs_full(exercise.title, self.full)
            return element("div", written_exercise(exercise), more, id=name)
        self.exercises.append(exercise.kind)
        self.made.views.add(exercise.kind)
        spec = self._spec(exercise)
        known = laid_out(exercise, ahead, kind.closing(exercise))
        laid = self._lay(exercise_id, {"spec": spec, "ahead": known})
        first = len(self.exercises) == 1
        within = _data(bare(spec)) if first else ""
        written = written_exercise(exercise, spec, alive=first, story=story)
        own = {"styled": ""} if kind_style(exercise.kind) else {}
        return place("exercise", exercise.kind, written, name, file=laid, within=within, **own)

    def _lay(self, name: str, laid: dict[str, Any]) -> str:
        """Put what a view is told into a file of its own, fetched when it is its turn."""
        file = f"laid/{name.replace('/', '-')}.json"
        self.made.texts[file] = _data(laid)
        return file

    def _spec(self, exercise) -> dict[str, Any]:
        from ...widgets.spec import view_spec

        lasting = {"lasting": True} if kind_of(exercise).lasting else {}
        return view_spec(exercise, Learner(SEED), "") | lasting

    def _story(self, exercise: Exercise) -> Markup:
        """Give scenes that are joined by links a page of their own; link to it."""
        linked = kind_of(exercise).linked_html(exercise)
        if not linked:
            return Markup("")
        said, name = words("light_page"), f"{exercise.id.replace('/', '-')}.html"
        limit = element("p", said["limit_story"], class_="needs-full")
        back = element("a", self.module.title, href=f"{self.module.name}.html")
        note = to_html(exercise.content_note)
        text = Markup(to_html(text_part(exercise)))
        parts = (Markup(note), text, Markup(linked), limit, element("p", back))
        self.made.stories.append(Page(name, exercise.title, fragment(*parts)))
        link = word("light_page", "read_story", title=exercise.title)
        return element("p", element("a", link, href=name), class_="read-story")

    def on_chart(self, chart_id: str, name: str) -> Markup:
        chart = load(chart_id, self.library.root / "datasets")
        picture = f"pictures/{chart_id.replace('/', '-')}.svg" if chart.spec else ""
        if picture:
            self.made.texts[picture] = still_picture(svg(chart))
            self.made.texts[narrow(picture)] = still_picture(svg(chart, NARROW))
        return chart_figure(chart, picture, name, self._numbers(chart))

    def _numbers(self, chart: Chart) -> str:
        """Give a long table a page of its own, so that a phone need not load it with the text."""
        numbers = table_html(chart) if chart.spec else Markup("")
        if len(numbers) <= LONG:
            return ""
        name = f"numbers-{chart.id.replace('/', '-')}.html"
        back = element("a", self.module.title, href=f"{self.module.name}.html")
        body = fragment(
            element("p", chart.sentence), numbers, sources_html(chart), element("p", back)
        )
        self.made.stories.append(Page(name, chart.title, body))
        return name

    def on_recall(self, exercise_id: str, name: str) -> Markup:
        from ...widgets.panels import recall_spec

        exercise = self.library.exercise(exercise_id)
        kind = kind_of(exercise)
        ahead = kind.ahead(exercise)
        known = laid_out(exercise, ahead, kind.closing(exercise)) if ahead else None
        spec = recall_spec(self.library, exercise)
        laid = {"spec": spec, "ahead": known, "kind": exercise.kind}
        text = word("recall", "plain", title=exercise.title)
        written = element("div", element("p", text), class_="sswp sswp-recall")
        return self._panel("recall", self._lay(f"recall-{exercise_id}", laid), written, name)

    def on_progress(self, what: str, name: str) -> Markup:
        written = element("div", element("p", words("progress")["plain"]), class_="sswp")
        panel = self._panel("progress", "", written, name)
        return fragment(panel, element("p", words("light_page")["not_counted"], class_="counted"))

    def on_my_answers(self, what: str, name: str) -> Markup:
        self.made.views.add("answers")
        self.panels.append("answers")
        return answers_place(name)

    def on_transcript(self, what: str, name: str) -> Markup:
        return element("div", needs_full(words("light_page")["transcript"], self.full), id=name)

    def on_evaluate(self, what: str, name: str) -> Markup:
        return element("div", needs_full(words("light_page")["evaluate"], self.full), id=name)

    def _panel(self, view: str, laid: str, written: Markup, name: str) -> Markup:
        self.made.views.add(view)
        self.panels.append(view)
        return place(view, view, written, name, **({"file": laid} if laid else {}))


def _begin(first: dict[str, str]) -> Markup:
    """Lead to where a page begins: its first exercise, or what is to be read first."""
    text = word("module", "begin", title=first["title"])
    cell = first["id"].partition("/")[2].replace("_", "-")
    link = element("a", text, class_="sswp-button sswp-main", href=f"#{cell}")
    return element("p", link)


def _data(laid: dict[str, Any]) -> str:
    return json.dumps(laid, ensure_ascii=False, separators=(",", ":"))


def answers_place(name: str) -> Markup:
    """Give the place of the panel with the answers file, and what it cannot do here.

    Examples
    --------
    >>> answers_place("my-answers")[:24]
    '<div class="place" id="m'
    """
    said = words("light_page")
    written = element("div", element("p", said["yours_about"]), class_="sswp")
    panel = place("answers", "answers", written, name)
    return fragment(panel, element("p", said["in_full"], class_="needs-full"))
