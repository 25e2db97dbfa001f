"""Tables without a column of phases: clients in rows and weeks across, or cases across."""

from ...errors import WorkbookError
from ...words import word
from .columns import ONLY, Raw, named_columns
from .days import is_date
from .options import Options, chosen
from .times import NAMED, session_numbers
from .trim import Table, without_totals
from .trouble import Trouble, listed
from .vocabulary import AFTER, BEFORE, COLUMNS, MONTHS, TOTALS, plain

__all__ = ["across_table", "is_across", "refuse_across", "side_of"]

WEEKS = 3  # columns named alike from which they are taken for sessions


def side_of(labels: list[str], options: Options) -> dict[str, str]:
    """Say of each session, by its name, whether it lies before or after the start.

    Parameters
    ----------
    labels : list of str
        In order.
    options : Options

    Returns
    -------
    dict of str to str
        ``A``, ``B`` or ``F`` (left out). Where only one side is named the rest is the other.

    Examples
    --------
    >>> side_of(["w1", "w2", "w3"], Options(before="w1", leave_out="w3"))
    {'w1': 'A', 'w2': 'B', 'w3': 'F'}
    """
    named: dict[str, str] = {}
    for side, text, option in (
        ("A", options.before, "--before"),
        ("B", options.after, "--after"),
        ("F", options.leave_out, "--leave-out"),
    ):
        for label in chosen(text, labels, option) if text else []:
            if label in named:
                raise WorkbookError(word("table", "label_twice", label=label[:40]))
            named[label] = side
    if options.before and options.after:
        if lost := [label for label in labels if label not in named]:
            raise WorkbookError(word("table", "label_lost", labels=listed(lost)))
        return {label: named[label] for label in labels}
    rest = "B" if options.before else "A"
    return {label: named.get(label, rest) for label in labels}


def is_across(table: Table, options: Options) -> bool:
    r"""Say whether the sessions, or the cases, stand across and the sides were named.

    Parameters
    ----------
    table : Table
    options : Options

    Examples
    --------
    >>> from .grid import read_grids
    >>> from .trim import find_table
    >>> found = find_table(read_grids(b"client,w1,w2\nAna,1,2\n")[0], [])
    >>> is_across(found, Options(before="w1")), is_across(found, Options())
    (True, False)
    """
    header = {plain(name) for name in table.header}
    outcomes = [plain(name) for name in named_columns(options)["outcome"]]
    return bool(options.before or options.after) and not header & set(outcomes)


def across_table(table: Table, options: Options) -> Raw:
    r"""Take apart a table with one row for each client, or one column for each.

    Parameters
    ----------
    table : Table
    options : Options
        Its `before` and `after` name columns, or sessions in the first column.

    Examples
    --------
    >>> from .grid import read_grids
    >>> from .trim import find_table
    >>> found = find_table(read_grids(b"client,w1,w2\nAna,1,2\n")[0], [])
    >>> across_table(found, Options(before="w1")).phase
    ['A', 'B']
    """
    place = _key(table, options)
    labels = [name for at, name in enumerate(table.header) if name and at != place]
    labels = [name for name in labels if plain(name) not in TOTALS]
    try:
        return _rows_of_clients(table, place, labels, options)
    except WorkbookError as error:
        if not _counts(table, place):
            raise
        first = error
    try:
        return _columns_of_cases(table, place, labels, options)
    except WorkbookError:
        raise first from None


def _key(table: Table, options: Options) -> int:
    """Find the column that names the client, or the session, of a row."""
    named = named_columns(options)
    wanted = {plain(name) for key in ("case", "session") for name in named.get(key, [])}
    for place, name in enumerate(table.header):
        if plain(name) in wanted:
            return place
    return 0


def _counts(table: Table, place: int) -> bool:
    return plain(table.header[place]) in COLUMNS["session"] | {"session"}


def _rows_of_clients(table: Table, place: int, labels: list[str], options: Options) -> Raw:
    sides = side_of(_sessions_first(labels, options), options)
    numbers, said = _in_time(sides, options)
    table = without_totals(table, None)
    at = {name: n for n, name in enumerate(table.header)}
    spare: dict[str, list[str]] = {name: [] for name in labels if name not in sides}
    raw: dict[str, list] = {name: [] for name in ("row", "case", "session", "phase", "outcome")}
    for row, cells in table.rows:
        for label, side in sides.items():
            cell = cells[at[label]] if at[label] < len(cells) else ""
            case = cells[place] if place < len(cells) else ""
            about = (row, case, f"{numbers[label]}", side, cell)
            for key, value in zip(raw, about, strict=True):
                raw[key].append(value)
    notes = [*table.notes, word("table", "clients_in_rows", **_ends(sides)), *said]
    return Raw(**raw, measure=[""] * len(raw["row"]), extra={}, outcome_name="outcome",
               spare=spare, notes=notes)  # fmt: skip


