"""Columns that nobody named and whose names say what they hold: taken, and told."""

import re

from ...words import Message, word
from .options import NEEDED, Options, column_pairs
from .trim import Table
from .vocabulary import PERHAPS_CASE, alike, head_of, nearly, plain

__all__ = ["guessed", "proposed"]

KEYS = ("case", *NEEDED)
NUMBER = re.compile(r"[+-]?[\d.,]*\d[\d.,]*%?")
SHARE = 0.6  # of the cells of a column that are numbers, for it to be an outcome


def guessed(table: Table, options: Options) -> tuple[Options, list[Message]]:
    r"""Name the columns whose names say what they hold, where that can be said of all.

    Parameters
    ----------
    table : Table
    options : Options
        What it names is left as it is.

    Returns
    -------
    options : Options
        The same where one column that is needed fits no name, or several.
    notes : list of Message
        Which columns were taken for what.

    Examples
    --------
    >>> from .grid import read_grids
    >>> from .trim import find_table
    >>> found = find_table(read_grids(b"Week,Phase,Score\n1,A,3\n")[0], [])
    >>> guessed(found, Options())[0].columns
    'session=Week, outcome=Score'
    """
    named = column_pairs(options.columns) if options.columns else {}
    header = {plain(name): name for name in table.header if name}
    if options.wide or not header:
        return options, []
    by_session = bool(options.before or options.after) and "phase" not in named
    taken = {plain(name) for names in named.values() for name in names}
    found: dict[str, str] = {}
    for key in KEYS:
        if key in named or key in header:
            continue
        fitting = [name for name in alike(header, key) if name not in taken]
        if key == "case" and len(fitting) > 1:  # a client, not the site beside it
            fitting = [name for name in fitting if head_of(name) not in PERHAPS_CASE]
        if len(fitting) == 1 and fitting[0] not in found.values():
            found[key] = fitting[0]
        elif key in NEEDED and not (key == "phase" and by_session):
            return options, []
    if "case" in found:
        sessions = header.get(found.get("session") or plain(named.get("session", ["session"])[0]))
        if not sessions or not _names_cases(table, header[found["case"]], sessions):
            del found["case"]
    if not found:
        return options, []
    return _with(options, found, header)


def _with(options: Options, found: dict[str, str], header: dict[str, str]):
    pairs = ", ".join(f"{key}={header[name]}" for key, name in found.items())
    columns = f"{options.columns}, {pairs}" if options.columns else pairs
    shown = [word("table", f"column_{key}", column=header[n][:40]) for key, n in found.items()]
    return options._replace(columns=columns), [
        word("table", "columns_guess", columns="; ".join(shown))
    ]


def _names_cases(table: Table, column: str, sessions: str) -> bool:
    """Say whether names stand again, and for some words also the same sessions."""
    cells = [cell for cell in _cells(table, column) if cell]
    if len(set(cells)) > max(1, len(cells) // 2) and len(cells) == len(table.rows):
        return False  # a number for each row
    held = [cell for cell in _cells(table, sessions) if cell]
    return len(set(held)) < len(held) or head_of(column) not in PERHAPS_CASE


def _cells(table: Table, column: str) -> list[str]:
    place = table.header.index(column)
    return [cells[place] if place < len(cells) else "" for _, cells in table.rows]


def proposed(table: Table, options: Options) -> list[Message]:
    r"""Propose the columns whose names, or numbers, say what they hold, ready to be typed.

    Parameters
    ----------
    table : Table
    options : Options

    Examples
    --------
    >>> from .grid import read_grids
    >>> from .trim import find_table
    >>> found = find_table(read_grids(b"week,phase,voice,trust\n1,A,3,4\n")[0], [])
    >>> proposed(found, Options())[0].values["columns"]
    'session=week, outcome=voice, outcome=trust'
    """
    if options.wide:
        return []
    named = column_pairs(options.columns) if options.columns else {}
    header = {plain(name): name for name in table.header if name}
    found: list[tuple[str, str]] = []
    for key in (*KEYS, "measure"):
        fitting = _fitting(table, header, key)
        if key in named and plain(named[key][0]) in header:
            found += [(key, name) for name in named[key]]
        elif key not in header:
            free = [name for name in fitting if name not in _plains(found)]
            found += [(key, header[name]) for name in (free if key == "outcome" else free[:1])]
    keys = {key for key, _ in found} | header.keys()
    if "outcome" not in keys and "session" in keys:
        used = _plains(found) | {"case", "session", "phase", "measure"}
        found += [("outcome", n) for p, n in header.items() if p not in used and _numbers(table, n)]
    text = ", ".join(f"{key}={name}" for key, name in found)
    return [word("table", "perhaps_columns", columns=text)] if found else []


def _fitting(table: Table, header: dict[str, str], key: str) -> list[str]:
    """Find what may be meant, by whole names or a word in them; a client before the site."""
    fitting = alike(header, key)
    if key != "measure" and not fitting:
        fitting = nearly(header, key)
        if key == "case":  # a number for each row names no case
            fitting = [name for name in fitting if _stands_again(table, header[name])]
    return sorted(fitting, key=lambda name: key == "case" and head_of(name) in PERHAPS_CASE)


def _stands_again(table: Table, column: str) -> bool:
    cells = _cells(table, column)
    return len(set(cells)) < len(cells)


def _plains(found: list[tuple[str, str]]) -> set[str]:
    return {plain(name) for _, name in found}


def _numbers(table: Table, column: str) -> bool:
    cells = [cell for cell in _cells(table, column) if cell]
    return bool(cells) and sum(map(bool, map(NUMBER.fullmatch, cells))) >= SHARE * len(cells)
