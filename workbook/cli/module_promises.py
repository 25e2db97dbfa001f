"""What `workbook check --strict` holds a module to: its minutes and its objectives."""

from collections.abc import Iterable, Iterator
from typing import Any

from ..content.model import Exercise, Module
from ..words import Message, word
from .minutes import Measured, off

__all__ = ["promise_problems"]


def promise_problems(
    modules: Iterable[Module],
    exercises: Iterable[Exercise],
    measured: tuple[Iterable[Measured], Iterable[Measured]],
    policy: dict[str, Any],
) -> list[Message]:
    """List what does not hold of minutes and objectives, as far as the policy asks for them.

    Parameters
    ----------
    modules, exercises : iterable
        What can be read of a course.
    measured : tuple
        From `minutes.measure`.
    policy : dict
        ``minutes_off`` (a share) and ``objectives_shown`` (yes or no).

    Examples
    --------
    >>> slow = Measured("01/x", 4, 9.0, way="core")
    >>> print(*promise_problems([], [Exercise("01/x", "rank", "T")], ([], [slow]),
    ...                         {"minutes_off": "0.2", "objectives_shown": "no"}))
    01/x: It says 4 minutes, and takes about 9.
    """
    modules, exercises = list(modules), list(exercises)
    places = {e.id: e.place for e in exercises}
    places |= {m.number: f"modules/exercises/{m.name}/module.md" for m in modules}
    found = [(places[key], problem) for key, problem in _late(measured, policy)]
    if policy["objectives_shown"] == "yes":
        found += [(places[key], problem) for key, problem in _unshown(modules, exercises)]
    return [word("strict", "problem", file=file, problem=problem) for file, problem in found]


def _late(measured: tuple, policy: dict) -> Iterator[tuple[str, Message]]:
    share = float(policy["minutes_off"])
    for each in (*measured[0], *measured[1]):
        values = {"stated": each.stated, "minutes": f"{each.minutes:.0f}"}
        if off(each.stated, each.minutes, share):
            yield each.id, word("strict", "minutes_off", **values)
        core = {"stated": each.core_stated or each.stated, "minutes": f"{each.core:.0f}"}
        if not each.way and off(core["stated"], each.core, share):
            yield each.id, word("strict", "core_minutes_off", **core)


def _unshown(modules: list[Module], exercises: list[Exercise]) -> Iterator[tuple[str, Message]]:
    """Give each objective that no exercise shows, and each number that is no objective."""
    for module in modules:
        numbers = [str(n) for n in range(1, len(module.objectives) + 1)]
        own = [e for e in exercises if e.id[:2] == module.number]
        shown = {n for e in own if not e.optional for n in e.shows}
        for number, text in zip(numbers, module.objectives, strict=True):
            if number not in shown:
                yield module.number, word("strict", "not_shown", n=number, objective=text)
        for exercise in own:
            for number in sorted(set(exercise.shows) - set(numbers)):
                yield exercise.id, word("strict", "no_objective", n=number)
