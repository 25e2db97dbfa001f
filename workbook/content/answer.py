"""What a learner's answer may be, when it is done, and how to say it in words."""

from collections.abc import Mapping

from . import encounter_answer, instrument, lots, practice
from .markup import plain_words
from .model import Exercise

__all__ = ["clean", "in_words", "is_done"]

TEXT_LIMIT = 100_000


def _keys(exercise: Exercise) -> set[str]:
    return {item.key for item in exercise.items}


def _chosen(exercise: Exercise, value) -> list:
    allowed = [option.key for option in exercise.items[0].options]
    chosen = [key for key in allowed if key in value] if isinstance(value, list) else []
    return chosen if exercise.settings.get("many") else chosen[:1]


def _placed(exercise: Exercise, value) -> dict:
    buckets, keys = exercise.settings["buckets"], _keys(exercise)
    pairs = value.items() if isinstance(value, Mapping) else ()
    return {k: b for k, b in pairs if k in keys and isinstance(b, str) and b in buckets}


def _order(exercise: Exercise, value) -> list:
    keys = sorted(_keys(exercise))
    whole = isinstance(value, list) and sorted(map(str, value)) == keys
    return [str(key) for key in value] if whole else []


def _marks(exercise: Exercise, value) -> dict:
    codes, keys = exercise.settings["codes"], _keys(exercise)
    pairs = value.items() if isinstance(value, Mapping) else ()
    marks = {k: [c for c in codes if c in m] for k, m in pairs if k in keys and type(m) is list}
    return {key: marked for key, marked in marks.items() if marked}


def _ratings(exercise: Exercise, value) -> dict:
    settings, keys = exercise.settings, _keys(exercise)
    allowed = {str(n) for n in range(1, len(settings["scale"]) + 1)}
    allowed |= {name for name in ("cannot_tell", "does_not_apply") if settings[name]}
    pairs = value.items() if isinstance(value, Mapping) else ()
    return {k: str(v) for k, v in pairs if k in keys and str(v) in allowed}


def _texts(exercise: Exercise, value) -> dict:
    keys = _keys(exercise)
    pairs = value.items() if isinstance(value, Mapping) else ()
    return {k: t[:TEXT_LIMIT] for k, t in pairs if k in keys and isinstance(t, str) and t}


def _inputs(exercise: Exercise, value) -> dict:
    found = {}
    for name, rule in exercise.settings["inputs"].items():
        number = value.get(name) if isinstance(value, Mapping) else None
        if type(number) in (int, float) and rule["from"] <= number <= rule["to"]:
            found[name] = number
    return found


# kind -> the fields of its response, each with what cleans it
FIELDS = {
    "choice": {"chosen": _chosen},
    "sort": {"placed": _placed},
    "match": {"placed": _placed},
    "power_map": {"placed": _placed},
    "rank": {"order": _order},
    "annotate": {"marks": _marks},
    "rating": {"ratings": _ratings},
    "reflection": {"texts": _texts},
    "what_if": {"inputs": _inputs},
    "encounter": encounter_answer.FIELDS,
    "instrument": {"cards": instrument.clean},
    "practice": {"done": practice.clean},
    "lots": {"inputs": lots.clean_inputs, "plans": lots.clean_plans},
}
NEEDS_SHOWN = ("rank", "annotate")
FLAGS = ("shown", "skipped", "hinted")


def clean(exercise: Exercise, response: Mapping) -> dict:
    """Keep of a response what this exercise knows; the rest is dropped.

    Parameters
    ----------
    exercise : Exercise
    response : mapping
        As it came from a page or from an earlier wording.

    Returns
    -------
    dict
        The fields of the kind (see `FIELDS`) and the flags `shown`, `skipped`, `hinted` where
        they are true.

    Examples
    --------
    >>> from workbook.content.model import Item, Option
    >>> one = Exercise("00/x", "choice", "T", items=(Item("", "", (Option("a", "A"),)),))
    >>> clean(one, {"chosen": ["a", "z"], "shown": True, "other": 1})
    {'chosen': ['a'], 'shown': True}
    """
    fields = FIELDS[exercise.kind].items()
    flags = {flag: True for flag in FLAGS if response.get(flag) is True}
    return {name: keep(exercise, response.get(name)) for name, keep in fields} | flags


