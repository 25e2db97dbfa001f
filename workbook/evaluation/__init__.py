"""A report on a small test of the model: a table in, one page and one file of numbers out."""

from .findings import Question, Report, evaluate
from .html_page import page
from .numbers import as_csv, as_json
from .outcomes import reports
from .read import Sessions, pairs, read_outcomes, read_sessions
from .several import joined_pages
from .spreadsheet import SEPARATORS, numbers_csv, numbers_xlsx, texts_xlsx
from .table.grid import read_grids
from .table.options import Options
from .word_document import document

__all__ = [
    "SEPARATORS", "Options", "Question", "Report", "Sessions", "as_csv", "as_json", "document",
    "evaluate", "joined_pages", "numbers_csv", "numbers_xlsx", "page", "pairs", "read_grids",
    "read_outcomes", "read_sessions", "reports", "texts_xlsx",
]  # fmt: skip
