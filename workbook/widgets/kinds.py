"""What single kinds add to the common view: JavaScript, words, and what they say of an answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..content.answer import clean
from ..content.model import Exercise
from ..readings.agreement import agreement
from .encounter import encounter_found, encounter_spec
from .instrument import instrument_found, instrument_spec
from .lots import lots_asked, lots_found, lots_spec
from .practice import practice_spec

__all__ = ["Added", "added"]


def _nothing(exercise: Exercise, *_) -> dict:
    return {}


@dataclass(frozen=True)
class Added:
    """What one kind adds.

    Parameters
    ----------
    parts : tuple of str
        Its files in ``js``, besides those that every kind has.
    words : str
        Its own group of interface words, if any.
    spec : callable
        (exercise, desk) -> what its view is told before any answer.
    found : callable
        (exercise, response, desk) -> what it hears with each saved answer.
    asked : callable
        (exercise, message, desk) -> what it hears when it asks, without saving.

    Examples
    --------
    >>> Added().parts
    ('choosing',)
    """

    parts: tuple[str, ...] = ("choosing",)
    words: str = ""
    spec: Callable[..., dict] = _nothing
    found: Callable[..., dict] = _nothing
    asked: Callable[..., dict] = _nothing


def _two_readings(exercise: Exercise, response: Mapping, _desk) -> dict:
    """Say how far the learner's codes agree with the reference reader's."""
    kept = clean(exercise, response)
    if not kept.get("shown"):
        return {}
    reference = {i.key: [o.key for o in i.options if o.fits] for i in exercise.items}
    return {"reading": agreement(kept["marks"], reference, exercise.settings["codes"])}


KINDS = {
    "rank": Added(("making",)),
    "reflection": Added(("making",)),
    "what_if": Added(("making",)),
    "power_map": Added(("choosing", "mapping")),
    "annotate": Added(found=_two_readings),
    "encounter": Added(("encounter",), "encounter", encounter_spec, encounter_found),
    "instrument": Added(
        ("choosing", "printing", "instrument"), "instrument", instrument_spec, instrument_found
    ),
    "practice": Added(("choosing", "printing", "practice"), "practice", practice_spec),
    "lots": Added(("choosing", "lots"), "lots", lots_spec, lots_found, lots_asked),
}


def added(kind: str) -> Added:
    """Give what a kind adds; most add nothing.

    Examples
    --------
    >>> added("rank").parts
    ('making',)
    """
    return KINDS.get(kind, Added())
