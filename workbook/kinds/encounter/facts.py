"""What `workbook check` tells of an encounter: its size, and how often each ending is met."""

from collections.abc import Mapping
from typing import Any

from ...words import word
from .cues import question_ratio, slow_share
from .model import Encounter
from .walk import walk

__all__ = ["facts", "facts_lines"]


def facts(name: str, encounter: Encounter) -> dict[str, Any]:
    """Count what an encounter holds.

    Parameters
    ----------
    name : str
        The stem of its file.
    encounter : Encounter

    Examples
    --------
    >>> from workbook.content.library import Library, packaged_course
    >>> two_weeks = Library(packaged_course()).exercise("03/two_weeks").settings["encounter"]
    >>> facts("two_weeks", two_weeks)["equal_within_clock"]
    True
    """
    found = walk(encounter)
    return {
        "id": name,
        "nodes": len(encounter.passages),
        "choices": sum(1 for _ in encounter.choices()),
        "paths": found.total,
        "endings": found.endings,
        "equal_within_clock": found.equal_within_clock,
        "walked": found.paths,
        "exact": found.exact,
        "minutes": list(found.minutes),
        "over": found.over,
        "odd_unnamed": found.odd_unnamed,
        "slow_share": slow_share(encounter),
        "question_ratio": question_ratio(encounter),
    }


def facts_lines(found: Mapping) -> list[str]:
    """Say them in lines, with an empty one at the end.

    Parameters
    ----------
    found : mapping
        From `facts`.

    Examples
    --------
    >>> facts_lines({"id": "x", "nodes": 2, "choices": 4, "paths": 4, "endings": {"usual": 1.0},
    ...              "walked": 4, "exact": True, "minutes": [3, 9], "over": 0.25,
    ...              "odd_unnamed": 0, "slow_share": 0.5, "question_ratio": 1.25})[2:4]
    ['  3 to 9 minutes; 25.0% of the paths run over', \
'  sharing takes longest in 50% of the scenes, and asks 1.2 times as often as the rest']
    """
    paths = {"paths": f"{found['paths']:,}", "walked": f"{found['walked']:,}"}
    size = word("encounter_check", "paths" if found["exact"] else "paths_drawn", **paths)
    counts = {"nodes": found["nodes"], "choices": found["choices"], "paths": size}
    least, most = found["minutes"]
    over = f"{found['over']:.1%}"
    return [
        word("encounter_check", "size", id=found["id"], **counts),
        *(f"  {share:>6.1%}  {name}" for name, share in found["endings"].items()),
        f"  {word('encounter_check', 'minutes', least=least, most=most, over=over)}",
        *(f"  {line}" for line in _cues(found)),
        "",
    ]


def _cues(found: Mapping) -> list[str]:
    ratio = found["question_ratio"]
    asks = "no_others_ask" if ratio is None else "cues"
    times = "" if ratio is None else f"{ratio:.1f}"
    lines = [word("encounter_check", asks, slow=f"{found['slow_share']:.0%}", times=times)]
    if found["odd_unnamed"]:
        lines.append(word("encounter_check", "odd_unnamed", n=found["odd_unnamed"]))
    return list(map(str, lines))
