"""The figures of a report as rows of a table, for a spreadsheet or another program."""

import io
from collections.abc import Iterator

from ..errors import WorkbookError
from ..files import safe_cell, table
from ..words import word
from .figures import Figures, ItemFigures, Side
from .suppress import LEAST

__all__ = ["as_csv", "as_xlsx", "records"]

COLUMNS = ("item", "title", "question", "answer", "people", "share", "of", "value", "low", "high")


def records(found: Figures) -> list[list]:
    """Give one row for each number, the first with the names of the columns.

    Parameters
    ----------
    found : Figures

    Examples
    --------
    >>> records(Figures(30, (), ()))[1][4:7]
    [30, 1.0, 30]
    """
    everybody = ["", word("cohort", "everybody"), "", "", found.people, 1.0, found.people]
    rows: list[list] = [list(COLUMNS), [*everybody, "", "", ""]]
    for item in found.items:
        rows += _counts(item, found.people)
        rows += [_median(item, each, found.people) for each in item.medians]
    rows += [_side(side) for side in found.sides]
    for change in found.changes:
        ends = ["" if end is None else end for end in (change.value, change.low, change.high)]
        about = ["", word("cohort", "change"), change.text, word("cohort", "change_unit")]
        rows.append([*about, _people(change.people), "", found.people, *ends])
    return rows


def _counts(item: ItemFigures, people: int) -> Iterator[list]:
    for each in item.tables:
        for row in each.rows:
            for label, count in zip(each.labels, row.counts, strict=True):
                share = "" if count is None else round(count / people, 4)
                whole = f"{row.of} - {row.text}" if row.of else row.text
                about = [item.id, item.title, whole, label]
                yield [*about, _people(count), share, people, "", "", ""]


def _median(item: ItemFigures, each, people: int) -> list:
    value = word("cohort", "withheld") if each.value is None else each.value
    about = [item.id, item.title, each.text, word("cohort", "median")]
    return [*about, _people(each.people), "", people, value, "", ""]


def _side(side: Side) -> list:
    value = word("cohort", "withheld") if side.mean is None else side.mean
    about = ["", word("cohort", "sides"), side.text, word("cohort", "side_mean")]
    return [*about, _people(side.people), "", "", value, "", ""]


def _people(count: int | None) -> int | str:
    return word("cohort", "withheld") if count is None else count


def as_csv(found: Figures) -> bytes:
    """Write the numbers as CSV with cells that no spreadsheet computes.

    Parameters
    ----------
    found : Figures

    Examples
    --------
    >>> as_csv(Figures(30, (), ()))[3:13]
    b'item,title'
    """
    return table(records(found))


def as_xlsx(found: Figures) -> bytes:
    """Write the numbers as a workbook with one sheet.

    Parameters
    ----------
    found : Figures

    Raises
    ------
    WorkbookError
        When no writer of workbooks is installed.

    Examples
    --------
    >>> as_xlsx(Figures(30, (), ()))[:2]
    b'PK'
    """
    try:
        from xlsxwriter import Workbook  # type: ignore[import-untyped]
    except ImportError:
        raise WorkbookError(word("table", "no_writer")) from None
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet(word("cohort", "sheet"))
        sheet.freeze_panes(1, 0)
        for place, cells in enumerate(records(found)):
            safe = [safe_cell(str(c) if isinstance(c, str) else c) for c in cells]
            sheet.write_row(place, 0, safe, *([] if place else [bold]))
        sheet.autofit(max_width=300)
        least = word("cohort", "withheld_why", least=LEAST)
        book.add_worksheet(word("cohort", "sheet_about")).write(0, 0, str(least))
    return out.getvalue()
