"""Sessions from the table that an agency has, with the rows of every mistake in one sentence."""

import os

import numpy as np

from ..errors import WorkbookError
from ..words import word
from .sessions import Progress, Sessions, unheard
from .table.across import across_table, is_across, refuse_across
from .table.choice import choose_table
from .table.columns import ONLY, Raw, long_table, wide_table
from .table.compute import Computed, computed
from .table.doubles import Beside, averaged, refuse_doubles
from .table.doubt import refuse_doubtful
from .table.guess import guessed
from .table.names import are_alike, one_spelling, refuse_halves
from .table.options import Options, limits, pairs
from .table.phases import KEPT_OUT, PHASES
from .table.trim import Table
from .table.trouble import listed

__all__ = ["PHASES", "Progress", "Sessions", "pairs", "read_outcomes", "read_sessions", "unheard"]

MOST_ROWS, MOST_CASES, LONG = 1_000_000, 10_000, 250_000


def read_sessions(
    source: str | os.PathLike | bytes,
    *,
    columns: str = "",
    wide: str = "",
    options: Options | None = None,
    progress: Progress = unheard,
) -> Sessions:
    r"""Read the sessions of a table with one outcome.

    Parameters
    ----------
    source : str, os.PathLike or bytes
        A CSV file or a workbook (.xlsx, .ods), or what was in it.
    columns : str
        ``case=worker, outcome=rating`` where the columns have other names.
    wide : str
        ``week: north=7, south=10`` for a table with one column for each case.
    options : Options
        All that can be said about the table.
    progress : callable
        Takes a sentence about long work.

    Returns
    -------
    Sessions

    Raises
    ------
    WorkbookError
        With the rows as a spreadsheet counts them, and what to do. Nothing is read by halves.

    Examples
    --------
    >>> read_sessions(b"session,phase,outcome\n1,A,2\n2,B,4\n").cases
    ['case 1']
    >>> read_sessions(b"session,phase,outcome\n1,A,x\n")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    workbook.errors.WorkbookError: Row 2, column outcome: 'x' is not a number. ...
    """
    given = options or Options()
    given = given._replace(columns=columns or given.columns, wide=wide or given.wide)
    found = read_outcomes(source, given, progress)
    if len(found) > 1:
        measures = ", ".join(each.measure for each in found)
        raise WorkbookError(word("table", "one_at_a_time", n=len(found), measures=measures))
    return found[0]


def read_outcomes(
    source: str | os.PathLike | bytes, options: Options, progress: Progress = unheard
) -> list[Sessions]:
    r"""Read the sessions of a table, each outcome apart.

    Parameters
    ----------
    source : str, os.PathLike or bytes
        A CSV file or a workbook (.xlsx, .ods), or what was in it.
    options : Options
    progress : callable
        Takes a sentence about long work.

    Returns
    -------
    list of Sessions
        One for each outcome, in the order in which they first appear.

    Raises
    ------
    WorkbookError
        When something cannot be read, or can be read in two ways: then it is asked.

    Examples
    --------
    >>> head = b"measure,session,phase,outcome\n"
    >>> rows = b"voice,1,A,2\nvoice,2,B,4\ntrust,1,A,7\ntrust,2,B,8\n"
    >>> [each.measure for each in read_outcomes(head + rows, Options())]
    ['voice', 'trust']
    """
    table = choose_table(source, options)
    options, guess = guessed(table, options)
    raw = _taken(table._replace(notes=[*table.notes, *guess]), options)
    # the cells are in `raw` now: what held them goes
    table = table._replace(rows=[], grid=table.grid._replace(rows=[], merged={}))
    if not raw.row:
        raise WorkbookError(word("sessions", "no_session"))
    if len(raw.row) > LONG:
        progress(word("sessions", "rows_read", n=len(raw.row)))
    spelled = {name: one_spelling(name) for name in dict.fromkeys(raw.case)}
    raw = raw._replace(case=[spelled[name] for name in raw.case])
    cases = list(dict.fromkeys(spelled.values()))
    _refuse_many(raw, cases)
    whole = computed(table, raw, cases, options)
    found = [_of_measure(whole, measure, options) for measure in dict.fromkeys(raw.measure)]
    return [each._replace(name=table.grid.name) for each in found]


def _taken(table: Table, options: Options) -> Raw:
    if options.wide:
        return wide_table(table, options)
    if is_across(table, options):
        return across_table(table, options)
    refuse_across(table, options)
    return long_table(table, options)


def _refuse_many(raw: Raw, cases: list[str]) -> None:
    if len(raw.row) > MOST_ROWS:
        row = raw.row[MOST_ROWS]
        raise WorkbookError(word("sessions", "many_sessions", row=row, most=MOST_ROWS))
    if len(cases) > MOST_CASES:
        row = raw.row[raw.case.index(cases[MOST_CASES])]
        raise WorkbookError(word("sessions", "many_cases", row=row, most=MOST_CASES))


def _of_measure(whole: Computed, measure: str, options: Options) -> Sessions:
    """Sort one outcome by case and session, and look at the whole."""
    raw, notes = whole.raw, list(whole.notes)
    mine = np.array([each == measure for each in raw.measure])
    columns = {name: column[mine] for name, column in whole.columns.items()}
    order = np.lexsort((columns["row"], columns["session"], columns["case"]))
    columns = {name: column[order] for name, column in columns.items()}
    counted = columns["phase"] != KEPT_OUT
    ends = limits(options.range, measure)
    refuse_doubtful(columns["outcome"][counted], columns["row"][counted], measure, ends)
    if options.average:
        columns, note = averaged(columns)
        notes += [note] if note else []
    refuse_doubles(columns, whole.cases, _beside(whole))
    columns.pop("place")
    held = np.unique(columns["case"][columns["phase"] != KEPT_OUT])
    cases, own = _renumbered(whole.cases, columns, held)
    refuse_halves(cases, {name: column[own["phase"] != KEPT_OUT] for name, column in own.items()})
    _refuse_one_phase(columns)
    columns = own
    notes += [word("sessions", "letters")] * are_alike(cases)
    decimal = "comma" if whole.comma else "point"
    return Sessions("", measure or raw.outcome_name, cases, columns, notes, measure, decimal)


def _beside(whole: Computed) -> Beside:
    blocks = any(note.identifier == "table.header_again" for note in whole.notes)
    return Beside(whole.raw.spare, whole.cases == [ONLY], whole.raw.session, blocks)


def _renumbered(cases: list[str], columns: dict, held: np.ndarray) -> tuple[list[str], dict]:
    """Leave out cases that have no session of this outcome."""
    mine = np.isin(columns["case"], held)
    columns = {name: column[mine] for name, column in columns.items()}
    columns["case"] = np.searchsorted(held, columns["case"])
    return [cases[n] for n in held], columns


def _refuse_one_phase(found: dict) -> None:
    valued = found["phase"][~np.isnan(found["outcome"])]
    cases = found["case"][~np.isnan(found["outcome"])]
    if not np.intersect1d(cases[valued == 0], cases[valued == 1]).size:
        held = [PHASES[each] for each in np.unique(valued)] or [word("sessions", "no_phase_held")]
        if not len(found["row"]):
            raise WorkbookError(word("sessions", "no_session"))
        about = {"first": found["row"].min(), "last": found["row"].max()}
        joined = held[0] if len(held) == 1 else listed(held)
        raise WorkbookError(word("sessions", "one_phase", **about, held=joined))
