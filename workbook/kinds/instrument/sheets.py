"""The blank cards of an instrument, to print."""

import html

from ...content.markup import inline_html, titled, to_html
from ...content.model import Exercise
from ...design import sign
from ...words import word
from ..printing import sheet
from .cards import SIDES, side_words, signed_lines, statements

__all__ = ["card_title", "card_sheet"]


def card_title(side: str) -> str:
    """Say whose card it is.

    Examples
    --------
    >>> card_title("person")
    'The person’s card'
    """
    return word("instrument", f"card_{side}")


def card_sheet(exercise: Exercise, page: str) -> str:
    """Give both blank cards as a document to print.

    Parameters
    ----------
    exercise : Exercise
    page : str
        ``cards`` or ``large``, see `workbook.kinds.printing.sheet`.

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> card_sheet(Library(packaged_course()).exercise("03/mirror"), "cards").count("<article>")
    2
    """
    name = titled(exercise.id.partition("/")[2])
    cards = "".join(_card(exercise, side, name) for side in SIDES)
    title = word("instrument", "print_title", title=name)
    return sheet(title, f"<main>{cards}</main>", page)


def _status(exercise: Exercise) -> str:
    settings = exercise.settings
    return word("instrument", "version", version=settings["version"], status=settings["status"])


def _open_question(exercise: Exercise, side: str) -> str:
    key = f"{side}.{exercise.settings['open']}"
    return next(item.text for item in exercise.items if item.key == key)


def _card(exercise: Exercise, side: str, name: str) -> str:
    settings, skip = exercise.settings, word("instrument", "skip_line")
    anchors = [(str(n), text) for n, text in enumerate(settings["scale"], 1)]
    anchors.append(("–", word("exercise", "does_not_apply")))
    choices = "".join(f"<span>{n} <small>{html.escape(text)}</small></span>" for n, text in anchors)
    of = signed_lines(exercise)
    lines = "".join(
        f'<li><div>{_signed(of.get(line), text)}</div><div class="choices">{choices}</div></li>'
        for line, text in statements(exercise, side).items()
    )
    key = "".join(f"<li>{n} {html.escape(text)}</li>" for n, text in anchors)
    question = inline_html(_open_question(exercise, side))
    return (
        f"<article><h1>{html.escape(name)}. {html.escape(card_title(side))}</h1>"
        f'<p class="status"><span>{html.escape(_status(exercise))}</span></p>'
        f"{to_html(settings['instructions'][side])}"
        f'<ul class="anchors">{key}</ul>{_signs(exercise)}<ul class="lines">{lines}</ul>'
        f'<p class="open">{question}</p><div class="write"></div>'
        f"<footer>{html.escape(skip)} {html.escape(settings['license'])}</footer></article>"
    )


def _signed(side: str | None, text: str) -> str:
    """Put the sign of a side before a line; a line of no side has none."""
    return f"{sign(side)} {inline_html(text)}" if side else inline_html(text)


def _signs(exercise: Exercise) -> str:
    """Say which sign is which side; nothing where the card is about other things."""
    sides = side_words(exercise).items()
    key = "".join(f"<li>{sign(side)} {html.escape(text)}</li>" for side, text in sides)
    return f'<ul class="signs">{key}</ul>' if key else ""
