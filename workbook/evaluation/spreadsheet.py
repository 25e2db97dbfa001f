"""The numbers of one or more reports as a file that Excel opens as it is meant: CSV or .xlsx."""

import csv
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..errors import WorkbookError
from ..files import safe_cell
from ..words import word
from .findings import DRAWN, Report
from .numbers import COLUMNS, records
from .pictures import case_chart, mirror_chart

__all__ = ["SEPARATORS", "numbers_csv", "numbers_xlsx", "texts_xlsx"]

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", ",": ",", ";": ";", "\\t": "\t"}
LONGEST_NAME, LONGEST_SHEET = 31, 1_048_576  # letters of a sheet's name, and its rows
AS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
ODD = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))


def numbers_csv(reports: Mapping[str, Report], separator: str = ",") -> str:
    r"""Write the numbers as CSV with a byte mark, by which Excel knows that it is UTF-8.

    Parameters
    ----------
    reports : mapping of str to Report
        By outcome; one without a name where there is only one.
    separator : str
        What parts the cells. With a semicolon, decimal commas are written where the data have
        them, since a spreadsheet that parts by semicolons reads 3.1 as a date.

    Examples
    --------
    >>> from . import Question, evaluate, read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> text = numbers_csv({"": evaluate(read_sessions(rows), Question("increase"))}, ";")
    >>> text.splitlines()[5][:31]
    'session;case 1;A;1;outcome;2.0;'
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    comma = separator == ";" and all(r.sessions.decimal == "comma" for r in reports.values())
    writer.writerow(_columns(reports))
    for cells in _rows(reports):
        writer.writerow([_with_comma(cell) if comma else safe_cell(cell) for cell in cells])
    return "\ufeff" + out.getvalue()


def numbers_xlsx(reports: Mapping[str, Report]) -> bytes:
    r"""Write a workbook: a sheet of all numbers, and one for the table of each chart.

    Parameters
    ----------
    reports : mapping of str to Report
        By outcome; one without a name where there is only one.

    Raises
    ------
    WorkbookError
        When there are more rows than a sheet holds, or no writer of workbooks is installed.

    Examples
    --------
    >>> from . import Question, evaluate, read_sessions
    >>> rows = b"session,phase,outcome\n1,A,2\n2,A,3\n3,B,3\n4,B,5\n"
    >>> numbers_xlsx({"": evaluate(read_sessions(rows), Question("increase"))})[:2]
    b'PK'
    """
    Workbook = _writer()  # noqa: N806 - a class
    numbers = [_columns(reports), *_rows(reports)]
    if len(numbers) > LONGEST_SHEET:
        raise WorkbookError(word("table", "long_sheet", n=len(numbers), most=LONGEST_SHEET))
    out = io.BytesIO()
    taken: set[str] = set()
    with Workbook(out, AS_TEXT) as book:
        bold = book.add_format({"bold": True})
        for name, rows in _sheets(numbers, reports):
            sheet = book.add_worksheet(_sheet_name(name, taken))
            sheet.freeze_panes(1, 0)
            for place, cells in enumerate(rows):
                sheet.write_row(place, 0, cells, *([] if place else [bold]))
            sheet.autofit(max_width=300)
    return out.getvalue()


def _writer():
    try:
        from xlsxwriter import Workbook  # type: ignore[import-untyped]
    except ImportError:
        raise WorkbookError(word("table", "no_writer")) from None
    return Workbook


def texts_xlsx(sheets: Mapping[str, tuple[Sequence[int], Sequence[Sequence]]]) -> bytes:
    """Write sheets of texts to read and fill in: lines are broken, the first row stays in sight.

    Parameters
    ----------
    sheets : mapping of str to (widths, rows)
        By name; widths in letters, one for each column.

    Raises
    ------
    WorkbookError
        When no writer of workbooks is installed.

    Examples
    --------
    >>> texts_xlsx({"turns": ((6, 80), [["turn", "text"], [1, "What matters?"]])})[:2]
    b'PK'
    """
    out, Workbook = io.BytesIO(), _writer()  # noqa: N806 - a class
    with Workbook(out, AS_TEXT) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for name, (widths, rows) in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.repeat_rows(0)
            for place, width in enumerate(widths):
                sheet.set_column(place, place, width, wrap)
            for place, cells in enumerate(rows):
                sheet.write_row(place, 0, cells, *([] if place else [bold]))
    return out.getvalue()


def _sheets(numbers: list, reports: Mapping[str, Report]) -> Iterator[tuple[str, list]]:
    yield word("table", "sheet_of_numbers"), numbers
    for measure, report in reports.items():
        for case in report.sessions.cases[:DRAWN]:
            charts = [(case, case_chart(report, case))]
            if case in report.mirror:
                name = word("table", "sheet_of_sides", case=case)
                charts.append((name, mirror_chart(report, case)))
            for name, chart in charts:
                rows = [[_number(str(cell)) for cell in row] for row in chart.rows]
                yield f"{measure} {name}".strip(), [list(chart.columns), *rows]


def _sheet_name(name: str, taken: set[str]) -> str:
    """Give a name that a workbook allows, and that no other sheet has."""
    plain = name.translate(ODD)[:LONGEST_NAME].strip() or "_"
    number = 1
    while plain.casefold() in taken or plain.casefold() == "history":  # Excel keeps that one
        number += 1
        end = f" ({number})"
        plain = name.translate(ODD)[: LONGEST_NAME - len(end)].strip() + end
    taken.add(plain.casefold())
    return plain


def _number(cell: str) -> float | str:
    """Give a cell of a chart's table as a number, where it is one."""
    try:
        found = float(cell.replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        return cell
    return found if math.isfinite(found) else cell


def _columns(reports: Mapping[str, Report]) -> list[str]:
    return [*COLUMNS, *["measure"] * any(reports)]


def _rows(reports: Mapping[str, Report]) -> Iterator[list]:
    for measure, report in reports.items():
        for record in records(report):
            cells = [_plain(record.get(name)) for name in COLUMNS]
            yield [*cells, *[measure] * any(reports)]


def _plain(value: Any) -> Any:
    """Turn numbers of NumPy into plain ones, and what does not exist into nothing."""
    value = value.item() if hasattr(value, "item") else value
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    return value if isinstance(value, int | float) else str(value)


def _with_comma(cell: Any) -> Any:
    return str(cell).replace(".", ",") if isinstance(cell, float) else safe_cell(cell)
