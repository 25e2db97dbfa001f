"""What is wrong with many cells, in few sentences: one for each kind, with the row numbers."""

from collections.abc import Iterable

from ...errors import WorkbookError
from ...words import Message, word

__all__ = ["Trouble", "joined", "listed"]

MOST_ROWS, MOST_KINDS, MOST_CELLS = 8, 5, 3


def listed(items: Iterable, most: int = MOST_ROWS) -> str:
    """Give the first of many, and how many more there are.

    Parameters
    ----------
    items : iterable
    most : int

    Examples
    --------
    >>> listed(range(1, 5)), listed(range(1, 100), 3)
    ('1, 2, 3, 4', '1, 2, 3 and 96 more')
    """
    every = [str(item) for item in items]
    some = ", ".join(every[:most])
    return word("evaluate", "and_more", some=some, n=len(every) - most) if every[most:] else some


def joined(parts: Iterable[str], sign: str = "\n") -> Message:
    """Put sentences together; what each was made of is kept.

    Parameters
    ----------
    parts : iterable of str
    sign : str
        What stands between them.

    Examples
    --------
    >>> joined([word("table", "counted_on"), word("sessions", "in_order")]).values["parts"][1].name
    'in_order'
    """
    held = tuple(parts)
    return Message(sign.join(held), values={"parts": held})


class Trouble:
    """Collect what is wrong, cell by cell.

    Examples
    --------
    >>> found = Trouble()
    >>> for row in (3, 5):
    ...     found.add(row, "outcome", "not_a_number", "high")
    >>> found.sentences()[0][:42]
    "Rows 3, 5, column outcome: 'high' is not a"
    """

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], tuple[list[int], list[str], dict]] = {}

    def add(self, row: int, column: str, name: str, cell: str = "", **values) -> None:
        """Note one cell.

        Parameters
        ----------
        row : int
        column : str
            Empty where a whole row is meant.
        name : str
            Of the words of the group ``sessions``.
        cell : str
            What stands there.
        **values
            For the words.
        """
        rows, cells, _ = self.found.setdefault((column, name), ([], [], values))
        rows.append(row)
        if cell not in cells:
            cells.append(cell)

    def sentences(self) -> list[Message]:
        """Give one sentence for each kind, in the order of the first rows."""
        kinds = sorted(self.found.items(), key=lambda each: min(each[1][0]))
        said = [_sentence(kind, *about) for kind, about in kinds[:MOST_KINDS]]
        return said + [word("sessions", "more_rows")] * (len(kinds) > MOST_KINDS)

    def refuse(self, *more: Message) -> None:
        """Raise what was found, if anything was.

        Raises
        ------
        WorkbookError
        """
        if said := [*self.sentences(), *more]:
            raise WorkbookError(joined([*said, word("sessions", "nothing_written")]))


def _sentence(kind: tuple[str, str], rows: list[int], cells: list[str], values: dict) -> Message:
    column, name = kind
    some = ("', '" if column else ", ").join(cell[:30] for cell in cells[:MOST_CELLS])
    if name == "not_a_number" and len(cells) > 1:
        name = "not_numbers"
    problem = word("sessions", name, cell=some, **values)
    rows = sorted(set(rows))
    about = {"column": column, "problem": problem}
    if len(rows) == 1:
        name = "in_column" if column else "in_row"
        return word("sessions", name, row=rows[0], **about)
    name = "in_column_many" if column else "in_row_many"
    return word("sessions", name, rows=listed(rows), **about)
