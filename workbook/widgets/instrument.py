"""What the page of an instrument is told: its two cards, the sheets to print, the results."""

import html
from collections.abc import Mapping

from ..content.answer import clean
from ..content.instrument import SIDES, badge, statements
from ..content.markup import inline_html, to_html
from ..content.model import Exercise
from ..content.practice import titled
from ..measures.rating import Instrument
from ..readings import rating
from ..words import word, words
from .desk import Desk
from .mirror_picture import over_time, strip
from .printing import sheet

__all__ = ["instrument_found", "instrument_spec"]


def instrument_spec(exercise: Exercise, _desk: Desk) -> dict:
    """Give the words of both cards, the status, and the blank cards to print.

    Parameters
    ----------
    exercise : Exercise
    _desk : Desk

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> mirror = Library(packaged_course()).exercise("03/mirror")
    >>> instrument_spec(mirror, None)["badge"]
    'Version 0.1. Not yet validated.'
    """
    settings = exercise.settings
    return {
        "cards": [
            {"side": side, "title": _title(side), "how": to_html(settings["instructions"][side])}
            for side in SIDES
        ],
        "open": settings["open"],
        "badge": badge(exercise),
        "status": settings["status"],
        "about": [[titled(name), to_html(text)] for name, text in settings["about"].items()],
        "sheets": {page: _cards(exercise, page) for page in ("cards", "large")},
    }


def _title(side: str) -> str:
    return word("instrument", f"card_{side}")


def _status(exercise: Exercise) -> str:
    settings = exercise.settings
    return word("instrument", "version", version=settings["version"], status=settings["status"])


# Blank cards ----------------------------------------------------------------------------
def _cards(exercise: Exercise, page: str) -> str:
    name = titled(exercise.id.partition("/")[2])
    cards = "".join(_card(exercise, side, name) for side in SIDES)
    title = word("instrument", "print_title", title=name)
    return sheet(title, f"<main>{cards}</main>", page)


def _card(exercise: Exercise, side: str, name: str) -> str:
    settings, skip = exercise.settings, words("instrument")["skip_line"]
    anchors = [(str(n), text) for n, text in enumerate(settings["scale"], 1)]
    anchors.append(("–", words("exercise")["does_not_apply"]))
    choices = "".join(f"<span>{n} <small>{html.escape(text)}</small></span>" for n, text in anchors)
    lines = "".join(
        f'<li><div>{inline_html(text)}</div><div class="choices">{choices}</div></li>'
        for text in statements(exercise, side).values()
    )
    key = "".join(f"<li>{n} {html.escape(text)}</li>" for n, text in anchors)
    question = inline_html(exercise.item(f"{side}.{settings['open']}").text)
    return (
        f"<article><h1>{html.escape(name)}. {html.escape(_title(side))}</h1>"
        f'<p class="status"><span>{html.escape(_status(exercise))}</span></p>'
        f"{to_html(settings['instructions'][side])}"
        f'<ul class="anchors">{key}</ul><ul class="lines">{lines}</ul>'
        f'<p class="open">{question}</p><div class="write"></div>'
        f"<footer>{html.escape(skip)} {html.escape(settings['license'])}</footer></article>"
    )


# Results --------------------------------------------------------------------------------
def instrument_found(exercise: Exercise, response: Mapping, _desk: Desk) -> dict:
    """Say what the card at hand shows, the person first, and how the kept cards went over time.

    Parameters
    ----------
    exercise : Exercise
    response : mapping
    _desk : Desk

    Returns
    -------
    dict
        ``mirror``: ``now``, None before a side has a score, and ``over``, None before two cards
        have one.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> instrument_found(Library(packaged_course()).exercise("03/mirror"), {}, None)
    {'mirror': {'now': None, 'over': None}}
    """
    cards = clean(exercise, response)["cards"]
    labels = statements(exercise, "person")
    asked = _asked(exercise, labels)
    read = [
        rating.card(card["practitioner"], card["person"], labels, instrument=asked)
        for card in cards
    ]
    now = _now(exercise, read[-1]) if read else None
    names = [card["about"] for card in cards]
    return {"mirror": {"now": now, "over": _over(names, [found["numbers"] for found in read])}}


def _asked(exercise: Exercise, labels: Mapping) -> Instrument:
    settings = exercise.settings
    return Instrument(
        exercise.id.partition("/")[2],
        settings["version"],
        settings["status"],
        tuple(settings["scale"]),
        settings["dimensions"],
        tuple(settings["unscored"]),
        settings["open"],
        labels,
    )


def _now(exercise: Exercise, found: dict) -> dict | None:
    """Tell of a side nothing before it has a score, so that it cannot lead the other."""
    sides = [side for side in SIDES if found["numbers"][side] is not None]
    if not sides:
        return None
    both, scale = len(sides) == len(SIDES), exercise.settings["scale"]
    axis = word("instrument", "axis", first=scale[0], n=len(scale), last=scale[-1])
    asked = {side: statements(exercise, side) for side in sides}
    shown = zip(SIDES, found["scores"], strict=True)
    return {
        "scores": [sentence for side, sentence in shown if side in sides],
        "gap": found["gap"] if both else "",
        "questions": found["questions"] if both else [],
        "status": found["status"],
        "key": _key(),
        "heads": [words("instrument")["line"], *(words("mirror")[side] for side in sides), axis],
        "rows": [_row(row, asked) for row in found["rows"]],
    }


def _key() -> str:
    return word("instrument", "key", **{side: words("mirror")[side] for side in SIDES})


def _row(row: dict, asked: dict[str, dict]) -> list[str]:
    said, label = words("instrument"), row["label"]
    answers = [
        str(row[side] or said["no_answer" if row["line"] in lines else "not_asked"])
        for side, lines in asked.items()
    ]
    label = label if row["scored"] else word("instrument", "not_scored", label=label)
    return [label, *answers, strip({side: row[side] for side in asked})]


def _over(names: list[str], numbers: list[dict]) -> dict | None:
    """Lay the scores of all cards side by side, the first card first."""
    said = words("instrument")
    scored = [
        (name or word("instrument", "card_n", n=n), both)
        for n, (name, both) in enumerate(zip(names, numbers, strict=True), 1)
        if any(number is not None for number in both.values())
    ]
    if len(scored) < 2:
        return None
    heads = [said["card"], *(words("mirror")[side] for side in SIDES)]
    rows = [[name, *(_score(both[side]) for side in SIDES)] for name, both in scored]
    picture = over_time([both for _, both in scored])
    return {"key": _key(), "heads": heads, "rows": rows, "picture": picture}


def _score(number: float | None) -> str:
    return words("instrument")["no_score"] if number is None else f"{number:g}"
