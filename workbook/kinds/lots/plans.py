"""Plans that are drawn by lot: what the learner sets, and every plan that was drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ...content.document import Document
from ...content.model import Item
from ...words import word
from ..answer import Answer, flags

__all__ = ["BOUNDS", "SCHEMES", "Drawn", "build", "drawn_on", "plan_words", "read", "say"]

BOUNDS = {"cases": (1, 8), "weeks": (4, 100), "baseline": (1, 40), "treatment": (1, 40)}
SCHEMES = ("one_start", "orders", "starts", "orders_and_starts")
MOST_PLANS = 50


@dataclass(frozen=True, kw_only=True)
class Drawn(Answer):
    """What was set, and what was drawn.

    Parameters
    ----------
    inputs : mapping
        The numbers of `BOUNDS` that were set, and ``scheme``.
    plans : sequence of mapping
        Every plan, as its file has it, in the order in which it was drawn.
    shown, skipped, hinted : bool
        As in every answer.

    Examples
    --------
    >>> Drawn(inputs={"cases": 4}, plans=[]).response
    {'inputs': {'cases': 4}, 'plans': []}
    """

    inputs: Mapping[str, Any]
    plans: Sequence[Mapping[str, Any]]


def build(document: Document) -> tuple[tuple[Item, ...], dict[str, Any]]:
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
        bounds = ", ".join(
            word("lots_file", "bound", name=name, least=least, most=most)
            for name, (least, most) in BOUNDS.items()
        )
        document.stop("inputs", word("lots_file", "inputs", bounds=bounds))
    return (), {"first": first}


def _whole(text: Any) -> bool:
    return isinstance(text, str) and text.isdecimal()


def _within(numbers: Mapping) -> dict[str, int]:
    return {
        name: numbers[name]
        for name, (least, most) in BOUNDS.items()
        if type(numbers.get(name)) is int and least <= numbers[name] <= most
    }


def read(raw: Mapping) -> Drawn:
    """Keep numbers within their bounds, a way to draw that there is, and what has a plan's form.

    Parameters
    ----------
    raw : mapping
        ``inputs`` and ``plans``, as they came from a page.

    Examples
    --------
    >>> read({"inputs": {"cases": 4, "weeks": 1, "scheme": "orders"}, "plans": ["x"]}).response
    {'inputs': {'cases': 4, 'scheme': 'orders'}, 'plans': []}
    """
    given, plans = raw.get("inputs"), raw.get("plans")
    given = given if isinstance(given, Mapping) else {}
    plans = plans if isinstance(plans, list) else []
    scheme = given.get("scheme")
    known = isinstance(scheme, str) and scheme in SCHEMES
    whole = [plan for plan in plans if isinstance(plan, Mapping) and _is_plan(plan)]
    inputs = _within(given) | ({"scheme": scheme} if known else {})
    return Drawn(inputs=inputs, plans=whole[:MOST_PLANS], **flags(raw))


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


def say(answer: Drawn) -> list[str]:
    """Say what was set, and each plan with its starts.

    Parameters
    ----------
    answer : Drawn

    Examples
    --------
    >>> say(Drawn(inputs={"cases": 3}, plans=[]))
    ['Workers, teams or sites that take part: 3']
    """
    set_ = [name for name in BOUNDS if name in answer.inputs]
    lines = [f"{word('lots', name)}: {answer.inputs[name]}" for name in set_]
    if "scheme" in answer.inputs:
        how = word("lots", f"scheme_{answer.inputs['scheme']}")
        lines.append(f"{word('lots', 'scheme')} {how}")
    return [*lines, *map(plan_words, answer.plans)]


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
