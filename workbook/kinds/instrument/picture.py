"""Small pictures of two sides: one line on its axis, and scores over time. Tables say the same."""

from collections.abc import Mapping, Sequence

__all__ = ["over_time", "strip"]

STEP, LEFT, MIDDLE = 26, 13, 10  # between two answers; the first one; the height of a strip
WIDE, HIGH, EDGE = 400, 120, 50


def _mark(side: str, x: float, y: float) -> str:
    """Draw the person as a full circle and the practitioner as an open diamond around it."""
    if side == "person":
        return f'<circle class="sswp-person" cx="{x:g}" cy="{y:g}" r="5"/>'
    path = f"M{x:g} {y - 9:g}l9 9-9 9-9-9z"
    return f'<path class="sswp-practitioner" d="{path}"/>'


def strip(answers: Mapping[str, int | None], top: int) -> str:
    """Draw what each side put on one line.

    Parameters
    ----------
    answers : mapping
        Side to answer; None when it was left out.
    top : int
        The highest point of the scale, which begins with 1.

    Examples
    --------
    >>> strip({"person": 2, "practitioner": None}, 5).count("<circle")
    1
    """
    put = {side: LEFT + (n - 1) * STEP for side, n in answers.items() if n is not None}
    ticks = "".join(f'<path class="sswp-tick" d="M{LEFT + n * STEP} 5v10"/>' for n in range(top))
    axis = f'<path class="sswp-tick" d="M{LEFT} {MIDDLE}h{(top - 1) * STEP}"/>'
    ends = sorted(put.values())
    between = f'<path class="sswp-between" d="M{ends[0]} {MIDDLE}H{ends[-1]}"/>' if ends else ""
    marks = "".join(_mark(side, x, MIDDLE) for side, x in put.items())
    return (
        f'<svg class="sswp-strip" viewBox="0 0 {top * STEP} 20">{axis}{ticks}{between}{marks}</svg>'
    )


def over_time(scores: Sequence[Mapping[str, float | None]]) -> str:
    """Draw the scores of both sides, from 0 to 100, card after card.

    Parameters
    ----------
    scores : sequence of mapping
        Side to score; None where there is none.

    Examples
    --------
    >>> over_time([{"person": 50, "practitioner": 75}, {"person": None, "practitioner": 80}]).count(
    ...     "<circle"
    ... )
    1
    """
    step = (WIDE - 2 * EDGE) / max(1, len(scores) - 1)
    lines = "".join(
        f'<path class="sswp-tick" d="M{EDGE} {_y(n)}h{WIDE - 2 * EDGE}"/>'
        f'<text x="{EDGE - 12}" y="{_y(n) + 4:g}" text-anchor="end">{n}</text>'
        for n in (0, 50, 100)
    )
    drawn = ""
    for side in ("person", "practitioner"):
        own = [(n, both[side]) for n, both in enumerate(scores)]
        points = [(EDGE + n * step, _y(score)) for n, score in own if score is not None]
        path = " ".join(f"{x:g},{y:g}" for x, y in points)
        drawn += f'<polyline class="sswp-course-{side}" points="{path}"/>'
        drawn += "".join(_mark(side, x, y) for x, y in points)
    return f'<svg class="sswp-course" viewBox="0 0 {WIDE} {HIGH}">{lines}{drawn}</svg>'


def _y(score: float) -> float:
    return 10 + (100 - score)
