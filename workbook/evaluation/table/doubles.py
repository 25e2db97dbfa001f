"""Sessions that stand twice: what that looks like, and the option that fits."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from ...errors import WorkbookError
from ...measures.rating.items import FEWEST
from ...words import Message, word
from .days import has_time
from .trouble import joined, listed

__all__ = ["Beside", "averaged", "counted_on", "refuse_doubles"]

CARDS = ("repeated", "several_rows", "several_times")  # rows that may be cards of one session
MOST = 5
MANY = 0.5  # share of sessions with several rows from which these are taken for cards

Columns = dict[str, np.ndarray]


def _doubled(columns: Columns) -> np.ndarray:
    """Mark the rows whose case and session are those of the row before."""
    same = (np.diff(columns["case"]) == 0) & (np.diff(columns["session"]) == 0)
    return np.concatenate([[False], same]) if len(columns["row"]) else np.zeros(0, dtype=bool)


def counted_on(
    columns: Columns, words: list[str], cases: list[str], measures: list[str], *, allowed: bool
) -> np.ndarray:
    """Find sessions that begin again in a later phase: refuse them, or count them on.

    Parameters
    ----------
    columns : dict of str to ndarray
        ``case``, ``session``, ``row``, in the order of the file.
    words : list of str
        The words of the phases.
    cases : list of str
    measures : list of str
        Which outcome a row holds.
    allowed : bool
        Whether they may be counted on.

    Returns
    -------
    ndarray of int
        The sessions.

    Raises
    ------
    WorkbookError
        When it is not allowed: with the number that the later phase begins with.

    Examples
    --------
    >>> rows = {"case": np.zeros(3, int), "session": np.array([1, 2, 1]), "row": np.arange(3)}
    >>> counted_on(rows, ["A", "A", "B"], ["x"], [""] * 3, allowed=True).tolist()
    [1, 2, 3]
    """
    session, again = columns["session"].copy(), []
    series: dict[tuple, list[int]] = {}
    for place, (case, measure) in enumerate(zip(columns["case"], measures, strict=True)):
        series.setdefault((int(case), measure), []).append(place)
    for places in series.values():
        runs = _runs(places, words)
        held = [columns["session"][run] for run in runs]
        if len(runs) < 2 or not all((np.diff(each) >= 0).all() for each in held):  # noqa: PLR2004
            continue
        if all(map(_begins_again, held, held[1:])):
            again.append((runs[0][-1], runs[1][0]))
            for before, run in zip(runs, runs[1:], strict=False):
                session[run] += session[before[-1]]
    turned = {} if again else _turns(series, columns["session"], words)
    for line, at in turned.items():
        session[list(line[at:])] += session[line[at - 1]]
    again += [(line[at - 1], line[at]) for line, at in turned.items()]
    if again and not allowed:
        last, later = again[0]
        about: dict[str, Any] = {"who": cases[columns["case"][last]], "n": len(again)}
        about |= {"last": int(columns["session"][last]), "row": int(columns["row"][later])}
        about |= {"first": int(columns["session"][later]), "phase": words[later][:30]}
        about["following"] = about["last"] + about["first"]
        raise WorkbookError(word("table", "turns" if turned else "begins_again", **about))
    return session if again else columns["session"]


def _begins_again(before: np.ndarray, later: np.ndarray) -> bool:
    """Say whether a phase begins again; one session that stands in both phases is a double."""
    return bool(later[0] < before[-1] or later[0] <= before[0])


def _turns(series: dict, session: np.ndarray, words: list[str]) -> dict[tuple, int]:
    """Find series that go back once to small numbers, as weeks do at the turn of a year.

    In the order of the file their phases are A, then B; in the order of the numbers they are not.
    """
    found = {}
    for places in series.values():
        held = session[places]
        drops = np.flatnonzero(np.diff(held) < 0) + 1
        sorted_places = [places[n] for n in np.argsort(held, kind="stable")]
        if (
            len(drops) == 1
            and held[drops[0]] < held[0]
            and held[-1] < held[0]
            and len(_runs(places, words)) == len({words[n].casefold() for n in places}) > 1
            and len(_runs(sorted_places, words)) > len(_runs(places, words))
        ):
            found[tuple(places)] = int(drops[0])
    return found


def _runs(places: list[int], words: list[str]) -> list[list[int]]:
    """Part the rows of one case, in the order of the file, where the word changes."""
    runs: list[list[int]] = []
    for place in places:
        if runs and words[runs[-1][-1]].casefold() == words[place].casefold():
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def averaged(columns: Columns) -> tuple[Columns, Message | None]:
    """Take the mean of the rows of one session, and count the cards behind it.

    Parameters
    ----------
    columns : dict of str to ndarray
        In the order of case and session; ``outcome`` may hold NaN.

    Returns
    -------
    columns : dict of str to ndarray
        With ``cards``, the number of rows that have a value.
    note : Message or None

    Raises
    ------
    WorkbookError
        When the rows of one session are in two phases.

    Examples
    --------
    >>> found, _ = averaged({"case": np.zeros(2, int), "session": np.array([1, 1]),
    ...                      "phase": np.zeros(2, int), "outcome": np.array([3.0, 4.0]),
    ...                      "row": np.array([2, 3])})
    >>> found["outcome"].tolist(), found["cards"].tolist()
    ([3.5], [2.0])
    """
    twice = _doubled(columns)
    if not twice.any():
        return columns, None
    odd = np.flatnonzero(twice & (np.diff(columns["phase"], prepend=-9) != 0))
    if odd.size:
        rows = listed(sorted(columns["row"][odd].tolist()))
        raise WorkbookError(word("table", "two_phases", rows=rows, n=odd.size))
    firsts = np.flatnonzero(~twice)
    there = ~np.isnan(columns["outcome"])
    cards = np.add.reduceat(there.astype(float), firsts)
    sums = np.add.reduceat(np.where(there, columns["outcome"], 0.0), firsts)
    means = np.divide(sums, cards, out=np.full(len(firsts), np.nan), where=cards > 0)
    found = {name: column[firsts] for name, column in columns.items()}
    note = word("table", "averaged", n=len(firsts), rows=len(twice))
    return found | {"outcome": means, "cards": cards}, note


class Beside(NamedTuple):
    """What stands beside the sessions, and may say why some stand twice.

    Parameters
    ----------
    spare : dict of str to list of str
        Columns that were not read: one of them may tell the doubles apart.
    only : bool
        Whether no column names the cases.
    sessions : list of str
        As they are written.
    blocks : bool
        Whether the header stands again between the rows.

    Examples
    --------
    >>> Beside({}, True).blocks
    False
    """

    spare: dict[str, list[str]]
    only: bool
    sessions: list[str] = []
    blocks: bool = False


def refuse_doubles(columns: Columns, cases: list[str], beside: Beside) -> None:
    """Refuse sessions that stand twice, and say what the doubles look like.

    Parameters
    ----------
    columns : dict of str to ndarray
        In the order of case and session; ``place`` is the place in what stands beside.
    cases : list of str
    beside : Beside

    Raises
    ------
    WorkbookError

    Examples
    --------
    >>> one = {name: np.arange(2) for name in ("case", "session", "phase", "row", "place")}
    >>> refuse_doubles(one, ["a", "b"], Beside({}, False))
    """
    twice = _doubled(columns)
    if not twice.any():
        return
    firsts = np.flatnonzero(~twice)
    several = np.diff(np.append(firsts, len(twice))) > 1
    about: dict[str, Any] = {"session": int(columns["session"][twice][0])}
    about |= {"case": cases[columns["case"][twice][0]], "pairs": _pairs(columns, twice)}
    about["n"] = int(several.sum())
    name, more = _kind(columns, beside, twice)
    if name == "repeated" and several.mean() >= MANY:
        name, more = "several_rows", {"all": len(firsts), "rows": int(len(twice))}
    said = [word("table", name, **about, **more)]
    most = int(np.diff(np.append(firsts, len(twice))).max())
    if name in CARDS and most < FEWEST:
        said.append(word("table", "few_cards", least=FEWEST))
    raise WorkbookError(joined([*said, word("sessions", "nothing_written")]))


def _kind(columns: Columns, beside: Beside, twice: np.ndarray) -> tuple[str, dict[str, Any]]:
    """Say what the doubles look like, and what is known of it."""
    if apart := _apart(columns, beside.spare):
        about = {"column": apart, "words": _held(beside.spare[apart])}
        return "several_cases" if beside.only else "several_measures", about
    if beside.only and beside.blocks:
        return "several_blocks", {}
    places = columns["place"][twice | np.append(twice[1:], False)]
    written = [beside.sessions[place] for place in places] if beside.sessions else [""]
    if all(map(has_time, written)) and _parts(
        columns, lambda at: beside.sessions[columns["place"][at]]
    ):
        return "several_times", {}
    return "repeated", {}


def _pairs(columns: Columns, twice: np.ndarray) -> str:
    places = np.flatnonzero(twice)
    rows = columns["row"]
    both = [word("sessions", "and", one=min(int(rows[n - 1]), int(rows[n])),
                 other=max(int(rows[n - 1]), int(rows[n]))) for n in places[:MOST]]  # fmt: skip
    more = len(places) - len(both)
    some = "; ".join(both)
    return word("evaluate", "and_more", some=some, n=more) if more else some


def _apart(columns: Columns, spare: dict[str, list[str]]) -> str:
    """Find a column that is not read and tells the doubles apart."""
    for name, cells in spare.items():
        few = 1 < len(set(cells)) <= max(12, len(cells) // 3)
        if few and _parts(columns, lambda at, held=cells: held[columns["place"][at]]):
            return name
    return ""


def _parts(columns: Columns, value: Callable) -> bool:
    """Say whether a value, with case and session, belongs to one row only."""
    seen = set()
    for at in range(len(columns["row"])):
        key = (int(columns["case"][at]), int(columns["session"][at]), value(at))
        if key in seen:
            return False
        seen.add(key)
    return True


def _held(cells: list[str]) -> str:
    return listed(dict.fromkeys(cell for cell in cells if cell), MOST)
