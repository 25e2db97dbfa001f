"""What the course answers to a learner's answer."""

from collections.abc import Mapping

from .answer import clean, is_done
from .markup import to_html
from .model import Exercise, Item, Option

__all__ = ["feedback_for"]


def feedback_for(exercise: Exercise, response: Mapping) -> dict:
    """Choose the notes that a response calls for.

    Parameters
    ----------
    exercise : Exercise
    response : mapping
        As kept in the journal.

    Returns
    -------
    dict
        ``notes``: a list of ``{"item", "option", "html", "fits"}``; ``agreement``: counts for
        `annotate` (lines marked alike and all lines) or None; ``done``; ``debrief``: HTML, once
        done; ``hint``: HTML, once asked for.

    Examples
    --------
    >>> one = Item("", "", (Option("a", "A", "Ask.", True), Option("b", "B", "No.")))
    >>> exercise = Exercise("00/x", "choice", "T", items=(one,), debrief="Keep it.")
    >>> found = feedback_for(exercise, {"chosen": ["a"]})
    >>> found["notes"], found["debrief"]
    ([{'item': '', 'option': 'a', 'html': '<p>Ask.</p>', 'fits': True}], '<p>Keep it.</p>')
    """
    kept = clean(exercise, response)
    done = is_done(exercise, kept)
    return {
        "notes": _notes(exercise, kept),
        "agreement": _agreement(exercise, kept),
        "done": done,
        "debrief": to_html(exercise.debrief) if done else "",
        "hint": to_html(exercise.hint) if kept.get("hinted") else "",
    }


def _note(item: Item, option: Option | None) -> dict:
    text = option.feedback if option else item.feedback
    key, fits = (option.key, option.fits) if option else ("", False)
    return {"item": item.key, "option": key, "html": to_html(text), "fits": fits}


def _notes(exercise: Exercise, kept: Mapping) -> list[dict]:
    shown = bool(kept.get("shown"))
    if exercise.kind == "choice":
        item = exercise.items[0]
        wait = exercise.settings.get("many") and not shown
        chosen = () if wait else kept["chosen"]
        return [_note(item, o) for o in item.options if shown or o.key in chosen]
    if exercise.kind in ("sort", "match"):
        return [
            _note(item, option)
            for item in exercise.items
            for option in item.options
            if shown or kept["placed"].get(item.key) == option.key
        ]
    if exercise.kind == "power_map":
        placed = (item for item in exercise.items if shown or item.key in kept["placed"])
        return [_note(item, None) | _reference(exercise, item) for item in placed]
    if exercise.kind in ("rank", "annotate") and shown:
        return [_note(item, None) | _reference(exercise, item) for item in exercise.items]
    return []


def _reference(exercise: Exercise, item: Item) -> dict:
    """Add the author's place of an item, or the reference reader's codes of a line."""
    if exercise.kind == "rank":
        return {"place": exercise.items.index(item) + 1}
    codes = exercise.settings.get("codes") or exercise.settings["buckets"]
    return {"codes": [codes[o.key] for o in item.options if o.fits]}


def _agreement(exercise: Exercise, kept: Mapping) -> dict | None:
    if exercise.kind != "annotate" or not kept.get("shown"):
        return None
    same = sum(
        set(kept["marks"].get(item.key, ())) == {o.key for o in item.options if o.fits}
        for item in exercise.items
    )
    return {"same": same, "lines": len(exercise.items)}
