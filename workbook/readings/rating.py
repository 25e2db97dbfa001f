"""What a learner sees of one filled pair of cards: sentences and questions, no verdict."""

from collections.abc import Mapping

from ..measures.rating import Instrument, gap, question, score, value
from ..measures.result import Measure
from ..words import word
from . import describe

__all__ = ["card"]

ASKED = 3  # questions for one conversation


def card(
    practitioner: Mapping, person: Mapping, labels: Mapping, *, instrument: Instrument
) -> dict:
    """Say what one filled pair of cards shows, the person's side first.

    Parameters
    ----------
    practitioner, person : mapping
        Line to answer: a point of the scale, ``"does_not_apply"``, or nothing.
    labels : mapping
        Line to its words, in the order to show; lines that are not scored may be among them.
    instrument : Instrument
        The card that was filled in.

    Returns
    -------
    dict
        ``rows``: for each line its ``line``, ``label``, ``scored``, and what ``person`` and
        ``practitioner`` put (None when left out); ``scores``: one sentence for each side;
        ``numbers``: both scores, None when there is none; ``gap``: a sentence; ``questions``:
        at most three, where the two are farthest apart; ``status``.

    Examples
    --------
    >>> from ..measures.rating import mirror
    >>> words = {"real_say": "A real say."}
    >>> seen = card({"real_say": 4}, {"real_say": 2}, words, instrument=mirror())
    >>> seen["rows"][0]["person"]
    2
    """
    rows = [
        {
            "line": name,
            "label": label,
            "scored": name in instrument.lines,
            "person": value(person.get(name), instrument=instrument),
            "practitioner": value(practitioner.get(name), instrument=instrument),
        }
        for name, label in labels.items()
    ]
    scores = {
        "person": score(person, "person", instrument=instrument),
        "practitioner": score(practitioner, "practitioner", instrument=instrument),
    }
    return {
        "rows": rows,
        "scores": [_score(found, instrument) for found in scores.values()],
        "numbers": {role: _number(found) for role, found in scores.items()},
        "gap": _gap(gap(practitioner, person, instrument=instrument), instrument),
        "questions": _questions(rows, instrument),
        "status": instrument.status,
    }


def _number(found: Measure) -> float | None:
    return round(found.value, 1) if found.defined else None


def _score(found: Measure, instrument: Instrument) -> str:
    side = word("mirror", found.role)
    if not found.defined:
        return word("mirror", "no_score", side=side, reason=found.reason)
    lines = len(instrument.lines)
    number = f"{found.value:.1f}".removesuffix(".0")
    return word("mirror", "score", side=side, score=number, n=found.count, all=lines)


def _gap(found: Measure, instrument: Instrument) -> str:
    if not found.defined:
        return word("mirror", "no_gap", reason=found.reason)
    ends = {key: describe.number(getattr(found, key), "+.2f") for key in ("low", "high")}
    name = "gap" if found.value > 0 else "gap_higher" if found.value < 0 else "gap_none"
    size = f"{abs(found.value):.2f}"
    about = {"gap": size, **ends, "top": instrument.top, "reason": found.reason}
    return word("mirror", name, **about)


def _questions(rows: list[dict], instrument: Instrument) -> list[str]:
    """Ask where the two are farthest apart; where the person is lower comes first."""
    both = [r for r in rows if r["scored"] and None not in (r["person"], r["practitioner"])]
    apart = [r for r in both if r["person"] != r["practitioner"]] or both
    far = sorted(apart, key=lambda r: (-abs(r["person"] - r["practitioner"]), r["person"]))
    return [
        question(r["label"], r["person"], r["practitioner"], instrument=instrument)
        for r in far[:ASKED]
    ]
