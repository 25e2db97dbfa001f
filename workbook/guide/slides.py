"""Slides of the sessions of a plan: one page, real text, moved by keyboard, printed one a sheet."""

from collections.abc import Iterator
from pathlib import Path

from ..content.library import Library
from ..content.markup import to_html
from ..design import stylesheet
from ..html import Markup, element, fragment, page
from ..words import word, words
from .page import HEAD
from .plans import Plan, Step
from .wall import wall_part

__all__ = ["slides"]

HERE = Path(__file__).parent


def slides(library: Library, plan: Plan) -> str:
    """Write the slides.

    Parameters
    ----------
    library : Library
    plan : Plan
        A slide for each session and one for each of its steps.

    Returns
    -------
    str
        One page. It holds no picture, so that nothing needs an alternative text.

    Examples
    --------
    >>> from workbook.content.library import packaged_course
    >>> from workbook.guide import read_plan
    >>> course = Library(packaged_course())
    >>> plan = read_plan(course, "90min")
    >>> slides(course, plan).count("<section") == 1 + len(plan.sessions[0].steps)
    True
    """
    made = list(_slides(library, plan))
    shown = [
        element("section", *inside, _place(n, len(made)), id=f"slide-{n}", tabindex="-1")
        for n, inside in enumerate(made, 1)
    ]
    script = element("script", Markup((HERE / "slides.js").read_text(encoding="utf-8")))
    style = stylesheet() + (HERE / "slides.css").read_text(encoding="utf-8")
    title = word("guide", "slides_title", plan=plan.title)
    return page(title, element("main", *shown), script, style=style, head=HEAD)


def _slides(library: Library, plan: Plan) -> Iterator[tuple[Markup, ...]]:
    for session in plan.sessions:
        steps = element("ol", *(element("li", step.title) for step in session.steps))
        minutes = element("p", word("guide", "minutes_all", n=session.minutes), class_="minutes")
        yield element("h1", session.title), minutes, steps
        for step in session.steps:
            yield from [_step(library, step)]


def _step(library: Library, step: Step) -> tuple[Markup, ...]:
    top = element("h2", step.title)
    minutes = element("p", word("guide", "minutes", n=step.minutes), class_="minutes")
    if not step.exercise:
        return top, minutes
    exercise = library.exercise(step.exercise)
    note = fragment()
    if exercise.content_note:
        note = element("p", f"{words('guide')['content_note_plain']} {exercise.content_note}")
    asked = Markup(to_html(exercise.prompt))
    where = element("p", word("guide", "find_it", exercise=exercise.id), class_="where")
    return top, minutes, note, element("div", asked), wall_part(exercise), where


def _place(n: int, last: int) -> Markup:
    """Give the links to the slides beside this one, and say which it is."""
    said = words("guide")
    links = [("previous", n - 1), ("next", n + 1)]
    shown = [element("a", said[name], href=f"#slide-{to}") for name, to in links if 0 < to <= last]
    which = word("guide", "slide_of", n=n, last=last)
    return element("nav", *shown, element("span", which), aria_label=which)
