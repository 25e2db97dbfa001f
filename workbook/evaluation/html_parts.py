"""What every part of the page is made of: sentences, headings, tables and pictures."""

import re
from collections.abc import Sequence

from .. import html
from ..charts.kit.model import Chart
from ..charts.kit.render import svg
from ..charts.kit.themed import themed
from ..html import Markup, element, fragment
from ..words import word

__all__ = ["figure", "folded", "heading", "said", "table"]

WIDTHS = {"wide": 640, "narrow": 284}  # pixels: of a page and of a telephone; the style picks one
ABREAST = 12  # rows above which paper has three columns of them
READ_ALOUD = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')  # what a picture says of its parts
LONG = 24  # rows above which a table may go over to the next sheet of paper


def said(name: str, group: str = "evaluate", **values: object) -> Markup:
    """Say one sentence as a paragraph.

    Parameters
    ----------
    name : str
    group : str
        Where its words stand.
    **values : object

    Examples
    --------
    >>> said("two", one="a < b.", other="c.")
    '<p>a &lt; b. c.</p>'
    """
    return element("p", word(group, name, **values))


def heading(text: str, level: int = 2) -> Markup:
    """Write a heading.

    Parameters
    ----------
    text : str
    level : int

    Examples
    --------
    >>> heading("R&D", 3)
    '<h3>R&amp;D</h3>'
    """
    return element(f"h{level}", text)


def table(
    caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]], kind: str = ""
) -> Markup:
    """Write a table whose caption stays with it, on a screen and on paper.

    Parameters
    ----------
    caption : str
    columns : sequence of str
    rows : sequence of sequence of str
    kind : str
        Classes for the style.

    Examples
    --------
    >>> table("Visits", ["Who", "n"], [("all", "3")])[:27]
    '<div class="scroll whole" r'
    """
    size = "" if len(rows) > LONG else "whole"
    return html.table(caption, columns, rows, class_=" ".join(filter(None, ("scroll", size, kind))))


def folded(summary: str, *inside: object, unfolded: bool = False) -> Markup:
    """Fold something away, which paper shows unfolded.

    Parameters
    ----------
    summary : str
    *inside : object
    unfolded : bool
        True to show it from the beginning.

    Examples
    --------
    >>> folded("More", "All.")
    '<details><summary>More</summary>All.</details>'
    """
    content = fragment(element("summary", summary), *inside)
    mark = " open" if unfolded else ""
    return Markup(f"<details{mark}>{content}</details>")


def figure(chart: Chart, key: str) -> Markup:
    """Draw a chart, wide and narrow, with its sentence and with its table folded away.

    Parameters
    ----------
    chart : Chart
    key : str
        Makes the names inside the picture different from those of other pictures.

    Examples
    --------
    >>> dot = {"$schema": "", "data": {"values": [{}]}, "mark": "point"}
    >>> made = figure(Chart("x", "A", "One dot.", (), "", ("n",), (("1",),), dot), "a")
    >>> made.count("<svg"), made.count("<figcaption>")
    (2, 1)
    """
    few = "points" if len(chart.columns) < 4 and len(chart.rows) > ABREAST else ""
    numbers = table(chart.title, list(chart.columns), [tuple(map(str, r)) for r in chart.rows], few)
    try:
        pictures = [_picture(chart, key, name) for name in WIDTHS]
    except ImportError:
        pictures, missing = [said("no_picture")], True
    else:
        missing = False
    drawn = element("figure", *pictures, element("figcaption", chart.sentence))
    return fragment(drawn, folded(word("evaluate", "numbers"), numbers, unfolded=missing))


def _picture(chart: Chart, key: str, name: str) -> Markup:
    drawn = re.sub(r"\bclip(\d+)", rf"{key}-{name}-\1", themed(svg(chart, WIDTHS[name])))
    drawn = READ_ALOUD.sub("", drawn)  # the sentence is read in their place
    return element("div", Markup(drawn), class_=name, role="img", aria_label=chart.sentence)
