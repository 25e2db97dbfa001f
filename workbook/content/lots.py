"""A plan that is drawn by lot: what the learner sets, and every plan that was drawn."""

from collections.abc import Mapping
from datetime import datetime

from ..words import word, words
from .document import Document
from .model import Exercise, Item

__all__ = [
    "BOUNDS", "NEEDED", "SCHEMES", "build", "clean_inputs", "clean_plans", "done", "drawn_on",
    "in_words", "plan_words",
]  # fmt: skip

NEEDED = ("inputs",)
BOUNDS = {"cases": (1, 8), "weeks": (4, 100), "baseline": (1, 40), "treatment": (1, 40)}
SCHEMES = ("one_start", "orders", "starts", "orders_and_starts")
MOST_PLANS = 50


def build(document: Document) -> tuple[tuple[Item, ...], dict]:
    """Read the numbers that the page begins with; how the lot is drawn, the learner chooses.

    Raises
    ------
    ContentError
        When a number is missing, or outside its bounds.

    Examples
    --------
    >>> first = {"cases": "4", "weeks": "21", "baseline": "6", "treatment": "6"}
    >>> build(Document("x.md", {"inputs": first}, {}, []))[1]["first"]["weeks"]
    21
    """
    wrote = document.front["inputs"]
    wrote = wrote if isinstance(wrote, dict) else {}
    first = {name: int(text) for name, text in wrote.items() if _whole(text)}
    if set(wrote) != set(BOUNDS) or _within(first) != first or len(first) < len(BOUNDS):
        bounds = ", ".join(f"{name} ({a} to {b})" for name, (a, b) in BOUNDS.items())
        document.stop("inputs", f"'inputs' has these whole numbers: {bounds}.")
    return (), {"first": first}


def _whole(text) -> bool:
    return isinstance(text, str) and text.isdecimal()


def _within(numbers: Mapping) -> dict:
    return {
        name: numbers[name]
        for name, (least, most) in BOUNDS.items()
        if type(numbers.get(name)) is int and least <= numbers[name] <= most
    }


def clean_inputs(_exercise: Exercise, value) -> dict:
    """Keep the numbers that are within their bounds, and a way to draw that there is.

    Parameters
    ----------
    _exercise : Exercise
    value
        As it came from a page.

    Examples
    --------
    >>> clean_inputs(None, {"cases": 4, "weeks": 1, "scheme": "orders"})
    {'cases': 4, 'scheme': 'orders'}
    """
    value = value if isinstance(value, Mapping) else {}
    scheme = value.get("scheme")
    known = isinstance(scheme, str) and scheme in SCHEMES
    return _within(value) | ({"scheme": scheme} if known else {})


def clean_plans(_exercise: Exercise, value) -> list[dict]:
    """Keep what has the form of a plan file, in the order in which it was drawn.

    Parameters
    ----------
    _exercise : Exercise
    value
        As it came from a page.

    Examples
    --------
    >>> clean_plans(None, [{"seed": 1}, "a plan"])
    []
    """
    plans = value if isinstance(value, list) else []
    return [plan for plan in plans if isinstance(plan, Mapping) and _is_plan(plan)][:MOST_PLANS]


def _is_plan(plan: Mapping) -> bool:
    """Look at the form of a plan; whether the lots follow its seed, the plan itself can say."""
    try:
        datetime.fromisoformat(plan["date"])
        design, lots = plan["design"], plan["lots"]
        numbers = [design[name] for name in ("sessions", "min_baseline", "min_treatment")]
        numbers += [plan["seed"], *lots.values(), *(n for each in design["starts"] for n in each)]
        texts = [plan["schema"], design["scheme"], *design["cases"]]
        shape = set(plan) == PLAN and set(design) == DESIGN and list(lots) == design["cases"]
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
    whole = all(type(number) is int for number in numbers)
    return shape and whole and bool(lots) and all(isinstance(text, str) for text in texts)


PLAN = {"schema", "date", "design", "lots", "seed"}
DESIGN = {"cases", "sessions", "min_baseline", "min_treatment", "scheme", "starts"}


def done(_exercise: Exercise, kept: Mapping) -> bool:
    """Say whether a plan was drawn.

    Parameters
    ----------
    _exercise : Exercise
    kept : mapping
        A cleaned response.

    Examples
    --------
    >>> done(None, {"inputs": {"cases": 4}, "plans": []})
    False
    """
    return bool(kept["plans"])


def in_words(_exercise: Exercise, kept: Mapping) -> list[str]:
    """Say what was set, and each plan with its starts.

    Parameters
    ----------
    _exercise : Exercise
    kept : mapping
        A cleaned response.

    Examples
    --------
    >>> in_words(None, {"inputs": {"cases": 3}, "plans": []})
    ['Workers, teams or sites that take part: 3']
    """
    said = words("lots")
    inputs = [f"{said[name]}: {kept['inputs'][name]}" for name in BOUNDS if name in kept["inputs"]]
    if "scheme" in kept["inputs"]:
        inputs.append(f"{said['scheme']} {said['scheme_' + kept['inputs']['scheme']]}")
    return [*inputs, *map(plan_words, kept["plans"])]


def drawn_on(plan: Mapping) -> str:
    """Say when a plan was drawn, as the computer's clock had it.

    Parameters
    ----------
    plan : mapping
        As its file has it.

    Examples
    --------
    >>> drawn_on({"date": "2026-11-22T12:00:05+00:00"})
    '2026-11-22, 12:00 UTC'
    """
    return f"{datetime.fromisoformat(plan['date']):%Y-%m-%d, %H:%M %Z}".strip()


def plan_words(plan: Mapping) -> str:
    """Say when a plan was drawn, and who starts when.

    Parameters
    ----------
    plan : mapping
        As its file has it.

    Examples
    --------
    >>> plan_words({"date": "2026-11-22T12:00:05+00:00", "lots": {"case 1": 7}})
    'Lots drawn on 2026-11-22, 12:00 UTC: case 1 starts in week 7'
    """
    starts = [
        word("lots", "starts_in", case=case, week=week) for case, week in plan["lots"].items()
    ]
    return word("lots", "drawn_words", date=drawn_on(plan), starts=", ".join(starts))
