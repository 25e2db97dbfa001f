"""Small pictures of a log over the weeks: one for each side. Sentences and a table say the same."""

from collections.abc import Mapping
from typing import Any

__all__ = ["log_pictures"]

WIDE, HIGH, EDGE = 320, 44, 8
SHARE, POINTS = (0.0, 1.0), (1.0, 5.0)  # the lowest and highest value of a side, and of "gave"


def log_pictures(seen: Mapping[str, Any], *, start: str = "") -> list[dict[str, str]]:
    """Draw each series of a log as dots over the weeks, a week without a line left empty.

    Parameters
    ----------
    seen : mapping
        As `readings.log.over_weeks` gives it, when it is ready.
    start : str
        The week in which a change began: an upright line before it.

    Returns
    -------
    list of dict
        ``key``, ``label``, ``said`` and ``svg``.

    Examples
    --------
    >>> side = {"key": "voice", "label": "Voice", "said": "", "values": [0.0, None, 1.0]}
    >>> weeks = ["2026-W01", "2026-W02", "2026-W03"]
    >>> log_pictures({"weeks": weeks, "series": [side]})[0]["svg"].count("<circle")
    2
    """
    weeks = seen["weeks"]
    return [
        {name: each[name] for name in ("key", "label", "said")}
        | {"svg": _picture(each, weeks, start)}
        for each in seen["series"]
    ]


def _picture(series: Mapping[str, Any], weeks: list[str], start: str) -> str:
    low, high = POINTS if series["key"] == "gave" else SHARE
    step = (WIDE - 2 * EDGE) / max(1, len(weeks) - 1)
    dots = "".join(
        f'<circle cx="{EDGE + n * step:.1f}" cy="{_height(value, low, high):.1f}" r="3.5"/>'
        for n, value in enumerate(series["values"])
        if value is not None
    )
    frame = f'<path class="sswp-tick" d="M0 {EDGE}H{WIDE}M0 {HIGH - EDGE}H{WIDE}"/>'
    return (
        f'<svg class="sswp-log-weeks" viewBox="0 0 {WIDE} {HIGH}" aria-hidden="true">'
        f"{frame}{_start(weeks, start, step)}{dots}</svg>"
    )


def _height(value: float, low: float, high: float) -> float:
    return HIGH - EDGE - (value - low) / (high - low) * (HIGH - 2 * EDGE)


def _start(weeks: list[str], start: str, step: float) -> str:
    if not start or not weeks[0] < start <= weeks[-1]:
        return ""
    before = sum(week < start for week in weeks)
    return f'<path class="sswp-log-start" d="M{EDGE + (before - 0.5) * step:.1f} 0V{HIGH}"/>'
