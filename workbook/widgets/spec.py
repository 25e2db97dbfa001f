"""What the view of an exercise is told before any answer: its words and its settings."""

import random

from ..content.markup import inline_html, plain_words, to_html
from ..content.model import Exercise, Item
from ..record.desk import Desk

__all__ = ["order_for", "view_spec"]

SHUFFLED_OPTIONS = ("choice",)
SHUFFLED_ITEMS = ("rank",)
REVEAL = {
    "sort": "show_all",
    "power_map": "show_all",
    "match": "show_all",
    "rank": "compare_rank",
    "annotate": "compare_annotate",
}


def order_for(exercise: Exercise, seed: str) -> random.Random:
    """Give the chance that orders this exercise for this learner: always the same one.

    Parameters
    ----------
    exercise : Exercise
    seed : str
        The learner's own, from the journal.

    Examples
    --------
    >>> one = Exercise("01/x", "rank", "T")
    >>> order_for(one, "7").random() == order_for(one, "7").random()
    True
    """
    return random.Random(f"{seed}:{exercise.id}:{exercise.edition}")


def view_spec(exercise: Exercise, desk: Desk) -> dict:
    """Give what a view draws with no answer in it.

    Parameters
    ----------
    exercise : Exercise
    desk : Desk

    Returns
    -------
    dict
        Plain values, safe to travel to the page; what a kind adds is not in it.

    Examples
    --------
    >>> import tempfile
    >>> from workbook.content.library import Library, packaged_course
    >>> from workbook.journal import Journal
    >>> library = Library(packaged_course())
    >>> desk = Desk(library, Journal(tempfile.mkdtemp() + "/journal.jsonl"))
    >>> view_spec(library.exercise("00/what_it_claims"), desk)["kind"]
    'choice'
    """
    learner = desk.journal.learner()
    reveal = "show_notes" if exercise.settings.get("many") else REVEAL.get(exercise.kind)
    return {
        "id": exercise.id,
        "kind": exercise.kind,
        "edition": exercise.edition,
        "title": exercise.title,
        "minutes": exercise.minutes,
        "journal": learner.journal,
        "prompt": to_html(exercise.prompt),
        "note": to_html(exercise.content_note),
        "private": exercise.visibility == "private",
        "hint": bool(exercise.hint),
        "reveal": reveal,
        "items": _items(exercise, order_for(exercise, learner.seed)),
        **_settings(exercise),
    }


def _items(exercise: Exercise, order: random.Random) -> list[dict]:
    items = [_item(exercise, item, order) for item in exercise.items]
    if exercise.kind in SHUFFLED_ITEMS:
        order.shuffle(items)
    return items


def _item(exercise: Exercise, item: Item, order: random.Random) -> dict:
    options = [{"key": o.key, "html": inline_html(o.text)} for o in item.options]
    if exercise.kind in SHUFFLED_OPTIONS:
        order.shuffle(options)
    shown = {
        "key": item.key,
        "html": inline_html(item.text),
        "source": inline_html(item.source),
        "options": options if exercise.kind in SHUFFLED_OPTIONS else [],
        "plain": plain_words(item.text) if exercise.kind != "what_if" else item.text,
    }
    return shown | ({"note": to_html(item.feedback)} if exercise.kind == "what_if" else {})


def _settings(exercise: Exercise) -> dict:
    settings = exercise.settings
    labels = next((settings[n] for n in ("buckets", "codes", "ends") if n in settings), None)
    beside = [name for name in ("cannot_tell", "does_not_apply") if settings.get(name)]
    shown = {"labels": labels, "many": bool(settings.get("many"))}
    if "scale" in settings:
        shown |= {"scale": settings["scale"], "beside": beside}
    if "of" in settings:
        shown |= {"dimensions": settings["dimensions"], "of": settings["of"]}
    if "inputs" in settings:
        shown |= {key: settings[key] for key in ("inputs", "formula", "top")}
    return shown
