"""What a learner sees of one filled pair of Mirror cards: sentences and questions, no verdict."""

from collections.abc import Mapping

from ..measures.rating import LINES, STATUS, gap, question, score, value
from ..words import word
from . import describe

__all__ = ["card"]

ASKED = 3  # questions for one conversation


def card(practitioner: Mapping, person: Mapping, labels: Mapping) -> dict:
    """Say what one filled pair of cards shows, the person's side first.

    Parameters
    ----------
    practitioner, person : mapping
        Line to answer: ``"1"`` to ``"5"``, ``"does_not_apply"``, or nothing.
    labels : mapping
        Line to its words, in the order to show; lines that are not scored may be among them.

    Returns
    -------
    dict
        ``rows``: for each line its ``line``, ``label``, ``scored``, and what ``person`` and
        ``practitioner`` put (None when left out); ``scores``: one sentence for each side;
        ``numbers``: both scores, None when there is none; ``gap``: a sentence; ``questions``:
        at most three, where the two are farthest apart; ``status``.

    Examples
    --------
    >>> card({"real_say": 4}, {"real_say": 2}, {"real_say": "A real say."})["rows"][0]["person"]
    2
    """
    rows = [
        {"line": name, "label": label, "scored": name in LINES,
         "person": value(person.get(name)), "practitioner": value(practitioner.get(name))}
        for name, label in labels.items()
    ]  # fmt: skip
    scores = {
        "person": score(person, "person"),
        "practitioner": score(practitioner, "practitioner"),
    }
    return {
        "rows": rows,
        "scores": [_score(found) for found in scores.values()],
        "numbers": {role: _number(found) for role, found in scores.items()},
        "gap": _gap(gap(practitioner, person)),
        "questions": _questions(rows),
        "status": STATUS,
    }


def _number(found):
    return round(found.value, 1) if found.defined else None


def _score(found):
    side = word("mirror", found.role)
    if not found.defined:
        return word("mirror", "no_score", side=side, reason=found.reason)
    lines = len(LINES)
    number = f"{found.value:.1f}".removesuffix(".0")
    return word("mirror", "score", side=side, score=number, n=found.count, all=lines)


def _gap(found):
    if not found.defined:
        return word("mirror", "no_gap", reason=found.reason)
    ends = {key: describe.number(getattr(found, key), "+.2f") for key in ("low", "high")}
    name = "gap" if found.value > 0 else "gap_higher" if found.value < 0 else "gap_none"
    size = f"{abs(found.value):.2f}"
    return word("mirror", name, gap=size, **ends, reason=found.reason)


def _questions(rows):
    """Ask where the two are farthest apart; where the person is lower comes first."""
    both = [r for r in rows if r["scored"] and None not in (r["person"], r["practitioner"])]
    apart = [r for r in both if r["person"] != r["practitioner"]] or both
    far = sorted(apart, key=lambda r: (-abs(r["person"] - r["practitioner"]), r["person"]))
    return [question(r["label"], r["person"], r["practitioner"]) for r in far[:ASKED]]