def _in_time(sides: dict[str, str], options: Options) -> tuple[dict[str, int], list]:
    """Give each column its own number, or that of its date, where these fit the sides."""
    labels, unread = list(sides), Trouble()
    places = {label: n for n, label in enumerate(labels, 1)}
    if len({_like(label) for label in labels}) > 1 or not _like(labels[0]):
        return places, []
    zeros = [0] * len(labels)
    numbers, notes = session_numbers(labels, zeros, zeros, options.dates, unread)
    found = dict(zip(labels, numbers, strict=True))
    ordered = "".join(sides[each] for each in sorted(labels, key=lambda each: found[each]))
    if unread.found or len(set(numbers)) < len(numbers) or "BA" in ordered.replace("F", ""):
        return places, []
    if numbers == sorted(numbers):
        return found, [note for note in notes if note.identifier != "sessions.session_words"]
    return found, [*notes, word("table", "columns_in_order")]


def _sessions_first(labels: list[str], options: Options) -> list[str]:
    """Leave out columns that are named neither before nor after where both sides are named."""
    if not (options.before and options.after):
        likes = {_like(name) for name in labels if _named(name, labels, options)} - {""}
        return [
            n
            for n in labels
            if NAMED.fullmatch(n) or _like(n) in likes or _named(n, labels, options)
        ] or labels
    named = {label for text in (options.before, options.after, options.leave_out) if text
             for label in chosen(text, labels, "--before")}  # fmt: skip
    alike = {_head(label) for label in named}
    return [name for name in labels if name in named or (_head(name) and _head(name) in alike)]


def _named(name: str, labels: list[str], options: Options) -> bool:
    texts = (options.before, options.after, options.leave_out)
    try:
        return any(name in chosen(text, labels, "--before") for text in texts if text)
    except WorkbookError:
        return False  # told when the sides are


def _head(label: str) -> str:
    match = NAMED.fullmatch(label)
    return plain(match[1]) if match else ""


def _like(label: str) -> str:
    """Say what a column is named like, where it may be a session: a word, a number, a date."""
    if label.isdecimal():
        return "1"
    if is_date(label) or plain(label) in MONTHS:
        return "date" if is_date(label) else "month"
    return _head(label)


def _ends(sides: dict[str, str]) -> dict[str, str]:
    before = [label for label, side in sides.items() if side == "A"]
    after = [label for label, side in sides.items() if side == "B"]
    return {"before": listed(before, 20), "after": listed(after, 20)}


def _columns_of_cases(table: Table, place: int, labels: list[str], options: Options) -> Raw:
    table = without_totals(table, place)
    weeks = [cells[place] for _, cells in table.rows]
    sides = side_of(list(dict.fromkeys(weeks)), options)
    at = {name: n for n, name in enumerate(table.header)}
    raw: dict[str, list] = {name: [] for name in ("row", "case", "session", "phase", "outcome")}
    for label in labels:
        for row, cells in table.rows:
            cell = cells[at[label]] if at[label] < len(cells) else ""
            about = (row, label or ONLY, cells[place], sides[cells[place]], cell)
            for key, value in zip(raw, about, strict=True):
                raw[key].append(value)
    notes = [*table.notes, word("table", "cases_in_columns", cases=listed(labels), **_ends(sides))]
    return Raw(**raw, measure=[""] * len(raw["row"]), extra={}, outcome_name="outcome", spare={},
               notes=notes)  # fmt: skip


def refuse_across(table: Table, options: Options) -> None:
    r"""Ask for the sides where the header shows that sessions, or cases, stand across.

    Parameters
    ----------
    table : Table
    options : Options

    Raises
    ------
    WorkbookError
        With the option that fits this table.

    Examples
    --------
    >>> from .grid import read_grids
    >>> from .trim import find_table
    >>> refuse_across(find_table(read_grids(b"session,phase\n1,A\n")[0], []), Options())
    """
    header = [plain(name) for name in table.header]
    named = {plain(name) for key in ("session", "phase") for name in named_columns(options)[key]}
    if named & set(header) - {""} or options.columns:
        return
    firsts = {plain(cells[0]) for _, cells in table.rows if cells}
    if _counts(table, 0) and firsts & (COLUMNS["phase"] | {"phase"}):
        raise WorkbookError(word("table", "on_its_side", first=table.header[0][:30]))
    before = [name for name in table.header if {plain(name), _head(name)} & BEFORE]
    after = [name for name in table.header if {plain(name), _head(name)} & AFTER]
    if before and after:
        about = {"before": ", ".join(before), "after": ", ".join(after)}
        raise WorkbookError(word("table", "ask_pairs", **about))
    heads = [_like(name) for name in table.header if _like(name)]
    alike = [name for name in table.header if _like(name) and heads.count(_like(name)) >= WEEKS]
    if len(alike) >= WEEKS:
        ends = {"first": alike[0], "last": alike[-1]}
        raise WorkbookError(word("table", "ask_rows", n=len(alike), **ends))
    rest = [name for name in table.header[1:] if name and plain(name) not in TOTALS]
    known = {name for names in COLUMNS.values() for name in names} | {"case", "outcome", "phase"}
    if header[0] in COLUMNS["session"] and rest and not known & {plain(name) for name in rest}:
        parts = ", ".join(f"{name}=..." for name in rest[:4])
        raise WorkbookError(word("table", "ask_columns", session=table.header[0], parts=parts))
