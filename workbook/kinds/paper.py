"""An exercise on paper: its texts in a table, with a box for each thing that may be chosen."""

from collections.abc import Iterable, Mapping
from string import ascii_uppercase

from ..content.markup import inline_html, to_html
from ..content.model import Exercise
from ..html import Markup, element, fragment, table
from ..words import word
from .printing import sheet

__all__ = ["paper_sheet", "strips_sheet"]

STRIPS = ".strip { margin: 0; padding: 6mm; border: 1px dashed #555; break-inside: avoid; }"
MOST_COLUMNS = 6  # that have their words above them
LINES = 4  # to write on
STYLE = "thead th { width: auto; } table { font-size: 10pt; } tr { break-inside: avoid; }"
STYLE += " caption { display: none; } .line { height: 9mm; border-bottom: 1px solid #000; }"
STYLE += " tbody th { width: 50%; } #key { margin: 0 0 3mm; padding-left: 7mm; font-size: 10pt; }"
STYLE += " #key ~ div table { font-size: 9pt; } #key ~ div td { height: auto; padding: 1mm 2mm; }"


def paper_sheet(exercise: Exercise, choices: Mapping[str, str], write: str = "") -> str:
    """Give a sheet to fill in by hand.

    Parameters
    ----------
    exercise : Exercise
    choices : mapping of str to str
        What may be chosen for each text: key and words.
    write : str
        Markdown; what is asked below the table, with lines to write on.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> form = Library(packaged_course()).exercise("01/inherited_phrase")
    >>> paper_sheet(form, form.settings["codes"]).count('<span class="box">') > 20
    True
    """
    box = Markup('<span class="box"></span>')
    rows = [
        (Markup(f"{n}. {inline_html(item.text)}"), *(box for _ in choices))
        for n, item in enumerate(exercise.items, 1)
    ]
    key, heads = _heads([Markup(inline_html(choice)) for choice in choices.values()])
    below = fragment()
    if write:
        lines = (element("p", "", class_="line") for _ in range(LINES))
        below = fragment(element("p", Markup(inline_html(write))), *lines)
    rules = element("style", Markup(STYLE))
    body = fragment(
        rules,
        element("h1", exercise.title),
        Markup(to_html(exercise.content_note)),
        Markup(to_html(exercise.prompt)),
        key,
        table(exercise.title, [word("paper", "line"), *heads], rows),
        below,
    )
    return sheet(exercise.title, body)


def _heads(choices: list[Markup]) -> tuple[Markup, list[str]]:
    """Give a list that goes before the table, and what stands above its columns.

    Many choices would leave the lines no room: they go into the list, and their letters above.
    """
    if len(choices) <= MOST_COLUMNS:
        return fragment(), list(choices)
    key = element("ol", *(element("li", choice) for choice in choices), type="A", id="key")
    return key, list(ascii_uppercase[: len(choices)])


def strips_sheet(exercise: Exercise, ends: Iterable[str]) -> str:
    """Give strips to cut apart and to lay in an order; they lie in no order yet.

    Parameters
    ----------
    exercise : Exercise
    ends : iterable of str
        Markdown; what stands at the first and at the last place.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> openings = Library(packaged_course()).exercise("03/five_openings")
    >>> strips_sheet(openings, ["First", "Last"]).count('class="strip"')
    7
    """
    texts = [*ends, *sorted((item.text for item in exercise.items), key=str.casefold)]
    strips = (element("p", Markup(inline_html(text)), class_="strip") for text in texts)
    body = fragment(
        element("style", Markup(STRIPS)),
        element("h1", exercise.title),
        Markup(to_html(exercise.prompt)),
        *strips,
    )
    return sheet(exercise.title, body)
