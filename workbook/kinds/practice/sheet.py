"""The sheet of a practice, as the page shows it, and as it is printed."""

import html
from collections.abc import Iterable
from typing import Any

from ...content.markup import inline_html, to_html
from ...content.model import Exercise
from ...words import word, words
from ..printing import sheet
from .reader import PLAYERS, paragraphs

__all__ = ["practice_sheet"]


def practice_sheet(exercise: Exercise) -> dict[str, Any]:
    """Give the sheet as the page shows it, and as it is printed.

    Parameters
    ----------
    exercise : Exercise

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> practice = Library(packaged_course()).exercise("03/practice_in_threes")
    >>> sorted(practice_sheet(practice))
    ['minutes_each', 'printed', 'rounds', 'sheet']
    """
    said, settings = words("practice"), exercise.settings
    rounds = [[name, _round(exercise, name)] for name in settings["rounds"]]
    roles, rules = settings["roles"].values(), settings["rules"]
    top = _part("h4", said["roles"], _list(roles)) + _part("h4", said["rules"], _list(rules))
    cases = "".join(_folded(title, _folds(text)) for title, text in _cases(exercise))
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


def _list(texts: Iterable[str]) -> str:
    lines = "".join(f"<li>{inline_html(text)}</li>" for text in texts)
    return f"<ul>{lines}</ul>" if lines else ""


def _text(exercise: Exercise, name: str) -> str:
    return next(item.text for item in exercise.items if item.key == name)


def _round(exercise: Exercise, name: str) -> str:
    title, text = exercise.settings["headings"][name], inline_html(_text(exercise, name))
    return word("practice", "round", title=title, text=text)


def _cases(exercise: Exercise) -> list[tuple[str, str]]:
    headings, rounds = exercise.settings["headings"], exercise.settings["rounds"]
    return [(headings[i.key], i.text) for i in exercise.items if i.key not in rounds]


def _for(text: str, *eyes: str) -> str:
    return "".join(to_html(part) for whose, part in paragraphs(text) if whose in eyes)


def _folded(title: str, inner: str) -> str:
    return f"<details><summary>{html.escape(title)}</summary>{inner}</details>"


def _folds(text: str) -> str:
    """Show what both may read, and fold what is for one of them only."""
    own = ((word("practice", f"only_{one}"), _for(text, one)) for one in PLAYERS)
    return _for(text, "") + "".join(_folded(title, lines) for title, lines in own if lines)


def _halves(title: str, text: str) -> str:
    """Print a card as two halves to cut apart, each with what its reader may know."""
    names = {one: f"{title}. {word('practice', f'only_{one}')}" for one in PLAYERS}
    halves = (f"<h3>{html.escape(names[one])}</h3>{_for(text, '', one)}" for one in PLAYERS)
    return f'<section class="case">{"".join(f"<div>{half}</div>" for half in halves)}</section>'


def _printed(exercise: Exercise, rounds: list) -> str:
    said, settings = words("practice"), exercise.settings
    boxes = "".join(f'<p><span class="box"></span>{text}</p>' for _, text in rounds)
    cases = "".join(_halves(title, text) for title, text in _cases(exercise))
    tallies = "<hr>".join(_tally(exercise, name) for name in settings["rounds"])
    parts = (
        (said["roles"], _list(settings["roles"].values())),
        (said["rules"], _list(settings["rules"])),
        (said["rounds"], boxes),
        (said["alone"], to_html(settings["alone"])),
        (said["tally"], f"<p>{said['tally_how']} {said['cut']}</p>{tallies}"),
        (said["cases"], f"<p>{said['cut_cases']}</p>{cases}"),
    )
    body = "".join(_part("h2", title, inner) for title, inner in parts)
    heading = f"<h1>{html.escape(exercise.title)}</h1>{to_html(exercise.content_note)}"
    return sheet(exercise.title, heading + to_html(exercise.prompt) + body, "cut")


def _tally(exercise: Exercise, name: str) -> str:
    said, title = words("practice"), html.escape(exercise.settings["headings"][name])
    heads = "".join(
        f'<th scope="col">{text}</th>' for text in (said["practitioner"], said["person"])
    )
    rows = "".join(
        f'<tr><th scope="row">{inline_html(text)}</th><td></td><td></td></tr>'
        for text in exercise.settings["tally"]
    )
    head = f'<th scope="col">{title}</th>{heads}'
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
