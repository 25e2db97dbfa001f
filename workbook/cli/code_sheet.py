"""A sheet to code a talk by hand: its turns with their numbers, and a column for the code."""

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import WorkbookError
from ..files import table
from ..words import word

if TYPE_CHECKING:
    from ..measures.talk import Turn

__all__ = ["HEAD", "code_sheet", "rows_of"]

HEAD = ("turn", "speaker", "text", "code")
WIDTHS = (6, 16, 80, 24)
LONGEST = 32_767  # letters of a cell of a workbook; the rest would be lost without a word
WORKBOOKS = (".xlsx", ".ods", ".xls")


def code_sheet(turns: "list[Turn]", path: Path) -> bytes:
    """Make the sheet in the form that its name asks for.

    Parameters
    ----------
    turns : list of Turn
    path : Path
        Ends in ``.xlsx`` or ``.csv``.

    Raises
    ------
    workbook.errors.WorkbookError
        When the name ends in another way, or a turn is longer than a cell can be.

    Examples
    --------
    >>> from workbook.measures.talk import read
    >>> code_sheet(read("Ines: What matters?"), Path("a.csv")).splitlines()[1]
    b'1,Ines,What matters?,'
    """
    if too_long := [turn.turn for turn in turns if _letters(turn.text) > LONGEST]:
        raise WorkbookError(word("agree_talk", "long_turn", turn=too_long[0], most=LONGEST))
    rows = [[turn.turn, turn.speaker, turn.text, ""] for turn in turns]
    if path.suffix.casefold() == ".csv":
        return table([HEAD, *rows])
    if path.suffix.casefold() != ".xlsx":
        raise WorkbookError(word("agree_talk", "form_of_sheet", path=path))
    return _xlsx(rows)


def _letters(text: str) -> int:
    """Count letters as spreadsheets do, to which one beyond 16 bits is two."""
    return len(text.encode("utf-16-le")) // 2


def _xlsx(rows: list) -> bytes:
    from ..evaluation import texts_xlsx
    from ..measures.talk import CODES

    said = [word("agree_talk", "how_to_code"), *CODES, word("agree_talk", "own_too")]
    sheets = {"turns": (WIDTHS, [HEAD, *rows]), "codes": ((100,), [[line] for line in said])}
    return texts_xlsx(sheets)


def rows_of(path: Path) -> list[tuple[int, list[str]]] | None:
    """Read the rows of a coder's table from the sheet of a workbook that holds codes.

    Parameters
    ----------
    path : Path

    Returns
    -------
    list of (int, list of str) or None
        None where this is no workbook.

    Examples
    --------
    >>> rows_of(Path("a.csv")) is None
    True
    """
    if path.suffix.casefold() not in WORKBOOKS or not path.is_file():
        return None
    from ..evaluation import read_grids

    grids = read_grids(path)
    with_codes = [grid for grid in grids if _holds_codes(grid.rows)]
    return list((with_codes or grids)[0].rows)


def _holds_codes(rows: list[tuple[int, list[str]]]) -> bool:
    first = next((cells for _, cells in rows if any(cells)), [])
    return len([cell for cell in first if cell]) > 1
