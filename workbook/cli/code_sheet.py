"""A sheet to code a talk by hand: its turns with their numbers, and a column for the code."""

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import WorkbookError
from ..files import table
from ..words import word

if TYPE_CHECKING:
    from ..measures.agreement.files import Rows
    from ..measures.talk import Turn

__all__ = ["HEAD", "code_sheet", "rows_of"]

HEAD = ("turn", "speaker", "text", "code")
WIDTHS = (6, 16, 80, 24)
WORKBOOKS = (".xlsx", ".ods", ".xls")


def code_sheet(turns: "list[Turn]", path: Path) -> bytes | str:
    """Make the sheet in the form that its name asks for.

    Parameters
    ----------
    turns : list of Turn
    path : Path
        Ends in ``.xlsx`` or ``.csv``.

    Examples
    --------
    >>> from workbook.measures.talk import read
    >>> code_sheet(read("Ines: What matters?"), Path("a.csv")).splitlines()[1]
    '1,Ines,What matters?,'
    """
    rows = [[turn.turn, turn.speaker, turn.text, ""] for turn in turns]
    if path.suffix.casefold() == ".csv":
        return table([HEAD, *rows])
    if path.suffix.casefold() != ".xlsx":
        raise WorkbookError(word("agree_talk", "form_of_sheet", path=path))
    return _xlsx(rows)


def _xlsx(rows: list) -> bytes:
    from ..evaluation.spreadsheet import texts_xlsx
    from ..measures.talk import CODES

    said = [word("agree_talk", "how_to_code"), *CODES, word("agree_talk", "own_too")]
    sheets = {"turns": (WIDTHS, [HEAD, *rows]), "codes": ((100,), [[line] for line in said])}
    return texts_xlsx(sheets)


def rows_of(path: Path) -> "Rows":
    """Read the rows of a coder's table, from CSV or from the sheet of a workbook that holds codes.

    Parameters
    ----------
    path : Path

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "a.csv")
    >>> _ = file.write_text("turn,code" + chr(10) + "1,asks")
    >>> rows_of(file)
    [(1, ['turn', 'code']), (2, ['1', 'asks'])]
    """
    from ..evaluation.table.grid import read_grids
    from ..measures.agreement.files import csv_table

    if path.suffix.casefold() not in WORKBOOKS or not path.is_file():
        return csv_table(path)
    grids = read_grids(path)
    with_codes = [grid for grid in grids if _holds_codes(grid.rows)]
    return list((with_codes or grids)[0].rows)


def _holds_codes(rows: "Rows") -> bool:
    first = next((cells for _, cells in rows if any(cells)), [])
    return len([cell for cell in first if cell]) > 1
