"""Scores of cards by worker and week; nothing from fewer than five."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import isnan
from statistics import fmean
from typing import NamedTuple

from ..errors import WorkbookError
from ..measures.forms import score_collaborate
from ..measures.rating import SIDES
from ..measures.rating.items import FEWEST
from ..words import word
from .card_sheets import Score
from .table.days import days_of
from .table.trouble import Trouble
from .table.vocabulary import plain

__all__ = ["Blocks", "blocks", "starts_of"]

WEEK = 7


class Blocks(NamedTuple):
    """The table for `workbook evaluate`, and what was left out of it.

    Parameters
    ----------
    rows : list of list
        The first one holds the names of the columns.
    kept, few, loose, mixed : int
        Blocks that are in the table, blocks under five, cards without a worker or a date, and
        cards of weeks in which the change began midway.

    Examples
    --------
    >>> Blocks([["case"]], 0, 0, 0, 0).kept
    0
    """

    rows: list[list]
    kept: int
    few: int
    loose: int
    mixed: int


def starts_of(text: str, workers: Sequence[str], order: str = "") -> dict[str, date | int]:
    """Read when the change began: a date or the number of a week, for all or for each worker.

    Parameters
    ----------
    text : str
        ``2026-04-13`` or ``w1=2026-04-13, w2=9``.
    workers : sequence of str
    order : str
        ``day-first`` or ``month-first``.

    Raises
    ------
    WorkbookError
        When a worker is not known, or it is neither a date nor a number.

    Examples
    --------
    >>> starts_of("w1=6, w2=9", ["w1", "w2"])
    {'w1': 6, 'w2': 9}
    """
    from .table.options import pairs

    known = {plain(worker): worker for worker in workers}
    given = pairs(text) if "=" in text else dict.fromkeys(workers, text.strip())
    found: dict[str, date | int] = {}
    for name, start in given.items():
        if plain(name) not in known:
            about = {"worker": name[:40], "known": ", ".join(workers)[:200]}
            raise WorkbookError(word("card_sheets", "no_worker", **about))
        day = start if start.isdecimal() else days_of([start], [0], order, Trouble())[0]
        if day is None:
            raise WorkbookError(word("card_sheets", "no_start", text=start[:30]))
        found[known[plain(name)]] = int(day) if isinstance(day, str) else day
    if lost := [worker for worker in workers if worker not in found]:
        raise WorkbookError(word("card_sheets", "start_lost", workers=", ".join(lost)[:200]))
    return found


def blocks(scores: Sequence[Score], starts: Mapping[str, date | int], *, sides: bool) -> Blocks:
    """Take the mean of each worker's cards of each week, counted from the first week of all.

    Parameters
    ----------
    scores : sequence of Score
    starts : mapping of str to date or int
        When each worker's change began; empty where that is not said here.
    sides : bool
        Whether these are cards with two sides, the person's first.

    Returns
    -------
    Blocks

    Examples
    --------
    >>> five = [Score("w1", date(2026, 1, 5), "person", 50.0 + n) for n in range(5)]
    >>> blocks(five, {"w1": 1}, sides=True).rows[1][:5]
    ['w1', 1, 'B', 52.0, 5]
    """
    whole = [each for each in scores if each.worker.strip() and each.day]
    days = [each.day for each in whole if each.day]
    if not days:
        raise WorkbookError(word("card_sheets", "no_block"))
    monday = min(days) - timedelta(min(days).weekday())
    held: dict[tuple, dict[str, list[Score]]] = {}
    names: dict[str, str] = {}
    for each in whole:
        worker = names.setdefault(plain(each.worker), each.worker.strip())
        week = (each.day - monday).days // WEEK + 1 if each.day else 0
        held.setdefault((worker, week), {}).setdefault(each.kind, []).append(each)
    loose, mixed = len(scores) - len(whole), _mixed(held, starts, monday)
    lost = sum(len(cards) for key in mixed for cards in held.pop(key).values())
    few = sum(len(_known(cards)) < FEWEST for kinds in held.values() for cards in kinds.values())
    rows = _sided(held, starts, monday) if sides else _by_scale(held, starts, monday)
    if len(rows) < 2:  # noqa: PLR2004 - nothing below the header
        raise WorkbookError(word("card_sheets", "all_few", n=few, least=FEWEST))
    return Blocks(rows, len(rows) - 1, few, loose, lost)


def _known(cards: Sequence[Score]) -> list[Score]:
    return [card for card in cards if card.answers or not isnan(card.value)]


def _mixed(held: dict, starts: Mapping, monday: date) -> list[tuple]:
    """Find the weeks that have cards from before and from after the change."""
    found = []
    for (worker, week), kinds in held.items():
        start = starts.get(worker)
        if isinstance(start, date) and (start - monday).days // WEEK + 1 == week:
            days = [card.day for cards in kinds.values() for card in cards]
            if min(days) < start <= max(days):
                found.append((worker, week))
    return found


def _phase(worker: str, week: int, starts: Mapping, monday: date, day: date) -> list[str]:
    if not starts:
        return []
    start = starts[worker]
    later = day >= start if isinstance(start, date) else week >= start
    return ["B" if later else "A"]


def _sided(held: dict, starts: Mapping, monday: date) -> list[list]:
    both = [name for side in SIDES for name in (side, f"{side}_cards")]
    head = ["case", "session", *["phase"] * bool(starts), "outcome", "cards", *both, "week_of"]
    rows = [head]
    for (worker, week), kinds in sorted(held.items()):
        means = {side: _mean(kinds.get(side, [])) for side in SIDES}
        if not any(means.values()):
            continue
        cells = [cell for side in SIDES for cell in (means[side] or ("", ""))]
        day = min(card.day for cards in kinds.values() for card in cards)
        about = [worker, week, *_phase(worker, week, starts, monday, day)]
        rows.append([*about, *cells[:2], *cells, _week_of(monday, week)])
    return rows


def _by_scale(held: dict, starts: Mapping, monday: date) -> list[list]:
    head = ["case", "session", *["phase"] * bool(starts), "measure", "outcome", "cards", "week_of"]
    rows = [head]
    for (worker, week), kinds in sorted(held.items()):
        for kind, cards in kinds.items():
            day = min(card.day for card in cards if card.day)
            for name, mean in _scales(kind, cards):
                about = [worker, week, *_phase(worker, week, starts, monday, day)]
                rows.append([*about, name, *mean, _week_of(monday, week)])
    return rows


def _scales(kind: str, cards: Sequence[Score]) -> list[tuple[str, tuple]]:
    """Give each scale of a block; CollaboRATE is scored over all its encounters."""
    if kind == "collaborate":
        answers = [[None if isnan(n) else n for n in card.answers] for card in cards]
        found = score_collaborate(answers)
        return [(m.name, (m.value, m.count)) for m in found if m.defined]
    mean = _mean(cards)
    return [(kind, mean)] if mean else []


def _mean(cards: Sequence[Score]) -> tuple:
    values = [card.value for card in cards if not isnan(card.value)]
    return (round(fmean(values), 6), len(values)) if len(values) >= FEWEST else ()


def _week_of(monday: date, week: int) -> str:
    return (monday + timedelta(WEEK * (week - 1))).isoformat()
