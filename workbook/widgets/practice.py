"""What the page of a practice is told: its sheet, the rounds, and the same sheet to print."""

import html

from ..content.markup import inline_html, to_html
from ..content.model import Exercise
from ..words import word, words
from .desk import Desk
from .printing import sheet

__all__ = ["practice_spec"]


def practice_spec(exercise: Exercise, _desk: Desk) -> dict:
    """Give the sheet as the page shows it, and as it is printed.

    Parameters
    ----------
    exercise : Exercise
    _desk : Desk

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> practice = Library(packaged_course()).exercise("03/practice_in_threes")
    >>> sorted(practice_spec(practice, None))
    ['minutes_each', 'printed', 'rounds', 'sheet']
    """
    said, settings = words("practice"), exercise.settings
    rounds = [[name, _round(exercise, name)] for name in settings["rounds"]]
    roles, rules = settings["roles"].values(), settings["rules"]
    top = _part("h4", said["roles"], _list(roles)) + _part("h4", said["rules"], _list(rules))
    cases = "".join(
        f"<details><summary>{title}</summary>{text}</details>" for title, text in _cases(exercise)
    )
    tally = _part("h4", said["tally"], f"<p>{said['tally_how']}</p>{_list(settings['tally'])}")
    alone = _part("h4", said["alone"], to_html(settings["alone"]))
    return {
        "minutes_each": settings["minutes_each"],
        "rounds": rounds,
        "sheet": top + _part("h4", said["cases"], cases) + tally + alone,
        "printed": _printed(exercise, rounds),
    }


def _part(tag: str, title: str, inner: str) -> str:
    return f"<{tag}>{html.escape(title)}</{tag}>{inner}" if inner else ""


def _list(texts) -> str:
    lines = "".join(f"<li>{inline_html(text)}</li>" for text in texts)
    return f"<ul>{lines}</ul>" if lines else ""


def _round(exercise: Exercise, name: str) -> str:
    title, text = exercise.settings["headings"][name], inline_html(exercise.item(name).text)
    return word("practice", "round", title=title, text=text)


def _cases(exercise: Exercise) -> list[tuple[str, str]]:
    headings, rounds = exercise.settings["headings"], exercise.settings["rounds"]
    return [(headings[i.key], to_html(i.text)) for i in exercise.items if i.key not in rounds]


def _printed(exercise: Exercise, rounds: list) -> str:
    said, settings = words("practice"), exercise.settings
    boxes = "".join(f'<p><span class="box"></span>{text}</p>' for _, text in rounds)
    cases = "".join(
        f"<section><h3>{title}</h3>{text}</section>" for title, text in _cases(exercise)
    )
    parts = (
        (said["roles"], _list(settings["roles"].values())),
        (said["rules"], _list(settings["rules"])),
        (said["rounds"], boxes),
        (said["tally"], f"<p>{said['tally_how']}</p>{_tally(exercise)}"),
        (said["alone"], to_html(settings["alone"])),
        (said["cases"], f'<div class="cases">{cases}</div>'),
    )
    body = "".join(_part("h2", title, inner) for title, inner in parts)
    heading = f"<h1>{html.escape(exercise.title)}</h1>{to_html(exercise.content_note)}"
    return sheet(exercise.title, heading + to_html(exercise.prompt) + body)


def _tally(exercise: Exercise) -> str:
    said = words("practice")
    heads = "".join(
        f'<th scope="col">{text}</th>' for text in (said["practitioner"], said["person"])
    )
    rows = "".join(
        f'<tr><th scope="row">{inline_html(text)}</th><td></td><td></td></tr>'
        for text in exercise.settings["tally"]
    )
    return f"<table><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>"
