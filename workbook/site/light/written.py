"""An exercise, a chart or a panel as it stands on a page before a script has run, and on paper."""

from typing import Any

from ...charts.kit.model import Chart
from ...charts.kit.page import words_html
from ...content.markup import to_html
from ...content.model import Exercise
from ...guide.shown import text_part
from ...html import Markup, element, escape, fragment
from ...words import word, words

__all__ = ["bare", "chart_figure", "full_link", "narrow", "needs_full", "place", "written_exercise"]


def written_exercise(
    exercise: Exercise,
    spec: dict[str, Any] | None = None,
    *,
    alive: bool = False,
    story: Markup | None = None,
) -> Markup:
    """Write the text of an exercise as it is read before a script has run, and on paper.

    Parameters
    ----------
    exercise : Exercise
    spec : dict, optional
        What the view of the exercise draws; its options keep their order.
    alive : bool
        Options can be chosen before any script has run: for the first exercise of a page.
    story : Markup, optional
        The link to a page that holds the text, where it has one of its own.

    Examples
    --------
    >>> written_exercise(Exercise("01/x", "reflection", "Pause", minutes=3))[:23]
    '<section class="sswp wr'
    """
    note = to_html(exercise.content_note)
    listed = spec is not None and any(item["options"] for item in spec["items"])
    text = _items(spec, alive) if spec and listed else story or _text(exercise)
    return element(
        "section",
        element(
            "header",
            element("h3", exercise.title),
            element("span", word("light_page", "minutes", n=exercise.minutes), class_="sswp-quiet"),
        ),
        element("div", Markup(note), class_="sswp-before") if note else "",
        element("div", text, class_="text"),
        class_="sswp written",
        data_exercise=exercise.id if listed and alive else None,
    )


def _text(exercise: Exercise) -> Markup:
    return Markup(to_html(text_part(exercise)))


def bare(spec: dict[str, Any]) -> dict[str, Any]:
    """Leave out of a spec what stands in the written form, from which the script takes it again.

    Parameters
    ----------
    spec : dict
        What the view of an exercise draws.

    Returns
    -------
    dict
        None in place of what `written_exercise` with ``alive`` has written.

    Examples
    --------
    >>> options = [{"key": "a", "html": "Yes"}]
    >>> bare({"items": [{"key": "x", "html": "", "options": options}]})["items"][0]["options"]
    [{'key': 'a', 'html': None}]
    """
    items = [
        item
        | {"html": item["html"] and None if item["options"] else item["html"]}
        | {"options": [option | {"html": None} for option in item["options"]]}
        for item in spec["items"]
    ]
    return spec | {"items": items}


def _items(spec: dict[str, Any], alive: bool) -> Markup:
    """Give the questions with their options; what is chosen goes over to the view (page.js)."""
    item = _group if alive else _listed
    return fragment(
        element("div", Markup(spec["prompt"])), *(item(spec, each) for each in spec["items"])
    )


def _listed(spec: dict[str, Any], item: dict[str, Any]) -> Markup:
    options = (element("li", Markup(option["html"])) for option in item["options"])
    return element("div", Markup(_question(spec, item)), element("ul", *options), class_="open")


def _question(spec: dict[str, Any], item: dict[str, Any]) -> str:
    asked = "choose_many" if spec.get("many") else "choose_one"
    return item["html"] or words(spec["kind"])[asked]


def _group(spec: dict[str, Any], item: dict[str, Any]) -> Markup:
    kind = "checkbox" if spec.get("many") else "radio"
    name = f"{spec['id']}:{item['key']}"
    options = (
        element(
            "div",
            element(
                "label",
                Markup(
                    f'<input type="{kind}" name="{escape(name)}" data-choice="{option["key"]}">'
                ),
                element("span", Markup(option["html"])),
            ),
            class_="sswp-option",
        )
        for option in item["options"]
    )
    return element(
        "fieldset",
        element("legend", Markup(_in_a_line(_question(spec, item)))),
        element("div", *options, class_="sswp-options"),
        class_="sswp-group sswp-tall",
        data_item=item["key"] or None,
    )


def _in_a_line(html: str) -> str:
    """Turn paragraphs into lines: the name of a group of options holds no paragraph."""
    return html.replace("<p>", '<span class="line">').replace("</p>", "</span>")


def place(call: str, view: str, written: Markup, name: str, **laid: str) -> Markup:
    """Give the place of one view: the written form, and where what the script knows lies.

    Parameters
    ----------
    call, view : str
        Who answers it (``exercise`` or a panel), and the name of its script.
    written : Markup
        What stands there until the view comes.
    name : str
        The address of the place on its page.
    **laid : str
        ``file``: where ``spec`` and what was laid out ahead lie; ``within``: what of it is drawn,
        for the first exercise of a page, which waits for no file; ``styled``: there, and empty,
        where the view has a style of its own.

    Examples
    --------
    >>> place("progress", "progress", Markup("<p>So far.</p>"), "progress")[:24]
    '<div class="place" id="p'
    """
    within = laid.get("within", "").replace("</", "<\\/")
    inside = (
        written,
        element("script", Markup(within), type="application/json") if within else "",
    )
    known = {"data_view": view, "data_call": call, "data_laid": laid.get("file")}
    held = element("div", *inside, **known, data_styled=laid.get("styled"))
    return element("div", held, class_="place", id=name)


def full_link(full: str) -> Markup:
    """Give the link to the page that tells of the full edition, or to that edition.

    Examples
    --------
    >>> full_link("")[:24]
    '<a href="full.html">Abou'
    """
    said = words("light_page")
    target, text = (full, said["full_link"]) if full else ("full.html", said["to_full"])
    return element("a", text, href=target)


def needs_full(title: str, full: str) -> Markup:
    """Say that something needs Python, and where that is.

    Parameters
    ----------
    title : str
    full : str
        The address of the full edition, if it is known.

    Examples
    --------
    >>> "full.html" in needs_full("Drawing lots", "")
    True
    """
    text = word("light_page", "needs_full", title=title)
    return element("p", f"{text} ", full_link(full), class_="needs-full")


def chart_figure(chart: Chart, picture: str, name: str, numbers: str = "") -> Markup:
    """Give a chart: its picture, which is loaded when it is near, its words and its table.

    Parameters
    ----------
    chart : Chart
    picture : str
        The address of the picture; empty where the chart has none.
    name : str
        The address of the chart on its page.
    numbers : str
        The page of its table, where it has one of its own.

    Examples
    --------
    >>> chart_figure(Chart("01/x", "A", "One.", (), "", (), ()), "", "chart-x")[:22]
    '<figure id="chart-x"><'
    """
    still = (
        any(param.get("bind") for param in chart.spec.get("params", ())) if chart.spec else False
    )
    image = _image(picture, word("light_page", "picture", title=chart.title)) if picture else ""
    note = element("p", words("light_page")["still"], class_="sswp-quiet") if still else ""
    return element("figure", fragment(image, note, words_html(chart, numbers)), id=name)


def narrow(picture: str) -> str:
    """Give the address of the same picture for a narrow page, where its words stay readable.

    Examples
    --------
    >>> narrow("pictures/01-timeline.svg")
    'pictures/01-timeline-narrow.svg'
    """
    return picture.replace(".svg", "-narrow.svg")


def _image(picture: str, words_for_it: str) -> Markup:
    source = f'<source media="(max-width: 36rem)" srcset="{escape(narrow(picture))}">'
    image = f'<img src="{escape(picture)}" alt="{escape(words_for_it)}" loading="lazy">'
    return element("picture", Markup(source + image))
