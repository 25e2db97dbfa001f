"""A report on a small test of the model: a table in, one page and one file of numbers out."""

from .findings import Question, Report, evaluate
from .html_page import page
from .numbers import as_csv, as_json
from .read import Sessions, pairs, read_outcomes, read_sessions
from .sessions import called_as
from .several import joined_pages
from .spreadsheet import SEPARATORS, numbers_csv, numbers_xlsx
from .table.options import Options

__all__ = [
    "SEPARATORS", "Options", "Question", "Report", "Sessions", "as_csv", "as_json", "called_as",
    "evaluate", "joined_pages", "numbers_csv", "numbers_xlsx", "page", "pairs", "read_outcomes",
    "read_sessions",
]  # fmt: skip