def is_done(exercise: Exercise, response: Mapping) -> bool:
    """Say whether a response counts as done; a skip counts, since it costs nothing.

    Parameters
    ----------
    exercise : Exercise
    response : mapping
        As kept in the journal.

    Examples
    --------
    >>> is_done(Exercise("01/x", "reflection", "T"), {"texts": {}, "skipped": True})
    True
    """
    kept = clean(exercise, response)
    return bool(kept.get("skipped")) or DONE.get(exercise.kind, _done)(exercise, kept)


def _done(exercise: Exercise, kept: Mapping) -> bool:
    value = _value(exercise, kept)
    if exercise.kind in NEEDS_SHOWN or exercise.settings.get("many"):
        return bool(value) and bool(kept.get("shown"))
    return bool(value)


def _all_placed(exercise: Exercise, kept: Mapping) -> bool:
    return len(kept["placed"]) == len(exercise.items)


def _value(exercise: Exercise, kept: Mapping):
    return next(kept[name] for name in FIELDS[exercise.kind])


# kind -> when it is done, where that is more than an answer
DONE = {
    "sort": _all_placed,
    "match": _all_placed,
    "power_map": _all_placed,
    "encounter": encounter_answer.done,
    "instrument": instrument.done,
    "lots": lots.done,
}


def in_words(exercise: Exercise, response: Mapping) -> list[str]:
    """Say a response in words, one line for each part.

    Parameters
    ----------
    exercise : Exercise
    response : mapping
        As kept in the journal.

    Examples
    --------
    >>> from workbook.content.model import Item, Option
    >>> one = Exercise("00/x", "choice", "T", items=(Item("", "", (Option("a", "A *hint*."),)),))
    >>> in_words(one, {"chosen": ["a"]})
    ['A hint.']
    """
    return SAY.get(exercise.kind, _say_items)(exercise, clean(exercise, response))


def _say_choice(exercise: Exercise, kept: Mapping) -> list[str]:
    options = exercise.items[0].options
    return [plain_words(option.text) for option in options if option.key in kept["chosen"]]


def _say_order(exercise: Exercise, kept: Mapping) -> list[str]:
    return [f"{n}. {_item_words(exercise, key)}" for n, key in enumerate(kept["order"], 1)]


def _say_inputs(exercise: Exercise, kept: Mapping) -> list[str]:
    inputs = exercise.settings["inputs"]
    found = [(inputs[name], number) for name, number in kept["inputs"].items()]
    return [f"{rule['label']}: {number:g} {rule['unit']}".strip() for rule, number in found]


def _say_items(exercise: Exercise, kept: Mapping) -> list[str]:
    value = _value(exercise, kept)
    pairs = [(item.key, value[item.key]) for item in exercise.items if item.key in value]
    return [f"{_item_words(exercise, key)}: {_said(exercise, said)}" for key, said in pairs]


SAY = {
    "choice": _say_choice,
    "rank": _say_order,
    "what_if": _say_inputs,
    "encounter": encounter_answer.in_words,
    "instrument": instrument.in_words,
    "practice": practice.in_words,
    "lots": lots.in_words,
}


def _item_words(exercise: Exercise, key: str) -> str:
    return plain_words(exercise.item(key).text).rstrip(":")


def _said(exercise: Exercise, said) -> str:
    settings = exercise.settings
    if "buckets" in settings:
        return settings["buckets"][said]
    if "codes" in settings:
        return ", ".join(settings["codes"][code] for code in said)
    if "scale" in settings:
        return settings["scale"][int(said) - 1] if said.isdigit() else said.replace("_", " ")
    return said
