"""From cells to columns of numbers; what cannot be read is refused with its rows."""

from typing import NamedTuple

import numpy as np

from ...words import Message, word
from .across import is_across, side_of
from .columns import Raw
from .doubles import counted_on
from .figures import Signs, read_figures
from .options import Options, codes
from .phases import Words, phase_codes
from .times import session_numbers
from .trim import Table
from .trouble import Trouble
from .vocabulary import EXPOSURES, plain

__all__ = ["Computed", "computed"]

TOPS = {"person": 100.0, "practitioner": 100.0}
CARDS = 1e6


class Computed(NamedTuple):
    """All rows of a table as numbers.

    Parameters
    ----------
    raw : Raw
        The cells.
    cases : list of str
        In the order in which they first appear.
    words : list of str
        Of the phases, row by row.
    columns : dict of str to ndarray
        ``case``, ``session``, ``phase``, ``outcome``, ``row``, ``place`` (in the table), and
        those of the Mirror and of cards that are there.
    notes : list of Message
    comma : bool
        Whether a decimal comma was read.

    Examples
    --------
    >>> Computed(None, [], [], {}, [], False).comma
    False
    """

    raw: Raw
    cases: list[str]
    words: list[str]
    columns: dict[str, np.ndarray]
    notes: list[Message]
    comma: bool


def computed(table: Table, raw: Raw, cases: list[str], options: Options) -> Computed:
    r"""Turn every column into numbers.

    Parameters
    ----------
    table : Table
    raw : Raw
    cases : list of str
    options : Options

    Raises
    ------
    WorkbookError
        When something cannot be read, or can be read in two ways.

    Examples
    --------
    >>> from .choice import choose_table
    >>> from .columns import long_table
    >>> table = choose_table(b"session,phase,outcome\n1,A,2\n2,B,4\n", Options())
    >>> raw = long_table(table, Options())
    >>> computed(table, raw, ["case 1"], Options()).columns["phase"].tolist()
    [0, 1]
    """
    trouble, notes = Trouble(), list(raw.notes)
    columns, said = _places(raw, cases, options, trouble)
    notes += said
    if raw.spare:
        notes.append(word("sessions", "unread", columns=", ".join(raw.spare)[:200]))
    notes += _exposures(raw)
    signs = Signs(table.grid.sign, options.decimal, tuple(codes(options.missing)))
    figures = read_figures(raw.outcome, raw.row, trouble, signs)
    columns["outcome"] = np.array(figures.values)
    notes += figures.notes
    words = raw.phase or _sides(raw, options)
    if not trouble.found:
        counted = counted_on(columns, words, cases, raw.measure, allowed=options.count_on)
        notes += [word("table", "counted_on")] * bool((counted != columns["session"]).any())
        columns["session"] = counted
    notes += [word("sessions", "in_order")] * _out_of_order(columns, raw.measure, notes)
    told = Words(words, columns["case"], columns["session"], columns["row"], cases)
    columns["phase"], said = phase_codes(told, _for_phases(raw, table, options), trouble)
    columns |= _extra(raw, signs, trouble)
    trouble.refuse()
    return Computed(raw, cases, words, columns, notes + said, figures.comma)


def _exposures(raw: Raw) -> list[Message]:
    """Tell of a column that was not read and may say how long, or of how many, was counted."""
    beside = [
        name
        for name, cells in raw.spare.items()
        if set(plain(name).split()) & EXPOSURES
        and len(set(filled := [cell for cell in cells if cell])) > 1
        and all(cell[:1].isdecimal() for cell in filled)
    ]
    return [word("sessions", "exposure", column=name) for name in beside[:1]]


def _out_of_order(columns: dict[str, np.ndarray], measures: list, notes: list[Message]) -> bool:
    """Say whether the numbers of a case's sessions, of one outcome, go down from row to row."""
    if {"sessions.dates", "table.clients_in_rows"} & {note.identifier for note in notes}:
        return False  # said already, or the columns are the sessions
    places = {name: n for n, name in enumerate(dict.fromkeys(measures))}
    outcome = np.fromiter((places[name] for name in measures), dtype=int, count=len(measures))
    order = np.lexsort((columns["row"], columns["case"], outcome))
    case, session, same = columns["case"][order], columns["session"][order], outcome[order]
    down = (np.diff(session) < 0) & (np.diff(case) == 0) & (np.diff(same) == 0)
    return bool((down & (session[1:] > 0)).any())


def _places(raw: Raw, cases: list[str], options: Options, trouble: Trouble) -> tuple[dict, list]:
    """Give each row its case and its session."""
    places = {case: n for n, case in enumerate(cases)}
    case = [places[each] for each in raw.case]
    for row, name in zip(raw.row, raw.case, strict=True):
        if not name:
            trouble.add(row, "case", "no_case")
    session, said = session_numbers(raw.session, case, raw.row, options.dates, trouble)
    held = {"case": case, "session": session, "row": raw.row, "place": range(len(raw.row))}
    return {name: np.array(numbers, dtype=int) for name, numbers in held.items()}, said


def _for_phases(raw: Raw, table: Table, options: Options) -> Options:
    """Leave the sides out where they name sessions, since the words of phases are ours then."""
    own = not raw.phase or (not options.wide and is_across(table, options))
    return options._replace(before="", after="", leave_out="") if own else options


def _sides(raw: Raw, options: Options) -> list[str]:
    sides = side_of(list(dict.fromkeys(raw.session)), options)
    return [sides[each] for each in raw.session]


def _extra(raw: Raw, signs: Signs, trouble: Trouble) -> dict[str, np.ndarray]:
    found = {}
    for name, cells in raw.extra.items():
        own = Trouble()
        signs = signs._replace(decimal=signs.decimal or "point", missing=())
        values = np.array(read_figures(cells, raw.row, own, signs).values)
        for (_, reason), (rows, texts, _values) in own.found.items():
            for row in rows:
                trouble.add(row, name, reason, texts[0])
        top = TOPS.get(name, CARDS)
        for at in np.flatnonzero((values < 0) | (values > top)):
            trouble.add(raw.row[at], name, "not_between", cells[at], top=top)
        found[name] = values
    return found
